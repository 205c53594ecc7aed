"""Counted noun phrases: a quantity and what it counts, as a range of tokens."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsfacts import Comparator, Quantity
from newsfacts.quantities import QuantityKind, QuantityMention
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import Form, trigger_at
from newsfacts_casualties.lexicon import NounKind, adjectives, closed, noun_kind

__all__ = ["Counted", "counted", "unit"]

_LONGEST = 8
"""Words after a quantity that can belong to its noun phrase."""
_HURT = (NounKind.PEOPLE, NounKind.GROUP, NounKind.STRUCTURE)
_OLD = re.compile(r"(?:year|month|day|week)s?-?(?:old)?|old|olds|-", re.IGNORECASE)


@cache
def _stops() -> frozenset[str]:
    """Words at which a noun phrase ends."""
    names = ("auxiliaries", "prepositions", "conjunctions", "pronouns")
    return frozenset().union(*(closed(name) for name in names)) | {"later", "more", "also", "were"}


@attrs.frozen
class Counted:
    """Is a quantity with the noun that it counts."""

    start: int
    """Index of its first token."""
    end: int
    """Index of the token after it."""
    number: int
    """Index of the token after the quantity: where the noun phrase proper begins."""
    quantity: Quantity
    kind: NounKind | None
    """What the head noun is; None where it is unknown or there is none."""
    head: str | None
    """The head noun in lower case; None after a bare number."""
    share: bool = False
    article: bool = False
    """Whether "a" or "an" is all that counts it."""
    anaphoric: bool = False
    """Whether it counts part of a whole already named: "five of them", "half of them"."""

    @property
    def bare(self) -> bool:
        """Whether the number stands alone."""
        return self.head is None


def counted(view: Tokens, mention: QuantityMention, end: int) -> Counted | None:
    """Return the noun phrase that *mention* counts, or None where it counts nothing.

    Args:
        view: the document's tokens.
        mention: a quantity in it.
        end: index of the token after the sentence.
    """
    kind = mention.kind
    if kind not in (
        QuantityKind.COUNT,
        QuantityKind.SHARE,
        QuantityKind.ARTICLE,
        QuantityKind.AGE,
    ):
        return None
    start = view.at(mention.span.start)
    at = after = _after(view, mention.span.end, start, end)
    lower = view.lower
    quantity = mention.quantity
    if kind is QuantityKind.AGE:
        return _aged(view, start, at, end)
    anaphoric = False
    share = kind is QuantityKind.SHARE
    if at < end and lower[at] == "of" and at + 1 < end:
        if lower[at + 1] in ("them", "those", "whom", "which", "these"):
            head_end = at + 2
            at += 2
            anaphoric = True
            if at < end and (_noun_at(lower[at]) or lower[at] in ("women", "children")):
                head_end = at = _noun_end(view, at, end, plural=True)
            return Counted(
                start,
                head_end,
                after,
                quantity,
                NounKind.PEOPLE,
                _head(lower, head_end),
                share=share,
                anaphoric=True,
            )
        if share or quantity.value is None or quantity.value in (12, 2) or lower[at - 1] == "dozen":
            at += 1
        else:
            follows = lower[at + 1]
            if follows in ("the", "his", "her", "their", "its", "our"):
                at += 1
                anaphoric = True
            else:
                return None
    owned = at > after  # "three of the", where "three the" is two phrases
    at = _skip(lower, at, end, closed("determiners") if share else _OWNED if owned else _MORE)
    noun_end = _noun_end(view, at, end, plural=quantity.value != 1)
    if noun_end == at:
        if kind is QuantityKind.ARTICLE or mention.number.text.lower() == "no":
            return None
        return Counted(start, after, after, quantity, None, None, share=share, anaphoric=anaphoric)
    head = lower[noun_end - 1]
    what = noun_kind(head) or _by_shape(view, noun_end - 1)
    if kind is QuantityKind.ARTICLE and what is None:
        return None
    if anaphoric and quantity.value == 1 and what is not NounKind.PEOPLE:
        return None  # "one of the worst attacks"
    return Counted(
        start,
        noun_end,
        after,
        quantity,
        what,
        head,
        share=share,
        article=kind is QuantityKind.ARTICLE,
        anaphoric=anaphoric,
    )


_MORE = frozenset("more other additional further new such".split())
_OWNED = _MORE | frozenset("the all its their his her our these those".split())


def _skip(lower: list[str], at: int, end: int, words: frozenset[str]) -> int:
    """Return the index of the first token from *at* that is none of *words*."""
    while at < end and lower[at] in words:
        at += 1
    return at


def _after(view: Tokens, offset: int, first: int, end: int) -> int:
    """Return the index of the first token at or past *offset*."""
    at = max(first, view.at(offset - 1))
    while at < end and view.starts[at] < offset:
        at += 1
    return at


def _head(lower: list[str], end: int) -> str:
    return lower[end - 1]


def _aged(view: Tokens, start: int, at: int, end: int) -> Counted | None:
    """Read "33-year-old Charles Groom", "a 4-year-old Israeli boy", "the 2-year-old"."""
    lower = view.lower
    first = at
    while at < end and _OLD.fullmatch(lower[at]):
        at += 1
    if at == first and "old" not in lower[max(0, at - 1)]:
        return None
    if "years" in lower[first:at]:  # "20 years old" tells of somebody named already
        return None
    while start > 0 and lower[start - 1] in ("a", "an", "the", "another", "his", "her", "their"):
        start -= 1
    if start > 0 and view.words[start - 1][0].isdigit():
        return None
    noun_end = _name_end(view, at, end)
    quantity = Quantity(value=1, low=1, high=1, comparator=Comparator.EXACT)
    head = lower[noun_end - 1] if noun_end > at else lower[at - 1]
    if noun_end > at and noun_kind(head) not in (None, NounKind.PEOPLE):
        return None
    return Counted(start, max(noun_end, at), at, quantity, NounKind.PEOPLE, head)


def _name_end(view: Tokens, at: int, end: int) -> int:
    """Return the index after what names somebody whose age was given; *at* if nothing does."""
    noun_end = _noun_end(view, at, end, plural=False)
    for last in range(noun_end, at, -1):
        if noun_kind(view.lower[last - 1]) is NounKind.PEOPLE:
            return last
    last = at
    while last < noun_end and view.words[last][0].isupper():
        last += 1
    return last


def _noun_at(word: str) -> bool:
    return noun_kind(word) is not None


def _trigger_end(lower: list[str], at: int) -> int:
    """Return the end of the effect word that begins at *at* (counted nouns aside), or *at*."""
    trigger = trigger_at(lower, at, len(lower))
    return at if trigger is None or trigger.form is Form.NOUN else at + len(trigger.words)


def _noun_end(view: Tokens, at: int, end: int, *, plural: bool) -> int:
    """Return the index after the head noun of the phrase that goes on at *at*; *at* if none."""
    lower, words = view.lower, view.words
    stops = _stops()
    limit = min(end, at + _LONGEST)
    best = at
    i = at
    while i < limit:
        word = lower[i]
        if word in ("-", "'", "’", "'s", "’s") and i > at and i + 1 < limit:
            i += 1
            continue
        if not word[0].isalpha() or word in stops:
            break
        if (past := _trigger_end(lower, i)) > i:
            following = lower[past] if past < limit else ""
            noun_follows = noun_kind(following) in _HURT
            if not (noun_follows and lower[past - 1].endswith(("d", "dead", "missing"))):
                break
            i = past
            continue
        kind = noun_kind(word)
        following = lower[i + 1] if i + 1 < limit else ""
        best = i + 1
        if kind is not None and following not in ("-", "'s", "’s", "'", "’"):
            more = noun_kind(following) is not None and _trigger_end(lower, i + 1) == i + 1
            if not more and not (words[i + 1 : i + 2] and words[i + 1][0].isupper() and not plural):
                break
            if not more:
                break
        i += 1
    return best


def _by_shape(view: Tokens, at: int) -> NounKind | None:
    """Take a capitalised plural for people: "Palestinians", "Gazans"."""
    word = view.words[at]
    if word[0].isupper() and not word.isupper() and len(word) > 3:  # noqa: PLR2004
        return NounKind.PEOPLE if word.endswith(("s", "i", "ese")) else None
    return None


def unit(view: Tokens, phrase: Counted) -> str:
    """Return what a phrase counts: people, percent, or its noun without adjectives."""
    if phrase.share:
        return "percent"
    if phrase.kind in (None, NounKind.PEOPLE):
        return "people"
    words = view.lower[phrase.number : phrase.end]
    while len(words) > 1 and words[0] in adjectives() | closed("determiners") | {"of"}:
        words = words[1:]
    return " ".join(words)

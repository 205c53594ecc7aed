"""The noun phrase that a quantity counts, as a range of tokens."""

from __future__ import annotations

import re

import attrs

from newsfacts import Comparator, Quantity
from newsfacts.quantities import QuantityKind, QuantityMention, begins_quantity, bounded
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import SUFFERERS
from newsfacts_casualties.lexicon import NounKind, adjectives, closed, noun_kind, words_in
from newsfacts_casualties.noun_ends import HELD, denied, end_of_noun

__all__ = [
    "COLLECTIVES",
    "HEADED",
    "HEADS",
    "OWNED",
    "Counted",
    "by_shape",
    "counted",
    "unit",
]

_COUNTING = frozenset(
    (QuantityKind.COUNT, QuantityKind.SHARE, QuantityKind.ARTICLE, QuantityKind.AGE)
)
_THEM = frozenset(("them", "those", "whom", "which", "these"))
_OWNERS = frozenset(("the", "his", "her", "their", "its", "our"))
_ARTICLES = frozenset(("a", "an", "the", "another", "his", "her", "their"))
_PLURAL = frozenset(("s", "'", "’"))
_DOZENS = frozenset((2, 12))
"""Values of "a couple", "a dozen", which take "of" and no article."""
_TELLS_WHO = frozenset("a an from under aged members".split())
_FALLEN = frozenset("wounded injured dead missing displaced".split())
_DEATHS = ("deaths", "fatalities", "killings")
_NUMBERERS = frozenset(
    "now already dead deaths fatalities casualties injured wounded missing displaced victims could "
    "may would might".split()
)
"""Words before "number" where it is a verb."""
_AGENTS = ("agent", "agents")
HEADS = ("head", "heads")
HEADED = frozenset("village district clan tribal community section station department".split())
"""Whose head is a person: a "head of cattle" is none."""
COLLECTIVES = frozenset("party crew family team squad patrol gang group unit convoy".split())
"""Nouns for several people: "a family of five", "two of the rescue party"."""
_MORE = frozenset("more other additional further new such".split())
OWNED = _MORE | frozenset("the all its their his her our these those".split())
"""What may stand between "of" and the noun of a whole: "half of all the houses"."""
_AGED = frozenset(
    "boy girl man woman child youth lad baby toddler teenager infant pensioner youngster father "
    "mother parent mum mom dad grandmother grandfather".split()
)
"""Whose number after "of" is an age, or counts their children: "a boy of 13", "a mother of two"."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_OF_AGE = ("eldest", "oldest", "youngest")
_AGE_BOUNDS = ("under", "over")
_BETWEEN_AGES = 4
"""Tokens from "ages" to the second number of "between the ages of 21 and 58"."""
_OLD = re.compile(r"(?:year|month|day|week)s?-?(?:old)?|old|olds|-", re.IGNORECASE)


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
    held: bool = False
    """Whether its own words say that they are captives: "three kidnapped nuns"."""
    anaphoric: bool = False
    """Whether it counts part of a whole already named: "five of them", "half of them"."""
    of_effect: bool = False
    """Whether it counts some of those whom an effect word names: "two of the dead"."""

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
    if mention.kind not in _COUNTING and not (
        mention.kind is QuantityKind.LABEL and _numbers(view, mention)
    ):
        return None
    offset = mention.span.end
    follows = view.text[offset : offset + 1]
    if follows in _PLURAL and view.text[offset : offset + 2].rstrip(" .,;") in ("s", "'s", "’s"):
        return None  # "a man in his 40s"
    start = view.at(mention.span.start)
    if start > 1 and _is_no_count(view.lower, start, view.lower[start - 1]):
        return None
    after = start
    while after < end and view.starts[after] < offset:
        after += 1
    if mention.kind is QuantityKind.AGE:
        return _aged(view, start, after, end)
    if follows == ".":
        after = end = min(after, end)  # a sentence that begins without a space
    if view.lower[after : after + 1] == ["of"] and after + 1 < end:
        return _of(view, mention, start, after, end)
    more = closed("determiners") if mention.kind is QuantityKind.SHARE else _MORE
    return _plain(view, mention, start, (after, _skip(view, after, end, more)), end)


def _is_no_count(lower: list[str], start: int, before: str) -> bool:
    """Tell ages, and "Ann Lee and Bo Marsh, both nurses", by the word before a quantity."""
    if before == "of" and lower[start - 2] in _AGED:
        return True
    if (before == "," and lower[start] == "both") or before == "aged":
        return True
    if before in ("them", "whom") and lower[start - 3] in _OF_AGE:
        return True  # "the eldest of them 13"
    return before in ("of", "and") and "ages" in lower[max(0, start - _BETWEEN_AGES) : start]


def _numbers(view: Tokens, mention: QuantityMention) -> bool:
    """Tell the toll of "the dead now number 71" from a label, "house number 71"."""
    before = view.lower[max(0, view.at(mention.span.start) - 2) : view.at(mention.span.start)]
    return before[-1:] == ["number"] and before[0] in _NUMBERERS


def _of(view: Tokens, mention: QuantityMention, start: int, after: int, end: int) -> Counted | None:
    """Read what goes on with "of": "dozens of men", "85% of homes", "three of the boys"."""
    follows, value = view.lower[after + 1], mention.quantity.value
    share = mention.kind is QuantityKind.SHARE
    if follows in _THEM:
        return _of_them(view, mention, start, after, end)
    collective = value is None or value in _DOZENS
    if begins_quantity(follows):
        return Counted(start, after, after, mention.quantity, None, None, share)
    if not (share or collective or follows in _OWNERS):
        return None  # "60 of Kyiv" counts nothing
    at = _skip(view, after + 1, end, closed("determiners") if share else OWNED)
    if at < end and view.lower[at] in _DEATHS and at > after + 1 and not share:
        head = view.lower[at]  # "three of the deaths"
        one = Counted(start, at + 1, at, mention.quantity, NounKind.PEOPLE, head)
        return attrs.evolve(one, of_effect=True)
    described = at + 1 < end and noun_kind(view.lower[at + 1]) is NounKind.PEOPLE
    describes = described and view.lower[at] != "dead"  # "two of the injured soldiers died"
    if at < end and view.lower[at] in SUFFERERS and not describes:  # "two of the wounded"
        found = Counted(start, at + 1, at, mention.quantity, NounKind.PEOPLE, view.lower[at], share)
        return attrs.evolve(found, of_effect=at > after + 1 and _names_effect(view.lower, at, end))
    phrase = _plain(view, mention, start, (after, at), end)
    if phrase is None or share or collective:
        return phrase
    if phrase.head in COLLECTIVES:  # "two of the rescue party"
        return attrs.evolve(phrase, kind=NounKind.PEOPLE, anaphoric=True)
    if value == 1 and phrase.kind is not NounKind.PEOPLE:
        return None  # "one of the worst attacks"
    return attrs.evolve(phrase, anaphoric=True)


def _of_them(view: Tokens, mention: QuantityMention, start: int, after: int, end: int) -> Counted:
    """Read "two of them", "500 of them children", "one of them a minor"."""
    number = after + 2
    if view.lower[number : number + 1] in (["a"], ["an"]):
        number += 1
    noun_end = number
    known = noun_end < end and noun_kind(view.lower[noun_end]) is not None
    if noun_end < end and view.words[noun_end][0].isupper():  # "two of them Kenyan guards"
        last = view.lower[end_of_noun(view, noun_end, end) - 1]
        known = known or noun_kind(last) is NounKind.PEOPLE
    if (known or number > after + 2) and view.lower[noun_end] not in HELD:
        noun_end = end_of_noun(view, noun_end, end)
    if number > after + 2 and noun_kind(view.lower[noun_end - 1]) is not NounKind.PEOPLE:
        number = noun_end = after + 2
    number = number if noun_end > number else after
    noun_end = max(noun_end, after + 2)
    head, people = view.lower[noun_end - 1], NounKind.PEOPLE
    share = mention.kind is QuantityKind.SHARE
    return Counted(start, noun_end, number, mention.quantity, people, head, share, anaphoric=True)


def _names_effect(lower: list[str], at: int, end: int) -> bool:
    """Tell "two of the dead" and "two of the victims were girls" from "victims were treated"."""
    if lower[at] in _FALLEN:
        return True
    said = lower[at + 1 : min(end, at + 3)]
    if lower[at] != "victims" or said[:1] not in (["were"], ["was"]) or len(said) == 1:
        return False
    return said[1] in _TELLS_WHO or noun_kind(said[1]) is NounKind.PEOPLE


def _plain(
    view: Tokens, mention: QuantityMention, start: int, noun: tuple[int, int], end: int
) -> Counted | None:
    """Read a quantity and the noun after it.

    Args:
        view: the document's tokens.
        mention: the quantity.
        start: index of its first token.
        noun: index of the token after it, and of the first that can belong to the noun.
        end: index of the token after the sentence.
    """
    after, at = noun
    share = mention.kind is QuantityKind.SHARE
    article = mention.kind is QuantityKind.ARTICLE
    at = _past_measure(view.lower, at)
    noun_end = end_of_noun(view, at, end)
    if mention.quantity.value == 0 and (told := denied(view.lower, at, end)):
        return Counted(start, told, told - 1, mention.quantity, None, view.lower[told - 1])
    if noun_end == at:
        if (article and view.lower[start] != "another") or mention.number.text.lower() == "no":
            return None
        if view.lower[start] in _AGE_BOUNDS and _is_aged(view.lower, start - 1):
            return None  # "three children under five", "nine were under 18"
        more = view.lower[after:at] == ["more"] and view.lower[at : at + 1] != ["than"]
        last = at if more else after  # "twelve more were missing"
        return Counted(start, last, last, mention.quantity, None, None, share)
    if view.lower[noun_end - 1] in _MONTHS and view.words[noun_end - 1][0].isupper():
        noun_end -= 1
        if noun_end == at:
            return None  # "between 6 and 12 December"
    head = view.lower[noun_end - 1]
    kind = _kind(view, noun_end - 1)
    if article and kind is None:
        return None
    held = not HELD.isdisjoint(view.lower[after:noun_end])
    return Counted(start, noun_end, after, mention.quantity, kind, head, share, article, held)


def _kind(view: Tokens, at: int) -> NounKind | None:
    """Return what the noun at *at* counts, which the word before it may tell."""
    head, before = view.lower[at], view.lower[at - 1]
    if head in _AGENTS and before in words_in("agents"):
        return NounKind.THING
    if head in HEADS and before in HEADED:
        return NounKind.PEOPLE
    return noun_kind(head) or by_shape(view.words[at])


def _past_measure(lower: list[str], at: int) -> int:
    """Return the token after the measure in "four 500-pound bombs", else *at*."""
    if lower[at : at + 1] != [] and lower[at].isdigit():
        past = at + 1
        while past < len(lower) and _OLD.fullmatch(lower[past]):
            past += 1
        if lower[past - 1] in ("old", "olds"):
            return past  # "two of the 14-year-old girls"
    measured = lower[at : at + 1] != [] and lower[at].isdigit() and lower[at + 1 : at + 2] == ["-"]
    return at + 3 if measured and lower[at + 2 : at + 3] != [] else at


def _is_aged(lower: list[str], at: int) -> bool:
    before = lower[at] if at >= 0 else ""
    named = lower[at + 1] == "under" and noun_kind(before) is NounKind.PEOPLE
    return named or before in ("were", "was", "are", "is")


def _skip(view: Tokens, at: int, end: int, words: frozenset[str]) -> int:
    """Return the index of the first token from *at* that is none of *words*."""
    while at < end and view.lower[at] in words:
        at += 1
    return at


def _aged(view: Tokens, start: int, after: int, end: int) -> Counted | None:
    """Read "33-year-old Charles Groom", "a 4-year-old Israeli boy", "the 2-year-old"."""
    lower = view.lower
    at = after
    while at < end and _OLD.fullmatch(lower[at]):
        at += 1
    if "years" in lower[after:at] or (at == after and "old" not in lower[max(0, at - 1)]):
        return None  # "20 years old" tells of somebody named already
    while start > 0 and lower[start - 1] in _ARTICLES:
        start -= 1
    if start > 1 and lower[start - 1] == "of" and begins_quantity(lower[start - 2]):
        return None  # "one of the 11-year-old boys": that one is counted
    if start > 0 and view.words[start - 1][0].isdigit():
        return None
    noun_end = _name_end(view, at, end)
    head = lower[noun_end - 1]
    if noun_end > at and noun_kind(head) not in (None, NounKind.PEOPLE):
        return None
    one = bounded(1, Comparator.EXACT)
    return Counted(start, noun_end, at, one, NounKind.PEOPLE, head)


def _name_end(view: Tokens, at: int, end: int) -> int:
    """Return the index after what names somebody whose age was given; *at* if nothing does."""
    noun_end = end_of_noun(view, at, end)
    for last in range(noun_end, at, -1):
        if noun_kind(view.lower[last - 1]) is NounKind.PEOPLE:
            return last
    last = at
    while last < noun_end and view.words[last][0].isupper():
        last += 1
    return last


def by_shape(word: str) -> NounKind | None:
    """Take a demonym for people: "Palestinians", "Iraqis", "Congolese", "a Syrian"."""
    named = word[0].isupper() and not word.isupper() and len(word) > len("Gis")
    return NounKind.PEOPLE if named and word.endswith(("s", "i", "ese", "ian")) else None


def unit(view: Tokens, phrase: Counted) -> str:
    """Return what a phrase counts: people, percent, or its noun without adjectives."""
    if phrase.share:
        return "percent"
    if phrase.kind in (None, NounKind.PEOPLE):
        return "people"
    words = view.lower[phrase.number : phrase.end]
    if "-" in words[:-1]:  # "short-range missiles" counts missiles
        words = words[len(words) - words[::-1].index("-") + 1 :] or words[-1:]
    while len(words) > 1 and words[0] in adjectives() | closed("determiners") | {"of"}:
        words = words[1:]
    return " ".join(words)

"""What can hold no casualty: told by words alone, before numbers and grammar are read.

Of the sentences with an effect word few count or name anybody whom it could have struck. These are
necessary conditions, wider than the rules of `nearness` and `sufferers` that decide.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from newsfacts.quantities import begins_quantity
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import OWNERS, Form, Hit
from newsfacts_casualties.lexicon import NounKind, noun_kind, nouns_of

__all__ = ["counts", "names"]

_ARTICLES = frozenset(("a", "an", "another"))
_ARTICLE, _NUMBER = 1, 2
_NUMBERED = 6
"""Tokens from "the number of" to the effect word that it counts."""
_OBJECT = 4
"""Tokens from a verb to the "a" of its object."""
_COMPARED = 20
"""Tokens from an effect word to a number after it, comparator and glue included."""
_NOUN = 9
"""Tokens from "a" to its noun."""
_GLUED = 4
"""Letters of a token that may be a word glued to a number: "least140"."""
_BOTH_SIDES = (Form.BEFORE, Form.EITHER)
_STANDING_ALONE = (Form.NOUN, Form.TOLL)
_NO_OBJECT = frozenset("in on of by from with to during after since through for against".split())


@lru_cache(maxsize=20_000)
def _part(word: str) -> int:
    """Tell whether a lower-case word is an article, or can begin a number."""
    if word in _ARTICLES:
        return _ARTICLE
    number = begins_quantity(word) or (len(word) > _GLUED and not word.isalpha())
    return _NUMBER if number else 0


def counts(lower: Sequence[str], start: int, end: int, found: Sequence[Hit]) -> bool:
    """Tell whether a number or "a" stands where it can count for an effect word of *found*.

    Args:
        lower: the document's tokens in lower case.
        start: index of the sentence's first token.
        end: index of the token after it.
        found: its effect words.
    """
    parts = list(map(_part, lower[start:end]))
    numbers = [at for at, part in enumerate(parts, start) if part == _NUMBER]
    singles = [at for at, part in enumerate(parts, start) if part == _ARTICLE]
    if not (numbers or singles):
        return False
    for hit in found:
        if hit.trigger.form in _STANDING_ALONE or lower[hit.start] == "victims":
            return True
        if "number" in lower[max(start, hit.start - _NUMBERED) : hit.start]:
            return True
        both = hit.trigger.form in _BOTH_SIDES
        for at in numbers:
            if at < hit.end + _COMPARED and (both or at >= hit.end):
                return True
        for at in singles:
            near = hit.end <= at < hit.end + _OBJECT or lower[at - 1] in ("with", "as")
            if (both or near) and _has_noun(lower, at + 1, min(end, at + _NOUN)):
                return True
    return False


def _has_noun(lower: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the lexicon knows a noun among the tokens from *start* to *end*."""
    return any(noun_kind(word) is not None for word in lower[start:end])


def names(view: Tokens, start: int, end: int, hit: Hit, known: Set[int]) -> bool:
    """Tell whether words that can mean one person stand where *hit* can strike them.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        hit: an effect word of it.
        known: offsets at which persons are named.
    """
    form, after = hit.trigger.form, hit.end
    if form is not Form.BEFORE and after < end and not (hit.passive and form is Form.EITHER):
        word = view.lower[after]
        if (
            word[0].isalnum()
            and word not in _NO_OBJECT
            and _somebody(view, start, after, min(end, after + _NOUN), known)
        ):
            return True
    if form in _BOTH_SIDES or hit.trigger.words[0] in OWNERS:
        if _somebody(view, start, start, hit.start, known):
            return True
    return view.lower[after : after + 2] == ["along", "with"]


def _somebody(view: Tokens, sentence: int, start: int, end: int, known: Set[int]) -> bool:
    """Tell whether a name or a noun for people stands among the tokens from *start* to *end*."""
    lower, words = view.lower[start:end], view.words[start:end]
    if not nouns_of(NounKind.PEOPLE).isdisjoint(lower):
        return True
    for at, word in enumerate(words, start):
        if word[0].isupper() and (at > sentence or view.starts[at] in known):
            return True
    return any(noun_kind(word) is NounKind.PEOPLE for word in lower)

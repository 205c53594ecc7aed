"""What can hold no casualty: told by words alone, before numbers and grammar are read.

Of the sentences with an effect word few count or name anybody whom it could have struck. These are
necessary conditions, wider than the rules of `nearness` and `sufferers` that decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from newsfacts.quantities import begins_quantity
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import DEFINITE, OWNERS, SUFFERERS, Form, Hit
from newsfacts_casualties.lexicon import NounKind, closed, closed_any, noun_kind

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
_SINGLING = DEFINITE.union(OWNERS)
_OPENING = frozenset("a an the his her their its this two three four five six several".split())
"""Words with which an object surely begins."""
_PRONOUNS = frozenset("he she it they we i you there".split())
_PREPOSITIONS = frozenset("in on of by from with to during after since through for against".split())


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
    parts = [at for at, word in enumerate(lower[start:end], start) if _part(word)]
    if not parts:
        return False
    for hit in found:
        if hit.trigger.form in _STANDING_ALONE:
            return True
        if "number" in lower[max(start, hit.start - _NUMBERED) : hit.start]:
            return True
        both = hit.trigger.form in _BOTH_SIDES or lower[hit.start] in SUFFERERS
        after = hit.end
        for at in parts:
            if at >= after + _COMPARED or (at < after and not both):
                continue
            if _part(lower[at]) == _NUMBER:
                return True
            near = at >= after and (at < after + _OBJECT or lower[at - 1] in ("with", "as"))
            if (both or near) and _has_noun(lower, at + 1, min(end, at + _NOUN)):
                return True
    return False


def _has_noun(lower: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the lexicon knows a noun among the tokens from *start* to *end*."""
    return any(noun_kind(word) is not None for word in lower[start:end])


def names(view: Tokens, start: int, end: int, hit: Hit, known: AbstractSet[int]) -> bool:
    """Tell whether words that can mean one person stand where *hit* can strike them.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        hit: an effect word of it.
        known: offsets at which persons are named.
    """
    lower, form, after = view.lower, hit.trigger.form, hit.end
    struck = form in _BOTH_SIDES or hit.trigger.words[0] in OWNERS
    if form is not Form.BEFORE and after < end and not (hit.passive and form is Form.EITHER):
        first = lower[after]
        if first[0].isalnum() and first not in _no_object():
            if _somebody(view, start, after, min(end, after + _NOUN), known):
                return True
            struck = struck and first not in _OPENING
    struck = struck and not _of_pronoun(lower, start, hit.start)
    if struck and _somebody(view, start, start, hit.start, known):
        return True
    return lower[after : after + 2] == ["along", "with"]


def _of_pronoun(lower: Sequence[str], start: int, at: int) -> bool:
    """Tell whether a pronoun is the subject of the verb at *at*: "she was later found"."""
    at -= 1
    while at > start and lower[at] in closed_any("auxiliaries", "adverbs"):
        at -= 1
    return at >= start and lower[at] in _PRONOUNS


def _somebody(view: Tokens, sentence: int, start: int, end: int, known: AbstractSet[int]) -> bool:
    """Tell whether a name, or somebody singled out, stands among tokens *start* to *end*."""
    lower, words = view.lower, view.words
    for at in range(start, end):
        if words[at][0].isupper() and (at > sentence or view.starts[at] in known):
            return True
        if lower[at] in _SINGLING:
            for word in lower[at + 1 : min(end, at + _NOUN)]:
                if noun_kind(word) is NounKind.PEOPLE:
                    return True
    return False


@cache
def _no_object() -> frozenset[str]:
    """Words with which no object begins."""
    return closed("auxiliaries") | _PREPOSITIONS

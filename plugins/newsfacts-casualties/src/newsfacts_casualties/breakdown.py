"""Sentences that only break down the toll before them: "Nine were children.", "Among them was ...".

They hold no effect word: who is counted is said to be somebody, part of those told of before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts.quantities import begins_quantity
from newsfacts.tokens import Tokens
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.nouns import Counted

__all__ = ["Part", "may_break_down", "parts"]

Part = tuple[Counted, str | None]
"""A count, and whom it is said to be where its own words do not say so."""

_COPULAS = frozenset(("were", "was", "are", "is"))
_TAKEN_UP = frozenset(("those", "them", "these"))
_COMPRISED = (["they", "included"], ["they", "include"], ["these", "included"], ["these", "include"])
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_PREDICATE = 5
"""Tokens from "were" to the noun that says who they were: "believed to be young women"."""
_OPENING = 3
"""Tokens before the number that begins such a sentence: "Of those, nine"."""
_BELIEVED = frozenset(("to", "be", "the", "a", "an", "all", "both"))
_BELONGING = (["members", "of"], ["part", "of"])
_JOINING = frozenset((",", "and", ";", "while", "but"))


def may_break_down(lower: Sequence[str]) -> bool:
    """Tell whether the lower-case tokens of a sentence can begin one that breaks down a toll."""
    if list(lower[:2]) in _COMPRISED:
        return True
    if lower[:1] in (["among"], ["of"], ["including"]):
        return lower[1:2] != [] and lower[1] in _TAKEN_UP
    return any(map(begins_quantity, lower[:2])) and not _COPULAS.isdisjoint(lower)


def parts(view: Tokens, start: int, end: int, phrases: Sequence[Counted]) -> Iterator[Part]:
    """Yield the counts of a sentence that say who those told of before were.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        phrases: its counted noun phrases.
    """
    lower = view.lower
    if lower[start : start + 2] in _COMPRISED or _opens_with_them(lower, start):
        yield from ((phrase, None) for phrase in _members(view, start, phrases))
        return
    after = start + _OPENING
    for phrase in phrases:
        if phrase.start > after or phrase.share or not (phrase.bare or phrase.anaphoric):
            return
        who, after = _predicate(view, phrase, end)
        if who is None:
            return
        yield phrase, who
        while after < end and lower[after] in _JOINING:
            after += 1


def _opens_with_them(lower: Sequence[str], start: int) -> bool:
    """Tell "Among them were two nurses", whose counts are the subject."""
    opening = lower[start] == "among" and lower[start + 1] in _TAKEN_UP
    return opening and lower[start + 2] in _COPULAS


def _members(view: Tokens, start: int, phrases: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the people of a list: "two nurses, a driver and three of their patients"."""
    at = start + _OPENING
    for phrase in phrases:
        gap = view.lower[at : phrase.start]
        if phrase.kind not in _PEOPLE or not _JOINING.issuperset(gap):
            return
        yield phrase
        at = phrase.end


def _predicate(view: Tokens, phrase: Counted, end: int) -> tuple[str | None, int]:
    """Return whom "were ..." says those counted to be, and the index after it."""
    lower = view.lower
    at = phrase.end
    if at >= end or lower[at] not in _COPULAS:
        return None, at
    at += 1
    first = at
    while first < end and (lower[first] in _BELIEVED or lower[first] in closed("adverbs")):
        first += 1
    if lower[first : first + 2] in _BELONGING:
        kin = range(first + 2, min(end, first + _PREDICATE))
        last = next((at + 1 for at in kin if noun_kind(lower[at]) in _PEOPLE), first + 2)
        return view.span(first, last).text, end
    if lower[first : first + 1] == ["from"] and view.words[first + 1][0].isupper():
        return view.span(first, first + 2).text, end
    if lower[first : first + 1] in (["under"], ["aged"], ["over"]):
        return " ".join(view.words[first : first + 2]), end
    for last in range(first, min(end, first + _PREDICATE)):
        word = lower[last]
        if not word[0].isalpha() or word in closed("prepositions") or word in _COPULAS:
            break
        if noun_kind(word) in _PEOPLE or _nationals(view, last, first):
            return view.span(first, last + 1).text, last + 1
    return None, at


def _nationals(view: Tokens, at: int, first: int) -> bool:
    """Tell whether a capitalised plural names a people: "were Egyptians"."""
    return at == first and view.words[at][0].isupper() and view.lower[at].endswith("s")

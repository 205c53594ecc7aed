"""What breaks a toll down: "mostly women", or a sentence of its own, such as "Nine were children".

Such a sentence holds no effect word: it says of some of those told of before who they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsfacts import Comparator, Quantity
from newsfacts.quantities import begins_quantity, bounded
from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.effects import trigger_at
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.nouns import Counted

__all__ = ["OpenTolls", "Part", "may_break_down", "mostly", "of_victims", "parts"]

Part = tuple[Counted, str | None]
"""A count, and whom it is said to be where its own words do not say so."""

_COPULAS = frozenset(("were", "was", "are", "is"))
_VICTIMS = ["the", "victims", ","]
_TAKEN_UP = frozenset(("those", "them", "these"))
_COMPRISED = (
    ["they", "included"],
    ["they", "include"],
    ["these", "included"],
    ["these", "include"],
)
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_PREDICATE = 5
"""Tokens from "were" to the noun that says who they were: "believed to be young women"."""
_OPENING = 4
"""Tokens before the number that begins such a sentence: "Of the victims, nine"."""
_LISTED = 3
"""Tokens before the first of "Among them were two nurses and a driver"."""
_BELIEVED = frozenset(("to", "be", "the", "a", "an", "all", "both"))
_BELONGING = (["members", "of"], ["part", "of"])
_AMONG_THEM = (("among", "them"), ("among", "those"))
_MOST = frozenset(("mostly", "mainly", "largely", "most"))
_OF_THEM = (("of", "them"), ("of", "whom"))
_JOINING = frozenset((",", "and", ";", "while", "but"))


class OpenTolls:
    """Remembers the tolls of one sentence, that the next can break down."""

    def __init__(self, view: Tokens) -> None:
        """Take an article's tokens."""
        self._view = view
        self._tolls: list[CasualtyClaim] = []
        self._others = 0.0
        """The most people counted beside those tolls, of whom the next may speak instead."""

    def leave(self, made: Sequence[CasualtyClaim], phrases: Sequence[Counted]) -> bool:
        """Remember the tolls among the claims *made* of a sentence; tell whether there are any.

        Args:
            made: its claims.
            phrases: its counted noun phrases.
        """
        tolls = [claim for claim in made if claim.part_of is None and claim.unit == "people"]
        self._tolls = sorted(tolls, key=lambda claim: claim.effect is not Effect.KILLED)
        told, starts = {claim.span.start for claim in made}, self._view.starts
        self._others = max(
            (
                phrase.quantity.value or phrase.quantity.high or 0.0
                for phrase in phrases
                if phrase.kind is NounKind.PEOPLE and starts[phrase.start] not in told
            ),
            default=0.0,
        )
        return bool(tolls)

    def part(
        self, phrase: Counted, who: str | None, dead: CasualtyClaim | None = None
    ) -> CasualtyClaim | None:
        """Return the claim of a part of an open toll, None where it may be of others.

        Args:
            phrase: the count.
            who: whom the text says them to be, where the phrase itself does not.
            dead: the last toll of the dead, where the text says "of the victims".
        """
        value, span = phrase.quantity.value, self._view.span
        if phrase.share:
            return self._share(phrase, who)
        if value is None or (dead is None and value <= self._others):
            return None
        if any(toll.count.value == value for toll in self._tolls):
            return None  # "All four were Americans": the whole toll
        for whole in self._tolls if dead is None else [dead]:
            most = whole.count.value or whole.count.high
            if most is not None and value <= most and value < (whole.count.high or value + 1):
                return attrs.evolve(
                    whole,
                    span=span(phrase.start, phrase.end),
                    count=phrase.quantity,
                    group=who or span(phrase.number, phrase.end).text.removeprefix("of "),
                    of=None,
                    part_of=whole.id,
                    rule="broken_down",
                )
        return None

    def _share(self, phrase: Counted, who: str | None) -> CasualtyClaim | None:
        """Return a share of the one open toll: "Of these, 61 percent are children"."""
        if len(self._tolls) != 1 or self._others or who is None:
            return None
        (whole,) = self._tolls
        span = self._view.span(phrase.start, phrase.end)
        return attrs.evolve(
            whole,
            span=span,
            count=phrase.quantity,
            unit="percent",
            group=who,
            of=whole.group,
            part_of=whole.id,
            rule="broken_down",
        )


def of_victims(lower: Sequence[str]) -> bool:
    """Tell whether a sentence begins with "Of the victims,"."""
    return list(lower[1:4]) == _VICTIMS and lower[0] in ("of", "among")


def may_break_down(lower: Sequence[str]) -> bool:
    """Tell whether the lower-case tokens of a sentence can begin one that breaks down a toll."""
    if list(lower[:2]) in _COMPRISED:
        return True
    if lower[:1] in (["among"], ["of"], ["including"]):
        return lower[1:2] != [] and (lower[1] in _TAKEN_UP or of_victims(lower))
    if any(map(begins_quantity, lower[:2])):
        return not _COPULAS.isdisjoint(lower)
    return "among" in lower and _among_them(lower, 0, len(lower)) is not None


def parts(view: Tokens, start: int, end: int, phrases: Sequence[Counted]) -> Iterator[Part]:
    """Yield the counts of a sentence that say who those told of before were.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        phrases: its counted noun phrases.
    """
    lower = view.lower
    if (among := _among_them(lower, start, end)) is not None:
        yield from ((phrase, None) for phrase in phrases if phrase.end == among)
        return
    if lower[start : start + 2] in _COMPRISED or _opens_with_them(lower, start):
        yield from ((phrase, None) for phrase in _members(view, start, phrases))
        return
    after, begun = start + _OPENING, False
    for phrase in phrases:
        if begun and phrase.start < after:
            continue  # "members of one family"
        if phrase.start > after or (phrase.share and begun):
            return
        who: str | None
        if begun and phrase.kind in _PEOPLE and not phrase.anaphoric:
            who, after = None, phrase.end  # "97 were women and 54 men"
        elif phrase.bare or phrase.anaphoric:
            who, after = _predicate(view, phrase, end)
            if who is None:
                return
        else:
            return
        yield phrase, who
        begun = True
        while after < end and lower[after] in _JOINING:
            after += 1


def _among_them(lower: Sequence[str], start: int, end: int) -> int | None:
    """Return where "were among them" stands, that says whom a count is part of."""
    for at in range(start, end - 2):
        if lower[at] in _COPULAS and tuple(lower[at + 1 : at + 3]) in _AMONG_THEM:
            return at
    return None


def _opens_with_them(lower: Sequence[str], start: int) -> bool:
    """Tell "Among them were two nurses", whose counts are the subject."""
    opening = lower[start] == "among" and lower[start + 1] in _TAKEN_UP
    return opening and lower[start + 2] in _COPULAS


def _members(view: Tokens, start: int, phrases: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the people of a list: "two nurses, a driver and three of their patients"."""
    at = start + _LISTED
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


def mostly(
    view: Tokens, start: int, end: int, made: Sequence[CasualtyClaim]
) -> Iterator[CasualtyClaim]:
    """Yield "mostly women and children" as more than half of the count before it."""
    if _MOST.isdisjoint(view.lower[start:end]):
        return
    for at, first in _most(view.lower, start, end):
        last = first
        while last < end and _is_of_people(view.lower[last]):
            last += 1
        if last < end and trigger_at(view.lower, last, end):
            continue  # "mostly minor injuries"
        before = [claim for claim in made if claim.span.end <= view.starts[at] and claim.count.low]
        wholes = [claim for claim in before if claim.part_of is None and claim.unit == "people"]
        if wholes and last > first:
            low = bounded(wholes[-1].count.low, Comparator.MOST_OF).low
            yield attrs.evolve(
                wholes[-1],
                span=view.span(at, last),
                count=Quantity(value=None, low=low, high=None, comparator=Comparator.MOST_OF),
                group=view.span(first, last).text,
                part_of=wholes[-1].id,
                rule="mostly",
            )


def _most(lower: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where "mostly" or "most of them" begins, and the token after it."""
    for at in range(start, end):
        if lower[at] in _MOST and lower[at] != "most":
            yield at, at + 1
        elif lower[at] == "most" and tuple(lower[at + 1 : at + 3]) in _OF_THEM:
            yield at, at + 3


def _is_of_people(word: str) -> bool:
    return noun_kind(word) is NounKind.PEOPLE or word in ("and", "young", "elderly")

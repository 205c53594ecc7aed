"""Effect words that no lexicon lists whole: parted by a place, or put together from classes."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts_casualties.claims import Effect
from newsfacts_casualties.composed import LOST
from newsfacts_casualties.effects import OWNERS, Form, Trigger, trigger_at
from newsfacts_casualties.lexicon import closed, closed_any

__all__ = ["led", "put_together"]

_HYPHENS = ("-", "–")
_WOUND = 9
"""Tokens from "suffered" to "injuries"."""
_HOSPITAL = 8
"""Tokens from "rushed to" to the hospital, from "staying in" to the shelters."""
_SPENDING = ("spend", "spent", "spending")
_NIGHT = 5
"""Tokens from "spent" to the night or nights."""
_PARTED = 8
"""Tokens from a deed to the "of" after its place."""
_NONE_OF = 5
"""Tokens from "none of the" to the people who did not survive."""
_COPULAS = ("are", "were", "is", "was")
_HURTING = frozenset((Effect.KILLED, Effect.INJURED, Effect.CAPTIVE))
_WHO = frozenset("who that which by they he she it people men women".split())
"""What stands in no "Killed in the attack were"."""
_WHERE = frozenset(
    "in near at outside on last this late during over within yesterday today".split()
)
"""What begins the place or time between a deed and who suffered it."""
_ARTICLES = ("a", "an")
"""What makes "killing in an act of revenge" no killing of anybody there."""


def led(lower: Sequence[str], start: int, at: int, end: int) -> Trigger | None:
    """Return the effect word at *at* that leads to those who suffer past its place or time."""
    found = (_fronted(lower, at, end) or _among(lower, at, end)) if at == start else None
    return found or (_parted(lower, at, end) if lower[at] in closed("deeds") else None)


def put_together(lower: Sequence[str], start: int, at: int, end: int) -> Trigger | None:
    """Return the effect word that begins at *at* and is put together from closed classes."""
    return (
        _wound(lower, at, end)
        or _to_hospital(lower, at, end)
        or _in_shelters(lower, at, end)
        or _none_survived(lower, start, at)
    )


def _fronted(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "Killed in the attack were two guards": the participle leads, those hurt come last."""
    fits = lower[at].endswith(("ed", "ead", "in"))
    return _up_to_copula(lower, at, at, end) if fits else None


def _among(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "Among the dead in Marwa was a nurse", parted by its place."""
    led_in = lower[at] == "among" and lower[at + 1 : at + 2] in (["the"], ["those"])
    return _up_to_copula(lower, at, at + 2, end) if led_in and at + 2 < end else None


def _up_to_copula(lower: Sequence[str], at: int, deed: int, end: int) -> Trigger | None:
    """Return the effect word at *deed* with all from *at* to the "were" before those hurt."""
    whole = trigger_at(lower, deed, deed + 1)
    if whole is None or whole.effect not in _HURTING:
        return None
    for last in range(deed + 1, min(end - 1, at + _PARTED)):
        if lower[last] in _COPULAS:
            return attrs.evolve(whole, words=tuple(lower[at : last + 1]), form=Form.AFTER)
        if not lower[last].isalnum() or lower[last] in _WHO:
            return None
    return None


def _parted(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "the assassination in Marwa of the mayor", parted by its place or time."""
    if at + 1 >= end or lower[at + 1] not in _WHERE:
        return None
    for last in range(at + 2, min(end, at + _PARTED)):
        if lower[last] == "of":
            whole = trigger_at((lower[at], "of"), 0, 2)
            return whole and attrs.evolve(whole, words=tuple(lower[at : last + 1]))
        word = lower[last]
        if not word.isalnum() or word in _ARTICLES or word in closed_any("auxiliaries", "barriers"):
            return None
    return None


def _wound(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "suffered a broken leg and other injuries": any words in between that count nobody."""
    if lower[at] not in closed("suffering"):
        return None
    for last in range(at + 1, min(end, at + _WOUND)):
        word = lower[last]
        if word in closed("wounds"):
            return Trigger(tuple(lower[at : last + 1]), Effect.INJURED, Form.BEFORE)
        if not word.isalpha() and word not in _HYPHENS:
            return None
        if word in closed("barriers") or word in closed("auxiliaries"):
            return None
    return None


def _to_hospital(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "rushed to a nearby private clinic" and "recovering in a Marwa hospital"."""
    if lower[at] in closed("nursing") and lower[at + 1 : at + 2] in (["in"], ["at"]):
        return _there(lower, at, end, "hospitals", Effect.INJURED)
    if lower[at] not in closed("carrying") or lower[at + 1 : at + 2] != ["to"]:
        return None
    return _there(lower, at, end, "hospitals", Effect.INJURED)


def _in_shelters(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "staying in 14 emergency shelters" and "spent a second night in tents"."""
    if lower[at] not in closed("staying"):
        return None
    if lower[at] in _SPENDING:
        nights = range(at + 1, min(end, at + _NIGHT))
        night = next((last for last in nights if lower[last] in ("night", "nights")), None)
        if night is None:
            return None
        last = night
    else:
        last = at
    if lower[last + 1 : last + 2] not in (["in"], ["at"]):
        return None
    there = _there(lower, last, end, "shelters", Effect.DISPLACED)
    return there and attrs.evolve(there, words=tuple(lower[at : last + len(there.words)]))


def _none_survived(lower: Sequence[str], start: int, at: int) -> Trigger | None:
    """Read "none of the 28 people aboard survived"."""
    if lower[at] not in closed("surviving"):
        return None
    before = lower[max(start, at - LOST - _NONE_OF) : at]
    of = [first for first in range(len(before) - 1) if before[first : first + 2] == ["none", "of"]]
    return Trigger((lower[at],), Effect.KILLED, Form.BEFORE) if of else None


def _there(lower: Sequence[str], at: int, end: int, places: str, effect: Effect) -> Trigger | None:
    """Return the trigger from a verb at *at* and its preposition to a word of the list *places*."""
    for last in range(at + 2, min(end, at + _HOSPITAL)):
        word = lower[last]
        if word in closed(places):
            return Trigger(tuple(lower[at : last + 1]), effect, Form.BEFORE)
        if word in OWNERS:
            continue  # "taken to St Anne's Hospital"
        if not word[0].isalnum() or word in closed_any("prepositions", "barriers", "auxiliaries"):
            return None
    return None

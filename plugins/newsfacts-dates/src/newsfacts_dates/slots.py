"""What the words in a rule's slots say: how many, of which unit, which way, how exactly."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

from newsfacts_dates import timex
from newsfacts_dates.context import Slots
from newsfacts_dates.grammar import lexicon
from newsfacts_dates.numerals import number

__all__ = ["amount", "look_up", "mod", "move", "period", "shift", "unit", "unit_value"]

_STEPS: Final = {
    "D": ("D", 1), "NI": ("D", 1), "W": ("W", 1), "WE": ("W", 1), "2W": ("W", 2), "M": ("M", 1),
    "Q": ("Q", 1), "Y": ("Y", 1), "10Y": ("Y", 10), "100Y": ("Y", 100),
}  # fmt: skip
_UNKNOWN: Final = {
    "TS": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX", "TH": "XXXX-XX-XXTXX", "D": "XXXX-XX-XX",
    "NI": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "10Y": "XXX", "100Y": "XX",
}  # fmt: skip
_MODIFYING: Final = frozenset(("early", "edge", "mod", "modyear"))
_HOUR = 60
_DOZEN = 12.0


@lru_cache(maxsize=2048)
def look_up(word: str, *classes: str) -> str | int:
    """Return what *word* means in the first of *classes* of the lexicon that has it.

    Raises:
        KeyError: if none has it.
    """
    tables = lexicon()
    for name in classes:
        for form in (word, word.capitalize(), word.upper()):
            if form in tables[name]:
                return tables[name][form]
    raise KeyError(word)


def mod(slots: Slots) -> str | None:
    """Return the TIMEX3 mod of an expression, None where it is plain."""
    mods = lexicon()["MOD"]
    if _MODIFYING.isdisjoint(slots):
        return None
    for slot in ("early", "edge", "mod", "modyear"):
        words = slots.get(slot)
        if words:
            for key in (" ".join(words[:2]), *words, words[0].partition("-")[0]):
                if key in mods:
                    return str(mods[key]) or None
    return None


def shift(slots: Slots) -> int | None:
    """Return -1 for "last", 0 for "this", 1 for "next"; None where there is no such word."""
    words = slots.get("shift")
    return None if words is None else int(lexicon()["SHIFT"].get(words[-1], 0))


def unit(slots: Slots) -> str:
    """Return the unit of time: TS, TM, TH, D, NI, W, 2W, WE, M, Q, Y, 10Y or 100Y."""
    return str(look_up(slots["unit"][0], "UNIT", "UNITS"))


def amount(slots: Slots) -> float | None:
    """Return how many units an expression counts, None where it says so vaguely."""
    if "half" in slots:
        return 0.5
    if "n" in slots:
        count = number(slots["n"])
        return count + 0.5 if count is not None and "plus" in slots else count
    if "vague" in slots:
        words = slots["vague"]
        if "couple" in words:
            return 2.0
        if words[-1] == "dozen":
            return _DOZEN / 2 if "half" in words else _DOZEN
        return None
    return 1.5 if "plus" in slots else 1.0


def period(count: float | None, of: str) -> str:
    """Return the value of a duration: `P7W`, `PT8H`, `PXD` where *count* is None.

    Args:
        count: how many, None if vague.
        of: the unit.
    """
    time = "T" if of.startswith("T") else ""
    if count is None:
        return f"P{time}X{ {'10Y': 'DE', '100Y': 'CE', '2W': 'W'}.get(of, of.removeprefix('T')) }"
    if of in ("10Y", "100Y", "2W"):
        count *= int(of[:-1])
        of = of[-1]
    if count == 0.5 and of in ("TH", "Y"):  # noqa: PLR2004 - half an hour is 30 minutes
        count, of = (_HOUR / 2, "TM") if of == "TH" else (6, "M")
    text = f"{count:.3f}".rstrip("0").rstrip(".")
    return f"P{time}{text}{of.removeprefix('T')}"


def move(day: dt.date | None, count: float, of: str) -> dt.date | None:
    """Return *day* moved by *count* units; None where *day* is, or where the calendar ends."""
    if day is None or of not in _STEPS:
        return None
    step, size = _STEPS[of]
    if step == "Y" and count * size % 1:
        return timex.shift(day, round(count * size * 12), "M")
    return timex.shift(day, round(count * size), step)


def unit_value(of: str, day: dt.date | None) -> str:
    """Return the value of the week, month, ... that holds *day*; X for digits where it is None."""
    if day is None:
        return _UNKNOWN[of]
    if of in ("Y", "10Y", "100Y"):
        return timex.year(day.year)[: {"Y": 4, "10Y": 3, "100Y": 2}[of]]
    if of in ("W", "2W"):
        return timex.week(day)
    named = {"WE": timex.weekend, "M": timex.month, "Q": timex.quarter}
    return named.get(of, timex.day)(day)

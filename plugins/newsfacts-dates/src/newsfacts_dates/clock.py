"""Times of day: from the words of an expression to the end of a TIMEX3 value."""

from __future__ import annotations

import re

from newsfacts_dates.context import Slots
from newsfacts_dates.numerals import number
from newsfacts_dates.slots import look_up

__all__ = ["time_of_day"]

_CLOCK = re.compile(
    r"(?P<hours>\d\d?|[a-z]+)(?:[:.h]?(?P<minutes>\d\d))?(?::(?P<seconds>\d\d))?"
    r"(?P<half>[ap])?(?:\.?m\.?)?(?:hrs?)?(?P<zone>gmt|utc|z)?"
)
_SAYING_WHEN = frozenset(("part", "mil", "clock"))
_AFTER_NOON = frozenset(("afternoon", "evening", "night", "tonight"))
_AT_ITS_END = frozenset(("weekday", "day", "part"))
_NOON = 12


def time_of_day(slots: Slots) -> str | None:
    """Return the time that an expression names (`T19:30`, `TMO`), None where it names none."""
    if _SAYING_WHEN.isdisjoint(slots):
        return None
    part = slots.get("part", ("",))[0]
    if "mil" in slots:
        clock = _military(slots["mil"][0])
    elif "clock" in slots:
        word = slots["clock"][0]
        if word == "midnight" and not _AT_ITS_END.isdisjoint(slots):
            return "T24:00"  # a deadline at midnight Friday is the end of Friday
        if word in ("noon", "midday", "midnight"):
            return str(look_up(word, "NOON")) + _zone(slots)
        half = slots["ap"][0][0] if "ap" in slots else "p" if part in _AFTER_NOON else None
        if "clock2" in slots and half and _hour(word) > _hour(slots["clock2"][0]):
            half = "a" if half == "p" else "p"  # "between 9 and 5 p.m."
        read = _clock(word, half)
        if read is None:
            return None
        clock = _moved(read, slots["fraction"]) if "fraction" in slots else read
    elif part:
        value = str(look_up(part, "PART", "NOON"))
        return value if value.startswith("T") else f"T{value}"
    else:
        return None
    if "alt" in slots:
        return clock + _zone_between(clock, slots["alt"][0])
    return clock + _zone(slots)


def _zone(slots: Slots) -> str:
    return str(look_up(slots["tz"][0].upper(), "TZ")) if "tz" in slots else ""


def _military(word: str) -> str:
    return f"T{word[:2]}:{word[2:]}"


def _clock(word: str, half: str | None) -> str | None:
    """Read `10:30`, `7.30pm`, `7`, `seven` or `0600GMT`."""
    read = _CLOCK.fullmatch(word)
    if read is None:
        return None
    hours = number([read["hours"]])
    if hours is None:
        return None
    half = read["half"] or half
    if half:
        hours = hours % _NOON + (_NOON if half == "p" else 0)
    clock = f"T{int(hours):02}:{read['minutes'] or '00'}"
    if read["seconds"]:
        clock += f":{read['seconds']}"
    return clock + "Z" if read["zone"] else clock


def _moved(clock: str, words: tuple[str, ...]) -> str:
    """Return the time that "half past" or "a quarter to" the full hour *clock* names."""
    minutes = 30 if "half" in words else 15
    hours, minutes = divmod(int(clock[1:3]) * 60 + (-minutes if "to" in words else minutes), 60)
    return f"T{hours % 24:02}:{minutes:02}"


def _hour(word: str) -> float:
    """Return the hour of `10:30` or `ten` on a clock's face."""
    return (number([word.partition(":")[0]]) or 0) % _NOON


def _zone_between(clock: str, alternative: str) -> str:
    """Return the zone of *clock* (`T19:00`) where the same moment is *alternative* in GMT."""
    digits = re.sub(r"\D", "", alternative)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)  # noqa: PLR2004 - hours alone have two digits at most
    half_day, day = 12 * 60, 24 * 60
    ahead = int(clock[1:3]) * 60 + int(clock[4:6]) - hours * 60 - minutes
    ahead = (ahead + half_day) % day - half_day
    return f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02}:{abs(ahead) % 60:02}"

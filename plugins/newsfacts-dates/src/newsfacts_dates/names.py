"""Named times: when Ramadan, Easter or a user's own feast is, in a given year.

The little language of `when` is explained in data/names.toml.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from newsfacts_dates import timex
from newsfacts_dates.calendars import easter, hebrew, hijri_days, nth_weekday
from newsfacts_dates.context import Context, Resolution, date
from newsfacts_dates.days import year_of
from newsfacts_dates.grammar import words_of
from newsfacts_dates.moons import lunar_new_year
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import mod, shift, unit_value

__all__ = ["built_in", "check", "days_of", "is_country", "named"]

_EITHER = " or "
_NEAR = 31
"""Days within which one of two feasts of a name is told."""
_FAR = 60
"""A feast this many days off gives way to the clause's direction."""
_ADJECTIVE = ("ian", "ean", "can", "ish", "ese")

Days = tuple[dt.date, dt.date]
"""The first and the last day of a named time."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FORMS = {
    "day": re.compile(r"(\d\d)-(\d\d)"),
    "date": re.compile(r"(\d{4})-(\d\d)-(\d\d)"),
    "easter": re.compile(r"(easter|orthodox)([+-]\d{1,3})"),
    "lunar": re.compile(r"lunar([+-]\d{1,3})"),
    "nth": re.compile(r"(?:([a-z]{3}) after )?(-1|[1-5]) ([a-z]{3}) (\d\d?)"),
    "hijri": re.compile(r"(?:hijri )?(\d\d?)(?:-(\d\d?))?"),
    "hebrew": re.compile(r"(?:hebrew )?(\d\d?)-(\d\d?)"),
}  # fmt: skip


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("newsfacts_dates").joinpath("data/names.toml").read_text("utf-8"))


def built_in() -> Mapping[str, str]:
    """Return the names of data/names.toml and when they are."""
    names: dict[str, str] = _data()["names"]
    return names


@cache
def _of_one_country() -> frozenset[str]:
    """Return the names that mean other days in other countries, as slots hold them."""
    return frozenset(" ".join(words_of(name)).lower() for name in _data()["national"]["names"])


def is_country(before: str) -> bool:
    """Tell "Ukraine's" and "Canadian" before a named time, which make it theirs."""
    if before in ("'s", "’s"):
        return True
    adjective = before[:1].isupper() and before.endswith(_ADJECTIVE) and before != "American"
    return adjective or before in _data()["national"]["adjectives"]


def check(when: str) -> None:
    """Do nothing where *when* can be read.

    Raises:
        ValueError: where it cannot; says so.
    """
    leap_year = 2024  # and within every calendar
    if not all(days_of(each, leap_year) for each in when.split(_EITHER)):
        raise ValueError(f"{when!r} is no time of the year; data/names.toml shows the forms")


def days_of(when: str, year: int) -> tuple[Days, ...]:
    """Return the first and last days of what begins in *year*; none where the calendar ends.

    Args:
        when: in the language of data/names.toml.
        year: Gregorian.
    """
    if _EITHER in when:
        return tuple(span for each in when.split(_EITHER) for span in days_of(each, year))
    try:
        calendar, _, _ = when.partition(" ")
        if calendar == "hijri":
            return _hijri(when, year)
        first, _, last = when.partition("/")
        start = _day(first, calendar, year)
        end = _day(last, calendar, year) if last else start
    except (OverflowError, ValueError):
        return ()
    return ((start, end),) if start and end and start <= end else ()


def _day(when: str, calendar: str, year: int) -> dt.date | None:
    """Return the day of *when* in *year*, None where it cannot be read."""
    if calendar == "hebrew":
        read = _FORMS["hebrew"].fullmatch(when)
        return hebrew(year, int(read[1]), int(read[2])) if read else None
    if read := _FORMS["day"].fullmatch(when):
        return dt.date(year, int(read[1]), int(read[2]))
    if read := _FORMS["date"].fullmatch(when):
        return dt.date.fromisoformat(when)
    if read := _FORMS["easter"].fullmatch(when):
        return easter(year, orthodox=read[1] == "orthodox") + dt.timedelta(days=int(read[2]))
    if read := _FORMS["lunar"].fullmatch(when):
        return lunar_new_year(year) + dt.timedelta(days=int(read[1]))
    if read := _FORMS["nth"].fullmatch(when):
        day = nth_weekday(year, int(read[4]), _WEEKDAYS.index(read[3]) + 1, int(read[2]))
        if read[1]:
            later = (_WEEKDAYS.index(read[1]) - _WEEKDAYS.index(read[3])) % 7
            day += dt.timedelta(days=later or 7)
        return day
    return None


def _hijri(when: str, year: int) -> tuple[Days, ...]:
    first, _, last = when.partition("/")
    read = _FORMS["hijri"].fullmatch(first)
    if read is None:
        return ()
    spans = hijri_days(year, int(read[1]), int(read[2]) if read[2] else None)
    until = _FORMS["hijri"].fullmatch(last) if last else None
    if until is None:
        return spans
    more = dt.timedelta(days=int(until[2] or 1) - int(read[2] or 1))
    return tuple((start, end + more) for start, end in spans)


def named(found: Found, context: Context) -> Resolution | None:
    """Resolve a name: of the year given, else as it is nearest to publication; see `_around`."""
    name = " ".join(found.slots["name"])
    if context.owner and name in _of_one_country():
        return date(_unresolved(""))  # "Ukraine's Independence Day"
    when = context.names[name]
    year, which, published = year_of(found.slots, context), shift(found.slots), context.published
    if year is not None and year.isdigit():
        spans = days_of(when, int(year))
    elif _FORMS["date"].fullmatch(when):
        spans = days_of(when, int(when[:4]))
    elif published is None:
        if "weekend" in found.slots:
            return date(unit_value("WE", None))
        return date("XXXX" if "/" in when or when.startswith("hijri") else _unresolved(when))
    else:
        spans = _around(when, which, published, context)
    if _EITHER in when and not (spans and published and _distance(spans[0], published) <= _NEAR):
        return date("XXXX-XX-XX")
    if not spans:
        return None
    first, last = spans[0]
    if "weekend" in found.slots:
        return date(timex.weekend(first - _SINCE_WEEKEND))
    value = timex.day(first) if first == last else f"{timex.day(first)}/{timex.day(last)}"
    return date(value, mod(found.slots))


def _around(when: str, which: int | None, published: dt.date, context: Context) -> tuple[Days, ...]:
    """Return the days of *when* around publication, those that the text means first."""
    years = (published.year + each for each in (-1, 0, 1))
    spans = [span for year in years for span in days_of(when, year)]
    spans.sort(key=lambda span: _distance(span, published))
    if which is None and spans and _distance(spans[0], published) > _FAR:
        way = context.look()
        return tuple(s for s in spans if (s[0] - published).days * way > 0) or tuple(spans)
    if which in (-1, 1):
        spans = [span for span in spans if (span[0] - published).days * which > 0]
    return tuple(spans)


_SINCE_WEEKEND = dt.timedelta(days=1)
"""A feast's weekend is that of its week, and the one before for a Monday: Labor Day's."""


def _unresolved(when: str) -> str:
    return f"XXXX-{when}" if _FORMS["day"].fullmatch(when) else "XXXX-XX-XX"


def _distance(span: Days, day: dt.date) -> int:
    """Return how many days *day* is outside of *span*."""
    return max((span[0] - day).days, (day - span[1]).days, 0)

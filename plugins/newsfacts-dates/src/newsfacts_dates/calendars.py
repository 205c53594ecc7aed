"""Days of other calendars and movable feasts, as dates of ours: pure functions over years.

Hijri dates follow the Umm al-Qura calendar of Saudi Arabia (hijridate); Easter is reckoned after
Meeus, Astronomical Algorithms, ch. 8; Hebrew dates after Reingold and Dershowitz, Calendrical
Calculations, 4th ed., 8.1.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

__all__ = ["easter", "hebrew", "hijri_days", "nth_weekday"]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """Return the *nth* weekday (1 is Monday) of a month; -1 is the last."""
    if nth < 0:
        last = (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1)
        last -= dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


@lru_cache(maxsize=1024)
def easter(year: int, *, orthodox: bool = False) -> dt.date:
    """Return Easter Sunday of *year*, as a date of the Gregorian calendar.

    Raises:
        ValueError: if the calendar has no such year.
    """
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + sunday + 114, 31)
        behind = year // 100 - year // 400 - 2  # days that the Julian calendar is behind
        return dt.date(year, month, day + 1) + dt.timedelta(days=behind)
    century, rest = divmod(year, 100)
    golden = year % 19
    moved = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - moved + 15) % 30
    late = (golden + 11 * moon) // 319
    sunday = (2 * (century % 4) + 2 * (rest // 4) - rest % 4 - moon + late + 32) % 7
    month, day = divmod(moon - late + sunday + 114, 31)
    return dt.date(year, month, day + 1)


@lru_cache(maxsize=1024)
def hijri_days(year: int, month: int, day: int | None) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the first and last days of a Hijri month, or day, that begin in *year* of ours.

    Args:
        year: Gregorian.
        month: 1 to 12, 9 is Ramadan.
        day: a day of it, None for the whole month.
    """
    from hijridate import Gregorian, Hijri

    try:
        last_hijri = Gregorian(year, 12, 31).to_hijri().year
    except (OverflowError, ValueError):  # outside of 1924-2077
        return ()
    found = []
    for hijri_year in (last_hijri - 1, last_hijri):
        try:
            first = Hijri(hijri_year, month, day or 1)
        except (OverflowError, ValueError):
            continue
        start = dt.date(*first.to_gregorian().datetuple())
        length = 1 if day else first.month_length()
        if start.year == year:
            found.append((start, start + dt.timedelta(days=length - 1)))
    return tuple(found)


_HEBREW_EPOCH = -1373427
"""Rata die of the day before 1 Tishri of Hebrew year 1, by the formula below."""
_MONTHS_TO_NISAN = 6


def hebrew(year: int, month: int, day: int) -> dt.date:
    """Return a day of the Hebrew year that ends in *year* of ours, or begins there.

    Args:
        year: Gregorian.
        month: 1 is Nisan, 7 is Tishri, 9 is Kislev (no others are needed).
        day: of the month.
    """
    if month < _MONTHS_TO_NISAN:
        # From Nisan to the new year there are always 177 days.
        return _new_year(year + 3761) - dt.timedelta(days=177 - (day - 1))
    first = _new_year(year + 3761)
    if month == 7:  # noqa: PLR2004
        return first + dt.timedelta(days=day - 1)
    long_marheshvan = (_new_year(year + 3762) - first).days in (355, 385)
    return first + dt.timedelta(days=59 + long_marheshvan + day - 1)


@lru_cache(maxsize=1024)
def _new_year(year: int) -> dt.date:
    """Return 1 Tishri of a Hebrew year."""
    elapsed = [_elapsed_days(each) for each in (year - 1, year, year + 1)]
    delay = 0
    if elapsed[2] - elapsed[1] == 356:  # noqa: PLR2004 - no Hebrew year is that long
        delay = 2
    elif elapsed[1] - elapsed[0] == 382:  # noqa: PLR2004 - nor that short
        delay = 1
    return dt.date.fromordinal(_HEBREW_EPOCH + elapsed[1] + delay)


def _elapsed_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + ((3 * (day + 1)) % 7 < 3)  # noqa: PLR2004 - 3 of 7 days are postponed

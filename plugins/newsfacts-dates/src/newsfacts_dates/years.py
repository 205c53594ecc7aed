"""Quarters, halves, spans of days and years, decades and centuries."""

from __future__ import annotations

import re

from newsfacts_dates import timex
from newsfacts_dates.context import Context, Resolution, date
from newsfacts_dates.days import calendar_date, year_of
from newsfacts_dates.numerals import ordinal
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import look_up, mod, unit

__all__ = ["century", "day_range", "decade", "half", "period_of_year", "quarter", "year_range"]

_QUARTERS = 4
_FIRST_HALVES = frozenset(("first", "1st", "h1", "1h"))
_LONGEST_RANGE = 150
_FEWEST_CENTURIES, _MOST_CENTURIES = 2, 30


def day_range(found: Found, context: Context) -> Resolution | None:
    """Resolve "July 8-26" and "18-20 March", both days included."""
    slots = found.slots
    if "span" in slots:
        ends = re.split("[–-]", slots["span"][0])
    else:
        ends = [slots["day"][0], slots["day2"][0]]
    days = [calendar_date({**slots, "day": (end,)}, context) for end in ends]
    first, last = days
    return date(f"{first}/{last}") if first and last and first < last else None


def year_range(found: Found, _context: Context) -> Resolution | None:
    """Resolve "2009-2010" and "1990-91", both years included."""
    slots = found.slots
    if "yearspan" in slots:
        first, last = re.split("[–/-]", slots["yearspan"][0])
    else:
        first, last = slots["year"][0], slots["year2"][0]
    last = first[: -len(last)] + last
    if not int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return None
    return date(f"{first}/{last}")


def quarter(found: Found, context: Context) -> Resolution | None:
    """Resolve "the third quarter": of the year named, else the last one that has begun."""
    slots = found.slots
    if "quarter" in slots:
        which: int | None = int(slots["quarter"][0].strip("q"))
    else:
        which = ordinal(slots["ordinal"][0])
    if which is None or which > _QUARTERS:
        return None
    year = year_of(slots, context)
    if year is None:
        published = context.published
        if published is None:
            return date(f"XXXX-Q{which}")
        this = (published.month + 2) // 3
        ahead = which > this and context.look() != 1
        year = timex.year(published.year - ahead)
    return date(f"{year}-Q{which}")


def period_of_year(found: Found, context: Context) -> Resolution | None:
    """Resolve "the 1988 period" and "the year-ago quarter" by the quarter last spoken of."""
    slots = found.slots
    year = year_of(slots, context)
    if year is None:
        known = [int(context.quarter[:4])] if context.quarter else []
        known += [context.published.year] if context.published else []
        year = timex.year(min(known) - 1) if known else "XXXX"
    if context.quarter and slots.get("unit") != ("year",):
        return date(f"{year}{context.quarter[4:]}")
    return date(f"{year}-QX" if "unit" in slots and unit(slots) == "Q" else year)


def half(found: Found, context: Context) -> Resolution | None:
    """Resolve "the first half of 2021"."""
    year = year_of(found.slots, context)
    if year is None:
        year = timex.year(context.published.year) if context.published else "XXXX"
    return date(f"{year}-H{1 if found.slots['ordinal'][0] in _FIRST_HALVES else 2}")


def decade(found: Found, _context: Context) -> Resolution | None:
    """Resolve "the 1990s", "the late '60s" and "the nineties"."""
    word = found.slots["decade"][0]
    how = mod(found.slots)
    digits = re.search(r"\d+", word)
    if digits is None:
        return date(f"19{look_up(word, 'DECADEWORD')}", how)
    if word[0].isalpha():
        how = mod({"early": (re.split("[-–]", word)[0],)})
    text = digits[0] if len(digits[0]) > len("90") else f"19{digits[0]}"
    return date(text[:3], how)


def century(found: Found, _context: Context) -> Resolution | None:
    """Resolve "the late 19th century": its value is 18."""
    value = ordinal(found.slots["century"][0])
    if value is None or not _FEWEST_CENTURIES <= value <= _MOST_CENTURIES:
        return None
    return date(f"{value - 1:02}", mod(found.slots))

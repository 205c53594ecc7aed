"""Quarters, halves, spans of days and years, decades and centuries."""

from __future__ import annotations

import datetime as dt
import re

from newsfacts_dates import timex
from newsfacts_dates.context import Context, Resolution, date
from newsfacts_dates.days import calendar_date, year_of
from newsfacts_dates.numerals import number, ordinal
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import look_up, mod, unit, unit_value

__all__ = [
    "century",
    "day_range",
    "decade",
    "half",
    "numbered_week",
    "period_of_year",
    "quarter",
    "quarter_by_months",
    "same_of_year",
    "units_of_year",
    "year_range",
]

_QUARTERS = 4
_FIRST_HALVES = frozenset(("first", "1st", "h1", "1h"))
_JUNE = 6
_LONGEST_RANGE = 150
_MONTHS = {"M": 1, "Q": 3}
_PARTS = {("START", 3): "Q1", ("START", 6): "H1", ("END", 6): "H2", ("END", 3): "Q4"}
"""The value of the first or last so many months of a year."""
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


def year_range(found: Found, context: Context) -> Resolution | None:
    """Resolve "2009-2010" and "1990-91", both years included."""
    slots = found.slots
    if "yearspan" in slots:
        first, last = re.split("[–/-]", slots["yearspan"][0])
    else:
        first, last = year_of(slots, context) or "", slots["year2"][0]
    last = first[: -len(last)] + last
    if not int(first) < int(last) <= int(first) + _LONGEST_RANGE:
        return None
    return date(f"{first}/{last}")


def quarter(found: Found, context: Context) -> Resolution | None:
    """Resolve "the third quarter": of the year named, else the last one that has begun."""
    slots = found.slots
    if "quarter" in slots:
        which: int | None = int(slots["quarter"][0].replace("q", "")[0])
    else:
        word = slots["ordinal"][0]
        which = {"START": 1, "END": _QUARTERS}.get(mod({"edge": (word,)}) or "") or ordinal(word)
    if which is None or which > _QUARTERS:
        return None
    year = year_of(slots, context)
    if "quarter" in slots and len(slots["quarter"][0]) > len("q3"):
        year = f"20{slots['quarter'][0][-2:]}"
    if year is None:
        published = context.published
        if published is None:
            return date(f"XXXX-Q{which}")
        this = (published.month + 2) // 3
        ahead = which > this and context.look() != 1
        year = timex.year(published.year - ahead)
    return date(f"{year}-Q{which}")


def numbered_week(found: Found, context: Context) -> Resolution | None:
    """Resolve "week 34 of 2023" and "epidemiological week 9": the last one that has begun."""
    number, year = int(found.slots["week"][0].lstrip("w")), year_of(found.slots, context)
    if year is None:
        if context.published is None:
            return date(f"XXXX-W{number:02}")
        this = context.published.isocalendar()
        year = timex.year(this.year - (number > this.week and context.look() != 1))
    dt.date.fromisocalendar(int(year), number, 1)  # does the year have so many?
    return date(f"{year}-W{number:02}")


def quarter_by_months(found: Found, context: Context) -> Resolution | None:
    """Resolve "the April-June quarter" where the calendar has it."""
    first, last = (int(look_up(found.slots[each][0], "MONTH")) for each in ("month", "until"))
    if last % 3 or first != last - 2:
        return None
    year = (calendar_date({"month": found.slots["until"]}, context) or "XXXX")[:4]
    return date(f"{year}-Q{last // 3}")


def period_of_year(found: Found, context: Context) -> Resolution | None:
    """Resolve "the 1988 period" and "the year-ago quarter" by the quarter last spoken of."""
    slots = found.slots
    year = year_of(slots, context) or _year_before(context)
    if context.quarter:
        return date(f"{year}{context.quarter[4:]}")
    return date(f"{year}-QX" if "unit" in slots and unit(slots) == "Q" else year)


def _year_before(context: Context) -> str:
    """Return the year before that of the quarter spoken of, else before that of publication."""
    quarter = context.quarter_a_year_ago
    if quarter is not None:
        return quarter[:4]
    return timex.year(context.published.year - 1) if context.published else "XXXX"


def same_of_year(found: Found, context: Context) -> Resolution | None:
    """Resolve "the same month last year" from the month last spoken of, and so quarters and days.

    "The same period" and "this time last year" without a quarter spoken of are as fine as a year.
    """
    slots = found.slots
    year = year_of(slots, context)
    of = unit(slots) if "unit" in slots else None
    if of == "Q" or (of is None and context.quarter):
        return period_of_year(found, context)
    day = (context.named(of) or context.published) if of else None
    if of is None or day is None:
        return date(year or _year_before(context))
    back = day.year - int(year) if year else 1
    return date(unit_value(of, timex.shift(day, -back, "Y")))


def units_of_year(found: Found, context: Context) -> Resolution | None:
    """Resolve "the first three months of 2021" and "the last two quarters of the year"."""
    slots = found.slots
    year = year_of(slots, context) or unit_value("Y", context.published)
    part = _PARTS[mod(slots) or "", int(number(slots["n"]) or 0) * _MONTHS[unit(slots)]]
    return date(f"{year}-{part}")


def half(found: Found, context: Context) -> Resolution | None:
    """Resolve "the first half of 2021"; a bare "H2" in spring is last year's."""
    which = 1 if found.slots["ordinal"][0] in _FIRST_HALVES else 2
    year, published = year_of(found.slots, context), context.published
    if year is None and published is None:
        year = "XXXX"
    elif year is None and published is not None:
        early = found.rule.name == "half_year_bare" and which > 1 + (published.month > _JUNE)
        year = timex.year(published.year - (early and context.look() < 1))
    return date(f"{year}-H{which}")


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
    early, _, late = found.slots["century"][0].rpartition("-")
    value, how = ordinal(late), mod({"early": (early,)}) if early else mod(found.slots)
    if value is None or not _FEWEST_CENTURIES <= value <= _MOST_CENTURIES:
        return None
    if "bc" in found.slots:
        return date(f"BC{value - 1:02}", how)
    return date(f"{value - 1:02}", how)

"""Days told by their place in a month: "the first Sunday in May", "the 26th of last month"."""

from __future__ import annotations

import datetime as dt

from newsfacts_dates import timex
from newsfacts_dates.calendars import nth_weekday as day_of_nth
from newsfacts_dates.context import Context, Resolution, Slots, date
from newsfacts_dates.days import calendar_date
from newsfacts_dates.numerals import ordinal
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import look_up, move, shift

__all__ = ["day_of_month", "nth_weekday"]

_MOST = 5
_LAST = -1


def nth_weekday(found: Found, context: Context) -> Resolution | None:
    """Resolve "the first Sunday in May" and "the last Friday of this month"."""
    slots = found.slots
    month = _first_of_month(slots, context)
    weekday = int(look_up(slots["weekday"][0], "WEEKDAY"))
    word = slots["nth"][0]
    nth = _LAST if word in ("last", "final") else ordinal(word)
    if nth is None or nth > _MOST:
        return None
    if month is None:
        return date(f"XXXX-WXX-{weekday}")
    day = day_of_nth(month.year, month.month, weekday, nth)
    return date(timex.day(day)) if day.month == month.month else None


def day_of_month(found: Found, context: Context) -> Resolution | None:
    """Resolve "the 26th of last month"."""
    month, day = _first_of_month(found.slots, context), ordinal(found.slots["day"][0])
    if day is None:
        return None
    return date(f"XXXX-XX-{day:02}" if month is None else timex.day(month.replace(day=day)))


def _first_of_month(slots: Slots, context: Context) -> dt.date | None:
    """Return the first day of the month that *slots* name, None where it stays open."""
    if "month" in slots:
        value = calendar_date(slots, context)
        return dt.date.fromisoformat(f"{value}-01") if value and value[:1].isdigit() else None
    moved = move(context.published, shift(slots) or 0, "M")
    return None if moved is None else moved.replace(day=1)

"""Weekdays, months and seasons that follow or go before what the text named last.

"The following Tuesday", "that Friday", "the previous January": where the text has named nothing so
fine they stay open, as the day of publication says nothing of them.
"""

from __future__ import annotations

import datetime as dt

from newsfacts import TimexType
from newsfacts_dates import timex
from newsfacts_dates.clock import time_of_day
from newsfacts_dates.context import Context, Resolution, date
from newsfacts_dates.days import SEASON_STARTS
from newsfacts_dates.numerals import number
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import amount, look_up, move, shift, unit, unit_value

__all__ = [
    "following_month",
    "following_weekday",
    "some_weekday",
    "that_weekday",
    "week_on_weekday",
    "weekday_before_last",
    "weekdays_ago",
]

_WEEK = 7
_A_MONTH = len("2014-08")


def following_weekday(found: Found, context: Context) -> Resolution | None:
    """Resolve "the following Tuesday" and "the previous Friday night"."""
    base, weekday = context.named("D"), _number(found)
    if base is None:
        return _day(found, f"XXXX-WXX-{weekday}")
    if shift(found.slots) == 1:
        days = (weekday - base.isoweekday()) % _WEEK or _WEEK
    else:
        days = -((base.isoweekday() - weekday) % _WEEK or _WEEK)
    return _day(found, timex.day(base + dt.timedelta(days)))


def that_weekday(found: Found, context: Context) -> Resolution | None:
    """Resolve "that Friday" within the week of the day named; a day gone by there stays open."""
    base, weekday = context.named("D"), _number(found)
    if base is None or weekday < base.isoweekday():
        return _day(found, f"XXXX-WXX-{weekday}")
    return _day(found, timex.day(base + dt.timedelta(weekday - base.isoweekday())))


def some_weekday(found: Found, _context: Context) -> Resolution | None:
    """Resolve "a Sunday" and "the Monday before the vote": nobody says which."""
    return _day(found, f"XXXX-WXX-{_number(found)}")


def weekday_before_last(found: Found, context: Context) -> Resolution | None:
    """Resolve "the Monday before last"."""
    return _weeks_back(_number(found), 1, context)


def week_on_weekday(found: Found, context: Context) -> Resolution | None:
    """Resolve "a week on Friday", "Friday week" and "a week tomorrow": British, always ahead."""
    slots, published = found.slots, context.published
    weekday = _number(found) if "weekday" in slots else None
    if published is None:
        return date("XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday}")
    days = 1 if weekday is None else (weekday - published.isoweekday()) % _WEEK or _WEEK
    moved = move(published + dt.timedelta(days), amount(slots) or 1, unit(slots))
    return date(unit_value("D", moved))


def weekdays_ago(found: Found, context: Context) -> Resolution | None:
    """Resolve "two Fridays ago"."""
    count = number(found.slots["n"])
    if count is None:
        return None
    weekday = int(look_up(found.slots["weekday"][0], "WEEKDAYS"))
    return _weeks_back(weekday, int(count) - 1, context)


def _weeks_back(weekday: int, weeks: int, context: Context) -> Resolution:
    """Return the last such weekday before publication, or so many weeks before that."""
    if context.published is None:
        return date(f"XXXX-WXX-{weekday}")
    back = (context.published.isoweekday() - weekday) % _WEEK or _WEEK
    return date(timex.day(context.published - dt.timedelta(back + _WEEK * weeks)))


def following_month(found: Found, context: Context) -> Resolution | None:
    """Resolve "the following January" and "the previous summer"."""
    slots, base = found.slots, context.named("Y")
    if "month" in slots:
        first = int(look_up(slots["month"][0], "MONTH"))
        part = f"{first:02}"
    else:
        part = str(look_up(slots["season"][0], "SEASON"))
        first = SEASON_STARTS[part]
    if base is None:
        return date(f"XXXX-{part}")
    ahead = shift(slots) == 1
    if len(context.last or "") < _A_MONTH:  # a year: the next one's, or the one's before
        year = base.year + (1 if ahead else -1)
    elif ahead:
        year = base.year + (first <= base.month)
    else:
        year = base.year - (first >= base.month)
    return date(f"{timex.year(year)}-{part}")


def _number(found: Found) -> int:
    """Return the ISO number of the weekday of *found*."""
    return int(look_up(found.slots["weekday"][0], "WEEKDAY"))


def _day(found: Found, day: str) -> Resolution:
    clock = time_of_day(found.slots)
    return date(day) if clock is None else Resolution(TimexType.TIME, day + clock)

"""TIMEX3 values and the time they cover: pure functions over strings and dates.

Values are those of TimeML (Saurí et al. 2006, TimeML Annotation Guidelines 1.2.1, 2.3.3), and
`A/B` for a span of days, both included.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from newsfacts import Interval

__all__ = ["bounds", "day", "month", "quarter", "shift", "week", "weekend", "year"]

_A_DAY = len("2014-08-19")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHAPE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:]+|[A-Z]{2})(?P<zone>Z|[+-]\d\d:\d\d)?)?)?"
    r"|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
)


def day(date: dt.date) -> str:
    """Return the value of a day: `2014-08-19`."""
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def week(date: dt.date) -> str:
    """Return the value of the ISO week that holds *date*: `2014-W34`."""
    number = date.isocalendar()
    return f"{number.year:04}-W{number.week:02}"


def weekend(date: dt.date) -> str:
    """Return the value of the weekend of the ISO week that holds *date*: `2014-W34-WE`."""
    return f"{week(date)}-WE"


def month(date: dt.date) -> str:
    """Return the value of the month that holds *date*: `2014-08`."""
    return f"{date.year:04}-{date.month:02}"


def quarter(date: dt.date) -> str:
    """Return the value of the quarter that holds *date*: `2014-Q3`."""
    return f"{date.year:04}-Q{(date.month + 2) // 3}"


def year(number: int) -> str:
    """Return the value of a year: `2014`."""
    return f"{number:04}"


def shift(date: dt.date, count: int, unit: str) -> dt.date | None:
    """Return *date* moved by *count* days, weeks, months, quarters or years.

    Args:
        date: where to begin.
        count: how many, negative into the past.
        unit: D, W, M, Q or Y.

    Returns:
        None where the calendar ends; the last day of the month where the day does not exist.
    """
    try:
        if unit in ("D", "W"):
            return date + dt.timedelta(days=count * (7 if unit == "W" else 1))
        months = date.year * 12 + date.month - 1 + count * {"M": 1, "Q": 3, "Y": 12}[unit]
        first = dt.date(months // 12, months % 12 + 1, 1)
        return first.replace(day=min(date.day, _month_length(first)))
    except (OverflowError, ValueError):
        return None


def _month_length(first: dt.date) -> int:
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1).toordinal() - (
        first.toordinal()
    )


@lru_cache(maxsize=4096)
def bounds(value: str) -> Interval | None:
    """Return the time that *value* covers, half-open, None where it names none."""
    try:
        if len(value) == _A_DAY and value[7] == "-":  # most values are days
            first = dt.date.fromisoformat(value)
            return Interval(first, first + dt.timedelta(days=1))
        return _bounds(value)
    except (ValueError, OverflowError):
        return None


def _bounds(value: str) -> Interval | None:
    if "/" in value:
        left, _, right = value.partition("/")
        first, last = bounds(left), bounds(right)
        return Interval(first.start, last.end) if first and last else None
    if re.fullmatch(r"\d{2,3}", value):
        scale = 10 ** (4 - len(value))
        start = int(value) * scale
        return Interval(dt.date(start, 1, 1), dt.date(start + scale, 1, 1))
    shape = _SHAPE.fullmatch(value)
    if shape is None:
        return None
    number = int(shape["year"])
    if shape["week"]:
        monday = dt.date.fromisocalendar(number, int(shape["week"]), 1)
        begins = monday + dt.timedelta(days=5 if shape["weekend"] else 0)
        return Interval(begins, monday + dt.timedelta(days=7))
    if shape["day"]:
        return _day_bounds(shape)
    if shape["month"]:
        return _months(number, int(shape["month"]), 1)
    if shape["quarter"]:
        return _months(number, int(shape["quarter"]) * 3 - 2, 3)
    if shape["half"]:
        return _months(number, int(shape["half"]) * 6 - 5, 6)
    if shape["season"]:
        return _months(number, _SEASONS[shape["season"]], 3)
    return _months(number, 1, 12)


def _months(number: int, first: int, count: int) -> Interval:
    start = dt.date(number, first, 1)
    return Interval(start, shift(start, count, "M"))


_PARTS = {
    "MO": (6, 12), "MI": (12, 13), "AF": (12, 18), "DT": (8, 18), "EV": (18, 24), "NI": (18, 30)
}  # fmt: skip


def _day_bounds(shape: re.Match[str]) -> Interval:
    """Return the bounds of a day, or of a time of it; a time given to the minute is that minute."""
    date = dt.date(int(shape["year"]), int(shape["month"]), int(shape["day"]))
    clock = shape["time"]
    if clock is None:
        return Interval(date, date + dt.timedelta(days=1))
    midnight = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 - no zone in the text
    if clock in _PARTS:
        first, last = _PARTS[clock]
        return Interval(midnight + dt.timedelta(hours=first), midnight + dt.timedelta(hours=last))
    hours, minutes, seconds, *_ = [*map(int, clock.split(":")), 0, 0]
    start = midnight + dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if shape["zone"]:
        start = start.replace(tzinfo=dt.datetime.fromisoformat(f"{start}{shape['zone']}").tzinfo)
    length = dt.timedelta(hours=1) if ":" not in clock else dt.timedelta(minutes=1)
    return Interval(start, start + length)

"""What a resolver is given and what it returns: the context of an expression, and its meaning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import attrs

from newsfacts import Interval, TimexType
from newsfacts_dates import timex
from newsfacts_dates.grammar import Slots

__all__ = ["Context", "Resolution", "Slots", "date", "duration", "recurring"]


_A_WEEK = dt.timedelta(days=7)
_QUARTERS = 4
_LENGTHS = {
    "D": len("2014-08-19"),
    "NI": len("2014-08-19"),
    "M": len("2014-08"),
    "W": len("2014-W34"),
    "WE": len("2014-W34-WE"),
}
"""For each unit the length of the shortest value that names one of it."""


def _unknown() -> Literal[-1, 0, 1]:
    return 0


def _never() -> bool:
    return False


class Resolution(NamedTuple):
    """Is what an expression means."""

    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval | None = None


@attrs.define
class Context:
    """Is what an expression is read against; those from `day` on move on through the text."""

    published: dt.date | None
    date_order: Literal["MDY", "DMY"] = "MDY"
    names: Mapping[str, str] = attrs.field(factory=dict)
    """For each name of a time, in lower case, when it is (data/names.toml)."""
    look: Callable[[], Literal[-1, 0, 1]] = _unknown
    """Says which way the governing verb looks."""
    lapsed: Callable[[], bool] = _never
    """Says whether the verb looks ahead from the past: "was due on Monday"."""
    since: dt.date | None = None
    """The day from which a span reaches to this one: the Monday of "Monday to Friday"."""
    before: str = ""
    """The word before the expression, in lower case."""
    after: str = ""
    """The word after it, in lower case."""
    owner: bool = False
    """Whether a named time has an owner right before it: "Ukraine's Independence Day"."""
    day: str | None = None
    """The value of the day that the sentence has named already."""
    day_before: str | None = None
    """The value of the day that the sentence before it named last."""
    last: str | None = None
    """The value of the last day, month or year that the text named."""
    period: Resolution | None = None
    """The last duration."""
    told: str | None = None
    """The value of the date of a past year that the telling has come to: "In March 2003, ..."."""
    quarter: str | None = None
    """The last quarter, which "a year earlier" in a company's report counts from."""
    start: dt.date | None = None
    """The day on which the article says that it began."""

    @property
    def last_day(self) -> dt.date | None:
        """The first day of what the text last named."""
        covered = timex.bounds(self.last) if self.last else None
        start = covered.start if covered else None
        return start.date() if isinstance(start, dt.datetime) else start

    @property
    def quarter_a_year_ago(self) -> str | None:
        """The quarter of "a year ago": that before the last one spoken of, or itself if so old."""
        if self.quarter is None:
            return None
        year, which = int(self.quarter[:4]), int(self.quarter[-1:])
        day = self.published
        past = 0 if day is None else (day.year - year) * 4 + (day.month + 2) // 3 - which
        return f"{year - (past < _QUARTERS)}{self.quarter[4:]}"

    def named(self, unit: str) -> dt.date | None:
        """Return the first day of what the text last named, None if that is coarser than *unit*."""
        return self.last_day if len(self.last or "") >= _LENGTHS.get(unit, 0) else None

    def recent(self, day: dt.date | None) -> bool:
        """Tell whether *day* is of the news: within a week of publication."""
        if day is None or self.published is None:
            return day is not None
        return abs(day - self.published) <= _A_WEEK


def date(value: str, mod: str | None = None, interval: Interval | None = None) -> Resolution:
    """Return a DATE."""
    return Resolution(TimexType.DATE, value, mod, interval)


def duration(value: str, mod: str | None = None, interval: Interval | None = None) -> Resolution:
    """Return a DURATION."""
    return Resolution(TimexType.DURATION, value, mod, interval)


def recurring(value: str) -> Resolution:
    """Return a SET."""
    return Resolution(TimexType.SET, value)

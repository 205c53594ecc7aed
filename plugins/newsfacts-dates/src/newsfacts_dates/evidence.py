"""When an article was published, by what it says itself, and whether that can be.

For the option `infer_published` only dates at the head count: one given whole ("Published March 3,
2017"), or a weekday with its date ("Friday, Oct. 23") where just one year near the years that the
text names makes them agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsfacts_dates.context import Context
from newsfacts_dates.days import calendar_date
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import look_up

__all__ = ["WHOLE_DAYS", "contradicts", "infer_published"]

_DATELINE = dt.timedelta(days=1)
"""How far publication may lie from the day of the article's dateline."""
WHOLE_DAYS = frozenset(
    (
        "month_day",
        "day_month",
        "weekday_and_date",
        "iso_date",
        "numeric_date",
        "clock_and_date",
        "date_and_clock",
        "two_digit_year",
    )
)
"""The rules for days that are given with their month."""


def contradicts(found: Found, value: str, published: dt.date, *, dateline: bool) -> bool:
    """Tell whether a day that the text gives without a year speaks against *published*.

    Args:
        found: an expression of one of `WHOLE_DAYS`.
        value: its TIMEX3 value.
        published: the day of publication that it was read by.
        dateline: whether it stands in the article's dateline ("ROME, March 3 (Wire) --"); else it
            speaks by its weekday ("Friday, Oct. 23") where that fits no year around.
    """
    slots = found.slots
    if slots.keys() & {"year", "yy", "iso", "numdate"}:
        return False
    day = dt.date.fromisoformat(value[: len("2014-08-19")])
    if "weekday" in slots:
        return day.isoweekday() != int(look_up(slots["weekday"][0], "WEEKDAY", "WDAY"))
    return dateline and abs(day - published) > _DATELINE


def infer_published(
    head: Iterable[Found], all_found: Iterable[Found], context: Context
) -> dt.date | None:
    """Return the day of publication, None where the article does not give it away.

    Args:
        head: the expressions of the article's head.
        all_found: all its expressions.
        context: without a day of publication.
    """
    candidates = [found for found in head if found.rule.name in WHOLE_DAYS]
    for found in candidates:
        slots = found.slots.keys()
        whole = slots >= {"month", "day"} and slots & {"year", "yy"}
        if whole or slots & {"iso", "numdate"}:
            value = calendar_date(found.slots, context)
            if value is not None:
                return dt.date.fromisoformat(value)
    years = [int(found.slots["year"][0]) for found in all_found if "year" in found.slots]
    for found in candidates:
        if years and found.slots.keys() >= {"weekday", "month", "day"}:
            return _agreeing(found, max(years), context)
    return None


def _agreeing(found: Found, latest: int, context: Context) -> dt.date | None:
    """Return the day in the one year, of the latest named and the next, whose weekday agrees."""
    weekday = int(look_up(found.slots["weekday"][0], "WEEKDAY", "WDAY"))
    days = []
    for year in (latest, latest + 1):
        value = calendar_date({**found.slots, "year": (str(year),)}, context)
        day = dt.date.fromisoformat(value) if value else None
        if day is not None and day.isoweekday() == weekday:
            days.append(day)
    return days[0] if len(days) == 1 else None

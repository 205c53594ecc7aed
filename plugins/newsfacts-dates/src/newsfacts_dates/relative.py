"""Times that count from the day of publication, or from what the text named before."""

from __future__ import annotations

import datetime as dt

from newsfacts import Interval, TimexType
from newsfacts_dates import timex
from newsfacts_dates.clock import time_of_day
from newsfacts_dates.context import Context, Resolution, date, duration
from newsfacts_dates.days import calendar_date
from newsfacts_dates.numerals import number, ordinal
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import amount, look_up, mod, move, period, shift, unit, unit_value

__all__ = [
    "ago",
    "anniversary",
    "bare_offset",
    "earlier_or_later",
    "following",
    "from_now",
    "latest",
    "midyear",
    "new_year",
    "ordinal_unit",
    "past_units",
    "quarter_century_ago",
    "recent_units",
    "same",
    "same_month",
    "same_part",
    "same_period",
    "same_season",
    "shifted",
    "the_unit",
    "unit_beyond",
    "unit_of_date",
    "weekday_of_week",
    "weekday_offset",
    "weekend",
]

_THURSDAY, _SATURDAY = 4, 6
_QUARTER_CENTURY = 25
_YOUNG = 3
"""Months that a year is new for."""
_HALF_DAY_OF_HOURS = 12
_DAY_OF_HOURS = 24
_AHEAD = frozenset(("next", "coming", "following", "upcoming", "ahead", "come"))
_LASTING = frozenset("over in for within during through of throughout".split())
_OF_THE_TEXT = frozenset(("first", "final", "previous", "preceding", "following"))


def shifted(found: Found, context: Context) -> Resolution | None:
    """Resolve "last week", "early next year", "the end of this month" and "of that year"."""
    of = unit(found.slots)
    if "of_text" in found.slots:
        return date(unit_value(of, context.named(of)), mod(found.slots))
    moved = move(context.published, shift(found.slots) or 0, of)
    return date(unit_value(of, moved), mod(found.slots))


def latest(found: Found, context: Context) -> Resolution | None:
    """Resolve "the latest quarter": the one the text spoke of if it is over, else the last."""
    known, published = context.quarter, context.published
    if known and (published is None or known < timex.quarter(published)):
        return date(known)
    return date(unit_value("Q", move(context.published, shift(found.slots) or 0, "Q")))


def the_unit(found: Found, context: Context) -> Resolution | None:
    """Resolve "the week" and "the quarter" as the current one; "the year ended" lasts one."""
    of = unit(found.slots)
    if of == "Y" and context.after in ("ended", "ending"):
        return duration("P1Y")
    if of == "Q" and context.quarter:
        return date(context.quarter)
    another = context.after in ("that", "before", "after", "of", "when", "in")
    return date(unit_value(of, None if another else context.published))


def weekend(found: Found, context: Context) -> Resolution | None:
    """Resolve a weekend: the one just past, the coming one where the clause looks ahead.

    "This weekend" is the coming one unless the clause looks back.
    """
    published, which = context.published, shift(found.slots)
    if not which and published is not None and published.isoweekday() < _SATURDAY:
        # "told them this weekend", read on a Monday, was the one before
        least = 1 if which is None else 0
        which = 0 if context.look() >= least else -1
    return date(unit_value("WE", move(published, which or 0, "W")), mod(found.slots))


def weekday_of_week(found: Found, context: Context) -> Resolution | None:
    """Resolve "Tuesday last week"."""
    number = int(look_up(found.slots["weekday"][0], "WEEKDAY"))
    if context.published is None:
        return date(f"XXXX-WXX-{number}")
    monday = context.published - dt.timedelta(days=context.published.weekday())
    days = 7 * (shift(found.slots) or 0) + number - 1
    return date(timex.day(monday + dt.timedelta(days=days)))


def weekday_offset(found: Found, context: Context) -> Resolution | None:
    """Resolve "a week ago Tuesday" and "two weeks from Friday"."""
    slots = {key: found.slots[key] for key in ("weekday", "deictic", "shift") if key in found.slots}
    base, count = calendar_date(slots, context), amount(found.slots)
    if base is None or count is None or not base[:1].isdigit():
        return date("XXXX-XX-XX")
    way = 1 if "ahead" in found.slots else -1
    moved = move(dt.date.fromisoformat(base), way * count, unit(found.slots))
    return date(unit_value("D", moved))


def ago(found: Found, context: Context) -> Resolution | None:
    """Resolve "two weeks ago"; "a year ago" in a report of a quarter is that quarter."""
    return _counted(found, context, context.published, -1)


def quarter_century_ago(found: Found, context: Context) -> Resolution | None:
    """Resolve "a quarter century ago"."""
    moved = move(context.published, -_QUARTER_CENTURY, "Y")
    return date(unit_value("Y", moved), mod(found.slots))


def anniversary(found: Found, context: Context) -> Resolution | None:
    """Resolve "ten years ago this month"."""
    which, span = found.slots["span"]
    of, count = unit({"unit": (span,)}), amount(found.slots)
    moved = move(context.published, int(look_up(which, "SHIFT")), of)
    if count is None:
        return None
    if of == "W" and moved is not None:
        moved += dt.timedelta(days=_THURSDAY - moved.isoweekday())  # the most of the week's days
    return date(unit_value(of, move(moved, -count, unit(found.slots))))


def from_now(found: Found, context: Context) -> Resolution | None:
    """Resolve "three months from now"."""
    return _counted(found, context, context.published, 1)


def earlier_or_later(found: Found, context: Context) -> Resolution | None:
    """Resolve "two days later" and "a year earlier" from what the text last named."""
    base = context.named(unit(found.slots))
    if "before" not in found.slots:
        return _counted(found, context, base, 1)
    of, count = unit(found.slots), amount(found.slots)
    # "In 2005 he won; a year earlier he had lost" counts from the text, a report's "sales rose
    # from a year earlier" from publication.
    now = context.published
    old = base is not None and now is not None and base.year < now.year - 1
    told = of != "Y" or old or (base is not None and (count or 0) > 1)
    return _counted(found, context, base if told else now, -1)


def _counted(found: Found, context: Context, base: dt.date | None, way: int) -> Resolution | None:
    """Return the time so many units before or after *base*, as finely as the unit says."""
    of, count, how = unit(found.slots), amount(found.slots), mod(found.slots)
    if "finer" in found.slots and count is not None:  # "two years and five months later"
        months = number(found.slots["n2"]) if "n2" in found.slots else 1
        return date(unit_value("M", move(base, way * (12 * count + (months or 0)), "M")), how)
    if count is None and found.rule.resolve == "earlier_or_later":
        return duration(period(None, of), how, _open(base, way))  # as long from the text's day
    if count is None:
        return date("PAST_REF" if way < 0 else "FUTURE_REF", how, _open(base, way))
    if of == "Y" and count == 1 and way < 0 and context.quarter and base:
        return date(context.quarter_a_year_ago or context.quarter, how)
    if of.startswith("T"):
        near = base is not None and (of != "TH" or count < _HALF_DAY_OF_HOURS)
        return date(timex.day(base) if base and near else "XXXX-XX-XX", how)
    finer = _FINER.get(of, of) if count % 1 else of
    return date(unit_value(finer, move(base, way * count, of)), how)


_FINER = {"Y": "M", "10Y": "Y", "100Y": "10Y"}
"""The unit that so many and a half of another is told in: half a century ago is a decade."""


def _open(base: dt.date | None, way: int) -> Interval | None:
    if base is None:
        return None
    return Interval(None, base) if way < 0 else Interval(base, None)


def past_units(found: Found, context: Context) -> Resolution | None:
    """Resolve "the past seven weeks": a duration that ends, or begins, with publication."""
    slots = found.slots
    of, count = unit(slots), amount(slots)
    which = slots["shift"][-1]
    counted = {"n", "vague"} & slots.keys()
    if which == "next" and not counted and context.before not in _LASTING and context.last:
        return following(found, context)  # "The next month it fell"
    most = number(slots["n2"]) if "n2" in slots else count
    interval = None if which in _OF_THE_TEXT else _reach(context.published, most, of, which)
    value = period(count, of) if most == count else f"{period(count, of)}/{period(most, of)}"
    return duration(value, mod(slots), interval)


def _reach(published: dt.date | None, count: float | None, of: str, which: str) -> Interval | None:
    """Return the time of "the past *count* units": up to the day of publication, or from it on.

    Of hours only whole days tell the day on which they began.
    """
    if count is None:
        return _open(published, 1 if which in _AHEAD else -1)
    if of == "TH" and not count % _DAY_OF_HOURS:
        count, of = count / _DAY_OF_HOURS, "D"
    other = move(published, count if which in _AHEAD else -count, of)
    if other is None or published is None:
        return None
    return Interval(*sorted((published, other)))


def recent_units(found: Found, context: Context) -> Resolution | None:
    """Resolve "recent weeks" and "coming months": nobody says how many."""
    way = 1 if found.slots["shift"][-1] in _AHEAD else -1
    return duration(period(None, unit(found.slots)), None, _open(context.published, way))


def following(found: Found, context: Context) -> Resolution | None:
    """Resolve "the following month" and "the next morning" from what the text last named."""
    part = time_of_day(found.slots)
    of = "D" if part else unit(found.slots)
    way = 1 if found.slots["shift"][0] in _AHEAD else -1
    value = unit_value(of, move(context.named(of), way, of))
    return Resolution(TimexType.TIME, value + part) if part else date(value)


def same(found: Found, context: Context) -> Resolution | None:
    """Resolve "the same day", "that year" and "earlier in the day" by what the text last named.

    "The year" of "earlier in the year" is the current one.
    """
    of = unit(found.slots)
    base = context.named(of)
    if "the" in found.slots and not (of in ("D", "NI") and context.recent(base)):
        base = context.published
    return date(unit_value(of, base), mod(found.slots))


def same_part(found: Found, context: Context) -> Resolution | None:
    """Resolve "that night" by the day that the text last named."""
    value = unit_value("D", context.named("D"))
    return Resolution(TimexType.TIME, f"{value}{time_of_day(found.slots)}")


def same_month(found: Found, context: Context) -> Resolution | None:
    """Resolve "that November" by the year that the text last named."""
    month = int(look_up(found.slots["month"][0], "MONTH"))
    return date(f"{unit_value('Y', context.named('Y'))}-{month:02}")


def same_season(found: Found, context: Context) -> Resolution | None:
    """Resolve "that summer" by the year that the text last named."""
    season = look_up(found.slots["season"][0], "SEASON")
    return date(f"{unit_value('Y', context.named('Y'))}-{season}")


def unit_beyond(found: Found, context: Context) -> Resolution | None:
    """Resolve "the day after tomorrow" and "the year before last"."""
    of = unit(found.slots)
    return date(unit_value(of, move(context.published, 2 if "ahead" in found.slots else -2, of)))


_MIDDLES = {"W": 3, "WE": 0, "M": 15, "Q": 45}
"""Days from the end of a unit to its middle: "ended Jan. 2" is the quarter before."""
_WAYS_TO_MIDDLE = {"unit_begun": 1, "unit_ended": -1}


def unit_of_date(found: Found, context: Context) -> Resolution | None:
    """Resolve "the week of March 3" and the quarter of "the quarter ended Sept. 29"."""
    of, value = unit(found.slots), calendar_date(found.slots, context)
    if value is None or not value[:1].isdigit():
        return date(unit_value(of, None))
    day = dt.date.fromisoformat(value)
    way = _WAYS_TO_MIDDLE.get(found.rule.name, 0)
    day += way * dt.timedelta(days=_MIDDLES[of])
    return date(unit_value(of, day))


def bare_offset(found: Found, context: Context) -> Resolution | None:
    """Resolve "years ago", "days earlier" and "weeks later": nobody says how many.

    Only the first is past for who writes it, the others lie that long from what the text named.
    """
    way = found.slots["way"][0]
    if way == "ago":
        return date("PAST_REF", None, _open(context.published, -1))
    length = period(None, unit(found.slots))
    return duration(length, None, _open(context.last_day, 1 if way == "later" else -1))


def new_year(_found: Found, context: Context) -> Resolution | None:
    """Resolve "in the new year": the next one, or this one while it is young."""
    published = context.published
    if published is None:
        return date(unit_value("Y", None))
    return date(timex.year(published.year + (published.month > _YOUNG)))


def midyear(found: Found, context: Context) -> Resolution | None:
    """Resolve "midyear" and "midweek": of the current one."""
    slots = found.slots
    of = unit(slots) if "unit" in slots else "W" if slots["edge"] == ("midweek",) else "Y"
    return date(unit_value(of, context.published), mod(slots))


def same_period(_found: Found, context: Context) -> Resolution | None:
    """Resolve "the same period" as the last duration that the text named."""
    return context.period


def ordinal_unit(found: Found, context: Context) -> Resolution | None:
    """Resolve "the 11th day" and "eighth month" from the day on which the article says it began."""
    of = unit(found.slots)
    count = ordinal(found.slots["ordinal"][0])
    moved = move(context.start, count - 1, of) if count else None
    return date(unit_value(of, moved))

"""What a recognised expression means: the table of resolvers, and what each leaves behind.

Each function takes the words of one expression and the `Context`, and returns a `Resolution`, or
None where it is no temporal expression after all. None of them sees the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from newsfacts import TimexType
from newsfacts_dates import durations, names, relative, sequence, timex, within_month, years
from newsfacts_dates.clock import time_of_day
from newsfacts_dates.context import Context, Resolution, date
from newsfacts_dates.days import calendar_date
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import look_up, mod

__all__ = ["resolve"]

_A_DAY = len("2014-08-19")


_MONTHS_OF_REPORTS = frozenset(("duration_months_of", "past_units"))


_OF_REPORTS = frozenset(("quarter", "quarter_by_months", "latest"))
"""What a report is of: "a year ago" counts from the last of them."""
_OF_THE_SENTENCE = frozenset(
    "clock clock_with_zone_in_brackets noon military_bare military_clock military_hours"
    " hours_with_one_half".split()
)
"""Times without a day: of the day that the text has just named, else of publication."""


def resolve(found: Found, context: Context) -> Resolution | None:
    """Return what *found* means in *context*, and keep in *context* what later ones refer to."""
    try:
        result = _RESOLVERS[found.rule.resolve](found, context)
    except (OverflowError, ValueError):  # past the end of the calendar
        return None
    if result is None:
        return None
    if result.type is TimexType.DURATION:
        context.period = result
        if found.rule.name in _MONTHS_OF_REPORTS:
            context.quarter = None  # "a year earlier" now is those months' year
    elif result.type is not TimexType.SET and result.value[:1].isdigit():
        result = _bounded(result)
        _remember(found, result, context)
    return result


def _remember(found: Found, result: Resolution, context: Context) -> None:
    """Keep in *context* the day, month or year that *result* names."""
    if result.type is TimexType.TIME:
        context.last = context.day = result.value[:_A_DAY]
        return
    context.last = result.value
    if len(result.value) == _A_DAY:
        context.day = result.value
    reported = found.rule.resolve in _OF_REPORTS and "-Q" in result.value
    now = context.published
    if reported and (now is None or result.value <= timex.quarter(now)):  # none yet to come
        context.quarter = result.value


def _bounded(result: Resolution) -> Resolution:
    """Return *result* with the time that its value covers, unless it knows better."""
    if result.interval is not None:
        return result
    return Resolution(result.type, result.value, result.mod, timex.bounds(result.value))


def _day_of_text(context: Context) -> str | None:
    """Return the day of a bare clock time: its sentence's, or that of the one before.

    A day long gone only where the clause looks back: "On Jan. 3 he fell. At 9 he was found."
    """
    before = context.day_before
    if context.day is not None or before is None or not before[:1].isdigit():
        return context.day
    near = context.recent(dt.date.fromisoformat(before))
    return before if near or context.look() < 0 else None


def _calendar(found: Found, context: Context) -> Resolution | None:
    """Resolve a date, or a time of day on it."""
    slots = found.slots
    day = calendar_date(slots, context)
    clock = time_of_day(slots)
    if clock is None:
        return None if day is None else date(day, mod(slots))
    if day is None:
        word = "yesterday" if "yesterday" in slots and clock >= "T12" else "today"
        named = _day_of_text(context) if found.rule.name in _OF_THE_SENTENCE else None
        day = named or calendar_date({"deictic": (word,)}, context)
    return Resolution(TimexType.TIME, f"{day}{clock}", mod(slots))


def _early_hours(found: Found, context: Context) -> Resolution | None:
    """Resolve the day of "the early hours of Friday": its start."""
    result = _calendar(found, context)
    return None if result is None else result._replace(mod="START")


def _of_shared_year(found: Found, context: Context) -> Resolution | None:
    """Resolve "November" of "November to March 2020": the year is given once, with the last."""
    slots = found.slots
    first, last = (int(look_up(slots[each][0], "MONTH")) for each in ("month", "until"))
    year = int(slots["year"][0]) - (first > last)
    return _calendar(found._replace(slots={**slots, "year": (str(year),)}), context)


def _known_day(found: Found, context: Context) -> Resolution | None:
    """Resolve a day that its event dates: "the Sept. 11 attacks", in news from then on."""
    known = found.rule.constant
    if context.published is not None and timex.day(context.published) < known:
        return _calendar(found, context)
    return date(known)


_RESOLVERS: Final[dict[str, Callable[[Found, Context], Resolution | None]]] = {
    "ago": relative.ago,
    "always": durations.always,
    "anniversary": relative.anniversary,
    "bare_offset": relative.bare_offset,
    "bare_units": durations.bare_units,
    "calendar": _calendar,
    "century": years.century,
    "compound_length": durations.compound_length,
    "constant": durations.constant,
    "day_of_month": within_month.day_of_month,
    "day_range": years.day_range,
    "decade": years.decade,
    "earlier_or_later": relative.earlier_or_later,
    "early_hours": _early_hours,
    "every": durations.every,
    "following": relative.following,
    "following_month": sequence.following_month,
    "following_weekday": sequence.following_weekday,
    "frequency": durations.frequency,
    "from_now": relative.from_now,
    "half": years.half,
    "known_day": _known_day,
    "latest": relative.latest,
    "length": durations.length,
    "length_word": durations.length_word,
    "midyear": relative.midyear,
    "named": names.named,
    "new_year": relative.new_year,
    "numbered_week": years.numbered_week,
    "nth_weekday": within_month.nth_weekday,
    "of_shared_year": _of_shared_year,
    "one_day": durations.one_day,
    "one_or_two": durations.one_or_two,
    "ordinal_unit": relative.ordinal_unit,
    "past_units": relative.past_units,
    "period_of_year": years.period_of_year,
    "quarter": years.quarter,
    "rate_or_length": durations.rate_or_length,
    "quarter_by_months": years.quarter_by_months,
    "quarter_century_ago": relative.quarter_century_ago,
    "recent_units": relative.recent_units,
    "same": relative.same,
    "same_month": relative.same_month,
    "same_of_year": years.same_of_year,
    "same_part": relative.same_part,
    "same_period": relative.same_period,
    "same_season": relative.same_season,
    "several_lengths": durations.several_lengths,
    "shifted": relative.shifted,
    "some_weekday": sequence.some_weekday,
    "that_weekday": sequence.that_weekday,
    "the_unit": relative.the_unit,
    "tonight": durations.tonight,
    "unit_beyond": relative.unit_beyond,
    "unit_of_date": relative.unit_of_date,
    "units_of_year": years.units_of_year,
    "week_on_weekday": sequence.week_on_weekday,
    "weekday_before_last": sequence.weekday_before_last,
    "weekday_of_week": relative.weekday_of_week,
    "weekday_offset": relative.weekday_offset,
    "weekdays_ago": sequence.weekdays_ago,
    "weekend": relative.weekend,
    "weekly": durations.weekly,
    "year_range": years.year_range,
}

"""Calendar dates: which day, month, season or year an expression names, and which one of many.

Where the text leaves something out, the day of publication and the direction of the clause decide
(findings of the TimeBank and AQUAINT corpora): a bare weekday is the last one, that day itself
included, unless the governing verb looks ahead; a day of a month is in the nearest year; a bare
month is the last one, unless the verb looks ahead.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from newsfacts_dates import timex
from newsfacts_dates.context import Context, Slots
from newsfacts_dates.numerals import ordinal, spoken_year
from newsfacts_dates.slots import look_up, shift
from newsfacts_dates.verbs import verbs

__all__ = ["SEASON_STARTS", "calendar_date", "year_of"]

SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WEEK = 7
_MARCH, _MAY = 3, 5
_A_YEAR = len("2003")
_HALF_A_YEAR = 6
_NEAR_MONTHS = 3
"""Months to the next season of a name that is nearer than the last."""
_NEARER_BACK = 3
"""Days back that a weekday is plainly nearer than the next one of its name."""
_FAR = dt.timedelta(days=60)
"""A day this far off in the nearest year gives way to the clause's direction."""
_CENTURY_OF_TWO_DIGITS: Final = 50


def calendar_date(slots: Slots, context: Context) -> str | None:
    """Return the TIMEX3 value of the date in *slots*, None where they hold none that exists."""
    if "deictic" in slots:
        return _deictic(int(look_up(slots["deictic"][0], "DEICTIC")), context)
    if "numdate" in slots:
        return _numeric("".join(slots["numdate"]).replace("–", "-"), context)
    if "iso" in slots:
        return _checked(*map(int, re.split(r"[/.]", slots["iso"][0])))
    if "monthday" in slots:
        return _glued(slots["monthday"][0], context)
    if "monthyear" in slots:
        month, year = re.split("[-/]", slots["monthyear"][0])
        return _month_date({**slots, "month": (month,), "year": (year,)}, context)
    if "month" in slots:
        return _month_date(slots, context)
    if "weekday" in slots:
        number = _number(slots["weekday"][0])
        if "final" in slots and context.since is None:
            return _listed(number, _number(slots["final"][0]), context)
        return _weekday(number, context, shift(slots))
    if "season" in slots:
        season = str(look_up(slots["season"][0], "SEASON"))
        return f"{year_of(slots, context) or _season_year(season, context, slots)}-{season}"
    return year_of(slots, context)


def year_of(slots: Slots, context: Context) -> str | None:
    """Return the year that *slots* name, None where they name none."""
    if "year" in slots:
        return slots["year"][0]
    if "yy" in slots:
        return timex.year(_of_two_digits(int(slots["yy"][0][-2:])))
    if "spoken" in slots:
        spoken = spoken_year(slots["spoken"])
        return None if spoken is None else timex.year(spoken)
    if "yearspan" in slots:
        return slots["yearspan"][0][:4]
    if "fiscalyear" in slots:
        return f"20{slots['fiscalyear'][0][-2:]}"
    if "modyear" in slots:
        return slots["modyear"][0][-4:]
    if "yearshift" in slots:
        moved = int(look_up(slots["yearshift"][0], "SHIFT"))
        return timex.year(context.published.year + moved) if context.published else "XXXX"
    return None


def _checked(year: int, month: int, day: int) -> str | None:
    """Return the value of a day, None where the calendar has no such day."""
    try:
        return timex.day(dt.date(year, month, day))
    except ValueError:
        return None


def _deictic(days: int, context: Context) -> str:
    if context.published is None:
        return "XXXX-XX-XX"
    return timex.day(context.published + dt.timedelta(days=days))


def _numeric(word: str, context: Context) -> str | None:
    """Read 10/7/2023 in the order that the options say; the other way where that is no date.

    Days come first where dots divide, as nobody writes months first so.
    """
    first, second, year = map(int, re.split(r"[/.-]", word))
    if len(re.split(r"[/.-]", word)[2]) == len("99"):
        year = _of_two_digits(year)
    orders = [(first, second), (second, first)]
    if context.date_order == "DMY" or "." in word:
        orders.reverse()
    values = (_checked(year, month, day) for month, day in orders)
    return next(filter(None, values), None)


def _of_two_digits(year: int) -> int:
    return year + (1900 if year > _CENTURY_OF_TWO_DIGITS else 2000)


def _glued(word: str, context: Context) -> str | None:
    letters = word.rstrip("0123456789")
    month, day = int(look_up(letters.rstrip("."), "MONTH")), int(word[len(letters) :])
    return _day_of_month(_nearest_year(month, day, context, None), month, day)


def _month_date(slots: Slots, context: Context) -> str | None:
    """Read a month, with its day and year where it has them."""
    word = slots["month"][0]
    month = int(word) if word.isdigit() else int(look_up(word, "MONTH"))
    year = year_of(slots, context)
    text = slots["tail"][0][:2] if "tail" in slots else slots.get("day", ("",))[0]
    if not text and "span" in slots:
        text = re.split("[–-]", slots["span"][0])[0]
    if not text:
        return f"{year or _month_year(month, context, shift(slots), slots)}-{month:02}"
    day = ordinal(text) or 0
    if not year:
        number = _number(slots["weekday"][0]) if "weekday" in slots else None
        year = _nearest_year(month, day, context, shift(slots), number)
    return _day_of_month(year, month, day)


def _number(weekday: str) -> int:
    """Return the ISO number of a weekday by its name."""
    return int(look_up(weekday, "WEEKDAY", "WDAY"))


def _day_of_month(year: str, month: int, day: int) -> str | None:
    if not year.isdigit():
        return f"{year}-{month:02}-{day:02}" if _checked(2000, month, day) else None
    return _checked(int(year), month, day)


def _weekday(number: int, context: Context, which: int | None) -> str:
    """Return the day that a weekday (1 is Monday) names."""
    published = context.published
    if published is None:
        return f"XXXX-WXX-{number}"
    if context.since is not None:
        return timex.day(
            context.since + dt.timedelta((number - context.since.isoweekday()) % _WEEK)
        )
    back = (published.isoweekday() - number) % _WEEK
    ahead = 0 if which == 0 else 1  # "this Friday" lies ahead unless the verb looks back
    if which == -1 and back <= 1:
        back += _WEEK  # nobody calls yesterday "last Tuesday", nor tomorrow "next Thursday"
    elif which == 1 and back == _WEEK - 1:
        back -= 2 * _WEEK
    elif which == 1 or (which != -1 and back and context.look() >= ahead):
        # "Was due back on Monday" is of the nearer one.
        back -= 0 if which is None and back <= _NEARER_BACK and context.lapsed() else _WEEK
    return timex.day(published - dt.timedelta(days=back))


def _listed(number: int, last: int, context: Context) -> str:
    """Return the first of a list of weekdays: all of them have gone by, or all lie ahead."""
    if context.published is None or context.look() == 1:
        return _weekday(number, context, None)
    end = dt.date.fromisoformat(_weekday(last, context, None))
    return timex.day(end - dt.timedelta((last - number) % _WEEK))


def _told_year(month: int, context: Context) -> str | None:
    """Return the year of a month in a story: "In March 2003 they came. In April they left."."""
    told, published = context.told, context.published
    if told is None or published is None or context.look() > 0:
        return None
    year = int(told[:4]) + (len(told) > _A_YEAR and month < int(told[5:7]))
    return timex.year(year) if (year, month) < (published.year, published.month) else None


def _nearest_year(
    month: int, day: int, context: Context, which: int | None, weekday: int | None = None
) -> str:
    """Return the year of a day of a month: the one that brings it nearest to publication.

    Of the years around only those count in which the day is a *weekday*, if there are any.
    """
    published = context.published
    if published is None:
        return "XXXX"
    open_year = which is None and weekday is None
    told = _told_year(month, context) if open_year and context.told else None
    if told is not None:
        return told
    leap_day = 28 if (month, day) == (2, 29) else day
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            days.append(dt.date(year, month, leap_day))
        except ValueError:
            continue
    days = [each for each in days if each.isoweekday() == weekday] or days
    days.sort(key=lambda each: abs(each - published))
    if not days:
        return timex.year(published.year)
    way = which if which is not None else 0
    if not way and abs(days[0] - published) > _FAR:
        way = 0 if context.lapsed() else context.look()
    fitting = [each for each in days if (each - published).days * way >= 0] or days
    return timex.year(fitting[0].year)


def _month_year(month: int, context: Context, which: int | None, slots: Slots) -> str:
    """Return the year of a bare month."""
    published = context.published
    if published is None:
        return "XXXX"
    if context.since is not None:
        return timex.year(context.since.year + (month < context.since.month))
    told = _told_year(month, context) if which is None and context.told else None
    if told is not None:
        return told
    ahead = which if which is not None else context.look()
    if which is None and ahead == 1 and context.lapsed():
        ahead = int(month >= published.month or (month - published.month) % 12 < _HALF_A_YEAR)
    if which is None and not ahead and context.after in verbs()["elections"]:
        # Where no verb tells, the nearer one: "is running in the June election", read in March.
        ahead = int(0 < (month - published.month) % 12 < _HALF_A_YEAR)
    elif which is None and ahead < 1 and context.before != "since" and "paired" not in slots:
        # The next month is nearer than that of a year ago, whatever the verb: "decided in
        # February to admit them in March". Counted in the corpora: 3 of 3. Two months together
        # ("killed in April and May") are no such date.
        ahead = int((month - published.month) % 12 == 1)
    if which == 0:
        year = published.year
    elif ahead == 1:
        year = published.year + (month < published.month + (which == 1))
    else:
        year = published.year - (month > published.month - (which == -1))
    return timex.year(year)


def _season_year(season: str, context: Context, slots: Slots) -> str:
    published = context.published
    if published is None:
        return "XXXX"
    start, which = SEASON_STARTS[season], shift(slots)
    if which == -1:
        return timex.year(published.year - (published.month <= start + 2))
    if which == 1:
        return timex.year(published.year + (published.month >= start))
    # A winter bears the year that it begins in: up to March "this winter" is last year's,
    # and so is "the winter" up to May, unless the verb looks ahead.
    begun = season == "WI" and published.month <= (_MARCH if which == 0 else _MAY)
    begun &= which == 0 or context.look() < 1
    # "Killed four in the fall", read in spring.
    gone = which is None and start - published.month > _NEAR_MONTHS and context.look() < 0
    return timex.year(published.year - (begun or gone))

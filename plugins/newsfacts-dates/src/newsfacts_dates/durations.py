"""Durations, sets, and the past, the present and the future."""

from __future__ import annotations

import datetime as dt

from newsfacts import Interval, TimexType
from newsfacts_dates import timex
from newsfacts_dates.context import Context, Resolution, date, duration, recurring
from newsfacts_dates.numerals import number, ordinal
from newsfacts_dates.recognise import Found
from newsfacts_dates.slots import amount, look_up, mod, period, unit

__all__ = [
    "always",
    "bare_units",
    "compound_length",
    "constant",
    "every",
    "frequency",
    "length",
    "length_word",
    "one_day",
    "one_or_two",
    "rate_or_length",
    "several_lengths",
    "tonight",
    "weekly",
]

_LASTING = frozenset(
    "in within for after over than during since by of took take takes last lasted least about"
    " almost nearly through spent spend under just only lasting until the than served"
    " following despite lasting another amid".split()
)
_NO_RATE = frozenset(("", ".", ",", ";", ":", "(", "—", "–", *"on such what is was be not".split()))
"""Before "a day" these say that it is some day: "on a day of joy", "it was such a year"."""
_OF_A_LENGTH = frozenset(("of", "after", "before", "since", "away", "long"))
_WITH_EVENT = frozenset("of before after since later leading ahead that".split())
_BARE = frozenset("within for in just after over took take takes spent only lasted follows".split())


def length(found: Found, context: Context) -> Resolution | None:
    """Resolve "eight hours"; an age ("55 years old") is none."""
    count = amount(found.slots)
    if context.after in ("old", "olds") or (count is None and "vague" not in found.slots):
        return None
    return duration(period(count, unit(found.slots)), mod(found.slots))


def several_lengths(found: Found, _context: Context) -> Resolution | None:
    """Resolve "two to three weeks"."""
    of = unit(found.slots)
    low, high = number(found.slots["n"]), number(found.slots["n2"])
    if low is None or high is None:
        return None
    return duration(f"{period(low, of)}/{period(high, of)}", mod(found.slots))


def compound_length(found: Found, _context: Context) -> Resolution | None:
    """Resolve "three hours and 14 minutes"."""
    slots = found.slots
    of = unit(slots)
    first = period(number(slots["n"]), of)
    more = period(number(slots["n2"]), unit({"unit": slots["finer"]}))
    return duration(first + more.removeprefix("PT" if of in ("TH", "TM") else "P"), mod(slots))


def one_or_two(found: Found, context: Context) -> Resolution | None:
    """Resolve "a day or two", "a week or so"; "within" it begins with publication."""
    of, more = unit(found.slots), found.slots["more"][0]
    if more != "two":
        return duration(period(1, of), "APPROX" if more == "so" else "EQUAL_OR_MORE")
    return duration(f"{period(1, of)}/{period(2, of)}", None, _within(of, context))


def _within(of: str, context: Context) -> Interval | None:
    if context.before != "within" or of != "D" or context.published is None or context.look() < 0:
        return None
    last = context.published + dt.timedelta(days=2)
    return Interval(context.published, last)


def rate_or_length(found: Found, context: Context) -> Resolution | None:
    """Resolve "a year": a rate after a noun ("$3 a year"), else how long something takes."""
    slots = found.slots
    of = unit(slots)
    if slots["one"] == ("a",) or slots["one"] == ("an",):
        lasting = context.before in _LASTING or context.after in _OF_A_LENGTH
        if "mod" not in slots and not lasting:
            rate = of not in ("TS", "TM") and context.before not in _NO_RATE
            return recurring(period(1, of)) if rate else None
    elif of == "D" and context.before == "":
        return None
    return duration(period(1, of), mod(slots))


def one_day(_found: Found, context: Context) -> Resolution | None:
    """Resolve "one day" of a clause that looks ahead as some day to come."""
    if context.after in _WITH_EVENT or context.look() != 1:
        return duration("P1D")
    return date(
        "FUTURE_REF", None, Interval(context.published, None) if context.published else None
    )


def bare_units(found: Found, context: Context) -> Resolution | None:
    """Resolve "hours" where it is how long: after "within", "just", "for", or before "of"."""
    if context.before in _BARE or context.after in _WITH_EVENT:
        ahead = context.before == "within" and context.published and context.look() == 1
        interval = Interval(context.published, None) if ahead else None
        return duration(period(None, unit(found.slots)), None, interval)
    return None


def length_word(found: Found, _context: Context) -> Resolution | None:
    """Resolve "weeklong" and "months-long"."""
    word = "".join(part for part in found.slots["length"] if part.isalpha())
    return duration(str(look_up(word.replace("old", "long"), "LENGTH")))


def every(found: Found, _context: Context) -> Resolution | None:
    """Resolve "every day", "every other week", "every two weeks" and "twice a year"."""
    slots = found.slots
    count = 2.0 if "other" in slots else amount(slots)
    if "ordinal" in slots:
        count = ordinal(slots["ordinal"][0])
    if unit(slots) == "NI" and count == 1:
        return recurring("XXXX-XX-XXTNI")  # "every night"
    return recurring(period(count, unit(slots)))


def always(_found: Found, _context: Context) -> Resolution | None:
    """Resolve "24 hours a day"."""
    return recurring("P1D")


def weekly(found: Found, _context: Context) -> Resolution | None:
    """Resolve "every Friday", "Sundays", "each July", "every morning"."""
    slots = found.slots
    if "weekend" in slots:
        return recurring("XXXX-WXX-WE" if slots["weekend"] == ("weekends",) else "XXXX-WXX-WD")
    if "month" in slots:
        return recurring(f"XXXX-{look_up(slots['month'][0], 'MONTH'):02}")
    if "season" in slots:
        return recurring(f"XXXX-{look_up(slots['season'][0], 'SEASON')}")
    if "weekday" in slots:
        part = f"T{look_up(slots['part'][0], 'PART', 'PARTS')}" if "part" in slots else ""
        return recurring(f"XXXX-WXX-{look_up(slots['weekday'][0], 'WEEKDAY', 'WEEKDAYS')}{part}")
    return recurring(f"XXXX-XX-XXT{look_up(slots['part'][0], 'PART')}")


def frequency(found: Found, _context: Context) -> Resolution | None:
    """Resolve "daily"."""
    return recurring(str(look_up(found.slots["freq"][0], "FREQ")))


def constant(found: Found, context: Context) -> Resolution | None:
    """Resolve "now", "recently" and "the future" to the value that the rule bears."""
    value, published = found.rule.constant, context.published
    if not value.endswith("_REF"):
        return duration(value)
    if published is None:
        return date(value)
    intervals = {
        "PRESENT_REF": Interval(published, published + dt.timedelta(days=1)),
        "PAST_REF": Interval(None, published),
        "FUTURE_REF": Interval(published, None),
    }
    return date(value, None, intervals[value])


def tonight(_found: Found, context: Context) -> Resolution | None:
    """Resolve "tonight"."""
    day = timex.day(context.published) if context.published else "XXXX-XX-XX"
    return Resolution(TimexType.TIME, f"{day}TNI")

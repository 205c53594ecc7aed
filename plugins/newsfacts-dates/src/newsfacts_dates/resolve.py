"""What a recognised expression means: its TIMEX3 type, value, modifier and interval.

One function for each `resolve` of data/rules.toml; each takes the words of the expression and the
`Context`, and knows nothing of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from newsfacts import Interval, TimexType
from newsfacts_dates import timex
from newsfacts_dates.direction import Direction
from newsfacts_dates.grammar import lexicon
from newsfacts_dates.numerals import number, ordinal, spoken_year
from newsfacts_dates.recognise import Found

__all__ = ["Context", "Resolution", "resolve"]

Slots = Mapping[str, tuple[str, ...]]
_MODS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less": "LESS_THAN",
    "fewer": "LESS_THAN", "more": "MORE_THAN", "over": "MORE_THAN", "well": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS",
    "no more": "EQUAL_OR_LESS", "not more": "EQUAL_OR_LESS", "no less": "EQUAL_OR_MORE",
    "early": "START", "beginning": "START", "start": "START", "late": "END", "end": "END",
    "close": "END", "turn": "START", "mid": "MID", "middle": "MID",
    "earlier": None, "later": None,
}  # fmt: skip
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "latest": -1, "preceding": -1, "this": 0,
           "current": 0, "present": 0, "that": 0, "next": 1, "coming": 1, "following": 1,
           "upcoming": 1}  # fmt: skip


@attrs.define
class Context:
    """Is what an expression is read against; `last` moves on through the text."""

    published: dt.date | None
    date_order: str = "MDY"
    last: str | None = None
    """The value of the last day, month or year that the text named."""
    period: Resolution | None = None
    """The last duration."""
    quarter: str | None = None
    look: Callable[[], Direction] = lambda: 0
    before: str = ""
    after: str = ""


@attrs.frozen
class Resolution:
    """Is what an expression means."""

    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval | None = None


def resolve(found: Found, context: Context) -> Resolution | None:
    """Return what *found* means in *context*; None where it is no temporal expression after all."""
    try:
        result = _RESOLVERS[found.rule.resolve](found, context)
    except (OverflowError, ValueError):  # past the end of the calendar
        return None
    if result is None:
        return None
    if result.interval is None and result.type in (TimexType.DATE, TimexType.TIME):
        result = attrs.evolve(result, interval=timex.bounds(result.value))
    if result.type is TimexType.DATE and result.value[:1].isdigit():
        context.last = result.value
        if "-Q" in result.value:
            context.quarter = result.value
    elif result.type is TimexType.TIME and result.value[:1].isdigit():
        context.last = result.value[:10]
    elif result.type is TimexType.DURATION:
        context.period = result
    return result


def _date(value: str, mod: str | None = None) -> Resolution:
    return Resolution(TimexType.DATE, value, mod)


def _mod(slots: Slots) -> str | None:
    for slot in ("early", "edge", "mod"):
        words = slots.get(slot)
        if words:
            for key in (" ".join(words[:2]), *words):
                if key in _MODS:
                    return _MODS[key]
    return None


def _shift(slots: Slots) -> int | None:
    words = slots.get("shift")
    return None if words is None else _SHIFTS.get(words[-1])


def _value(slot: str, slots: Slots, table: str) -> int:
    return int(lexicon()[table][slots[slot][0]])


def _word(word: str, table: str) -> int:
    words = lexicon()[table]
    return int(words[word] if word in words else words[word.capitalize()])


# --- Days ---------------------------------------------------------------------------------------


def _weekday(number_: int, context: Context, shift: int | None) -> str:
    """Return the day that a weekday names: the last one, the next where the clause looks ahead."""
    published = context.published
    if published is None:
        return f"XXXX-WXX-{number_}"
    back = (published.isoweekday() - number_) % 7
    if shift in (-1, None) and back == 0 and shift == -1:
        back = 7
    if shift == 1 or (shift in (0, None) and back and context.look() == 1):
        back -= 7
    return timex.day(published - dt.timedelta(days=back))


def _nearest_year(month: int, day: int, context: Context, shift: int | None) -> str:
    published = context.published
    if published is None:
        return "XXXX"
    best = published.year
    candidates = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            candidates.append((abs((dt.date(year, month, min(day, 28)) - published).days), year))
        except ValueError:
            continue
    if candidates:
        best = min(candidates)[1]
    if shift == -1 and (best, month, day) >= (published.year, published.month, published.day):
        best -= 1
    return timex.year(best)


def _calendar_date(slots: Slots, context: Context) -> str | None:
    """Put together the date part of an expression from its slots; None where it has none."""
    if "deictic" in slots:
        if context.published is None:
            return "XXXX-XX-XX"
        days = _value("deictic", slots, "DEICTIC")
        return timex.day(context.published + dt.timedelta(days=days))
    if "numdate" in slots:
        return _numeric(slots["numdate"][0], context)
    if "iso" in slots:
        year_, month_, day_ = re.split(r"[/.]", slots["iso"][0])
        return _checked(f"{year_}-{int(month_):02}-{int(day_):02}")
    if "monthday" in slots:
        letters, digits = re.fullmatch(r"([a-z]+)(\d+)", slots["monthday"][0]).groups()
        month_number, day_number = _word(letters, "MONTH"), int(digits)
        year_ = _nearest_year(month_number, day_number, context, None)
        return f"{year_}-{month_number:02}-{day_number:02}"
    year_text = _year_of(slots, context)
    if "month" in slots:
        word = slots["month"][0]
        month_number = int(word) if word.isdigit() else _word(word, "MONTH")
        if "tail" in slots:
            day_number = int(slots["tail"][0][:2])
        elif "day" in slots:
            day_number = int(slots["day"][0].rstrip("stndrh"))
        else:
            if year_text is None:
                year_text = _month_year(month_number, context, _shift(slots))
            return f"{year_text}-{month_number:02}"
        if year_text is None:
            year_text = _nearest_year(month_number, day_number, context, _shift(slots))
        return _checked(f"{year_text}-{month_number:02}-{day_number:02}")
    if "weekday" in slots:
        word = slots["weekday"][0]
        table = "WEEKDAY" if word in lexicon()["WEEKDAY"] else "WDAY"
        return _weekday(_word(word, table), context, _shift(slots))
    if "season" in slots:
        season = str(lexicon()["SEASON"][slots["season"][0]])
        if year_text is None:
            year_text = _season_year(season, context, _shift(slots))
        return f"{year_text}-{season}"
    return year_text


def _checked(value: str) -> str | None:
    """Return *value*, or None where the calendar has no such day."""
    return value if "X" in value or timex.bounds(value) else None


def _year_of(slots: Slots, context: Context) -> str | None:
    if "year" in slots:
        return slots["year"][0]
    if "spoken" in slots:
        spoken = spoken_year(slots["spoken"])
        return None if spoken is None else timex.year(spoken)
    if "fiscalyear" in slots:
        digits = slots["fiscalyear"][0][2:]
        return digits if len(digits) == 4 else f"20{digits}"
    if "modyear" in slots:
        return slots["modyear"][0][-4:]
    shift = _shift(slots)
    if shift is not None and not {"month", "season", "weekday"} & slots.keys():
        return "XXXX" if context.published is None else timex.year(context.published.year + shift)
    return None


def _month_year(month: int, context: Context, shift: int | None) -> str:
    """Return the year of a month: the last one, the next where the clause looks ahead."""
    published = context.published
    if published is None:
        return "XXXX"
    this = published.year
    if shift == 0:
        return timex.year(this)
    if shift == -1:
        return timex.year(this - (month >= published.month))
    if shift == 1:
        return timex.year(this + (month <= published.month))
    if context.look() == 1:
        return timex.year(this + (month < published.month))
    return timex.year(this - (month > published.month))


def _season_year(season: str, context: Context, shift: int | None) -> str:
    published = context.published
    if published is None:
        return "XXXX"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    if shift == -1:
        return timex.year(published.year - (published.month <= start + 2))
    if shift == 1:
        return timex.year(published.year + (published.month >= start))
    return timex.year(published.year)


def _numeric(word: str, context: Context) -> str | None:
    """Read 10/7/2023 in the order that the options say; the other where that is no date."""
    first, second, year_ = re.split(r"[/.-]", word)
    if len(year_) == 2:
        year_ = ("19" if int(year_) > 50 else "20") + year_
    pairs = [(first, second), (second, first)]
    if context.date_order == "DMY" or ("." in word):
        pairs.reverse()
    for month_, day_ in pairs:
        value = f"{year_}-{int(month_):02}-{int(day_):02}"
        if timex.bounds(value):
            return value
    return None


def _calendar(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    if "shift" in slots and "month" in slots and "day" not in slots and "year" in found.rule.name:
        slots = {k: v for k, v in slots.items()}
        shift = _SHIFTS[slots.pop("shift")[-1]]
        if context.published is not None:
            slots["year"] = (timex.year(context.published.year + shift),)
    date = _calendar_date(slots, context)
    clock = _clock(slots)
    if clock is None:
        return None if date is None else _date(date, _mod(slots))
    if date is None:
        if found.rule.name == "last_night":
            date = _calendar_date({"deictic": ("yesterday",)}, context)
        else:
            date = _calendar_date({"deictic": ("today",)}, context)
    return Resolution(TimexType.TIME, f"{date}{clock}", _mod(slots))


def _clock(slots: Slots) -> str | None:
    """Return the time of day (`T19:30`, `TMO`), None where the expression has none."""
    part = slots.get("part")
    if "mil" in slots:
        clock = f"T{slots['mil'][0][:2]}:{slots['mil'][0][2:]}"
    elif "clock" in slots:
        word = slots["clock"][0]
        if word in lexicon()["NOON"]:
            return str(lexicon()["NOON"][word])
        read = re.match(
            r"(\d{1,2}|[a-z]+)(?:[:.]?(\d\d))?(?::(\d\d))?(?:([ap])\.?m|gmt|utc|z)?", word
        )
        if read is None:
            return None
        hours = int(read[1]) if read[1].isdigit() else int(number([read[1]]) or 0)
        half = read[4] or (slots["ap"][0][0] if "ap" in slots else None)
        if half is None and part and part[0] in ("afternoon", "evening", "night"):
            half = "p"
        if half == "p" and hours < 12:
            hours += 12
        elif half == "a" and hours == 12:
            hours = 0
        clock = f"T{hours:02}:{read[2] or '00'}" + (f":{read[3]}" if read[3] else "")
        if word.endswith(("gmt", "utc", "z")):
            clock += "Z"
    elif part:
        word = part[0]
        table = "PART" if word in lexicon()["PART"] else "NOON"
        value = str(lexicon()[table][word])
        return value if table == "NOON" else f"T{value}"
    else:
        return None
    if "alt" in slots:
        return clock + _zone(clock, slots["alt"][0])
    if "tz" in slots:
        clock += str(lexicon()["TZ"][slots["tz"][0].upper()])
    return clock


def _zone(clock: str, alternative: str) -> str:
    """Return the zone of *clock* where the same moment is *alternative* in GMT."""
    digits = (
        alternative.replace(":", "").rjust(4, "0") if len(alternative) > 2 else f"{alternative}00"
    )
    minutes = int(clock[1:3]) * 60 + int(clock[4:6]) - int(digits[:2]) * 60 - int(digits[2:4])
    minutes = (minutes + 720) % 1440 - 720
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _day_range(found: Found, context: Context) -> Resolution | None:
    slots = dict(found.slots)
    first, last = (
        re.split("[–-]", slots["span"][0])
        if "span" in slots
        else (slots["day"][0], slots["day2"][0])
    )
    dates = [_calendar_date({**slots, "day": (each,)}, context) for each in (first, last)]
    if None in dates or str(dates[0]) >= str(dates[1]):
        return None
    return _date("/".join(map(str, dates)))


def _month(found: Found, context: Context) -> Resolution | None:
    date = _calendar_date(found.slots, context)
    return None if date is None else _date(date)


_YEAR_CUES = frozenset(
    "in since until till by of from the during before after through to and between for early late"
    " mid around about throughout circa".split()
)


def _year(found: Found, context: Context) -> Resolution | None:
    text = found.slots["year"][0]
    if context.before in ("$", "#", "£", "€", "no.", "flight", "-", "/", "."):
        return None
    if context.before not in _YEAR_CUES and (
        not 1900 <= int(text) <= 2100
        or context.after in ("people", "percent", "%", "men", "women", "-", "/", "million")
        or (context.after.endswith("s") and context.after != "'s" and len(context.after) > 2)
    ):
        return None
    if not 1500 <= int(text) <= 2100 or context.after in ("people", "percent", "%", "million"):
        return None
    return _date(text)


def _weekday_rule(found: Found, context: Context) -> Resolution | None:
    date = _calendar_date(found.slots, context)
    if date and found.rule.name == "weekday_of_shifted_week" and context.published:
        monday = context.published - dt.timedelta(days=context.published.weekday())
        days = 7 * (_shift(found.slots) or 0) + _value("weekday", found.slots, "WEEKDAY") - 1
        date = timex.day(monday + dt.timedelta(days=days))
    return None if date is None else _date(date, _mod(found.slots))


def _weekday_offset(found: Found, context: Context) -> Resolution | None:
    count = _amount(found.slots)
    unit = found.slots["weeks"][0].rstrip("s")[0].upper()
    base = _calendar_date(
        {k: v for k, v in found.slots.items() if k in ("weekday", "deictic")}, context
    )
    if count is None or base is None or "X" in base:
        return _date("XXXX-XX-XX")
    back = 1 if "from" in found.slots else -1
    moved = timex.shift(dt.date.fromisoformat(base), int(count) * back, unit)
    return None if moved is None else _date(timex.day(moved))


# --- Quarters, halves, spans of years --------------------------------------------------------------


def _quarter(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    if "quarter" in slots:
        which = int(slots["quarter"][0].strip("q"))
    else:
        value = ordinal(slots["ordinal"][0])
        if value is None or value > 4:
            return None
        which = value
    year_ = _year_of(slots, context)
    if year_ is None:
        published = context.published
        if published is None:
            return _date(f"XXXX-Q{which}")
        this = (published.month - 1) // 3 + 1
        ahead = which > this and not (which == this + 1 and context.look() == 1)
        year_ = timex.year(published.year - ahead)
    return _date(f"{year_}-Q{which}")


def _half(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    which = 1 if slots["ordinal"][0] == "first" else 2
    year_ = _year_of(slots, context) or (
        timex.year(context.published.year) if context.published else "XXXX"
    )
    return _date(f"{year_}-H{which}")


def _year_range(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    first, last = (
        re.split("[–/-]", slots["yearspan"][0])
        if "yearspan" in slots
        else (slots["year"][0], slots["year2"][0])
    )
    last = first[: 4 - len(last)] + last
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return _date(f"{first}/{last}")


def _decade(found: Found, context: Context) -> Resolution | None:
    word = found.slots["decade"][0]
    words = lexicon()["DECADEWORD"]
    mod = _mod(found.slots)
    if word in words:
        return _date(f"19{words[word]}", mod)
    digits = re.search(r"\d{2,4}", word)
    if digits is None:
        return None
    if word[0].isalpha():
        mod = _MODS[re.split("[-–]", word)[0]]
    text = digits[0]
    if len(text) == 2:
        text = ("20" if text in ("20", "10", "00") else "19") + text
    return _date(text[:3], mod)


def _century(found: Found, context: Context) -> Resolution | None:
    value = ordinal(found.slots["century"][0])
    return _date(f"{value - 1:02}", _mod(found.slots)) if value and 1 < value < 31 else None


# --- Relative to the day of publication ---------------------------------------------------------

_UNIT_VALUES: Final = {
    "TS": "XXXX-XX-XXTXX", "TM": "XXXX-XX-XXTXX", "TH": "XXXX-XX-XXTXX", "D": "XXXX-XX-XX",
    "NI": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "10Y": "XXX", "100Y": "XX",
}  # fmt: skip


def _unit(words: tuple[str, ...]) -> str:
    for table in ("UNIT", "UNITS"):
        if words[0] in lexicon()[table]:
            return str(lexicon()[table][words[0]])
    return {"period": "Q", "summers": "Y"}.get(words[0], "D")


def _unit_value(unit: str, date: dt.date | None) -> str:
    """Return the value of the unit of time that holds *date*."""
    if date is None:
        return _UNIT_VALUES[unit]
    if unit in ("W", "2W"):
        return timex.week(date)
    if unit == "WE":
        return timex.weekend(date)
    if unit == "M":
        return timex.month(date)
    if unit == "Q":
        return f"{date.year:04}-Q{(date.month - 1) // 3 + 1}"
    if unit == "Y":
        return timex.year(date.year)
    if unit == "10Y":
        return f"{date.year // 10:03}"
    if unit == "100Y":
        return f"{date.year // 100:02}"
    return timex.day(date)


_STEPS = {
    "W": ("W", 1),
    "2W": ("W", 2),
    "WE": ("W", 1),
    "M": ("M", 1),
    "Q": ("Q", 1),
    "Y": ("Y", 1),
    "10Y": ("Y", 10),
    "100Y": ("Y", 100),
    "D": ("D", 1),
    "NI": ("D", 1),
}


def _move(date: dt.date | None, count: float, unit: str) -> dt.date | None:
    if date is None or unit not in _STEPS:
        return date
    step, size = _STEPS[unit]
    return timex.shift(date, round(count * size), step)


def _shifted(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    unit = _unit(slots["unit"])
    shift = _shift(slots) or 0
    if slots.get("shift") == ("latest",) and unit == "Q":
        if context.quarter:
            return _date(context.quarter)
    moved = _move(context.published, shift, unit)
    mod = _mod(slots)
    if found.rule.name == "unit_end":
        mod = "END"
    return _date(_unit_value(unit, moved), mod)


def _weekend_rule(found: Found, context: Context) -> Resolution | None:
    """Return the weekend: the one just past, the coming one where the clause looks ahead."""
    published = context.published
    shift = _shift(found.slots)
    if published is None:
        return _date("XXXX-WXX-WE")
    if shift is None:
        shift = 0 if published.isoweekday() > 5 or context.look() == 1 else -1
    moved = _move(published, shift, "W")
    return None if moved is None else _date(timex.weekend(moved), _mod(found.slots))


def _amount(slots: Slots) -> float | None:
    """Return how many units an expression counts, None where it says so vaguely."""
    if "half" in slots:
        return 0.5
    if "one" in slots:
        return 1.0
    if "n" in slots:
        value = number(slots["n"])
        if value is not None and "plus" in slots:
            value += 0.5
        return value
    if "vague" in slots:
        words = slots["vague"]
        if "couple" in words:
            return 2.0
        if words[-1] == "dozen":
            return 6.0 if "half" in words else 12.0
    return None


def _ago(found: Found, context: Context) -> Resolution | None:
    return _offset_from(found, context, context.published, -1, vague="PAST_REF")


def _hence(found: Found, context: Context) -> Resolution | None:
    return _offset_from(found, context, context.published, 1, vague="FUTURE_REF")


def _offset_from(
    found: Found, context: Context, base: dt.date | None, way: int, vague: str
) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    count = _amount(found.slots)
    mod = _mod(found.slots)
    if count is None:
        return _date(vague, mod)
    if base is None:
        return _date(_UNIT_VALUES[unit], mod)
    if unit == "Y" and count == 1 and way == -1 and context.quarter:
        year_, quarter = context.quarter.split("-")
        return _date(f"{int(year_) - (int(year_) >= base.year)}-{quarter}", mod)
    if count % 1 and unit in ("Y", "100Y", "10Y"):
        moved = timex.shift(base, round(way * count * 12), "M")
        unit = "M"
    elif unit.startswith("T"):
        return _date(timex.day(base), mod) if count < 12 else None
    else:
        moved = _move(base, way * count, unit)
    return None if moved is None else _date(_unit_value(unit, moved), mod)


def _span_of(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    unit = _unit(slots["unit"])
    count = _amount(slots) if {"n", "vague", "one"} & slots.keys() else 1.0
    interval = None
    if context.published is not None and count is not None:
        way = 1 if slots["shift"][-1] in ("next", "coming", "following", "upcoming") else -1
        other = _move(context.published, way * count, unit)
        if other is not None and unit in _STEPS and slots["shift"][-1] not in ("first", "final"):
            interval = Interval(*sorted((context.published, other)))
    return Resolution(TimexType.DURATION, _period(count, unit), _mod(slots), interval)


def _recent(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    return Resolution(TimexType.DURATION, _period(None, unit))


# --- Relative to the text ----------------------------------------------------------------------


def _last_day(context: Context) -> dt.date | None:
    if context.last is None:
        return None
    covered = timex.bounds(context.last)
    if covered is None or covered.start is None:
        return None
    start = covered.start
    return start.date() if isinstance(start, dt.datetime) else start


def _offset(found: Found, context: Context) -> Resolution | None:
    way = -1 if "before" in found.slots else 1
    base = _last_day(context)
    if found.rule.name == "offset_earlier" and (_unit(found.slots["unit"]) == "Y" and way == -1):
        base = context.published
    if found.rule.name == "year_before":
        found = attrs.evolve(found, slots={**found.slots, "one": ("a",)})
    result = _offset_from(found, context, base, way, "PAST_REF" if way < 0 else "FUTURE_REF")
    return result


def _following(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    words = context.last and _last_day(context)
    way = 1
    moved = _move(words or None, way, unit)
    return _date(_unit_value(unit, moved))


def _same(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    base = _last_day(context) or context.published
    return _date(_unit_value(unit, base))


def _same_period(found: Found, context: Context) -> Resolution | None:
    return context.period


def _ordinal(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    return _date(_UNIT_VALUES[unit])


# --- Durations ---------------------------------------------------------------------------------


def _period(count: float | None, unit: str) -> str:
    """Return the value of *count* units: `P7W`, `PT8H`, `PXD`."""
    time = unit.startswith("T")
    letter = unit[-1]
    if unit == "NI":
        return f"P{_plain(count)}NI"
    if unit == "WE":
        return f"P{_plain(count)}WE"
    if count is None:
        letter = {"10Y": "DE", "100Y": "CE"}.get(unit, letter)
        return f"P{'T' if time else ''}X{letter}"
    if unit in ("10Y", "100Y", "2W"):
        count *= int(unit[:-1])
    if count % 1 and unit == "TH" and count < 1:
        return f"PT{_plain(count * 60)}M"
    return f"P{'T' if time else ''}{_plain(count)}{letter}"


def _plain(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count % 1 == 0 else str(round(count, 3))


def _duration(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    unit = _unit(slots["unit"])
    count = _amount(slots) if {"n", "vague", "one", "half"} & slots.keys() else 1.0
    if "vague" in slots and count is None:
        return Resolution(TimexType.DURATION, _period(None, unit), _mod(slots))
    if count is None:
        return None
    if found.rule.name == "duration_hyphen" and context.after == "-":
        return None
    return Resolution(TimexType.DURATION, _period(count, unit), _mod(slots))


def _duration_range(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    low, high = number(found.slots["n"]), number(found.slots["n2"])
    if low is None or high is None:
        return None
    value = f"{_period(low, unit)}/{_period(high, unit)}"
    return Resolution(TimexType.DURATION, value, _mod(found.slots))


def _duration_or_two(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    return Resolution(TimexType.DURATION, f"{_period(1, unit)}/{_period(2, unit)}")


_IN = frozenset(
    "in within for after over than during since by every of took take takes last lasted least about"
    " almost nearly through spent spend under just only lasting until the".split()
)


def _a_unit(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    unit = _unit(slots["unit"])
    if (
        "mod" not in slots
        and context.before not in _IN
        and len(found.slots["one"]) == 1
        and (slots["one"][0] != "one")
    ):
        if unit in ("TS", "TM"):
            return None
        return Resolution(TimexType.SET, _period(1, unit))
    return Resolution(TimexType.DURATION, _period(1, unit), _mod(slots))


def _vague_units(found: Found, context: Context) -> Resolution | None:
    if context.before in ("within", "for", "in", "just", "after", "of", "over", "took", "take"):
        return Resolution(TimexType.DURATION, _period(None, _unit(found.slots["unit"])))
    return None


def _some_time(found: Found, context: Context) -> Resolution | None:
    return Resolution(TimexType.DURATION, "PXX")


def _the_unit(found: Found, context: Context) -> Resolution | None:
    unit = _unit(found.slots["unit"])
    if unit == "Q" and context.quarter:
        return _date(context.quarter)
    return _date(_unit_value(unit, context.published))


# --- Sets and constants ------------------------------------------------------------------------


def _every(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    unit = _unit(slots["unit"])
    count = _amount(slots) if "vague" in slots or (slots.get("n")) else 1.0
    if found.rule.name == "times_a_unit":
        count = 1.0
    return Resolution(TimexType.SET, _period(count, unit))


def _every_weekday(found: Found, context: Context) -> Resolution | None:
    slots = found.slots
    tables = lexicon()
    if "month" in slots:
        return Resolution(TimexType.SET, f"XXXX-{_word(slots['month'][0], 'MONTH'):02}")
    if "season" in slots:
        return Resolution(TimexType.SET, f"XXXX-{tables['SEASON'][slots['season'][0]]}")
    if "weekday" in slots:
        word = slots["weekday"][0].rstrip("s")
        return Resolution(TimexType.SET, f"XXXX-WXX-{tables['WEEKDAY'][word]}")
    return Resolution(TimexType.SET, f"XXXX-XX-XXT{tables['PART'][slots['part'][0]]}")


def _frequency(found: Found, context: Context) -> Resolution | None:
    return Resolution(TimexType.SET, str(lexicon()["FREQ"][found.slots["freq"][0]]))


def _constant(found: Found, context: Context) -> Resolution | None:
    value = found.rule.constant
    published = context.published
    if value == "TONIGHT":
        date = "XXXX-XX-XX" if published is None else timex.day(published)
        return Resolution(TimexType.TIME, f"{date}TNI")
    if published is None:
        return _date(value)
    if value == "PRESENT_REF":
        return Resolution(
            TimexType.DATE, value, None, Interval(published, published + dt.timedelta(days=1))
        )
    if value == "PAST_REF":
        return Resolution(TimexType.DATE, value, None, Interval(None, published))
    return _date(value)


_RESOLVERS: Final[dict[str, Callable[[Found, Context], Resolution | None]]] = {
    name[1:]: function
    for name, function in {
        "_calendar": _calendar, "_day_range": _day_range, "_month": _month, "_year": _year,
        "_weekday": _weekday_rule, "_weekday_offset": _weekday_offset, "_quarter": _quarter,
        "_half": _half, "_year_range": _year_range, "_decade": _decade, "_century": _century,
        "_shifted": _shifted, "_ago": _ago, "_hence": _hence, "_span_of": _span_of,
        "_recent": _recent, "_offset": _offset, "_following": _following, "_same": _same,
        "_same_period": _same_period, "_ordinal": _ordinal, "_duration": _duration,
        "_duration_range": _duration_range, "_duration_or_two": _duration_or_two,
        "_a_unit": _a_unit, "_weekend": _weekend_rule, "_vague_units": _vague_units, "_some_time": _some_time,
        "_the_unit": _the_unit, "_every": _every, "_every_weekday": _every_weekday,
        "_frequency": _frequency, "_constant": _constant,
    }.items()
}  # fmt: skip

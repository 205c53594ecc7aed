"""What looks like a time and is none: years that count, months that are names, titles.

Each guard is given a match and the words around it, and says whether it may stand. The words that
they know are in data/guards.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from newsfacts_dates.recognise import Found

__all__ = ["in_capitals", "stands"]

_FIRST_YEAR, _FIRST_PLAIN_YEAR, _LAST_YEAR = 1500, 1900, 2099
_SHORTEST_PLURAL = 3
_NEAR = 6


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = files("newsfacts_dates").joinpath("data/guards.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(raw).items()}


def stands(found: Found, words: Sequence[str], *, sentence_start: bool) -> bool:
    """Tell whether *found* may stand as a temporal expression.

    Args:
        found: the match; its offsets index *words*.
        words: all words of the document.
        sentence_start: whether the match begins a sentence.
    """
    before = words[found.start - 1] if found.start else ""
    after = words[found.end] if found.end < len(words) else ""
    if after in ("of", "OF") and words[found.end + 1 : found.end + 2] in (["age"], ["AGE"]):
        return False
    if found.rule.name == "year" and _in_long_number(words, found.start):
        return False
    if found.rule.name == "decade" and _degrees(words, found.start):
        return False
    guard = _GUARDS.get(found.rule.name)
    if guard is not None and not guard(found, before, after):
        return False
    return not _title(found, words, before, after, sentence_start=sentence_start)


def _year(found: Found, before: str, after: str) -> bool:
    """Pass 1990 in "in 1990" and "1990 crash", not in "1990 people", "$1990" or "1,990"."""
    year = int(found.slots["year"][0])
    low, following = before.lower(), after.lower()
    if low in _lists()["symbols"] or following in _lists()["counted"]:
        return False
    if year > _LAST_YEAR or (year < _FIRST_YEAR and low not in ("since", "circa")):
        return False
    if low in _lists()["year_cues"]:
        return low not in _lists()["not_before_plurals"] or not _plural(after)
    return year >= _FIRST_PLAIN_YEAR and not _plural(after) and following not in ("-", "–")


def _in_long_number(words: Sequence[str], at: int) -> bool:
    """Tell the 2027 of the telephone number "313-222-2027" from a year."""
    before = words[max(0, at - 2) : at]
    return len(before) == 2 and before[1] == "-" and before[0].isdigit()  # noqa: PLR2004


def _degrees(words: Sequence[str], at: int) -> bool:
    """Tell the 90s of "temperatures in the 90s" from the decade."""
    near = words[max(0, at - _NEAR) : at]
    return not _lists()["of_degrees"].isdisjoint(word.lower() for word in near)


def _plural(word: str) -> bool:
    """Tell "houses", which a number before it counts, from "has"."""
    long = len(word) >= _SHORTEST_PLURAL
    return long and word.islower() and word.endswith("s") and word not in _lists()["no_plural"]


def _about_year(found: Found, _before: str, after: str) -> bool:
    """Pass "around 2016", not "around 2016 houses"."""
    counting = _plural(after) or after.lower() in _lists()["counted"]
    return "mod" not in found.slots or not counting


def _month(found: Found, before: str, after: str) -> bool:
    """Pass "in May", not "May I", "Theresa May", "the March for Life" or "a June Carter"."""
    if after in _lists()["of_history"] or before in _lists()["day_names"]:
        return False  # "the October War", "Black September"
    if found.slots["month"][0] not in _lists()["ambiguous_months"]:
        return True
    low = before.lower()
    if low not in _lists()["month_cues"] or before == "THE":
        return False
    if low in ("a", "an"):
        return after.isalpha() and after.islower() and after not in _lists()["no_surname"]
    if low in ("the", "and", ","):
        return not after[:1].isupper() and after not in ("for", "of", "on")
    return not (before.istitle() and _surname(after))


def _day_of_month(_found: Found, _before: str, after: str) -> bool:
    """Pass "April 6 protests", not the name of "the April 6 Movement"."""
    return after not in _lists()["of_history"] and after.lower() not in _lists()["of_parties"]


def _same_month(found: Found, _before: str, after: str) -> bool:
    """Pass "that May", not "TALKS THAT MAY LEAD" of a text in capitals."""
    return not (found.slots["month"][0] in ("may", "march") and after.isupper())


def _surname(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _lists()["no_surname"]


def _day_by_number(_found: Found, _before: str, after: str) -> bool:
    """Pass "9/11 attacks", not the "9/11 Commission"."""
    return not _surname(after)


def _name(found: Found, before: str, after: str) -> bool:
    """Pass "Ramadan", not "Ramadan Shallah"; in capitals only what "during" and the like lead."""
    if found.slots["name"] == ("eid",) and before.istitle():
        return before in _lists()["opening"]  # "Mohamed Eid"
    if after.lower() in _lists()["after_feasts"]:
        return False
    if len(after) > 1 and after.isupper():
        return before.lower() in _lists()["month_cues"] or after.lower() in _lists()["no_surname"]
    return not _surname(after)


def _frequency(found: Found, before: str, after: str) -> bool:
    """Pass "the daily tally", not the newspaper: "the daily Granma", "the daily said"."""
    if found.slots["freq"][0] in _lists()["of_no_papers"]:
        return True
    paper = after[:1].isupper() or after.lower() in _lists()["of_papers"]
    return not paper and not before.istitle()


def _clock(found: Found, before: str, _after: str) -> bool:
    """Pass "at 10:30" and "10:30 p.m.", not the 10:30 of a list or a score."""
    named = {"ap", "tz", "part", "alt"} & found.slots.keys()
    bare = found.slots["clock"][0][-1:].isdigit() and ":" in found.slots["clock"][0]
    return not bare or bool(named) or before.lower() in _lists()["clock_cues"]


def _weekday(_found: Found, before: str, after: str) -> bool:
    """Pass "Friday", not "Black Friday" (a day with a name of its own) or the Sunday Times."""
    return before not in _lists()["day_names"] and after not in _lists()["papers"]


def _fraction(found: Found, _before: str, after: str) -> bool:
    """Pass "two quarters", not the fractions "one-quarter" and "a quarter of"."""
    hyphened = found.rule.name == "duration_hyphen"
    return found.slots["unit"] != ("quarter",) or not (hyphened or after == "of")


def _one_unit(found: Found, before: str, after: str) -> bool:
    """Pass "in a second.", not the ordinal of "a second term", and no fractions."""
    if found.slots["unit"] == ("second",) and after.isalpha():
        return after in _lists()["after_second"]
    return _fraction(found, before, after)


def _duration(found: Found, before: str, after: str) -> bool:
    """Pass "many weeks", not "in as many weeks", and no fractions."""
    return _fraction(found, before, after) and not (before == "as" and "vague" in found.slots)


def _past(_found: Found, before: str, after: str) -> bool:
    """Pass "in the past", not "understand the past" or "in the past two meetings"."""
    counting = after[:1].isdigit() or after.lower() in _lists()["counting"]
    return before.lower() in _lists()["past_cues"] and not counting


def _shifted(found: Found, before: str, after: str) -> bool:
    """Pass "last year", not "his last year in office" and "the last week of the race"."""
    if found.slots["shift"] != ("last",):
        return True
    return before.lower() not in _lists()["possessives"] and after != "of"


def _bare(found: Found, before: str, after: str) -> bool:
    """Pass "hours after the deal", not "the early hours of Friday", "the minutes of a meeting"."""
    low, unit = before.lower(), found.slots["unit"]
    if unit == ("minutes",) and after == "of" and low not in _lists()["lasting_minutes"]:
        return False
    return low not in _lists()["of_other_phrases"] and unit != ("quarters",)


_GUARDS: Final[dict[str, Callable[[Found, str, str], bool]]] = {
    "a_unit": _one_unit,
    "clock": _clock,
    "day_by_number": _day_by_number,
    "day_month": _day_of_month,
    "duration": _duration,
    "early_years": _about_year,
    "duration_hyphen": _fraction,
    "frequency": _frequency,
    "month": _month,
    "month_day": _day_of_month,
    "month_of_shared_year": _month,
    "named_time": _name,
    "same_month": _same_month,
    "past_unit": _shifted,
    "the_past": _past,
    "unit_shifted": _shifted,
    "vague_units": _bare,
    "weekday": _weekday,
    "weekdays_listed": _weekday,
    "year": _year,
}
"""For each rule that needs one, its guard."""

_AROUND = 3
"""Words on either side that tell whether a text is all in capitals."""


def in_capitals(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the words around those from *start* to *end* are all in capitals."""
    around = "".join((*words[max(0, start - _AROUND) : start], *words[end : end + _AROUND]))
    return around.isupper() and words[end - 1].isupper()


_WRITTEN_SMALL: Final = frozenset(
    "a_unit dawn day_and_part deictic duration last_night noon past_units present this_part tonight"
    " unit_of_sentence unit_shifted".split()
)
"""Rules whose words have a capital only where a sentence begins, or in a title."""


def _title(
    found: Found, words: Sequence[str], before: str, after: str, *, sentence_start: bool
) -> bool:
    """Tell "USA Today" and "60 Minutes" by capitals that a time has only where a sentence begins.

    In headlines, where every word has them, the words around have them too.
    """
    if found.rule.name not in _WRITTEN_SMALL or words[found.end - 1].islower():
        return False
    if found.rule.name == "dawn" and found.end - found.start > 1:
        return False  # "Dawn on Tuesday" ends in a capital of its own
    if in_capitals(words, found.start, found.end):
        return before == "USA"
    if sentence_start and found.end - found.start == 1:
        return False
    if found.end - found.start > 1:
        return words[found.end - 1].istitle() and not (before.istitle() and after.istitle())
    return before.istitle() or before.isupper() or (found.rule.name == "dawn" and after.istitle())

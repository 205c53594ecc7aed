"""What looks like a time and is none: years that count, months that are names, titles.

Each guard is given a match and the words around it, and says whether it may stand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from newsfacts_dates.recognise import Found

__all__ = ["stands"]

_YEAR_CUES = frozenset(
    "in since until till by of from the during before after through to and between for early late"
    " mid around about throughout circa - – its his their 's’".split()
)
_SYMBOLS = frozenset(
    ("$", "#", "£", "€", "no.", "nos.", "flight", "route", "highway", "/", ".", "at")
)
_COUNTED = frozenset(
    ("people", "percent", "%", "men", "women", "children", "million", "billion", "/")
)
_FIRST_YEAR, _FIRST_PLAIN_YEAR, _LAST_YEAR = 1500, 1900, 2099
_SHORTEST_PLURAL = 3

_OWN_NAMES = frozenset("Black Bloody Super Cyber Good Holy Fat Ash Giving".split())
_CLOCK_CUES = frozenset(
    "at around about by until till from to since before after past between and nearly approximately"
    " @ - –".split()
)
_NAMES = frozenset(("may", "march", "april", "june", "august", "jan", "mar", "sep", "dec", "jun"))
_MONTH_CUES = frozenset(
    "in since by until till of from during last this next early late mid between to and through for"
    " before after or around about as next each every throughout until ( , - – — the".split()
)
_NO_SURNAME = frozenset(
    "in on and at the a an as to for with but when while after before he she it they we i".split()
)


_OF_PAPERS = frozenset(
    "newspaper newspapers paper said says reported reports quoted magazine".split()
)


def stands(found: Found, words: Sequence[str], *, sentence_start: bool) -> bool:
    """Tell whether *found* may stand as a temporal expression.

    Args:
        found: the match; its offsets index *words*.
        words: all words of the document.
        sentence_start: whether the match begins a sentence.
    """
    before = words[found.start - 1] if found.start else ""
    after = words[found.end] if found.end < len(words) else ""
    if after == "of" and words[found.end + 1 : found.end + 2] == ["age"]:
        return False
    guard = _GUARDS.get(found.rule.name)
    if guard is not None and not guard(found, before, after):
        return False
    return not _title(found, words, before, after, sentence_start=sentence_start)


def _year(found: Found, before: str, after: str) -> bool:
    """Pass 1990 in "in 1990" and "1990 crash", not in "1990 people", "$1990" or "1,990"."""
    year = int(found.slots["year"][0])
    low, following = before.lower(), after.lower()
    if low in _SYMBOLS or following in _COUNTED or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    if low in _YEAR_CUES:
        return True
    plural = (
        len(after) >= _SHORTEST_PLURAL
        and after.islower()
        and after.endswith("s")
        and after != "was"
    )
    return year >= _FIRST_PLAIN_YEAR and not plural and following not in ("-", "–")


def _month(found: Found, before: str, after: str) -> bool:
    """Pass "in May", not "May I", "Theresa May", "the March for Life" or "June Carter"."""
    word = found.slots["month"][0]
    if word not in _NAMES:
        return True
    if before.lower() not in _MONTH_CUES or before == "THE":
        return False
    if before == "the" or before.lower() in ("and", ","):
        return not after[:1].isupper() and after not in ("for", "on")
    return not (after[:1].isupper() and after.lower() not in _NO_SURNAME and before.istitle())


def _name(_found: Found, _before: str, after: str) -> bool:
    """Pass "Ramadan", not "Ramadan Shallah"."""
    return not after[:1].isupper() or after.lower() in _NO_SURNAME


def _frequency(_found: Found, before: str, after: str) -> bool:
    """Pass "the daily tally", not the newspaper: "the daily Granma", "the daily said"."""
    return not after[:1].isupper() and after.lower() not in _OF_PAPERS and not before.istitle()


def _clock(found: Found, before: str, _after: str) -> bool:
    """Pass "at 10:30" and "10:30 p.m.", not the 10:30 of a list or a score."""
    named = {"ap", "tz", "part", "alt"} & found.slots.keys()
    bare = found.slots["clock"][0][-1:].isdigit() and ":" in found.slots["clock"][0]
    return not bare or bool(named) or before.lower() in _CLOCK_CUES


def _weekday(_found: Found, before: str, _after: str) -> bool:
    """Pass "Friday", not "Black Friday" or "Super Tuesday": days with a name of their own."""
    return before not in (
        "Black",
        "Bloody",
        "Super",
        "Cyber",
        "Good",
        "Holy",
        "Fat",
        "Ash",
        "Giving",
    )


def _length(found: Found, _before: str, after: str) -> bool:
    """Pass "two quarters", not the fractions "one-quarter" and "a quarter of"."""
    hyphened = found.rule.name == "duration_hyphen"
    return found.slots["unit"] != ("quarter",) or not (hyphened or after == "of")


def _past(_found: Found, before: str, _after: str) -> bool:
    """Pass "in the past", not "understand the past"."""
    return before.lower() in ("in", "from", "of", "than", "into", "unlike", "like")


def _current(_found: Found, _before: str, after: str) -> bool:
    """Pass "the current law", not "a current of air"."""
    return after.lower() not in ("of", "events", "affairs")


def _bare(found: Found, before: str, _after: str) -> bool:
    """Pass "hours after the deal", not "the early hours of Friday", "three-quarters"."""
    if found.slots["unit"] == ("quarters",):
        return False
    return before.lower() not in (
        "early",
        "late",
        "small",
        "wee",
        "final",
        "last",
        "first",
        "these",
    )


_GUARDS: Final[dict[str, Callable[[Found, str, str], bool]]] = {
    "year": _year,
    "clock": _clock,
    "clock_and_date": _clock,
    "a_unit": _length,
    "duration": _length,
    "duration_hyphen": _length,
    "current": _current,
    "frequency": _frequency,
    "month": _month,
    "named_time": _name,
    "the_past": _past,
    "vague_units": _bare,
    "weekday": _weekday,
}
_WRITTEN_SMALL = frozenset(
    "a_unit deictic duration last_night past_units present this_part tonight unit_of_sentence"
    " unit_shifted".split()
)


def _title(
    found: Found,
    words: Sequence[str],
    before: str,
    after: str,
    *,
    sentence_start: bool,
) -> bool:
    """Tell "USA Today" and "60 Minutes" by capitals that a time has only where a sentence begins.

    In headlines, where every word has them, the words around have them too.
    """
    if found.rule.name not in _WRITTEN_SMALL or words[found.end - 1].islower():
        return False
    if sentence_start and found.end - found.start == 1:
        return False
    if found.end - found.start > 1:
        return words[found.end - 1].istitle() and not (before.istitle() and after.istitle())
    return before.istitle() or before.isupper()

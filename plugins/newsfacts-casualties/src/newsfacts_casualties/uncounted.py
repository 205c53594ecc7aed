"""Numbers that count nobody, told by the words beside them: dates, years, sums, lengths, ranks.

`newsfacts.quantities` decides what kind of thing a number is; this is asked before it, and is sure
of less. The words are those of its lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsfacts.numerals import lexicon

__all__ = ["counts_nothing"]

_CURRENCY = frozenset("$€£¥₹₪₽₩₦")
_SHARES = frozenset(("%", "percent", "per"))
_DASHES = frozenset("-‐‑–")
_JOINING = _DASHES.union(("to", "or", "and"))
"""What may join two numbers to a range, which is no date."""
_BEYOND = _DASHES.union(("old", "olds", "'s", "’s"))
"""What after a unit makes an age, or another word, of it: "12 years old"."""
_FRACTIONAL = ("a", "one")
_NONE = ("no", "none", "nobody")
_COMPARING = ("than", "least", "nearly", "about")
_PEOPLE = ("s", "people", "men", "women", "children")
_DAYS = 31
_LONGEST_DAY, _YEAR = 2, 4
"""Digits."""


def counts_nothing(lower: Sequence[str], at: int, end: int) -> bool:
    """Tell whether the words beside a number show that it counts nothing.

    Args:
        lower: the document's tokens in lower case.
        at: index of the token that begins the number.
        end: index of the token after its sentence.
    """
    word, before = lower[at], lower[at - 1] if at else ""
    after = lower[at + 1] if at + 1 < end else ""
    if word in _ordinals():
        return before not in _FRACTIONAL
    if after in _units():
        return word not in _NONE and (at + 2 >= end or lower[at + 2] not in _BEYOND)
    if before in _CURRENCY:
        return after not in _SHARES
    if not word.isdigit() or after in _JOINING or after in _SHARES or after in _scales():
        return False
    if len(word) <= _LONGEST_DAY:
        return (before in _months() or after in _months()) and int(word) <= _DAYS
    year = len(word) == _YEAR and word[:2] in ("18", "19", "20")
    return year and before not in _COMPARING and not after[:1].isdigit() and _dates(after)


def _dates(after: str) -> bool:
    """Tell whether the word after a number like "2014" lets it be a year."""
    return not after.endswith(_PEOPLE) and after != "+"


@cache
def _units() -> frozenset[str]:
    """Words that say what a number measures: "12 weeks", "30 km", "5 points"."""
    return frozenset(word for line in lexicon()["followed"].values() for word in line.split())


@cache
def _months() -> frozenset[str]:
    months = lexicon()["calendar"]["months"].split()
    return frozenset(months).union(month + "." for month in months) - {"may"}


@cache
def _ordinals() -> frozenset[str]:
    return frozenset(lexicon()["calendar"]["ordinals"].split())


@cache
def _scales() -> frozenset[str]:
    return frozenset((*lexicon()["scales"], *lexicon()["suffixes"], "dozen"))

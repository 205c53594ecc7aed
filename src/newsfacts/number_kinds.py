"""What kind of thing a number is: a count, an age, a date, money, a road's name.

Only the words around a number tell. `Setting` holds a stretch of text cut into pieces
(`newsfacts.numerals`) and answers for the number between two of them; which words tell what is data
(`data/quantities.toml`).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from newsfacts.numerals import Pieces, lexicon

__all__ = ["DASHES", "QuantityKind", "Setting", "telling_after", "telling_before"]

DASHES = frozenset("-\u2010\u2011\u2013")
"""Hyphens and the dash of ranges."""
_CURRENCY = frozenset("$€£¥₹₪₽₩₦")
_YEARS = range(1800, 2100)
_LONGEST_AGE = 120
_DAYS = 31
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th", "d"))
_DOLLARS = ("rs", "usd", "us")
_AGED = ("aged", "age")
_AGES = ("year", "years", "month", "months", "day", "week", "yr")
_MORE = ("more", "full", "long", "consecutive", "straight", "further", "additional")
"""Words between a number and the word that tells what it is."""
_CLOCK = ("a", "p")


class QuantityKind(StrEnum):
    """Says what a number in a text is."""

    COUNT = "count"
    """how many: "at least seven", "dozens", "no one" """
    ARTICLE = "article"
    """"a", "an" or "another": one, if what follows can be counted"""
    SHARE = "share"
    """part of a whole, in percent: "85%", "two thirds", "one in five" """
    AGE = "age"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    MONEY = "money"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    SCORE = "score"
    """a vote or a result: "41-7" """
    LABEL = "label"
    """a name: "Flight 370", "No. 3", "AK-47", "15-member" """


class _Words:
    """Is the lexicon in the forms that are looked up."""

    def __init__(self) -> None:
        words = lexicon()
        self.followed = {
            word: QuantityKind(kind if kind != "vote" else "score")
            for kind, line in words["followed"].items()
            for word in line.split()
        }
        self.preceded = {
            word: QuantityKind(kind)
            for kind, line in words["preceded"].items()
            for word in line.split()
        }
        self.months = frozenset(words["calendar"]["months"].split())
        self.before_year = frozenset(words["calendar"]["before_year"].split())


@cache
def _lexicon() -> _Words:
    return _Words()


@cache
def telling_before() -> frozenset[str]:
    """Return what before a number, years and glued ones aside, can make it other than a count."""
    words = _lexicon()
    marks = DASHES.union(_CURRENCY, "/_#:.,(")
    return marks.union(_DOLLARS, _AGED, words.preceded, words.months)


@cache
def telling_after() -> frozenset[str]:
    """Return the words that after such a number can make it other than a count."""
    words = _lexicon()
    return words.months.union(("percent", "per"), words.followed, _AGES, _MORE, _CLOCK)


class Setting:
    """Is a stretch of text and its pieces, in which numbers stand."""

    def __init__(self, text: str, parts: Pieces) -> None:
        self.text = text
        self.parts = parts
        self._word = parts.word

    def kind(self, at: int, end: int) -> QuantityKind:  # noqa: C901 - one test a kind
        """Tell what the number of pieces *at* to *end* is, by the words around it."""
        words = _lexicon()
        before, after = self._word(at - 1), self._word(end)
        digits = self.parts.lower[at][0].isdigit()
        if after in ("%", "percent") or (after == "per" and self._word(end + 1) == "cent"):
            points = self._word(end + 1 + (after == "per")) in ("point", "points")
            return QuantityKind.MEASURE if points else QuantityKind.SHARE
        if before in _CURRENCY or (before in _DOLLARS and digits and after != "soldiers"):
            return QuantityKind.MONEY
        if self._is_label(at, end):
            return QuantityKind.LABEL
        if self._is_age(at, end):
            return QuantityKind.AGE
        if after in DASHES and self.parts.touches(end) and self.parts.touches(end + 1):
            follows = self._word(end + 1)
            if follows in ("odd", "plus"):
                return QuantityKind.COUNT
            if follows.isdigit():
                return QuantityKind.SCORE
            return words.followed.get(follows, QuantityKind.LABEL)
        if digits and self.parts.touches(end) and after in _ORDINAL_ENDINGS:
            return QuantityKind.ORDINAL
        if digits and (kind := self._calendar(at, end)):
            return kind
        if kind := words.followed.get(after):
            return kind
        if after in _MORE:
            return words.followed.get(self._word(end + 1), QuantityKind.COUNT)
        if after in _CLOCK and self._word(end + 1) == "." and self._word(end + 2) == "m":
            return QuantityKind.TIME
        return words.preceded.get(before, QuantityKind.COUNT)

    def _is_label(self, at: int, end: int) -> bool:
        """Tell "AK-47", "G20", "No. 3", "747s", "24/7", "911"."""
        before = self._word(at - 1)
        if self.parts.touches(at) and (before in DASHES or before in ("/", "_", "#", ":", ".")):
            return True
        if self.parts.touches(at) and before.isalpha():
            # Scanned texts lose spaces: "between159,000" is a count, "MH370" a name.
            return not (
                "," in self.parts.lower[at] and self.text[self.parts.start(at) - 1].islower()
            )
        if self._word(end) == "/" or (self.parts.touches(end) and self._word(end) in (":", "_")):
            return True
        if self.parts.touches(end) and self._word(end).isalpha():
            return self._word(end) not in (*_ORDINAL_ENDINGS, "s")
        return before == "." and self._word(at - 2) in ("no", "nos")

    def _is_age(self, at: int, end: int) -> bool:
        """Tell "4-year-old", "aged 12", "four years old", "Ann Lee, 14,", "Ann Lee (14)"."""
        step = end + (self._word(end) in DASHES)
        if self._word(step) in _AGES:
            step += 1
            step += self._word(step) in DASHES
            if self._word(step) in ("old", "olds"):
                return True
        if self._word(at - 1) in _AGED:
            return True
        number = self._word(at)
        if not number.isdigit() or int(number) > _LONGEST_AGE or end != at + 1:
            return False
        opened, closed = self._word(at - 1), self._word(end)
        name = at > 1 and self.text[self.parts.start(at - 2)].isupper()
        if not name or self.parts.lower[at - 2] in _lexicon().months:
            return False
        return (opened == "," and closed in (",", "", ";", ".")) or (
            opened == "(" and closed == ")"
        )

    def _calendar(self, at: int, end: int) -> QuantityKind | None:
        """Tell "Oct. 7", "7 October", "October 7, 2023", "in 2014", "the 1990s"."""
        words = _lexicon()
        number = self._word(at)
        if not number.isdigit() or end != at + 1:
            return None
        value = int(number) if len(number) <= len("2014") else 0
        before, after = self._word(at - 1), self._word(end)
        if before == ".":
            before = self._word(at - 2)
        if value in range(1, _DAYS + 1) and (
            (before in words.months and before != "may")
            or (before == "may" and not self.text[self.parts.start(at - 1)].islower())
            or (
                after in words.months
                and (after != "may" or self.text[self.parts.start(end)].isupper())
            )
        ):
            return QuantityKind.DATE
        if value not in _YEARS or len(number) != len("2014"):
            return None
        if after == "s":
            return QuantityKind.DATE
        comma_after_day = before == "," and self._word(at - 2).isdigit()
        dated = before in words.before_year or before in words.months or comma_after_day
        counted = after.isalpha() and after.endswith(("s", "people", "men", "women", "children"))
        if dated and not (counted and before in ("of", "to", "between", "by", "over")):
            return QuantityKind.DATE
        return (
            None if counted or before in ("than", "least", "nearly", "about") else QuantityKind.DATE
        )

"""Numbers as English writes them: digits in every format, words, and the vague ones between.

`read_number` takes the pieces of a text (`pieces`) and a position, and says which number begins
there, how far it reaches, and the least and most it can mean. What the number counts, and how it
is compared, is `newsfacts.quantities`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import attrs

__all__ = ["Number", "Pieces", "lexicon", "one_piece", "pieces", "read_number", "starters"]

_PIECE = re.compile(
    r"[a-zA-Z]++(?![^\W\d_]|['\u2019])"  # most words, for which the next line is slower
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
    r"|\d+(?:[.,]\d+)*|[^\w\s]|_"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_LONGEST = 18
"""Digits; a longer run is a code, not a number that news would count with."""
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_GROUP, _YEAR = 3, 4
_NOTHING = ("",) * 16


class Pieces:
    """Is a stretch of text cut into words, runs of digits and marks."""

    __slots__ = ("_found", "_starts", "lower", "size", "start", "word")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._found = _PIECE.findall(text, start, end)
        self._starts: list[int] = []
        # Between two pieces stands white space alone, so that each is where it is next found.
        find, after, add = text.index, start, self._starts.append
        for piece in self._found:
            after = find(piece, after)
            add(after)
            after += len(piece)
        self.size = len(self._found)
        self.lower = list(map(str.lower, self._found))
        """The pieces in lower case."""
        self.word: Callable[[int], str] = [*self.lower, *_NOTHING].__getitem__
        """Returns the piece at an index in lower case, "" within sixteen of either end.

        Bare, for the grammar looks at twenty pieces a number.
        """
        self.start: Callable[[int], int] = self._starts.__getitem__
        """Returns the offset of the piece at an index, in code points."""

    def end(self, at: int) -> int:
        """Return the offset after the piece at *at*."""
        return self._starts[at] + len(self._found[at])

    def touches(self, at: int) -> bool:
        """Tell whether nothing stands between the piece at *at* and the one before it."""
        if not 0 < at < self.size:
            return False
        starts = self._starts
        return starts[at - 1] + len(self._found[at - 1]) == starts[at]


@attrs.frozen
class Number:
    """Is a number that begins at a piece: its value, its bounds, and the piece after it."""

    end: int
    """Index of the piece after the number."""
    value: int | float | None
    """What it names; None where it is vague."""
    low: int | float | None
    high: int | float | None
    vague: bool = False


@cache
def lexicon() -> Mapping[str, Any]:
    """Load the words of the grammar (`data/quantities.toml`), "thirtythree" with "three"."""
    words = tomllib.loads(files("newsfacts").joinpath("data/quantities.toml").read_text("utf-8"))
    units, tens = words["units"], words["tens"]
    digits = {unit: value for unit, value in units.items() if 0 < value < _TEN}
    words["units"] = units | {
        ten + unit: tens[ten] + digits[unit] for ten, unit in product(tens, digits)
    }
    return words


def pieces(text: str, start: int = 0, end: int | None = None) -> Pieces:
    """Cut *text* from *start* to *end* into words, runs of digits and marks."""
    return Pieces(text, start, len(text) if end is None else end)


def read_number(text: str, parts: Pieces, at: int, *, points_group: bool = False) -> Number | None:
    """Return the number that begins at piece *at*, or None.

    Args:
        text: the text that *parts* were cut from.
        parts: its pieces.
        at: index of a piece.
        points_group: whether a point groups thousands ("2.090" is two thousand and ninety).
    """
    word = parts.lower[at]
    if word[0].isdigit():
        return _digits(text, parts, at, points_group=points_group)
    if word in starters():
        return _vague(parts, at) or _words(parts, at)
    return None


def one_piece(word: str) -> int | None:
    """Return the whole number that a lower-case piece is whatever stands beside it, or None.

    "1,200" and "twelve" are; "dozens", "1.2" and "2014", which may be a year, need not be.
    """
    if word[0].isdigit():
        doubtful = "." in word or (len(word) == _YEAR and word.isdigit())
        value = None if doubtful else _value_of_digits(word, points_group=False)
        return None if value is None else int(value)
    counted: int | None = lexicon()["units"].get(word, lexicon()["tens"].get(word))
    return counted


@cache
def starters() -> frozenset[str]:
    """Every word that a number can begin with."""
    words = lexicon()
    counted = [*words["units"], *words["tens"], *words["plurals"]]
    return frozenset([*counted, *_openers()]) | _vague_openers()


@cache
def _vague_openers() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in lexicon()["vague"])


def _openers() -> tuple[str, ...]:
    return ("a", "an", "half", "hundred", "thousand", "million", "dozen")


def _exact(end: int, value: float) -> Number:
    """Return a number that means just *value*, an int where it is whole."""
    whole = int(value) if value == int(value) else value
    return Number(end, whole, whole, whole)


def _value_of_digits(digits: str, *, points_group: bool) -> float | None:
    if len(digits) > _LONGEST + digits.count(","):
        return None
    if points_group and _POINTED.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits):
        plain = digits.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    return None


def _digits(text: str, parts: Pieces, at: int, *, points_group: bool) -> Number | None:
    """Read digits, their groups set off by spaces, and the scale after them."""
    value = _value_of_digits(parts.lower[at], points_group=points_group)
    if value is None:
        return None
    end = at + 1
    if parts.lower[at].isdigit() and len(parts.lower[at]) <= _GROUP:
        while end < parts.size and _continues_group(text, parts, end):
            value = value * _THOUSAND + int(parts.lower[end])
            end += 1
    glued = parts.touches(end)
    if glued and (scale := lexicon()["suffixes"].get(parts.word(end))):
        return _exact(end + 1, _scaled(value, scale))
    while scale := _scale(parts.word(end)):
        value = _scaled(value, scale)
        end += 1
    return _exact(end, value)


def _scaled(value: float, scale: int) -> float:
    """Multiply without the noise of binary fractions: 1.1 million is 1100000."""
    return round(value * scale, 6)


def _scale(word: str) -> int | None:
    scale: int | None = 12 if word == "dozen" else lexicon()["scales"].get(word)
    return scale


def _continues_group(text: str, parts: Pieces, at: int) -> bool:
    """Tell whether the piece at *at* is the next three digits of "34 000"."""
    digits, before, end = parts.lower[at], parts.end(at - 1), parts.end(at)
    return (
        len(digits) == _GROUP
        and digits.isdigit()
        and parts.start(at) == before + 1
        and text[before] in " \u00a0\u202f\u2009"
        and not text[end : end + 1].isalpha()
    )


def _vague(parts: Pieces, at: int) -> Number | None:
    """Read "several", "a few hundred", "dozens", "tens of thousands"."""
    words = lexicon()
    bounds: list[int] | None = words["plurals"].get(parts.lower[at])
    end = at + 1
    if bounds:
        low, high = bounds
        while parts.word(end) == "of" and (more := words["plurals"].get(parts.word(end + 1))):
            scale = more[0] // 2
            low, high = low * scale, (high + 1) * scale - 1
            end += 2
        return Number(end, None, low, high, vague=True)
    if parts.lower[at] not in _vague_openers():
        return None
    for length in (3, 2, 1):
        phrase = " ".join(parts.lower[at : at + length])
        if at + length > parts.size or phrase not in words["vague"]:
            continue
        end = at + length
        low, high = words["vague"][phrase]
        times = 1
        while scale := _scale(parts.word(end)):
            times *= scale
            end += 1
        if times > 1:
            return Number(end, None, low * times, (high or 10) * times - (not high), vague=True)
        value = low if low == high else None
        return Number(end, value, low, high or None, vague=phrase != "both")
    return None


def _words(parts: Pieces, at: int) -> Number | None:
    """Read a number in words: "a hundred and twenty", "half a million", "two dozen"."""
    first = parts.lower[at]
    if part := _half(parts, at) or _fraction_of_scale(parts, at):
        return part
    if first in ("a", "an"):
        if _scale(parts.word(at + 1)) is None:
            return None
    elif _scale(first):
        return _exact(at + 1, 12) if first == "dozen" else None
    total, end = _compound(parts, at)
    if end == at:
        return None
    if [parts.word(end + i) for i in range(3)] == ["and", "a", "half"]:
        if scale := _scale(parts.word(end + 3)):
            return _exact(end + 4, (total + 0.5) * scale)
        if scale := _scale(parts.word(end - 1)):
            return _exact(end + 3, total + scale / 2)
    return _exact(end, total)


def _fraction_of_scale(parts: Pieces, at: int) -> Number | None:
    """Read "a quarter of a million", "three quarters of a million"."""
    words = lexicon()
    fraction = words["fractions"].get(parts.word(at + 1))
    if fraction is None or [parts.word(at + i) for i in (2, 3)] != ["of", "a"]:
        return None
    times = words["units"].get(parts.word(at), 1)
    scale = _scale(parts.word(at + 4))
    return _exact(at + 5, scale * times * fraction[0] / fraction[1]) if scale else None


def _half(parts: Pieces, at: int) -> Number | None:
    """Read "half a million", "half a dozen", "half-a-million", "a half-dozen"."""
    end = at + (parts.word(at) == "a" and parts.word(at + 1) == "half")
    if parts.word(end) != "half":
        return None
    start = end = end + 1
    while parts.word(end) in ("-", "a", "an"):
        end += 1
    scale = _scale(parts.word(end))
    return _exact(end + 1, scale / 2) if scale and end > start else None


def _compound(parts: Pieces, at: int) -> tuple[int, int]:
    """Read groups of falling scale from *at*; return the total and the piece after it.

    A comma goes on only into a group with a scale of its own, as number words are printed
    ("one million, two thousand and three"), so that "two thousand, three of them" is two numbers.
    """
    total, end, ceiling = 0, at, None
    while True:
        start = end
        joined = False
        if end > at:
            while parts.word(start) in (",", "and", "-"):
                joined = joined or parts.word(start) == ","
                start += 1
        group = _group(parts, start)
        if group is None:
            return total, end
        value, after = group
        scale = 1
        while (more := _scale(parts.word(after))) and more > _HUNDRED:
            scale *= more
            after += 1
        if parts.word(after) == "dozen":
            scale, after = 12, after + 1
        bare = scale == 1
        if ceiling is not None and (value * scale >= ceiling or scale == 12):  # noqa: PLR2004
            return total, end
        if joined and bare and value < _HUNDRED:
            return total, end
        total, end = total + value * scale, after
        if bare:
            return total, end
        ceiling = scale


def _group(parts: Pieces, at: int) -> tuple[int, int] | None:
    """Read a number under a thousand ("a hundred and twenty", "twelve hundred"); None if none."""
    units, tens = lexicon()["units"], lexicon()["tens"]
    word = parts.word(at)
    if word in ("a", "an") and _scale(parts.word(at + 1)):
        value, end = 1, at + 1
    elif word in tens or word in units:
        value, end = _under_hundred(parts, at)
    else:
        return None
    if parts.word(end) == "hundred":
        value, end = value * _HUNDRED, end + 1
        rest = end + (parts.word(end) == "and")
        if parts.word(rest) in units or parts.word(rest) in tens:
            more, after = _under_hundred(parts, rest)
            starts_new_count = rest > end and parts.word(after) in lexicon()["scales"]
            if more and not (starts_new_count and parts.word(after) == "hundred"):
                value, end = value + more, after
    return value, end


def _under_hundred(parts: Pieces, at: int) -> tuple[int, int]:
    units, tens = lexicon()["units"], lexicon()["tens"]
    word = parts.lower[at]
    if word not in tens:
        return units[word], at + 1
    end = at + 1
    unit = end + (parts.word(end) == "-")
    small = units.get(parts.word(unit), 0)
    return (tens[word] + small, unit + 1) if 0 < small < _TEN else (tens[word], end)

"""Every quantity of a text: where it stands, what it can mean, and what kind of thing it is.

"at least 20 to 30", "hundreds of thousands", "85 percent", "one in five", "no one", "a": each is
a `QuantityMention` with span (comparator included) and a `Quantity`. Most numbers in news are no
counts (ages, dates, money, distances, votes, names of roads); `QuantityKind` tells
them apart, so that a reader who wants counts asks for `COUNT`. The words are data
(`data/quantities.toml`); how a number is spelt is `newsfacts.numerals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from newsfacts.number_kinds import DASHES, QuantityKind, Setting
from newsfacts.numerals import Number, Pieces, lexicon, one_piece, pieces, read_number
from newsfacts.quantity_words import ARTICLED, NO_COUNT_AFTER_ONE, quantity_words
from newsfacts.values import Comparator, Quantity, Span

__all__ = ["QuantityKind", "QuantityMention", "begins_quantity", "bounded", "quantities"]


@attrs.frozen
class QuantityMention:
    """Is a quantity in a text."""

    span: Span = attrs.field(metadata={"doc": "the words, comparator included"})
    number: Span = attrs.field(metadata={"doc": "the number alone"})
    kind: QuantityKind = attrs.field(metadata={"doc": "what the number is"})
    quantity: Quantity = attrs.field(metadata={"doc": "value, bounds and comparator"})


def bounded(value: float | None, comparator: Comparator) -> Quantity:
    """Return the quantity that *comparator* makes of *value*, bounds as the contract sets them.

    "more than 2,090" is at least 2090; "nearly 450" at most 450; "some 4,000" stays 4000.
    """
    low = high = value
    match comparator:
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            high = None
        case Comparator.AT_MOST | Comparator.LESS_THAN | Comparator.NEARLY:
            low = None
        case Comparator.MOST_OF:
            low, high = (None if value is None else _whole(value / 2)), None
        case _:
            pass
    return Quantity(value=value, low=low, high=high, comparator=comparator)


_ONE = bounded(1, Comparator.EXACT)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def begins_quantity(word: str) -> bool:
    """Tell whether a lower-case word can begin a quantity: "12", "dozens", "half"."""
    return word[:1].isdigit() or word in quantity_words().starters


def quantities(
    text: str, start: int = 0, end: int | None = None, *, points_group: bool = False
) -> list[QuantityMention]:
    """Return the quantities of *text* from *start* to *end*, in order, none overlapping.

    Args:
        text: any text.
        start: offset in code points of the stretch to read.
        end: offset after it; the text's end by default.
        points_group: whether a point groups thousands ("2.090" is two thousand and ninety).
    """
    stop = len(text) if end is None else end
    if _DIGIT.search(text, start, stop) is None:
        words = _WORD.findall(text[start:stop].lower())
        if quantity_words().numerals.isdisjoint(words):
            return list(_articles(text, start, stop))
    return _Reader(text, pieces(text, start, stop), points_group=points_group).read()


def _articles(text: str, start: int, end: int) -> Iterator[QuantityMention]:
    """Yield the articles of a stretch that holds no other quantity."""
    for found in _ARTICLE.finditer(text, start, end):
        span = Span(*found.span(), found[0])
        yield QuantityMention(span, span, QuantityKind.ARTICLE, _ONE)


_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_ARTICLE = re.compile(r"\b(?:an?(?=\W+[^\W_])|another)\b", re.IGNORECASE)
_NO_ONE = {("no", "one"), ("nobody",), ("none",)}
_SINGULAR = frozenset(("is", "was", "has"))
_NO_AFTER = frozenset(
    "longer more less fewer doubt one matter way other later sooner better such idea".split()
)
_PERCENT = 100
_PERCENTS = ("percent", "per", "%")


@attrs.frozen
class _Reading:
    """Is what a number turned out to be, and the piece after its words."""

    end: int
    kind: QuantityKind
    quantity: Quantity


class _Reader:
    """Reads one stretch of text, piece by piece."""

    def __init__(self, text: str, parts: Pieces, *, points_group: bool) -> None:
        self._text = text
        self._parts = parts
        self._word = parts.word
        self._points_group = points_group
        self._words = quantity_words()
        self._setting = Setting(text, parts)

    def read(self) -> list[QuantityMention]:
        """Return the mentions in order."""
        found: list[QuantityMention] = []
        floor = 0
        starters = self._words.starters
        for at in [
            i for i, word in enumerate(self._parts.lower) if word in starters or word[0].isdigit()
        ]:
            if at < floor:
                continue
            if self._is_bare_article(at):
                floor = at + 1
                span = self._span(at, floor)
                found.append(QuantityMention(span, span, QuantityKind.ARTICLE, _ONE))
                continue
            reading = self._plain(at) or (None if self._compares(at) else self._at(at))
            if reading is None:
                continue
            first, quantity = self._compared_before(at, floor, reading)
            last, quantity = self._compared_after(reading, quantity)
            kind = reading.kind
            if (
                kind is QuantityKind.COUNT
                and found
                and self._lists_ages(found[-1], floor, at, last)
            ):
                kind = QuantityKind.AGE
            found.append(
                QuantityMention(
                    self._span(first, last), self._span(at, reading.end), kind, quantity
                )
            )
            floor = last
        return found

    def _is_bare_article(self, at: int) -> bool:
        """Tell whether piece *at* is an article before a plain word: half of all that is read."""
        follows = self._word(at + 1)
        return (
            self._word(at) in ("a", "an")
            and follows.isalnum()
            and follows not in self._words.after_article
        )

    def _plain(self, at: int) -> _Reading | None:
        """Read a count in one piece, as half of all are: no word beside it tells otherwise."""
        parts, after = self._parts, self._word(at + 1)
        if (
            not after.isalpha()
            or after in self._words.after_plain
            or self._word(at - 1) in self._words.before_plain
        ):
            return None
        quantity = _of_piece(parts.lower[at])
        if quantity is None or parts.touches(at) or parts.touches(at + 1):
            return None
        return _Reading(at + 1, QuantityKind.COUNT, quantity)

    def _lists_ages(self, before: QuantityMention, floor: int, at: int, last: int) -> bool:
        """Tell the "25" of "ages 24, 25 and 41": a bare number that goes on a list of ages."""
        gap = {self._word(i) for i in range(floor, at)}
        follows = self._word(last)
        return (
            before.kind is QuantityKind.AGE
            and self._word(at).isdigit()
            and gap <= {",", "and", "&", "to"}
            and (not follows.isalpha() or follows in ("and", "were", "was", "are", "respectively"))
        )

    def _span(self, first: int, last: int) -> Span:
        start, end = self._parts.start(first), self._parts.end(last - 1)
        return Span(start, end, self._text[start:end])

    def _at(self, at: int) -> _Reading | None:
        """Read the quantity that begins at piece *at*."""
        word = self._parts.lower[at]
        if word in self._words.ordinals and not self._is_fraction(at):
            return _Reading(at + 1, QuantityKind.ORDINAL, Quantity())
        if share := self._share(at):
            return share
        if word in ("no", "nobody", "none"):
            return self._nothing(at)
        if word == "one" and self._word(at + 1) in NO_COUNT_AFTER_ONE:
            return None
        number = read_number(self._text, self._parts, at, points_group=self._points_group)
        if number is None:
            follows = self._word(at + 1)
            one = word in ("a", "an") and follows.isalnum()
            one |= word == "another" and not (follows.isdigit() or follows in self._words.starters)
            if one:
                return _Reading(at + 1, QuantityKind.ARTICLE, _ONE)
            return None
        ranged = self._range(at, number)
        number = ranged or number
        kind = self._setting.kind(at, number.end)
        return _Reading(number.end, kind, _quantity(number))

    def _compares(self, at: int) -> bool:
        """Tell whether piece *at* is the "many" of "as many as" or the "an" of "an estimated"."""
        word = self._word(at)
        if word in ("many", "much"):
            return self._word(at - 1) in ("as", "so", "how", "too")
        return word in ("a", "an") and (word, self._word(at + 1)) in ARTICLED

    def _is_fraction(self, at: int) -> bool:
        return self._word(at) in self._words.fractions and self._word(at - 1) in ("a", "one")

    def _nothing(self, at: int) -> _Reading | None:
        """Read "no one", "none", and "no" before a noun."""
        pair = (self._word(at), self._word(at + 1))
        zero = bounded(0, Comparator.EXACT)
        if pair in _NO_ONE:
            return _Reading(at + 2, QuantityKind.COUNT, zero)
        if pair[:1] in _NO_ONE:
            return _Reading(at + 1, QuantityKind.COUNT, zero)
        if not pair[1].isalpha() or pair[1] in _NO_AFTER:
            return None
        return _Reading(at + 1, QuantityKind.COUNT, zero)

    def _share(self, at: int) -> _Reading | None:
        """Read "half of", "two thirds", "a quarter of", "one in five"."""
        fractions = self._words.fractions
        word, end = self._word(at), at + 1
        if word == "half" and self._word(end) in ("of", "the"):
            return self._percent(end, 1, 2)
        units = lexicon()["units"]
        if word not in units and word != "a":
            return None
        times = units.get(word, 1)
        if self._word(end) in ("in", "of") or self._word(end) == "out":
            return self._one_in(end, times)
        if self._word(end) == "-":
            end += 1
        if fraction := fractions.get(self._word(end)):
            follows = end + 1 + (self._word(end + 1) in DASHES)
            if self._word(follows) == "of" and self._word(follows + 1) in ("a", "an"):
                follows += 2  # "a quarter of a million"
            scaled = self._word(follows) in ("a", "an", "dozen", *lexicon()["scales"])
            if scaled or times >= fraction[1]:
                return None
            one = word == "a" and self._word(end + 1) in _SINGULAR
            if one and self._word(at - 1) not in self._words.last:
                return None  # "Two were found. A third is missing."
            return self._percent(end + 1, times * fraction[0], fraction[1])
        return None

    def _one_in(self, at: int, times: int) -> _Reading | None:
        """Read on from "one": "in five", "out of every ten"."""
        if self._word(at) == "of":
            return None
        out = self._word(at) == "out"
        at += 2 if out else 1
        every = self._word(at) == "every"
        at += every
        whole = lexicon()["units"].get(self._word(at))
        plain = not (every or out) and self._word(at + 1).endswith("s")
        if (
            not whole
            or whole <= times
            or (plain and self._setting.kind(at, at + 1) != QuantityKind.COUNT)
        ):
            return None
        return self._percent(at + 1, times, whole)

    def _percent(self, end: int, part: int, whole: int) -> _Reading:
        value = _whole(round(_PERCENT * part / whole, 1))
        return _Reading(end, QuantityKind.SHARE, bounded(value, Comparator.EXACT))

    def _range(self, at: int, first: Number) -> Number | None:
        """Read on from *first*: "20 to 30", "20-30", "two or three", "between 12 and 15"."""
        link = self._word(first.end)
        joins = link in ("to", "or") or link in DASHES
        if link == "and":
            joins = self._word(at - 1) == "between"
        if not joins or first.low is None or first.end + 1 >= self._parts.size:
            return None
        if link == "to" and self._word(at - 1) == "from":
            return None
        second = read_number(
            self._text, self._parts, first.end + 1, points_group=self._points_group
        )
        if second is None or second.high is None:
            return None
        low, high = first.low, second.high
        scale = _last_scale(self._word(second.end - 1))
        if scale > 1 and low < scale and low * scale <= high:
            low = _whole(low * scale)
        rises = self._word(at - 1) == "by" and link == "to" and high > 2 * low
        if low >= high or (rises and self._word(second.end) not in _PERCENTS):
            return None  # "rose by 12 to 71"
        return Number(second.end, None, low, high, vague=True)

    def _compared_before(self, at: int, floor: int, reading: _Reading) -> tuple[int, Quantity]:
        """Read the comparator before the number, if any; return its first piece and the sense."""
        words, quantity = self._words, reading.quantity
        first = at
        if reading.kind is QuantityKind.ARTICLE:
            return at, quantity
        for _ in range(2):  # "at least some", "some 20 to", "more than an estimated"
            if first <= floor or self._word(first - 1) not in words.last:
                break
            for length in range(min(words.longest, first - floor), 0, -1):
                phrase = tuple(self._word(i) for i in range(first - length, first))
                if comparator := words.before.get(phrase):
                    first -= length
                    quantity = _compare(quantity, comparator)
                    break
            else:
                break
        if first == at and self._word(at - 1) == "between" and quantity.low != quantity.high:
            first = max(floor, at - 1)
        return first, quantity

    def _compared_after(self, reading: _Reading, quantity: Quantity) -> tuple[int, Quantity]:
        """Read the comparator after the number, if any."""
        end = reading.end
        if reading.kind is QuantityKind.SHARE:
            if self._word(end) == "per" and self._word(end + 1) == "cent":
                end += 2
            elif self._word(end) in ("%", "percent"):
                end += 1
            return end, quantity
        if reading.kind is not QuantityKind.COUNT or not quantity.value:
            return end, quantity
        step = end + (self._word(end) in DASHES and self._parts.touches(end))
        if self._word(end) == "+" and self._parts.touches(end):
            return end + 1, _compare(quantity, Comparator.AT_LEAST)
        for length in (2, 1):
            phrase = tuple(self._word(i) for i in range(step, step + length))
            if (comparator := self._words.after.get(phrase)) and (
                length > 1 or step > end or phrase == ("odd",)
            ):
                return step + length, _compare(quantity, comparator)
        return end, quantity


@lru_cache(maxsize=4096)
def _of_piece(word: str) -> Quantity | None:
    value = one_piece(word)
    return None if value is None else bounded(value, Comparator.EXACT)


def _last_scale(word: str) -> int:
    words = lexicon()
    scale: int = words["scales"].get(word) or words["suffixes"].get(word) or 1
    return scale


def _quantity(number: Number) -> Quantity:
    """Return a number's quantity before any comparator."""
    if number.vague:
        return Quantity(
            value=number.value, low=number.low, high=number.high, comparator=Comparator.ABOUT
        )
    return bounded(number.value, Comparator.EXACT)


def _compare(quantity: Quantity, comparator: Comparator) -> Quantity:
    """Put *comparator* on a quantity; one that says more than "exact" stays on."""
    if comparator is Comparator.EXACT or (
        comparator is Comparator.ABOUT and quantity.comparator is not Comparator.EXACT
    ):
        return quantity
    if quantity.value is not None:
        return bounded(quantity.value, comparator)
    if comparator is Comparator.ABOUT:
        return quantity
    vague = bounded(0, comparator)
    return attrs.evolve(
        quantity,
        low=None if vague.low is None else quantity.low,
        high=None if vague.high is None else quantity.high,
        comparator=comparator,
    )

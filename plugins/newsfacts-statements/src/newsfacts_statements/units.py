"""The stretches that rules read: sentences that no quotation is cut by, quotations as one step.

A sentence boundary inside a quotation is none for the sentence around it. What a speaker says that
others said is the speaker's: the sentences inside a quotation are not read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import attrs

from newsfacts.tokens import Tokens
from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.quotes import Quote

__all__ = ["Quotations", "Unit", "units"]


@attrs.frozen
class Quotations:
    """Is the quotations of a text as half-open ranges of tokens, found by either end."""

    ranges: tuple[tuple[int, int], ...]
    closes: dict[int, int]
    """The end of the quotation that begins at a token."""
    opens: dict[int, int]
    """The first token of the quotation that ends before a token."""
    starts: tuple[int, ...]
    """The first token of each quotation, in order."""

    def holding(self, index: int) -> bool:
        """Tell whether a quotation holds the token at *index*."""
        at = bisect_right(self.starts, index) - 1
        return at >= 0 and index < self.ranges[at][1]

    def outside(self, indices: list[int]) -> list[int]:
        """Return those of *indices*, which are in order, that no quotation holds."""
        kept, after = [], 0
        for first, last in self.ranges:
            kept += indices[after : bisect_left(indices, first)]
            after = bisect_left(indices, last)
        return kept + indices[after:] if kept or after else indices

    def begin_within(self, start: int, end: int) -> bool:
        """Tell whether a quotation begins in a range of tokens."""
        starts = self.starts
        if not starts:
            return False
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def within(self, start: int, end: int) -> bool:
        """Tell whether a whole quotation lies in a range of tokens."""
        at = bisect_left(self.starts, start)
        return at < len(self.ranges) and self.ranges[at][1] <= end

    @classmethod
    def of(cls, view: Tokens, marks: Iterable[Quote]) -> Quotations:
        """Return *marks* as ranges of the tokens of *view*."""
        ranges: list[tuple[int, int]] = []
        for begin, end, _ in marks:
            first = bisect_left(view.starts, begin)
            last = bisect_left(view.starts, end, first)
            if first < last and (not ranges or first >= ranges[-1][1]):
                ranges.append((first, last))
        if not ranges:
            return _NONE
        opens = {last: first for first, last in ranges}
        return cls(tuple(ranges), dict(ranges), opens, tuple([first for first, _ in ranges]))


_NONE = Quotations((), {}, {}, ())


Unit = tuple[int, int, list[int]]
"""A half-open range of tokens that the rules read as one sentence, and the hits in it."""


def units(view: Tokens, quotations: Quotations, hits: list[int]) -> Iterator[Unit]:
    """Yield the units of a text in which something can be found, in order.

    Args:
        view: the tokens.
        quotations: where quotations stand.
        hits: the tokens that can be cues. A unit without one is left out, unless it leads the text
            or a quotation begins in it.
    """
    starts, ranges, opens, lower = (
        quotations.starts,
        quotations.ranges,
        quotations.opens,
        view.lower,
    )
    marks, quote = len(starts), 0
    hits = [*hits, len(lower)]
    at = to = 0
    start: int | None = None
    for first, end in view.sentences:
        if start is None:
            start = first
        while hits[to] < end:
            to += 1
        quoted = False
        if marks:
            while quote < marks and ranges[quote][1] <= end:
                quote += 1
            if quote < marks and starts[quote] < end:
                continue
            if end in opens and _speaker_follows(view, quotations, end):
                continue
            quoted = quote > 0 and starts[quote - 1] >= start
        if to > at or quoted or not start:
            if end - start > _LONGEST or "." in lower[start : end - 1]:
                yield from _pieces(view, quotations, start, end, hits)
            else:
                yield start, end, hits[at:to]
        start, at = None, to


_LONGEST = 200
"""Tokens outside quotations; a longer sentence is no prose and is read in windows."""


def _pieces(
    view: Tokens, quotations: Quotations, start: int, end: int, hits: list[int]
) -> Iterator[Unit]:
    """Yield the unit from *start* to *end*, cut at full stops that no space follows.

    Text taken from web pages often lacks the white space between two paragraphs.
    """
    at = start
    cuts = []
    for _ in range(view.lower[start : end - 1].count(".")):
        at = view.lower.index(".", at, end) + 1
        if view.words[at][0].isupper() and not quotations.holding(at - 1):
            cuts.append(at)
    for cut in [*cuts, end]:
        for first, last in _windows(quotations, start, cut):
            yield first, last, hits[bisect_left(hits, first) : bisect_left(hits, last)]
        start = cut


def _windows(quotations: Quotations, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the range from *start* to *end*, cut where it is too long, never in a quotation."""
    if end - start > _LONGEST:
        index, steps = start, 0
        while index < end:
            index = quotations.closes.get(index, index + 1)
            steps += 1
            if steps == _LONGEST and index < end:
                yield start, index
                start, steps = index, 0
    yield start, end


_SPEAKER = 8
"""Tokens that a speaker and the verb may take after '"...?"'."""


def _speaker_follows(view: Tokens, quotations: Quotations, end: int) -> bool:
    """Tell whether the sentence after '"Why now?"' only names the speaker: "Ruiz asked"."""
    first = quotations.opens.get(end)
    if first is None or end >= len(view.words) or view.lower[end - 2] not in {"?", "!", ".", "…"}:
        return False
    if "\n" in view.text[view.end(end - 1) : view.starts[end]]:
        return False
    for index in range(end, min(end + _SPEAKER, len(view.words) - 1)):
        word = view.lower[index]
        if any("quote" in cue.frames for cue, *_ in cues().get(word, ())):
            return index > end and (
                view.lower[index + 1] in {".", ","}
                or view.lower[index + 1] in words().prepositions
                or view.lower[index + 1] in words().times
            )
        if not word[0].isalpha():
            return False
    return False

"""The stretches that rules read: sentences that no quotation is cut by, quotations as one step.

A sentence boundary inside a quotation is none for the sentence around it. What a speaker says that
others said is the speaker's: the sentences inside a quotation are not read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from newsfacts.tokens import Tokens
from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.quotes import Quote

__all__ = ["Quotations", "Unit", "units"]


@attrs.frozen
class Unit:
    """Is a half-open range of tokens that the rules read as one sentence."""

    start: int
    end: int


@attrs.frozen
class Quotations:
    """Is the quotations of a text as half-open ranges of tokens, found by either end."""

    ranges: tuple[tuple[int, int], ...]
    closes: dict[int, int]
    """The end of the quotation that begins at a token."""
    opens: dict[int, int]
    """The first token of the quotation that ends before a token."""

    @classmethod
    def of(cls, view: Tokens, marks: list[Quote]) -> Quotations:
        """Return *marks* as ranges of the tokens of *view*."""
        ranges = []
        for quote in marks:
            first = bisect_left(view.starts, quote.start)
            last = bisect_left(view.starts, quote.end)
            if first < last and (not ranges or first >= ranges[-1][1]):
                ranges.append((first, last))
        return cls(tuple(ranges), dict(ranges), {last: first for first, last in ranges})


def units(view: Tokens, quotations: Quotations) -> Iterator[Unit]:
    """Yield the units of a text, in order."""
    ranges = iter(quotations.ranges)
    quote = next(ranges, None)
    start: int | None = None
    for first, end in view.sentences:
        start = first if start is None else start
        while quote is not None and quote[1] <= end:
            quote = next(ranges, None)
        if quote is not None and quote[0] < end:
            continue
        if _speaker_follows(view, quotations, end):
            continue
        yield Unit(start, end)
        start = None



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
        if any("quote" in cue.frames for cue, _ in cues().get(word, ())):
            return index > end and (
                view.lower[index + 1] in {".", ","}
                or view.lower[index + 1] in words().prepositions
                or view.lower[index + 1] in words().times
            )
        if not word[0].isalpha():
            return False
    return False

"""An article's text cut for a page: paragraphs of sentences of pieces, each claimed or not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from newsfacts.sentences import sentence_starts
from newsfacts.values import Span

__all__ = ["Piece", "paragraphs"]


@attrs.frozen
class Piece:
    """Is a stretch of text that the same claims cover."""

    text: str
    """Its words."""
    claimed: bool
    """Whether a claim rests on it."""
    begins: tuple[str, ...]
    """Names of the claims that begin with it."""


def paragraphs(text: str, claims: Iterable[tuple[str, Span]]) -> Iterator[list[list[Piece]]]:
    """Yield each paragraph of *text* as its sentences, each a list of pieces.

    Args:
        text: any text.
        claims: names of claims, and their spans.
    """
    named = sorted(claims, key=lambda each: (each[1].start, each[1].end, each[0]))
    merged = _merged([span for _, span in named])
    begins: dict[int, list[str]] = {}
    for name, span in named:
        begins.setdefault(span.start, []).append(name)
    cuts = sorted(
        {0, len(text), *begins, *(edge for pair in merged for edge in pair), *sentence_starts(text)}
    )
    starts = [0, *sentence_starts(text), len(text)]
    paragraph: list[list[Piece]] = []
    for start, end in pairwise(starts):
        within = cuts[bisect_left(cuts, start) : bisect_right(cuts, end)]
        pieces = [
            Piece(text[a:b], _covered(merged, a), tuple(begins.get(a, ())))
            for a, b in pairwise(within)
        ]
        if pieces:
            paragraph.append(pieces)
        if "\n" in text[start:end][len(text[start:end].rstrip()) :]:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _merged(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the stretches that *spans*, in order, cover together."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and span.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], span.end)
        else:
            found.append((span.start, span.end))
    return found


def _covered(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(stretches, (offset, float("inf"))) - 1
    return at >= 0 and offset < stretches[at][1]

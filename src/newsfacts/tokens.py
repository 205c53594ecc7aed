"""The tokens of a document as plain Python values: what extractors' rules read.

Looking at spaCy's `Token` objects one by one from Python costs more than tokenising. `tokens(doc)`
returns the same tokens as lists, made once a document and shared by all extractors.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.values import Span

if TYPE_CHECKING:  # extractors take Tokens without importing spaCy
    from spacy.tokens import Doc

__all__ = ["NO_PRONOUNS", "Tokens", "keep", "ranges", "tokens"]

_KEY = "newsfacts.tokens"
NO_PRONOUNS = frozenset(("WHO", "US"))
"""Acronyms that would be pronouns in lower case: they stay as they are."""


@attrs.frozen(eq=False)
class Tokens:
    """Is a document's tokens without its white space, as parallel lists, and its sentences.

    Indices count these tokens, not spaCy's, which count white space too; offsets are code points.
    Lists are shared between extractors: read them, never change them.
    """

    text: str = attrs.field(repr=lambda text: f"<{len(text)} code points>")
    """The article's text."""
    words: list[str] = attrs.field(repr=lambda words: f"<{len(words)} words>")
    """The text of each token."""
    starts: list[int] = attrs.field(repr=False)
    """The offset of each token."""
    sentences: list[tuple[int, int]] = attrs.field(repr=False)
    """The half-open range of token indices of each sentence, in order, without gaps."""
    doc: Doc | None = attrs.field(default=None, repr=False)
    """The Doc of the user's own pipeline; None where blank English knows no more than these."""
    memo: dict[str, Any] = attrs.field(factory=dict, repr=False)
    """What is made of these tokens once and shared, by a name that begins with its package's."""
    lower: list[str] = attrs.field(
        default=attrs.Factory(lambda self: list(map(str.lower, self.words)), takes_self=True),
        repr=False,
        kw_only=True,
    )
    """The text of each token in lower case; "WHO" and "US", no pronouns, as they stand."""

    def __attrs_post_init__(self) -> None:
        if not any(map(self.text.__contains__, NO_PRONOUNS)):
            return
        for at in [at for at, word in enumerate(self.words) if word in NO_PRONOUNS]:
            beside = self.words[max(0, at - 2) : at + 3]
            if any(any(map(str.islower, word)) for word in beside):
                self.lower[at] = self.words[at]  # "WHO said", not "THE MAN WHO FELL"

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def end(self, index: int) -> int:
        """Return the offset after the token at *index*."""
        return self.starts[index] + len(self.words[index])

    def at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before *offset*; 0 if none does."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentence(self, index: int) -> int:
        """Return the number of the sentence that holds the token at *index*."""
        return bisect_right(self._sentence_starts, index) - 1

    def sentence_range(self, index: int) -> tuple[int, int]:
        """Return the half-open range of tokens of the sentence that holds the one at *index*."""
        return self.sentences[self.sentence(index)]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the tokens from index *start* up to, not including, *end*."""
        starts = self.starts
        first, last = starts[start], starts[end - 1] + len(self.words[end - 1])
        return Span(first, last, self.text[first:last])


def tokens(doc: Doc | Tokens) -> Tokens:
    """Return the tokens of *doc*, made once and kept with it; tokens come back as they are."""
    if isinstance(doc, Tokens):
        return doc
    view: Tokens | None = doc.user_data.get(_KEY)
    return keep(doc, _view(doc)) if view is None else view


def keep(doc: Doc, view: Tokens) -> Tokens:
    """Keep *view* with *doc*, whose tokens it holds, and return it."""
    doc.user_data[_KEY] = view
    return view


def ranges(starts: Sequence[int], offsets: Iterable[int]) -> list[tuple[int, int]]:
    """Return the half-open range of tokens of each sentence.

    Args:
        starts: the offset of each token.
        offsets: where the sentences after the first begin, in order.
    """
    firsts = dict.fromkeys(chain((0,), (bisect_left(starts, offset) for offset in offsets)))
    bounds = [first for first in firsts if first < len(starts)]
    return list(pairwise([*bounds, len(starts)]))


def _view(doc: Doc) -> Tokens:
    """Read the tokens and sentences of *doc*, whichever pipeline made it."""
    words: list[str] = []
    starts: list[int] = []
    firsts: list[int] = []
    sentences_known = doc.has_annotation("SENT_START")
    for token in doc:
        if sentences_known and token.is_sent_start:
            firsts.append(token.idx)
        if not token.is_space:
            words.append(token.text)
            starts.append(token.idx)
    return Tokens(doc.text, words, starts, ranges(starts, firsts), doc)

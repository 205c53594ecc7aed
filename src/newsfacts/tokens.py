"""The tokens of a document as plain Python values: what extractors' rules read.

Looking at spaCy's `Token` objects one by one from Python costs more than tokenising. `tokens(doc)`
returns the same tokens as lists, made once a document and shared by all extractors.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

import attrs
from spacy.tokens import Doc

from newsfacts.values import Span

__all__ = ["Tokens", "tokens"]

_KEY = "newsfacts.tokens"


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

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    @cached_property
    def lower(self) -> list[str]:
        """The text of each token in lower case."""
        return [word.lower() for word in self.words]

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
        first, last = self.starts[start], self.end(end - 1)
        return Span(first, last, self.text[first:last])


def tokens(doc: Doc) -> Tokens:
    """Return the tokens of *doc*, made once and kept with it."""
    view: Tokens | None = doc.user_data.get(_KEY)
    if view is None:
        view = doc.user_data[_KEY] = _view(doc)
    return view


def _view(doc: Doc) -> Tokens:
    """Read the tokens and sentences of *doc*, whichever pipeline made it."""
    words: list[str] = []
    starts: list[int] = []
    firsts: list[int] = []
    sentences_known = doc.has_annotation("SENT_START")
    for token in doc:
        if (sentences_known and token.is_sent_start) or token.i == 0:
            firsts.append(len(words))
        if not token.is_space:
            words.append(token.text)
            starts.append(token.idx)
    bounds = sorted({first for first in firsts if first < len(words)})
    return Tokens(doc.text, words, starts, list(pairwise([*bounds, len(words)])))

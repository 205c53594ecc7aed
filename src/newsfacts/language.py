"""How a text becomes spaCy's Doc: blank English, tokens cached, sentences by rule.

The tokens are those of `spacy.blank("en")`, which caches well only up to a document's first line
break or acronym; here each stretch between white space is tokenised once and remembered. Any other
spaCy Language is accepted in its place; where it marks no sentences, the rules here do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.sentences import sentence_starts

__all__ = ["Reader"]

_PIECES = re.compile(r"\S+|\s+")
_LONGEST = 200
"""Longer runs without white space are cut: spaCy's tokenizer is quadratic on punctuation."""
_RUNS = re.compile(r"\w{1,200}|[^\w]{1,20}")
_CACHE_SIZE = 50_000
_VOCABULARY_SIZE = 200_000
"""Lexemes; past it the vocabulary is made anew, for it grows with every new word."""


class Reader:
    """Turns texts into Docs with sentence boundaries."""

    def __init__(self, nlp: str | Language | None = None) -> None:
        """Take a Language, the name of an installed one, or None for blank English by rule."""
        self._nlp = spacy.load(nlp) if isinstance(nlp, str) else nlp
        self._tokenizer = None if self._nlp else _CachedTokenizer()

    def read(self, text: str) -> Doc:
        """Return *text* as a Doc whose tokens add up to it exactly."""
        if self._tokenizer is not None:
            return self._tokenizer(text)
        assert self._nlp is not None  # noqa: S101 - one of the two is there
        doc = self._nlp(text)
        if not doc.has_annotation("SENT_START"):
            starts = [token.idx for token in doc]
            firsts = {0, *(bisect_left(starts, offset) for offset in sentence_starts(text))}
            for token in doc:
                token.is_sent_start = token.i in firsts
        return doc


class _CachedTokenizer:
    """Tokenises as blank English does, each stretch between white space once."""

    def __init__(self) -> None:
        self._renew()

    def _renew(self) -> None:
        nlp = spacy.blank("en")
        self._tokenize = nlp.tokenizer
        self._vocab: Vocab = nlp.vocab
        self._known: dict[str, list[str]] = {}

    def __call__(self, text: str) -> Doc:
        """Return *text* as a Doc with sentence boundaries."""
        if len(self._known) > _CACHE_SIZE:
            self._known.clear()
        if len(self._vocab) > _VOCABULARY_SIZE:
            self._renew()
        words: list[str] = []
        spaces: list[bool] = []
        known = self._known
        for piece in _PIECES.findall(text):
            if piece == " " and spaces and not spaces[-1]:
                spaces[-1] = True
                continue
            parts = known.get(piece)
            if parts is None:
                parts = known[piece] = list(self._parts(piece))
            if piece[0] == " " and piece.isspace() and spaces and not spaces[-1]:
                spaces[-1] = True
                parts = [piece[1:]]
            words += parts
            spaces += [False] * len(parts)
        return Doc(self._vocab, words, spaces, sent_starts=_firsts(text, words, spaces))

    def _parts(self, piece: str) -> Iterator[str]:
        """Yield the tokens of one stretch of text, all white space or none."""
        if piece.isspace():
            yield piece
        elif len(piece) <= _LONGEST:
            yield from (token.text for token in self._tokenize(piece))
        else:
            for run in _RUNS.findall(piece):
                yield from (token.text for token in self._tokenize(run))


def _firsts(text: str, words: list[str], spaces: list[bool]) -> list[bool | int | None]:
    """Return for each token whether it begins a sentence."""
    firsts: list[bool | int | None] = [False] * len(words)
    if not words:
        return firsts
    firsts[0] = True
    offsets = sentence_starts(text)
    wanted = next(offsets, None)
    position = 0
    for index, (word, space) in enumerate(zip(words, spaces, strict=True)):
        if wanted is None:
            break
        if position >= wanted:
            firsts[index] = True
            wanted = next((offset for offset in offsets if offset > position), None)
        position += len(word) + space
    return firsts

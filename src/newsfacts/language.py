"""How a text becomes tokens and sentences, and spaCy's Doc where one is wanted.

By default the tokens are blank English's, cached, and the sentences are found by rule; the Doc is
made only when it is asked for, since most of its cost is in looking up words that nobody looks at.
Any other spaCy Language is accepted; where it marks no sentences, the rules here do.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.lazy import lazy
from newsfacts.sentences import sentence_starts
from newsfacts.tokenizing import Tokenizer
from newsfacts.tokens import Tokens, keep, ranges, tokens

__all__ = ["Reader", "Reading"]

_VOCABULARY_SIZE = 200_000
"""Lexemes; past it the vocabulary is made anew, for it grows with every new word."""


class Reader:
    """Reads texts: tokens, sentences, Docs."""

    def __init__(self, nlp: str | Language | None = None) -> None:
        """Take a Language, the name of an installed one, or None for blank English by rule."""
        self._nlp = spacy.load(nlp) if isinstance(nlp, str) else nlp
        self._tokenizer = None if self._nlp else Tokenizer()
        self._vocab: Vocab | None = None

    def reading(self, text: str) -> Reading:
        """Return *text* as it is read, tokens and Doc each made when first asked for."""
        return Reading(text, self)

    def read(self, text: str) -> Doc:
        """Return *text* as a Doc whose tokens add up to it exactly."""
        return self.reading(text).doc

    def tokens(self, text: str) -> Tokens | None:
        """Return the tokens of *text*, or None where only a Doc can tell them."""
        if self._tokenizer is None:
            return None
        words, lower, starts = self._tokenizer(text)
        sentences = ranges(starts, sentence_starts(text))
        return Tokens(text, words, starts, sentences, lower=lower)

    def doc(self, text: str, view: Tokens | None) -> Doc:
        """Return *text* as a Doc; *view* holds its tokens where `tokens` could tell them."""
        if view is not None:
            if self._vocab is None or len(self._vocab) > _VOCABULARY_SIZE:
                self._vocab = spacy.blank("en").vocab
            return _doc(view, self._vocab)
        assert self._nlp is not None  # noqa: S101 - one of the two is there
        doc = self._nlp(text)
        if not doc.has_annotation("SENT_START"):
            starts = [token.idx for token in doc]
            _mark(doc, [first for first, _ in ranges(starts, sentence_starts(text))])
        return doc


class Reading:
    """Is one text as a `Reader` reads it."""

    def __init__(self, text: str, reader: Reader) -> None:
        self.text = text
        self._reader = reader

    @lazy
    def _told(self) -> Tokens | None:
        return self._reader.tokens(self.text)

    @lazy
    def doc(self) -> Doc:
        """The text as spaCy's Doc."""
        return self._reader.doc(self.text, self._told)

    @lazy
    def tokens(self) -> Tokens:
        """The text's tokens and sentences; without a Language of the user's no Doc is made."""
        return tokens(self.doc) if self._told is None else self._told

    def let_go(self) -> None:
        """Part the tokens, if they were made, from what was made of them, which holds them in turn.

        Else both live until Python's collector comes by: a sixth of all time went into its visits
        and into memory that is never warm.
        """
        made: Tokens | None = self.__dict__.get("tokens")
        if made is not None:
            made.memo.clear()


def _doc(view: Tokens, vocab: Vocab) -> Doc:
    """Return the Doc of *view*: white space other than one space after a word is a token too."""
    words: list[str] = []
    spaces: list[bool] = []
    end = 0
    for word, start in zip([*view.words, ""], [*view.starts, len(view.text)], strict=True):
        if start > end:
            gap = view.text[end:start]
            if words and gap[0] == " ":
                spaces[-1] = True
                gap = gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
        words.append(word)
        spaces.append(False)
        end = start + len(word)
    doc = Doc(vocab, words[:-1], spaces[:-1])
    words_at = np.flatnonzero(doc.to_array("IS_SPACE") == 0)
    _mark(doc, [words_at[first] for first, _ in view.sentences])
    keep(doc, view)
    return doc


def _mark(doc: Doc, firsts: list[int]) -> None:
    """Mark the tokens at *firsts* as the first of a sentence, all others as not."""
    marks = np.full((len(doc), 1), -1, dtype=np.int64)
    marks[firsts] = 1
    marks[:1] = 1
    values: Any = marks.astype(np.uint64)
    doc.from_array(["SENT_START"], values)

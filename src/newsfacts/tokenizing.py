"""The tokens of `spacy.blank("en")`, each stretch between white space tokenised once.

spaCy's own cache holds only up to a document's first line break, acronym or curly quote; here it
holds for every text that a tokenizer reads. Words without riddles (letters or digits, with plain
punctuation around them) are split by one pattern that agrees with spaCy's; spaCy does the rest.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from sys import intern
from typing import Any

import spacy
from spacy.attrs import ORTH  # type: ignore[import-not-found]  # Cython, without stubs

__all__ = ["Tokenizer"]

_SPACES = re.compile(r"\s+")
_LONGEST = 200
"""Longer runs without white space are cut: spaCy's tokenizer is quadratic on punctuation."""
_RUNS = re.compile(r"\w{1,200}|[^\w]{1,20}")
_CACHE_SIZE = 1 << 14
"""Pieces in one generation of the cache; it holds two."""
_VOCABULARY_SIZE = 30_000
"""Lexemes; past it the vocabulary is made anew, for it grows with every new word."""

_PLAIN = re.compile(
    r"""
    (?P<open> ["\u201c\u2018(\[]? | `` | '' )
    (?P<core>
      [A-Za-z]+ (?: -[A-Za-z]+ | ['\u2019] (?! [sS]\b ) [A-Za-z]+ )*  # cease-fire, don't
      | [a-z]{2,} \. [A-Z] [a-z]+  # ended.They
      | (?: [A-Z]\. )+  # U.S.
      | \d+ (?: -[A-Za-z]+ )+  # 19-year-old
      | \$? \d+ (?: [.,:]\d+ )* %?
    )
    (?P<owner> (?: ['\u2019][sS] )? )
    (?P<close>
      (?: (?: (?<=[a-z0-9%]) | (?<=[A-Z][A-Z]) ) \. )?
      [,;:!?)\]]?
      (?: '' | ["\u201d\u2019']? (?: , | (?<! \) ) [;:] )? )  # "):" is one token
    )
    """,
    re.VERBOSE | re.ASCII,
)
_PARTS = re.compile(r"[-$%]|[^-$%]+")
_STOPS = frozenset(",.;:?!")
_CLOSING = re.compile(r"''|.")
_flat = chain.from_iterable


class Tokenizer:
    """Splits texts into words, and remembers how."""

    def __init__(self) -> None:
        self._pieces = _Pieces()

    def __call__(self, text: str) -> tuple[list[str], list[int]]:
        """Return the words of *text*, white space left out, and the offset of each."""
        pieces = list(map(self._pieces.__getitem__, text.split()))
        words = list(_flat(pieces))
        steps = list(map(len, words))
        lead = len(text) - len(text.lstrip())
        after = accumulate(map(len, pieces))
        for end, space in zip(after, _SPACES.findall(text, lead), strict=False):
            steps[end - 1] += len(space)
        starts = list(accumulate(steps, initial=lead))
        starts.pop()  # the end of the text
        return words, starts


class _Pieces(dict[str, tuple[str, ...]]):
    """Is the words of runs of text without white space: look one up, and it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._older: dict[str, tuple[str, ...]] = {}
        self._renew()

    def _renew(self) -> None:
        nlp = spacy.blank("en")
        tokenizer: Any = nlp.tokenizer
        self._vocab = nlp.vocab
        self._tokenize = tokenizer
        self._special = {
            run: tuple(part[ORTH] for part in parts) for run, parts in tokenizer.rules.items()
        }

    def __missing__(self, run: str) -> tuple[str, ...]:
        """Tokenise *run* and remember it, unless it is long."""
        words = self._older.get(run) or tuple(map(intern, self._words(run)))
        if len(run) <= _LONGEST:
            if len(self) >= _CACHE_SIZE:
                self._older = self.copy()
                self.clear()
            self[run] = words
        return words

    def _words(self, run: str) -> tuple[str, ...]:
        if len(run) > _LONGEST:
            return tuple(word for part in _RUNS.findall(run) for word in self._split(part))
        special = self._special.get(run)
        if special:
            return special
        if run.isascii():
            if run.isalpha():
                return (run,)
            core, stop = run[:-1], run[-1]
            ends = stop in _STOPS and core.isalpha() and (stop != "." or core[-1].islower())
            if ends and core not in self._special:
                return core, stop
        return self._plain(run) or self._split(run)

    def _plain(self, run: str) -> tuple[str, ...] | None:
        """Split a run without riddles as spaCy does, or return None: it may be a special case."""
        found = _PLAIN.fullmatch(run)
        if found is None:
            return None
        opening, core, owner, closing = found.groups()
        special = self._special
        glued = core[0].islower() and "." in core
        parts = core.split(".") if glued else [core]
        if any(riddle in special for riddle in _riddles(opening, parts, owner, closing[:1])):
            return None
        if core.isalnum() or core[-1] == ".":
            words = list(special.get(core, (core,)))
        elif glued:
            words = [parts[0], ".", parts[1]]
        elif "'" not in core and "\u2019" not in core:
            words = _PARTS.findall(core)
        elif core in special:
            words = list(special[core])
        else:
            return None
        words[:0] = (opening,) if opening == "''" else opening
        if owner:
            words.append(owner)
        if closing:
            words += _CLOSING.findall(closing)
        return tuple(words)

    def _split(self, run: str) -> tuple[str, ...]:
        if len(self._vocab) > _VOCABULARY_SIZE:
            self._renew()
        return tuple([token.text for token in self._tokenize(run)])


def _riddles(opening: str, parts: list[str], owner: str, stop: str) -> list[str]:
    """Return what within a run spaCy may take for a word of its own: "don", "a.m.", ":(".

    Args:
        opening: the mark before its core.
        parts: its core, or the two words that a full stop glues together in it.
        owner: the possessive after it.
        stop: the mark that follows.
    """
    first, core = parts[0], parts[-1]
    found = [core + stop, core[core.rfind("-") + 1 :].lstrip("$") + stop] if stop else []
    if opening:
        head = opening + first.partition("-")[0]
        found += [head, head + stop]
    if owner or stop == ".":
        found += [core, core + owner]
    if core is not first:
        found += [first, f"{first}.", core, f"{first}.{core}"]
    return found

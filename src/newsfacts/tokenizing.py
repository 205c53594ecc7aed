"""The tokens of `spacy.blank("en")`, each stretch between white space tokenised once.

A title keeps its full stop, as spaCy does with "Gen." and "Sen.", but not with "Lt." and "Col.".

spaCy's own cache holds only up to a document's first line break, acronym or curly quote; here it
holds for every text that a tokenizer reads. Words without riddles (letters or digits, with plain
punctuation around them) are split by one pattern that agrees with spaCy's; spaCy does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, chain
from sys import intern
from typing import Any

from spacy.attrs import ORTH  # type: ignore[import-not-found]  # Cython, without stubs
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer as SpacyTokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

from newsfacts.sentences import titles

__all__ = ["Tokenizer"]

_WIDE = re.compile(r"\s{2,}")
_LONGEST = 200
"""Longer runs without white space are cut: spaCy's tokenizer is quadratic on punctuation."""
_RUNS = re.compile(r"\w{1,200}|[^\w]{1,20}")
_CACHE_SIZE = 1 << 15
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

    def __call__(self, text: str) -> tuple[list[str], list[str], list[int]]:
        """Return the words of *text*, white space left out; in lower case; where each begins."""
        piece = self._pieces.__getitem__
        begin = lead = len(text) - len(text.lstrip())
        parts: list[Any] = []
        for gap in _WIDE.finditer(text, lead):
            start, end = gap.span()
            parts += _flat(map(piece, text[begin:start].split()))
            parts[-1] += end - start - 1  # the last word's step reckons with one space
            begin = end
        parts += _flat(map(piece, text[begin:].split()))
        words, lower, steps = parts[::3], parts[1::3], parts[2::3]
        starts = list(accumulate(steps, initial=lead))
        starts.pop()
        return words, lower, starts


class _Pieces(dict[str, tuple[Any, ...]]):
    """Is the words of runs of text without white space: look one up, and it is there.

    Three values a word, one after the other, for that is put together for a whole text at once:
    the word, the same in lower case, and how far the next is, with one space after the run. Equal
    words are one object, so that tables of words find them at once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._older: dict[str, tuple[Any, ...]] = {}
        _spacy_tokenizer()  # before the first text, which need not wait for it
        self._special = {
            run: tuple(part[ORTH] for part in parts) for run, parts in _exceptions().items()
        }

    def __missing__(self, run: str) -> tuple[Any, ...]:
        """Tokenise *run* and remember it, unless it is long."""
        piece = self._older.get(run)
        if piece is None:
            if len(run) > _LONGEST:
                parts = _RUNS.findall(run)
                return _piece([word for part in parts for word in self._split(part)])
            piece = self._made(run)
        if len(self) >= _CACHE_SIZE:
            self._older = self.copy()
            self.clear()
        self[run] = piece
        return piece

    def _made(self, run: str) -> tuple[Any, ...]:
        """Tokenise *run*, plain words first, for most are."""
        special = self._special
        if run in special:
            return _piece(special[run])
        if run.isascii():
            if run.isalpha():
                return _word(run)
            core, stop = run[:-1], run[-1]
            ends = stop in _STOPS and core.isalpha() and (stop != "." or _parts_from_stop(core))
            if ends and core not in special:
                word, low, length = self.get(core) or _word(core)
                return word, low, length - 1, stop, stop, 2
        return _piece(self._plain(run) or self._split(run))

    def _plain(self, run: str) -> tuple[str, ...] | None:
        """Split a run without riddles as spaCy does, or return None: it may be a special case."""
        found = _PLAIN.fullmatch(run)
        if found is None:
            return None
        opening, core, owner, closing = found.groups()
        special = self._special
        glued = core[0].islower() and "." in core
        parts = core.split(".") if glued else [core]
        if not special.keys().isdisjoint(_riddles(opening, parts, owner, closing[:1])):
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
        tokenize = _spacy_tokenizer()
        if len(tokenize.vocab) > _VOCABULARY_SIZE:
            _spacy_tokenizer.cache_clear()
        return tuple([token.text for token in tokenize(run)])


@cache
def _exceptions() -> dict[str, list[dict[Any, str]]]:
    """Return spaCy's special cases, and the titles and ranks that it lacks."""
    ranks = [f"{title.capitalize()}." for title in sorted(titles())]
    return {rank: [{ORTH: rank}] for rank in ranks} | English.Defaults.tokenizer_exceptions


@cache
def _spacy_tokenizer() -> Any:
    """Return blank English's tokenizer, but with a vocabulary that describes no new word.

    Nobody reads those descriptions, and making them takes longer than tokenising does. Its special
    cases are a table that is loaded once.
    """
    defaults: Any = English.Defaults
    return SpacyTokenizer(
        Vocab(),
        rules=_exceptions(),
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


def _parts_from_stop(core: str) -> bool:
    """Tell whether a full stop after *core* is a token of its own: not after an initial."""
    return core[-1].islower() or (len(core) > 1 and core[-2:].isupper())


def _word(run: str) -> tuple[Any, ...]:
    """Return what is known of a run of one word, a space after it."""
    low = run.lower()
    word = intern(run)
    return word, word if low == word else intern(low), len(word) + 1


def _piece(words: Iterable[str]) -> tuple[Any, ...]:
    """Return what is known of a run, a space after it, by its words."""
    known: list[Any] = []
    for word in map(intern, words):
        low = word.lower()
        known += word, word if low == word else intern(low), len(word)
    known[-1] += 1
    return tuple(known)


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
    if core[0].isdigit():
        found.append(core)  # "8-D"
    if core is not first:
        found += [first, f"{first}.", core, f"{first}.{core}"]
    return found

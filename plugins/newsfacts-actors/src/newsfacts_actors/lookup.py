"""Known names in a run of capitalised words: the longest that begins at a word.

Beyond the plain names of the tables: names that small words interrupt ("Save the Children"), and
points of the compass before a place ("Northern Aleppo").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsfacts_actors.kinds import NAME, PLACE
from newsfacts_actors.knowledge import Entity, Knowledge, Known, Words, slug
from newsfacts_actors.runs import Word

__all__ = ["LONGEST_ACRONYM", "Hit", "Lookup"]

_ARTICLES = frozenset(("al ", "el "))
LONGEST_ACRONYM = 3
"""Letters; a longer word in capitals may be an ordinary name in a dateline."""


class Hit(NamedTuple):
    """Is a known name in a run: the words of the run that it takes, where it ends, its meaning."""

    taken: int
    end: int
    known: Known


@lru_cache(maxsize=8)
def _starts(known: Knowledge, lexicon: Words) -> frozenset[str]:
    return lexicon.compass.union(known.reach, known.bridged)


class Lookup:
    """Finds the names of the tables in one run."""

    def __init__(self, own: str, plain: str, known: Knowledge, lexicon: Words) -> None:
        """Take the run as it stands in the text, with what follows it as far as that matters.

        Args:
            own: the run.
            plain: the same in normal form.
            known: the tables.
            lexicon: the closed lists.
        """
        self._own = own
        self._plain = plain
        self._known = known
        self._words = lexicon
        self.starts = _starts(known, lexicon)
        """Words with which a known name may begin."""

    def length(self, line: Sequence[Word], index: int) -> int:
        """Return the words of the longest known name that begins at *index*, 0 without one."""
        hit = self.longest(line, index)
        return hit.taken if hit is not None else 0

    def longest(self, line: Sequence[Word], index: int) -> Hit | None:
        """Return the longest known name that begins at *index*."""
        word = line[index]
        if word.text not in self.starts:
            return None
        if word.text in self._known.bridged:
            hit = self._bridged(line, word)
            if hit is not None:
                return hit
        reach = self._known.reach.get(word.text, 0)
        names, plain, start = self._known.names, self._plain, word.start
        for stop in range(min(len(line), index + reach), index, -1):
            last = line[stop - 1]
            if last.small or self._own.startswith("$", last.end):
                continue
            key = plain[start : last.end]
            known = names.get(key) or self._spelt_otherwise(key)
            if known is not None:
                return Hit(stop - index, last.end, known)
        if index + 1 < len(line) and word.text in self._words.compass:
            return self._part(line, index)
        return None

    def _spelt_otherwise(self, key: str) -> Known | None:
        """Return what a name means in a dateline's capitals, or with its article small or not."""
        names = self._known.names
        known = None
        if key.isupper() and len(key) > LONGEST_ACRONYM:
            known = names.get(key.title())
        if known is None and key[:3].lower() in _ARTICLES:
            known = names.get(key[0].swapcase() + key[1:])
        return known

    def _bridged(self, line: Sequence[Word], word: Word) -> Hit | None:
        """Return the known name with small words in it that begins at *word*."""
        for key in self._known.bridged[word.text]:
            end = word.start + len(key)
            if self._plain.startswith(key, word.start) and not self._plain[end : end + 1].isalnum():
                taken = sum(word.start <= other.start < end for other in line)
                return Hit(taken, end, self._known.names[key])
        return None

    def _part(self, line: Sequence[Word], index: int) -> Hit | None:
        """Return the place that the point of the compass at *index* is part of the name of."""
        hit = self.longest(line, index + 1)
        if hit is None or hit.known.entity.type is not PLACE:
            return None
        name = self._own[line[index].start : hit.end]
        place = Entity(slug(name), PLACE, name, hit.known.entity.country)
        return Hit(hit.taken + 1, hit.end, Known(place, NAME))

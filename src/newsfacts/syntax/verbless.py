"""Which ranges hold no finite verb, by their words alone: "the status quo", "to pay the bonuses".

Most of what is asked for its finite verbs is short and has none, and its sentence need not be
tagged to say so. A word tells by what it can be (lexicon.txt), one of several readings by the word
before it: the tagger (openclass.py) makes no finite verb of it there.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts.syntax.lexicon import guess, lexicon

__all__ = ["is_verbless"]

_FINITE = frozenset("VvzdMBHOQ")
"""Codes that can begin a finite verb group: "not told" begins with "not"."""
_PARTICULAR = frozenset("'s ’s 'd ’d may march will back".split())
"""Words that particular.py can make verbs, whatever the lexicon says."""
_ANYWHERE: frozenset[str] = frozenset()
_DETERMINERS = frozenset("the a an my your his its our their every".split())
_PREPOSITIONS = frozenset("of in at by with from into between among".split())
_PLAIN_BASES = frozenset("be have do".split())
_NO_FINITE = frozenset("NSJdng")
"""Readings one of which a word after a determiner has rather than that of a finite verb."""
_MOST_KEPT = 30_000
"""Words; past it those met so far are forgotten."""


class _Befores(dict[str, frozenset[str] | None]):
    """Is the words after which each word is no finite verb; None for one that never is."""

    def __missing__(self, word: str) -> frozenset[str] | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        befores = self[word] = _befores(word)
        return befores


def _befores(word: str) -> frozenset[str] | None:
    if word in _PARTICULAR:
        return _ANYWHERE
    codes = lexicon().readings.get(word) or (guess(word) if word[0].isalpha() else "")
    if _FINITE.isdisjoint(codes):
        return None
    befores = set()
    if word in _PLAIN_BASES or ("V" in codes and codes[0] != "R"):
        befores.add("to")
    if codes == "V" or (len(codes) > 1 and not _NO_FINITE.isdisjoint(codes)):
        befores |= _DETERMINERS
    if "N" in codes or "S" in codes:
        befores |= _PREPOSITIONS
    return frozenset(befores)


_BEFORES = _Befores()


def is_verbless(lower: Sequence[str], start: int, end: int) -> bool:
    """Tell whether no word of a range can begin a finite verb group.

    Args:
        lower: the words of a text in lower case.
        start: the index of the first word of the range.
        end: the index after its last.
    """
    befores, before = _BEFORES, ""
    for word in lower[start:end]:
        known = befores[word]
        if known is not None and before not in known:
            return False
        before = word
    return True

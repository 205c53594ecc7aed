"""Lines in title case or all capitals, where a capital says nothing about a word."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Lines", "lines"]

_LONGER = re.compile(r"[^\W\d_]{4,}")
"""Words that a headline does not leave in small letters, as it does "of" and "the"."""
_SHORT_SMALL = re.compile(r"\b[a-z]{3}\b")
_HEADLINE_SMALL = frozenset(
    "and the for but nor yet via per out off its his her our who how why you are was has had not"
    " all can may too now one two due any new van der den von bin ibn dos las los del abu".split()
)
"""Words of three letters that a headline leaves in small letters, or a name."""
_SMALL = re.compile(r".*?".join([" [a-z]{4}"] * 4))
"""Four longer words in small letters, more than a headline has room for."""
_PROSE = re.compile(r"[a-z]{2} [a-z]{2,} [a-z]{2}")
"""Three words in small letters, which no line in capitals has."""
_SHORT = 160
_PROSE_ENDS = frozenset('”",')
_FEW = 4
_MANY = 6
"""Longer words that a line with a full stop needs, since it may be a sentence of names."""
_LETTERS = 12
"""A line with fewer letters than this is a dateline or an acronym, not text in capitals."""
_ENOUGH = re.compile(rf"(?:[\W\d_]*[^\W\d_]){{{_LETTERS}}}")
_SHARE = 0.85


class Lines(NamedTuple):
    """Is half-open ranges of a text: its headlines in title case, its lines in capitals."""

    titled: list[tuple[int, int]]
    shouted: list[tuple[int, int]]
    """All, or nearly all, of its letters are capitals."""


def lines(text: str) -> Lines:
    """Return the lines of *text* in title case and in capitals."""
    found = Lines([], [])
    start = 0
    for line in text.split("\n"):
        size = len(line)
        if size >= _LETTERS:
            if size <= _SHORT and _SMALL.search(line) is None and _titled(line):
                found.titled.append((start, start + size))
            if " " in line and _shouted(line):
                found.shouted.append((start, start + size))
        start += size + 1
    return found


def _titled(line: str) -> bool:
    """Tell whether nearly all of the longer words of a short line have a capital."""
    longer = _LONGER.findall(line)
    if len(longer) < _FEW:
        return False
    small = [word for word in longer if not word[0].isupper()]
    if len(small) > 0.1 * len(longer):
        return False
    if not _HEADLINE_SMALL.issuperset(_SHORT_SMALL.findall(line)):
        return False  # "Kenyan President Ann Holt met Bo Lee."
    last = line.rstrip()[-1:]
    return last not in _PROSE_ENDS and (last != "." or len(longer) >= _MANY)


def _shouted(line: str) -> bool:
    """Tell whether the letters of a line are capitals, but for a few."""
    if line.isupper():
        return _ENOUGH.match(line) is not None
    if line[1:60].lower() == line[1:60] or _PROSE.search(line) is not None:
        return False
    upper = sum(map(str.isupper, line))
    return upper >= _LETTERS and upper >= _SHARE * sum(map(str.isalpha, line))

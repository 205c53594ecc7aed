"""Lines in title case or all capitals, where a capital says nothing about a word."""

from __future__ import annotations

import re

__all__ = ["titled_lines"]

_LINE = re.compile(r"[^\n]+")
_LONGER = re.compile(r"[^\W\d_]{4,}")
"""Words that a headline does not leave in small letters, as it does "of" and "the"."""
_SHORT = 160
_PROSE_ENDS = frozenset('”",')
_FEW = 4
_MANY = 6
"""Longer words that a line with a full stop needs, since it may be a sentence of names."""


def titled_lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the lines of *text* that are headlines in title case.

    A line counts where it is short and nearly all of its longer words have a capital.
    """
    found = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if end - start > _SHORT:
            continue
        longer = _LONGER.findall(text, start, end)
        if len(longer) < _FEW:
            continue
        small = [word for word in longer if not word[0].isupper()]
        if len(small) > 0.1 * len(longer):
            continue
        last = line.group().rstrip()[-1:]
        if last not in _PROSE_ENDS and (last != "." or len(longer) >= _MANY):
            found.append((start, end))
    return found

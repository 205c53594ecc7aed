"""Lines in title case or all capitals, where a capital says nothing about a word."""

from __future__ import annotations

import re

__all__ = ["titled_lines"]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 160
_SMALL = 3
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
        if end - start > _SHORT or line.group().rstrip()[-1:] in ("”", '"', ","):
            continue
        longer = [word for word in _WORD.findall(line.group()) if len(word) > _SMALL]
        needed = _MANY if line.group().rstrip().endswith(".") else _FEW
        if len(longer) >= needed and sum(word[0].isupper() for word in longer) >= 0.9 * len(longer):
            found.append((start, end))
    return found

"""The dateline of an article: the place that opens its text, below headline and byline too."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["dateline"]

_LINES: Final = 4
"""Lines that may come before the dateline: headline, subheading, byline, an empty line each."""
_LONGEST: Final = 160
"""Code points of a line that may come before it."""
_DASH: Final = r"(?: \([^)\n]{2,30}\))? ?(?:--|[-–—]) "
_DATELINE: Final = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})"
    r"(?:,? [A-Za-z.]+){0,3}(?:,? \d{1,2}(?: [A-Za-z]{3,9}\.?)?(?: \d{2,4})?)?"
    rf"(?:{_DASH}|(?<=\d): (?=[A-Z]))"
    r"|\s*(?P<dated>[A-Z][a-z.'’-]+(?: [A-Z][a-z.'’-]+){0,2})(?:, [A-Z][A-Za-z.]+){0,2}"
    rf",? (?:\d{{1,2}} [A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}){_DASH}"
)
_SMALL: Final = re.compile(r"[a-z]{2}")


def dateline(text: str) -> tuple[str, int] | None:
    """Return the place of an article's dateline, and the offset of what follows it.

    "GENEVA - ", "MARWA, May 10 (KNA) - ", "PORT HOLT, Sorvia — ", "Marwa, Sorvia, 3 May (KNA) -".
    """
    first = 0
    for _ in range(_LINES + 1):
        end = text.find("\n", first)
        line = text[first : end if end >= 0 else len(text)]
        found = _DATELINE.match(line)
        if found and (first == 0 or _SMALL.search(line, found.end())):
            return found["place"] or found["dated"], first + found.end()
        if end < 0 or len(line) > _LONGEST:
            return None
        first = end + 1
    return None

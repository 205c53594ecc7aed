"""Where quotations stand: pairs quotation marks of every style over the raw text.

Curly, straight, low, angular, TeX and single marks are read; a mark opens or closes by its shape or
by what stands beside it. Marks nested in a quotation are its own affair. A quotation over several
paragraphs opens each of them and closes once. What never closes ends with its paragraph; what
cannot open is no quotation, so that an odd number of marks harms one paragraph at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Quote", "quotes"]


class Quote(NamedTuple):
    """Is one quotation, marks included: half-open offsets in code points."""

    start: int
    end: int
    closed: bool = True
    """Whether a mark closes it; else it ends with its paragraph."""


# Both begin with one set of characters: such patterns are searched for several times as fast.
_MARK: Final = re.compile("[“„«”»\"‘\n'`](?:(?<=')'?|(?<=`)`|(?<!['`]))")
_OPENER: Final = re.compile("[“„«\"‘'`](?:(?<!['`])|(?<=')'|(?<=`)`|(?<!\\w')(?<=')(?=\\w))")
"""What can open a quotation: most apostrophes and all line breaks cannot."""
_OPENING: Final = frozenset(("“", "„", "«", "``"))
_CLOSING: Final = frozenset("”»")
_STRAIGHT: Final = frozenset(('"', "''"))
_LINE_OPENERS: Final = frozenset('“„«"`‘')
_BEFORE_OPENING: Final = frozenset(" \t\n\r\u00a0([{-–—:/‘'")
_GLUED: Final = frozenset('.!?,"”')
_SINGLE: Final = re.compile(r"(?<!\w)[‘'](?=\w)")
_CLOSING_SINGLE: Final = re.compile(r"[.,!?…]['’](?!\w)|(?<=\w)['’](?=[\s.,;:!?)\]\u201d\"—–-]|\Z)")
_ELISION: Final = re.compile(r"['‘](?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_BREAK: Final = re.compile(r"\n[^\S\n]*\n\s*|\n")
_LONGEST_SINGLE: Final = 600
"""Code points that a single mark looks ahead for its partner."""


def quotes(text: str) -> Iterator[Quote]:
    """Yield the outermost quotations of *text*, in order, none overlapping another."""
    start: int | None = None
    curly = False
    match = _OPENER.search(text)
    while match is not None:
        at, end = match.span()
        mark = match.group()
        if start is None:
            if _opens(text, match):
                start, curly = at, mark in _OPENING
            elif (single := _single_end(text, at)) is not None:
                end = single
                yield Quote(at, end)
        elif mark == "\n" and _paragraph_ends(text, at):
            yield Quote(start, _rstrip(text, start, at), closed=False)
            start = None
        elif _closes(text, match, curly=curly):
            yield Quote(start, end)
            start = None
        elif curly and mark in _OPENING and not _opens_line(text, at):
            start = at  # the one before never closed
        match = (_OPENER if start is None else _MARK).search(text, end)
    if start is not None:
        yield Quote(start, _rstrip(text, start, len(text)), closed=False)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a mark opens a quotation where none is open; single marks aside."""
    at, end = match.span()
    if match.group() in _OPENING:
        return True
    if match.group() not in _STRAIGHT:
        return False
    # Glued to a full stop, as text taken from web pages often is: nothing is open to be closed.
    glued = at > 0 and text[at - 1] in _GLUED and text[end : end + 1].isalpha()
    return glued or _can_open(text, match)


def _closes(text: str, match: re.Match[str], *, curly: bool) -> bool:
    """Tell whether a mark closes the open quotation, which a curly mark opened or a straight one.

    A straight mark closes a curly one too, as hasty editors have it, where it cannot open.
    """
    mark = match.group()
    if curly:
        return mark in _CLOSING or (mark in _STRAIGHT and not _can_open(text, match))
    return mark in _STRAIGHT and not _opens_line(text, match.start())


def _can_open(text: str, match: re.Match[str]) -> bool:
    """Tell whether a straight mark can open: space, a bracket or a mark before, a word after."""
    at, end = match.span()
    before = at == 0 or text[at - 1] in _BEFORE_OPENING
    return before and end < len(text) and not text[end].isspace()


def _opens_line(text: str, at: int) -> bool:
    """Tell whether the mark at *at* is the first thing on its line."""
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _paragraph_ends(text: str, at: int) -> bool:
    """Tell whether an open quotation ends at the line break at *at*.

    It goes on where the next line opens with a mark again, or is but the wrapped rest.
    """
    broken = _BREAK.match(text, at)
    if broken is None or text[broken.end() : broken.end() + 1] in _LINE_OPENERS:
        return False
    return "\n" in broken.group()[1:] or broken.end() >= len(text)


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _single_end(text: str, at: int) -> int | None:
    """Return the end of the quotation that the single mark at *at* opens, None if it is none."""
    if not _SINGLE.match(text, at) or _ELISION.match(text, at):
        return None
    limit = text.find("\n\n", at, at + _LONGEST_SINGLE)
    limit = min(len(text), at + _LONGEST_SINGLE) if limit < 0 else limit
    closing = _CLOSING_SINGLE.search(text, at + 1, limit)
    return closing.end() if closing else None

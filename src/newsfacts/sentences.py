"""Where sentences begin: rules over the raw text, for any newspaper prose.

A sentence ends at a full stop, question or exclamation mark (with the quotation marks and brackets
that close on it) before white space and what can begin a sentence; at a blank line; and at a single
line break unless the next line begins in lower case, as wrapped lines do. A full stop after a known
abbreviation or an initial ends none unless a paragraph ends there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

__all__ = ["sentence_starts", "titles"]

# Runs are taken whole or not at all: linear on any text.
_BOUNDARY = re.compile(
    r"""
    [.!?\u2026\n]  # one class to begin with, which the scanner looks for
    (?: (?<= \n ) (?: [^\S\n]*+ \n \s*+  # a blank line
                    | \s*+ (?= [^\sa-z] ) )  # a line break, not a wrapped line
      | (?<! \n ) (?<! [.!?\u2026]. )
        ( [.!?\u2026]*+ ) ( ["'\u201d\u2019)\]]*+ ) [^\S\n]++
        (?= ["'\u201c\u2018(\[`\u2014-]* [^\W_a-z] | ["\u201c`] )  # a capital, digit or quotation
    )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+\Z")
_WINDOW = 24


@cache
def titles() -> frozenset[str]:
    """Load the abbreviated titles and ranks, in lower case without their full stop."""
    return _listed("titles.txt")


@cache
def _abbreviations() -> frozenset[str]:
    """Load the abbreviations that end no sentence."""
    return titles() | _listed("abbreviations.txt")


def _listed(name: str) -> frozenset[str]:
    lines = files("newsfacts").joinpath("data", name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset of each sentence after the first, in order.

    Args:
        text: any text; offsets are code points.
    """
    size = len(text)
    for boundary in _BOUNDARY.finditer(text):
        start, end = boundary.span()
        alone = boundary.group(1, 2) == ("", "")  # no other stop, nothing that closes
        if alone and text[start] == "." and _abbreviated(text, start, end):
            continue
        if end < size:
            yield end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop at *start* belongs to the word before it.

    What follows at *end* helps to tell.
    """
    begin = max(0, start - _WINDOW)
    word = text[text.rfind(" ", begin, start) + 1 or begin : start]
    if not word.isalpha():  # most are: only others are worth a search
        last = _LAST_WORD.search(text, begin, start)
        if last is None:
            return False
        word = last.group()
    if word.lower() in _abbreviations():
        # "No." ends the sentence that it is; elsewhere it counts: "No. 3".
        return word.lower() not in ("no", "nos") or text[end].isdigit()
    if len(word) == 1:  # an initial: "J. Smith", but not "Plan B. He"
        return word.isupper()
    return "." in word and not _begins_sentence(text, end)


_OPENERS = frozenset(
    "the a an he she it they we i in on at but and this that these those his her its their".split()
)
_WORD = re.compile(r"\w+")


def _begins_sentence(text: str, offset: int) -> bool:
    """Tell whether the word at *offset* is one that, with a capital, begins a sentence.

    It decides after acronyms: "the U.S. President" goes on, "from the U.S. The talks" does not.
    """
    word = _WORD.search(text, offset, offset + _WINDOW)
    return word is not None and word.group().lower() in _OPENERS

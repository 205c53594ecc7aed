"""Where sentences begin: rules over the raw text, for any newspaper prose.

A sentence ends at a full stop, question or exclamation mark (with the quotation marks and brackets
that close on it) before white space and what can begin a sentence; at a blank line; and at a single
line break unless the next line begins in lower case, as wrapped lines do. A full stop after a known
abbreviation or an initial ends none unless a paragraph ends there too. A dateline at the head of a
line is a sentence of its own, for nothing in it is the subject of what follows.
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
      | (?<= [a-z]{2}\. )  # glued to the next sentence, as in text taken from web pages
        (?= (["\u201c\u2018]?) [^\W\d_a-z] [a-z'\u2019\ ] )
    )
    """,
    re.VERBOSE,
)
_DATELINE = re.compile(
    r"""
    (?: [^\W\d_a-z]{2,20}+ (?: ['\u2019./ -]{1,2} [^\W\d_a-z]{1,20}+ ){0,4}+ \.?  # in capitals
        (?: ,\ [A-Z0-9][\w.\ ]{1,30}+ ){0,3}
      | [A-Z][a-z][\w'\u2019. -]{1,30}+ (?= , ) (?: ,\ [A-Z][\w.\ ]{1,30}+ )?
        ,\ (?: [A-Z][a-z]{2,8}\.?\ \d{1,2} | \d{1,2}\ [A-Z][a-z]{2,8}\.? ) (?: ,?\ \d{4} )?
    )
    (?: \ ?\( [^()\n]{2,60} \) )?  # the agency
    (?: \.?-{1,2} | \ (?: -{1,2} | [\u2013\u2014_] ) | [\u2014:] ) \s+
    (?= ["'\u201c\u2018(\[]* [^\W_a-z] )
    """,
    re.VERBOSE,
)
_TOLD = re.compile(r"[\d()]")
"""What makes a dateline of capitals before more capitals: a date, an agency."""
_SHOUTED = re.compile(r"[^\w\n]*(?:[^\W\d_a-z] )?[^\W\d_a-z]{2}")
_GLUED = (None, None)
_LONGEST_PLACE = 4
"""Spaces in a dateline that gives neither a date nor an agency."""
_STOPS = frozenset(".!?\u2026\"'\u201d\u2019")
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
    first = _after_dateline(text, 0)
    if first:
        yield first
    open_, counted = False, 0  # whether a straight quotation mark is open, and up to where
    for boundary in _BOUNDARY.finditer(text, first):
        start, end = boundary.span()
        alone = boundary.group(1, 2) in (("", ""), _GLUED)  # no other stop, nothing that closes
        if alone and text[start] == "." and _abbreviated(text, start, end):
            continue
        if boundary[3] == '"':
            open_ ^= text.count('"', counted, end) % 2 == 1
            counted = end
            if open_:
                continue  # it closes what stands before: '"It hurt."She left.'
        if end < size:
            yield end
            if text[start] == "\n" and (opening := _after_dateline(text, end)):
                yield opening


def _after_dateline(text: str, start: int) -> int:
    """Return where a paragraph begins after the dateline at *start*; 0 if none stands there."""
    match = _DATELINE.match(text, start)
    if match is None or _TOLD.search(text, start, match.end()):
        return match.end() if match else 0
    end = match.end()
    if _SHOUTED.match(text, end) or text.count(" ", start, end) > _LONGEST_PLACE:
        return 0
    if text[:end].rstrip().endswith(":"):  # "POLICE: Two Hurt" heads a text
        line = text.find("\n", end)
        return end if text[end : None if line < 0 else line].rstrip()[-1:] in _STOPS else 0
    return end


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
        if word.lower() in _STREETS:  # "on Elm St. The man", but "St. Louis"
            return not _begins_sentence(text, end)
        # "No." ends the sentence that it is; elsewhere it counts: "No. 3".
        return word.lower() not in ("no", "nos") or text[end].isdigit()
    if len(word) == 1:  # an initial: "J. Smith", but not "Plan B. He"
        return word.isupper()
    return "." in word and not _begins_sentence(text, end)


_OPENERS = frozenset(
    "the a an he she it they we i in on at but and this that these those his her its their one two"
    " three police".split()
)
_STREETS = frozenset(("st", "ave", "rd", "blvd"))
_WORD = re.compile(r"\w+")


def _begins_sentence(text: str, offset: int) -> bool:
    """Tell whether the word at *offset* is one that, with a capital, begins a sentence.

    It decides after acronyms: "the U.S. President" goes on, "from the U.S. The talks" does not.
    """
    word = _WORD.search(text, offset, offset + _WINDOW)
    return word is not None and word.group().lower() in _OPENERS

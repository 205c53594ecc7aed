"""Runs of capitalised words: one pass over the raw text that finds everything that may be a name.

A run is capitalised words with what may link them within a name: "of", "for the", "and", a hyphen,
"al-", "de la", a possessive. What in a run may be a name is for `chunks` to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

__all__ = ["LEADS", "PARTICLES", "Word", "lead", "runs", "split"]

PARTICLES = frozenset(
    "al el an ar as ash at az ad ed es ul ur bin ibn ben abu bint ould de del la las los der den"
    " van von da dos do das di du le es ez arap e y i o ter zu ap d l".split()
)
"""Small words within names of persons and groups."""


class Word(NamedTuple):
    """Is one word of a run, its offsets in it, and whether a possessive ends it."""

    start: int
    end: int
    text: str
    possessive: bool
    small: bool


_ABBREVIATIONS = (
    "Gen Col Lt Lieut Maj Capt Cpt Sgt Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov St Rev Brig Adm Cmdr"
    " Cpl Jr Sr Hon Mt Ft Amb Supt Insp"
).split()
_SMALL = (
    "of for and in on against al el bin ibn ben abu bint ould de del la las los der den van von da"
    " dos do das di du le es ez arap e y ter zu"
).split()
"""What may stand between two words of a run."""


def _by(words: list[str], key: Callable[[str], Any]) -> list[list[str]]:
    """Return *words* in groups of one key."""
    return [list(group) for _, group in groupby(sorted(words, key=key), key)]


@cache
def _pattern() -> re.Pattern[str]:
    """Build the expression; capitals are those of Latin, Greek and Cyrillic letters.

    It begins with the capital, and alternatives part at their first letters, for speed; the full
    stop of an abbreviation is found by looking back from it.
    """
    ranges = [(0x41, 0x250), (0x370, 0x530), (0x1E00, 0x1F00)]
    upper = "".join(chr(c) for low, high in ranges for c in range(low, high) if chr(c).isupper())
    capital = f"[{upper}]"
    space = "[ \u00a0]"
    ends = "|".join(rf"(?<=\b(?:{'|'.join(own)})\.)" for own in _by(_ABBREVIATIONS, len))
    body = rf"[\w&]*(?:[’'](?!(?:s|m|ve|d|ll|re|t|em)\b)\w+)*(?:\.(?={space})(?:{ends}))?"
    rest = rf"(?:\.(?:{capital}\.)*(?:{capital}\b)?|{body})"
    article = "(?:(?:a[lnrstzd]|ash|e[dlsz]|u[lr]|[dl])[-’'])?"
    small = "|".join(
        rf"{own[0][0]}(?:{'|'.join(word[1:] for word in own)})"
        for own in _by(_SMALL, itemgetter(0))
    )
    link = (
        rf"(?:(?:[’']s|(?<=s)[’'])?{space}(?:(?:{small}){space}(?:(?:the|la|las|los|der|den){space})?)?"
        rf"|-(?:(?:al|el|e|i|o|ul|ur|an|as|ad|ash)-)?|{space}&{space})"
    )
    return re.compile(rf"{capital}(?<!\w.){rest}(?:{link}{article}{capital}{rest}){{0,23}}")


_ARTICLES = frozenset("al el an ar as ash at az ad ed es ez ul ur d l".split())
_APOSTROPHES = "'’‘ʼ`"
_BEFORE_LEADS = frozenset(f" -\u2010\u2011\u2013\u00a0\n{_APOSTROPHES}")
_BETWEEN = " \u2010\u2011\u2013\u00a0\n-"
_SPLIT = re.compile(f"[{_BETWEEN}]")
LEADS = frozenset("bin ibn van von de del di da al el abu bint".split())
"""Small words that belong to the run before which they stand: "bin Salman"."""
_SPAN = 2
"""Code points of the shortest of these with what parts it from the run, but one."""


def runs(text: str, begin: int, stop: int, idle: Container[str]) -> list[tuple[int, int]]:
    """Return the offsets of the runs between two offsets of *text*, in order.

    Args:
        text: the article's text.
        begin: offset of the first code point read.
        stop: offset after the last.
        idle: words that are no run by themselves.
    """
    found = _pattern().finditer(text, begin, stop)
    return [match.span() for match in found if match.group() not in idle]


def lead(text: str, start: int, begin: int) -> int:
    """Return where a run begins that has a small article or particle first: "al-Sadr".

    Args:
        text: the article's text.
        start: where its first capital stands.
        begin: offset before which nothing is read.
    """
    between = text[start - 1 : start]
    if start - begin < _SPAN or between not in _BEFORE_LEADS:
        return start
    before = text[max(begin, start - 6) : start - 1].rpartition(" ")[2]
    if not before.isalpha():
        before = _SPLIT.split(before)[-1]
    if before in LEADS or (before in _ARTICLES and between in _APOSTROPHES):
        return start - 1 - len(before)
    return start


def split(plain: str, *, possessive: bool) -> list[Word]:
    """Return the words of a run.

    Args:
        plain: the run in normal form.
        possessive: whether a possessive follows it.
    """
    if plain.isalpha():
        return [Word(0, len(plain), plain, possessive, plain[0].islower())]
    found = []
    first = 0
    parts = plain.split(" ")
    if "'" not in plain:
        for own in parts:
            if own:
                small = own[0].islower() or own == "&"
                found.append(tuple.__new__(Word, (first, first + len(own), own, False, small)))
            first += len(own) + 1
        return found
    for part in parts:
        own, owns = part, False
        if own.endswith("'s"):
            own, owns = own[:-2], True
        elif own.endswith("'"):
            own, owns = own[:-1], True
        if own:
            small = own[0].islower() or own == "&"
            found.append(Word(first, first + len(own), own, owns, small))
        first += len(part) + 1
    return found

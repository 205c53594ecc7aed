"""The pattern language of the grammar: words and word classes in, regular expressions out.

A rule's pattern reads as the expression it matches: `the? (past|last) n=@count unit=UNITS`.

    MONTH         a word of the class MONTH (data/lexicon.toml)
    ago           that very word, in any case; `Easter` only with its capital
    @count        the fragment `count` of data/rules.toml, put in place
    n=...         what the next item matches is the slot `n`
    ( | ) ? + *   as in regular expressions; (?!x) and (?<!x) look without taking

Matching runs over one character a token (`Alphabet`), so an item is a character class there, and
so are alternative items, as in `(past|last)`: a set of words that the pattern does not tell apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import reduce
from typing import NamedTuple

import attrs

__all__ = ["ANY", "Pattern", "Starts", "expand", "items", "parse"]

_ITEM = re.compile(r"\s*(\(\?<?[!=]|[()|?*+]|(?P<slot>\w+)=|@?[\w.'$%°:;,/&–—-]+)")


Starts = frozenset[tuple[str, ...]]
"""The first two words of what matches, as regular expressions; fewer where no more is taken."""
ANY = ""
"""Among these: any word."""
_DEEP = 2
_NOTHING: Starts = frozenset(((),))


@attrs.frozen
class Pattern:
    """Is a pattern made ready: a regular expression over codes, and what it can begin with."""

    regex: str
    """Its groups are the slots, in order."""
    starts: Starts
    """What a match can begin with."""
    slots: tuple[str, ...]
    """The name of each group; one slot can stand in several alternatives."""
    looks: bool = False
    """Whether a slot stands in what is only looked at: a match's words do not tell its slots."""


def items(pattern: str) -> list[str]:
    """Split *pattern* into items, slot marks (`n=`) and operators.

    Raises:
        ValueError: if something in it is none of these.
    """
    parts: list[str] = []
    position = 0
    stripped = pattern.rstrip()
    while position < len(stripped):
        item = _ITEM.match(stripped, position)
        if item is None:
            raise ValueError(f"pattern {pattern!r}: cannot read {stripped[position:]!r}")
        parts.append(item.group(1))
        position = item.end()
    return parts


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Return *pattern* with every `@fragment` put in place, in brackets.

    Raises:
        KeyError: if a fragment does not exist.
    """
    while "@" in pattern:
        pattern = re.sub(r"@(\w+)", lambda mark: f"({fragments[mark.group(1)]})", pattern)
    return pattern


def parse(pattern: str, characters: Callable[[frozenset[str]], str]) -> Pattern:
    """Return *pattern* (expanded) as a regular expression and what it begins with.

    Args:
        pattern: no fragments left in it.
        characters: gives the regular expression of the codes of a set of items.

    Raises:
        ValueError: if brackets do not match.
    """
    reader = _Reader(items(pattern), characters)
    whole = reader.alternatives()
    if reader.left:
        raise ValueError(f"pattern {pattern!r}: {' '.join(reader.left)!r} is left over")
    return Pattern(whole.regex, whole.starts, tuple(reader.slots), reader.looks)


class _Part(NamedTuple):
    """Is a part of a pattern as read."""

    regex: str
    starts: Starts
    words: frozenset[str] | None = None
    """The items, where it is one word out of a set; the set can yet grow by alternatives."""


class _Reader:
    """Reads the items of one pattern, by recursive descent."""

    def __init__(self, parts: list[str], characters: Callable[[frozenset[str]], str]) -> None:
        self.left = parts
        self.slots: list[str] = []
        self.looks = False
        self._characters = characters

    def alternatives(self) -> _Part:
        """Return what stands up to a closing bracket."""
        parts = [self._sequence()]
        while self.left and self.left[0] == "|":
            self.left.pop(0)
            parts.append(self._sequence())
        sets = [part.words for part in parts if part.words is not None]
        if len(sets) == len(parts):
            return self._one_of(frozenset[str]().union(*sets))
        return _Part(
            "|".join(part.regex for part in parts),
            frozenset[tuple[str, ...]]().union(*(part.starts for part in parts)),
        )

    def _one_of(self, words: frozenset[str]) -> _Part:
        regex = self._characters(words)
        return _Part(regex, frozenset(((regex,),)), words)

    def _sequence(self) -> _Part:
        parts = []
        while self.left and self.left[0] not in ("|", ")"):
            parts.append(self._item())
        if len(parts) == 1:
            return parts[0]
        starts = reduce(_joined, (part.starts for part in parts), _NOTHING)
        return _Part("".join(part.regex for part in parts), starts)

    def _item(self) -> _Part:
        part = self.left.pop(0)
        slot = part[:-1] if part.endswith("=") and part[0] != "(" else None
        if slot:
            self.slots.append(slot)
            part = self.left.pop(0)
        made = self._bracket(part) if part[0] == "(" else self._one_of(frozenset((part,)))
        regex, starts, words = made
        if slot:
            regex, words = f"({regex})", None
        if self.left and self.left[0] in ("?", "*", "+"):
            operator = self.left.pop(0)
            regex, words = regex + operator, None
            if operator != "?":
                starts |= _joined(starts, starts)
            if operator != "+":
                starts |= _NOTHING
        return _Part(regex, starts, words)

    def _bracket(self, opening: str) -> _Part:
        known = len(self.slots)
        inner = self.alternatives()
        self.looks |= opening != "(" and len(self.slots) > known
        if not self.left:
            raise ValueError("a bracket is not closed")
        self.left.pop(0)
        if opening == "(?=":  # what follows the words that it looks at is not known
            seen = frozenset((*start[:1], ANY) for start in inner.starts)
            return _Part(f"{opening}{inner.regex})", seen if () not in inner.starts else _NOTHING)
        if opening != "(":  # it only looks
            return _Part(f"{opening}{inner.regex})", _NOTHING)
        return inner if inner.words is not None else inner._replace(regex=f"(?:{inner.regex})")


def _joined(left: Starts, right: Starts) -> Starts:
    """Return what something that begins as *left* and goes on as *right* can begin with."""
    return frozenset(
        first if ANY in first else (first + then)[:_DEEP] for first in left for then in right
    )

"""The pattern language of the grammar: words and word classes in, regular expressions out.

A rule's pattern reads as the expression it matches: `the? (past|last) n=@count unit=UNITS`.

    MONTH         a word of the class MONTH (data/lexicon.toml)
    ago           that very word, in any case; `Easter` only with its capital
    @count        the fragment `count` of data/rules.toml, put in place
    n=...         what the next item matches is the slot `n`
    ( | ) ? + *   as in regular expressions; (?!x) and (?<!x) look without taking

Matching runs over one character a token (`Alphabet`), so an item is a character class there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import attrs

__all__ = ["Pattern", "expand", "items", "parse"]

_ITEM = re.compile(r"\s*(\(\?<?[!=]|[()|?*+]|(?P<slot>\w+)=|@?[\w.'$%°:;,/&–—-]+)")


@attrs.frozen
class Pattern:
    """Is a pattern made ready: a regular expression over codes, and what it can begin with."""

    regex: str
    """Its groups are the slots, in order."""
    first: frozenset[str]
    """The items that a match can begin with."""
    slots: tuple[str, ...]
    """The name of each group; one slot can stand in several alternatives."""

    @property
    def plain(self) -> str:
        """The regular expression without groups."""
        return re.sub(r"\((?!\?)", "(?:", self.regex)


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


def parse(pattern: str, characters: Callable[[str], str]) -> Pattern:
    """Return *pattern* (expanded) as a regular expression and its first items.

    Args:
        pattern: no fragments left in it.
        characters: gives the regular expression of the codes of an item.

    Raises:
        ValueError: if brackets do not match.
    """
    reader = _Reader(items(pattern), characters)
    regex, first, _ = reader.alternatives()
    if reader.left:
        raise ValueError(f"pattern {pattern!r}: {' '.join(reader.left)!r} is left over")
    return Pattern(regex, frozenset(first), tuple(reader.slots))


class _Reader:
    """Reads the items of one pattern, by recursive descent."""

    def __init__(self, parts: list[str], characters: Callable[[str], str]) -> None:
        self.left = parts
        self.slots: list[str] = []
        self._characters = characters

    def alternatives(self) -> tuple[str, set[str], bool]:
        """Return regex, first items and whether it can be empty, up to a closing bracket."""
        regexes, first, empty = [], set[str](), False
        while True:
            regex, starts, nothing = self._sequence()
            regexes.append(regex)
            first |= starts
            empty |= nothing
            if not self.left or self.left[0] != "|":
                return "|".join(regexes), first, empty
            self.left.pop(0)

    def _sequence(self) -> tuple[str, set[str], bool]:
        regexes, first, empty = [], set[str](), True
        while self.left and self.left[0] not in ("|", ")"):
            regex, starts, nothing = self._item()
            regexes.append(regex)
            if empty:
                first |= starts
            empty &= nothing
        return "".join(regexes), first, empty

    def _item(self) -> tuple[str, set[str], bool]:
        part = self.left.pop(0)
        slot = part[:-1] if part.endswith("=") and part[0] != "(" else None
        if slot:
            self.slots.append(slot)
            part = self.left.pop(0)
        looking = part.startswith("(?")
        if part[0] == "(":
            regex, first, empty = self.alternatives()
            if not self.left:
                raise ValueError("a bracket is not closed")
            self.left.pop(0)
            opening = part if looking else "(?:"
            regex = f"{opening}{regex})"
            if looking:
                first, empty = set(), True
        else:
            regex, first, empty = self._characters(part), {part}, False
        if slot:
            regex = f"({regex})"
        if self.left and self.left[0] in ("?", "*", "+"):
            operator = self.left.pop(0)
            regex += operator
            empty |= operator != "+"
        return regex, first, empty

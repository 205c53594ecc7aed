"""Persons of one article: surnames, given names and misspellings to the one they name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter

from newsfacts_actors.found import Found
from newsfacts_actors.kinds import PERSON
from newsfacts_actors.knowledge import Entity, normal, slug

__all__ = ["People", "person"]

_SHORTEST = 5
"""Letters of the shortest surname that is matched in spite of a slip."""

_MOST = 400
"""Surnames; in a list of more, two that differ by a letter are two persons."""


_START = itemgetter(0)


@cache
def _variants() -> dict[str, str]:
    text = files("newsfacts_actors").joinpath("data", "name_variants.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {spelling: first for first, *others in rows for spelling in (first, *others)}


@lru_cache(maxsize=8_000)
def person(name: str) -> Entity:
    """Return the person of no table whom *name* names; its parts in one spelling are the id.

    "Mohamed el-Baradei" and "Mohammed al-Baradei" are `mohammed_al_baradei`.
    """
    variants = _variants()
    ident = "_".join([variants.get(part, part) for part in slug(name).split("_")])
    return Entity(ident or "person", PERSON, name, None)


class People:
    """Knows the persons of one article by every part of their names."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Take the names of the article; full ones introduce persons."""
        self._full: dict[str, Entity] = {}
        self._ends: dict[tuple[str, str], Entity] = {}
        self._first: dict[str, set[Entity]] = {}
        self._spelt: dict[str, tuple[Entity, list[str]]] = {}
        """From each full name to whom it names and what it ends with."""
        self.last: dict[str, list[tuple[int, Entity]]] = {}
        """From the ends of full names to whom they name from which offset on."""
        for one in found:
            if one.type is PERSON and not one.weak:
                self._introduce(one)

    def _introduce(self, one: Found) -> None:
        plain, entity = one.plain, one.entity
        if entity is None and plain in self.last:
            return
        spelt = self._spelt.get(plain)
        if spelt is None or (entity is not None and spelt[0] is not entity):
            parts = plain.split()
            if entity is None and len(parts) == 1:
                return
            spelt = self._spelt[plain] = self._new(one, parts)
        named, ends = spelt
        for end in ends:
            holders = self.last.setdefault(end, [])
            if not holders or holders[-1][1] is not named:
                holders.append((one.start, named))

    def _new(self, one: Found, parts: list[str]) -> tuple[Entity, list[str]]:
        """Return whom a full name names that the article had not yet, and what it ends with."""
        plain, named = one.plain, one.entity
        several = len(parts) > 1
        if named is not None:
            self._full.setdefault(normal(named.name), named)
        elif several:
            named = self._ends.get((parts[0], parts[-1])) or self._full.get(plain)
        if named is None:
            named = person(one.name)
        self._full.setdefault(plain, named)
        if not several:
            return named, []
        self._ends.setdefault((parts[0], parts[-1]), named)
        self._first.setdefault(parts[0], set()).add(named)
        return named, [" ".join(parts[cut:]) for cut in range(1, len(parts))]

    def resolve(self, one: Found) -> Entity | None:
        """Return the person that *one* names, or None if it names none who was introduced."""
        plain = one.plain
        holders = self.last.get(plain)
        if holders is not None:
            before = bisect_right(holders, one.start, key=_START)
            return holders[max(0, before - 1)][1]
        full = self._full.get(plain)
        if full is not None:
            return full
        if " " in plain:
            parts = plain.split()
            return self._ends.get((parts[0], parts[-1]))
        firsts = self._first.get(plain, ())
        if len(firsts) == 1:
            return next(iter(firsts))
        return None

    def misspelt(self, name: str) -> Entity | None:
        """Return the person whose surname is *name* but for one slip ("Petrov" for Petrow)."""
        plain = normal(name)
        size = len(plain)
        if size < _SHORTEST or " " in plain or not 0 < len(self.last) < _MOST:
            return None
        initial = plain[0]
        for last, holders in self.last.items():
            if last[0] != initial or not -1 <= len(last) - size <= 1 or len(last) < _SHORTEST:
                continue
            from rapidfuzz.distance import OSA

            if OSA.distance(last, plain) <= 1:
                return holders[0][1]
        return None

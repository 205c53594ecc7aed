"""Persons of one article: surnames, given names and misspellings to the one they name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import NamedTuple

from newsfacts import ActorType
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Entity, normal, slug

__all__ = ["People", "Person", "person_id"]

_SHORTEST = 5
"""Letters of the shortest surname that is matched in spite of a slip."""

_MOST = 400
"""Surnames; in a list of more, two that differ by a letter are two persons."""


_START = itemgetter(0)


class Person(NamedTuple):
    """Is a person of the article."""

    id: str
    name: str
    country: str | None


@cache
def _variants() -> dict[str, str]:
    text = files("newsfacts_actors").joinpath("data", "name_variants.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {spelling: first for first, *others in rows for spelling in (first, *others)}


def person_id(name: str) -> str:
    """Return the id of a person of no table: the slug of the name in one spelling of its parts.

    "Mohamed el-Baradei" and "Mohammed al-Baradei" are `mohammed_al_baradei`.
    """
    variants = _variants()
    return "_".join(variants.get(part, part) for part in slug(name).split("_")) or "person"


class People:
    """Knows the persons of one article by every part of their names."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Take the names of the article; full ones introduce persons."""
        self._full: dict[str, Person] = {}
        self._ends: dict[tuple[str, str], Person] = {}
        self._last: dict[str, list[tuple[int, Person]]] = {}
        self._first: dict[str, set[Person]] = {}
        for one in found:
            if one.type is ActorType.PERSON and not one.weak:
                self._introduce(one)

    def _introduce(self, one: Found) -> None:
        plain = one.plain
        parts = plain.split()
        if one.entity is not None:
            self._full.setdefault(normal(one.entity.name), _known(one.entity))
            person = _known(one.entity)
        elif len(parts) > 1:
            person = (
                self._ends.get((parts[0], parts[-1]))
                or self._full.get(plain)
                or Person(person_id(one.name), one.name, None)
            )
        else:
            return
        if plain in self._last and one.entity is None:
            return
        if len(parts) > 1 or one.entity is not None:
            self._full.setdefault(plain, person)
        if len(parts) < 2:  # noqa: PLR2004
            return
        self._ends.setdefault((parts[0], parts[-1]), person)
        self._first.setdefault(parts[0], set()).add(person)
        for cut in range(1, len(parts)):
            self._last.setdefault(" ".join(parts[cut:]), []).append((one.start, person))

    def resolve(self, one: Found) -> Person | None:
        """Return the person that *one* names, or None if it names none who was introduced."""
        plain = one.plain
        holders = self._last.get(plain)
        if holders is not None:
            before = bisect_right(holders, one.start, key=_START)
            return holders[max(0, before - 1)][1]
        full = self._full.get(plain)
        if full is not None:
            return full
        parts = plain.split()
        if len(parts) > 1:
            return self._ends.get((parts[0], parts[-1]))
        firsts = self._first.get(plain, set())
        if len(firsts) == 1:
            return next(iter(firsts))
        return None

    def __contains__(self, name: str) -> bool:
        """Tell whether the article gives *name*, in normal form, in full."""
        return name in self._full

    def bears(self, name: str) -> bool:
        """Tell whether a person of the article has *name*, in normal form, as the end of his."""
        return name in self._last

    def misspelt(self, name: str) -> Person | None:
        """Return the person whose surname is *name* but for one slip ("Petrov" for Petrow)."""
        plain = normal(name)
        if len(plain) < _SHORTEST or " " in plain or not 0 < len(self._last) < _MOST:
            return None
        from rapidfuzz.distance import OSA

        for last, holders in self._last.items():
            close = last[0] == plain[0] and abs(len(last) - len(plain)) <= 1
            if close and len(last) >= _SHORTEST and OSA.distance(last, plain) <= 1:
                return holders[0][1]
        return None


def _known(entity: Entity) -> Person:
    return Person(entity.id, entity.name, entity.country)

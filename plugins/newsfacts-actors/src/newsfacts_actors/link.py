"""Who the names are: surnames to persons, acronyms to bodies, misspellings to the right spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts import ActorType, MentionForm

from newsfacts_actors.knowledge import normal, slug
from newsfacts_actors.found import Found

__all__ = ["Identified", "link"]


class Identified(NamedTuple):
    """Is a mention with the actor it names."""

    start: int
    end: int
    actor: str
    name: str
    type: ActorType
    country: str | None
    form: MentionForm
    rule: str
    role: str | None = None


_SURE = frozenset({"title", "given_name", "age", "particle", "speaker", "shape"})
_METONYM = re.compile(
    r" (?:repeatedly |again |now |also |has |had |would |will |should |must )*(?:regime|government|administration|authorities|said|says|to stop|to halt"
    r"|(?:has|had|have|is|was|would|will|should|must|wants|sees|insists|\w{3,}ed)\b)|[’']s (?!east|west|north|south|city|suburb|street|outskirts)"
    r"| and (?:\w+ ){0,3}(?:have|governments|are|were)\b"
)
_PLACED = re.compile(r"\b(?:in|at|near|from|to|around|outside|into|capital|city|of|capital,)\s+\Z")
_TAKES = re.compile(r"\b(?:ordered|urged|accus\w+|by|ally|allies|told|with|between|against|warned|asked|pressed|called on|blam\w+)\s+\Z")


def link(text: str, found: Sequence[Found]) -> Iterator[Identified]:
    """Yield the mentions of *found* with their actors, in the order of the text."""
    people = _People(found)
    bodies = _Bodies(text, found)
    for one in found:
        entity = one.entity
        if entity is not None and one.seat:
            stands = _stands_for_government(text, one)
            name = text[one.start : one.end]
            if stands:
                yield Identified(one.start, one.end, entity.id, entity.name, entity.type, entity.country, MentionForm.METONYM, "metonym")
            else:
                yield Identified(one.start, one.end, slug(name), name, ActorType.PLACE, entity.country, MentionForm.NAME, one.rule)
            continue
        if entity is not None:
            yield Identified(one.start, one.end, entity.id, entity.name, entity.type, entity.country, one.form, one.rule)
            continue
        person = people.resolve(one)
        if person is not None:
            yield Identified(one.start, one.end, slug(person), person, ActorType.PERSON, None, one.form, one.rule)
            continue
        if one.weak:
            continue
        ident, name = bodies.resolve(one)
        yield Identified(one.start, one.end, ident, name, one.type, None, one.form, one.rule)


def _stands_for_government(text: str, one: Found) -> bool:
    """Tell "Tel Aviv violated them" from "in Tel Aviv"."""
    before = text[max(0, one.start - 24) : one.start]
    if _TAKES.search(before):
        return True
    if _PLACED.search(before):
        return False
    return _METONYM.match(text, one.end) is not None


class _People:
    """Knows the persons of one article by their full names and by their last ones."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.full: dict[str, str] = {}
        self.last: dict[str, str] = {}
        for one in found:
            if one.type is ActorType.PERSON and not one.weak:
                name = one.name
                plain = normal(name)
                if " " in plain:
                    self.full.setdefault(plain, name)
                    parts = plain.split()
                    for cut in range(1, len(parts)):
                        self.last.setdefault(" ".join(parts[cut:]), name)

    def resolve(self, one: Found) -> str | None:
        """Return the full name of the person that *one* names, or None if it names no person."""
        plain = normal(one.name)
        if plain in self.full:
            return self.full[plain]
        if plain in self.last:
            return self.last[plain]
        if one.type is ActorType.PERSON and " " in plain:
            return one.name
        near = self._misspelt(plain)
        if near is not None:
            return near
        if one.type is ActorType.PERSON and not one.weak:
            return one.name
        return None

    def _misspelt(self, plain: str) -> str | None:
        """Return the person whose last name *plain* is but for one slip ("Bardan" for Badran)."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where a name is left over

        if len(plain) < 5 or " " in plain:  # noqa: PLR2004
            return None
        for last, name in self.last.items():
            if len(last) > 4 and last[0] == plain[0] and OSA.distance(last, plain, score_cutoff=1) <= 1:  # noqa: PLR2004
                return name
        return None


class _Bodies:
    """Knows the organisations of one article, and what possessor a bare one belongs to."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self.text = text
        self.before = {two.start: one for one, two in zip(found, found[1:], strict=False)}

    def resolve(self, one: Found) -> tuple[str, str]:
        """Return id and name of the body."""
        owner = self.before.get(one.start)
        if owner is not None and owner.entity is not None:
            between = normal(self.text[owner.end : one.start])
            if between in ("'s ", "' ", " "):
                return f"{owner.entity.id}_{slug(one.name)}", one.name
        return slug(one.name) or "name", one.name

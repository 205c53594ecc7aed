"""Who the names are: each name to its actor, whatever form it has in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import ActorType, MentionForm
from newsfacts.lazy import lazy
from newsfacts_actors.bodies import Bodies
from newsfacts_actors.found import Found, make
from newsfacts_actors.kinds import (
    DEMONYM,
    METONYM,
    NAME,
    ORGANISATION,
    PERSON,
    PLACE,
    POPULATION,
    STATE,
)
from newsfacts_actors.knowledge import Entity, Knowledge, Words, slug
from newsfacts_actors.people import People, person
from newsfacts_actors.seats import stands_for_government

__all__ = ["Identified", "link"]

_ACTS = re.compile(
    r"['’]s\b|,| (?:\w+ed|said|says|told|has|had|was|is|will|would|also|who|then|later)\b"
)
_HOMONYMS = {"georgia": ("USA", "georgia_us")}
"""States that share a name with a part of another: the code of that other, and the part's id."""
_ALONE = frozenset((STATE, POPULATION, PLACE))
"""What the rest of the article says nothing about."""


class Identified(NamedTuple):
    """Is a mention with the actor it names."""

    start: int
    end: int
    who: Entity
    form: MentionForm
    rule: str


def link(text: str, found: Sequence[Found], known: Knowledge, lexicon: Words) -> list[Identified]:
    """Return the mentions of *found* with their actors, in the order of the text."""
    linker = _Linker(text, found, known, lexicon)
    surnames = linker.people.last
    place = PLACE
    mentions = []
    for one in found:
        start, end, _, plain, kind, form, rule, entity, seat, weak = one
        who = entity
        if entity is None or weak or kind not in _ALONE or (kind is place and plain in surnames):
            who = linker.identify(one)
        if who is None:
            continue
        if who is entity:
            if seat and kind is not PERSON:
                who, form, rule = linker.seat(one, who)
            elif who.id in _HOMONYMS:
                who = linker.homonym(who)
        mentions.append(make(Identified, (start, end, who, form, rule)))
    return mentions


class _Linker:
    """Links the names of one article."""

    def __init__(self, text: str, found: Sequence[Found], known: Knowledge, lexicon: Words) -> None:
        self.text = text
        self.found = found
        self.common = lexicon.common
        self.people = People(found)
        self.bodies = Bodies(text, found, known, lexicon)

    @lazy
    def sure(self) -> dict[str, ActorType]:
        """What the names are that are beyond doubt, by `_key`."""
        return {_key(one): one.type for one in self.found if not one.weak}

    def identify(self, one: Found) -> Entity | None:
        """Return the actor that *one* names, None if it is no name after all."""
        entity, kind = one.entity, one.type
        if entity is None:
            body = self.bodies.short(one)
            if body is not None and one.plain not in self.people.last:
                return body
        if kind is PERSON or (kind is PLACE and self._surname(one)):
            return self._person(one)
        if entity is not None:
            if one.weak and _key(one) not in self.sure:
                return None
            return entity if one.seat or entity.type in _ALONE else self._body(one)
        named = self.people.resolve(one)
        if named is None and " " not in one.name and one.rule in ("shape", "speaker", "place"):
            named = self.people.misspelt(one.name)
        if named is not None and (not one.weak or self._acts(one)):
            return named
        if one.weak:
            sure = self.sure.get(_key(one))
            if sure is None:
                return None
            one = one._replace(type=sure)
        return self._body(one)

    def _surname(self, one: Found) -> bool:
        """Tell whether a place's name is a person's surname in this article."""
        known = one.entity is not None and one.plain in self.people.last
        return known and " " not in one.name

    def _acts(self, one: Found) -> bool:
        """Tell whether what follows a doubtful surname shows that it is one: "Price said"."""
        before = self.text[max(0, one.start - 2) : one.start]
        if one.plain.lower() not in self.common or before[:1].islower() or before == ", ":
            return True
        return _ACTS.match(self.text, one.end) is not None

    def _person(self, one: Found) -> Entity | None:
        """Return the person that a name is."""
        named = self.people.resolve(one)
        entity = one.entity
        if one.weak and _key(one) not in self.sure:
            if named is None or entity is not None or not self._acts(one):
                return None
        elif one.weak and named is None:
            return None
        if named is not None:
            return named
        if entity is not None and entity.type is PERSON:
            return entity
        return self.people.misspelt(one.name) or person(one.name)

    def seat(self, one: Found, state: Entity) -> tuple[Entity, MentionForm, str]:
        """Return what a seat of power stands for, in which form: its state, or the city itself."""
        if stands_for_government(self.text, one.start, one.end):
            return state, METONYM, "metonym"
        city = Entity(slug(one.name), PLACE, one.name, state.country)
        return city, NAME, one.rule

    def homonym(self, state: Entity) -> Entity:
        """Return *state*, or the part of another of the same name if the article is about that."""
        code, part = _HOMONYMS[state.id]
        for one in self.found:
            if one.form is DEMONYM and one.entity and one.entity.id == state.id:
                return state
        for one in self.found:
            if one.type is PLACE and one.entity and one.entity.country == code:
                return Entity(part, PLACE, state.name, code)
        return state

    def _body(self, one: Found) -> Entity:
        body = self.bodies.resolve(one)
        told = one.entity is not None or one.type in (ORGANISATION, body.type)
        return body if told else body._replace(type=one.type)


def _key(one: Found) -> str:
    return one.entity.id if one.entity is not None else one.plain

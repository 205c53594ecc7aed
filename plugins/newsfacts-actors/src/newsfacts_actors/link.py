"""Who the names are: each name to its actor, whatever form it has in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfacts import ActorType, MentionForm
from newsfacts_actors.bodies import Bodies, Body
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Entity, Knowledge, Words, slug
from newsfacts_actors.people import People, Person, person_id
from newsfacts_actors.seats import stands_for_government

__all__ = ["Identified", "link"]

_ACTS = re.compile(
    r"['’]s\b|,| (?:\w+ed|said|says|told|has|had|was|is|will|would|also|who|then|later)\b"
)
_HOMONYMS = {"georgia": ("USA", "georgia_us")}
"""States that share a name with a part of another: the code of that other, and the part's id."""
_ALONE = frozenset((ActorType.STATE, ActorType.POPULATION, ActorType.PLACE))
"""What the rest of the article says nothing about."""


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


def link(
    text: str, found: Sequence[Found], known: Knowledge, lexicon: Words
) -> Iterator[Identified]:
    """Yield the mentions of *found* with their actors, in the order of the text."""
    linker = _Linker(text, found, known, lexicon)
    for one in found:
        mention = linker.identify(one)
        if mention is not None:
            yield mention


class _Linker:
    """Links the names of one article."""

    def __init__(self, text: str, found: Sequence[Found], known: Knowledge, lexicon: Words) -> None:
        self.text = text
        self.common = lexicon.common
        self.people = People(found)
        self.bodies = Bodies(text, found, known, lexicon)
        self.sure = {_key(one): one.type for one in found if not one.weak}
        self.countries = {
            one.entity.country for one in found if one.type is ActorType.PLACE and one.entity
        }
        self.stated = {
            one.entity.id for one in found if one.form is MentionForm.DEMONYM and one.entity
        }

    def identify(self, one: Found) -> Identified | None:
        """Return the mention that *one* is, None if it is no name after all."""
        entity = one.entity
        if entity is None:
            body = self.bodies.short(one)
            if body is not None and not self.people.bears(one.plain):
                return _identified(one, body.id, body.name, body.type, body.country)
        if one.type is ActorType.PERSON or (one.type is ActorType.PLACE and self._surname(one)):
            return self._person(one)
        if entity is not None:
            return self._known(one, entity)
        person = self.people.resolve(one)
        if person is None and " " not in one.name and one.rule in ("shape", "speaker", "place"):
            person = self.people.misspelt(one.name)
        if person is not None and (not one.weak or self._acts(one)):
            return _identified(one, person.id, person.name, ActorType.PERSON, person.country)
        if one.weak:
            kind = self.sure.get(_key(one))
            if kind is None:
                return None
            one = one._replace(type=kind)
        return self._body(one, self.bodies.resolve(one))

    def _surname(self, one: Found) -> bool:
        """Tell whether a place's name is a person's surname in this article."""
        return one.entity is not None and self.people.bears(one.plain) and " " not in one.name

    def _acts(self, one: Found) -> bool:
        """Tell whether what follows a doubtful surname shows that it is one: "Price said"."""
        before = self.text[max(0, one.start - 2) : one.start]
        if one.plain.lower() not in self.common or before[:1].islower() or before == ", ":
            return True
        return _ACTS.match(self.text, one.end) is not None

    def _person(self, one: Found) -> Identified | None:
        """Return the person that a name is."""
        person = self.people.resolve(one)
        entity = one.entity
        if one.weak and (person is None or (_key(one) not in self.sure and not self._acts(one))):
            return None
        if one.weak and entity is not None and _key(one) not in self.sure:
            return None
        if person is None:
            person = (
                Person(entity.id, entity.name, entity.country)
                if entity is not None and entity.type is ActorType.PERSON
                else self.people.misspelt(one.name)
            ) or Person(person_id(one.name), one.name, None)
        return _identified(one, person.id, person.name, ActorType.PERSON, person.country)

    def _known(self, one: Found, entity: Entity) -> Identified | None:
        """Return the actor of the tables that a name is."""
        if one.weak and _key(one) not in self.sure:
            return None
        if one.seat:
            if stands_for_government(self.text, one.start, one.end):
                found = one._replace(form=MentionForm.METONYM, rule="metonym")
                return _identified(found, entity.id, entity.name, entity.type, entity.country)
            found = one._replace(form=MentionForm.NAME)
            name = one.name
            return _identified(found, slug(name), name, ActorType.PLACE, entity.country)
        if entity.id in _HOMONYMS:
            code, part = _HOMONYMS[entity.id]
            if entity.id not in self.stated and code in self.countries:
                return _identified(one, part, entity.name, ActorType.PLACE, code)
        if entity.type in _ALONE:
            return _identified(one, entity.id, entity.name, entity.type, entity.country)
        return self._body(one, self.bodies.resolve(one))

    def _body(self, one: Found, body: Body) -> Identified:
        kind = (
            body.type if one.entity is not None or one.type is ActorType.ORGANISATION else one.type
        )
        return _identified(one, body.id, body.name, kind, body.country)


def _key(one: Found) -> str:
    return one.entity.id if one.entity is not None else one.plain


def _identified(
    one: Found, actor: str, name: str, kind: ActorType, country: str | None
) -> Identified:
    return Identified(one.start, one.end, actor, name, kind, country, one.form, one.rule)

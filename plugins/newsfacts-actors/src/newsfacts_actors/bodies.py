"""Organisations of one article: acronyms it defines, owners of bare names, ambiguous acronyms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import ActorType
from newsfacts.lazy import lazy
from newsfacts_actors.found import Found
from newsfacts_actors.kinds import ORGANISATION, PERSON, PLACE, POPULATION, STATE
from newsfacts_actors.knowledge import Entity, Knowledge, Words, normal, slug

__all__ = ["Bodies"]

_DEFINES = re.compile(r" \((?:the |or )?([A-Z][A-Za-z0-9-]{1,11})\)|, or ([A-Z]{2,8})\b")
_DEFINED = (" (", ", or ")
"""With which what it finds begins."""
_OWNS = frozenset(("'s ", "' ", " "))
_FEW = 4
"""Code points, more than any of them has."""
_STATE = frozenset((ActorType.GOVERNMENT_BODY, ActorType.MILITARY, ActorType.POLICE, ORGANISATION))


_TOLD = frozenset(("title", "given_name", "age"))
"""Rules by which a name is surely a person's."""
_UNSHORTENED = frozenset((STATE, PLACE, POPULATION))


def _abbreviates(acronym: str, name: str) -> bool:
    """Tell whether the letters of *acronym* stand in *name* in order, the first one first."""
    letters = iter(name.lower())
    return (
        sum(map(str.isupper, acronym)) > 1
        and acronym[0].lower() in {word[0].lower() for word in name.split()}
        and all(letter in letters for letter in acronym.lower() if letter.isalpha())
    )


class Bodies:
    """Knows the organisations of one article."""

    def __init__(self, text: str, found: Sequence[Found], known: Knowledge, lexicon: Words) -> None:
        """Take the names of the article, in order."""
        self._found = found
        self._known = known
        self._lexicon = lexicon
        self._owners: dict[int, Entity] = {}
        self._owned: dict[str, set[Entity]] = {}
        self._defined: dict[str, Entity] = {}
        self._short: dict[str, Entity] = {}
        by_form = [at for at, one in enumerate(found) if one.rule == "organisation"]
        for at in by_form:
            if at > 0:
                self._own(text, found[at - 1], found[at])
        defining = [at for at, one in enumerate(found) if text.startswith(_DEFINED, one.end)]
        for at in sorted({*by_form, *defining}):
            if found[at].type is not PERSON:
                self._introduce(text, found[at])

    def _own(self, text: str, owner: Found, one: Found) -> None:
        """Take note of the owner of a body, if it stands right before it: "Egypt's Senate"."""
        entity, gap = owner.entity, text[owner.end : one.start]
        if entity is not None and len(gap) < _FEW and normal(gap) in _OWNS:
            self._owners[one.start] = entity

    def _introduce(self, text: str, one: Found) -> None:
        """Take note of the acronym that the article defines, and of a body by its form."""
        match = _DEFINES.match(text, one.end)
        acronym = (match[1] or match[2]) if match else None
        if acronym and one.type not in _UNSHORTENED and _abbreviates(acronym, one.plain):
            self._defined.setdefault(normal(acronym), self.resolve(one))
        if one.rule == "organisation":
            body = self.resolve(one)
            self._shorten(one, body)
            if body.country:
                self._owned.setdefault(body.id.partition("_")[2], set()).add(body)

    @lazy
    def _present(self) -> set[str]:
        """The ids of the actors of the tables that the article surely names."""
        return {one.entity.id for one in self._found if one.entity and not one.weak}

    @lazy
    def _countries(self) -> set[str]:
        """The countries that the article names otherwise than by a bare "Senate"."""
        return {
            one.entity.country
            for one in self._found
            if one.entity
            and one.entity.country
            and (one.entity.type not in _STATE or one.plain not in self._known.names)
        }

    def _shorten(self, one: Found, body: Entity) -> None:
        """Let the first word of a company's name stand for it: "Kellner" for "Kellner Foods"."""
        first, _, rest = one.plain.partition(" ")
        if (
            body.type is ORGANISATION
            and rest in self._lexicon.organisation_heads
            and first.lower() not in self._lexicon.common
            and first not in self._known.names
        ):
            self._short.setdefault(first, body)

    def short(self, one: Found) -> Entity | None:
        """Return the body for which a name of one word stands, None if it stands for none."""
        body = self._short.get(one.plain)
        return None if one.rule in _TOLD else body

    def resolve(self, one: Found) -> Entity:
        """Return the body that *one* names."""
        defined = self._defined.get(one.plain)
        surface = one.name
        if defined is not None:
            return defined
        if one.entity is not None:
            entity = self._choose(one.entity, one.plain)
            if not self._foreign(entity, one.plain):
                return entity
            owned = self._owned.get(slug(surface), set())
            if len(owned) == 1:
                return next(iter(owned))
            return Entity(slug(surface), entity.type, surface, None)
        name, by_form = slug(surface) or "name", one.rule == "organisation"
        owner = self._owners.get(one.start) if by_form else None
        if owner is not None:
            ident = f"{self._adjective(owner)}_{name}"
            return Entity(ident, one.type, surface, owner.country)
        code = self._known.demonyms.get(one.plain.partition(" ")[0])
        if code is None and by_form:
            candidates = self._owned.get(name, ())
            if len(candidates) == 1:
                return next(iter(candidates))
        return Entity(name, one.type, surface, code)

    def _adjective(self, owner: Entity) -> str:
        """Return what stands for the owner in an id: "egyptian" for Egypt, else its own id."""
        if owner.type is not STATE or owner.country is None:
            return owner.id
        adjective = self._known.adjectives.get(owner.country)
        return slug(adjective) if adjective else owner.id

    def _foreign(self, entity: Entity, name: str) -> bool:
        """Tell whether a bare "Senate" is not that of the tables, whose state is never named."""
        return (
            entity.type is ActorType.GOVERNMENT_BODY
            and bool(self._countries)
            and entity.country not in self._countries
            and all(self._generic(word) for word in name.split())
        )

    def _generic(self, word: str) -> bool:
        """Tell whether *word* is found in the names of bodies of any state."""
        lexicon = self._lexicon
        return (
            word in lexicon.organisation_heads
            or word in lexicon.portfolios
            or word.lower() in lexicon.common
        )

    def _choose(self, entity: Entity, surface: str) -> Entity:
        """Return which of the bodies of one acronym the article is about."""
        rivals = self._known.rivals.get(surface)
        if rivals is None:
            return entity
        for rival in rivals:
            if rival.id in self._present and rival is not entity:
                return rival
        for rival in (entity, *rivals):
            if rival.country in self._countries:
                return rival
        return entity

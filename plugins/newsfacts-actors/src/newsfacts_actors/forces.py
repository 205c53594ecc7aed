"""What belongs to a state or people and bears its name: "Israeli army", "Amhara region"."""

from __future__ import annotations

import re
from functools import cache

from newsfacts import ActorType
from newsfacts_actors.found import Found
from newsfacts_actors.kinds import NAME, PLACE, POPULATION, STATE
from newsfacts_actors.knowledge import Entity, Knowledge, Words, lists, normal, slug

__all__ = ["enlarged"]

_FORCES = {
    "army": ActorType.MILITARY,
    "military": ActorType.MILITARY,
    "police": ActorType.POLICE,
    "body": ActorType.GOVERNMENT_BODY,
}

_BEFORE = frozenset(" \u00a0'’")


@cache
def _force() -> re.Pattern[str]:
    """Return what makes one name with a state before it: "army", "foreign ministry"."""
    forces = lists()["forces"]
    words = {key: "|".join(text.split()).replace("_", " ") for key, text in forces.items()}
    return re.compile(
        rf"(?:['’]s?)?[ \u00a0](?P<what>(?P<army>{words['army']})"
        rf"|(?P<police>{words['police']})"
        rf"|(?P<military>military)(?![ -](?:{words['deeds']})\b)"
        rf"|(?P<body>(?:{words['portfolios']}) ministry|{words['bodies']}))\b"
    )


def enlarged(found: Found, text: str, known: Knowledge, lexicon: Words) -> Found:
    """Return a known name with the force or body, or as the region, that what follows makes it.

    "Israeli" before "army" is one name with it, and so is "Israel's", under one id; "Amhara" before
    "region" is the region.
    """
    entity = found.entity
    if entity is None or text[found.end : found.end + 1] not in _BEFORE:
        return found
    if entity.type is POPULATION:
        found = _region(found, text, known, lexicon)
    force = None if found.seat else _force().match(text, found.end)
    if force is None:
        return found
    end = force.end()
    name = text[found.start : end]
    plain = normal(name)
    adjective = found.plain
    if entity.type is STATE and entity.country:
        adjective = known.adjectives.get(entity.country, adjective)
    common = f"{adjective} {force['what']}"
    meaning = known.names.get(common) or known.names.get(plain)
    kind = _FORCES[next(kind for kind in _FORCES if force[kind])]
    ident = slug(common).replace("defense", "defence")
    body = meaning.entity if meaning else Entity(ident, kind, name, entity.country)
    return Found(found.start, end, name, plain, body.type, NAME, "force", body)


def _region(found: Found, text: str, known: Knowledge, lexicon: Words) -> Found:
    """Return the place that bears the name of a people where "region" or the like follows."""
    following = text[found.end : found.end + 20].split(" ", 2)
    if len(following) > 1 and following[1].strip(".,;") in lexicon.place_after:
        for rival in known.rivals.get(found.plain, ()):
            if rival.type is PLACE:
                return found._replace(entity=rival, type=rival.type, form=NAME)
    return found

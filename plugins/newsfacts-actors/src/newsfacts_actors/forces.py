"""What belongs to a state or people and bears its name: "Israeli army", "Amhara region"."""

from __future__ import annotations

import re
from functools import cache

from newsfacts import ActorType, MentionForm
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Entity, Knowledge, Words, lists, normal, slug

__all__ = ["enlarged"]

_FORCES = {
    "army": ActorType.MILITARY,
    "military": ActorType.MILITARY,
    "police": ActorType.POLICE,
    "body": ActorType.GOVERNMENT_BODY,
}


@cache
def _force() -> re.Pattern[str]:
    """Return what makes one name with a nationality before it: "army", "foreign ministry"."""
    deeds = "|".join(lists()["forces"]["deeds"].split())
    return re.compile(
        r"[ \u00a0](?:(?P<army>army|navy|air force|armed forces"
        r"|(?:coast|national|border) guard)"
        r"|(?P<police>police|gendarmerie)"
        rf"|(?P<military>military)(?![ -](?:{deeds})\b)"
        r"|(?P<body>(?:foreign|defen[cs]e|interior|health|finance|justice|energy|education|oil"
        r"|information) ministry|parliament|supreme court|central bank|embassy|consulate))\b"
    )


def enlarged(found: Found, text: str, known: Knowledge, lexicon: Words) -> Found:
    """Return a known name with the force or body, or as the region, that what follows makes it.

    "Israeli" before "army" is one name with it; "Amhara" before "region" is the region.
    """
    entity = found.entity
    if entity is None or not text.startswith((" ", "\u00a0"), found.end):
        return found
    if entity.type is ActorType.POPULATION:
        found = _region(found, text, known, lexicon)
    force = None if found.seat else _force().match(text, found.end)
    if force is None:
        return found
    end = force.end()
    name = text[found.start : end]
    plain = normal(name)
    meaning = known.names.get(plain)
    kind = _FORCES[force.lastgroup or "body"]
    body = meaning.entity if meaning else Entity(slug(name), kind, name, entity.country)
    return Found(found.start, end, name, plain, body.type, MentionForm.NAME, "force", body)


def _region(found: Found, text: str, known: Knowledge, lexicon: Words) -> Found:
    """Return the place that bears the name of a people where "region" or the like follows."""
    following = text[found.end : found.end + 20].split(" ", 2)
    if len(following) > 1 and following[1].strip(".,;") in lexicon.place_after:
        for rival in known.rivals.get(found.plain, ()):
            if rival.type is ActorType.PLACE:
                return found._replace(entity=rival, type=rival.type, form=MentionForm.NAME)
    return found

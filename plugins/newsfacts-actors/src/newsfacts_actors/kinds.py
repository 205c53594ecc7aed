"""Types of actors and forms of mentions as plain names, for the rules that ask at every name.

An enum's member costs five times as much to look up in Python 3.11, which asks its class first.
"""

from __future__ import annotations

from typing import Final

from newsfacts import ActorType, MentionForm

__all__ = [
    "DEMONYM",
    "MEDIA",
    "METONYM",
    "NAME",
    "NOMINAL",
    "ORGANISATION",
    "OTHER",
    "PERSON",
    "PLACE",
    "POPULATION",
    "PRONOUN",
    "STATE",
    "TITLE",
]

PERSON: Final = ActorType.PERSON
STATE: Final = ActorType.STATE
ORGANISATION: Final = ActorType.ORGANISATION
POPULATION: Final = ActorType.POPULATION
MEDIA: Final = ActorType.MEDIA
PLACE: Final = ActorType.PLACE
OTHER: Final = ActorType.OTHER

NAME: Final = MentionForm.NAME
DEMONYM: Final = MentionForm.DEMONYM
TITLE: Final = MentionForm.TITLE
METONYM: Final = MentionForm.METONYM
NOMINAL: Final = MentionForm.NOMINAL
PRONOUN: Final = MentionForm.PRONOUN

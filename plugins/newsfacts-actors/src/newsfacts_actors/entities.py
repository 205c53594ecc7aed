"""Entities that the user's own spaCy pipeline found: they fill the gaps that the rules leave."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsfacts import ActorType, MentionForm
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import normal

if TYPE_CHECKING:  # spaCy is imported by whoever brings a pipeline
    from spacy.tokens import Doc

__all__ = ["with_entities"]

_TYPES = {
    "PERSON": ActorType.PERSON,
    "PER": ActorType.PERSON,
    "ORG": ActorType.ORGANISATION,
    "NORP": ActorType.POPULATION,
    "GPE": ActorType.PLACE,
    "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE,
}
"""What the labels of OntoNotes and WikiNER pipelines mean here."""


def with_entities(found: Sequence[Found], doc: Doc) -> list[Found]:
    """Return *found* and the entities of *doc* that overlap none of it, in order.

    A name whose type the rules could not tell takes the type of the entity of the same span; a
    doubtful one is no longer so.
    """
    merged = {one.start: one for one in found}
    starts = [one.start for one in found]
    for entity in doc.ents:
        kind = _TYPES.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start_char, entity.end_char
        at = bisect_left(starts, end)
        beside = [one for one in found[max(0, at - 8) : at] if one.end > start]
        if not beside:
            merged[start] = Found(
                start, end, entity.text, normal(entity.text), kind, MentionForm.NAME, "spacy"
            )
        elif (beside[0].start, beside[0].end) == (start, end) and beside[0].entity is None:
            one = beside[0]
            kind = kind if one.type is ActorType.OTHER or one.weak else one.type
            merged[start] = one._replace(type=kind, weak=False)
    return [merged[start] for start in sorted(merged)]

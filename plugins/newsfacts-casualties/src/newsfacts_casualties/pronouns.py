"""Whom a pronoun after an effect word takes up: "fired at Ann Lee, killing her"."""

from __future__ import annotations

from newsfacts_casualties.effects import Hit
from newsfacts_casualties.people import People, Phrase

__all__ = ["antecedent"]

_RELATIVES = frozenset(("who", "whose", "whom"))
_AIMING = frozenset(("at", "on", "upon", "into", "over"))
"""Before whom somebody fires at, or falls on."""


def antecedent(people: People, hit: Hit, start: int) -> Phrase | None:
    """Return the phrase that the pronoun after *hit* takes up, None where none agrees with it.

    It is the object before, of a verb or of "fired at", and nobody of whom a clause only tells.

    Args:
        people: who is named where.
        hit: the effect word, a participle with a pronoun after it.
        start: index of the first token of its sentence.
    """
    syntax = people.syntax
    lower = syntax.tokens.lower
    found: Phrase | None = None
    for phrase in syntax.noun_phrases(start, hit.start):
        before = lower[phrase[0] - 1] if phrase[0] > start else ""
        if before not in _AIMING and (not before or syntax.tag(phrase[0] - 1) != "VERB"):
            continue
        described = found and not _RELATIVES.isdisjoint(lower[found[1] : phrase[0]])
        if people.could_be(phrase) and not described:
            found = phrase
    if found is None:
        return None
    one = lower[hit.end] != "them"
    return found if people.is_one(found) is one else None

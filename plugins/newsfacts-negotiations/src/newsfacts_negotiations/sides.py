"""The sides of an act: a premier stands for his state, a spokesman for his movement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts import ActorType, Party
from newsfacts.dossier import Located
from newsfacts_negotiations.claims import NegotiationClaim, NegotiationEvent

__all__ = ["mediators_of", "name_of", "pair_of", "sides_of", "venue_of"]

One = Located[NegotiationClaim]

_ARMS = (ActorType.MILITARY, ActorType.POLICE, ActorType.GOVERNMENT_BODY)
_ONE_SIDED = (
    NegotiationEvent.CALL,
    NegotiationEvent.ENDORSE,
    NegotiationEvent.THREATEN,
    NegotiationEvent.REJECT,
)
_TWO = 2
_DEPTH = 3
"""Steps from a person over a body to the state or group behind it."""


def sides_of(one: One) -> frozenset[str]:
    """Return whose act it is and towards whom; mediators are no side."""
    claim = one.claim
    return frozenset(_sides(one, (*claim.initiator, *claim.counterpart)))


def pair_of(one: One) -> tuple[str, str] | None:
    """Return the two sides that talk, sorted; None where an act is not between just two.

    A call or a threat is towards somebody, not between two who talk; a mediator is no side.
    """
    claim = one.claim
    if claim.event in _ONE_SIDED:
        return None
    if claim.event is NegotiationEvent.MEDIATE:
        between = list(_sides(one, claim.counterpart))
    elif claim.counterpart:
        between = [
            next(_sides(one, parties), "") for parties in (claim.initiator, claim.counterpart)
        ]
    else:
        between = list(_sides(one, claim.initiator))
    low, high = sorted(between)[:2] if len(set(between)) == len(between) == _TWO else ("", "")
    return (low, high) if low and high else None


def mediators_of(one: One) -> frozenset[str]:
    """Return who mediates: the mediators, and whoever does a mediating act."""
    claim = one.claim
    acting = claim.initiator if claim.event == "mediate" else ()
    return frozenset(_sides(one, (*claim.mediator, *acting)))


def venue_of(one: One) -> str | None:
    """Return where it is, as an actor's id or the text's words."""
    venue = one.claim.venue
    return None if venue is None else str(venue.actor or venue.text.lower())


def name_of(one: One, side: str) -> str:
    """Return the name of a side as its article gives it."""
    actor = one.actor(side)
    return actor.name if actor else side.replace("_", " ").title()


def _sides(one: One, parties: Iterable[Party]) -> Iterator[str]:
    """Yield the sides that *parties* stand for, each once."""
    seen: set[str] = set()
    for party in parties:
        if party.actor is None:
            continue
        side = _side(one, str(party.actor))
        if side is not None and side not in seen:
            seen.add(side)
            yield side


def _side(one: One, actor_id: str) -> str | None:
    """Return the state or group behind an actor, itself where nothing is; None for a place."""
    for _ in range(_DEPTH):
        actor = one.actor(actor_id)
        if actor is None:
            return actor_id
        if actor.type is ActorType.PLACE:
            return None
        if actor.affiliation and actor.type in (ActorType.PERSON, *_ARMS):
            actor_id = str(actor.affiliation)
        elif actor.type in _ARMS and actor.country:
            return _state(one, actor.country) or actor_id
        else:
            return actor_id
    return actor_id


def _state(one: One, country: str) -> str | None:
    for actor in one.actors:
        if actor.type is ActorType.STATE and actor.country == country:
            return str(actor.actor)
    return None

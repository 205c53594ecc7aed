"""What an act leaves to the article: who "the talks" are between, where they are held.

An act may name no parties because the article named them before ("the talks resumed"), or no place
because the sentence gave it to the journey ("flew to Oslo to resume talks"). Such parties are
implied: they bear no offsets. Nothing is implied but what one process told in the article gives.
"""

from __future__ import annotations

import attrs

from newsfacts import Party
from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.beside import Cast
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.triggers import Trait
from newsfacts_negotiations.words import word_list

__all__ = ["complete"]

_PROCESS = frozenset({Event.NEGOTIATE, Event.RESUME, Event.BREAK_OFF, Event.STALL, Event.AGREE})
_JOURNEYS = frozenset({Event.MEET, Event.OFFER})
_FACING = frozenset({Event.DEMAND, Event.OFFER, Event.STALL, Event.VIOLATE, Event.REJECT})
"""Acts of one side that are aimed at the other."""


def complete(acts: list[Act], casts: list[Cast], reading: Syntax) -> None:
    """Fill in the parties and the place that the acts of one article leave to each other."""
    _hosts(acts, casts, reading)
    _same_talks(acts, casts)
    _mediated(acts, casts, reading)
    _aside(acts, casts, reading)
    sides = _sides(acts, casts)
    if sides is None:
        return
    for act, cast in zip(acts, casts, strict=True):
        if act.event in _PROCESS and not cast.initiator and not cast.counterpart:
            if _anaphoric(act, reading):
                cast.initiator += sides
        elif act.event in _FACING and cast.initiator and not cast.counterpart:
            other = _other(cast.initiator, sides)
            cast.counterpart += [other] if other is not None else []


def _hosts(acts: list[Act], casts: list[Cast], reading: Syntax) -> None:
    """Hold talks where the journey of the same sentence leads, with who invites as the host."""
    view = reading.tokens
    for index in range(1, len(acts)):
        act, cast = acts[index], casts[index]
        if act.event not in (Event.RESUME, Event.NEGOTIATE) or cast.venue is not None:
            continue
        journey, there = acts[index - 1], casts[index - 1].venue
        if (
            journey.event in _JOURNEYS
            and there is not None
            and view.sentence(journey.head) == view.sentence(act.head)
            and act.group is not None
            and act.group.form == "infinitive"
        ):
            cast.venue = _implied(there)
            hosts = casts[index - 1].initiator if journey.event is Event.OFFER else []
            cast.mediator = cast.mediator or [_implied(host) for host in hosts]


def _same_talks(acts: list[Act], casts: list[Cast]) -> None:
    """Give acts on the very same noun the same parties: "to resume talks that ended in May"."""
    for index in range(1, len(acts)):
        other, known = acts[index - 1], casts[index - 1]
        act, cast = acts[index], casts[index]
        same = act.match.anchor in range(other.match.start, other.match.end)
        if same and act.event in _PROCESS and other.event in _PROCESS:
            cast.initiator = cast.initiator or [_implied(party) for party in known.initiator]
            cast.venue = cast.venue or (_implied(known.venue) if known.venue else None)


def _mediated(acts: list[Act], casts: list[Cast], reading: Syntax) -> None:
    """Let a mediation be between the parties of the talks that its sentence tells."""
    view = reading.tokens
    for index in range(1, len(acts)):
        talks = acts[index - 1]
        if (
            acts[index].event is Event.MEDIATE
            and Trait.SHARED in acts[index].trigger.traits
            and not casts[index].counterpart
            and talks.event in _PROCESS
            and view.sentence(talks.head) == view.sentence(acts[index].head)
        ):
            parties = [*casts[index - 1].initiator, *casts[index - 1].counterpart]
            casts[index].counterpart += [_implied(party) for party in parties]


def _aside(acts: list[Act], casts: list[Cast], reading: Syntax) -> None:
    """Let who is mediating in an aside of the sentence be the mediator of what it goes on to tell.

    "A Fijian envoy, whose country has been mediating, said that both had agreed on a truce."
    """
    view = reading.tokens
    for index in range(1, len(acts)):
        mediation = acts[index - 1]
        if (
            Trait.ASIDE in mediation.trigger.traits
            and mediation.group is not None
            and acts[index].event in _PROCESS
            and not casts[index].mediator
            and view.sentence(mediation.head) == view.sentence(acts[index].head)
        ):
            casts[index].mediator += [_implied(party) for party in casts[index - 1].initiator]


def _implied(party: Party) -> Party:
    """Return *party* as one that is understood, not named there."""
    return attrs.evolve(party, start=None, end=None)


def _sides(acts: list[Act], casts: list[Cast]) -> list[Party] | None:
    """Return the two sides of the article's process, None where it tells of none or of several."""
    found: dict[frozenset[str], list[Party]] = {}
    for act, cast in zip(acts, casts, strict=True):
        if act.event not in _PROCESS and act.event is not Event.MEDIATE:
            continue
        parties = (
            cast.counterpart if act.event is Event.MEDIATE else [*cast.initiator, *cast.counterpart]
        )
        ids = frozenset(party.actor for party in parties if party.actor is not None)
        if len(ids) == 2 and len(parties) == 2:  # noqa: PLR2004 - two sides
            found.setdefault(ids, parties)
    if len(found) != 1:
        return None
    (parties,) = found.values()
    return [_implied(party) for party in parties]


def _anaphoric(act: Act, reading: Syntax) -> bool:
    """Tell whether the act's own words point back: "the talks", "further talks", "the sides"."""
    phrase = reading.noun_phrase(act.match.start)
    first = phrase[0] if phrase else act.start
    return not word_list("pointing").isdisjoint(reading.tokens.lower[max(first - 1, 0) : first + 1])


def _other(initiator: list[Party], sides: list[Party]) -> Party | None:
    """Return the side that faces *initiator*, None where that is no side."""
    ids = {party.actor for party in initiator}
    inside = [party for party in sides if party.actor in ids]
    outside = [party for party in sides if party.actor not in ids]
    return outside[0] if len(inside) == 1 and len(outside) == 1 else None

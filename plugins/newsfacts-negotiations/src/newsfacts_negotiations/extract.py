"""The extractor: finds the acts of an article, reads their roles and facets, makes the claims."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import ActorClaim, DateClaim, StatementClaim
from newsfacts.syntax import Syntax, syntax
from newsfacts.tokens import Tokens
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.beside import Cast
from newsfacts_negotiations.claims import NegotiationClaim, NegotiationEvent
from newsfacts_negotiations.context import complete
from newsfacts_negotiations.facets import codes, directness, extent, phase, topics
from newsfacts_negotiations.finder import find
from newsfacts_negotiations.people import People
from newsfacts_negotiations.reality import reality
from newsfacts_negotiations.roles import Roles
from newsfacts_negotiations.terms import Calendar, terms

__all__ = ["negotiations"]


def negotiations(
    doc: Tokens,
    actors: tuple[ActorClaim, ...] = (),
    dates: tuple[DateClaim, ...] = (),
    statements: tuple[StatementClaim, ...] = (),
) -> Iterator[NegotiationClaim]:
    """Yield the acts of negotiation that the article tells, in the order of the text.

    Args:
        doc: its tokens and sentences.
        actors: who is who, where known; parties then carry actor ids.
        dates: temporal expressions, where known; acts then carry intervals.
        statements: who says what, where known; "we" is then its speaker.
    """
    reading = syntax(doc)
    people = People(reading, actors, statements)
    acts = find(reading, people)
    if not acts:
        return
    roles = Roles(reading, people)
    calendar = Calendar.of(reading, dates)
    made: set[str] = set()
    casts = [roles.cast(act) for act in acts]
    complete(acts, casts, reading)
    for act, cast in zip(acts, casts, strict=True):
        claim = _claim(act, cast, reading, calendar)
        if claim.id not in made:
            made.add(claim.id)
            yield claim


def _claim(act: Act, cast: Cast, reading: Syntax, calendar: Calendar) -> NegotiationClaim:
    """Return the claim that an act makes."""
    view = reading.tokens
    fact = reality(act, reading)
    span = view.span(act.start, act.end)
    _, last = reading.clause(act.head)
    words = view.lower[act.start : max(act.end, last)]
    topic = topics(words)
    cameo, plover = codes(act.event, topic, fact.status)
    agreed = act.event in (NegotiationEvent.AGREE, NegotiationEvent.CEASEFIRE)
    return NegotiationClaim(
        span=span,
        event=act.event,
        status=fact.status,
        negated=fact.negated,
        hedge=view.span(*fact.hedge).text if fact.hedge else None,
        initiator=tuple(cast.initiator),
        counterpart=tuple(cast.counterpart),
        mediator=tuple(cast.mediator),
        venue=cast.venue,
        topic=topic,
        terms=terms(act, reading),
        deadline=calendar.deadline(act, fact.status),
        interval=calendar.interval(span),
        extent=extent(words) if agreed else None,
        directness=directness(view.lower[act.start : act.end]),
        phase=phase(act.event, fact.status),
        cameo=cameo,
        plover=plover,
        rule=act.trigger.name,
    )

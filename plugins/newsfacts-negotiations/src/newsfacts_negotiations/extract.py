"""The extractor: finds the acts of an article, reads who and where, and makes the claims.

One dictionary lookup a token is the gate; patterns are tried only where it opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsfacts import ActorClaim, Article, DateClaim
from newsfacts.tokens import tokens
from newsfacts_negotiations.claims import NegotiationClaim
from newsfacts_negotiations.facets import codes, directness, extent, phase, topics
from newsfacts_negotiations.finder import find
from newsfacts_negotiations.roles import Roles

__all__ = ["negotiations"]


def negotiations(
    article: Article,  # noqa: ARG001 - read once intervals are
    doc: Doc,
    actors: tuple[ActorClaim, ...] = (),
    dates: tuple[DateClaim, ...] = (),  # noqa: ARG001 - read once intervals are
) -> Iterator[NegotiationClaim]:
    """Yield the acts of negotiation that the article tells, in the order of the text.

    Args:
        article: the article.
        doc: its tokens and sentences.
        actors: who is who, where known; parties then carry actor ids.
        dates: temporal expressions, where known; acts then carry intervals.
    """
    view = tokens(doc)
    roles = Roles.of(view, actors)
    seen: set[tuple[int, int, str]] = set()
    for act in find(view):
        span = view.span(act.start, act.end)
        key = (span.start, span.end, act.trigger.event)
        if key in seen:
            continue
        seen.add(key)
        cast = roles.cast(act)
        about = act.reading.clause(act.start)
        words = view.lower[act.start : about[1]]
        topic = topics(words)
        cameo, plover = codes(act.trigger.event, topic, act.status)
        yield NegotiationClaim(
            span=span,
            event=act.trigger.event,
            status=act.status,
            negated=act.negated,
            initiator=cast.initiator,
            counterpart=cast.counterpart,
            mediator=cast.mediator,
            venue=cast.venue,
            topic=topic,
            extent=extent(words) if act.trigger.event in ("agree", "ceasefire") else None,
            directness=directness(view.lower[act.start : act.end]),
            phase=phase(act.trigger.event, act.status),
            cameo=cameo,
            plover=plover,
            rule=act.trigger.name,
        )

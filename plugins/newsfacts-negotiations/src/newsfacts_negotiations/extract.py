"""The extractor: finds triggers, keeps those that politics gates let through, reads their roles.

One dictionary lookup a token is the gate; patterns are tried only where it opens.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from newsfacts import ActorClaim, Article, DateClaim
from newsfacts.tokens import tokens
from newsfacts_negotiations.claims import NegotiationClaim
from newsfacts_negotiations.finder import find

__all__ = ["negotiations"]


def negotiations(
    article: Article,
    doc: Doc,
    actors: tuple[ActorClaim, ...] = (),
    dates: tuple[DateClaim, ...] = (),
) -> Iterator[NegotiationClaim]:
    """Yield the acts of negotiation that the article tells, in the order of the text.

    Args:
        article: the article.
        doc: its tokens and sentences.
        actors: who is who, where known; parties then carry actor ids.
        dates: temporal expressions, where known; acts then carry intervals.
    """
    view = tokens(doc)
    seen: set[tuple[int, int, str]] = set()
    for act in find(view):
        span = view.span(act.start, act.end)
        key = (span.start, span.end, act.trigger.event)
        if key not in seen:
            seen.add(key)
            yield NegotiationClaim(span=span, event=act.trigger.event, rule=act.trigger.name)

"""How a claim is told to people, in a terminal or on a page: pure strings, no markup."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts.claims import ActorClaim, Claim, StatementClaim
from newsfacts.values import Attribution, Span, Status

__all__ = ["reading_of", "sayer_of", "spans_of"]


def spans_of(claim: Claim) -> Iterable[Span]:
    """Return the words to mark for *claim*: an actor's mentions, a statement's content."""
    if isinstance(claim, ActorClaim):
        return claim.mentions
    if isinstance(claim, StatementClaim):
        return claim.content
    return (claim.span,)


def reading_of(claim: Claim) -> str:
    """Return what *claim* claims and how real that is."""
    status = "" if claim.status is Status.ACTUAL else f" [{claim.status}]"
    hedge = f" ({claim.hedge})" if claim.hedge else ""
    return f"{'not: ' if claim.negated else ''}{claim.summary}{status}{hedge}"


def sayer_of(claim: Claim) -> str:
    """Return who says so and through whom; nothing where the article itself does."""
    names = []
    attribution = claim.attribution
    while isinstance(attribution, Attribution):
        names.append(attribution.speaker_name or attribution.source)
        attribution = attribution.via
    return " via ".join(names)

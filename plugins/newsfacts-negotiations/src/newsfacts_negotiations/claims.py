"""The negotiation claim: an act in the course of talks, who did it, to whom, how real it is.

The sixteen types join what CAMEO and PLOVER code about talks with what mediation studies add
(stalling, endorsing). Types are acts; how real they are is `status`, who says so `attribution`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

import attrs

from newsfacts import Claim, Interval, Party, Span

__all__ = [
    "Directness",
    "Extent",
    "NegotiationClaim",
    "NegotiationEvent",
    "Phase",
    "Topic",
]


class NegotiationEvent(StrEnum):
    """Says what act of a negotiation it is."""

    CALL = "call"
    """a non-party urges a halt, talks or mediation"""
    DEMAND = "demand"
    """a party insists on terms"""
    OFFER = "offer"
    """proposal, readiness, flexibility, invitation"""
    MEDIATE = "mediate"
    """a third party bridges, carries, hosts"""
    MEET = "meet"
    """contact, visit, delegation travels"""
    NEGOTIATE = "negotiate"
    """talks start, go on, are held"""
    RESUME = "resume"
    """talks restart"""
    AGREE = "agree"
    """terms accepted, in principle or signed"""
    CEASEFIRE = "ceasefire"
    """truce declared, begins, holds, lapses"""
    IMPLEMENT = "implement"
    """prisoners released, troops withdrawn, aid let in"""
    REJECT = "reject"
    """refuses talks, terms, mediation"""
    STALL = "stall"
    """evades, obstructs, deadlock, frozen"""
    BREAK_OFF = "break_off"
    """talks end without a deal"""
    VIOLATE = "violate"
    """breaches or reneges on a deal"""
    THREATEN = "threaten"
    """ultimatum, escalation"""
    ENDORSE = "endorse"
    """backs a plan; favourable, short of acceptance"""


class Topic(StrEnum):
    """Says what an act is about."""

    CEASEFIRE = "ceasefire"
    WITHDRAWAL = "withdrawal"
    PRISONERS_HOSTAGES = "prisoners_hostages"
    AID = "aid"
    RETURN_OF_DISPLACED = "return_of_displaced"
    RECONSTRUCTION = "reconstruction"
    SANCTIONS = "sanctions"
    RECOGNITION = "recognition"
    BORDERS = "borders"
    OTHER = "other"


Extent = Literal["in_principle", "partial", "final"]
"""Says how far an agreement goes."""

Directness = Literal["direct", "indirect"]
"""Says whether the parties face each other or speak through others."""

Phase = Literal[
    "pre_negotiation", "talks", "agreement", "implementation", "breakdown", "background"
]
"""Says where in the course of a negotiation an act stands."""


@attrs.frozen(kw_only=True)
class NegotiationClaim(Claim):
    """Is an act of a negotiation or ceasefire process.

    A reciprocal act (two sides meet) is one claim with several initiators.
    """

    kind: ClassVar[str] = "negotiation"
    key: ClassVar[tuple[str, ...]] = ("event",)

    event: NegotiationEvent = attrs.field(metadata={"doc": "what act it is"})
    initiator: tuple[Party, ...] = attrs.field(
        default=(), metadata={"doc": "who acts; several where the act is reciprocal"}
    )
    counterpart: tuple[Party, ...] = attrs.field(default=(), metadata={"doc": "to or with whom"})
    mediator: tuple[Party, ...] = attrs.field(
        default=(), metadata={"doc": "the third party between them"}
    )
    venue: Party | None = attrs.field(default=None, metadata={"doc": "where, null where not said"})
    topic: tuple[Topic, ...] = attrs.field(default=(), metadata={"doc": "what it is about"})
    terms: Span | None = attrs.field(
        default=None, metadata={"doc": "the words that say what is asked, offered or agreed"}
    )
    deadline: Span | None = attrs.field(
        default=None, metadata={"doc": "the words that say by when"}
    )
    extent: Extent | None = attrs.field(
        default=None, metadata={"doc": "how far an agreement goes, null where not said"}
    )
    directness: Directness | None = attrs.field(
        default=None, metadata={"doc": "face to face or through others, null where not said"}
    )
    phase: Phase | None = attrs.field(
        default=None, metadata={"doc": "where in the course of a negotiation it stands"}
    )
    interval: Interval | None = attrs.field(
        default=None, metadata={"doc": "when, null where not said"}
    )
    cameo: str | None = attrs.field(
        default=None, metadata={"doc": "CAMEO code, or root where the code is not unique"}
    )
    plover: str | None = attrs.field(
        default=None, metadata={"doc": "PLOVER root, null where it has none"}
    )

    @property
    def summary(self) -> str:
        """Act, status and parties."""
        denied = "not " if self.negated else ""
        who = ", ".join(party.text for party in self.initiator)
        whom = ", ".join(party.text for party in self.counterpart)
        sides = " > ".join(filter(None, (who, whom)))
        return f"{self.event} ({denied}{self.status}){': ' if sides else ''}{sides}"

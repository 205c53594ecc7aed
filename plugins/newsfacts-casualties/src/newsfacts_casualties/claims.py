"""The casualty claim: how many, what happened to them, where, since when, by whom."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import attrs

from newsfacts import ActorId, Claim, ClaimId, Interval, Quantity

__all__ = ["CasualtyClaim", "Effect"]


class Effect(StrEnum):
    """Says what happened to those counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTIVE = "captive"
    RELEASED = "released"
    DISPLACED = "displaced"
    HOMELESS = "homeless"
    AFFECTED = "affected"
    """otherwise touched, or hurt in a way that the text leaves open: "200 casualties" """
    DAMAGED = "damaged"
    """structures damaged or destroyed"""
    LAUNCHED = "launched"
    """counted munitions: rockets, strikes"""


@attrs.frozen(kw_only=True)
class CasualtyClaim(Claim):
    """Is a count of people or structures that something happened to.

    Its span runs from the comparator ("at least") to the head noun. Low, value and high of the
    count are UCDP's low, best and high estimates.
    """

    kind: ClassVar[str] = "casualty"
    key: ClassVar[tuple[str, ...]] = ("effect", "count.value")

    effect: Effect = attrs.field(metadata={"doc": "what happened to those counted"})
    count: Quantity = attrs.field(metadata={"doc": "how many, with bounds and comparator"})
    unit: str = attrs.field(
        default="people", metadata={"doc": "people, percent, or what is counted: 'buildings'"}
    )
    group: str | None = attrs.field(
        default=None, metadata={"doc": "who or what, in the text's words: 'Palestinians'"}
    )
    of: str | None = attrs.field(
        default=None, metadata={"doc": "the whole, where the count is a share of it"}
    )
    part_of: ClaimId | None = attrs.field(
        default=None, metadata={"doc": "the claim that this one breaks down"}
    )
    place: str | None = attrs.field(default=None, metadata={"doc": "where, in the text's words"})
    interval: Interval | None = attrs.field(
        default=None, metadata={"doc": "since when, until when"}
    )
    perpetrator: ActorId | None = attrs.field(
        default=None, metadata={"doc": "the actor who did it, as far as the text says or implies"}
    )
    perpetrator_basis: str | None = attrs.field(
        default=None,
        metadata={"doc": "`explicit` where the text says who did it, `implied` where context does"},
    )

"""The sanction claim: what is done with sanctions, by whom, against whom, when."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import attrs
from newsfacts import Claim, Interval, Party

__all__ = ["Measure", "SanctionClaim"]


class Measure(StrEnum):
    """Says what is done with sanctions."""

    IMPOSED = "imposed"
    LIFTED = "lifted"


@attrs.frozen(kw_only=True)
class SanctionClaim(Claim):
    """Is the imposing or lifting of sanctions; its span runs from the verb to "sanctions"."""

    kind: ClassVar[str] = "acme.sanction"
    key: ClassVar[tuple[str, ...]] = ("measure",)

    measure: Measure = attrs.field(metadata={"doc": "what is done with sanctions"})
    imposer: Party | None = attrs.field(default=None, metadata={"doc": "who does it"})
    target: Party | None = attrs.field(default=None, metadata={"doc": "against whom"})
    interval: Interval | None = attrs.field(default=None, metadata={"doc": "when"})

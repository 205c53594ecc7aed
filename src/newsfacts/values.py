"""Values that cross plugin borders: where, when, how many, who, how sure, says who.

All are immutable, compare by value, and know nothing of articles or claims. Offsets are Unicode
code points of the article's text as given, half-open.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, StrEnum
from typing import Final, Literal, NewType

import attrs

__all__ = [
    "UNSET",
    "ActorId",
    "Attribution",
    "ClaimId",
    "Comparator",
    "Interval",
    "Party",
    "Quantity",
    "Span",
    "Status",
    "Unset",
]

ClaimId = NewType("ClaimId", str)
"""Names a claim of the same article."""

ActorId = NewType("ActorId", str)
"""Names an actor, the same in every article; it need not have a claim in this one."""


class Unset(Enum):
    """Is the type of `UNSET`: a value that nobody has decided yet, where None is a decision."""

    UNSET = "unset"

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final[Literal[Unset.UNSET]] = Unset.UNSET
"""Stands where nobody has decided yet."""


@attrs.frozen
class Span:
    """Is a stretch of an article's text: half-open offsets in code points, and the words there.

    Raises:
        ValueError: if the offsets are negative, empty, or not as far apart as the text is long.
    """

    start: int = attrs.field(metadata={"doc": "offset of the first code point"})
    end: int = attrs.field(metadata={"doc": "offset after the last code point"})
    text: str = attrs.field(metadata={"doc": "the article's text from start to end"})

    def __init__(self, start: int, end: int, text: str) -> None:
        # Written out, for no value is made as often: half of what attrs' own takes.
        if not 0 <= start < end or len(text) != end - start:
            raise ValueError(
                f"a span holds at least one code point and just its text: "
                f"{start}-{end} {text[:60]!r}"
            )
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)

    def __attrs_post_init__(self) -> None:
        """Hold a subclass to the same, whose `__init__` attrs writes."""
        Span.__init__(self, self.start, self.end, self.text)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether *other* lies wholly within this span, or equals it."""
        return self.start <= other.start and other.end <= self.end


# Frozen, hence around `__setattr__`.
_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
_set_text = Span.__dict__["text"].__set__


@attrs.frozen
class Interval:
    """Is a stretch of time, half-open; a bound is None where it is open.

    A day is a date, a moment a date-time; a date-time has a zone only where the text states one.
    """

    start: dt.date | dt.datetime | None = attrs.field(
        metadata={"doc": "first day or moment, null where open"}
    )
    end: dt.date | dt.datetime | None = attrs.field(
        metadata={"doc": "day or moment after the last, null where open"}
    )

    @property
    def start_day(self) -> dt.date | None:
        """The day of the start, None where it is open."""
        return _day(self.start)

    @property
    def end_day(self) -> dt.date | None:
        """The day of the end, None where it is open."""
        return _day(self.end)

    @property
    def days(self) -> int | None:
        """The number of days from that of the start to that of the end, None where one is open."""
        start, end = self.start_day, self.end_day
        return None if start is None or end is None else (end - start).days


def _day(bound: dt.date | dt.datetime | None) -> dt.date | None:
    return bound.date() if isinstance(bound, dt.datetime) else bound


class Status(StrEnum):
    """Says how real a claim is, as the text puts it."""

    ACTUAL = "actual"
    """has happened, or is so"""
    ONGOING = "ongoing"
    """is under way"""
    PLANNED = "planned"
    """is arranged or announced: "will meet", "is set to" """
    INTENDED = "intended"
    """is wanted or vowed, not arranged: "seeks to", "vowed to" """
    PREDICTED = "predicted"
    """is expected or feared: "could kill", "predicted a truce" """
    CONDITIONAL = "conditional"
    """holds if something else does: "would ... if" """


class Comparator(StrEnum):
    """Says how a count stands to the number in the text."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    ABOUT = "about"
    MOST_OF = "most_of"


@attrs.frozen(kw_only=True)
class Quantity:
    """Is a count as the text gives it: the number it names, and the least and most it can mean.

    "more than 2,090" is value 2090, low 2090, high None; "dozens" is value None, low 24, high 99.
    UCDP's low, best and high estimates are low, value and high.
    """

    value: int | float | None = attrs.field(
        default=None, metadata={"doc": "the number that the text names, null where it names none"}
    )
    low: int | float | None = attrs.field(
        default=None, metadata={"doc": "the least it can mean, null where open"}
    )
    high: int | float | None = attrs.field(
        default=None, metadata={"doc": "the most it can mean, null where open"}
    )
    comparator: Comparator = attrs.field(
        default=Comparator.EXACT, metadata={"doc": "how the count stands to the number"}
    )


@attrs.frozen(kw_only=True)
class Attribution:
    """Says who asserts a claim: the source's words, who that is, and through whom it came."""

    statement: ClaimId | None = attrs.field(
        default=None, metadata={"doc": "the statement claim whose content holds the claim"}
    )
    source: str = attrs.field(metadata={"doc": "the source's words in the text"})
    speaker: ActorId | None = attrs.field(
        default=None, metadata={"doc": "the actor who speaks, null where unknown"}
    )
    speaker_name: str | None = attrs.field(
        default=None, metadata={"doc": "the speaker's name, resolved through pronouns and titles"}
    )
    via: Attribution | None = attrs.field(
        default=None, metadata={"doc": "who relays it: the next outer attribution"}
    )


@attrs.frozen
class Party:
    """Is somebody in a role, as the text names them: a mediator, a venue, a target.

    Offsets are None where the text implies the party without naming it there.
    """

    text: str = attrs.field(metadata={"doc": "the party's words, or its name where implied"})
    actor: ActorId | None = attrs.field(
        default=None, metadata={"doc": "the actor it is, null where unknown"}
    )
    start: int | None = attrs.field(
        default=None, metadata={"doc": "offset of the first code point, null where implied"}
    )
    end: int | None = attrs.field(
        default=None, metadata={"doc": "offset after the last code point, null where implied"}
    )

    @classmethod
    def at(cls, span: Span, actor: ActorId | None = None) -> Party:
        """Return the party that *span* names."""
        return cls(span.text, actor, span.start, span.end)

"""The values that the rules of names hand on: a part of a run, and a name in the text."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from newsfacts import ActorType, MentionForm
from newsfacts_actors.knowledge import Entity, Known

__all__ = ["Chunk", "Found", "Part", "Setting", "Verdict", "make"]

make = tuple.__new__
"""Makes a named tuple of all its values in half the time that its own constructor takes."""

Verdict = tuple[ActorType, str]
"""Is what a name is, and the rule that says so."""


class Part(Enum):
    """Says what a chunk is."""

    KNOWN = "known"
    """a name of the tables"""
    BODY = "body"
    """an organisation by form"""
    OTHER = "other"
    """a name of no table"""
    EVENT = "event"
    """the name of an operation or a storm"""


class Setting(NamedTuple):
    """Is what a reading depends on besides the run."""

    first: bool = False
    """Whether a sentence, a quotation or a line begins with the run."""
    headline: bool = False
    """Whether the run stands in a line in title case."""
    title: bool = False
    """Whether a title or role stands before it, so that a person's name must follow."""
    event: bool = False
    """Whether "operation" or the like does, so that no actor's name follows."""


class Chunk(NamedTuple):
    """Is a part of a run that may be a name; offsets are within the run."""

    part: Part
    start: int
    end: int
    name: str
    """The words in the text."""
    plain: str
    """The same in normal form."""
    size: int
    """Number of capitalised words."""
    first: bool = False
    """Whether its capital may come from its position."""
    common: bool = False
    """Whether it is a common word, or all its words are."""
    known: Known | None = None
    verdict: Verdict | None = None
    """What its own words say it is, None where its surroundings must tell."""
    personal: bool = False
    """Whether it looks more like a person's name than any other."""
    thing: bool = False
    """Whether its last word names a thing, unless it is a person's."""
    acronym: bool = False
    """Whether it has the form of an acronym."""

    def moved(self, by: int) -> Chunk:
        """Return the same chunk so many code points later in its run."""
        return self._replace(start=self.start + by, end=self.end + by)


class Found(NamedTuple):
    """Is a name in the text, and what the rules say it is."""

    start: int
    end: int
    name: str
    """The words in the text."""
    plain: str
    """The same in normal form."""
    type: ActorType
    form: MentionForm
    rule: str
    entity: Entity | None = None
    """The actor, where a table knows it."""
    seat: bool = False
    """Whether it is a seat of power, so that it may stand for a government."""
    weak: bool = False
    """Whether it counts only where the article shows elsewhere that it is a name."""

"""The value that the rules of names hand on: a name in the text, and what they say it is."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts import ActorType, MentionForm
from newsfacts_actors.knowledge import Entity

__all__ = ["Found"]


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

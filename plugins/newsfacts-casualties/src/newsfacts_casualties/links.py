"""What ties a counted phrase to an effect word."""

from __future__ import annotations

import attrs

from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import Hit
from newsfacts_casualties.lexicon import NounKind
from newsfacts_casualties.nouns import Counted

__all__ = ["Link"]


@attrs.frozen
class Link:
    """Ties a counted phrase to an effect word."""

    phrase: Counted
    hit: Hit
    effect: Effect
    rule: str
    whole: int | None = None
    """Index, among the sentence's links, of what this one is part of."""
    kind: NounKind | None = None
    again: bool = False
    """Whether it only tells once more of somebody whom the article has named."""

"""The attribution as the rules find it, before it becomes a claim."""

from __future__ import annotations

import attrs

from newsfacts import SpeechAct
from newsfacts_statements.reading import Range

__all__ = ["Relation"]


@attrs.frozen
class Relation:
    """Is one attribution: half-open ranges of tokens."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    act: SpeechAct
    rule: str
    negated: bool = False
    hedge: Range | None = None

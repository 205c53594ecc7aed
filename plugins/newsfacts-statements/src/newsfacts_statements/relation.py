"""The attribution as the rules find it, before it becomes a claim."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts import SpeechAct
from newsfacts_statements.reading import Group, Range

__all__ = ["Relation", "relation"]


class Relation(NamedTuple):
    """Is one attribution: half-open ranges of tokens."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    act: SpeechAct
    rule: str
    negated: bool = False
    hedge: Range | None = None

    def holds(self, index: int) -> bool:
        """Tell whether the content holds the token at *index*."""
        return any(start <= index < end for start, end in self.content)


def relation(
    group: Group, source: Range | None, content: tuple[Range, ...], rule: str
) -> Relation | None:
    """Return the attribution that a cue verb makes; None where no content is left."""
    if len(content) != 1 or content[0][0] >= content[0][1]:
        content = tuple([piece for piece in content if piece[0] < piece[1]])
    if not content:
        return None
    cue = (group.start if group.passive else group.head, group.end)
    hedge = cue if source is None else group.hedge
    return Relation(source, cue, content, group.cue.act, rule, group.negated, hedge)

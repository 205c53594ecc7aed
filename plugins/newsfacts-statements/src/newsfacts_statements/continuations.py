"""Quotations that go on after the sentence that names their speaker.

'"One," he said. "Two. Three."': what follows has no cue of its own and belongs to the cue before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsfacts.tokens import Tokens
from newsfacts_statements.relation import Relation
from newsfacts_statements.units import Quotations, Unit

__all__ = ["continued"]


def continued(
    found: Iterable[tuple[Unit, list[Relation]]], view: Tokens, quotations: Quotations
) -> Iterator[Relation]:
    """Yield the relations of each unit, the quotations that follow without a cue added.

    Args:
        found: units in the order of the text, each with its relations.
        view: the tokens.
        quotations: where quotations stand.
    """
    waiting: list[Relation] = []
    last_end = 0
    for unit, relations in found:
        if waiting and not relations and _quoted(unit, quotations):
            if "\n" not in view.text[view.end(last_end - 1) : view.starts[unit.start]]:
                at = max(i for i, one in enumerate(waiting) if _open(one, quotations))
                speaking = waiting[at]
                waiting[at] = attrs.evolve(
                    speaking, content=(*speaking.content, (unit.start, unit.end))
                )
                last_end = unit.end
                continue
        yield from waiting
        waiting = relations
        last_end = unit.end
        if relations and not any(_open(one, quotations) for one in relations):
            yield from relations
            waiting = []
    yield from waiting


def _quoted(unit: Unit, quotations: Quotations) -> bool:
    """Tell whether the unit is one quotation and nothing else."""
    return quotations.closes.get(unit.start) == unit.end


def _open(relation: Relation, quotations: Quotations) -> bool:
    """Tell whether the quotation may go on: it is direct speech, or partly so."""
    return any(
        first in quotations.closes or last in quotations.opens for first, last in relation.content
    )

"""Quotations that go on after the sentence that names their speaker.

'"One," he said. "Two. Three."': what follows has no cue of its own and belongs to the cue before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts.tokens import Tokens
from newsfacts_statements.reading import Range
from newsfacts_statements.relation import Relation
from newsfacts_statements.units import Quotations

__all__ = ["continued"]


def continued(
    found: Iterable[tuple[int, int, list[Relation]]], view: Tokens, quotations: Quotations
) -> Iterator[Relation]:
    """Yield the relations of each unit, the quotations that follow without a cue added.

    Args:
        found: the units' first tokens and ends in the order of the text, each with its relations;
            what is left out between them attributes nothing and is no quotation.
        view: the tokens.
        quotations: where quotations stand.
    """
    waiting: list[Relation] = []
    more: list[Range] = []
    end = 0
    for start, last, relations in found:
        if (
            waiting
            and not relations
            and start == end
            and quotations.closes.get(start) == last  # one quotation and nothing else
            and any(_open(one, quotations) for one in waiting)
            and not _parted(view, end, start)
        ):
            more.append((start, last))
        else:
            yield from _joined(waiting, more, quotations) if more else waiting
            waiting, more = relations, []
        end = last
    yield from _joined(waiting, more, quotations) if more else waiting


def _joined(
    relations: list[Relation], more: list[Range], quotations: Quotations
) -> Iterator[Relation]:
    """Yield the relations, the quotations that follow added to the last that quotes."""
    last = max((at for at, one in enumerate(relations) if _open(one, quotations)), default=None)
    for at, one in enumerate(relations):
        yield one._replace(content=(*one.content, *more)) if at == last else one


def _parted(view: Tokens, end: int, start: int) -> bool:
    """Tell whether a line break stands between the token before *end* and that at *start*."""
    return "\n" in view.text[view.end(end - 1) : view.starts[start]]


def _open(relation: Relation, quotations: Quotations) -> bool:
    """Tell whether the quotation may go on: it is direct speech, or partly so."""
    return any(
        first in quotations.closes or last in quotations.opens for first, last in relation.content
    )

"""How facts, relations and series come of claims and a linker: blocked, in the order of time.

Whatever a plugin's linker does wrong becomes a diagnostic and costs what it was asked for there:
its claims are listed one by one, its relations or series of that block are left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from newsfacts.dossier.linker import Fact, FactKey, Linker, Located, Relation, Series
from newsfacts.extraction import Code, Diagnostic

__all__ = ["Composed", "compose"]

T = TypeVar("T")


@attrs.frozen
class Composed:
    """Is what the claims of one kind come to."""

    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    series: tuple[Series, ...]
    diagnostics: tuple[Diagnostic, ...]


def compose(linker: Linker, claims: Sequence[Located[Any]], origins: Mapping[str, str]) -> Composed:
    """Group *claims* into facts, and relate and trace those as *linker* says.

    Args:
        linker: that of the claims' kind.
        claims: by day of publication, article and offset.
        origins: for each article, the one that it is a copy of, or itself.
    """
    return _Composing(linker, origins).result(claims)


class _Composing:
    """Is the work on one kind, with what went wrong so far."""

    def __init__(self, linker: Linker, origins: Mapping[str, str]) -> None:
        self.linker = linker
        self.origins = origins
        self.diagnostics: dict[str, Diagnostic] = {}

    def result(self, claims: Sequence[Located[Any]]) -> Composed:
        blocks: dict[Hashable, list[Located[Any]]] = {}
        for one in claims:
            blocks.setdefault(self._asked(self.linker.block, one, None), []).append(one)
        facts: list[Fact] = []
        relations: list[Relation] = []
        series: list[Series] = []
        for members in blocks.values():
            found = [self._fact(group) for group in self._groups(members)]
            relations += self._asked(lambda of: tuple(self.linker.relate(of)), found, ())
            series += self._asked(lambda of: tuple(self.linker.trace(of)), found, ())
            facts += found
        return Composed(
            tuple(facts), tuple(relations), tuple(series), tuple(self.diagnostics.values())
        )

    def _fact(self, members: Sequence[Located[Any]]) -> Fact:
        reports = {self.origins.get(each.article.id, each.article.id) for each in members}
        return Fact(kind=self.linker.kind.kind, members=tuple(members), reports=len(reports))

    def _groups(self, members: Sequence[Located[Any]]) -> Iterator[list[Located[Any]]]:
        """Yield the claims that are one fact, in the order of each one's first."""
        keyed: dict[Hashable, list[tuple[FactKey, Located[Any]]]] = {}
        for place, one in enumerate(members):
            key = self._asked(self.linker.fact, one, None)
            if key is None:
                keyed[("alone", place)] = [(FactKey(place), one)]
            else:
                keyed.setdefault((type(key), key.key), []).append((key, one))
        for alike in keyed.values():
            yield from _chained(alike)

    def _asked(self, function: Callable[[Any], T], about: Any, otherwise: T) -> T:
        """Return what a function of the plugin returns, *otherwise* where it fails."""
        try:
            return function(about)
        except Exception as error:  # noqa: BLE001 - a plugin can raise anything
            kind = self.linker.kind.kind
            message = f"the linker of {kind!r} failed: {type(error).__name__}: {error}"
            self.diagnostics.setdefault(
                message, Diagnostic(code=Code.LINKER_FAILED, message=message, error=error)
            )
            return otherwise


def _chained(alike: Iterable[tuple[FactKey, Located[Any]]]) -> Iterator[list[Located[Any]]]:
    """Yield claims of one key in chains whose days follow close on each other."""
    dated = sorted(
        ((key, one) for key, one in alike if key.day is not None),
        key=lambda each: each[0].day or dt.date.min,
    )
    undated = [one for key, one in alike if key.day is None]
    chain: list[Located[Any]] = []
    last: dt.date | None = None
    for key, one in dated:
        if last and key.day and (key.day - last).days > key.days:
            yield _in_order(chain)
            chain = []
        chain.append(one)
        last = key.day
    if chain:
        yield _in_order(chain)
    for one in undated:
        yield [one]


def _in_order(members: list[Located[Any]]) -> list[Located[Any]]:
    """Return *members* by day of publication, article and offset."""
    return sorted(
        members,
        key=lambda one: (
            one.published or dt.date.max, one.article.id, one.claim.span.start, one.claim.id,
        ),
    )  # fmt: skip

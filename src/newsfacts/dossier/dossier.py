"""The dossier: extractions of any number of articles, composed. It hangs on nothing but them.

The order in which they come makes no difference, so that adding articles to those of a `Store`
gives what one run over all of them gives.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Any

import attrs

from newsfacts.article import Article
from newsfacts.claims import ActorClaim, Claim, DateClaim, StatementClaim
from newsfacts.dossier.compose import Composed, compose
from newsfacts.dossier.copies import copies, refuse_without_library
from newsfacts.dossier.linker import Fact, Linker, Located, Relation, RelationKind, Series
from newsfacts.dossier.people import Actor, merged
from newsfacts.extraction import Diagnostic, Extraction
from newsfacts.values import Interval

__all__ = ["Dossier"]

CONTEXT = (ActorClaim, DateClaim, StatementClaim)
"""Kinds that other claims are read with; they are no facts of their own."""


@attrs.frozen
class _Read:
    """Is what is kept of an extraction: no dates, no statements."""

    article: Article
    actors: tuple[ActorClaim, ...]
    claims: tuple[Claim, ...]


def _read(extraction: Extraction) -> _Read:
    claims = (each for each in extraction if not isinstance(each, CONTEXT))
    return _Read(extraction.article, extraction.of(ActorClaim), tuple(claims))


class Dossier:
    """Composes the extractions of any number of articles.

    Of two articles of one id the later one counts.
    """

    def __init__(
        self, extractions: Iterable[Extraction], *, linkers: Iterable[Linker] | None = None
    ) -> None:
        """Compose *extractions*.

        Args:
            extractions: what a pipeline read; taken one by one, and what facts do not need of
                each is let go.
            linkers: how the claims of each kind compose; those of the installed plugins by
                default. A kind without one is listed claim by claim.

        Raises:
            NewsfactsError: at the second article, if datasketch is not installed.
        """
        found, said = _installed() if linkers is None else (tuple(linkers), ())
        self._linkers: tuple[Linker, ...] = found
        self._said: tuple[Diagnostic, ...] = said
        read: dict[str, _Read] = {}
        for each in map(_read, extractions):
            read[each.article.id] = each
            if len(read) == 2:  # noqa: PLR2004 - said now, not when all of them have been read
                refuse_without_library()
        self._read: tuple[_Read, ...] = tuple(sorted(read.values(), key=_by_day))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles, by day of publication and id."""
        return tuple(each.article for each in self._read)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The actors of all articles, one entry an id, those in most articles first."""
        return merged((each.article.id, claim) for each in self._read for claim in each.actors)

    @cached_property
    def origins(self) -> dict[str, str]:
        """For each article, the first that it is a copy of, or itself."""
        if len(self._read) == 1:
            return {self._read[0].article.id: self._read[0].article.id}
        return copies((each.article.id, each.article.text) for each in self._read)

    @cached_property
    def _composed(self) -> tuple[Composed, ...]:
        by_linker: dict[int, list[Located[Any]]] = {}
        linkers: dict[int, Linker] = {}
        for each in self._read:
            for claim in each.claims:
                linker = self.linker(type(claim))
                linkers[id(linker)] = linker
                one = Located(claim, each.article, each.actors)
                by_linker.setdefault(id(linker), []).append(one)
        return tuple(compose(linkers[key], ones, self.origins) for key, ones in by_linker.items())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, by the day when it happened, as far as that is known."""
        found = (fact for each in self._composed for fact in each.facts)
        return tuple(sorted(found, key=lambda fact: (self.day(fact) or dt.date.max, _first(fact))))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What contradicts, supersedes or realises what."""
        found = (relation for each in self._composed for relation in each.relations)
        return tuple(
            sorted(found, key=lambda each: (each.kind, _first(each.earlier), _first(each.later)))
        )

    @property
    def contradictions(self) -> tuple[Relation, ...]:
        """Pairs of facts that cannot both be so."""
        return tuple(each for each in self.relations if each.kind is RelationKind.CONTRADICTS)

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Tolls over time and courses of talks."""
        found = (series for each in self._composed for series in each.series)
        return tuple(
            sorted(found, key=lambda each: (each.kind, each.labels, each.start or dt.date.max))
        )

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the plugins' linkers."""
        return (*self._said, *(said for each in self._composed for said in each.diagnostics))

    def linker(self, kind: type[Claim]) -> Linker:
        """Return the linker of *kind*: the most special that fits, else one that lists claims."""
        fitting = [each for each in self._linkers if issubclass(kind, each.kind)]
        if not fitting:
            # mypy takes a class whose instances compare by value for unhashable.
            return _listing(kind)  # type: ignore[arg-type]
        return max(fitting, key=lambda each: len(each.kind.__mro__))

    def when(self, fact: Fact) -> Interval | None:
        """Return when *fact* happened: the narrowest time that one of its claims gives."""
        linker = self.linker(type(fact.first.claim))
        found = [when for one in fact.members if (when := linker.when(one)) is not None]
        return min(found, key=_width, default=None)

    def day(self, fact: Fact) -> dt.date | None:
        """Return the day when *fact* began or was, else the day of its first report."""
        when = self.when(fact)
        return (when and (when.start_day or when.end_day)) or fact.first.published

    def title(self, fact: Fact) -> str:
        """Return what *fact* is, on one line for people."""
        return self.linker(type(fact.first.claim)).title(fact.first)

    def columns(self, fact: Fact) -> dict[str, str]:
        """Return what tables show of *fact* beside what all facts have, by heading."""
        return dict(self.linker(type(fact.first.claim)).columns(fact))

    def __iter__(self) -> Iterator[Fact]:
        """Iterate over the facts."""
        return iter(self.facts)

    def __repr__(self) -> str:
        """Return how many articles, actors, facts, relations and series there are."""
        counts = (
            f"{len(getattr(self, name))} {name}"
            for name in ("articles", "actors", "facts", "relations", "series")
        )
        return f"<Dossier of {', '.join(counts)}>"


def _by_day(each: _Read) -> tuple[dt.date, str]:
    return each.article.published_on or dt.date.max, each.article.id


def _first(fact: Fact) -> tuple[str, int, str]:
    return fact.first.article.id, fact.first.claim.span.start, fact.first.claim.id


def _width(when: Interval) -> tuple[bool, int]:
    """Return what sorts the narrowest time first, those with an open bound last."""
    return when.days is None, when.days or 0


@cache
def _listing(kind: type[Claim]) -> Linker:
    """Return the linker of a kind that brings none: each claim is a fact of its own."""
    return Linker(kind=kind, fact=_alone)


def _alone(_: Located[Any]) -> None:
    return None


@cache
def _installed() -> tuple[tuple[Linker, ...], tuple[Diagnostic, ...]]:
    """Return the linkers of the installed plugins, and what was wrong with any."""
    from newsfacts.plugins import find_plugins, load_linkers

    return load_linkers(find_plugins())

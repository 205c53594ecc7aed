"""The course of talks: the acts between two sides in order, and who mediates between them where.

An act that names one side, or none, belongs to the pair that its article has most acts of; where
the article has none, to no course. Acts more than two months apart are different courses.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from newsfacts import Interval, Status
from newsfacts.dossier import Fact, Point, Series
from newsfacts_negotiations.claims import NegotiationClaim
from newsfacts_negotiations.sides import mediators_of, name_of, pair_of, sides_of, venue_of

__all__ = ["courses"]

_QUIET: Final = 60
"""Days without an act after which what follows is another course."""
_FEWEST: Final = 2
"""Acts that make a course."""

Pair = tuple[str, str]
Labels = tuple[tuple[str, str], ...]


def courses(facts: Sequence[Fact]) -> Iterator[Series]:
    """Yield the course of talks of each pair of sides, and the work of each mediator."""
    acts: dict[Hashable, list[Fact]] = {}
    efforts: dict[Hashable, list[Fact]] = {}
    names: dict[Hashable, Labels] = {}
    for fact, pair in _paired(facts):
        one = fact.first
        between = " – ".join(name_of(one, side) for side in pair or ())
        if pair:
            acts.setdefault(pair, []).append(fact)
            names.setdefault(pair, (("course of talks", between),))
        for mediator in mediators_of(one) - set(pair or ()):
            effort: Hashable = (mediator, pair, venue_of(one))
            efforts.setdefault(effort, []).append(fact)
            place = one.claim.venue.text if one.claim.venue else ""
            labels = (("mediator", name_of(one, mediator)), ("between", between), ("in", place))
            names.setdefault(effort, labels)
    for found, fewest in ((acts, _FEWEST), (efforts, 1)):
        for key in sorted(found, key=str):
            for course in _parted(found[key]):
                if len(course) >= fewest:
                    yield Series(NegotiationClaim.kind, names[key], course[0].day, tuple(course))


def _paired(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Pair | None]]:
    """Yield each act with the two sides between whom it is."""
    own = [(fact, pair_of(fact.first)) for fact in facts]
    by_article: dict[str, Counter[Pair]] = {}
    for fact, pair in own:
        for article in fact.articles if pair else ():
            by_article.setdefault(article, Counter())[pair or ("", "")] += 1
    for fact, pair in own:
        near = by_article.get(fact.first.article.id, Counter())
        yield fact, pair or _likely(near, sides_of(fact.first))


def _likely(pairs: Counter[Pair], sides: frozenset[str]) -> Pair | None:
    """Return the pair that an article has most acts of and that *sides* fit.

    Nothing but that pair's frequency speaks for an act that names not both: it takes two acts.
    """
    fitting = [pair for pair in pairs if sides <= set(pair) and pairs[pair] > 1]
    return min(fitting, key=lambda pair: (-pairs[pair], pair), default=None)


def _parted(facts: Iterable[Fact]) -> Iterator[list[Point]]:
    """Yield the acts by day, a course at a time."""
    points = sorted(
        (
            Point(day, fact, _label(fact))
            for fact in facts
            if (day := _day(fact)) is not None
        ),
        key=lambda point: (point.day, *point.fact.first.where),
    )  # fmt: skip
    course: list[Point] = []
    for point in points:
        if course and (point.day - course[-1].day).days > _QUIET:
            yield course
            course = []
        course.append(point)
    if course:
        yield course


def _day(fact: Fact) -> dt.date | None:
    """Return the day of an act that is news; one of long ago is told on the day of the article."""
    one = fact.first
    when: Interval | None = one.claim.interval
    day = when.start_day if when else None
    if day is None or (one.published and abs((one.published - day).days) > _QUIET):
        return one.published
    return day


def _label(fact: Fact) -> str:
    claim = fact.first.claim
    status = "" if claim.status is Status.ACTUAL else f" ({claim.status})"
    return f"{'not ' if claim.negated else ''}{str(claim.event).replace('_', ' ')}{status}"

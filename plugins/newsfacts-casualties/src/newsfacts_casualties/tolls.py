"""Tolls: the counts of one war and place over time, never mixed with those of another.

A count with a start is of the period that began about then (starts within ten days are one, for
"since October" and "since Oct. 7" are). A count without one joins a period only where it continues
it: not below the figure before, not above the figure after. A count without a place joins likewise,
or is of that of the places of other counts of the same people which its article names most; what is
so taken from context is told as implied. Parts of a whole, counts of one or two days, and counts of
people of whom neither country nor place is known are no tolls.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Any, Final

import attrs

from newsfacts import Status
from newsfacts.dossier import Fact, Located, Point, Relation, RelationKind, Series
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.whom import context_place, country_of, group_head, place_key

__all__ = ["contradictions", "tolls"]

_ONE_PERIOD: Final = 10
"""Days within which starts are one period's."""
_SHORTEST: Final = 3
"""Days that a count must cover to be a toll."""
_QUIET: Final = 183
"""Days without a count after which one without a start cannot continue a period."""
_LOOSE_GAP: Final = 92
"""Days within which counts that nobody dates belong together."""
_LOOSE_LEAST: Final = 100
"""A count without a start is a toll from here on; "three wounded" is an incident."""
_GROWING: Final = frozenset((Effect.KILLED, Effect.INJURED))
"""Effects whose count cannot fall; the displaced return."""


@attrs.define(eq=False)
class _Count:
    """Is one report of a fact, as a toll sees it."""

    fact: Fact
    one: Located[CasualtyClaim]
    day: dt.date
    start: dt.date | None
    place: str | None
    group: str
    implied: list[str] = attrs.field(factory=list)

    @property
    def size(self) -> float:
        """The number to compare by: what the text names, else the least, else the most."""
        count = self.one.claim.count
        return next((n for n in (count.value, count.low, count.high) if n is not None), 0)


@attrs.frozen(eq=False)
class _Line:
    """Is counts in the order of time, to ask what a count would continue."""

    keys: list[tuple[dt.date, float, str, str]] = attrs.field(factory=list)
    counts: list[_Count] = attrs.field(factory=list)

    def add(self, count: _Count) -> None:
        """Take *count* in its place."""
        key = _order(count)
        at = bisect(self.keys, key)
        self.keys.insert(at, key)
        self.counts.insert(at, count)

    def fits(self, count: _Count) -> bool:
        """Tell whether *count* is not below the figure before it, nor above the one after it."""
        at = bisect(self.keys, (count.day, inf, "", ""))
        if at == 0 or (count.day - self.counts[at - 1].day).days > _QUIET:
            return False
        after = self.counts[at].size if at < len(self.counts) else inf
        return self.counts[at - 1].size <= count.size <= after


@attrs.frozen(eq=False)
class _Period:
    """Is the counts of one group since one start, together and by place."""

    start: dt.date | None
    line: _Line = attrs.field(factory=_Line)
    places: dict[str, _Line] = attrs.field(factory=dict)

    def add(self, count: _Count) -> None:
        """Take *count*."""
        self.line.add(count)
        if count.place:
            self.places.setdefault(count.place, _Line()).add(count)

    def continued_by(self, count: _Count) -> bool:
        """Tell whether *count*, which has no start, stands between the figures of this period."""
        if self.start is None or count.one.claim.unit == "percent":
            return False
        line = self.places.get(count.place) if count.place else self.line
        return self.start <= count.day and line is not None and line.fits(count)


def tolls(facts: Sequence[Fact]) -> Iterator[Series]:
    """Yield the tolls among *facts*, which share effect, unit and country."""
    for period, place, counts in _placed(facts):
        first = counts[0].one
        claim = first.claim
        words = Counter(each.one.claim.group for each in counts if each.one.claim.group)
        group = min(words, key=lambda each: (-words[each], each), default="people")
        labels = (
            ("effect", str(claim.effect)),
            ("unit", claim.unit),
            ("group", counts[0].group or (group if group[:1].isupper() else "people")),
            ("country", country_of(first) or ""),
            ("place", (place or "").replace("_", " ").title()),
        )
        points = tuple(map(_point, counts))
        yield Series(CasualtyClaim.kind, labels, period.start, points)


def contradictions(facts: Sequence[Fact]) -> Iterator[Relation]:
    """Yield which counts of a toll supersede each other, and which cannot both be so."""
    for _, _, counts in _placed(facts):
        if counts[0].one.claim.unit == "percent":
            continue
        for one, other in pairwise(counts):
            if one.fact is not other.fact and (found := _relation(one, other)):
                yield found


def _relation(one: _Count, other: _Count) -> Relation | None:
    """Return how two counts that follow each other in a toll stand to each other."""
    first, second = one.one, other.one
    low, high = first.claim.count.low, second.claim.count.high
    if one.day < other.day and other.size > one.size:
        reason = f"the toll of {other.day} takes the place of that of {one.day}"
        kind = RelationKind.SUPERSEDES
    elif one.implied or other.implied or first.claim.effect not in _GROWING:
        return None
    elif one.day < other.day and low is not None and high is not None and high < low:
        reason = f"a toll cannot fall, from at least {low:,} to at most {high:,}"
        kind = RelationKind.CONTRADICTS
    elif one.day == other.day and _disjoint(first, second) and first.voice != second.voice:
        reason = f"two counts of the same, as of {one.day}, that no number satisfies"
        kind = RelationKind.CONTRADICTS
    else:
        return None
    return Relation(kind, one.fact, other.fact, reason, (first, second))


def _disjoint(one: Located[CasualtyClaim], other: Located[CasualtyClaim]) -> bool:
    a, b = one.claim.count, other.claim.count
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _point(count: _Count) -> Point:
    number = count.one.claim.count
    return Point(
        count.day,
        count.fact,
        count.one.claim.text,
        number.low,
        number.value,
        number.high,
        tuple(count.implied),
    )


def _placed(facts: Sequence[Fact]) -> Iterator[tuple[_Period, str | None, list[_Count]]]:
    """Yield each period and place with its counts, by day."""
    groups: dict[str, list[_Count]] = {}
    every = list(_counts(facts))
    places = {count.place for count in every if count.place}
    for count in every:
        groups.setdefault(count.group, []).append(count)
    for counts in groups.values():
        for period in _periods(counts):
            for place, members in _by_place(period, places).items():
                yield period, place, sorted(members, key=_order)


def _counts(facts: Iterable[Fact]) -> Iterator[_Count]:
    """Yield each fact that a toll can rest on, once a day of publication."""
    for fact in facts:
        days: set[dt.date] = set()
        for one in fact.members:
            claim: CasualtyClaim = one.claim
            if claim.part_of or claim.negated or claim.status not in _REAL:
                continue
            day = one.published
            if day is None or day in days:
                continue
            place = place_key(one)
            if not (place or country_of(one)):
                continue
            start, end = _bounds(one)
            if start is not None and (min(end or day, day) - start).days < _SHORTEST:
                continue
            if start is None and (claim.unit != "percent" and not _large(claim)):
                continue
            days.add(day)
            yield _Count(fact, one, day, start, place, group_head(one))


_REAL: Final = (Status.ACTUAL, Status.ONGOING)


def _large(claim: CasualtyClaim) -> bool:
    return (claim.count.value or claim.count.low or 0) >= _LOOSE_LEAST


def _bounds(one: Located[Any]) -> tuple[dt.date | None, dt.date | None]:
    given = one.claim.interval
    if given is None:
        return None, None
    return given.start_day, given.end_day


def _order(count: _Count) -> tuple[dt.date, float, str, str]:
    return count.day, count.size, *count.one.where


def _periods(counts: Sequence[_Count]) -> list[_Period]:
    """Return the counts of one group by the war that they are of."""
    found: list[_Period] = []
    batch: list[tuple[dt.date, _Count]] = []
    dated = ((each.start, each) for each in counts if each.start is not None)
    for start, count in sorted(dated, key=lambda each: (each[0], _order(each[1]))):
        if batch and (start - batch[0][0]).days > _ONE_PERIOD:
            found.append(_period(batch))
            batch = []
        batch.append((start, count))
    if batch:
        found.append(_period(batch))
    wars = tuple(found)
    last: dt.date | None = None
    for count in sorted((each for each in counts if each.start is None), key=_order):
        running = [period for period in wars if period.continued_by(count)]
        if running:
            count.implied.append("since")
            running[-1].add(count)
            continue
        if last is None or (count.day - last).days > _LOOSE_GAP:
            found.append(_Period(None))
        found[-1].add(count)
        last = count.day
    return found


def _period(batch: Sequence[tuple[dt.date, _Count]]) -> _Period:
    """Return the period of counts whose starts are near: its start the one that most give."""
    starts = Counter(start for start, _ in batch)
    period = _Period(max(starts, key=lambda each: (starts[each], each)))
    for _, count in batch:
        period.add(count)
    return period


def _by_place(period: _Period, places: Collection[str]) -> dict[str | None, list[_Count]]:
    """Return the counts of a period by place; those without one where they fit."""
    found: dict[str | None, list[_Count]] = {
        place: list(line.counts) for place, line in period.places.items()
    }
    for count in period.line.counts:
        if count.place:
            continue
        fitting = [place for place, line in period.places.items() if line.fits(count)]
        place = fitting[0] if len(fitting) == 1 else context_place(count.one, places)
        if place is not None:
            count.implied.append("place")
        found.setdefault(place, []).append(count)
    return found

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
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
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


@attrs.frozen
class _Period:
    """Is the counts of one group since one start."""

    start: dt.date | None
    counts: list[_Count]


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
            for place, members in _by_place(period.counts, places).items():
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
    return _date(given.start), _date(given.end)


def _date(bound: dt.date | dt.datetime | None) -> dt.date | None:
    return bound.date() if isinstance(bound, dt.datetime) else bound


def _order(count: _Count) -> tuple[dt.date, float, str, str]:
    return count.day, count.size, *count.one.where


def _periods(counts: Sequence[_Count]) -> list[_Period]:
    """Return the counts of one group by the war that they are of."""
    found: list[_Period] = []
    dated = [(each.start, each) for each in counts if each.start is not None]
    batch: list[tuple[dt.date, _Count]] = []
    for start, count in sorted(dated, key=lambda each: (each[0], _order(each[1]))):
        if batch and (start - batch[0][0]).days > _ONE_PERIOD:
            found.append(_period(batch))
            batch = []
        batch.append((start, count))
    if batch:
        found.append(_period(batch))
    loose: list[_Count] = []
    for count in sorted((each for each in counts if each.start is None), key=_order):
        running = [p for p in found if p.start and p.start <= count.day and _continues(p, count)]
        if running:
            count.implied.append("since")
            max(running, key=lambda period: period.start or dt.date.min).counts.append(count)
        elif loose and (count.day - loose[-1].day).days > _LOOSE_GAP:
            found.append(_Period(None, loose))
            loose = [count]
        else:
            loose.append(count)
    if loose:
        found.append(_Period(None, loose))
    return found


def _period(batch: Sequence[tuple[dt.date, _Count]]) -> _Period:
    """Return the period of counts whose starts are near: its start the one that most give."""
    starts = Counter(start for start, _ in batch)
    start = max(starts, key=lambda each: (starts[each], each))
    return _Period(start, [count for _, count in batch])


def _continues(period: _Period, count: _Count) -> bool:
    """Tell whether *count* stands between the figures of *period* before and after it."""
    if count.one.claim.unit == "percent":
        return False
    peers = [each for each in period.counts if not count.place or each.place == count.place]
    return _between(peers, count)


def _between(peers: Iterable[_Count], count: _Count) -> bool:
    before: _Count | None = None
    after: _Count | None = None
    for each in peers:
        if each.day <= count.day:
            before = each if before is None or _order(each) > _order(before) else before
        else:
            after = each if after is None or _order(each) < _order(after) else after
    if before is None or (count.day - before.day).days > _QUIET:
        return False
    return before.size <= count.size and (after is None or count.size <= after.size)


def _by_place(counts: Sequence[_Count], places: Collection[str]) -> dict[str | None, list[_Count]]:
    """Return the counts of a period by place; those without one where they fit."""
    found: dict[str | None, list[_Count]] = {}
    for count in counts:
        if count.place:
            found.setdefault(count.place, []).append(count)
    stated = dict(found)
    for count in sorted((each for each in counts if not each.place), key=_order):
        fitting = [place for place, peers in stated.items() if _between(peers, count)]
        place = fitting[0] if len(fitting) == 1 else context_place(count.one, places)
        if place is not None:
            count.implied.append("place")
        found.setdefault(place, []).append(count)
    return found

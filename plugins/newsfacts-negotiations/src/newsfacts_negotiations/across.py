"""Negotiations across articles: which acts are one, which deny each other, the course of talks.

Acts are one where event, sides, subject and how real they are agree and their days are near; an act
whose sides nobody names is a fact of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, Final

from newsfacts import Status
from newsfacts.dossier import Fact, FactKey, Linker, Located, Relation, RelationKind, nearby
from newsfacts_negotiations.claims import NegotiationClaim
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.course import courses
from newsfacts_negotiations.sides import mediators_of, name_of, sides_of, venue_of

__all__ = ["linker", "relations"]

One = Located[NegotiationClaim]

_NEAR: Final = 3
"""Days within which reports of one act follow each other."""
_LONGEST: Final = 31
"""Days that an act's time may cover for its start to date it."""
_ON_SUBJECT: Final = frozenset(
    (Event.DEMAND, Event.OFFER, Event.CALL, Event.REJECT, Event.AGREE, Event.ENDORSE)
)
"""Acts that are one only if they are about the same."""
_DENIABLE: Final = frozenset(
    (Event.MEET, Event.NEGOTIATE, Event.RESUME, Event.AGREE, Event.CEASEFIRE, Event.BREAK_OFF)
)
"""Acts of which there is one at a time: who offers this and does not offer that denies nothing."""
_REAL: Final = (Status.ACTUAL, Status.ONGOING)
_FORESEEN: Final = (Status.PLANNED, Status.PREDICTED)
_BECOMES: Final = {
    Event.MEET: {Event.MEET},
    Event.NEGOTIATE: {Event.NEGOTIATE},
    Event.RESUME: {Event.RESUME, Event.NEGOTIATE},
    Event.CEASEFIRE: {Event.CEASEFIRE},
    Event.AGREE: {Event.AGREE},
}
"""What a planned act can turn out as."""
_REALISED: Final = 30
"""Days within which a plan comes about."""
_MOST: Final = 8
"""Acts of the other kind, on either side in time, that one is compared with."""


def linker() -> Linker:
    """Return how negotiations compose."""
    return Linker(
        kind=NegotiationClaim,
        fact=_fact,
        title=_title,
        relate=relations,
        trace=courses,
        columns=_columns,
    )


def _fact(one: One) -> FactKey | None:
    claim = one.claim
    sides = sides_of(one)
    subject = tuple(sorted(claim.topic)) if claim.event in _ON_SUBJECT else ()
    venue: str | None = None
    if len(sides) == 1:
        # One side meets and talks with many: only where, or about what, tells which act it is.
        subject, venue = tuple(sorted(claim.topic)), venue_of(one)
    if not sides or not (subject or venue or (claim.event not in _ON_SUBJECT and len(sides) > 1)):
        return None
    real = "real" if claim.status in _REAL else claim.status
    return FactKey((claim.event, sides, subject, venue, claim.negated, real), _day(one), _NEAR)


def _day(one: One) -> dt.date | None:
    """Return the day that dates an act: its own where that is narrow, else that of publication."""
    when = one.claim.interval
    if when is None or (when.days or 0) > _LONGEST:
        return one.published
    return when.start_day or one.published


def relations(facts: Sequence[Fact]) -> Iterator[Relation]:
    """Yield which acts deny each other and which come of a plan; near in time, never all pairs."""
    ended = [fact for fact in facts if _is(fact, Event.BREAK_OFF, _REAL)]
    going = [fact for fact in facts if _going_on(fact)]
    for one, other in _meeting(ended, going, _NEAR):
        if _same_talks(one, other):
            yield _relation(
                RelationKind.CONTRADICTS, one, other, "talks said to have ended, and to go on"
            )
    denied = [fact for fact in facts if fact.first.claim.negated]
    said = [fact for fact in facts if not fact.first.claim.negated]
    for one, other in _meeting(said, denied, _NEAR):
        if _denies(other, one):
            event = one.first.claim.event
            yield _relation(RelationKind.CONTRADICTS, one, other, f"{event} said, and denied")
    plans = [fact for fact in said if fact.first.claim.status in _FORESEEN]
    acts = [fact for fact in said if fact.first.claim.status in _REAL]
    for one, other in _meeting(plans, acts, _REALISED):
        if _realises(one, other):
            yield _relation(RelationKind.REALISES, one, other, "what was planned has come about")


def _is(fact: Fact, event: Event, statuses: Sequence[Status]) -> bool:
    claim = fact.first.claim
    return claim.event is event and claim.status in statuses and not claim.negated


def _going_on(fact: Fact) -> bool:
    return _is(fact, Event.NEGOTIATE, (Status.ONGOING,)) or _is(
        fact, Event.RESUME, (Status.ONGOING,)
    )


def _same_talks(one: Fact, other: Fact) -> bool:
    """Tell whether nothing speaks against two facts being of the same talks, and something for."""
    sides = sides_of(one.first), sides_of(other.first)
    venues = {venue_of(one.first), venue_of(other.first)} - {None}
    if len(venues) > 1:
        return False
    if sides[0] and sides[1] and not (sides[0] <= sides[1] or sides[1] <= sides[0]):
        return False
    together = set(one.articles) & set(other.articles)
    return bool(together) or len(sides[0] & sides[1]) > 1


def _denies(denial: Fact, fact: Fact) -> bool:
    """Tell whether *denial* says of the same act, foreseen or done like it, that it is not so."""
    claim, denied = fact.first.claim, denial.first.claim
    foreseen = claim.status not in _REAL, denied.status not in _REAL
    return (
        claim.event is denied.event
        and claim.event in _DENIABLE
        and (claim.event is Event.CEASEFIRE or len(_common(fact, denial)) > 1)
        and foreseen[0] == foreseen[1]
        and Status.INTENDED not in (claim.status, denied.status)
        and _overlap(fact.first, denial.first)
        and _same_talks(fact, denial)
    )


def _common(one: Fact, other: Fact) -> frozenset[str]:
    """Return the sides of two acts where they are the same, none where they differ."""
    sides = sides_of(one.first)
    return sides if sides == sides_of(other.first) else frozenset()


def _overlap(one: One, other: One) -> bool:
    """Tell whether the times of two acts have a day in common, as far as they are known."""
    a, b = one.claim.interval, other.claim.interval
    if a is None or b is None:
        return True
    return _before(a.start_day, b.end_day) and _before(b.start_day, a.end_day)


def _before(start: dt.date | None, end: dt.date | None) -> bool:
    return start is None or end is None or start < end


def _realises(plan: Fact, act: Fact) -> bool:
    one, other = plan.first, act.first
    days = _day(one), _day(other)
    return (
        other.claim.event in _BECOMES.get(one.claim.event, ())
        and days[0] is not None
        and days[1] is not None
        and days[0] <= days[1]
        and plan.days < act.days
        and len(sides_of(one)) > 1
        and sides_of(one) == sides_of(other)
        and _same_talks(plan, act)
    )


def _relation(kind: RelationKind, one: Fact, other: Fact, reason: str) -> Relation:
    first, second = sorted((one, other), key=_order)
    return Relation(kind, first, second, reason, (first.first, second.first))


def _order(fact: Fact) -> tuple[dt.date, str, int]:
    one = fact.first
    return one.published or dt.date.max, one.article.id, one.claim.span.start


def _meeting(left: Sequence[Fact], right: Sequence[Fact], days: int) -> Iterator[tuple[Fact, Fact]]:
    """Yield, once each, pairs near in time that have an article or a pair of sides in common."""
    mine, theirs = _shelved(left), _shelved(right)
    seen: set[tuple[str, str]] = set()
    for place, facts in mine.items():
        for one, other in nearby(facts, theirs.get(place, ()), days=days, most=_MOST):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _shelved(facts: Sequence[Fact]) -> dict[Hashable, list[tuple[dt.date, Fact]]]:
    shelves: dict[Hashable, list[tuple[dt.date, Fact]]] = {}
    for fact in facts:
        day = _day(fact.first) or fact.first.published
        if day is None:
            continue
        places: list[Hashable] = [("article", each) for each in fact.articles]
        sides = sides_of(fact.first)
        if len(sides) > 1:
            places.append(sides)
        for place in places:
            shelves.setdefault(place, []).append((day, fact))
    return shelves


def _title(one: One) -> str:
    claim = one.claim
    words = str(claim.event).replace("_", " ")
    who = ", ".join(each.text for each in claim.initiator)
    whom = ", ".join(each.text for each in claim.counterpart)
    arrow = " → ".join(filter(None, (who, whom)))
    return f"{'not: ' if claim.negated else ''}{words}" + (f": {arrow}" if arrow else "")


def _columns(fact: Fact) -> Mapping[str, str]:
    one: Located[Any] = fact.first
    claim = one.claim
    return {
        "event": str(claim.event),
        "sides": ", ".join(sorted(name_of(one, each) for each in sides_of(one))),
        "mediators": ", ".join(sorted(name_of(one, each) for each in mediators_of(one))),
        "venue": claim.venue.text if claim.venue else "",
        "topic": ", ".join(claim.topic),
        "phase": claim.phase or "",
        "cameo": claim.cameo or "",
        "plover": claim.plover or "",
    }

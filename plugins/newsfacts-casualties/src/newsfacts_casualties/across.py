"""Casualties across articles: which counts are one fact, and what toll they draw over time.

Whom a count is of: the victims' country (ISO 3166) where the words say it ("232 Palestinians"),
else that of its place, so that "more than 30,600 in the Gaza Strip" and "34,622 Palestinians" meet.
Low, value and high of a point are UCDP's low, best and high estimates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from typing import Final

from newsfacts import Comparator, Interval, Status
from newsfacts.dossier import Fact, FactKey, Linker, Located
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.tolls import contradictions, tolls
from newsfacts_casualties.whom import country_of, group_head, place_key

__all__ = ["linker"]

One = Located[CasualtyClaim]

_BELOW: Final = frozenset(
    (Comparator.NEARLY, Comparator.AT_MOST, Comparator.LESS_THAN)
)  # "nearly 1,900" is not "more than 1,900"
_TELLING_DIGITS: Final = 3
"""A figure of so many digits before its zeros, as 2,090 or 34,622, is known by itself."""
_LONG, _SHORT = 92, 2
"""Days within which a figure that is known by itself, or by place and day alone, is repeated."""


def linker() -> Linker:
    """Return how casualties compose."""
    return Linker(
        kind=CasualtyClaim,
        block=_block,
        fact=_fact,
        when=_when,
        title=_title,
        relate=contradictions,
        trace=tolls,
        columns=_columns,
    )


def _block(one: One) -> Hashable:
    """Counts meet that have effect and unit, and country or place, in common."""
    claim = one.claim
    where = country_of(one) or place_key(one) or ("article", one.article.id)
    return claim.effect, claim.unit, where


def _fact(one: One) -> FactKey | None:
    claim = one.claim
    count = claim.count
    place = place_key(one)
    if not (country_of(one) or place):
        return None
    bounds = (count.low, count.high) if count.value is None else (count.comparator in _BELOW,)
    key = (group_head(one), claim.negated, claim.status in _REAL, count.value, bounds)
    if claim.unit == "percent" or _tells(count.value):
        return FactKey(key, _day(one), _LONG)
    return FactKey((*key, place), _day(one), _SHORT)


_REAL: Final = (Status.ACTUAL, Status.ONGOING)


def _tells(value: float | None) -> bool:
    """Tell whether a figure is so particular that another article's can only be the same."""
    return value is not None and len(str(int(value)).rstrip("0")) >= _TELLING_DIGITS


def _day(one: One) -> dt.date | None:
    """Return the day of a one-day count, else that of publication."""
    when = _when(one)
    return (when.start_day if when else None) or one.published


def _when(one: One) -> Interval | None:
    """Return the day that a count is as of; a toll since May is news of today, not of May."""
    given = one.claim.interval
    if given is not None and given.days is not None and (given.days <= 1 or not one.published):
        return given
    if one.published is None:
        return given
    return Interval(one.published, one.published + dt.timedelta(days=1))


def _title(one: One) -> str:
    claim = one.claim
    of = {claim.place} if claim.place and claim.place not in claim.text else set()
    return f"{claim.effect}: {claim.text}" + "".join(f" ({place})" for place in of)


def _columns(fact: Fact) -> Mapping[str, str]:
    return dict(_cells(fact.first))


def _cells(one: One) -> Iterator[tuple[str, str]]:
    claim = one.claim
    for name, number in (
        ("low", claim.count.low),
        ("value", claim.count.value),
        ("high", claim.count.high),
    ):
        yield name, "" if number is None else f"{number:,}"
    yield "place", claim.place or ""
    since = claim.interval.start if claim.interval else None
    yield "since", str(since or "")
    yield "by", str(claim.perpetrator or "") if claim.effect is not Effect.RELEASED else ""

"""Whom a count is of and where, as keys that are the same in every article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

from newsfacts import ActorType, Span
from newsfacts.dossier import Located
from newsfacts_casualties.claims import CasualtyClaim

__all__ = ["EVERYONE", "context_place", "country_of", "group_head", "place_key"]

One = Located[CasualtyClaim]

EVERYONE: Final = ""
"""The group of a count that singles nobody out: people, Palestinians."""
_ANYBODY: Final = frozenset(
    "people persons person others victims residents inhabitants lives dead".split()
)
_REGIONS: Final = (
    "strip", "province", "region", "governorate", "oblast", "district", "territory", "enclave",
)  # fmt: skip
"""Words after a name that leave the place what it is: the Gaza Strip is Gaza."""
_REACH: Final = 160
"""Code points before "the enclave's infrastructure" in which the enclave is named."""


def country_of(one: One) -> str | None:
    """Return the victims' country: of who is named in the count, else of its place."""
    claim = one.claim
    for actor in one.actors_in(claim.span):
        if actor.country:
            return actor.country
    for words in (claim.group, claim.place):
        actor_found = one.actor_named(words)
        if actor_found and actor_found.country:
            return actor_found.country
    return _country_before(one) if claim.of else None


def _country_before(one: One) -> str | None:
    """Return the country of the last place before a share of "the enclave's" anything."""
    at = one.claim.span.start
    start = max(one.article.text.rfind("\n", 0, at) + 1, at - _REACH)
    if start >= at:
        return None
    near = Span(start, at, one.article.text[start:at])
    places = [
        (mention.start, actor.country)
        for actor in one.actors_in(near)
        if actor.type is ActorType.PLACE and actor.country
        for mention in actor.mentions
        if near.contains(mention)
    ]
    return max(places)[1] if places else None


def group_head(one: One) -> str:
    """Return who is counted, in one word: "children"; `EVERYONE` where nobody is singled out."""
    group = one.claim.group
    if not group:
        return EVERYONE
    head = group.lower().split()[-1]
    if head in _ANYBODY and " " not in group.strip():
        return EVERYONE
    named = one.actor_named(group)
    if named is not None and named.type in (ActorType.POPULATION, ActorType.STATE):
        return EVERYONE
    return head


def place_key(one: One) -> str | None:
    """Return the place of a count in one form: the Gaza Strip and Gaza are `gaza`."""
    place = one.claim.place
    if not place:
        return None
    actor = one.actor_named(place)
    return _region(str(actor.actor) if actor else place.lower().replace(" ", "_"))


def context_place(one: One, places: Collection[str]) -> str | None:
    """Return which of *places* the article names most, None where it names none of them."""
    counts: Counter[str] = Counter()
    for actor in one.actors:
        key = _region(str(actor.actor))
        if actor.type is ActorType.PLACE and key in places:
            counts[key] += len(actor.mentions)
    return min(counts, key=lambda each: (-counts[each], each), default=None)


def _region(key: str) -> str:
    name, _, last = key.rpartition("_")
    return name if name and last in _REGIONS else key

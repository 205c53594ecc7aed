"""Actors across articles: one entry an id, with what the articles say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

import attrs

from newsfacts.claims import ActorClaim, ActorType
from newsfacts.values import ActorId

__all__ = ["Actor", "merged"]

T = TypeVar("T", bound=str)


@attrs.frozen
class Actor:
    """Is an actor as all articles together know it."""

    id: ActorId
    """The same in every article."""
    name: str
    """The name that most articles give it."""
    names: tuple[str, ...]
    """Every name that a mention gives it, sorted."""
    type: ActorType
    """The type that most articles give it."""
    country: str | None
    """ISO 3166-1 alpha-3, null where no article says."""
    affiliation: ActorId | None
    """The actor it belongs to, as most articles that say so say."""
    roles: tuple[str, ...]
    """Every role that an article gives it, sorted."""
    articles: tuple[str, ...]
    """Ids of the articles that name it, in order."""
    mentions: int
    """How often they do."""


class _Tally:
    """Is what has been read of one actor so far."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.types: Counter[ActorType] = Counter()
        self.countries: Counter[str] = Counter()
        self.affiliations: Counter[ActorId] = Counter()
        self.roles: set[str] = set()
        self.forms: set[str] = set()
        self.articles: dict[str, None] = {}
        self.mentions = 0

    def add(self, article: str, claim: ActorClaim) -> None:
        self.names[claim.name] += 1
        self.types[claim.type] += 1
        if claim.country:
            self.countries[claim.country] += 1
        if claim.affiliation:
            self.affiliations[claim.affiliation] += 1
        if claim.role:
            self.roles.add(claim.role)
        self.forms.update(each.text for each in claim.mentions if each.form == "name")
        self.articles[article] = None
        self.mentions += len(claim.mentions)


def merged(claims: Iterable[tuple[str, ActorClaim]]) -> tuple[Actor, ...]:
    """Return one entry an actor, those in most articles first.

    Args:
        claims: article ids and actor claims, in the order of the articles.
    """
    tallies: dict[ActorId, _Tally] = {}
    for article, claim in claims:
        tallies.setdefault(claim.actor, _Tally()).add(article, claim)
    found = (
        Actor(
            actor,
            _most(tally.names) or str(actor),
            tuple(sorted(tally.forms | tally.names.keys())),
            _most(tally.types) or ActorType.OTHER,
            _most(tally.countries),
            _most(tally.affiliations),
            tuple(sorted(tally.roles)),
            tuple(tally.articles),
            tally.mentions,
        )
        for actor, tally in tallies.items()
    )
    return tuple(sorted(found, key=lambda each: (-len(each.articles), -each.mentions, each.id)))


def _most(counts: Counter[T]) -> T | None:
    """Return what was counted most often; of equals the first in the alphabet."""
    return min(counts, key=lambda each: (-counts[each], each), default=None)

"""What a plugin says of its kind so that claims of many articles compose: the linker.

A linker is plain functions over the claims of one kind, each seen with its article (`Located`):

    block(one)       claims of different blocks are never looked at together; that keeps it linear
    fact(one)        claims of one block with equal keys, near in time, are one `Fact`
    relate(facts)    which facts of a block contradict, supersede or realise each other
    trace(facts)     the series that they draw: a toll over time, the course of talks

Each but `fact` has a default. The core knows only `Claim`: it groups, counts who reports
independently, and shows what the functions return.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

import attrs

from newsfacts.article import Article
from newsfacts.claims import ActorClaim, Claim
from newsfacts.values import ActorId, Attribution, Interval, Party, Span

__all__ = [
    "Fact",
    "FactKey",
    "Linker",
    "Located",
    "Point",
    "Relation",
    "RelationKind",
    "Series",
    "nearby",
]

C = TypeVar("C", bound=Claim)


@attrs.frozen(eq=False, slots=False)
class Located(Generic[C]):
    """Is a claim with its article, and the article's actors to look its words up in."""

    claim: C
    """The claim."""
    article: Article
    """Where it stands."""
    actors: tuple[ActorClaim, ...] = attrs.field(repr=False)
    """The article's actors."""

    @property
    def published(self) -> dt.date | None:
        """The day of publication."""
        return self.article.published_on

    @property
    def where(self) -> tuple[str, str]:
        """Article and claim: what names it among all."""
        return self.article.id, self.claim.id

    @cached_property
    def voice(self) -> str | None:
        """Who the article says it from: the speaker's id, else the source's words, else None."""
        attribution = self.claim.attribution
        if not isinstance(attribution, Attribution):
            return None
        return attribution.speaker or attribution.speaker_name or attribution.source

    def actors_in(self, span: Span) -> Iterator[ActorClaim]:
        """Yield the actors that a word of *span* names, in the order of the actors."""
        for actor in self.actors:
            if any(mention.overlaps(span) for mention in actor.mentions):
                yield actor

    def parties(self) -> Iterator[str]:
        """Yield the ids of the actors that the claim is about: in its words, or in a role of it."""
        for actor in self.actors_in(self.claim.span):
            yield str(actor.actor)
        for field in attrs.fields(type(self.claim)):
            value = getattr(self.claim, field.name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Party) and each.actor:
                    yield str(each.actor)

    def actor_named(self, words: str | None) -> ActorClaim | None:
        """Return the actor that the article names in just these *words*."""
        if not words:
            return None
        for actor in self.actors:
            if actor.name == words or any(each.text == words for each in actor.mentions):
                return actor
        return None

    def actor(self, actor_id: ActorId | str | None) -> ActorClaim | None:
        """Return the actor of this id, None where the article has no claim of it."""
        return next((each for each in self.actors if each.actor == actor_id), None)


@attrs.frozen
class FactKey:
    """Is what makes claims one fact: an equal key, and days that follow close on each other."""

    key: Hashable
    """Claims with equal keys can be one fact."""
    day: dt.date | None = None
    """The day to compare; None, where the text and the article give none."""
    days: int = 3
    """Claims further apart than so many days are different facts."""


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Fact:
    """Is what one or more claims assert alike, with all that do as its evidence."""

    kind: str
    """The kind of its claims."""
    members: tuple[Located[Any], ...]
    """The claims, by day of publication, article and offset."""
    reports: int = 1
    """How many articles report it independently: copies of one text count once."""

    @cached_property
    def id(self) -> str:
        """Names the fact: a hash of its first claim's kind, article and id."""
        first = "\x1f".join((self.kind, *self.members[0].where))
        return hashlib.blake2b(first.encode(), digest_size=6).hexdigest()

    @property
    def first(self) -> Located[Any]:
        """The earliest claim."""
        return self.members[0]

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that have it, in order."""
        return tuple(dict.fromkeys(each.article.id for each in self.members))

    @cached_property
    def voices(self) -> tuple[str, ...]:
        """Who asserts it, as far as the articles say."""
        return tuple(sorted({each.voice for each in self.members if each.voice}))

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Ids of the actors that it is about, sorted."""
        return tuple(sorted({actor for each in self.members for actor in each.parties()}))

    @property
    def corroborated(self) -> bool:
        """Whether more than one article reports it independently."""
        return self.reports > 1

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Days of publication, the first and the last; empty where none is known."""
        known = sorted(day for each in self.members if (day := each.published))
        return (known[0], known[-1]) if known else ()


class RelationKind(StrEnum):
    """Says how two facts stand to each other."""

    CONTRADICTS = "contradicts"
    """they cannot both be so"""
    SUPERSEDES = "supersedes"
    """the later takes the place of the earlier, as a toll that has risen does"""
    REALISES = "realises"
    """the later is what the earlier planned or foresaw"""


@attrs.frozen(eq=False)
class Relation:
    """Is how two facts stand to each other, with the claims that show it."""

    kind: RelationKind
    """Which relation."""
    earlier: Fact
    """The fact that came first."""
    later: Fact
    """The fact that contradicts, supersedes or realises it."""
    reason: str
    """Why, in words for people."""
    evidence: tuple[Located[Any], Located[Any]]
    """A claim of each whose words show it: of the earlier, of the later."""


@attrs.frozen(eq=False)
class Point:
    """Is one fact in a series: a number with its bounds, or an event without one."""

    day: dt.date
    """As of which day."""
    fact: Fact
    """What it rests on."""
    label: str
    """What it says, in words for people."""
    low: int | float | None = None
    """The least it can be."""
    value: int | float | None = None
    """The number the text names."""
    high: int | float | None = None
    """The most it can be."""
    implied: tuple[str, ...] = ()
    """What the series says of it and its words leave to context: `place`, `since`."""


@attrs.frozen(eq=False)
class Series:
    """Is facts in the order of time: the toll of one war, the course of one round of talks."""

    kind: str
    """The kind of its claims."""
    labels: tuple[tuple[str, str], ...]
    """What it is of, as pairs: (("effect", "killed"), ("place", "Gaza"))."""
    start: dt.date | None
    """When what it counts began, None where nobody says."""
    points: tuple[Point, ...]
    """By day."""

    @property
    def title(self) -> str:
        """What it is of, on one line."""
        since = f" since {self.start}" if self.start else ""
        return " · ".join(value for _, value in self.labels if value) + since

    @property
    def counts(self) -> bool:
        """Whether its points are numbers."""
        return any((each.low, each.value, each.high) != (None,) * 3 for each in self.points)


def _claim_day(one: Located[Any]) -> Interval | None:
    found: Interval | None = getattr(one.claim, "interval", None)
    return found


def _nothing(_: Sequence[Fact]) -> Iterable[Any]:
    return ()


def _one_block(_: Located[Any]) -> Hashable:
    return ()


def _summary(one: Located[Any]) -> str:
    return str(one.claim.summary)


def _no_columns(_: Fact) -> Mapping[str, str]:
    return {}


@attrs.frozen(kw_only=True)
class Linker:
    """Is how claims of one kind compose across articles. A plugin returns it from its hook."""

    kind: type[Claim]
    """The kind; subclasses included."""
    fact: Callable[[Located[Any]], FactKey | None]
    """Return what makes it one fact with others; None leaves the claim a fact of its own."""
    block: Callable[[Located[Any]], Hashable] = _one_block
    """Return which claims it is ever looked at with."""
    when: Callable[[Located[Any]], Interval | None] = _claim_day
    """Return when it happened, as far as the text says; its field `interval` by default."""
    title: Callable[[Located[Any]], str] = _summary
    """Return what it claims, on one line for people; its `summary` by default."""
    relate: Callable[[Sequence[Fact]], Iterable[Relation]] = _nothing
    """Yield relations among the facts of one block; must not look at all pairs."""
    trace: Callable[[Sequence[Fact]], Iterable[Series]] = _nothing
    """Yield the series of one block."""
    columns: Callable[[Fact], Mapping[str, str]] = _no_columns
    """Return what tables show of a fact beside what all have, by heading."""


F = TypeVar("F")


def nearby(
    left: Iterable[tuple[dt.date, F]], right: Iterable[tuple[dt.date, F]], *, days: int, most: int
) -> Iterator[tuple[F, F]]:
    """Yield pairs of one of *left* and one of *right* that stand near each other in time.

    For each of *left*, at most *most* of *right* on either side, the nearest: never all pairs.

    Args:
        left: things with their days.
        right: others with theirs.
        days: how far apart a pair may stand.
        most: how many on either side.
    """
    ordered = sorted(right, key=lambda each: each[0])
    known = [day for day, _ in ordered]
    for day, one in left:
        at = bisect_left(known, day)
        for other_day, other in ordered[max(0, at - most) : at + most]:
            if abs((other_day - day).days) <= days:
                yield one, other

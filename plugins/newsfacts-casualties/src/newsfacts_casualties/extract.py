"""The extractor of casualties: sentence by sentence, only where an effect word and a count meet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs

from newsfacts import (
    ActorClaim,
    ClaimId,
    Comparator,
    DateClaim,
    Status,
)
from newsfacts.lazy import lazy
from newsfacts.quantities import quantities
from newsfacts.syntax import Factuality, syntax
from newsfacts.tokens import Tokens, tokens
from newsfacts_casualties.breakdown import OpenTolls, may_break_down, mostly, of_victims, parts
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.composed import counted_phrases
from newsfacts_casualties.effects import SUFFERERS, Form, Hit, trigger_at
from newsfacts_casualties.groups import group_of, renames, unit_of
from newsfacts_casualties.linking import links
from newsfacts_casualties.links import Link
from newsfacts_casualties.nouns import Counted
from newsfacts_casualties.period import Periods
from newsfacts_casualties.perpetrators import Perpetrators
from newsfacts_casualties.place_names import Names, is_hospital
from newsfacts_casualties.places import name_before, place_of
from newsfacts_casualties.reach import counts
from newsfacts_casualties.reality import reality
from newsfacts_casualties.spotting import passages
from newsfacts_casualties.victims import Victims
from newsfacts_casualties.whereabouts import Whereabouts

__all__ = ["Casualties"]


_CASUALTIES = (Effect.KILLED, Effect.INJURED)
_DYING = frozenset("die dies died dying succumb succumbs succumbed succumbing".split())
"""What befalls the wounded in hospital: "died at Mercy Hospital" happened elsewhere."""
_MOVED = (Effect.LAUNCHED, Effect.DISPLACED)


_AHEAD = (Status.PREDICTED, Status.CONDITIONAL, Status.PLANNED, Status.INTENDED)
_SUMMED = 400
"""Code points from a toll to the counts that make it up."""
_EARLIER = frozenset("earlier previous initial preliminary provisional".split())
_LED = 4
"""Tokens from "earlier" to the number of "an earlier toll of 19"."""
_DECEASED = frozenset(("killed", "fatalities", "fatality", "deceased"))
_NO = ("no", "not", "nobody", "none")
"""What denies nobody's death but counts: "no one", "no fewer than 12"."""


@attrs.frozen
class Casualties:
    """Finds counts of people and structures that something happened to."""

    points_group: bool = False
    """Whether a point groups thousands ("2.090" is two thousand and ninety)."""

    def __call__(
        self,
        doc: Tokens,
        dates: tuple[DateClaim, ...] = (),
        actors: tuple[ActorClaim, ...] = (),
    ) -> Iterator[CasualtyClaim]:
        """Yield the casualties of an article, in the order of its text."""
        view = tokens(doc)
        reader: _Reader | None = None
        seen: set[ClaimId] = set()
        for start, end, found in passages(view):
            reader = reader or _Reader(view, dates, actors, points_group=self.points_group)
            for claim in reader.sentence(start, end, found):
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield claim
        if reader is not None:
            yield from reader.following(len(view))


class _Reader:
    """Reads one article, and remembers what a sentence may take from those before it."""

    def __init__(
        self,
        view: Tokens,
        dates: tuple[DateClaim, ...],
        actors: tuple[ActorClaim, ...],
        *,
        points_group: bool,
    ) -> None:
        self.view = view
        self._points_group = points_group
        self._syntax = syntax(view)
        self._dates, self._actors = dates, actors
        self._victims = Victims(self._syntax, actors)
        self._tolls: dict[Effect, CasualtyClaim] = {}
        self._facts: dict[tuple[int, int, int], Factuality] = {}
        self._open = OpenTolls(view)
        self._after: int | None = None
        """The token at which a sentence begins that may break the open tolls down."""

    # Made where a claim is, for most articles that hold an effect word hold none.
    @lazy
    def _periods(self) -> Periods:
        return Periods(self.view, self._dates)

    @lazy
    def _perpetrators(self) -> Perpetrators:
        return Perpetrators.among(self._syntax, self._actors)

    @lazy
    def _names(self) -> Names:
        return Names.among(self._actors)

    @lazy
    def _whereabouts(self) -> Whereabouts:
        return Whereabouts(self.view, self._names)

    def sentence(self, start: int, end: int, found: Sequence[Hit]) -> Iterator[CasualtyClaim]:
        """Yield the casualties that *found*, its effect words, tell of in a sentence."""
        if self._after is not None and self._after < start:
            yield from self.following(start)
        lower = self.view.lower
        phrases = self._phrases(start, end) if counts(self.view, start, end, found) else []
        linked = links(self.view, start, end, phrases, found) if phrases else []
        if linked:
            linked = [self._victims.by_name(link, end) for link in linked]
            linked += self._victims.included(start, end, phrases, linked)
        for hit in found:
            for link in self._victims.links(hit, start, end, phrases, linked):
                fact = self._fact(link)
                certain = fact.status is Status.ACTUAL and not fact.negated
                if certain or link.phrase in phrases:
                    linked.append(link)
        if not linked:
            if self._after is not None:
                yield from self.following(end)
            return
        made = self._made(start, end, linked)
        made += mostly(self.view, start, end, made)
        told = self._open.leave(made, phrases)
        self._after = end if told and end < len(lower) else None
        yield from sorted(made, key=lambda claim: claim.span.start)

    def _made(self, start: int, end: int, linked: Sequence[Link]) -> list[CasualtyClaim]:
        """Return the claims of a sentence's links; keep tolls and places for what follows."""
        view = self.view
        made: list[CasualtyClaim] = []
        told = dict(self._tolls)
        first_of: list[CasualtyClaim | None] = []
        for link in linked:
            if link.again or renames(view, link, linked):
                first_of.append(None)
                continue
            whole = first_of[link.whole] if link.whole is not None else None
            claims = list(self._claims(start, end, link, whole, made))
            first_of.append(claims[0])
            if claims[0].place:
                self._whereabouts.note(claims[0], end)
            made += claims
            toll = claims[0].part_of is None and claims[0].unit == "people"
            first = link.effect not in self._tolls
            sure = first or (claims[0].status not in _AHEAD and claims[0].count.high != 1)
            stands = sure and not _is_superseded(view.lower, link)
            if toll and stands and not self._takes_up(link):
                self._tolls[link.effect] = claims[0]
        return self._summed(made, told)

    def _summed(
        self, made: list[CasualtyClaim], told: dict[Effect, CasualtyClaim]
    ) -> list[CasualtyClaim]:
        """Tie counts that make up the toll *told* before: "Nine died at once, five later"."""
        for effect, toll in told.items():
            tied = [
                x
                for x in made
                if x.effect is effect and x.part_of is None and _may_be_at(x.place, toll.place)
            ]
            near = bool(tied) and 0 < tied[0].span.start - toll.span.end < _SUMMED
            if len(tied) > 1 and near and toll.count.value == sum(map(_exactly, tied)):
                self._tolls[effect] = toll
                made = [attrs.evolve(x, part_of=toll.id) if x in tied else x for x in made]
        return made

    def following(self, until: int) -> Iterator[CasualtyClaim]:
        """Yield the parts that sentences without effect words, before token *until*, tell of.

        Only a sentence right after a toll, or after another such sentence, is read.
        """
        while self._after is not None and self._after < until:
            start, end = self.view.sentence_range(self._after)
            self._after = None
            lower = self.view.lower[start:end]
            if may_break_down(lower):
                dead = self._tolls.get(Effect.KILLED) if of_victims(lower) else None
                for phrase, who in parts(self.view, start, end, self._phrases(start, end)):
                    if claim := self._open.part(phrase, who, dead):
                        yield claim
                        self._after = end if end < len(self.view) else None

    def _fact(self, link: Link) -> Factuality:
        """Return how real what a link says is, told once."""
        hit, phrase = link.hit, link.phrase
        key = hit.start, phrase.start, phrase.end
        fact = self._facts.get(key)
        if fact is None:
            fact = self._facts[key] = reality(self._syntax, hit, phrase.start, phrase.end)
        return fact

    def _phrases(self, start: int, end: int) -> list[Counted]:
        """Return the counted noun phrases of a sentence, none overlapping."""
        view = self.view
        first, last = view.starts[start], view.end(end - 1)
        mentions = quantities(view.text, first, last, points_group=self._points_group)
        return counted_phrases(view, mentions, end)

    def _claims(
        self,
        start: int,
        end: int,
        link: Link,
        whole: CasualtyClaim | None,
        made: list[CasualtyClaim],
    ) -> Iterator[CasualtyClaim]:
        """Yield the claim of a link; "no casualties" says that none died and none was hurt."""
        claim = self._claim(start, end, link, whole, made)
        none = claim.count.value == 0
        several = _CASUALTIES if link.phrase.head == "casualties" else link.hit.either
        if none and several:
            yield from (attrs.evolve(claim, effect=effect) for effect in several)
            return
        yield claim
        joined = self.view.lower[link.phrase.end : min(end, link.phrase.end + 1)]
        if none and joined in (["or"], ["and"]):  # "No deaths or injuries"
            other = trigger_at(self.view.lower, link.phrase.end + 1, end)
            if other is not None and other.form is Form.NOUN and other.effect is not claim.effect:
                yield attrs.evolve(claim, effect=other.effect)

    def _claim(
        self,
        start: int,
        end: int,
        link: Link,
        whole: CasualtyClaim | None,
        made: list[CasualtyClaim],
    ) -> CasualtyClaim:
        view, phrase, hit = self.view, link.phrase, link.hit
        fact = self._fact(link)
        if whole is None and self._takes_up(link):
            whole = self._whole(link)
        group = group_of(view, link, whole, made)
        perpetrator = self._perpetrators.of(link, end)
        stop = phrase.end if self._is_described(link, end) else end
        first, last = min(phrase.start, hit.start), max(phrase.end, hit.end)
        interval = (
            whole.interval
            if whole
            else self._periods.of(start, stop, hit, ahead=fact.status in _AHEAD)
        )
        return CasualtyClaim(
            span=view.span(phrase.start, phrase.end),
            status=fact.status,
            negated=fact.negated and view.lower[phrase.start] not in _NO,
            hedge=view.span(*fact.hedge).text if fact.hedge else None,
            effect=link.effect,
            count=phrase.quantity,
            unit=unit_of(view, link, made),
            group=group,
            of=(whole.group if whole and phrase.anaphoric else group) if phrase.share else None,
            part_of=whole.id if whole else None,
            place=self._place(link, start, end, first, last)
            or (whole.place if whole else None)
            or self._whereabouts.of(start, end, link.effect, fact.status, interval),
            interval=interval,
            perpetrator=perpetrator,
            perpetrator_basis="explicit" if perpetrator else None,
            rule=link.rule,
        )

    def _place(self, link: Link, start: int, end: int, first: int, last: int) -> str | None:
        """Return the place that the sentence names for a link of tokens *first* to *last*."""
        if link.rule == "tabled":
            return name_before(self.view, link.phrase.start - 1)
        moved, taken = link.effect in _MOVED, link.effect is Effect.CAPTIVE
        place = place_of(
            self.view,
            start,
            end,
            (first, link.phrase.start, last),
            names=self._names,
            moved=moved,
            taken=taken,
        )
        treated = link.effect is Effect.INJURED or link.hit.trigger.words[0] in _DYING
        return None if place and treated and is_hospital(place) else place

    def _is_described(self, link: Link, end: int) -> bool:
        """Tell whether a participle, its dates and all, follows: "free 12 men held since May"."""
        phrase, hit = link.phrase, link.hit
        if hit.start >= phrase.start or phrase.end >= end:
            return False
        other = trigger_at(self.view.lower, phrase.end, end)
        ties = other is not None and other.form in (Form.EITHER, Form.BEFORE)
        return ties and other is not None and other.effect is not hit.trigger.effect

    def _takes_up(self, link: Link) -> bool:
        """Tell whether words take up a toll told before: "the dead were", "three of those who"."""
        lower, phrase, hit = self.view.lower, link.phrase, link.hit
        follows = lower[phrase.end : phrase.end + 1]
        of_those = phrase.head == "those" and hit.start == phrase.end  # "one of those killed"
        if phrase.of_effect or of_those or (phrase.anaphoric and follows == ["who"]):
            return True
        first = hit.trigger.words[0]
        definite = hit.start > 0 and lower[hit.start - 1] in ("the", "those")
        taken = first == "among" or (definite and (first in SUFFERERS or first in _DECEASED))
        return taken and (hit.trigger.form is Form.AFTER or first == "among")

    def _whole(self, link: Link) -> CasualtyClaim | None:
        """Return the last toll that "two of the dead" can be part of."""
        whole, part = self._tolls.get(link.effect), link.phrase.quantity.value
        if whole is None or not part:
            return None
        most = whole.count.high
        return whole if part < (most or math.inf) or part == most != 1 else None


def _may_be_at(place: str | None, other: str | None) -> bool:
    """Tell whether two places, None where nothing is said, can be one."""
    return place is None or other is None or place == other


def _exactly(claim: CasualtyClaim) -> float:
    """Return the number of people that a claim counts, infinite where it gives none exactly."""
    exact = claim.count.comparator is Comparator.EXACT and claim.unit == "people"
    return claim.count.value or math.inf if exact else math.inf


def _is_superseded(lower: Sequence[str], link: Link) -> bool:
    """Tell a toll that holds no longer: "an earlier toll of 19", "up from 81"."""
    before = lower[max(0, link.phrase.start - _LED) : link.phrase.start]
    return link.rule == "compared" or before[-1:] == ["from"] or not _EARLIER.isdisjoint(before)

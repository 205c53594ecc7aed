"""Who acts, with whom, through whom and where: the roles of an act, from the phrases around it."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from newsfacts import ActorClaim, Mention, Party
from newsfacts.tokens import Tokens
from newsfacts_negotiations.finder import Act
from newsfacts_negotiations.politics import political
from newsfacts_negotiations.reading import Range

__all__ = ["Cast", "Roles"]

_WITH = frozenset({"with", "to", "against", "from", "on"})
_TIMES = frozenset(
    "january february march april may june july august "
    "september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_REACH = 24


@attrs.frozen
class Cast:
    """Is the parties of an act, by role."""

    initiator: tuple[Party, ...] = ()
    counterpart: tuple[Party, ...] = ()
    mediator: tuple[Party, ...] = ()
    venue: Party | None = None


@attrs.frozen
class Roles:
    """Reads the roles of acts; knows the actors of the article, if anybody named them."""

    view: Tokens
    mentions: list[tuple[Mention, ActorClaim]]
    starts: list[int]

    @classmethod
    def of(cls, view: Tokens, actors: tuple[ActorClaim, ...]) -> Roles:
        """Return the reader of roles for the article of *view*."""
        mentions = sorted(
            ((mention, actor) for actor in actors for mention in actor.mentions),
            key=lambda pair: (pair[0].start, pair[0].end),
        )
        return cls(view, mentions, [mention.start for mention, _ in mentions])

    def cast(self, act: Act) -> Cast:
        """Return the parties of *act*."""
        initiator: list[Party] = []
        counterpart: list[Party] = []
        mediator: list[Party] = []
        venue: Party | None = None
        if act.subject is not None:
            initiator += self.parties(act.subject)
        anchored = act.match.start if not act.verbal else act.match.anchor
        after = act.reading.phrases(anchored, act.end + _REACH)
        for preposition, phrase in after:
            words = self.view.lower[slice(*phrase)]
            if preposition == "between" and not act.verbal:
                initiator += self.parties(phrase)
            elif preposition in ("through", "via") or "mediation" in words:
                mediator += self.parties(phrase)
            elif preposition in ("in", "at") or (
                preposition == "to" and act.trigger.event == "meet"
            ):
                venue = venue or self.place(phrase)
            elif preposition in _WITH and political(self.view.words[slice(*phrase)]):
                counterpart += self.parties(phrase)
        return Cast(tuple(initiator), tuple(counterpart), tuple(mediator), venue)

    def parties(self, phrase: Range) -> list[Party]:
        """Return the parties that *phrase* names: one a known actor, or the phrase itself."""
        span = self.view.span(*phrase)
        first = bisect_left(self.starts, span.start)
        known = [
            Party.at(span, actor.actor)
            for mention, actor in self.mentions[first : bisect_left(self.starts, span.end)]
        ]
        return known[:1] or [Party.at(span)]

    def place(self, phrase: Range) -> Party | None:
        """Return the place that *phrase* names, if it does."""
        words = self.view.words[slice(*phrase)]
        if not any(word[:1].isupper() for word in words) or words[0].lower() in _TIMES:
            return None
        return Party.at(self.view.span(*phrase))

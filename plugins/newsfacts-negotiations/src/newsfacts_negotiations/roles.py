"""Who acts, with whom, through whom and where: the roles of an act, from the phrases around it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts import Party
from newsfacts.syntax import Syntax
from newsfacts_negotiations.claims import NegotiationEvent
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.people import People, Range, word_list

__all__ = ["Cast", "Roles"]

_REACH = 30
"""Tokens after an act's words in which the phrases of its roles are looked for."""
_TOWARDS = frozenset({"with", "to", "against", "on", "upon", "from"})
_ABOUT = frozenset({"for", "on", "over", "about", "to", "towards", "toward", "aimed", "of"})
_RECIPROCAL = frozenset(
    {
        NegotiationEvent.NEGOTIATE,
        NegotiationEvent.RESUME,
        NegotiationEvent.AGREE,
        NegotiationEvent.BREAK_OFF,
        NegotiationEvent.CEASEFIRE,
        NegotiationEvent.STALL,
        NegotiationEvent.MEET,
    }
)


@attrs.define
class Cast:
    """Is the parties of an act, by role."""

    initiator: list[Party] = attrs.Factory(list)
    counterpart: list[Party] = attrs.Factory(list)
    mediator: list[Party] = attrs.Factory(list)
    venue: Party | None = None


@attrs.frozen
class Roles:
    """Reads the roles of acts in one article."""

    reading: Syntax
    people: People

    def cast(self, act: Act) -> Cast:
        """Return the parties of *act*."""
        cast = Cast()
        if act.group is not None:
            self._of_verb(act, cast)
        else:
            self._of_noun(act, cast)
        self._of_prepositions(act, cast)
        return cast

    def _of_verb(self, act: Act, cast: Cast) -> None:
        """Take in subject and object."""
        if act.subject is not None and self.people.political(act.subject):
            cast.initiator += self.parties(act.subject)
        elif act.subject is not None:
            self._within(act.subject, cast.initiator)
        target = act.object
        if target is not None and self.people.political(target) and self._human(target):
            cast.counterpart += self.parties(target)

    def _of_noun(self, act: Act, cast: Cast) -> None:
        """Take in what stands before the noun in its own phrase: "Qatari mediation"."""
        phrase = self.reading.noun_phrase(act.head)
        if phrase is not None and phrase[0] < act.head:
            self._within((phrase[0], act.head), cast.initiator, cast)

    def _within(self, phrase: Range, into: list[Party], cast: Cast | None = None) -> None:
        """Take in the actors named inside a phrase that is no party itself."""
        for mention, actor in self.people.named(phrase):
            span = mention
            first = self.reading.tokens.at(span.start)
            last = self.reading.tokens.at(span.end - 1) + 1
            if cast is not None and actor.type == "place":
                cast.venue = cast.venue or self.people.place((first, last))
            else:
                into.append(Party(span.text, actor.actor, span.start, span.end))

    def _human(self, phrase: Range) -> bool:
        """Tell whether a phrase names somebody rather than something of theirs."""
        view = self.reading.tokens
        head = self.reading.head(phrase)
        return (
            view.lower[head] in word_list("political")
            or view.words[head][:1].isupper()
            or self.people.pronoun(phrase)
        )

    def _of_prepositions(self, act: Act, cast: Cast) -> None:
        """Take in the prepositional phrases in the act's words and after them."""
        words = self.reading.tokens.lower
        about = False
        for preposition, phrase in self._phrases(act):
            between = preposition == "between" or (
                preposition == "of" and "participation" in words[act.start : phrase[0]]
            )
            lower = words[slice(*phrase)]
            if preposition in ("through", "via") or "mediation" in lower:
                cast.mediator += self._mediators(phrase)
            elif between:
                into = cast.initiator if act.event in _RECIPROCAL else cast.counterpart
                into += self.parties(phrase)
            elif preposition in ("in", "at") or (
                preposition == "to" and act.event in (NegotiationEvent.MEET, NegotiationEvent.OFFER)
            ):
                place = None if about else self.people.place(phrase)
                cast.venue = cast.venue or place
            elif preposition == "by" and act.group is None:
                cast.initiator += self._only_human(phrase)
            elif preposition in _TOWARDS:
                cast.counterpart += self._only_human(phrase)
            about = about or (preposition in _ABOUT and phrase[0] > act.head + 1)

    def _only_human(self, phrase: Range) -> list[Party]:
        """Return the parties of a phrase that names somebody political, else none."""
        if self.people.political(phrase) and self._human(phrase):
            return self.parties(phrase)
        return []

    def _mediators(self, phrase: Range) -> list[Party]:
        """Return who mediates in "through Oman" or "with Omani and US mediation"."""
        head = self.reading.head(phrase)
        if self.reading.tokens.lower[head] != "mediation":
            return self.parties(phrase)
        found: list[Party] = []
        self._within((phrase[0], head), found)
        return found

    def _phrases(self, act: Act) -> Iterator[tuple[str, Range]]:
        """Yield prepositions from the act's event on, each with the noun phrase after it."""
        words = self.reading.tokens.lower
        last = self.reading.tokens.sentence_range(act.head)[1]
        first = act.match.anchor + 1 if act.match.anchor <= act.head else act.match.start + 1
        for index in range(min(first, act.head + 1), min(act.end + _REACH, last - 1)):
            if words[index] in word_list("clause_stops") and index >= act.end:
                return
            if self.reading.tag(index) == "ADP":
                phrase = self.reading.noun_phrase(index + 1)
                if phrase is not None:
                    yield words[index], (max(index + 1, phrase[0]), phrase[1])

    def parties(self, phrase: Range) -> list[Party]:
        """Return the parties that *phrase* and the phrases joined to it by "and" name."""
        return [
            party for each in self._joined(phrase) if (party := self.people.party(each)) is not None
        ]

    def _joined(self, phrase: Range) -> list[Range]:
        """Return the noun phrases of a coordination that *phrase* is part of."""
        words = self.reading.tokens.lower
        first, last = self.reading.tokens.sentence_range(phrase[0])
        found = [phrase]
        at = phrase[1]
        while at + 1 < last and words[at] in (",", "and", "&"):
            at += 1 + (words[at + 1] == "and")
            after = self.reading.noun_phrase(at) if at < last else None
            if after is None or after[0] != at or not self._human(after):
                break
            found.append(after)
            at = after[1]
        if len(found) > 1 and "and" not in words[phrase[1] : found[-1][0]]:
            found = found[:1]
        at = phrase[0]
        if at - 2 >= first and words[at - 1] == "and":
            before = self.reading.noun_phrase(at - 2)
            if before is not None and before[1] == at - 1 and self._human(before):
                found.insert(0, before)
        return found

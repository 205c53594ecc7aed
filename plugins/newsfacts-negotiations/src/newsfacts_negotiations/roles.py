"""Who acts and on whom: the roles of an act, from its verb or noun and the phrases around it."""

from __future__ import annotations

import attrs

from newsfacts import Party, Status
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.beside import JOINT, Beside, Cast
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.people import Range
from newsfacts_negotiations.subjects import Parties
from newsfacts_negotiations.triggers import Trait
from newsfacts_negotiations.words import class_forms

__all__ = ["Roles"]

_ANSWERS = frozenset({Event.REJECT, Event.ENDORSE, Event.AGREE, Event.VIOLATE, Event.STALL})
"""Acts on what somebody else put forward: "rejected the French proposal"."""
_ASKS = frozenset({Event.DEMAND, Event.CALL})
_SAID = frozenset({Event.REJECT, Event.DEMAND, Event.THREATEN, Event.OFFER})
"""Acts that are done by saying so."""
_VOICED = frozenset({Event.CALL, Event.DEMAND, Event.OFFER, Event.ENDORSE})
"""Acts that come from somebody: "a proposal by", "calls from"."""
_LIGHT = frozenset({"be", "give", "make", "issue", "deliver", "send", "launch", "use", "put"})
"""Verbs whose subject does what their object names: "gave a flat no"."""
_OPENING = frozenset({"``", '"', "“", "‘", "'", "in", "a", "the"})
"""Words and marks before a noun of breach."""
_REACH = 20
"""Tokens around a noun of breach in which the verb is looked for whose subject is in breach."""
_SENDING = frozenset({"send", "dispatch", "appoint", "name", "assign", "task", "order"})
"""Verbs whose subject is behind what those do whom it sends."""


@attrs.frozen
class Roles(Beside):
    """Reads the roles of acts in one article."""

    def cast(self, act: Act) -> Cast:
        """Return the parties of *act*."""
        cast = Cast()
        if act.group is not None:
            self._of_verb(act, cast)
        else:
            self._of_noun(act, cast)
        self._of_prepositions(act, cast)
        if act.event is Event.MEET and act.group is not None and cast.venue is None:
            self._goal(act, cast)
        if not cast.counterpart:
            cast.counterpart += self._behind(act)
        suffered = act.group is not None and act.group.voice == "passive"
        if act.event in _SAID and act.subject is None and not (cast.initiator or suffered):
            self._speaking(act, cast)
        if act.event in _VOICED and not cast.initiator:
            self._from_whom(act, cast)
        if Trait.THEIRS in act.trigger.traits and (owners := self._owners(act)):
            cast.initiator = owners
        if Trait.LEFT in act.trigger.traits and not cast.initiator:
            cast.initiator += self._leaving(act)
        cast.counterpart = _others(cast)
        if act.things:
            offsets = {self.reading.tokens.starts[at] for at in act.things}
            for side in (cast.initiator, cast.counterpart):
                side[:] = [each for each in side if each.start not in offsets]
        return cast

    def _owners(self, act: Act) -> list[Party]:
        """Return whose the noun of the trigger is: "the readiness of both armies"."""
        phrase = self.reading.noun_phrase(act.match.end - 1)
        return self._of(phrase, act) if phrase is not None else []

    def _from_whom(self, act: Act, cast: Cast) -> None:
        """Take in whom a word of the trigger introduces: "appeals from Oslo", "put forward by"."""
        words = self.reading.tokens.lower
        for part in act.match.parts:
            if part is None or words[part[1] - 1] not in ("by", "from"):
                continue
            phrase = self.reading.noun_phrase(part[1]) if part[1] < len(words) else None
            if phrase is not None and phrase[0] == part[1] and self._somebody(phrase):
                cast.initiator += self.parties(phrase)

    def _speaking(self, act: Act, cast: Cast) -> None:
        """Take in who does it by saying so: "there would be no deal, the minister said"."""
        speaker = self.people.speaker(self.reading.tokens.span(act.head, act.head + 1))
        if speaker is not None:
            cast.initiator.append(speaker)

    def _behind(self, act: Act) -> list[Party]:
        """Return whom the words right behind name: "flew in to see the king", "demand that Oslo".

        What is demanded or called for is asked of whom its own clause has for a subject.
        """
        words = self.reading.tokens.lower
        at, last = act.match.end, self.reading.tokens.sentence_range(act.head)[1]
        if act.event in _ASKS and act.group is not None and Trait.TOLD not in act.trigger.traits:
            near = range(act.head + 1, min(at + 1, last))
            at = next((n + 1 for n in near if words[n] == "that"), last)
        elif act.event is not Event.MEET or self.reading.tag(at - 1) != "VERB":
            return []
        phrase = self.reading.noun_phrase(at) if at < last else None
        if phrase is None or phrase[0] != at or words[at] == "it":
            return []
        if at < act.match.end - 1 < phrase[1]:
            phrase = (at, act.match.end - 1)  # "that the army pull back" has a verb for a noun
        if not self._somebody(phrase):
            return []
        visited = act.event is Event.MEET and self._place(phrase)
        return [] if visited else self.parties(phrase)

    def _of_verb(self, act: Act, cast: Cast) -> None:
        """Take in subject and object."""
        if act.trigger.status is Status.PREDICTED:
            return  # whoever predicts an act is its source, not its author
        if act.subject is not None and Trait.OUTCOME in act.trigger.traits:
            self._leading(act, act.subject, cast)
        elif act.subject is not None and self._is_event(act, act.subject):
            self._of_event(act, act.subject, cast)
        elif act.subject is not None and Trait.TOLD in act.trigger.traits:
            self._told(act, cast)
        elif act.subject is not None and self.people.political(act.subject):
            cast.initiator += self.parties(self._sender(act, act.subject))
        elif act.subject is not None and (name := self.people.apposed(act.subject)) is not None:
            cast.initiator += self.parties(name) if self.people.political(name) else []
        if act.event is Event.THREATEN:
            cast.counterpart += self._threatened(act)
        self._of_object(act, cast)

    def _of_event(self, act: Act, thing: Range, cast: Cast) -> None:
        """Take in whose the talks or troops are that the verb is said of."""
        self._named(thing, cast.initiator, cast)
        agent = self.reading.agent(act.group) if act.group else None
        if agent is not None and self._somebody(agent):
            cast.initiator += self.parties(agent)
        if not cast.initiator:
            self._with(thing, cast)
        if not cast.initiator and act.event is Event.IMPLEMENT and self._somebody(thing):
            cast.initiator += self.parties(thing)  # "the army will withdraw"

    def _with(self, talks: Range, cast: Cast) -> None:
        """Take in whom talks are with: "the dialogue with the rebels has stalled"."""
        words, at = self.reading.tokens.lower, talks[1]
        phrase = self.reading.noun_phrase(at + 1) if words[at : at + 1] == ["with"] else None
        if phrase is not None and phrase[0] == at + 1 and self._somebody(phrase):
            cast.counterpart += self.parties(phrase)

    def _of_object(self, act: Act, cast: Cast) -> None:
        """Take in whom the verb acts on, and whose the thing is that it acts on."""
        target = act.object
        if (
            target is None
            or act.event in (Event.VIOLATE, Event.IMPLEMENT)
            or Trait.TOLD in act.trigger.traits
        ):
            return
        if self.reading.tokens.lower[target[0] - 1] == "as":
            return  # "acted as a go-between"
        if act.event is Event.DEMAND:
            self._named(self._whose(target), cast.counterpart)
        if self._somebody(target):
            forces = self.reading.tokens.lower[self.reading.head(target)] in class_forms("force")
            if Trait.SENT not in act.trigger.traits and not (act.event is Event.OFFER and forces):
                into = cast.initiator if self._reciprocal(act, cast, target) else cast.counterpart
                into += self.parties(target)
        elif act.event in _ANSWERS:
            self._named(target, cast.counterpart)
            if not cast.counterpart:
                cast.counterpart += self._possessor((target[0], self.reading.head(target)))

    def _reciprocal(self, act: Act, cast: Cast, target: Range) -> bool:
        """Tell whether *target* are those whose talks it is: "talks *between both* ended"."""
        if act.event not in JOINT or cast.initiator:
            return False
        return self.reading.tokens.lower[self.joined(target)[0][0] - 1] == "between"

    def _leading(self, act: Act, phrase: Range, cast: Cast) -> None:
        """Take in the sides of what led to a deal: "Lagos's dialogue with Accra that led to"."""
        words = self.reading.tokens.lower
        at = act.group.start - 1 if act.group else 0
        if at > 0 and words[at] in ("that", "which"):
            phrase = self.reading.noun_phrase(at - 1) or phrase
        if phrase[0] < 2 or words[phrase[0] - 1] != "with":  # noqa: PLR2004 - a noun and "with"
            self._named(phrase, cast.initiator, cast)
            return
        before = self.reading.noun_phrase(phrase[0] - 2)
        self._named(before or phrase, cast.initiator)
        cast.counterpart += self.parties(phrase)

    def _threatened(self, act: Act) -> list[Party]:
        """Return whom the threatened blow hits: "threatened to invade Chad"."""
        group = self.reading.verb_group(act.end - 1)
        if group is None or group.head == act.head:
            return []
        target = self.reading.object(group)
        return self._target(target) if target is not None else []

    def _whose(self, target: Range) -> Range:
        """Return whom a demand is about; an empty range if nobody.

        "The withdrawal of Fijian troops", "an inquiry into the conduct of the army".
        """
        words = self.reading.tokens.lower
        at = target[1]
        head, link = words[at - 1], words[at : at + 1]
        if head in class_forms("leaving") and link == ["of"]:
            return self.reading.noun_phrase(at + 1) or (at, at)
        if head in class_forms("inquiry") and link in (["into"], ["of"]):
            phrase = self.reading.noun_phrase(at + 1)
            whose = phrase and words[phrase[1] : phrase[1] + 1] == ["of"]
            inner = self.reading.noun_phrase(phrase[1] + 1) if phrase and whose else None
            return inner or phrase or (at, at)
        return at, at

    def _goal(self, act: Act, cast: Cast) -> None:
        """Take in the place in what a journey is for: "heading for Oslo peace talks"."""
        words = self.reading.tokens.lower
        at = act.match.end - (words[act.match.end - 1] not in ("for", "to"))
        phrase = self.reading.noun_phrase(at) if at < len(words) else None
        if phrase is not None:
            self._named(phrase, [], cast)

    def _told(self, act: Act, cast: Cast) -> None:
        """Take in who must do it, and who says so."""
        if act.subject is not None:
            cast.counterpart += self.parties(act.subject)
        above = self.reading.governor(act.group) if act.group else None
        speaker = self.people.clean(self.reading.subject(above)) if above else None
        if speaker is not None and self.people.political(speaker):
            cast.initiator += self.parties(speaker)
        elif act.event is Event.THREATEN:
            self._speaking(act, cast)

    def _is_event(self, act: Act, phrase: Range) -> bool:
        """Tell whether the subject is the talks or the deal themselves: "the talks resumed"."""
        return (
            any(
                part is not None and phrase[0] <= part[0] < phrase[1] and part[0] != act.head
                for element, part in zip(act.trigger.pattern.elements, act.match.parts, strict=True)
                if element.thing
            )
            and act.event is not Event.MEET
        )

    def _sender(self, act: Act, phrase: Range) -> Range:
        """Return who sent an unnamed delegation, or *phrase*: "sent a team to resume talks"."""
        if act.group is None:
            return phrase
        head = self.reading.tokens.lower[self.reading.head(phrase)]
        delegate = head in class_forms("delegate")
        # Most are refused here, before anything is looked up.
        if not (delegate or act.group.form == "infinitive") or self.people.named(phrase):
            return phrase
        above = self.reading.governor(act.group)
        if above is None or above.head > act.head:
            return phrase  # "envoys met on Friday, the ministry said"
        sent = above.lemma in _SENDING and act.group.form == "infinitive"
        if not sent and not delegate:
            return phrase
        sender = self.people.clean(self.reading.subject(above))
        return sender if sender and sender != phrase and self.people.political(sender) else phrase

    def _leaving(self, act: Act) -> list[Party]:
        """Return whose forces leave or disarm: "the disarmament of *the rebels* began"."""
        words = self.reading.tokens.lower
        at = next((n for n in range(act.start, act.end - 1) if words[n] == "of"), None)
        phrase = self.reading.noun_phrase(at + 1) if at is not None else None
        if phrase is None or words[self.reading.head(phrase)] not in class_forms("force"):
            return []
        return self.parties(phrase) if self._somebody(phrase) else []

    def _breaching(self, act: Act) -> list[Party]:
        """Return who breaches: "accused *Chad* of breaches", "in breach of it *Chad* fired"."""
        words = self.reading.tokens.lower
        first, last = self.reading.tokens.sentence_range(act.head)
        at = act.start - 1
        while at > first and words[at] in _OPENING:
            at -= 1
        if at > first and words[at] == "of":
            accused = self.people.clean(self.reading.noun_phrase(at - 1))
            return self.parties(accused) if accused and self._somebody(accused) else []
        doer = self.reading.noun_phrase(at) if at > first else None
        if doer is not None and words[doer[0] - 1] == "by" and self._somebody(doer):
            return self.parties(doer)  # "an attack by the rebels in violation of the truce"
        before = self.reading.verb_groups(max(first, act.start - _REACH), act.start)
        verbs = before[-1:] or self.reading.verb_groups(act.end, min(last, act.end + _REACH))[:1]
        for group in verbs:
            subject = Parties(self.reading, self.people).subject(group)
            if subject is not None and self._somebody(subject):
                return self.parties(subject)
        return []

    def _of_noun(self, act: Act, cast: Cast) -> None:
        """Take in what stands before the noun: "Qatari mediation", "was the obstructionist"."""
        phrase = self.reading.noun_phrase(act.head)
        if phrase is None:
            phrase = act.match.start, act.head + 1  # "gave a flat no"
        start = self._modifiers(phrase)
        if start < act.head:
            self._named((start, act.head), cast.initiator, cast)
            if not cast.initiator:
                cast.initiator += self._possessor((start, act.head))
        if not cast.initiator and act.match.start < phrase[0]:
            # "Chad's signing of the accord": the accord names the act, the signing whose it is.
            first = self.reading.noun_phrase(act.match.start) or phrase
            cast.initiator += self._possessor((first[0], act.match.start))
        if act.event is Event.VIOLATE and not cast.initiator:
            cast.initiator += self._breaching(act)
        at = min(phrase[0], act.match.start) - 1
        at -= at > 0 and self.reading.tag(at) == "DET"
        for word in ("in", "not", "n't"):
            at -= at > 0 and self.reading.tokens.lower[at] == word  # "is not in talks with"
        before = self.reading.verb_group(at) if at >= 0 else None
        if not cast.initiator and before is not None and before.lemma in _LIGHT:
            subject = self.people.clean(self.reading.subject(before))
            if subject is not None and self._somebody(subject):
                cast.initiator += self.parties(subject)


def _others(cast: Cast) -> list[Party]:
    """Return the counterparts, each once, without who acts: "both extended *their* truce"."""
    acting = [(party.text, party.actor) for party in cast.initiator]
    return [
        party
        for at, party in enumerate(cast.counterpart)
        if party not in cast.counterpart[:at]
        and not any(
            party.text == text or (actor is not None and party.actor == actor)
            for text, actor in acting
        )
    ]

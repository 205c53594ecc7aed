"""Where acts are: triggers tried at the tokens that can anchor them, the best kept.

The words of a sentence are the gate (`shortlist`); it is read (`newsfacts.syntax`) only where a
pattern's words stand in the right order.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.acts import Act, read, size
from newsfacts_negotiations.anaphora import meant_of, referred
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.gates import ENGAGED, PARTISAN, passes
from newsfacts_negotiations.mood import NEGATIVE
from newsfacts_negotiations.patterns import Element, Match, match
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.shortlist import Listed, allowed
from newsfacts_negotiations.subjects import antecedent
from newsfacts_negotiations.sway import independent
from newsfacts_negotiations.telling import course
from newsfacts_negotiations.triggers import FUTURE, Trigger
from newsfacts_negotiations.words import class_forms, noun_like, word_list

__all__ = ["find"]

_MOOD = 8
"""Tokens before a verb in which its "will" and "not" are looked for."""
_LINKS = frozenset({"of", "for", "as", "after", "before", "since", "until", "till"})
"""Words before a noun with which it can still be the subject of the verb that follows."""
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "until", "till", "while"})
"""Words between a subject and talks with which the talks begin a clause of their own."""
_SUBJECT = 200
"""Tokens before a verb in which its subject is looked for."""
_COPULAS = frozenset({"is", "are", "was", "were"})
"""Verbs that patterns name by their forms: "*<talks> ~~ is|are ~ likely"."""
_CLAUSE = 30
"""Tokens on either side in which a sentence's finite verb is looked for."""


def find(reading: Syntax, people: People) -> list[Act]:
    """Return the acts of a document, in the order of their first tokens."""
    words = referred(reading.tokens.lower, reading.tokens.sentences)
    found: list[Act] = []
    for bounds, said, listed in _listed(reading, people, words):
        finder = _Finder(reading, people, words, bounds, said)
        for position in [at for at, word in enumerate(said, bounds[0]) if word in listed]:
            found += finder.best(position, *listed[words[position]])
    return independent(reading, found)


def _listed(
    reading: Syntax, people: People, words: list[str]
) -> Iterator[tuple[Range, list[str], Listed]]:
    """Yield the sentences that allow triggers: their tokens, their words, and which triggers."""
    informed = people.slant.informed()
    # What the whole article does not allow, no sentence of it does; most are refused so.
    plain = frozenset() if informed else frozenset(allowed(set(words), generic=False))
    for bounds in reading.tokens.sentences:
        said = words[bounds[0] : bounds[1]]
        if informed or people.evident(bounds, said):
            listed = allowed(said, generic=True)
        elif plain.isdisjoint(said):
            continue
        else:
            listed = allowed(said, generic=False)
        if listed:
            yield bounds, said, listed


_Found = tuple[Trigger, Match]


@attrs.define
class _Finder:
    """Tries triggers at the tokens of one sentence."""

    reading: Syntax
    people: People
    words: list[str]
    """The words of the document, in lower case, with things of talks in place of pronouns."""
    bounds: Range
    said: list[str]
    """The words of the sentence, in lower case."""
    political: bool | None = None
    """Whether the sentence can hold a political actor, once asked for."""
    engaged: bool | None = None
    """Whether talks are told of in the sentence or all over the article, once asked for."""

    def best(self, position: int, entries: list[Trigger], said: list[Trigger]) -> list[Act]:
        """Return the surest act of the triggers anchored, and of those said, at *position*.

        Of what is anchored at talks or a truce other verbs can say more: "the talks, put off
        twice, should begin".
        """
        found = self._anchored(position, entries) if entries else []
        if said:
            found += self._predicated(position, said)
        if len(found) > 1:
            found.sort(key=_strength, reverse=True)
        acts: list[Act] = []
        for trigger, match_ in found:
            if acts and not trigger.predicated:
                continue
            act = self._read(trigger, match_)
            if act is None:
                continue
            if acts and (act.group is None or any(not _apart(act, other) for other in acts)):
                continue
            if passes(act, self.reading, self.people):
                acts.append(act)
                if act.head == position:
                    break
        return acts

    def _read(self, trigger: Trigger, match_: Match) -> Act | None:
        """Return the act of a match, or None if a pronoun in it cannot mean a thing of talks."""
        act = read(self.reading, self.people, trigger, match_)
        if self.words is self.reading.tokens.lower:
            return act
        return meant_of(self.reading, act, self.words)

    def _possible(self, trigger: Trigger, position: int) -> bool:
        """Tell whether *trigger* can have its anchor at *position*, by words alone."""
        words = self.words
        if trigger.when is not None:
            near = words[max(self.bounds[0], position - _MOOD) : position]
            if trigger.when in ("refusal", "promise") and FUTURE.isdisjoint(near):
                return False
            if trigger.when != "promise" and NEGATIVE.isdisjoint(near):
                return False
        if trigger.gate in ENGAGED:
            if self.engaged is None:
                self.engaged = course(self.said, self.people)
            if not self.engaged:
                return False
        if trigger.gate not in PARTISAN:
            return True
        if self.political is None:
            self.political = self.people.peopled(self.bounds, self.said)
        return self.political

    def _verbal(self, position: int) -> bool:
        """Tell whether a verb can stand at *position*, by the word before it."""
        words = self.words
        before = words[position - 1] if position > self.bounds[0] else ""
        return before not in word_list("noun_before") and (
            before not in word_list("prepositions") or words[position].endswith("ing")
        )

    def _anchored(self, position: int, entries: list[Trigger]) -> list[_Found]:
        """Return what *entries* find with their anchor at *position*."""
        words = self.words
        told: list[_Found] = []
        verbal: bool | None = None
        for trigger in entries:
            if trigger.pattern.elements[trigger.pattern.anchor].tag == "v":
                if verbal is None:
                    verbal = self._verbal(position)
                if not verbal:
                    continue
            if not self._possible(trigger, position):
                continue
            found = match(trigger.pattern, words, position, self.bounds, self.fits)
            if found is not None and self._foreign(trigger, found):
                found = None
            if found is None and trigger.passive:
                found = self._passive(trigger, position)
            if found is not None:
                told.append((trigger, found))
        return told

    def _predicated(self, position: int, entries: list[Trigger]) -> Iterator[_Found]:
        """Yield what *entries* find where the verb at *position* has their anchor as subject.

        "*<talks> ~~ stall/v" so finds "the process, begun in Oslo, has stalled".
        """
        possible = []
        for trigger in entries:
            first, _, *rest = trigger.pattern.elements
            if self._before(first, position):
                particles = self._particles(tuple(rest), position + 1)
                if particles is not None:
                    possible.append((trigger, first, particles))
        if not possible:
            return  # before the sentence is read
        group = self.reading.verb_group(position)
        subject = self.reading.subject(group) if group and group.head == position else None
        if subject is None:
            return
        subject = self._described(subject, group.start if group else position)
        for trigger, first, particles in possible:
            if self._holds(subject, first, position):
                verb = ((position, position + 1), *particles)
                yield trigger, _match((subject, *verb), verb, subject)

    def _described(self, phrase: Range, verb: int) -> Range:
        """Return all that a relative clause with its verb at token *verb* describes.

        Not only "the rebels" in "talks with the rebels, which began in May,".
        """
        words = self.words
        if words[verb - 1] not in ("that", "which") or phrase[1] > verb - 1:
            return phrase
        while phrase[0] - 1 > self.bounds[0] and self.reading.tag(phrase[0] - 1) == "ADP":
            before = self.reading.noun_phrase(phrase[0] - 2)
            if before is None or before[1] != phrase[0] - 1:
                break
            phrase = before[0], phrase[1]
        return phrase

    def fits(self, index: int, tag: str) -> bool:
        """Tell whether the token at *index* can be a verb (`v`), a noun (`n`), a thing (`c`)."""
        if tag == "c" and self.words[index] not in class_forms("doubtful"):
            return True
        found = self.reading.tag(index)
        if tag in ("n", "c"):
            return found != "VERB" or (tag == "c" and self._noun_after_all(index))
        if found in ("VERB", "AUX"):
            return found == "VERB"
        word = self.words[index]
        if self.reading.tokens.words[index + 1 : index + 2] == ["-"]:
            return False
        return (
            found == "NOUN" and word not in noun_like() and not word.endswith(("ing", "ed"))
        ) or self._lone(index)

    def _lone(self, index: int) -> bool:
        """Tell whether a noun or adjective is the verb that its sentence lacks: in headlines."""
        bounds = self.reading.tokens.sentence_range(index)
        if index == bounds[0] or self.reading.tag(index - 1) not in ("PROPN", "NOUN", "ADV"):
            return False
        around = max(bounds[0], index - _CLAUSE), min(bounds[1], index + _CLAUSE)
        return not any(
            group.form == "finite" and not self._noun_after_all(group.head)
            for group in self.reading.verb_groups(*around)
        )

    def _noun_after_all(self, index: int) -> bool:
        """Tell whether a "verb" that can be a noun has nothing that it acts on: "brokers deal"."""
        if self.words[index] not in class_forms("doubtful"):
            return False
        behind = self.reading.tag(index + 1) if index + 1 < self.bounds[1] else "PUNCT"
        before = self.reading.tag(index - 1) if index > self.bounds[0] else "PUNCT"
        return behind in ("ADP", "PUNCT") and before in ("NOUN", "PROPN", "VERB", "ADJ")

    def _foreign(self, trigger: Trigger, found: Match) -> bool:
        """Tell whether the verb belongs to another noun: "talks *on a truce* began"."""
        elements = trigger.pattern.elements
        verbs = [
            at
            for at, (element, part) in enumerate(zip(elements, found.parts, strict=True))
            if element.tag == "v" or (part is not None and self.words[part[0]] in _COPULAS)
        ]
        if trigger.pattern.anchor or elements[0].tag or not elements[0].forms or not verbs:
            return False
        phrase = self.reading.noun_phrase(found.anchor) or (found.anchor, found.anchor + 1)
        words = self.words
        if words[phrase[1] : phrase[1] + 1] == ["to"] and self.reading.tag(phrase[1]) == "PART":
            return False  # "talks to reunify the island collapsed"
        verb = found.parts[verbs[0]]
        group = self.reading.verb_group(verb[0]) if verb else None
        if group is not None and group.form == "gerund":
            return True  # "talks aimed at ending the war without"
        subject = self.reading.subject(group) if group else None
        if subject is not None and words[subject[0]] not in ("that", "which"):
            of = words[phrase[0] - 1] == "of" and subject[1] == phrase[0] - 1
            joined = words[phrase[1] : phrase[1] + 1] == ["and"] and subject[0] == phrase[1] + 1
            clause = subject[1] < phrase[0] and words[phrase[0] - 1] in _CONJUNCTIONS
            return not (subject[0] <= found.anchor < subject[1] or of or joined or clause)
        if group is not None and group.start == phrase[1] and words[found.end - 1] == "by":
            return False  # "under a plan put forward by Ankara"
        before = phrase[0] - 1
        return (
            before >= self.reading.tokens.sentence_range(phrase[0])[0]
            and self.reading.tag(before) == "ADP"
            and words[before] not in _LINKS
        )

    def _passive(self, trigger: Trigger, position: int) -> Match | None:
        """Return the match of "break off ~ <talks>" where the talks stand before the verb.

        "Talks were broken off", "the talks that the army broke off".
        """
        if self.words[position].endswith(("s", "ing")):
            return None
        elements = trigger.pattern.elements
        particles = self._particles(elements[1:-1], position + 1)
        if particles is None or not self._before(elements[-1], position):
            return None
        group = self.reading.verb_group(position)
        if group is None or group.head != position:
            return None
        subject = self.reading.subject(group)
        bare = group.start == group.head and self.reading.agent(group) is None
        if (
            subject is not None
            and (group.voice != "passive" or bare)
            and not self._goes_on(group, subject)
        ):
            near = self.reading.noun_phrase(group.start - 1) if group.start else None
            if near is None or near[0] != subject[1]:
                subject = self._lacking(group, antecedent(self.reading, subject))
            # else two phrases in a row: "an overture the palace brushed off"
        if subject is None or not self._holds(subject, elements[-1], position):
            return None
        verb = ((position, position + 1), *particles)
        return _match((*verb, subject), verb, subject)

    def _goes_on(self, group: VerbGroup, subject: Range) -> bool:
        """Tell whether it goes on from a passive: "was signed in May and broken within hours"."""
        words, at = self.words, group.start
        while words[at - 1] in ("then", "later", "soon", "never", "not", "eventually", "promptly"):
            at -= 1
        if words[at - 1] not in ("and", "but") or self.reading.object(group) is not None:
            return False
        before = self.reading.verb_groups(max(self.bounds[0], at - _CLAUSE), at)
        return bool(before) and before[-1].voice == "passive" and subject[1] <= before[-1].start

    def _lacking(self, group: VerbGroup, described: Range | None) -> Range | None:
        """Return what a clause describes if its verb lacks an object.

        "The terms it dropped" is such a clause, not "on condition it dropped the claim".
        """
        target = self.reading.object(group)
        own = target is not None and target[0] >= group.end and not self.people.time(target)
        pronoun = self.reading.tag(group.start - 1) == "PRON"
        return None if own and pronoun else described

    def _particles(
        self, elements: tuple[Element, ...], at: int
    ) -> tuple[tuple[int, int] | None, ...] | None:
        """Return where the words of *elements* are from token *at* on: the "off" of "broken off".

        Those that may be left out and are have no place; None where one is missing.
        """
        found: list[Range | None] = []
        for element in elements:
            there = self.words[at : at + 1]
            if there and there[0] in element.forms:
                found.append((at, at + 1))
                at += 1
            elif element.optional:
                found.append(None)
            else:
                return None
        return tuple(found)

    def _before(self, element: Element, position: int) -> bool:
        """Tell whether a word of *element* stands before *position*, as its subject would."""
        first = max(self.bounds[0], position - _SUBJECT)
        return not element.forms.keys().isdisjoint(self.words[first:position])

    def _holds(self, subject: Range, element: Element, verb: int) -> bool:
        """Tell whether a word of *element* stands in the *subject* before token *verb*."""
        words = self.words
        return subject[0] < verb and any(
            tuple(words[at : at + len(sequence)]) == sequence
            for at in range(*subject)
            for sequence in element.forms.get(words[at], ())
        )


def _apart(act: Act, other: Act) -> bool:
    """Tell whether two verbs say different acts of one thing: neither of them is the thing."""
    return (
        act.event is not other.event
        and act.head != other.head
        and other.group is not None
        and act.group is not None
        and act.group.head != other.group.head
    )


def _strength(found: _Found) -> tuple[int, bool]:
    """Return how sure a match is; of two as sure what says more than readiness.

    "Ready to strike" offers nothing, and "both agreed to talk" more than the word of one.
    """
    return size(*found), found[0].event in (Event.THREATEN, Event.AGREE)


def _match(
    parts: tuple[Range | None, ...], verb: tuple[Range | None, ...], subject: Range
) -> Match:
    """Return the match of a *verb* with its particles and its *subject*, if that is near."""
    words = [part for part in verb if part is not None]
    first, last = words[0][0], words[-1][1]
    return Match(subject[0] if subject[1] >= first - 2 else first, last, first, parts)

"""Where acts are: triggers tried at the tokens that can anchor them, the best kept.

A dictionary lookup a token is the gate; sentences are read (`newsfacts.syntax`) only where a
pattern's words stand in the right order.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act, read
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.gates import NEGATIVE, PARTISAN, passes
from newsfacts_negotiations.patterns import Element, Match, match
from newsfacts_negotiations.people import People, Range, word_list
from newsfacts_negotiations.sway import independent
from newsfacts_negotiations.triggers import FUTURE, Trigger, anchored, companions, predicated
from newsfacts_negotiations.words import class_forms, noun_like

__all__ = ["find"]

_MOOD = 6
"""Tokens before a verb in which its "will" and "not" are looked for."""
_LINKS = frozenset({"of", "for", "as", "after", "before", "since", "until", "till"})
"""Words before a noun with which it can still be the subject of the verb that follows."""
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "until", "till", "while"})
"""Words between a subject and talks with which the talks begin a clause of their own."""
_CLAUSE = 30
"""Tokens on either side in which a sentence's finite verb is looked for."""


def find(reading: Syntax, people: People) -> list[Act]:
    """Return the acts of a document, in the order of their first tokens."""
    finder = _Finder(reading, people)
    by_anchor, by_verb = anchored(), predicated()
    gate = companions()
    sentences = iter(reading.tokens.sentences)
    bounds, present = (0, 0), frozenset[str]()
    found: list[Act] = []
    words = reading.tokens.lower
    for position in [at for at, word in enumerate(words) if word in gate]:
        word = words[position]
        if position >= bounds[1]:
            bounds = next(bounds for bounds in sentences if position < bounds[1])
            present = finder.present(bounds)
        needed = gate[word]
        if needed is not None and present.isdisjoint(needed):
            continue
        acts = [
            *finder.anchored(position, by_anchor.get(word, ())),
            *finder.predicated(position, by_verb.get(word, ())),
        ]
        best = max(acts, key=_strength, default=None)
        if best is not None:
            found.append(best)
    return independent(reading, found)


@attrs.frozen
class _Finder:
    """Tries triggers at the tokens of one document."""

    reading: Syntax
    people: People
    words: dict[int, frozenset[str]] = attrs.field(factory=dict)
    """The words of sentences, by their first token, once asked for."""
    political: dict[int, bool] = attrs.field(factory=dict)
    """Whether sentences can hold a political actor, by their first token, once asked for."""

    def present(self, bounds: tuple[int, int]) -> frozenset[str]:
        """Return the words of the sentence of *bounds*, in lower case."""
        found = self.words.get(bounds[0])
        if found is None:
            found = self.words[bounds[0]] = frozenset(self.reading.tokens.lower[slice(*bounds)])
        return found

    def _political(self, bounds: tuple[int, int]) -> bool:
        """Tell whether somebody political can stand in the sentence of *bounds*, by its words."""
        found = self.political.get(bounds[0])
        if found is None:
            found = self.political[bounds[0]] = self.people.peopled(bounds, self.present(bounds))
        return found

    def _possible(self, trigger: Trigger, position: int, bounds: tuple[int, int]) -> bool:
        """Tell whether *trigger* can have its anchor at *position*, by words alone."""
        present = self.present(bounds)
        if any(present.isdisjoint(forms) for forms in trigger.required):
            return False
        words = self.reading.tokens.lower
        verb = trigger.pattern.elements[trigger.pattern.anchor].tag == "v"
        if verb and position > bounds[0]:
            before = words[position - 1]
            if before in word_list("noun_before") or (
                before in word_list("prepositions") and not words[position].endswith("ing")
            ):
                return False
        if trigger.when is not None:
            near = words[max(bounds[0], position - _MOOD) : position]
            if trigger.when in ("refusal", "promise") and FUTURE.isdisjoint(near):
                return False
            if trigger.when != "promise" and NEGATIVE.isdisjoint(near):
                return False
        return trigger.gate not in PARTISAN or self._political(bounds)

    def anchored(self, position: int, entries: tuple[Trigger, ...]) -> Iterator[Act]:
        """Yield what *entries* find with their anchor at *position*."""
        words = self.reading.tokens.lower
        if not entries:
            return
        bounds = self.reading.tokens.sentence_range(position)
        for trigger in entries:
            if not self._possible(trigger, position, bounds):
                continue
            found = None
            # The first look is at words alone: most sentences fail it, and it costs no reading.
            if match(trigger.pattern, words, position, bounds, _any) is not None:
                found = match(trigger.pattern, words, position, bounds, self.fits)
            if found is not None and self._foreign(trigger, found):
                found = None
            if found is None:
                found = self._passive(trigger, position)
            if found is not None:
                yield from self._passed(trigger, found)

    def predicated(self, position: int, entries: tuple[Trigger, ...]) -> Iterator[Act]:
        """Yield what *entries* find where the verb at *position* has their anchor as subject.

        "*<talks> ~~ stall/v" so finds "the process, begun in Oslo, has stalled".
        """
        if not entries:
            return
        present = self.present(self.reading.tokens.sentence_range(position))
        for trigger in entries:
            if present.isdisjoint(trigger.pattern.elements[0].forms.keys()):
                continue
            group = self.reading.verb_group(position)
            if group is None or group.head != position:
                return
            subject = self.reading.subject(group)
            if subject is None:
                return
            first, *rest = trigger.pattern.elements
            if self._holds(subject, first, position) and self._adjoin((*rest[1:],), position + 1):
                verb = tuple((at, at + 1) for at in range(position, position + len(rest)))
                yield from self._passed(trigger, _match((subject, *verb), verb, subject))

    def _passed(self, trigger: Trigger, found: Match) -> Iterator[Act]:
        """Yield the act of a match if it passes the trigger's gate."""
        act = read(self.reading, self.people, trigger, found)
        if passes(act, self.reading, self.people):
            yield act

    def fits(self, index: int, tag: str) -> bool:
        """Tell whether the token at *index* can be a verb (`v`), a noun (`n`), a thing (`c`)."""
        if tag == "c" and self.reading.tokens.lower[index] not in class_forms("doubtful"):
            return True
        found = self.reading.tag(index)
        if tag in ("n", "c"):
            return found != "VERB"
        if found in ("VERB", "AUX"):
            return found == "VERB"
        word = self.reading.tokens.lower[index]
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
        return not any(group.form == "finite" for group in self.reading.verb_groups(*around))

    def _foreign(self, trigger: Trigger, found: Match) -> bool:
        """Tell whether the verb belongs to another noun: "talks *on a truce* began"."""
        elements = trigger.pattern.elements
        verbs = [i for i, element in enumerate(elements) if element.tag == "v"]
        if trigger.pattern.anchor or not elements[0].thing or not verbs:
            return False
        phrase = self.reading.noun_phrase(found.anchor) or (found.anchor, found.anchor + 1)
        words = self.reading.tokens.lower
        if words[phrase[1] : phrase[1] + 1] == ["to"] and self.reading.tag(phrase[1]) == "PART":
            return False  # "talks to reunify the island collapsed"
        verb = found.parts[verbs[0]]
        group = self.reading.verb_group(verb[0]) if verb else None
        subject = self.reading.subject(group) if group else None
        if subject is not None and words[subject[0]] not in ("that", "which"):
            of = words[phrase[0] - 1] == "of" and subject[1] == phrase[0] - 1
            joined = words[phrase[1] : phrase[1] + 1] == ["and"] and subject[0] == phrase[1] + 1
            clause = subject[1] < phrase[0] and words[phrase[0] - 1] in _CONJUNCTIONS
            return not (subject[0] <= found.anchor < subject[1] or of or joined or clause)
        before = phrase[0] - 1
        return (
            before >= self.reading.tokens.sentence_range(phrase[0])[0]
            and self.reading.tag(before) == "ADP"
            and words[before] not in _LINKS
        )

    def _passive(self, trigger: Trigger, position: int) -> Match | None:
        """Return the match of "break off ~ <talks>" in "talks were broken off"."""
        if not trigger.passive or self.reading.tokens.lower[position].endswith(("s", "ing")):
            return None
        elements = trigger.pattern.elements
        if not self._adjoin(elements[1:-1], position + 1):
            return None
        group = self.reading.verb_group(position)
        if group is None or group.head != position or group.voice != "passive":
            return None
        if group.start == group.head and self.reading.agent(group) is None:
            return None
        subject = self.reading.subject(group)
        if subject is None or not self._holds(subject, elements[-1], position):
            return None
        verb = tuple((at, at + 1) for at in range(position, position + len(elements) - 1))
        return _match((*verb, subject), verb, subject)

    def _adjoin(self, particles: tuple[Element, ...], at: int) -> bool:
        """Tell whether *particles* are the words from token *at* on: the "off" of "broken off"."""
        words = self.reading.tokens.lower[at : at + len(particles)]
        return len(words) == len(particles) and all(
            word in element.forms for word, element in zip(words, particles, strict=True)
        )

    def _holds(self, subject: Range, element: Element, verb: int) -> bool:
        """Tell whether a word of *element* stands in the *subject* before token *verb*."""
        words = self.reading.tokens.lower
        return subject[0] < verb and any(
            tuple(words[at : at + len(sequence)]) == sequence
            for at in range(*subject)
            for sequence in element.forms.get(words[at], ())
        )


def _strength(act: Act) -> tuple[int, bool]:
    """Return how sure an act is; of two as sure a threat: "ready to strike" offers nothing."""
    return act.size, act.event is Event.THREATEN


def _match(parts: tuple[Range, ...], verb: tuple[Range, ...], subject: Range) -> Match:
    """Return the match of a *verb* with its particles and its *subject*, if that is near."""
    first, last = verb[0][0], verb[-1][1]
    return Match(subject[0] if subject[1] >= first - 2 else first, last, first, parts)


def _any(index: int, tag: str) -> bool:  # noqa: ARG001 - the signature of `fits`
    """Let every tag pass."""
    return True

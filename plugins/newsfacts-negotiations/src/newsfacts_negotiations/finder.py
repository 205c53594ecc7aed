"""Where acts are: triggers tried at the tokens that can anchor them, the best kept.

A dictionary lookup a token is the gate; sentences are read (`newsfacts.syntax`) only where a
pattern's words stand in the right order. What an act is about ("called for talks to resume") is
its topic, not another act: acts under the sway of another are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.claims import NegotiationEvent
from newsfacts_negotiations.gates import passes
from newsfacts_negotiations.patterns import Match, match
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.triggers import Trigger, anchored

__all__ = ["Act", "find"]


@attrs.frozen
class Act:
    """Is a trigger that fired, with what stands around it; all positions are token indices."""

    trigger: Trigger
    match: Match
    head: int
    """The verb or noun that names the event."""
    group: VerbGroup | None
    """Its verb group, None where a noun names it."""
    start: int
    end: int
    subject: Range | None = None
    """Who does it, where a verb names it: of a passive, the agent."""
    object: Range | None = None
    """To whom or what it is done: of a passive, the subject."""

    @property
    def event(self) -> NegotiationEvent:
        """What act it is."""
        return self.trigger.event

    @property
    def size(self) -> int:
        """How much of the text the trigger took in: the more, the surer it is."""
        return sum(part is not None for part in self.match.parts) + 2 * bool(self.trigger.when)


def find(reading: Syntax, people: People) -> list[Act]:
    """Return the acts of a document, in the order of their first tokens."""
    index = anchored()
    found: list[Act] = []
    for position, word in enumerate(reading.tokens.lower):
        entries = index.get(word)
        if entries is not None:
            acts = _acts(reading, people, position, entries)
            best = max(acts, key=lambda act: act.size, default=None)
            if best is not None:
                found.append(best)
    return _independent(reading, found)


def _acts(
    reading: Syntax, people: People, position: int, entries: tuple[Trigger, ...]
) -> Iterator[Act]:
    """Yield what the triggers *entries* find with their anchor at *position*."""
    words = reading.tokens.lower
    bounds = reading.tokens.sentence_range(position)

    def fits(index: int, tag: str) -> bool:
        is_verb = reading.tag(index) == "VERB"
        return is_verb if tag == "v" else not is_verb

    for trigger in entries:
        if match(trigger.pattern, words, position, bounds, _anything) is not None:
            found = match(trigger.pattern, words, position, bounds, fits)
        else:
            found = None
        if found is None:
            found = _passive(reading, trigger, position)
        if found is not None:
            act = _read(reading, trigger, found)
            if passes(act, reading, people):
                yield act


def _anything(index: int, tag: str) -> bool:  # noqa: ARG001 - the signature of `fits`
    """Let every tag pass: the first look is at words alone, and costs no reading."""
    return True


def _passive(reading: Syntax, trigger: Trigger, position: int) -> Match | None:
    """Return the match of "release ~ prisoners" in "prisoners were released": object in front."""
    pattern = trigger.pattern
    if len(pattern.elements) != 2 or pattern.elements[0].tag != "v":  # noqa: PLR2004 - verb, object
        return None
    words = reading.tokens.lower
    if not words[position].endswith(("d", "n", "t", "ke", "t")) or pattern.anchor != 0:
        return None
    group = reading.verb_group(position)
    if group is None or group.head != position or group.voice != "passive":
        return None
    subject = reading.subject(group)
    if subject is None or subject[0] > position:
        return None
    for index in range(*subject):
        if words[index] in pattern.elements[1].forms:
            return Match(subject[0], position + 1, position, ((position, position + 1), subject))
    return None


def _head(trigger: Trigger, found: Match) -> int:
    """Return the token that names the event: the anchor, or the verb of "talks ... resume"."""
    elements = trigger.pattern.elements
    if elements[trigger.pattern.anchor].tag is None:
        for element, part in zip(elements, found.parts, strict=False):
            if element.tag == "v" and part is not None:
                return part[0]
    return found.anchor


def _read(reading: Syntax, trigger: Trigger, found: Match) -> Act:
    """Return the act with its verb group, its subject and object, and the words that make it."""
    head = _head(trigger, found)
    group = reading.verb_group(head)
    if group is None or group.head != head:
        phrase = reading.noun_phrase(found.start)
        start = phrase[0] if phrase else found.start
        return Act(trigger, found, head, None, start, _end(reading, found.end))
    subject, target = reading.subject(group), reading.object(group)
    if group.voice == "passive":
        subject, target = reading.agent(group), subject
    start = min(found.start, group.start)
    if start == found.start < group.start:
        phrase = reading.noun_phrase(start)
        start = phrase[0] if phrase else start
    end = found.end
    if end == head + 1 and target is not None and head < target[0] <= head + 2:
        end = target[1]
    return Act(trigger, found, head, group, start, _end(reading, end), subject, target)


def _end(reading: Syntax, end: int) -> int:
    """Return *end*, or the end of the phrase or verb group that holds the token before it."""
    phrase = reading.noun_phrase(end - 1)
    group = reading.verb_group(end - 1)
    return max(end, phrase[1] if phrase else end, group.end if group else end)


_ALL = frozenset(NegotiationEvent)
_AIMS = frozenset({NegotiationEvent.AGREE, NegotiationEvent.CEASEFIRE, NegotiationEvent.IMPLEMENT})
_SWAY = {
    NegotiationEvent.CALL: _ALL,
    NegotiationEvent.DEMAND: _ALL,
    NegotiationEvent.OFFER: _ALL,
    NegotiationEvent.REJECT: _ALL - {NegotiationEvent.CALL},
    NegotiationEvent.THREATEN: _ALL,
    NegotiationEvent.STALL: _ALL,
    NegotiationEvent.MEDIATE: _ALL,
    NegotiationEvent.ENDORSE: _ALL,
    NegotiationEvent.AGREE: _ALL,
    NegotiationEvent.NEGOTIATE: _AIMS,
    NegotiationEvent.RESUME: _AIMS,
    NegotiationEvent.MEET: _AIMS,
    NegotiationEvent.BREAK_OFF: _AIMS,
    NegotiationEvent.VIOLATE: _AIMS,
}
"""Which acts are only topics where they stand under another."""


def _independent(reading: Syntax, acts: list[Act]) -> list[Act]:
    """Return *acts* without those that are only what another of them is about."""
    kept: list[Act] = []
    for act in acts:
        if not any(_under(reading, act, other) for other in acts if other is not act):
            kept.append(act)
    return sorted(kept, key=lambda act: (act.start, act.end))


def _under(reading: Syntax, act: Act, other: Act) -> bool:
    """Tell whether *act* is part of *other*: inside its words, or under its sway."""
    if other.start <= act.head < other.end and act.size < other.size:
        return True
    if (
        other.start <= act.start
        and act.end <= other.end
        and act.event is other.event
        and (act.size, -act.start) < (other.size, -other.start)
    ):
        return True
    if other.trigger.frees or act.event not in _SWAY.get(other.event, frozenset()):
        return False
    return other.head < act.head < _reach(reading, other)


_STOPS = frozenset(". ; : ! ? — – while but after before as although though because since when".split())


def _reach(reading: Syntax, act: Act) -> int:
    """Return the token where what *act* is about ends."""
    words = reading.tokens.lower
    last = reading.tokens.sentence_range(act.head)[1]
    end = act.end
    while end < last and words[end] not in _STOPS:
        if words[end] == "," and reading.tag(min(end + 1, last - 1)) not in ("NOUN", "DET", "ADJ", "PROPN"):
            break
        end += 1
    return end

"""An act as it was found: a trigger, where it matched, and what the syntax says around it."""

from __future__ import annotations

import attrs

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.claims import NegotiationEvent
from newsfacts_negotiations.patterns import Match
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.subjects import Parties
from newsfacts_negotiations.triggers import Trigger

__all__ = ["Act", "read", "size"]

_COPULAS = frozenset({"be", "seem", "remain", "stand", "appear", "declare"})
_PREDICATED = frozenset({"ADJ", "ADP", "ADV"})
"""Tags of what can be said with a copula: "is ready", "is against"."""
_FAR = 14
"""Tokens; a subject further off than this is not part of the words that make the act."""
_NEAR = 3
"""Tokens between a copula and its adjective, at most."""


@attrs.frozen
class Act:
    """Is a trigger that fired, with what stands around it; all positions are token indices."""

    trigger: Trigger
    match: Match
    head: int
    """The verb, noun or adjective that names the event."""
    group: VerbGroup | None
    """Its verb group, or the copula's of an adjective; None where a noun names it."""
    start: int
    end: int
    subject: Range | None = None
    """Who does it, where a verb names it: of a passive, the agent."""
    object: Range | None = None
    """To whom or what it is done: of a passive, the subject."""
    headline: bool = False
    """Whether the verb is one only because a headline has no other: "Omdurman brokers deal"."""
    things: frozenset[int] = frozenset()
    """Pronouns that stand for a truce, a deal, talks: no parties, whatever they are to the verb."""
    event: NegotiationEvent = attrs.field(
        default=attrs.Factory(lambda self: self.trigger.event, takes_self=True), init=False
    )
    """What act it is."""

    @property
    def size(self) -> int:
        """How much of the text the trigger took in: the more, the surer it is."""
        return size(self.trigger, self.match)


def size(trigger: Trigger, found: Match) -> int:
    """Return how many elements *trigger* matched, its verb's mood counting for two."""
    return len(found.parts) - found.parts.count(None) + 2 * bool(trigger.when)


def read(reading: Syntax, people: People, trigger: Trigger, found: Match) -> Act:
    """Return the act that *trigger* found, with its verb group, its parties' phrases, its words."""
    head = _head(trigger, found)
    group = reading.verb_group(head)
    if group is not None and reading.tag(head) == "AUX":
        head = group.head
    if group is None or group.head != head:
        group = _copula(reading, head) if reading.tag(head) in _PREDICATED else None
    headline = group is None and _verbal(reading, trigger, found, head)
    if headline:
        group = _headline(reading, head)
    if group is None:
        phrase = people.clean(reading.noun_phrase(found.start))
        start = min(phrase[0], found.start) if phrase else found.start
        return Act(trigger, found, head, None, start, _end(reading, found.end))
    subject, target = _parties(reading, people, trigger, group, found)
    start = min(found.start, group.start)
    if start == found.start < group.start:
        first = reading.verb_group(start)
        phrase = people.clean(reading.noun_phrase(start))
        start = first.start if first else min(phrase[0], start) if phrase else start
    if group.start - start > _FAR:
        start = group.start
    end = found.end
    if end == head + 1 and target is not None and head < target[0] <= head + _NEAR:
        end = target[1]
    return Act(trigger, found, head, group, start, _end(reading, end), subject, target, headline)


def _verbal(reading: Syntax, trigger: Trigger, found: Match, head: int) -> bool:
    """Tell whether *trigger* wants a verb at token *head*, and one can stand there."""
    if head == 0 or reading.tag(head - 1) not in ("PROPN", "NOUN", "ADV", "PUNCT"):
        return False
    return any(
        element.tag == "v" and part is not None and part[0] == head
        for element, part in zip(trigger.pattern.elements, found.parts, strict=True)
    )


def _headline(reading: Syntax, verb: int) -> VerbGroup:
    """Return the group of a verb that the tagger takes for a noun: "Lomé brokers deal"."""
    return VerbGroup(
        start=verb,
        end=verb + 1,
        head=verb,
        lemma=reading.tokens.lower[verb],
        voice="active",
        tense="present",
        perfect=False,
        progressive=False,
        modal=None,
        negated=False,
        form="finite",
    )


def _head(trigger: Trigger, found: Match) -> int:
    """Return the token that names the event: the anchor, or the verb that it is said or done with.

    The verb is the head of "talks ... resume" and of "give ... consent", not of "ready to go".
    """
    elements = trigger.pattern.elements
    anchor = elements[trigger.pattern.anchor]
    if anchor.tag == "v":
        return found.anchor
    noun = anchor.thing or anchor.tag == "n"
    for element, part in zip(elements, found.parts, strict=True):
        if element.tag == "v" and part is not None and (noun or part[0] < found.anchor):
            return part[0]
    return found.anchor


def _copula(reading: Syntax, adjective: int) -> VerbGroup | None:
    """Return the verb group of the "is" in "is fully ready", if there is one."""
    for index in range(adjective - 1, max(adjective - 1 - _NEAR, -1), -1):
        group = reading.verb_group(index)
        if group is not None:
            return group if group.lemma in _COPULAS else None
    return None


def _parties(
    reading: Syntax, people: People, trigger: Trigger, group: VerbGroup, found: Match
) -> tuple[Range | None, Range | None]:
    """Return who does what the verb says, and to whom or what."""
    subject, target = reading.subject(group), reading.object(group)
    parties = Parties(reading, people)
    elements = trigger.pattern.elements
    told = elements[0].thing and elements[-1].tag == "v"
    # The talks themselves are the subject of "the talks, said Rao, have stalled".
    subject = people.clean(subject) if told else parties.subject(group)
    bare = group.start == group.head and group.form == "participle"
    adjective = trigger.pattern.elements[trigger.pattern.anchor].tag is None
    if group.voice == "passive" and not adjective:
        agent = reading.agent(group)
        if agent is not None and people.time(agent):
            agent = None  # "delayed by a day"
        by_whom = subject is not None and people.political(subject)
        past = _speaks(trigger) or parties.active(group, _after(found, group))
        if not (bare and agent is None and by_whom and past):
            return agent, subject
        # "Biden called for", "Israel threatened to": no "was", no "by": the simple past.
    target = people.untimed(target) if target is not None else None
    if target is not None and people.time(target):
        near = reading.noun_phrase(group.end) if group.end < target[0] else None
        target = near if near and near[0] == group.end and not people.time(near) else None
    if target is None and trigger.passive and found.parts[-1]:
        # The particle hides the object from the syntax: "handed over four hostages".
        target = reading.noun_phrase(found.parts[-1][0])
    if target is None and not told:
        target = parties.relative(group) or parties.behind(group)
    return subject, target


def _after(found: Match, group: VerbGroup) -> int:
    """Return the token after the verb's words: the object's, where it has one."""
    last = found.parts[-1] if found.parts[-1] and len(found.parts) > 1 else None
    return last[0] if last and last[0] > group.end and last[1] == last[0] + 1 else group.end


def _speaks(trigger: Trigger) -> bool:
    """Tell whether the act is one that its subject does with words: not "prisoners released"."""
    return trigger.event is not NegotiationEvent.IMPLEMENT


def _end(reading: Syntax, end: int) -> int:
    """Return where the words end: with the phrase or verb that the last of them begins."""
    last = len(reading.tokens)
    if end < last and reading.tag(end - 1) in ("ADP", "PART") and reading.tag(end) != "PUNCT":
        end += 1
    elif end < last and reading.tag(end - 1) == "VERB" and reading.tag(end) == "PART":
        end += 2 * (reading.tokens.lower[end] == "to")
    end = min(end, last)
    phrase = reading.noun_phrase(end - 1)
    group = reading.verb_group(end - 1)
    return max(end, phrase[1] if phrase else end, group.end if group else end)

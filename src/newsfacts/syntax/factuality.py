"""How real an event is: its own tense and mood, then every word that governs it, outwards.

Status goes by the least real of the words on the way up: actual, ongoing, planned, intended,
predicted, conditional. The scale follows FactBank (Saurí and Pustejovsky 2009) and the modes of
PLOVER (2017); the words stand in data/predicates.toml.
"""

from __future__ import annotations

import attrs

from newsfacts.syntax.clauses import Link, Phrase
from newsfacts.syntax.mood import has_condition, mood
from newsfacts.syntax.predicates import RANK, Predicates, predicates
from newsfacts.syntax.reading import Reading
from newsfacts.syntax.values import Factuality, VerbGroup
from newsfacts.values import Status

__all__ = ["judge"]

_STEPS = 12
"""The longest way up that is followed."""
_LEVEL = {status: level for level, status in enumerate(RANK)}
_PREDICATE_WINDOW = 4
"""How far after "be" its adjective is looked for."""
_VERBAL = frozenset("VvzdngB")
"""Codes of the words of a verb group that something can nearly do."""
_SAME_ACT = frozenset({"by", "in", "while", "when"})
"""Before a gerund: it happens as the verb above does."""
_BOUNDS = frozenset({"fewer", "less", "more"})
"""After "no" they count: "no fewer than 12 were killed"."""
_FUTURE_OPENERS = frozenset({"until", "before", "once", "when", "after", "till"})


def judge(reading: Reading, i: int) -> Factuality:
    """Return how real the event is that token *i* of the sentence names.

    The hedge's indices count from the sentence's start.
    """
    walk = _Walk(reading, predicates(), i)
    link = reading.link(i)
    if link is not None:
        walk.verb(link, _STEPS)
        walk.object(link)
    else:
        walk.noun(i, _STEPS)
    return Factuality(status=walk.status, negated=walk.negated, hedge=walk.hedge)


@attrs.define(eq=False)
class _Walk:
    """Goes up from one event and keeps what the words on the way say."""

    reading: Reading
    words: Predicates
    event: int
    status: Status = Status.ACTUAL
    negated: bool = False
    hedge: Phrase | None = None

    def _at_least(self, status: Status | None) -> None:
        """Make the event no more real than *status*."""
        if status is not None and _LEVEL[status] > _LEVEL[self.status]:
            self.status = status

    def _deny(self, denied: bool) -> None:  # noqa: FBT001 - two denials cancel out
        self.negated ^= denied

    def _hedged(self, start: int, end: int) -> None:
        """Keep the innermost hedge."""
        if self.hedge is None:
            self.hedge = (start, end)

    # --- verbs ---

    def verb(self, link: Link, steps: int, *, from_subject: bool = False) -> None:
        """Take in a verb's own mood, then what governs it."""
        reading, group = self.reading, link.group
        own = mood(reading, link, self.words)
        self._at_least(own.status)
        self._deny(own.negated or (not from_subject and self._denied_outside(link)))
        for i in range(max(0, group.start - 1), min(group.end + 1, len(reading.lower))):
            if reading.tags[i] == "R":
                if reading.lower[i] in self.words.hedge_adverbs:
                    self._hedged(i, i + 1)
                # "Nearly died", not "nearly all died".
                self._deny(
                    reading.lower[i] in self.words.almost
                    and i < group.head
                    and reading.tags[i + 1] in _VERBAL
                )
        if steps:
            self._above(link, steps - 1)

    def object(self, link: Link) -> None:
        """Take in that there is no object: "would support no deal"."""
        phrase = self.reading.object_of(link)
        if phrase is not None and self.reading.lower[phrase[0]] == "no":
            self._deny(self.reading.lower[phrase[0] + 1] not in _BOUNDS)

    def _denied_outside(self, link: Link) -> bool:
        """Tell whether the subject or a preposition denies the verb: "nobody", "without"."""
        lower, before = self.reading.lower, link.group.start - 1
        if before >= 0 and lower[before] in self.words.negators:
            return True
        if before > 0 and (lower[before - 1], lower[before]) in {
            ("instead", "of"),
            ("rather", "than"),
        }:
            return True
        if link.subject is None or link.kind in ("infinitive", "participle"):
            return False
        first = link.subject[0]
        bounds = lower[first + 1] in _BOUNDS
        return lower[first] in self.words.negating_subjects and not bounds

    def _above(self, link: Link, steps: int) -> None:
        """Go on to what governs a verb."""
        reading, words = self.reading, self.words
        marker = reading.lower[link.marker] if link.marker is not None else ""
        if link.antecedent is not None or link.kind == "relative":
            self._at_least(Status.PLANNED if link.kind == "infinitive" else None)
            return
        above = reading.governing(link)
        if link.kind == "adverbial":
            if marker in words.conditions or has_condition(reading, link, words):
                self._at_least(Status.CONDITIONAL)
            elif marker in _FUTURE_OPENERS and link.group.tense == "present":
                self._at_least(Status.PLANNED if above and above.group.modal else None)
            return
        if marker in words.conditions:
            self._at_least(Status.CONDITIONAL)
        if above is None:
            if link.governor is not None:
                self._noun_above(link.governor, steps)
            elif link.kind == "infinitive":
                self._at_least(Status.PLANNED)  # "Rebels to free hostages"
            return
        if link.kind == "participle":
            self._participle_under(link, above, steps)
        else:
            self._verb_above(link, above, steps)

    def _participle_under(self, link: Link, above: Link, steps: int) -> None:
        """Take in the verb above a participle or gerund."""
        opener = self.reading.lower[link.start]
        if opener in self.words.factive_prepositions:
            return
        gerund = link.group.form == "gerund" or self.reading.tags[link.start] == "I"
        if gerund and opener not in _SAME_ACT:
            self._verb_above(link, above, steps)
        elif steps:
            self.verb(above, steps - 1)

    def _verb_above(self, link: Link, above: Link, steps: int) -> None:
        """Take in what a governing verb or its adjective says of the event."""
        words, group = self.words, above.group
        name = self._predicate(group, link.start)
        self._effect(name, above, link)
        self._nearly(above, link)
        carried = link.kind in ("infinitive", "participle") or name in words.negating
        if carried and steps:
            self.verb(above, steps - 1)
        elif (group.negated or "Q" in self.reading.tags[group.end : link.start]) and (
            name in words.opinion | words.truths
            or words.verbs.get(name, Status.ACTUAL) is not Status.ACTUAL
        ):
            self._deny(denied=True)

    def _nearly(self, above: Link, link: Link) -> None:
        """Take in "is close to signing", "came close to signing", "stopped short of signing"."""
        before = self.reading.lower[link.start - 1] if link.kind == "participle" else ""
        if before == "short":
            self._deny(denied=True)
        elif before in self.words.near and above.group.lemma == "be":
            self._at_least(Status.PREDICTED)
        elif before in self.words.near:
            self._deny(denied=True)

    def _predicate(self, group: VerbGroup, before: int) -> str:
        """Return what governs: the verb, with its particle, or the adjective after "be"."""
        reading = self.reading
        if group.voice == "passive" and reading.lower[group.head] in self.words.verbs:
            return reading.lower[group.head]  # "is prepared to" is no preparing
        if group.lemma != "be":
            particle = reading.lower[group.end] if group.end < len(reading.lower) else ""
            phrasal = f"{group.lemma}_{particle}"
            return phrasal if phrasal in self.words.phrasal else group.lemma
        for i in range(group.end, before):
            if reading.tags[i] in "Jn":
                return reading.lower[i]
        return "be"

    def _effect(self, name: str, above: Link, link: Link) -> None:
        """Take in the effect of the word *name* on the event of *link*."""
        words, group = self.words, above.group
        passive = name in words.hedge_passives and group.voice == "passive"
        if link.kind == "infinitive" and (passive or name in words.hedge_raising):
            self._hedged(group.start, group.end)
            self._at_least(words.verbs.get(name) if name == "fear" else None)
            return
        self._deny(name in words.negating)
        if link.kind == "infinitive":
            self._at_least(self._of_infinitive(name, above, link))
        elif link.group.form == "finite" and link.group.modal is None:
            past = link.group.tense == "past" or link.group.perfect
            if not past or name in words.of_past:
                self._at_least(words.verbs.get(name))
        elif name in words.opinion:
            self._at_least(Status.PREDICTED if link.group.modal else None)
        else:
            self._at_least(words.verbs.get(name))

    def _of_infinitive(self, name: str, above: Link, link: Link) -> Status | None:
        """Return what a governing word says of an infinitive; a purpose is planned."""
        words, reading = self.words, self.reading
        if name == "be" and above.subject is not None:
            return words.nouns.get(reading.lemma(above.subject[1] - 1)) or Status.PLANNED
        if name == "use":
            return None if above.group.end == link.start else Status.PLANNED
        if name == "have":
            yet = reading.lower[link.start - 1] == "yet"
            self._deny(yet)
            return None if yet else Status.INTENDED
        known = name in words.verbs or name in words.negating or name in words.opinion
        return words.verbs.get(name) if known else Status.PLANNED

    # --- nouns ---

    def _noun_above(self, head: int, steps: int) -> None:
        """Take in a noun that governs the event: "hopes for", "efforts to"."""
        reading = self.reading
        lemma = reading.lemma(head)
        self._deny(lemma in self.words.negating_nouns)
        self._at_least(self.words.nouns.get(lemma))
        phrase = reading.phrase(head)
        if phrase is None or not steps:
            return
        definite = reading.lower[phrase[0]] == "the" or not set("$'").isdisjoint(
            reading.tags[phrase[0] : phrase[1]]
        )
        known = lemma in self.words.nouns or lemma in self.words.negating_nouns
        if known and not (definite and phrase[0] and reading.tags[phrase[0] - 1] == "I"):
            self.noun(head, steps - 1)

    def noun(self, i: int, steps: int) -> None:
        """Take in what stands around a noun, then what governs its phrase."""
        reading, words = self.reading, self.words
        phrase = reading.phrase(i)
        if phrase is None:
            return
        head = reading.head(phrase)
        for j in range(phrase[0], i):
            word = reading.lower[j]
            self._deny(word in ("no", "neither") and reading.lower[j + 1] not in _BOUNDS)
            if word in words.hedge_adjectives and reading.tags[j] == "J":
                self._hedged(j, j + 1)
            if reading.tags[j] in "JD":
                self._at_least(words.modifiers.get(word))
        if head != i:
            lemma = reading.lemma(head)
            self._at_least(words.nouns.get(lemma))
            self._deny(lemma in words.negating_nouns)
        if steps:
            self._around(phrase, steps - 1)

    def _around(self, phrase: Phrase, steps: int) -> None:
        """Find what governs a noun phrase: a preposition, a verb as its object or subject."""
        reading = self.reading
        before = phrase[0] - 1
        while before >= 0 and reading.tags[before] in '"<R(':
            before -= 1
        if before in reading.phrase_ends and reading.tags[before] == "c" and steps:
            self._around(reading.phrase_ends[before], steps - 1)
            return
        infinitive = next(
            (x for x in reading.links if x.kind == "infinitive" and x.subject == phrase), None
        )
        if (
            before >= 0
            and reading.tags[before] == "I"
            and reading.lower[before] == "for"
            and (infinitive is not None and infinitive.start == phrase[1])
        ):
            self.verb(infinitive, steps)
            return
        if before >= 0 and reading.tags[before] == "I":
            self._preposition(before, steps)
            return
        for link in reading.links:
            if link.subject == phrase and link.kind != "infinitive" and link.antecedent is None:
                self._subject_of(link, steps)
                return
        verb = reading.verb_before(phrase[0])
        if verb is not None and reading.object_of(verb) == phrase:
            self._object_of(verb, steps)

    def _subject_of(self, link: Link, steps: int) -> None:
        """Take in the verb whose subject the event is, and its adjective or infinitive."""
        group, reading, words = link.group, self.reading, self.words
        if group.lemma == "be":
            self._predicated(group.end)
        elif group.voice == "passive":
            name = self._predicate(group, group.end)
            self._deny(name in words.negating)
            self._at_least(words.verbs.get(name))
        for other in reading.links:
            if other.governor == group.head and other.kind == "infinitive":
                self._effect(self._predicate(group, other.start), link, other)
                break
        if group.lemma not in words.presupposing:
            self.verb(link, steps, from_subject=True)

    def _predicated(self, start: int) -> None:
        """Take in what is said of the event after "be": "ongoing", "possible", "under way"."""
        reading, words = self.reading, self.words
        for i in range(start, min(start + _PREDICATE_WINDOW, len(reading.tags))):
            if reading.tags[i] in ",.:cs":
                return
            word = reading.lower[i]
            self._at_least(words.verbs.get(word) or words.modifiers.get(word))
            self._deny(word in words.negating)
            if word == "under" and reading.lower[i + 1 : i + 2] == ["way"]:
                self._at_least(Status.ONGOING)

    def _object_of(self, link: Link, steps: int) -> None:
        """Take in the verb whose object the event is."""
        reading, words = self.reading, self.words
        name = self._predicate(link.group, link.group.end)
        spoken = reading.lemma(self.event) in words.nouns and reading.phrase(self.event) == (
            reading.object_of(link)
        )
        if name in words.presupposing or (spoken and name in words.replies):
            return  # "rejected a call": the call was made
        self._deny(name in words.negating)
        self._at_least(Status.PREDICTED if name == "warn" else words.verbs.get(name))
        self.verb(link, steps)

    def _preposition(self, at: int, steps: int) -> None:
        """Take in a preposition and what it hangs on."""
        reading, words = self.reading, self.words
        word = reading.lower[at]
        if word in words.factive_prepositions:
            return
        self._deny(word == "without")
        self._at_least(words.prepositions.get(word))
        if word == "of" and at and reading.lower[at - 1] == "ahead":
            self._at_least(Status.PLANNED)
            return
        outer = reading.phrase_ends.get(at)
        if outer is None:
            self._verb_with(at, steps)
            return
        lemma = reading.lemma(outer[1] - 1)
        if lemma in words.nouns or lemma in words.negating_nouns:
            self._noun_above(outer[1] - 1, steps)
        elif word == "of" and steps:
            self.noun(outer[1] - 1, steps - 1)
        else:
            self._verb_with(at, steps)

    def _verb_with(self, at: int, steps: int) -> None:
        """Take in the verb that a preposition belongs to: "called for talks"."""
        words = self.words
        link = self.reading.verb_before(at)
        if link is None:
            return
        name = self._predicate(link.group, at)
        if link.group.end == at or name != link.group.lemma:
            self._deny(name in words.negating)
            self._at_least(Status.PREDICTED if name == "warn" else words.verbs.get(name))
        if steps:
            self.verb(link, steps - 1)

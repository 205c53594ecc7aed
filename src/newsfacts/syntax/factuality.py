"""How real an event is: its own tense and mood, then every word that governs it, outwards.

Status goes by the least real of the words on the way up: actual, ongoing, planned, intended,
predicted, conditional. The scale follows FactBank (Saurí and Pustejovsky 2009) and the modes of
PLOVER (2017); the words stand in data/predicates.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsfacts.syntax.predicates import RANK, Predicates, predicates
from newsfacts.syntax.values import Factuality, VerbGroup
from newsfacts.values import Status

if TYPE_CHECKING:
    from newsfacts.syntax.clauses import Link
    from newsfacts.syntax.reading import Reading

__all__ = ["judge"]

_STEPS = 12
"""The longest way up that is followed."""
_LEVEL = {status: level for level, status in enumerate(RANK)}


@attrs.define(eq=False)
class _State:
    """Is what the words on the way up have said so far."""

    status: Status = Status.ACTUAL
    negated: bool = False
    hedge: tuple[int, int] | None = None

    def at_least(self, status: Status | None) -> None:
        """Make the event no more real than *status*."""
        if status is not None and _LEVEL[status] > _LEVEL[self.status]:
            self.status = status

    def flip(self, condition: bool = True) -> None:  # noqa: FBT001, FBT002 - reads as said
        """Deny what was affirmed."""
        self.negated ^= condition

    def hedged(self, start: int, end: int) -> None:
        """Keep the innermost hedge."""
        if self.hedge is None:
            self.hedge = (start, end)


def judge(reading: Reading, i: int) -> Factuality:
    """Return how real the event is that token *i* of the sentence names."""
    judge_ = _Judge(reading, predicates())
    link = reading.link(i)
    if link is not None:
        judge_.verb(link, _STEPS)
    else:
        judge_.noun(i, _STEPS)
    state = judge_.state
    hedge = state.hedge
    if hedge is not None:
        hedge = (hedge[0] + reading.offset, hedge[1] + reading.offset)
    return Factuality(status=state.status, negated=state.negated, hedge=hedge)


class _Judge:
    """Walks up from one event."""

    def __init__(self, reading: Reading, words: Predicates) -> None:
        self.reading, self.words = reading, words
        self.state = _State()

    def verb(self, link: Link, steps: int, *, from_subject: bool = False) -> None:
        """Take in a verb's own mood, then what governs it."""
        group = link.group
        self._mood(link)
        self.state.flip(group.negated or (not from_subject and self._negated_outside(link)))
        self._adverbs(link)
        if steps:
            self._above(link, steps - 1)

    def _mood(self, link: Link) -> None:
        """Take in modal, tense and aspect of a verb group."""
        group, state, words = link.group, self.state, self.words
        conditional = self._has_condition(link)
        if group.modal in ("will", "shall", "’ll"):
            fixed = Status.INTENDED if group.negated else Status.PLANNED
            state.at_least(Status.CONDITIONAL if conditional else fixed)
        elif group.modal == "would":
            if group.perfect:
                state.at_least(Status.CONDITIONAL)
                state.flip()
            else:
                state.at_least(Status.CONDITIONAL if conditional else self._would(link))
        elif group.modal in ("could", "may", "might", "can", "cannot"):
            unable = group.modal in ("could", "can", "cannot") and (
                group.negated or group.modal == "cannot"
            )
            if group.modal == "cannot":
                state.flip()
            state.at_least(None if unable else Status.PREDICTED)
        elif group.modal is not None:
            state.at_least(Status.INTENDED)
        elif group.progressive:
            motion = group.lemma in words.motion and group.tense == "present"
            state.at_least(Status.PLANNED if motion else Status.ONGOING)
        elif group.lemma in ("continue", "persist") and group.form == "finite":
            state.at_least(Status.ONGOING)

    def _would(self, link: Link) -> Status:
        """Return what "would" tells: a reported intention, a reported plan, else a forecast."""
        governor = self.reading.governing(link)
        if governor is None or link.kind not in ("complement", "coordinate"):
            return Status.PREDICTED
        subject = link.subject
        pronoun = subject is not None and self.reading.tags[subject[1] - 1] == "r"
        own = pronoun or link.group.negated
        return Status.INTENDED if own and link.group.voice == "active" else Status.PLANNED

    def _has_condition(self, link: Link) -> bool:
        """Tell whether an if-clause depends on the verb."""
        reading = self.reading
        return any(
            other.kind == "adverbial"
            and other.governor == link.group.head
            and other.marker is not None
            and reading.lower[other.marker] in self.words.opening_conditions
            for other in reading.links
        )

    def _negated_outside(self, link: Link) -> bool:
        """Tell whether the subject or a preposition denies the verb: "nobody", "without"."""
        reading, subject = self.reading, link.subject
        start = link.group.start - 1
        if start >= 0 and reading.lower[start] in ("without", "hardly", "scarcely", "barely"):
            return True
        if subject is None or link.kind in ("infinitive", "participle"):
            return False
        return reading.lower[subject[0]] in ("no", "neither", "none", "nobody", "nothing")

    def _adverbs(self, link: Link) -> None:
        """Find hedging adverbs in and beside a verb group."""
        reading, group = self.reading, link.group
        for i in range(max(0, group.start - 1), min(group.end + 1, len(reading.lower))):
            if reading.lower[i] in self.words.hedge_adverbs and reading.tags[i] in "RJ":
                self.state.hedged(i, i + 1)

    def _above(self, link: Link, steps: int) -> None:
        """Go on to what governs a verb."""
        state, reading, words = self.state, self.reading, self.words
        if link.kind == "relative" or link.antecedent is not None:
            return
        if link.kind == "adverbial":
            if link.marker is not None and reading.lower[link.marker] in words.opening_conditions:
                state.at_least(Status.CONDITIONAL)
            return
        if link.marker is not None and reading.lower[link.marker] in ("whether", "if"):
            state.at_least(Status.CONDITIONAL)
        head = link.governor
        if head is None:
            return
        above = reading.link(head)
        if above is None:
            self._governing_noun(head, steps)
            return
        group = above.group
        if link.kind == "participle":
            gerund = reading.tags[link.start] == "I" or link.group.form == "gerund"
            if not gerund:
                self._inherit(above, steps)
                return
            if reading.lower[link.start] in words.factive_prepositions:
                return
            if reading.lower[link.start] in ("by", "in", "while"):
                self._inherit(above, steps)
                return
        lemma = self._predicate(group, link.start)
        self._effect(lemma, group, link)
        if link.kind in ("infinitive", "participle") or lemma in words.negating:
            self._inherit(above, steps)
        elif above.group.negated and words.verbs.get(lemma) is not None:
            state.flip()

    def _inherit(self, above: Link, steps: int) -> None:
        """Take in the whole state of the verb above."""
        if steps:
            self.verb(above, steps - 1)

    def _predicate(self, group: VerbGroup, start: int) -> str:
        """Return what governs: the verb's lemma, with "be" the adjective after it."""
        reading = self.reading
        if group.lemma != "be":
            return group.lemma
        for i in range(group.end, start):
            if reading.tags[i] in "JNn" and reading.tags[i] != "N":
                return reading.lower[i]
        return "be"

    def _effect(self, lemma: str, group: VerbGroup, link: Link) -> None:
        """Take in what a governing verb or adjective says of the event."""
        state, words = self.state, self.words
        hedging = (lemma in words.hedge_passives and group.voice == "passive") or (
            lemma in words.hedge_raising
        )
        if hedging and link.kind == "infinitive":
            state.hedged(group.start, group.end)
            if link.group.progressive:
                state.at_least(Status.ONGOING)
            if lemma not in ("fear", "consider"):
                return
        state.flip(lemma in words.negating)
        status = words.verbs.get(lemma)
        if lemma == "be" and link.kind == "infinitive":
            status = Status.PLANNED
        elif lemma in ("go", "have") and link.kind == "infinitive":
            status = Status.PLANNED if lemma == "go" else Status.INTENDED
        elif status is None and link.kind == "infinitive" and lemma not in words.negating:
            status = Status.PLANNED
        finite_past = link.group.form == "finite" and link.group.modal is None
        if (
            finite_past
            and status in (Status.PLANNED, Status.INTENDED)
            and link.group.tense == "past"
        ):
            status = None  # "announced that talks had resumed"
        state.at_least(status)

    def _governing_noun(self, head: int, steps: int) -> None:
        """Take in a noun that governs the event: "hopes for", "efforts to"."""
        lemma = self.reading.lemma(head)
        self.state.flip(lemma in self.words.negating_nouns)
        self.state.at_least(self.words.nouns.get(lemma))
        if steps:
            self.noun(head, steps - 1)

    def noun(self, i: int, steps: int) -> None:
        """Take in what stands around a noun, then what governs its phrase."""
        reading, words, state = self.reading, self.words, self.state
        phrase = reading.phrase(i)
        if phrase is None:
            return
        head = phrase[1] - 1
        for j in range(phrase[0], head):
            word = reading.lower[j]
            if word in ("no", "neither"):
                state.flip()
            elif word in words.hedge_adjectives and reading.tags[j] == "J":
                state.hedged(j, j + 1)
            if j < i and reading.tags[j] in "JDR":
                state.at_least(words.modifiers.get(word))
        if head != i:
            lemma = reading.lemma(head)
            state.at_least(words.nouns.get(lemma))
            state.flip(lemma in words.negating_nouns)
        if steps:
            self._around(phrase, steps - 1)

    def _around(self, phrase: tuple[int, int], steps: int) -> None:
        """Find what governs a noun phrase: a preposition, a verb as its object or subject."""
        reading = self.reading
        before = phrase[0] - 1
        while before >= 0 and reading.tags[before] in '"R(':
            before -= 1
        if before >= 0 and reading.tags[before] == "c" and before in reading.phrase_ends:
            self._around(reading.phrase_ends[before], steps)
            return
        if before >= 0 and reading.tags[before] in "IsT":
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
        """Take in the verb whose subject the event is."""
        group, reading = link.group, self.reading
        if group.lemma == "be":
            for i in range(group.end, min(len(reading.tags), group.end + 4)):
                if reading.tags[i] in ",.:cs":
                    break
                word = reading.lower[i]
                if reading.tags[i] in "JRnI" or word in ("under", "way", "underway"):
                    self.state.at_least(
                        self.words.verbs.get(word) or self.words.modifiers.get(word)
                    )
                    self.state.flip(word in self.words.negating)
                    if word == "under":
                        self.state.at_least(Status.ONGOING)
        elif group.voice == "passive":
            if group.lemma in self.words.negating:
                self.state.flip()
            self.state.at_least(self.words.verbs.get(group.lemma))
        if group.lemma not in self.words.presupposing:
            self.verb(link, steps, from_subject=True)
        self._raised(link)

    def _raised(self, link: Link) -> None:
        """Take in an infinitive that says what becomes of the subject: "is to be held"."""
        for other in self.reading.links:
            if other.governor == link.group.head and other.kind == "infinitive":
                lemma = self._predicate(link.group, other.start)
                self._effect(lemma, link.group, other)
                return

    def _object_of(self, link: Link, steps: int) -> None:
        """Take in the verb whose object the event is."""
        lemma, words = link.group.lemma, self.words
        if lemma in words.presupposing:
            return
        self.state.flip(lemma in words.negating)
        self.state.at_least(words.verbs.get(lemma))
        self.verb(link, steps)

    def _preposition(self, at: int, steps: int) -> None:
        """Take in a preposition and what it hangs on."""
        reading, words, state = self.reading, self.words, self.state
        word = reading.lower[at]
        if word in words.factive_prepositions:
            return
        if word == "without":
            state.flip()
        state.at_least(words.prepositions.get(word))
        if word == "of" and at and reading.lower[at - 1] == "ahead":
            state.at_least(Status.PLANNED)
            return
        outer = reading.phrase_ends.get(at)
        if outer is not None:
            lemma = reading.lemma(outer[1] - 1)
            state.at_least(words.nouns.get(lemma))
            state.flip(lemma in words.negating_nouns)
            known = lemma in words.nouns or lemma in words.negating_nouns
            if (known or word in ("of", "for", "to")) and steps:
                self.noun(outer[1] - 1, steps - 1)
            elif steps:
                self._verb_with(at, steps)
        elif steps:
            self._verb_with(at, steps)

    def _verb_with(self, at: int, steps: int) -> None:
        """Take in the verb that a preposition belongs to: "called for talks"."""
        words = self.words
        link = self.reading.verb_before(at)
        if link is None:
            return
        adjoins = link.group.end == at
        lemma = self._predicate(link.group, at)
        if adjoins or (lemma != link.group.lemma):
            self.state.flip(lemma in words.negating)
            self.state.at_least(words.verbs.get(lemma))
        self.verb(link, steps)

"""Phrases as names: without marks and times around them, pronouns with whom they stand for."""

from __future__ import annotations

import re

import attrs

from newsfacts import ActorType, MentionForm, Party, Span
from newsfacts.syntax import VerbGroup
from newsfacts_negotiations.known import Known, Range
from newsfacts_negotiations.words import word_list

__all__ = ["HEADS", "OTHERS", "OWN", "SPANS", "Naming"]

HEADS = frozenset({"heads", "chiefs", "bosses"})
"""Who is of politics as those are whom they lead: "the heads of the two armies"."""
OWN = frozenset({"i", "we", "us", "our", "ours", "me", "my"})
OTHERS = frozenset({"he", "she", "it", "they", "him", "her", "them", "its", "his", "their", "both"})
_OBJECTS = frozenset({"him", "them", "us", "me", "both"})
"""Forms of pronouns that never stand for the subject of their own clause."""
_SETTLEMENTS = frozenset(
    {"city", "town", "village", "port", "province", "region", "capital", "state"}
)
_WHOSE = frozenset({"its", "his", "her", "their"})
_NEAR = 4
"""Tokens before a possessive in which the verb stands whose subject owns."""
SPANS = frozenset(
    "second minute hour day week month year morning afternoon evening night weekend today tomorrow"
    " yesterday tonight hours days weeks months years time".split()
)
"""Nouns of time."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_EARLIER = frozenset({"earlier", "later", "meanwhile", "then", "now", "yesterday", "today"})
_LATELY = frozenset({"last", "next", "this", "earlier", "later", "late", "early"})
"""Words with which a time begins behind a noun."""
_POINTERS = SPANS | {
    "a",
    "an",
    "last",
    "this",
    "next",
    "that",
    "earlier",
    "later",
    "every",
    "each",
}
_UNLIKELY = frozenset({ActorType.PLACE, ActorType.MEDIA})
"""Types of what is named inside a party without being it."""
_PLACES = frozenset({ActorType.PLACE, ActorType.STATE})


@attrs.frozen(slots=False)
class Naming(Known):
    """Names parties by the phrases of one article."""

    def clean(self, phrase: Range | None) -> Range | None:
        """Return *phrase* without the marks at its ends, None if nothing is left."""
        if phrase is None:
            return None
        start, end = phrase
        words = self.reading.tokens.words
        while start < end and not words[start][0].isalnum():
            start += 1
        while start + 1 < end and (
            words[start].lower() in _EARLIER or _CLOCK.fullmatch(words[start])
        ):
            start += 1  # "Earlier the envoy said", "14:05 Envoy says"
        while end > start and not words[end - 1][-1].isalnum():
            end -= 1
        return self.untimed((start, end)) if start < end else None

    def untimed(self, phrase: Range) -> Range:
        """Return *phrase* without the time behind it: "the army chief *last week*"."""
        words = self.reading.tokens.lower
        for at in range(phrase[0] + 1, phrase[1]):
            if words[at] in _LATELY:
                behind = words[at + 1 : phrase[1]]
                timed = all(word in SPANS or word in word_list("times") for word in behind)
                alone = at == phrase[0] + 1 and self.reading.tag(phrase[0]) in ("DET", "PRON")
                return (phrase[0], at) if timed and not alone else phrase
        return phrase

    def pronoun(self, phrase: Range) -> bool:
        """Tell whether *phrase* is a personal pronoun."""
        word = self.reading.tokens.lower[phrase[0]]
        return phrase[1] == phrase[0] + 1 and (word in OWN or word in OTHERS)

    def time(self, phrase: Range) -> bool:
        """Tell whether *phrase* says when: "last week", "on Friday"."""
        words = self.reading.tokens.lower
        first = words[phrase[0]]
        if first in word_list("times"):
            return True
        pointed = first in _POINTERS or not _POINTERS.isdisjoint(words[phrase[0] : phrase[1] - 1])
        return pointed and words[phrase[1] - 1] in SPANS

    def first(self, index: int) -> int:
        """Return the first token of the sentence of token *index*."""
        return self.reading.tokens.sentence_range(index)[0]

    def party(self, phrase: Range) -> Party | None:
        """Return the party that *phrase* names; of a pronoun whoever it stands for, if known."""
        if phrase[1] == phrase[0] + 1 and self.reading.tag(phrase[0]) == "DET":
            return None
        if self.pronoun(phrase):
            return self._stand_in(phrase, self.reading.tokens.span(*phrase))
        head = self.reading.tokens.starts[self.reading.head(phrase)]
        phrase = self.whole(phrase)
        span = self.reading.tokens.span(*phrase)
        named = self.named(phrase)
        for mention, actor in named:
            held = mention.end == span.end and actor.type is ActorType.PERSON
            if mention.start <= head < mention.end or held:
                return Party.at(span, actor.actor)
        if (name := self.apposed(phrase)) is not None:
            return Party.at(span, self.named(name)[-1][1].actor)  # "the EU's envoy, Ann Lee,"
        known = [actor for _, actor in named if actor.type not in _UNLIKELY]
        several = len({actor.actor for actor in known}) > 1
        if several and "and" in self.reading.tokens.lower[slice(*phrase)]:
            return Party.at(span)  # "Fijian and Tongan envoys" are neither's alone
        group = self.reading.tokens.lower[self.reading.head(phrase)] not in word_list("persons")
        return Party.at(span, known[-1].actor if known and group else None)

    def apposed(self, phrase: Range) -> Range | None:
        """Return who is named between commas behind *phrase*: "her successor, Ann Lee, left"."""
        words, at = self.reading.tokens.lower, phrase[1]
        name = self.reading.noun_phrase(at + 1) if words[at : at + 1] == [","] else None
        if name is None or name[0] != at + 1 or words[name[1] : name[1] + 1] != [","]:
            return None
        person = any(actor.type is ActorType.PERSON for _, actor in self.named(name))
        return name if person else None

    def whole(self, phrase: Range) -> Range:
        """Return *phrase* with the "of" that says what its office or body is of.

        "Secretary of State Ann Lee", "the Federation of Marwan Employers", "the head of the union".
        """
        lower = self.reading.tokens.lower
        if lower[phrase[1] : phrase[1] + 1] != ["of"]:
            return phrase
        last = lower[phrase[1] - 1]
        of_office = last in word_list("political") or last in HEADS
        if not of_office and not self.goes_on(phrase):
            return phrase
        end = self.reading.tokens.sentence_range(phrase[0])[1]
        while phrase[1] + 1 < end and lower[phrase[1]] == "of":
            inner = self.reading.noun_phrase(phrase[1] + 1)
            if inner is None or inner[0] != phrase[1] + 1:
                break
            phrase = (phrase[0], inner[1])
        return phrase

    def _stand_in(self, phrase: Range, span: Span) -> Party | None:
        """Return the party that a pronoun stands for."""
        for mention, actor in self.named(phrase):
            if mention.form is MentionForm.PRONOUN:
                return Party.at(span, actor.actor)
        if span.text.lower() in OWN:
            return self.speaker(span) or Party.at(span)
        group = self.reading.verb_group(phrase[1])
        if group is None and (owner := self._owner(phrase)) is not None:
            return owner
        subject = self.meant(phrase, group) if span.text.lower() not in _OBJECTS else None
        above = self.party(subject) if subject is not None else None
        return Party(above.text, above.actor) if above else Party.at(span)

    def meant(self, phrase: Range, group: VerbGroup | None) -> Range | None:
        """Return the subject that the pronoun *phrase*, that of *group*, stands for.

        It is that of a verb above: "*the rebels* said that they will".
        """
        for _ in range(3):
            group = self.reading.governor(group) if group else None
            subject = self.reading.subject(group) if group else None
            if group is not None and self.reading.object(group) == phrase:
                continue  # "it" is not who acts on it
            if subject and subject[1] <= phrase[0] and not self.pronoun(subject):
                return subject
        return None

    def _owner(self, phrase: Range) -> Party | None:
        """Return whose it is: the subject of the verb before: "the rebels renewed *their* call"."""
        if self.reading.tokens.lower[phrase[0]] not in _WHOSE:
            return None
        for at in range(phrase[0] - 1, max(self.first(phrase[0]), phrase[0] - _NEAR) - 1, -1):
            group = self.reading.verb_group(at)
            if group is not None:
                subject = self.clean(self.reading.subject(group))
                whole = subject is not None and not self.pronoun(subject)
                return self.party(subject) if subject and whole else None
        return None

    def place(self, phrase: Range) -> Party | None:
        """Return the place that *phrase* names, if it does."""
        view = self.reading.tokens
        if any(word in word_list("times") for word in view.lower[slice(*phrase)]):
            return None
        named = self.named(phrase)
        if view.lower[phrase[1] - 1] in _SETTLEMENTS and (inner := self._of(phrase)) is not None:
            named = self.named(inner)
            phrase = (phrase[0], inner[1])
        if named:
            places = [actor for _, actor in named if actor.type in _PLACES]
            return Party.at(view.span(*phrase), places[-1].actor) if places else None
        proper = view.words[phrase[1] - 1][:1].isupper()
        return Party.at(view.span(*phrase)) if proper else None

    def _of(self, phrase: Range, link: str = "of") -> Range | None:
        """Return the noun phrase after *link* right behind *phrase*: "the city of Homs"."""
        last = self.reading.tokens.sentence_range(phrase[0])[1]
        if phrase[1] + 1 >= last or self.reading.tokens.lower[phrase[1]] != link:
            return None
        return self.reading.noun_phrase(phrase[1] + 1)

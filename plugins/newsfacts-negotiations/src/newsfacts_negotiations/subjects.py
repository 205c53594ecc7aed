"""Who does what a verb says, and to whom: the parties that syntax reads, and those it cannot see.

The way to a subject is long where a date, an aside or a clause stands between, and the subject of a
participle or gerund is another verb's. Each case has its function and its example.
"""

from __future__ import annotations

import attrs

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.words import word_list

__all__ = ["Parties", "antecedent"]

_WHEN = frozenset({"until", "till", "when", "if", "unless", "after", "before", "because", "while"})
"""Subordinators of time and condition."""
_RELATIVE = frozenset({"that", "which", "whom"})
_BACK = 40
"""Tokens before a verb in which the verb that shares its subject is looked for."""
_ASIDE = 6
"""Tokens of a bracketed aside inside a subject, at most."""
_FRONTED = 20
"""Tokens of a participle's clause before the comma and the subject of the main clause."""
_AUXILIARIES = frozenset({"have", "has", "had", "are", "were", "will", "would"})
_OF = frozenset({"of", "for", "from", "against"})
_STATED = frozenset(
    "statement statements letter resolution declaration communique communiqué note text draft"
    " message memorandum appeal motion decree petition manifesto document".split()
)
"""Nouns of what is written and says what its authors do."""
_BLAMING = frozenset(
    "accuse blame criticise criticize condemn suspect convict fault rebuke chide attack praise"
    " thank prevent stop dissuade deter discourage keep warn bar ban".split()
)
"""Verbs whose object does what the gerund after "of", "for", "from", "against" says."""


@attrs.frozen
class Parties:
    """Reads the subjects and objects of verbs in one article."""

    reading: Syntax
    people: People

    def subject(self, group: VerbGroup) -> Range | None:
        """Return who does what *group* says: a political phrase wherever the sentence has one."""
        at = group.start - 1
        if (pronoun := self._pronoun(at)) is not None:
            return pronoun
        subject = self._of_ing(group) or self.reading.subject(group)
        subject = self._owner(self._whole(self.people.clean(subject), group))
        if subject is not None and self.people.political(subject):
            return subject
        first = self.people.first(group.head)
        while at > first and self.reading.tag(at) == "ADV":
            at -= 1
        near = self.people.clean(self.reading.noun_phrase(at)) if at >= first else None
        if near is None and subject is None and at > first:
            near = self._nation(at)
        if near is not None:
            near = self._owner((near[0], min(near[1], group.start)))
        if near is not None and self.people.political(near) and not self._governed(near):
            return near
        if near is not None and subject is None and (title := self._titled(near)) is not None:
            return title
        beyond = self._beyond(at, first) if near is None else None
        return beyond or self._shared(at, first) or self._opening(group, first) or subject

    def _pronoun(self, at: int) -> Range | None:
        """Return the pronoun at token *at*, or who is before it: "*X and Y* have both agreed"."""
        before = self.reading.tokens.lower[max(at - 1, 0) : at + 1]
        if before[-1:] == ["both"] and before[0] in _AUXILIARIES:
            return self.people.clean(self.reading.noun_phrase(at - 2))
        stands = at >= 0 and self.reading.tag(at) == "PRON" and self.people.pronoun((at, at + 1))
        return (at, at + 1) if stands else None

    def active(self, group: VerbGroup, after: int) -> bool:
        """Tell whether a bare "-ed" form is a simple past, its object's last word at *after*.

        "The rebels, to the surprise of all, handed over men"; "the sailors whom they freed".
        """
        if group.start != group.head or group.form != "participle":
            return False
        if self.relative(group) is not None:
            return True
        if after >= len(self.reading.tokens) or self.reading.tag(after) == "ADP":
            return False
        phrase = self.reading.noun_phrase(after)
        return phrase is not None and phrase[0] >= group.end and not self.people.time(phrase)

    def relative(self, group: VerbGroup) -> Range | None:
        """Return what the relative clause of *group* describes and its verb acts on.

        "The truce that the militia broke", "the sailors whom the rebels released".
        """
        subject = self.reading.subject(group)
        if subject is None or subject[1] > group.start:
            return None
        if "," in self.reading.tokens.lower[subject[1] : group.start]:
            return None  # a participle behind a relative clause acts on what is behind it
        return antecedent(self.reading, subject)

    def behind(self, group: VerbGroup) -> Range | None:
        """Return the phrase right behind a verb that the syntax knows nothing of: a headline's."""
        at = group.end
        if at >= len(self.reading.tokens) or self.reading.verb_group(group.head) is not None:
            return None
        phrase = self.reading.noun_phrase(at)
        return (at, phrase[1]) if phrase is not None else None

    def _of_ing(self, group: VerbGroup) -> Range | None:
        """Return who does what an -ing form says, where another verb has it."""
        lower = self.reading.tokens.lower
        if not (lower[group.start].endswith("ing") or lower[group.head].endswith("ing")):
            return None
        return (
            self._accused(group)
            or self._trailing(group)
            or self._fronted(group)
            or self._stating(group)
        )

    def _accused(self, group: VerbGroup) -> Range | None:
        """Return whom somebody accuses of it: "accused *Chad* of breaking the truce"."""
        at = group.start - 1
        words = self.reading.tokens.lower
        if at < 1 or words[at] not in _OF or not words[group.start].endswith("ing"):
            return None
        phrase = self.reading.noun_phrase(at - 1)
        if phrase is None or phrase[1] != at or phrase[0] < 1:
            return None
        blame = self.reading.verb_group(phrase[0] - 1)
        if blame is None or blame.lemma not in _BLAMING or blame.voice == "passive":
            return None
        phrase = self.people.clean(phrase)
        return phrase if phrase is not None and self.people.political(phrase) else None

    def _trailing(self, group: VerbGroup) -> Range | None:
        """Return who acts in a participle at the end: "ruled out talks until X left, rejecting".

        Its subject is the main clause's, not that of a clause of time or condition between.
        """
        words = self.reading.tokens.lower
        if (
            not group.start
            or words[group.start - 1] != ","
            or not words[group.head].endswith("ing")
        ):
            return None
        above = self.reading.governor(group) if group.form in ("participle", "gerund") else None
        inner = self.reading.subject(above) if above else None
        if (
            above is None
            or not inner
            or not inner[0]
            or words[inner[0] - 1] not in _WHEN | _RELATIVE
        ):
            return None
        main = self.reading.governor(above)
        if main is None:  # the verb before a relative clause
            before = self.reading.verb_groups(self.people.first(inner[0]), inner[0] - 1)
            main = next((verb for verb in reversed(before) if verb.form == "finite"), None)
        return self.reading.subject(main) if main else None

    def _stating(self, group: VerbGroup) -> Range | None:
        """Return who issues what says it: "*Ghana* circulated a text urging both to talk"."""
        at = group.start - 1
        words = self.reading.tokens.lower
        if at < 1 or words[at] not in _STATED or not words[group.start].endswith("ing"):
            return None
        phrase = self.reading.noun_phrase(at)
        above = self.reading.governor(group) if phrase is not None else None
        if phrase is None or above is None or above.head >= phrase[0]:
            return None
        subject = self.people.clean(self.reading.subject(above))
        return subject if subject is not None and self.people.political(subject) else None

    def _fronted(self, group: VerbGroup) -> Range | None:
        """Return who acts in a clause put first: "Demanding his release, *Ghana* gave a day"."""
        first, last = self.reading.tokens.sentence_range(group.head)
        words = self.reading.tokens.lower
        if group.start > first + 2 or not words[group.start].endswith("ing"):
            return None
        for at in range(group.end, min(group.end + _FRONTED, last - 1)):
            if words[at] == ",":
                phrase = self.people.clean(self.reading.noun_phrase(at + 1))
                after = self.reading.verb_group(phrase[1]) if phrase else None
                if after is not None and after.form == "finite":
                    return phrase
        return None

    def _whole(self, phrase: Range | None, group: VerbGroup) -> Range | None:
        """Return a lone article with the words up to the verb: "The (Oromo) movement said"."""
        if phrase is None or self.reading.tag(phrase[0]) != "DET" or phrase[1] != phrase[0] + 1:
            return phrase
        for at in range(phrase[1], min(phrase[1] + _ASIDE, group.start + 1)):
            if self.reading.verb_group(at) is not None:
                return self.people.clean((phrase[0], at))
        return phrase

    def _beyond(self, at: int, first: int) -> Range | None:
        """Return the phrase before a name between commas that ends at token *at*.

        "*Hardliners* around the minister, Ilan Toro, will not hear of it."
        """
        words = self.reading.tokens.lower
        name = self.reading.noun_phrase(at - 1) if at > first and words[at] == "," else None
        if name is None or name[0] - 2 < first or words[name[0] - 1] != ",":
            return None
        phrase = self.reading.noun_phrase(name[0] - 2)
        while phrase is not None and phrase[0] - 2 >= first and self._governed(phrase):
            above = self.reading.noun_phrase(phrase[0] - 2)
            if above is None or above[1] != phrase[0] - 1:
                return None
            phrase = above
        phrase = self.people.clean(phrase)
        return phrase if phrase is not None and self.people.political(phrase) else None

    def _shared(self, at: int, first: int) -> Range | None:
        """Return the subject of the verb before "and" or a comma at token *at*: "came and went".

        Of a row of verbs only the first has it: "debated, amended and finally rejected the plan".
        """
        if at <= first or self.reading.tokens.lower[at] not in (",", "and", "but"):
            return None
        groups = self.reading.verb_groups(max(first, at - _BACK), at)
        for group in reversed(groups):
            if group.form == "finite" and group.voice == "active":
                subject = self.people.clean(self.reading.subject(group))
                if subject is not None:
                    return subject if self.people.political(subject) else None
        return None

    def _opening(self, group: VerbGroup, first: int) -> Range | None:
        """Return the phrase that opens a sentence whose only verb is read as a participle.

        "The minister, in a rare speech, threatened to close the border."
        """
        if group.form not in ("participle", "finite"):
            return None
        if group.start - first > _BACK:
            return None
        verbs = self.reading.verb_groups(first, group.start)
        if any(verb.form == "finite" for verb in verbs):
            return None
        phrase = self.people.clean(self.reading.noun_phrase(first))
        if phrase is None or phrase[1] >= group.start or not self.people.political(phrase):
            return None
        aside = self.reading.tokens.lower[phrase[1]] in (",", "(", "-", "--", "–", "—")
        return phrase if aside else None

    def _owner(self, phrase: Range | None) -> Range | None:
        """Return whose it is in "a source, whose country is mediating"; else *phrase*."""
        view = self.reading.tokens
        if phrase is None or view.lower[phrase[0]] != "whose":
            return phrase
        at = phrase[0] - 1
        while at > self.people.first(phrase[0]) and not view.words[at][0].isalnum():
            at -= 1
        return self.people.clean(self.reading.noun_phrase(at)) or phrase

    def _titled(self, phrase: Range) -> Range | None:
        """Return the name that ends a phrase of time or place: "In an address *President Olm*"."""
        words = self.reading.tokens.words
        for at in range(phrase[0] + 1, phrase[1]):
            if words[at][:1].isupper() and words[at - 1].islower():
                name = at, phrase[1]
                tagged = self.reading.tag(at - 1) == "NOUN" and self.people.political(name)
                return name if tagged else None
        return None

    def _nation(self, at: int) -> Range | None:
        """Return a people named by its adjective alone, that ends at token *at*: "the Swiss"."""
        view = self.reading.tokens
        named = view.lower[at - 1] == "the" and view.words[at][:1].isupper()
        return (at - 1, at + 1) if named and self.reading.tag(at) == "ADJ" else None

    def _governed(self, phrase: Range) -> bool:
        """Tell whether a preposition stands before *phrase*."""
        first = self.people.first(phrase[0])
        return phrase[0] > first and self.reading.tag(phrase[0] - 1) == "ADP"


def antecedent(reading: Syntax, subject: Range) -> Range | None:
    """Return the phrase that a relative clause with that *subject* describes, as its object.

    None where no relative pronoun, and no phrase without one, stands right before the subject.
    """
    words = reading.tokens.lower
    subject = reading.conjuncts(subject)[0]
    at = subject[0] - 1
    first = reading.tokens.sentence_range(subject[0])[0]
    if at <= first:
        return None
    if words[at] in _RELATIVE:
        at -= 1 + (words[at - 1] == ",")
    elif (
        reading.tag(subject[0]) not in ("DET", "PROPN", "PRON")
        or words[at] in word_list("clause_stops")
        or reading.tag(at) not in ("NOUN", "PROPN")
    ):
        return None
    phrase = reading.noun_phrase(at) if at >= first else None
    return phrase if phrase is not None and phrase[1] <= subject[0] else None

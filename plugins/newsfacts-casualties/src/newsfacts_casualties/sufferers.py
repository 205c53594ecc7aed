"""Who suffers an effect word by grammar: subject, object, owner, companion, those joined to them.

The phrases come as token ranges, whoever they are; `victims` decides which of them are people.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_casualties.effects import OWNERS, Form, Hit
from newsfacts_casualties.joints import (
    ABBREVIATED,
    BRACKETED,
    CLAUSE,
    CLOSERS,
    companions_at,
    governs,
    is_between,
    past_bracket,
    past_clause,
    takes_up,
)
from newsfacts_casualties.lexicon import closed, is_one
from newsfacts_casualties.people import People, Phrase, is_person
from newsfacts_casualties.pronouns import antecedent
from newsfacts_casualties.reality import governing_verb

__all__ = ["Sufferers"]

_NEAR = 4
"""Tokens that may stand between a verb and its complement: "was later found dead"."""
_LIST = 24
"""Names at most in one list."""
_GOING_ON = (",", "and", ";")
_RELATIVES = frozenset(("who", "whose", "whom"))
_AT = frozenset(("in", "at", "near", "from", "outside", "around"))
"""Before the name of a place."""


@attrs.frozen
class Sufferers:
    """Finds the noun phrases that suffer what an effect word says."""

    people: People

    @property
    def _syntax(self) -> Syntax:
        return self.people.syntax

    def of(self, hit: Hit, start: int, end: int) -> Iterator[tuple[Phrase, str]]:
        """Yield the phrases that suffer, each with the name of the rule that found it.

        Args:
            hit: the effect word.
            start: index of the first token of its sentence.
            end: index of the token after it.
        """
        if self._takes_object(hit, end):
            found, rule = iter(self._objects(hit, start, end)), "object"
        elif hit.trigger.words[0] in OWNERS:
            found, rule = self._owner(hit, start), "owner"
        else:
            found, rule = self._subjects(hit, start), "subject"
        yield from ((phrase, rule) for phrase in found)
        yield from ((phrase, "along_with") for phrase in self._companions(hit, end))

    def listed(self, at: int, end: int) -> Iterator[Phrase]:
        """Yield the members of the list that begins at token *at*, after a colon."""
        phrase = self._after(at, end)
        return iter(()) if phrase is None else self._onward(phrase, end)

    def _after(self, at: int, end: int) -> Phrase | None:
        """Return the noun phrase that begins at token *at*."""
        if at + 2 < end and self._syntax.tokens.lower[at : at + 2] in ABBREVIATED:
            at += 2  # "Capt. Ann Lee"
        else:
            at = past_bracket(self._syntax.tokens.lower, at, end)
        phrase = self._syntax.noun_phrase(at) if at < end else None
        return phrase if phrase is not None and phrase[0] == at else None

    def _object(self, hit: Hit, end: int) -> Phrase | None:
        """Return the noun phrase after an effect word.

        To grammar the word may belong to it: "shot dead Ann Lee", "the murdered judge Ann Lee".
        """
        phrase = self._after(hit.end, end)
        if phrase is not None or hit.end >= end:
            return phrase
        whole = self._syntax.noun_phrase(hit.end)
        if whole is None or not hit.start - 1 <= whole[0] < hit.end < whole[1]:
            return None
        led = whole[0] >= hit.start or self._syntax.tokens.lower[whole[0]] in ("the", "a", "an")
        return (hit.end, whole[1]) if led else None

    def _takes_object(self, hit: Hit, end: int) -> bool:
        form = hit.trigger.form
        active = not hit.passive and self._object(hit, end) is not None
        return form in (Form.ACTIVE, Form.AFTER) or (form is Form.EITHER and active)

    def _objects(self, hit: Hit, start: int, end: int) -> list[Phrase]:
        """Return the objects of a verb, or of "of": "the lives of Ann Lee and a nurse"."""
        if takes_up(self._syntax.tokens.lower, hit):
            taken_up = antecedent(self.people, hit, start)
            return [] if taken_up is None else [taken_up]
        phrase = self._object(hit, end)
        if phrase is None:
            return []
        of = hit.trigger.words[-1] == "of"
        found = list(self._onward(phrase, end, of=of))
        if not (of and hit.trigger.words[-2].endswith("s")):
            return found
        # "The lives of Ann Lee, a nurse and a judge": three, no comma closes an apposition.
        listed = list(self._onward(phrase, end, of=True, many=True))
        more = len(listed) > 1 and self._syntax.tokens.lower[listed[1][1]] == "and"
        return listed if more or len(found) == 1 else found

    def _owner(self, hit: Hit, start: int) -> Iterator[Phrase]:
        """Read "Ann Lee's death"."""
        owner = self._syntax.noun_phrase(hit.start - 1) if hit.start > start else None
        if owner is not None:
            yield owner[0], hit.start

    def _companions(self, hit: Hit, end: int) -> Iterator[Phrase]:
        """Read "was killed near his home, along with Ann Lee"."""
        at = companions_at(self._syntax.tokens.lower, hit.end, end)
        phrase = None if at is None else self._after(at, end)
        return iter(()) if phrase is None else self._onward(phrase, end)

    def _subjects(self, hit: Hit, start: int) -> Iterator[Phrase]:
        if left := self._left(hit, start):
            yield left
            if left[1] == hit.start:
                yield from self._backward(left, start)
            return
        group = governing_verb(self._syntax, hit, max(start, hit.start - _NEAR))
        if hit.trigger.words[0] == "among":  # "was among those killed": no verb of its own
            group = self._syntax.verb_group(hit.start - 1) if hit.start > start else None
        if group is None or group.start == start:
            return
        complement = range(group.end, hit.start)
        lower, light = self._syntax.tokens.lower, closed("adverbs")
        tag = self._syntax.tag
        if any(lower[at] not in light and tag(at) not in ("ADV", "PART") for at in complement):
            return
        subject = self._subject(group, start)
        if subject is not None and subject[1] <= hit.start:
            yield from self._onward(subject, group.start)
            yield from self._backward(subject, start)

    def _left(self, hit: Hit, start: int) -> Phrase | None:
        """Read "left Ann Lee dead", and "ANN LEE DIED" where grammar takes it all for a name."""
        lower, at = self._syntax.tokens.lower, hit.start - 1
        while at > start and lower[at] in closed("adverbs"):
            at -= 1
        phrase = self._syntax.noun_phrase(at) if at > start else None
        if phrase is None or phrase[0] <= start - 1:
            return None
        if phrase[1] == hit.end and phrase[0] < hit.start and hit.trigger.form is Form.BEFORE:
            shouted = self._syntax.tokens.words[hit.start].isupper()
            return (phrase[0], hit.start) if shouted else None
        leaves = phrase[1] == at + 1 and lower[phrase[0] - 1] in ("left", "leaves", "leaving")
        return phrase if leaves and hit.end == hit.start + 1 else None

    def _subject(self, group: VerbGroup, start: int) -> Phrase | None:
        """Return the subject before a verb; of "who", the last noun phrase that can be a person."""
        before = group.start - 1
        if (clause := self._clause(before, start)) is not None:
            return self._head(self._syntax.noun_phrase(clause), start)
        if self._syntax.tokens.lower[before] == "who":
            phrases = reversed(self._syntax.noun_phrases(start, before))
            who = next((phrase for phrase in phrases if self.people.could_be(phrase)), None)
            return None if who is None else self._renames(who, start) or who
        if self._syntax.tokens.lower[before] == "]":
            return self._syntax.noun_phrase(self._before_insertion(before, start))
        subject = self._syntax.subject(group)
        if subject is not None and self._bracketed(subject):
            return self._before(before, start)
        if subject is None or subject[1] > group.start:
            return self._syntax.noun_phrase(before)
        return self._before_bracket(subject, start) or subject

    def _before_bracket(self, title: Phrase, start: int) -> Phrase | None:
        """Return the name in "Ann Lee [name as heard], party secretary, was killed"."""
        lower, close = self._syntax.tokens.lower, title[0] - 2
        if close <= start or lower[close : close + 2] != ["]", ","]:
            return None
        name = self._syntax.noun_phrase(self._before_insertion(close, start))
        return name if name is not None and self.people.name(name) is not None else None

    def _renames(self, phrase: Phrase, start: int) -> Phrase | None:
        """Return the name before what only says who that is: "Ann Lee, a judge, who died"."""
        lower, comma = self._syntax.tokens.lower, phrase[0] - 1
        if comma - 1 < start or lower[comma] != "," or lower[phrase[0]] not in ("a", "an"):
            return None
        name = self._syntax.noun_phrase(comma - 1)
        named = name is not None and name[1] == comma and self.people.name(name) is not None
        return name if named else None

    def _clause(self, at: int, start: int) -> int | None:
        """Return the token before the relative clause that the comma at *at* closes."""
        lower = self._syntax.tokens.lower
        if lower[at] != ",":
            return None
        for comma in range(at - 1, max(start, at - CLAUSE), -1):
            if lower[comma] == ",":
                return comma - 1 if lower[comma + 1] in _RELATIVES else None
        return None

    def _head(self, phrase: Phrase | None, start: int) -> Phrase | None:
        """Return what a phrase hangs on: "four clerks" of "four clerks from Marwa, who"."""
        lower = self._syntax.tokens.lower
        while phrase is not None and phrase[0] - 1 > start:
            joint = lower[phrase[0] - 1]
            if joint not in closed("prepositions") or (
                joint != "of" and self.people.could_be(phrase)
            ):
                break
            phrase = self._syntax.noun_phrase(phrase[0] - 2)
        return phrase

    def _bracketed(self, phrase: Phrase) -> bool:
        """Tell the "TEXT" of a wire's "[TEXT]" from a subject."""
        return phrase[0] > 0 and self._syntax.tokens.lower[phrase[0] - 1] in ("[", "(")

    def _before(self, at: int, start: int) -> Phrase | None:
        """Return the phrase that ends at token *at*, or the one that a phrase there renames."""
        lower = self._syntax.tokens.lower
        while lower[at] in (")", "]") and at - 1 > start:
            opening = (x for x in range(at, start, -1) if lower[x] in CLOSERS)
            at = next(opening, start + 1) - 1  # "Ann Lee (24)"
        if lower[at] != "," or at - 1 <= start:
            return self._syntax.noun_phrase(at)
        phrase = self._syntax.noun_phrase(at - 1)
        if phrase is None:
            return None
        comma = phrase[0] - 1
        if comma > start and lower[comma] in closed("prepositions"):
            comma -= 1  # "Ann Lee, of the Green Party,"
        if comma - 1 < start or lower[comma] != ",":
            return phrase
        return self._syntax.noun_phrase(comma - 1)

    def _onward(
        self, phrase: Phrase, end: int, *, of: bool = False, many: bool = False
    ) -> Iterator[Phrase]:
        """Yield a phrase and those that commas and "and" join to it, up to token *end*.

        What only says who somebody is ("his wife, Ann Lee", "Ann Lee, a nurse") is passed over.
        After *of* a list may be the subject: "the deaths of Ann Lee and Bo Holt shocked the town".
        Where *many* must follow, nothing is passed over but clauses: "the lives of Ann Lee, who
        sang, a nurse and a driver".
        """
        lower = self._syntax.tokens.lower
        told = phrase
        yield told
        for _ in range(_LIST):
            last = self._end_of_title(phrase, end) if phrase is told else phrase[1]
            at = last
            while at < end and (is_between(lower[at]) or lower[at] in CLOSERS):
                if lower[at - 1] == "and" and lower[at].isdigit():
                    break  # "Ann Lee and 11 nurses": no age
                at = max(at + 1, past_bracket(lower, at, end))
            again = lower[at - 1 : at + 1] == ["and", "of"]
            at += again  # "the murder of Ann Lee and of Bo Holt"
            of = again or (of and "," not in lower[last:at])
            if many and last < at < end and lower[at] in _RELATIVES:
                at = past_clause(lower, at, end)
            following = self._after(at, end) if last < at else None
            if following is None or following[1] > end:
                return
            joined = lower[last] != "," or "and" in lower[last:at]
            apposed = not (joined or many) and phrase is told
            apposed = apposed and self._apposed(told, last, following)
            phrase = following
            if apposed:
                phrase = following[0], self._end_of_apposition(following, end)
            elif following[1] < end and not of and self._begins_clause(following):
                return
            else:
                told = phrase
                yield told

    def _end_of_title(self, phrase: Phrase, end: int) -> int:
        """Return where "the governor of Marwa" ends, if a list or an apposition goes on there."""
        lower = self._syntax.tokens.lower
        if phrase[1] >= end or lower[phrase[1]] != "of":
            return phrase[1]
        place = self._after(phrase[1] + 1, end)
        if place is None or place[1] >= end or lower[place[1]] not in _GOING_ON:
            return phrase[1]
        state = self._after(place[1] + 1, end) if lower[place[1]] == "," else None
        if state is None or state[1] - state[0] > 1 or lower[state[1]] not in (",", ";"):
            return place[1]
        return place[1] if self.people.could_be(state) else state[1]  # "Ann Lee of Dover, Mass.,"

    def _backward(self, phrase: Phrase, start: int) -> Iterator[Phrase]:
        """Yield the names that commas and "and" join to a subject on its left."""
        lower = self._syntax.tokens.lower
        for _ in range(_LIST):
            at = phrase[0] - 1
            while at > start and (is_between(lower[at]) or lower[at] == "]"):
                at = self._before_insertion(at, start) if lower[at] == "]" else at - 1
            before = self._syntax.noun_phrase(at) if start <= at < phrase[0] - 1 else None
            if before is None or before[1] != at + 1:
                return
            if not self._is_member(before, phrase):
                before = self._renamed(before, start)
            if before is None:
                return
            if before[0] > start and governs(lower[before[0] - 1]):
                return
            phrase = before
            yield phrase

    def _before_insertion(self, at: int, start: int) -> int:
        """Return the token before an editor's words that end at *at*: "Ann Lee [as heard]"."""
        lower = self._syntax.tokens.lower
        inside = range(at - 1, max(start, at - BRACKETED), -1)
        return next((first - 1 for first in inside if lower[first] == "["), start)

    def _renamed(self, phrase: Phrase, start: int) -> Phrase | None:
        """Return the name that ends before the title that *phrase* is part of.

        "Ann Lee, leader of the Civic Front, and her driver": of "the Civic Front" Ann Lee.
        """
        lower = self._syntax.tokens.lower
        title = self._head(phrase, start)
        if title is None or title[0] - 1 <= start or lower[title[0] - 1] != ",":
            return None
        name = self._syntax.noun_phrase(title[0] - 2)
        if name is None or name[1] != title[0] - 1 or self.people.name(name) is None:
            return None
        return name if self._apposed(name, name[1], title) else None

    def apposed_name(self, phrase: Phrase) -> Phrase | None:
        """Return the name that says who somebody singled out is: "the mayor of Marwa, Bo Holt"."""
        lower = self._syntax.tokens.lower
        last = self._end_of_title(phrase, len(lower))
        if lower[last : last + 1] != [","]:
            return None
        name = self._after(last + 1, len(lower))
        if name is None or self._begins_clause(name):
            return None
        return name if self.people.name(name) is not None else None

    def name_before(self, phrase: Phrase, end: int) -> Phrase | None:
        """Return the name that a phrase between two commas tells more of: "Ann Lee, a judge,"."""
        lower, name = self._syntax.tokens.lower, self._renames(phrase, 0)
        if name is None or lower[name[0] - 1] in _AT:
            return None
        last = self._end_of_apposition(phrase, end)
        return self.people.name(name) if last < end and lower[last] == "," else None

    def _is_member(self, before: Phrase, phrase: Phrase) -> bool:
        """Tell whether a phrase before a subject is joined to it: "A man, his wife"."""
        if self.people.name(before) is not None:
            return True
        between = self._syntax.tokens.lower[before[1] : phrase[0]]
        return (len(between) == 1 or between == [",", "and"]) and self.people.could_be(before)

    def _end_of_apposition(self, phrase: Phrase, end: int) -> int:
        """Return the token after a phrase and what prepositions hang on it."""
        lower = self._syntax.tokens.lower
        last = phrase[1]
        while last < end and lower[last] in closed("prepositions"):
            following = self._after(last + 1, end)
            if following is None or following[1] > end:
                break
            last = following[1]
        return last

    def _apposed(self, phrase: Phrase, last: int, following: Phrase) -> bool:
        """Tell "his wife, Ann Lee" and "Ann Lee, a nurse" from members of a list.

        *last* is the token after the phrase and what "of" hangs on it.
        """
        lower = self._syntax.tokens.lower
        if lower[following[0]] in ("a", "an", "the"):
            if last > phrase[1]:
                return True  # "one of the clerks, a woman,"
            told = self.people.singled_out(phrase) or self.people.name(phrase)
            return told is not None
        if following[1] - following[0] == 1 or lower[following[0]] == "former":
            head = lower[following[1] - 1]
            if head in ("head", "chief") or (
                is_person(head) and is_one(head)
            ):  # "Ann Lee, leader of the Civic Front,"
                return self.people.name(phrase) is not None
        one = lower[phrase[0]] in ("a", "an") or self.people.singled_out(phrase) is not None
        return one and self.people.name(following) is not None

    def _begins_clause(self, phrase: Phrase) -> bool:
        """Tell whether a noun phrase is the subject of a clause of its own: ", Biden said"."""
        view, after = self._syntax.tokens, phrase[1]
        verb = after < len(view) and self._syntax.tag(after) == "VERB"
        return verb and not view.lower[after].endswith("ing")

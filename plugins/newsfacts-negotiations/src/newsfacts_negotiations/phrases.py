"""The parties that a phrase names: its own, those joined to it, whose people or forces it is."""

from __future__ import annotations

import attrs

from newsfacts import ActorType, Party
from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.crowds import counted, crowd
from newsfacts_negotiations.naming import HEADS, SPANS
from newsfacts_negotiations.people import TEAMS, People, Range
from newsfacts_negotiations.words import class_forms, word_list

__all__ = ["Phrases"]

_AND = frozenset({",", "and", "&"})
_NOR = _AND | {"nor"}
_LAST = frozenset({"and", "nor"})
"""What stands before the last of a list."""
_BOTH = frozenset({"both", "neither"})
_ASIDE = 6
"""Tokens that a short name in brackets can have, with these."""


@attrs.frozen
class Phrases:
    """Reads the parties of phrases in one article."""

    reading: Syntax
    people: People

    def _modifiers(self, phrase: Range) -> int:
        """Return where the row of names before *phrase* begins: "Qatari, Omani, and US talks"."""
        view = self.reading.tokens
        first = self.people.first(phrase[0])
        at = phrase[0]
        while at > first and (
            view.words[at - 1] in (",", "and")
            or (view.words[at - 1][:1].isupper() and self.reading.tag(at - 1) in ("ADJ", "PROPN"))
        ):
            at -= 1
        while at < phrase[0] and view.words[at] in (",", "and"):
            at += 1
        return at

    def _possessor(self, phrase: Range) -> list[Party]:
        """Return whose it is: "our people's demands", "the rebels' call"."""
        words = self.reading.tokens.lower
        for index in range(*phrase):
            if words[index] in ("our", "their", "his", "her", "its", "my"):
                party = self.people.party((index, index + 1))
                return [party] if party else []
            if words[index] in ("'s", "’s", "'", "’") and index > phrase[0]:
                owner = (phrase[0], index)
                party = self.people.party(owner) if self.people.political(owner) else None
                return [party] if party else []
        return []

    def _somebody(self, phrase: Range) -> bool:
        """Tell whether a phrase names a political actor rather than something of theirs."""
        view = self.reading.tokens
        head = self.reading.head(phrase)
        return self.people.political(phrase) and (
            view.lower[head] in word_list("political")
            or crowd(view.lower[head])
            or view.lower[head] in word_list("employers")
            or view.lower[head] in word_list("bodies")
            or view.lower[head] in HEADS
            or view.words[head][:1].isupper()
            or self.people.pronoun(phrase)
        )

    def _when(self, phrase: Range) -> bool:
        """Tell whether a phrase says when or how long: "on Friday", "for barely an hour"."""
        words = self.reading.tokens.lower
        return words[phrase[0]] in word_list("times") or words[phrase[1] - 1] in SPANS

    def _last(self, phrase: Range) -> str:
        """Return the last word of *phrase* in lower case."""
        return self.reading.tokens.lower[phrase[1] - 1]

    def _of(self, phrase: Range, act: Act) -> list[Party]:
        """Return the parties after "of" right behind *phrase*: "the participation of both"."""
        words = self.reading.tokens.lower
        last = self.reading.tokens.sentence_range(act.head)[1]
        if phrase[1] + 1 >= last or words[phrase[1]] != "of":
            return []
        inner = self.reading.noun_phrase(phrase[1] + 1)
        return self.parties(inner) if inner and self._somebody(inner) else []

    def _target(self, phrase: Range) -> list[Party]:
        """Return whom a threat is against: a place counts here."""
        place = self.people.place(phrase)
        if place is not None:
            return [place]
        return self.parties(phrase) if self._somebody(phrase) else []

    def _place(self, phrase: Range) -> bool:
        """Tell whether a phrase names a place that is no state."""
        named = self.people.named(phrase)
        return bool(named) and named[-1][1].type is ActorType.PLACE

    def _modified(self, index: int) -> int:
        """Return the token whose phrase a row of names at *index* belongs to."""
        view = self.reading.tokens
        at = index
        while (
            at + 2 < len(view)
            and self.reading.tag(at) == "ADJ"
            and view.words[at][:1].isupper()
            and view.words[at + 1] in (",", "and")
        ):
            at += 2 + (view.words[at + 2] == "and")
        return at

    def parties(self, phrase: Range) -> list[Party]:
        """Return the parties that *phrase* and the phrases joined to it by "and" name."""
        if self.reading.tokens.lower[phrase[0]] == "they" and not self.people.named(phrase):
            meant = self.people.meant(phrase, self.reading.verb_group(phrase[1]))
            if meant is not None:
                return [Party(each.text, each.actor) for each in self.parties(meant)]
        return [
            party
            for each in self.joined(self._members(phrase))
            if (party := self.people.party(each)) is not None
        ]

    def _members(self, phrase: Range) -> Range:
        """Return whose people they are: "Egypt" in "delegates from Egypt"; of a number, who."""
        words = self.reading.tokens.lower
        if words[phrase[1] : phrase[1] + 1] not in (["of"], ["from"]):
            return phrase  # as most are
        last = self.reading.tokens.sentence_range(phrase[0])[1]
        if counted(words[phrase[1] - 1]) and words[phrase[1]] == "of":
            inner = self.reading.noun_phrase(phrase[1] + 1) if phrase[1] + 1 < last else None
            return (phrase[0], inner[1]) if inner is not None else phrase
        last_word = words[phrase[1] - 1]
        sent = last_word in TEAMS or last_word in class_forms("delegate")
        if not sent or self.people.named(phrase):
            return phrase
        if phrase[1] + 1 >= last:
            return phrase
        inner = self.reading.noun_phrase(phrase[1] + 1)
        return inner if inner is not None and self._somebody(inner) else phrase

    def _partner(self, phrase: Range) -> Range | None:
        """Return whom a mere comma joins to *phrase*, as in headlines: "Chad, Niger back plan"."""
        words = self.reading.tokens.lower
        if words[phrase[0] - 1] != ",":
            return None  # before the sentence is looked up
        first, last = self.reading.tokens.sentence_range(phrase[0])
        if phrase[0] - 2 < first:
            return None
        before = self.reading.noun_phrase(first)
        if before is None or before[1] != phrase[0] - 1 or phrase[1] >= last:
            return None
        apart = words[phrase[1]] == "," or self.reading.tag(phrase[0]) in ("DET", "PRON")
        return before if not apart and self._somebody(before) else None

    def _past_aside(self, at: int, last: int) -> int:
        """Return the token after a short name in brackets at *at*: "the Front (NF) and"."""
        words = self.reading.tokens.lower[at : min(at + _ASIDE, last)]
        return at + words.index(")") + 1 if words[:1] == ["("] and ")" in words else at

    def _before_aside(self, end: int, first: int) -> int:
        """Return where a phrase ends before a short name in brackets that ends at *end*."""
        words = self.reading.tokens.lower[max(first + 1, end - _ASIDE) : end]
        return end - words[::-1].index("(") - 1 if words[-1:] == [")"] and "(" in words else end

    def joined(self, phrase: Range) -> list[Range]:
        """Return the noun phrases of a coordination that *phrase* is part of."""
        words = self.reading.tokens.lower
        first, last = self.reading.tokens.sentence_range(phrase[0])
        found = [phrase]
        at = self._past_aside(self.people.whole(phrase)[1], last)
        joints = _NOR if words[phrase[0]] == "neither" else _AND
        while at + 2 < last and words[at] in joints:
            last_of_list = words[at] != "," or words[at + 1] == "and"
            at += 1 + (words[at + 1] == "and")
            at += words[at] == "of" and "of" in words[found[-1][0] - 1 : found[-1][1]]
            after = self.people.clean(self.reading.noun_phrase(at))
            if after is None or after[0] != at or not self._somebody(after):
                break
            found.append(after)
            at = self._past_aside(self.people.whole(after)[1], last)
            if last_of_list and words[at : at + 1] == [","]:
                break  # "between Chad and Niger, Oslo says"
        if len(found) > 1 and _LAST.isdisjoint(words[phrase[1] : found[-1][0]]):
            found = found[:1]
        if len(found) > 1 and words[phrase[0]] in _BOTH:
            found[0] = (phrase[0] + 1, phrase[1])  # "both the army and the rebels"
        at = phrase[0]
        if len(found) == 1 and (partner := self._partner(phrase)) is not None:
            return [partner, phrase]
        mark = "and" if len(found) == 1 else ","
        while at - 2 >= first and words[at - 1] == mark:
            end = self._before_aside(at - 1, first)
            before = self.reading.noun_phrase(end - 1)
            if before is None or before[1] != end or not self._somebody(before):
                break
            found.insert(0, before)
            at, mark = before[0], ","
        return found

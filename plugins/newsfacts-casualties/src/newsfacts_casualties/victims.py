"""Victims whom the text names or singles out without a number: "Ann Lee was killed", "his mother".

Each counts one. They are read from syntax: the subject of what was suffered, the object of what was
done, and the names coordinated with it. Somebody already told of is not counted again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsfacts import ActorClaim, ActorType, Comparator
from newsfacts.quantities import bounded
from newsfacts.syntax import Syntax
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import OWNERS, Form, Hit
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.linking import Link
from newsfacts_casualties.nouns import Counted
from newsfacts_casualties.reality import governing_verb

__all__ = ["Victims"]

_EFFECTS = frozenset((Effect.KILLED, Effect.INJURED, Effect.MISSING, Effect.CAPTIVE))
_DEFINITE = frozenset("the his her their its another this that my our".split())
_PEOPLE = frozenset((ActorType.PERSON,))
_FIGURATIVE = frozenset(
    "hurt hurts hurting captive hostage imprison imprisoned imprisons capture captured captures "
    "capturing enslave".split()
)
_NEAR = 4
_BETWEEN = frozenset((",", "and", ";", "years", "old", "aged", "(", ")"))
_PEOPLE_KINDS = (NounKind.PEOPLE, NounKind.GROUP)
_LIST = 24
"""Names at most in one list."""

Phrase = tuple[int, int]


@attrs.define
class Victims:
    """Finds the victims of an article who come without a number."""

    syntax: Syntax
    people: frozenset[int]
    """Offsets at which an actor of type person is mentioned."""
    others: frozenset[int]
    """Offsets at which an actor of another type is mentioned."""
    _told: set[tuple[Effect, str]] = attrs.field(factory=set)
    _names: dict[tuple[Effect, str], list[list[str]]] = attrs.field(factory=dict)

    @classmethod
    def among(cls, syntax: Syntax, actors: tuple[ActorClaim, ...]) -> Victims:
        """Take the actors of an article, if any are known."""
        people: set[int] = set()
        others: set[int] = set()
        for actor in actors:
            kind = people if actor.type in _PEOPLE else others
            kind.update(mention.start for mention in actor.mentions)
        return cls(syntax, frozenset(people), frozenset(others - people))

    def links(
        self,
        hit: Hit,
        start: int,
        end: int,
        phrases: Sequence[Counted],
        linked: Sequence[Link],
    ) -> Iterator[Link]:
        """Yield the victims of one effect word, and counts that only its grammar ties to it.

        Args:
            hit: the effect word.
            start: index of the first token of its sentence.
            end: index of the token after it.
            phrases: the sentence's counted noun phrases.
            linked: the links already made.
        """
        trigger = hit.trigger
        if not self._is_plain(hit):
            return
        for phrase, rule in self._suffering(hit, start, end):
            count = _overlapping(phrase, phrases)
            if count is not None:
                free = not any(link.phrase is count for link in linked)
                if free and count.kind in _PEOPLE_KINDS and not (count.share or count.anaphoric):
                    yield Link(count, hit, trigger.effect, rule, None, count.kind)
                continue
            if not self._could_be(phrase):
                return
            if victim := self._victim(phrase, trigger.effect):
                yield Link(victim, hit, trigger.effect, rule, None, NounKind.PEOPLE)

    def _is_plain(self, hit: Hit) -> bool:
        """Tell whether an effect word is literal enough to take somebody without a number."""
        trigger, view = hit.trigger, self.syntax.tokens
        if trigger.effect not in _EFFECTS or trigger.form in (Form.NOUN, Form.TOLL):
            return False
        if trigger.people_only or trigger.words[0] in _FIGURATIVE:
            return False
        if trigger.words == ("missing",) and view.lower[hit.end : hit.end + 1] == ["from"]:
            return False
        verb = trigger.form in (Form.ACTIVE, Form.EITHER) and len(trigger.words) == 1
        return not verb or self.syntax.tag(hit.start) != "NOUN"

    def _suffering(self, hit: Hit, start: int, end: int) -> Iterator[tuple[Phrase, str]]:
        """Yield the noun phrases that suffer: subject or object, and those joined to it."""
        syntax, form = self.syntax, hit.trigger.form
        object_ = syntax.noun_phrase(hit.end) if hit.end < end else None
        if object_ is not None and object_[0] != hit.end:
            object_ = None
        active = form is Form.EITHER and not hit.passive and object_ is not None
        if active or form in (Form.ACTIVE, Form.AFTER):
            if object_ is not None:
                yield from ((joined, "object") for joined in self._onward(object_, end))
            return
        if hit.trigger.words[0] in OWNERS:
            owner = syntax.noun_phrase(hit.start - 1) if hit.start > start else None
            if owner is not None:
                yield (owner[0], hit.start), "owner"
            return
        group = governing_verb(syntax, hit, max(start, hit.start - _NEAR))
        if group is not None and group.end < hit.start and not self._is_light(group.end, hit.start):
            return
        subject = syntax.subject(group) if group is not None else None
        if group is not None and group.start > start and (not subject or subject[1] > group.start):
            subject = syntax.noun_phrase(group.start - 1)
        if group is not None and syntax.tokens.lower[group.start - 1] == "who":
            subject = self._person_before(start, group.start - 1)
        if subject is not None and group is not None and subject[1] <= hit.start:
            for joined in self._onward(subject, group.start):
                yield joined, "subject"
        if syntax.tokens.lower[hit.end : hit.end + 2] == ["along", "with"]:
            companion = syntax.noun_phrase(hit.end + 2)
            if companion is not None:
                yield companion, "along_with"

    def _person_before(self, start: int, end: int) -> Phrase | None:
        """Return the last noun phrase before "who" that can be a person."""
        for phrase in reversed(self.syntax.noun_phrases(start, end)):
            if self._could_be(phrase):
                return phrase
        return None

    def _onward(self, phrase: Phrase, end: int) -> Iterator[Phrase]:
        """Yield a phrase and those that commas and "and" join to it, up to token *end*.

        What only says who somebody is ("his wife, Ann Lee", "Ann Lee, a nurse") is passed over.
        """
        lower = self.syntax.tokens.lower
        told = phrase
        yield told
        for _ in range(_LIST):
            at = phrase[1]
            while at < end and (lower[at] in _BETWEEN or lower[at].isdigit()):
                at += 1
            following = self.syntax.noun_phrase(at) if phrase[1] < at < end else None
            if following is None or following[0] < at or following[1] > end:
                return
            apposed = lower[phrase[1]] == "," and phrase is told and self._apposed(told, following)
            phrase = following
            if apposed:
                phrase = following[0], self._end_of_apposition(following, end)
            elif self._begins_clause(following):
                return
            else:
                told = phrase
                yield told

    def _end_of_apposition(self, phrase: Phrase, end: int) -> int:
        """Return the token after a phrase and what prepositions hang on it."""
        lower = self.syntax.tokens.lower
        last = phrase[1]
        while last < end and lower[last] in closed("prepositions"):
            following = self.syntax.noun_phrase(last + 1) if last + 1 < end else None
            if following is None or following[1] > end:
                break
            last = following[1]
        return last

    def _apposed(self, phrase: Phrase, following: Phrase) -> bool:
        """Tell "his wife, Ann Lee" and "Ann Lee, a nurse" from members of a list."""
        lower = self.syntax.tokens.lower
        if lower[following[0]] in ("a", "an", "the"):
            return self._name(phrase) is not None
        return lower[phrase[0]] in _DEFINITE and self._name(following) is not None

    def _begins_clause(self, phrase: Phrase) -> bool:
        """Tell whether a noun phrase is the subject of a clause of its own: ", Biden said"."""
        syntax = self.syntax
        view = syntax.tokens
        after = phrase[1]
        return after < len(view) and syntax.tag(after) == "VERB" and view.lower[after][-3:] != "ing"

    def _is_light(self, start: int, end: int) -> bool:
        """Tell whether only adverbs stand between a verb and its complement."""
        return all(self.syntax.tag(at) in ("ADV", "PART") for at in range(start, end))

    def _victim(self, phrase: Phrase, effect: Effect) -> Counted | None:
        """Return a noun phrase as one victim, or None where it is not one person new to us."""
        named = self._name(phrase)
        if named is not None:
            return self._person(named, effect)
        return self._singled_out(phrase, effect)

    def _could_be(self, phrase: Phrase) -> bool:
        """Tell whether a noun phrase is a person's name or singles one out, told of or not."""
        head = self.syntax.tokens.lower[phrase[1] - 1]
        return self._name(phrase) is not None or noun_kind(head) is NounKind.PEOPLE

    def _name(self, phrase: Phrase) -> Phrase | None:
        """Return the proper name that ends a noun phrase, if it is a person's."""
        syntax = self.syntax
        view = syntax.tokens
        first, last = phrase
        if not view.words[last - 1][0].isupper():
            return None
        titled = False
        for at in range(*phrase):
            if at < last - 1 and (_is_person(view.lower[at]) or view.lower[at] in ("'s", "’s")):
                first, titled = at + 1, _is_person(view.lower[at])
        while first < last and syntax.tag(first) != "PROPN":
            first += 1
        if first == last:
            return None
        starts = set(view.starts[first:last])
        if starts & self.people:
            return first, last
        if starts & self.others or noun_kind(view.lower[last - 1]) is not None:
            return None
        return (first, last) if titled or last - first > 1 else None

    def _person(self, named: Phrase, effect: Effect) -> Counted | None:
        """Return a named victim, once an effect: "Smith" is "Ann Lee Smith" told of before."""
        words = self.syntax.tokens.lower[slice(*named)]
        surname = words[-1]
        known = self._names.setdefault((effect, surname), [])
        if any(len(words) == 1 or len(name) == 1 or name == words for name in known):
            return None
        known.append(words)
        return _one(named[0], named[1], surname)

    def _singled_out(self, phrase: Phrase, effect: Effect) -> Counted | None:
        """Return "his mother", "the driver" as one victim, the first time such a one is told of."""
        view = self.syntax.tokens
        head = view.lower[phrase[1] - 1]
        words = view.lower[slice(*phrase)]
        determined = words[0] in _DEFINITE or "'s" in words or "’s" in words
        if not determined or noun_kind(head) is not NounKind.PEOPLE or _is_plural(head):
            return None
        if (effect, head) in self._told:
            return None
        self._told.add((effect, head))
        return _one(phrase[0], phrase[1], head)


def _is_person(word: str) -> bool:
    return noun_kind(word) is NounKind.PEOPLE


def _overlapping(phrase: Phrase, phrases: Sequence[Counted]) -> Counted | None:
    """Return the counted phrase that shares a token with a range."""
    for count in phrases:
        if count.start < phrase[1] and phrase[0] < count.end:
            return count
    return None


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "men", "people", "children", "personnel", "police")) and not (
        word.endswith("ss")
    )


def _one(start: int, end: int, head: str) -> Counted:
    return Counted(start, end, start, bounded(1, Comparator.EXACT), NounKind.PEOPLE, head)

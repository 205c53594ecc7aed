"""Noun phrases that are one person: a name, or somebody singled out ("his mother")."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsfacts import ActorClaim, ActorType
from newsfacts.syntax import Syntax
from newsfacts_casualties.effects import DEFINITE, OWNERS, SUFFERERS
from newsfacts_casualties.lexicon import NounKind, is_one, noun_kind
from newsfacts_casualties.nouns import HEADED, HEADS

__all__ = ["SIZES", "People", "Phrase", "is_person"]

Phrase = tuple[int, int]
"""A noun phrase as a half-open range of token indices."""

SIZES = {"couple": 2, "parents": 2, "twins": 2, "duo": 2, "trio": 3}
"""How many a noun that needs no number singles out: "his parents", "the couple"."""


_JOINTS = (",", "and")
_TITLED = 12
"""Tokens at most from a title to the last of the surnames that share it."""


def is_person(word: str) -> bool:
    """Tell whether a lower-case noun means a person or people."""
    return noun_kind(word) is NounKind.PEOPLE


@attrs.frozen
class People:
    """Tells which noun phrases of an article are people, by its syntax and its known actors."""

    syntax: Syntax
    known: frozenset[int]
    """Offsets at which an actor of type person is mentioned."""
    others: frozenset[int]
    """Offsets at which an actor of another type is mentioned."""
    doubtful: frozenset[int]
    """Those of them whose type is not known, or that a first name can be as well: "Sydney"."""

    @classmethod
    def among(cls, syntax: Syntax, actors: Iterable[ActorClaim]) -> People:
        """Take the actors of an article, if any are known."""
        known: set[int] = set()
        others: set[int] = set()
        doubtful: set[int] = set()
        for actor in actors:
            kind = known if actor.type is ActorType.PERSON else others
            kind.update([mention.start for mention in actor.mentions])
            if actor.type in (ActorType.OTHER, ActorType.PLACE):
                known_whole = actor.type is ActorType.PLACE
                doubtful.update(
                    x.start for x in actor.mentions if not (known_whole and " " in x.text)
                )
        return cls(syntax, frozenset(known), frozenset(others - known), frozenset(doubtful))

    def could_be(self, phrase: Phrase) -> bool:
        """Tell whether a noun phrase names a person, or its head is a noun for people."""
        head = self.syntax.tokens.lower[phrase[1] - 1]
        return (
            is_person(head) or self._heads(phrase) or head in SIZES or self.name(phrase) is not None
        )

    def name(self, phrase: Phrase) -> Phrase | None:
        """Return the proper name that ends a noun phrase, titles left out, if it is a person's.

        An actor that is no person is refused; a single word needs a title or a known person.
        """
        view = self.syntax.tokens
        first, last = phrase
        if not view.words[last - 1][0].isupper():
            return None
        titled = False
        for at in range(first, last - 1):
            if is_person(view.lower[at]) or view.lower[at] in OWNERS:
                first, titled = at + 1, is_person(view.lower[at])
        while first < last and self.syntax.tag(first) != "PROPN":
            first += 1
        starts = view.starts[first:last]
        if not starts or not self.known.isdisjoint(starts):
            return (first, last) if starts else None
        if noun_kind(view.lower[last - 1]) is not None:
            return None
        shared = last - first == 1 and self._shares_title(first)
        refused = self.others.intersection(starts)
        if refused and not self.doubtful.issuperset(refused):
            return None
        if refused and not (shared or (last - first > 1 and (titled or self._is_told_of(last)))):
            return None
        return (first, last) if titled or shared or last - first > 1 else None

    def _shares_title(self, at: int) -> bool:
        """Tell whether a surname is one of a list after a title: "Officers Lee, Park and Holt"."""
        view, before = self.syntax.tokens, at - 1
        lower = view.lower
        while before > max(0, at - _TITLED) and lower[before] in _JOINTS:
            before -= 1 + (lower[before - 1] in _JOINTS)
            if not view.words[before][0].isupper():
                return False
            before -= 1
        title = lower[before] if before >= 0 else ""
        return is_person(title) and not is_one(title) and title not in SUFFERERS

    def _is_told_of(self, last: int) -> bool:
        """Tell whether who somebody is follows: "Sydney Holt, a vendor"."""
        lower = self.syntax.tokens.lower
        if lower[last : last + 1] != [","] or lower[last + 1 : last + 2] not in (["a"], ["an"]):
            return False
        told = self.syntax.noun_phrase(last + 1)
        return told is not None and is_person(lower[told[1] - 1]) and is_one(lower[told[1] - 1])

    def is_one(self, phrase: Phrase) -> bool:
        """Tell whether a phrase that can be people is one person."""
        return self.name(phrase) is not None or is_one(self.syntax.tokens.lower[phrase[1] - 1])

    def surely(self, phrase: Phrase) -> bool:
        """Tell whether a noun phrase is one person whatever stands around it.

        A name of two words may be a town's: it needs a title or a known person.
        """
        named = self.name(phrase)
        if named is None:
            return self.singled_out(phrase) is not None
        starts = self.syntax.tokens.starts
        return phrase[0] < named[0] or not self.known.isdisjoint(starts[slice(*named)])

    def singled_out(self, phrase: Phrase) -> str | None:
        """Return the head noun of a phrase that singles out one person, or None."""
        words = self.syntax.tokens.lower[slice(*phrase)]
        head = words[-1]
        if head == "dead":
            return None  # "shot her dead"
        determined = words[0] in DEFINITE or not set(OWNERS).isdisjoint(words)
        if determined and head in SIZES:
            return head
        one = (is_person(head) and is_one(head)) or self._heads(phrase)
        return head if determined and one else None

    def _heads(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a person by its last two words: "the village head"."""
        lower, last = self.syntax.tokens.lower, phrase[1] - 1
        return lower[last] in HEADS and last > phrase[0] and lower[last - 1] in HEADED

"""The counted noun phrases of a sentence, where two numbers tell one count put together."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsfacts import Comparator
from newsfacts.quantities import QuantityMention, bounded
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import trigger_at
from newsfacts_casualties.lexicon import NounKind, closed, is_one
from newsfacts_casualties.nouns import COLLECTIVES, OWNED, Counted, counted

__all__ = ["LOST", "counted_phrases"]

_SINGULAR = ("was", "is", "has")
LOST = 16
"""Tokens from "none of the 28" to "survived"."""
_ORDINALS = {"third": 2, "fourth": 3, "fifth": 4}
"""Ordinals that are fractions too, and how many come before the one that they name."""


def counted_phrases(view: Tokens, mentions: Iterable[QuantityMention], end: int) -> list[Counted]:
    """Return the counted noun phrases of a sentence in order, none overlapping.

    Args:
        view: the document's tokens.
        mentions: the quantities of the sentence.
        end: index of the token after it.
    """
    found: list[Counted] = []
    for mention in mentions:
        phrase = counted(view, mention, end)
        if phrase is None:
            continue
        if not found or phrase.start >= found[-1].end:
            if found and _is_stray(view, found[-1], phrase):
                found.pop()
            if found and _is_whole_of(view, found[-1], phrase):
                if _is_lost(view, found[-1], phrase, end):
                    found[-1] = attrs.evolve(phrase, start=found[-1].start)
                    continue
                phrase = _part_of(found.pop(), phrase)
            elif found and _is_of_collective(view, found[-1], phrase):
                phrase = _members(found.pop(), phrase)
            elif phrase.share and (
                _is_ordinal(view, phrase)
                or (phrase.bare and found and _is_one_more(view, found[-1], phrase))
            ):
                phrase = attrs.evolve(phrase, quantity=bounded(1, Comparator.EXACT), share=False)
            found.append(phrase)
        elif phrase.start <= found[-1].start:
            found[-1] = phrase
    return _with_one_more(view, found, end) if found else found


def _with_one_more(view: Tokens, found: list[Counted], end: int) -> list[Counted]:
    """Add the third person of "two were killed and a third was wounded", who is no share."""
    lower = view.lower
    for at in range(found[0].end, end - 2):
        before = _ORDINALS.get(lower[at + 1]) if lower[at] == "a" else None
        if before is not None and lower[at + 2] in _SINGULAR:
            one = Counted(at, at + 2, at + 2, bounded(1, Comparator.EXACT), None, None)
            told = [phrase for phrase in found if phrase.start < at]
            if told and before in (phrase.quantity.value for phrase in told):
                return [*told, one, *found[len(told) :]]
    return found


def _is_stray(view: Tokens, before: Counted, phrase: Counted) -> bool:
    """Tell the "another" of "another 3,500", which counts nobody by itself."""
    return before.end == phrase.start and view.lower[before.start : before.end] == ["another"]


def _is_whole_of(view: Tokens, part: Counted, whole: Counted) -> bool:
    """Tell whether "of" ties two counts: "half of the 60 passengers", "12 of 15 miners".

    Of "half of the 60 displaced families" the whole is a count of its own.
    """
    gap = view.lower[part.end : whole.start]
    if any(trigger_at(view.lower, at, whole.end) for at in range(whole.number, whole.end)):
        return False
    return part.bare and gap[:1] == ["of"] and OWNED.issuperset(gap[1:])


def _is_lost(view: Tokens, part: Counted, whole: Counted, end: int) -> bool:
    """Tell whether "none of the 28 people aboard survived" counts 28 dead."""
    lower = view.lower
    return lower[part.start] == "none" and any(
        lower[at] in closed("surviving") for at in range(whole.end, min(end, whole.end + LOST))
    )


def _is_one_more(view: Tokens, before: Counted, phrase: Counted) -> bool:
    """Tell the third person of "two were killed and a third drowned" from a third of all."""
    words = view.lower[phrase.start : phrase.end + 1]
    return before.quantity.value == _ORDINALS.get(words[1]) and words[-1] != "of"


def _is_ordinal(view: Tokens, phrase: Counted) -> bool:
    """Tell one person from a share: "a fifth person was hurt"."""
    words = view.lower[phrase.start : phrase.end]
    person = phrase.kind is NounKind.PEOPLE and is_one(words[-1]) and "of" not in words
    return person and words[0] in ("a", "another") and words[1] in _ORDINALS


def _is_of_collective(view: Tokens, one: Counted, phrase: Counted) -> bool:
    """Tell the five of "a family of five", whom a single count names."""
    members = phrase.bare or phrase.kind is NounKind.PEOPLE
    collective = one.article and one.head in COLLECTIVES and members and not phrase.share
    return collective and view.lower[one.end : phrase.start] == ["of"]


def _members(one: Counted, phrase: Counted) -> Counted:
    """Return the count of a collective's members."""
    quantity, head = phrase.quantity, phrase.head or one.head
    return Counted(one.start, phrase.end, one.number, quantity, NounKind.PEOPLE, head)


def _part_of(part: Counted, whole: Counted) -> Counted:
    """Return the count that a part of a whole is: half of the 60 passengers are 30."""
    quantity, of, share = part.quantity, whole.quantity.value, part.share
    if share and quantity.value is not None and of is not None:
        exact = quantity.value * of / 100
        about = exact != round(exact) and quantity.comparator is Comparator.EXACT
        quantity = bounded(round(exact), Comparator.ABOUT if about else quantity.comparator)
        share = False
    return Counted(
        part.start, whole.end, whole.number, quantity, whole.kind, whole.head, share=share
    )

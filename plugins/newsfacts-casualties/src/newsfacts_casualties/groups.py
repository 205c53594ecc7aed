"""Who or what a count is of, in the text's words: its own noun, or one that another lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.links import Link
from newsfacts_casualties.noun_ends import end_of_noun
from newsfacts_casualties.nouns import unit

__all__ = ["group_of", "renames", "unit_of"]

_TOLLS = ("toll", "toll_before")
_ALL_THERE_ARE = ("lives", "souls")
_ANAPHORS = ("them", "those", "whom", "which", "these")
_OF_NAMES = ("subject", "object")
_OF = re.compile(r"\A(?:of (?:the )?|(?:more|further|additional) (?=\w))")
_NUMBERED = 6
_NAME = 5
"""Words of a name, and one more."""


def group_of(
    view: Tokens, link: Link, whole: CasualtyClaim | None, made: Sequence[CasualtyClaim]
) -> str | None:
    """Return who or what is counted, in the text's words."""
    phrase = link.phrase
    if phrase.head in _ALL_THERE_ARE and phrase.end - phrase.number == 1:
        return None  # "220,000 lives"
    if phrase.anaphoric and phrase.head in _ANAPHORS:
        return whole.group if whole else None
    if link.rule == "headed":
        return view.words[link.hit.start - 1]
    if link.rule == "fronted" and phrase.bare:
        return _predicate(view, phrase.end + 1)
    if phrase.head in link.hit.trigger.words and view.lower[phrase.end : phrase.end + 1] == ["of"]:
        return _sufferers(view, phrase.end + 1)
    if phrase.of_effect and link.rule != "fronted":
        return None
    if lender := _lender(link, made):
        return lender.group
    if phrase.number < phrase.end:
        group = " ".join(view.span(phrase.number, phrase.end).text.split())
        return _OF.sub("", group)
    if link.rule in _TOLLS and (numbered := _numbered(view, link)):
        return numbered
    most = phrase.quantity.value or 0 if link.rule == "toll" else 0  # "bringing the toll to six"
    lenders = (claim for claim in reversed(made) if _can_lend(claim))
    return next((one.group for one in lenders if (one.count.value or most) >= most), None)


def _sufferers(view: Tokens, at: int) -> str | None:
    """Return who those are whose deaths are counted: "72 deaths of civilians"."""
    last = end_of_noun(view, at, view.sentence_range(at)[1])
    return view.span(at, last).text if last > at else None


def renames(view: Tokens, link: Link, linked: Sequence[Link]) -> bool:
    """Tell whether "a nurse" only says who the victim told before is.

    "Ann Lee, a nurse, died", "another victim, Ann Lee, a nurse, died".
    """
    phrase = link.phrase
    if not phrase.article or view.lower[phrase.start - 1] != ",":
        return False
    if view.lower[phrase.end : phrase.end + 1] == ["and"]:
        return False
    told = phrase.start - 1
    first = max((x.phrase.end for x in linked if x.phrase.end <= told), default=told)
    other = next((x for x in linked if x.phrase.end == first), None)
    if other is None or other.hit is not link.hit:
        return False
    if other.phrase.article and view.lower[phrase.end : phrase.end + 2] == [",", "and"]:
        return False  # "a judge, a clerk, and Ann Lee died"
    if first == told:
        return other.rule in _OF_NAMES or _is_apposed(view, link, other)
    name = view.words[first + 1 : told]
    apposed = (
        view.lower[first] == "," and 0 < len(name) < _NAME and other.phrase.quantity.value == 1
    )
    return apposed and all(word[0].isupper() for word in name)


def _is_apposed(view: Tokens, link: Link, other: Link) -> bool:
    """Tell "one hostage, a priest, had died" from "a nurse, a teacher and a driver died"."""
    start, end = link.phrase.end, link.hit.start
    one = link.phrase.quantity.value == other.phrase.quantity.value == 1
    return one and start < end and "and" not in view.lower[start:end]


def _numbered(view: Tokens, link: Link) -> str | None:
    """Read whom "the number of their soldiers killed" counts."""
    stop, first = link.hit.start, max(0, link.hit.start - _NUMBERED)
    words = view.lower[first:stop]
    for at in range(len(words) - 2):
        if words[at : at + 2] == ["number", "of"]:
            whom = at + 2 + (words[at + 2] in closed("determiners"))
            noun = words[whom:]
            if noun and all(word.isalpha() for word in noun) and noun_kind(noun[-1]):
                return view.span(first + whom, stop).text
    return None


def _predicate(view: Tokens, at: int) -> str | None:
    """Return the people that a part is said to be: "17 were pupils"."""
    for last in range(at, min(len(view), at + _NUMBERED)):
        if noun_kind(view.lower[last]) is NounKind.PEOPLE:
            return view.span(at, last + 1).text
    return None


def _lender(link: Link, made: Sequence[CasualtyClaim]) -> CasualtyClaim | None:
    """Return the claim whose noun goes without saying: "120 houses razed, 300 damaged"."""
    if link.kind is not NounKind.STRUCTURE or link.phrase.kind is NounKind.STRUCTURE:
        return None
    return next((claim for claim in reversed(made) if claim.effect is Effect.DAMAGED), None)


def unit_of(view: Tokens, link: Link, made: Sequence[CasualtyClaim]) -> str:
    """Return what a link counts."""
    if link.rule == "headed":
        return view.lower[link.hit.start - 1]
    if lender := _lender(link, made):
        return lender.unit
    people = link.kind is NounKind.PEOPLE and not link.phrase.share
    return "people" if people else unit(view, link.phrase)


def _can_lend(claim: CasualtyClaim) -> bool:
    """Tell whether a count can lend its group: "232 Palestinians ... and 1,900 wounded"."""
    return claim.unit == "people" and claim.part_of is None

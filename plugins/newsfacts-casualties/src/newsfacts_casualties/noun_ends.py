"""Where the noun phrase of a count ends: at a closed class, a mark, or an effect word."""

from __future__ import annotations

from functools import cache

from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import Form, first_words, trigger_at
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind

__all__ = ["HELD", "INSIDE", "denied", "end_of_noun", "stops"]

_LONGEST = 8
"""Words after a quantity that can belong to its noun phrase."""
_HURT = (NounKind.PEOPLE, NounKind.GROUP, NounKind.STRUCTURE)
INSIDE = frozenset(("-", "'", "’", "'s", "’s"))
HELD = frozenset("kidnapped abducted captive captured detained imprisoned hostage seized".split())
_REMAINS = ("bodies", "corpses", "body", "corpse")
_LAST = ("last", "next", "this")
_PERIODS = frozenset("night week weekend month year season spring summer autumn winter".split())


@cache
def stops() -> frozenset[str]:
    """Words at which a noun phrase ends."""
    names = ("auxiliaries", "prepositions", "conjunctions", "pronouns", "determiners")
    return frozenset().union(*(closed(name) for name in names)) | {"later", "more", "also", "were"}


@cache
def _ends() -> frozenset[str]:
    """Words at which the noun phrase of a quantity ends."""
    return stops() | closed("suffering") | {"a", "an"}


@cache
def _begin_effects() -> frozenset[str]:
    """Words that may be, or begin, an effect word within a noun phrase."""
    return first_words() | HELD


def end_of_noun(view: Tokens, at: int, end: int) -> int:
    """Return the index after the head noun of the phrase that goes on at *at*; *at* if none.

    It ends at a word of a closed class, a mark, or an effect word; else at the first noun that the
    lexicon knows and no other such noun follows ("police officer").
    """
    lower, ends, adverbs, begin_effects = view.lower, _ends(), closed("adverbs"), _begin_effects()
    limit = min(end, at + _LONGEST)
    head = i = at
    while i < limit:
        word = lower[i]
        if word in INSIDE and at < i < limit - 1:
            i += 1
            continue
        if word in ends or not word[0].isalpha() or (i == at and _is_period(lower, i)):
            break
        if word in begin_effects:
            if (told := _effect_noun_end(lower, i, limit, end, first=i == at)) > i:
                return told
            if (past := _trigger_end(lower, i)) > i:
                if word == "number" or not _is_attribute(lower, past, limit):
                    break  # "an unknown number of wounded people" counts nobody
                i = past
                continue
        if word in adverbs and _ends_phrase(lower, i + 1, limit):
            break
        i += 1
        head = i
        if noun_kind(word) is not None and not _goes_on(lower, i, limit):
            break
    return head


def _is_period(lower: list[str], at: int) -> bool:
    """Tell the time of "deaths numbered 14 last year" from a noun."""
    return lower[at] in _LAST and lower[at + 1 : at + 2] != [] and lower[at + 1] in _PERIODS


def _effect_noun_end(lower: list[str], at: int, limit: int, end: int, *, first: bool) -> int:
    """Return the end of the counted effect that stands at *at* ("12 deaths"), or *at*."""
    if first and lower[at] in HELD and noun_kind(lower[at]) is not None:  # "one hostage"
        return at if _is_attribute(lower, at + 1, limit) else at + 1
    trigger = trigger_at(lower, at, end)
    if trigger is not None and trigger.form is Form.AFTER and trigger.words[1:] == ("of",):
        trigger = trigger_at(lower, at, at + 1)  # "72 deaths of civilians"
    if trigger is None or trigger.form is not Form.NOUN:
        return at
    if trigger.words[1:2] == ("of",):  # "no loss of life"
        return at + len(trigger.words)
    if len(trigger.words) > 1:
        return at
    following = lower[at + 1 : min(limit, at + 2)]
    return at + 1 if noun_kind(following[0] if following else "") is None else at + 2


def denied(lower: list[str], at: int, end: int) -> int | None:
    """Return the end of "immediate reports of any casualties", that "no" denies; None if not."""
    while at < end and lower[at] in closed("reporting"):
        at += 1
    if at + 1 >= end or lower[at] not in closed("reports") or lower[at + 1] != "of":
        return None
    noun = at + 2
    while noun < end and lower[noun] in closed("reporting"):
        noun += 1
    trigger = trigger_at(lower, noun, end)
    told = trigger is not None and trigger.form is Form.NOUN and len(trigger.words) == 1
    return noun + 1 if told else None


def _ends_phrase(lower: list[str], after: int, limit: int) -> bool:
    """Tell "900 fully destroyed" and "nine seriously," from "300 newly displaced families"."""
    if after >= limit or not lower[after][0].isalpha():
        return True
    past = _trigger_end(lower, after)
    return past > after and not _is_attribute(lower, past, limit)


def _goes_on(lower: list[str], at: int, limit: int) -> bool:
    """Tell whether a known noun before *at* is not the head: "family members", "the cook's son"."""
    if at >= limit:
        return False
    known = noun_kind(lower[at]) is not None and _trigger_end(lower, at) == at
    return known or lower[at] in INSIDE


def _is_attribute(lower: list[str], past: int, limit: int) -> bool:
    """Tell whether an effect word that ends before *past* only describes: "displaced families"."""
    hurt = past < limit and (noun_kind(lower[past]) in _HURT or lower[past] in _REMAINS)
    return hurt and lower[past - 1].endswith(("d", "missing", "fleeing"))


def _trigger_end(lower: list[str], at: int) -> int:
    """Return the end of the effect word that begins at *at* (counted nouns aside), or *at*."""
    if lower[at] == "victims":
        return at  # "three victims were treated": the noun, though "the victims were" names them
    trigger = trigger_at(lower, at, len(lower))
    return at if trigger is None or trigger.form is Form.NOUN else at + len(trigger.words)

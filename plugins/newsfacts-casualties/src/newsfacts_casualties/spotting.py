"""Where the effect words of an article stand, found in one pass over its tokens.

Each effect word is looked up by its anchor: a phrase's longest word of an open class, for "to",
"being" and "their" are everywhere. What stands around an anchor is compared only where one stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import compress

import attrs

from newsfacts.quantities import begins_quantity
from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import OWNERS, Form, Hit, phrases, trigger_at
from newsfacts_casualties.lexicon import NounKind, closed, closed_any, noun_kind, nouns_in, nouns_of
from newsfacts_casualties.noun_ends import HELD
from newsfacts_casualties.wordings import led, put_together

__all__ = ["passages"]

_HYPHENS = ("-", "–")
_COPULAS = ("are", "were", "is", "was")
_OF_DEATHS = frozenset("of toll tolls count tally rate rates".split())
"""What after "Marwa's death" tells of more than one."""
_FEET = 3
"""Tokens from "dead" to "on their feet", which is tired."""
_SUPERLATIVE = ("most", "worst", "least")
_AIMED = ("at", "-")
"""What makes "shot" no injury: "were shot at", "shot-putter"."""
_RANG = frozenset("is was were are rang fired had has came".split())
"""What makes "shot" a noun: "one shot was fired"."""
_OF_LAW = frozenset(
    "row penalty sentence sentences threat threats squad squads certificate certificates claim "
    "claims".split()
)
"""What makes "death" nobody's: "death row", "death claims"."""
_FILMS = frozenset("camera cameras video videos film tape footage cctv photographs photo".split())
_FILMED = 5
"""Tokens from "captured" to the camera."""
_DYING = frozenset("died die dies dying killed death deaths dead murdered succumbed".split())
_TOO = 8
"""Tokens from "struck" to the "and" before "died"."""
_AFTER_DEATH = frozenset("in on at later by near when as after while outside during last".split())
_ONWARD = 14
"""Tokens from a hospital to "where", by way of another."""
_THERE = 6
"""Tokens from "where" to the death."""
_HELD_UP = ("aloft", "up", "accountable", "responsible", "liable")
_THEY = frozenset("he she they it both all".split())
_OF_THINGS = {Effect.LAUNCHED: NounKind.MUNITION, Effect.DAMAGED: NounKind.STRUCTURE}
"""Effects that only one kind of noun suffers, so that a sentence without any is not read on."""
_ALTERNATIVE = frozenset(("or", ",", "were", "have", "had", "badly", "seriously", "severely"))
"""What may stand between two things of which one happened: "killed, injured or badly hurt"."""
_VERBAL = frozenset((Form.EITHER, Form.BEFORE, Form.ACTIVE))
_WINDOW = 200
"""Tokens at most that are read at a time: linking is not linear in the number of words."""


@cache
def _alone() -> frozenset[str]:
    """Return the words with which an effect word begins whatever follows."""
    begin = closed_any("suffering", "carrying", "nursing", "staying", "deeds", "surviving")
    return begin.union(words[0] for words in phrases() if len(words) == 1)


_Phrases = dict[str, tuple[tuple[int, list[str]], ...]]
"""The phrases of an anchor by the word beside it: its place in each, and the phrase's words."""


@cache
def _anchors() -> Mapping[str, tuple[_Phrases, _Phrases]]:
    """Return the phrases of each anchor, by the word before it, and of those it begins, after."""
    names = ("auxiliaries", "adverbs", "prepositions", "determiners")
    common = frozenset(("down", "away")).union(*map(closed, names))
    found: dict[str, tuple[_Phrases, _Phrases]] = {word: ({}, {}) for word in _alone()}
    for words in phrases():
        if len(words) > 1:
            anchor = max(words, key=lambda word: (word not in common, len(word)))
            at = words.index(anchor)
            before, after = found.setdefault(anchor, ({}, {}))
            beside, key = (before, words[at - 1]) if at else (after, words[1])
            beside[key] = (*beside.get(key, ()), (at, list(words)))
    return found


def passages(view: Tokens) -> Iterator[tuple[int, int, list[Hit]]]:
    """Yield the sentences that hold effect words and what can suffer them, long ones cut.

    Each comes as a half-open range of token indices and its effect words in order.
    """
    starts = _starts(view.lower)
    after = 0
    while after < len(starts):
        first, last = view.sentence_range(starts[after])
        first += (starts[after] - first) // _WINDOW * _WINDOW
        last = min(last, first + _WINDOW)
        before, after = after, bisect_left(starts, last, after)
        if found := _suffered(view, first, last, _hits(view, starts[before:after], first, last)):
            yield first, last, found


def _starts(lower: list[str]) -> list[int]:
    """Return the indices of the tokens at which an effect word begins."""
    anchors, alone, last = _anchors(), _alone(), len(lower) - 1
    found: set[int] = set()
    for at in compress(range(len(lower)), map(anchors.__contains__, lower)):
        word = lower[at]
        if word in alone:
            found.add(at)
        before, after = anchors[word]
        if at and before:
            for place, words in before.get(lower[at - 1], ()):
                if lower[at - place : at - place + len(words)] == words:
                    found.add(at - place)
        if at < last and after:
            for _, words in after.get(lower[at + 1], ()):
                if lower[at : at + len(words)] == words:
                    found.add(at)
    return sorted(found)


def _hits(view: Tokens, starts: Sequence[int], start: int, end: int) -> list[Hit]:
    """Return the effect words among *starts* of the tokens from *start* to *end*."""
    lower = view.lower
    found: list[Hit] = []
    free = start
    for at in starts:
        if at < free:
            continue
        trigger = led(lower, start, at, end) or trigger_at(lower, at, end)
        if trigger is None or (trigger.only and _lacks(trigger.only, lower[start:end])):
            trigger = put_together(lower, start, at, end)
        if trigger is None:
            continue
        if trigger.words[1:] == ("of",) and at > start and _counts(lower[at - 1]):
            trigger = trigger_at(lower, at, at + 1) or trigger  # "72 deaths of civilians"
        last = at + len(trigger.words)
        follows = lower[last] if last < end else ""
        if _is_figurative(view, at, last, follows):
            continue
        if trigger.effect is Effect.CAPTIVE and _is_no_capture(lower, start, at, last):
            continue
        if trigger.effect is Effect.INJURED and _is_fatal(lower, last, end):
            trigger = attrs.evolve(trigger, effect=Effect.KILLED)
        found.append(Hit(at, last, trigger, _passive(lower, start, at)))
        free = last
    return _joined(lower, found) if len(found) > 1 and "or" in lower[start:end] else found


def _counts(word: str) -> bool:
    """Tell whether a word is a number: "12", "twelve", "several"."""
    return word[0].isdigit() or begins_quantity(word)


def _is_figurative(view: Tokens, at: int, last: int, follows: str) -> bool:
    """Tell whether the words beside the effect word at *at* make it another: "were shot at"."""
    lower, word = view.lower, view.lower[at]
    if word == "shot":
        return follows in _AIMED or follows in _RANG
    if word == "death":
        return follows in _OF_LAW
    if word == "dead":
        return follows == "on" and "feet" in lower[last : last + _FEET]
    if word == "those":
        return lower[at - 1] == "of"  # "seven of those killed were cousins": "killed" it is
    if word == "victims" or (word == "the" and last - at > 1):  # "the wounded are Lee and Holt"
        return lower[at - 1] == "of" or _is_told_of(lower, last)
    if word in OWNERS:  # "Ruritania's killing of", "Ann's Body Shop"
        return follows in _OF_DEATHS or view.words[last - 1].istitle()
    return lower[at - 1] in _HYPHENS and lower[at - 2] == "non"  # "non-fatally wounded"


def _lacks(only: str, words: Sequence[str]) -> bool:
    """Tell "taking part" from "taking 12 lives": an effect word that only some nouns suffer."""
    return nouns_in(only).isdisjoint(words) and HELD.isdisjoint(words)


def _is_told_of(lower: Sequence[str], last: int) -> bool:
    """Tell "the victims were taken away" from "the victims were two nurses"."""
    if last >= len(lower) or lower[last - 1] not in _COPULAS:
        return False
    word = lower[last]
    verbal = word.endswith(("ed", "en", "ing")) and noun_kind(word) is None
    return verbal or word in closed_any("prepositions", "adverbs", "auxiliaries")


def _joined(lower: Sequence[str], found: list[Hit]) -> list[Hit]:
    """Join what "or" leaves open to one: "were killed, injured or went missing" is none of them."""
    joined: list[Hit] = []
    after = 0
    while after < len(found):
        first = after
        gaps: list[str] = []
        while after + 1 < len(found):
            gap = [w for w in lower[found[after].end : found[after + 1].start] if w in _ALTERNATIVE]
            if len(gap) != found[after + 1].start - found[after].end or not _VERBAL.issuperset(
                (found[after].trigger.form, found[after + 1].trigger.form)
            ):
                break
            gaps += gap
            after += 1
        after += 1
        joined += [_either(lower, found[first:after])] if "or" in gaps else found[first:after]
    return joined


def _either(lower: Sequence[str], found: list[Hit]) -> Hit:
    """Return the hit that stands for all of *found*."""
    first, last = found[0], found[-1]
    effects = tuple(dict.fromkeys(hit.trigger.effect for hit in found))
    before = any(hit.trigger.form is Form.BEFORE for hit in found)
    trigger = attrs.evolve(
        last.trigger,
        words=tuple(lower[first.start : last.end]),
        effect=effects[0] if len(effects) == 1 else Effect.AFFECTED,
        form=Form.BEFORE if before else last.trigger.form,
    )
    return Hit(first.start, last.end, trigger, first.passive, effects if len(effects) > 1 else ())


def _is_fatal(lower: Sequence[str], last: int, end: int) -> bool:
    """Read on from "trampled" to "to death", from "taken to hospital" to "where she later died"."""
    if lower[last : last + 2] == ["to", "death"] or _dies_too(lower, last, end):
        return True
    for at in range(last, min(end - 1, last + _ONWARD)):
        if lower[at] == "where" and lower[at + 1] in _THEY:
            return not _DYING.isdisjoint(lower[at + 2 : min(end, at + _THERE)])
    return False


def _dies_too(lower: Sequence[str], last: int, end: int) -> bool:
    """Read on from "hit" to "by falling bricks and died", from "shot" to "and killed"."""
    for at in range(last, min(end - 1, last + _TOO)):
        if lower[at] == "and" and lower[at + 1] in ("died", "killed"):
            goes_on = lower[at + 2] if at + 2 < end else "."
            return not goes_on[0].isalnum() or goes_on in _AFTER_DEATH
        if not lower[at].isalpha():
            return False
    return False


def _is_no_capture(lower: Sequence[str], start: int, at: int, last: int) -> bool:
    """Tell "captured on video" and "died in captivity" from captures."""
    if lower[last - 1] == "held" and lower[last : last + 1] != [] and lower[last] in _HELD_UP:
        return True
    if lower[at].startswith("captur"):
        return not _FILMS.isdisjoint(lower[last : last + _FILMED])
    return lower[at] == "in" and at > start and lower[at - 1] in _DYING


def _suffered(view: Tokens, start: int, end: int, found: list[Hit]) -> list[Hit]:
    """Return the effect words of a sentence that also names something that can suffer them."""
    if not [hit for hit in found if hit.trigger.effect in _OF_THINGS]:
        return found
    words = view.lower[start:end]
    lacking = [e for e, kind in _OF_THINGS.items() if nouns_of(kind).isdisjoint(words)]
    return [hit for hit in found if hit.trigger.effect not in lacking or hit.trigger.people]


def _passive(lower: Sequence[str], start: int, at: int) -> bool:
    """Tell whether "be" or "get" governs the verb at *at*: "were killed or badly hurt"."""
    passives, adverbs = closed("passives"), closed("adverbs")
    at -= 1
    while at >= start:
        word = lower[at]
        if word in passives:
            return True
        if word in ("or", "and") and at > start and _is_participle(lower, at - 1):
            at -= 2
        elif word in adverbs:
            at -= 1
        elif word in _SUPERLATIVE and lower[at - 1] == "the":
            at -= 2  # "was the most seriously wounded"
        else:
            return False
    return False


def _is_participle(lower: Sequence[str], at: int) -> bool:
    trigger = trigger_at(lower, at, at + 1)
    return trigger is not None and trigger.form is Form.EITHER

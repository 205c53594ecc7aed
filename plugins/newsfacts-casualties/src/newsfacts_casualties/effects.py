"""Effect words: what the words of a sentence say was done to those counted, and on which side.

The words are data (`data/effects.toml`). `hits` finds them in a sentence, `gate` tells cheaply
which sentences can hold any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import product
from typing import Any

import attrs

from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.lexicon import closed, load

__all__ = ["OWNERS", "Form", "Hit", "Trigger", "gate", "hits", "inflect", "trigger_at"]

OWNERS = ("'s", "’s")
"""What parts an owner from an effect noun: "Ann Lee's death"."""
_HYPHENS = ("-", "–")
_GLUED_BEFORE = (
    "were was been are is and had have has already newly recently people families".split()
)
_GLUED_AFTER = "by in from and due as people families persons".split()
_LONG = 6
"""Letters of a word that is also read glued to its neighbour."""
_WOUND = 9
"""Tokens from "suffered" to "injuries"."""
_FORMS_OF_VERB = 5
_AIMED = ("at", "-")
"""What makes "shot" no injury: "were shot at", "shot-putter"."""


class Form(Enum):
    """Says on which side of an effect word those who suffer stand."""

    ACTIVE = "active"
    """a verb form that takes an object: "killing 12" """
    EITHER = "either"
    """past or participle: "killed 12", "12 were killed" """
    BEFORE = "before"
    """they stand before it: "12 died", "12 dead" """
    AFTER = "after"
    """they stand after it: "the death of 12" """
    NOUN = "noun"
    """it is what is counted: "12 deaths" """
    TOLL = "toll"
    """a number is given for it: "the death toll rose to 12" """


@attrs.frozen
class Trigger:
    """Is an effect word, or a fixed phrase of words, and how it is used."""

    words: tuple[str, ...]
    effect: Effect
    form: Form
    people_only: bool = False
    """Whether a noun for people must follow: "lost 64 soldiers", not "lost 12 games"."""
    captives_only: bool = False
    """Whether a noun for those held must follow: "exchanged 40 prisoners"."""


@attrs.frozen
class Hit:
    """Is an effect word found in a sentence: half-open token indices and what it is."""

    start: int
    end: int
    trigger: Trigger
    passive: bool
    """Whether an auxiliary makes it passive: "have been killed"."""


def inflect(line: str) -> tuple[list[str], str]:
    """Return base, third person, gerund, past and participle of a verb, and its particle.

    Args:
        line: a base form ("kill"), or all five; "| down" adds a particle.
    """
    forms, _, particle = (part.strip() for part in line.partition("|"))
    words = forms.split()
    if len(words) == _FORMS_OF_VERB:
        return words, particle
    base = words[0]
    stem = base.removesuffix("e")
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    past = stem + "ed"
    if base.endswith("y") and base[-2] not in "aeou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    return [base, third, stem + "ing", past, past], particle


_LISTS = (
    ("complement", Form.BEFORE),
    ("before", Form.BEFORE),
    ("after", Form.AFTER),
    ("of", Form.AFTER),
    ("toll", Form.TOLL),
    ("noun", Form.NOUN),
)
"""The plain lists of the data file, in the order in which they are merged."""


def _phrases(table: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield the phrases of one effect, each with the side on which it takes those who suffer."""
    yield from _verbs(table)
    yield from ((phrase, form) for key, form in _LISTS for phrase in table[key])
    for verb, site in product(table.get("stay", ()), table.get("sites", ())):
        yield f"{verb} {site}", Form.BEFORE
    for owner, phrase in product(OWNERS, table["of"]):  # "the death of Lee" is "Lee's death" too
        yield f"{owner} {phrase.removesuffix(' of')}", Form.BEFORE


def _verbs(table: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of the verbs of one effect."""
    for line in table["transitive"]:
        words, particle = inflect(line)
        for word in dict.fromkeys(words):
            either = word in words[3:]
            yield f"{word} {particle}", Form.EITHER if either else Form.ACTIVE
    for line in table["intransitive"]:
        yield from ((word, Form.BEFORE) for word in inflect(line)[0])


def _merged(one: Form, other: Form) -> Form:
    """Return the form of a word that the table lists in two."""
    forms = {one, other}
    if Form.NOUN in forms:
        return Form.BEFORE if Form.BEFORE in forms else one
    both_sides = Form.BEFORE in forms and forms & {Form.ACTIVE, Form.AFTER}
    return Form.EITHER if Form.EITHER in forms or both_sides else one


@cache
def _table() -> Mapping[tuple[str, ...], Trigger]:
    """Load the effect words; of two effects that list one word the earlier in the file has it."""
    found: dict[tuple[str, ...], Trigger] = {}
    for name, table in load("effects.toml").items():
        effect = Effect(name)
        for phrase, form in _phrases(table):
            words = tuple(phrase.split())
            known = found.get(words)
            if known is None:
                found[words] = Trigger(words, effect, form)
            elif known.effect is effect:
                found[words] = Trigger(words, effect, _merged(known.form, form))
        for phrase in table.get("after_people", ()):
            words = tuple(phrase.split())
            found.setdefault(words, Trigger(words, effect, Form.AFTER, people_only=True))
        for phrase in table.get("after_captives", ()):
            words = tuple(phrase.split())
            found.setdefault(words, Trigger(words, effect, Form.AFTER, captives_only=True))
    for trigger in list(found.values()):
        if trigger.form in (Form.EITHER, Form.BEFORE) and len(trigger.words) == 1:
            for word in _glued(trigger.words[0]):
                found.setdefault((word,), Trigger((word,), trigger.effect, Form.BEFORE))
    return found


def _glued(word: str) -> Iterator[str]:
    """Yield a participle as scanned texts print it, its spaces lost: "weredisplaced"."""
    if len(word) < _LONG or not word.endswith(("ed", "homeless")):
        return
    yield from (before + word for before in _GLUED_BEFORE)
    yield from (word + after for after in _GLUED_AFTER)


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Return how many words the phrases that begin with a word have, the longest first."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for words in _table():
        lengths[words[0]].add(len(words))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def _firsts() -> frozenset[str]:
    """Return the words with which an effect word can begin."""
    return closed("suffering").union(_lengths())


@cache
def _pairs() -> frozenset[tuple[str, ...]]:
    """Return the first two words of every phrase: most words that begin one do not here."""
    return frozenset(words[:2] for words in _table())


@cache
def gate() -> frozenset[str]:
    """Return the words of which a sentence must hold one to hold an effect word at all.

    Of a phrase it is the longest word of an open class: "to", "being", "their" are everywhere.
    """
    names = ("auxiliaries", "adverbs", "prepositions", "determiners")
    common = frozenset(("down", "away")).union(*map(closed, names))
    return frozenset(
        max(words, key=lambda word: (word not in common, len(word))) for words in _table()
    )


def trigger_at(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Return the longest effect word that begins at token *at* and ends by token *end*."""
    lengths = _lengths().get(lower[at], ())
    if not lengths or (lengths[-1] > 1 and tuple(lower[at : at + 2]) not in _pairs()):
        return None
    table = _table()
    for length in lengths:
        if at + length <= end and (trigger := table.get(tuple(lower[at : at + length]))):
            return trigger
    return None


def _wound(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Read "suffered a broken leg and other injuries": any words in between that count nobody."""
    if lower[at] not in closed("suffering"):
        return None
    for last in range(at + 1, min(end, at + _WOUND)):
        if lower[last] in closed("wounds"):
            return Trigger(tuple(lower[at : last + 1]), Effect.INJURED, Form.BEFORE)
        if not lower[last].isalpha() and lower[last] not in _HYPHENS:
            return None
        if lower[last] in closed("barriers") or lower[last] in closed("auxiliaries"):
            return None
    return None


def hits(view: Tokens, start: int, end: int) -> list[Hit]:
    """Return the effect words of the sentence from token *start* to *end*, in order."""
    lower, firsts = view.lower, _firsts()
    found: list[Hit] = []
    free = start
    candidates = [at for at, word in enumerate(lower[start:end], start) if word in firsts]
    for at in candidates:
        if at < free:
            continue
        trigger = trigger_at(lower, at, end) or _wound(lower, at, end)
        if trigger is None:
            continue
        last = min(end, at + len(trigger.words))
        follows = lower[last] if last < end else ""
        if lower[at] == "shot" and follows in _AIMED:
            continue
        if lower[at] in OWNERS and (follows == "of" or view.words[last - 1].istitle()):
            continue  # "Ruritania's killing of", "Ann's Body Shop"
        found.append(Hit(at, last, trigger, _passive(lower, start, at)))
        free = last
    return found


def _passive(lower: Sequence[str], start: int, at: int) -> bool:
    """Tell whether "be" or "get" governs the verb at *at*: "were killed or badly hurt"."""
    passives, adverbs = closed("passives"), closed("adverbs")
    at -= 1
    while at >= start:
        if lower[at] in passives:
            return True
        if lower[at] in ("or", "and") and at > start and _is_participle(lower, at - 1):
            at -= 2
        elif lower[at] in adverbs:
            at -= 1
        else:
            return False
    return False


def _is_participle(lower: Sequence[str], at: int) -> bool:
    trigger = trigger_at(lower, at, at + 1)
    return trigger is not None and trigger.form is Form.EITHER

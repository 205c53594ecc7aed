"""Effect words: what the words of a sentence say was done to those counted, and on which side.

The words are data (`data/effects.toml`); `spotting` finds them in an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import product
from typing import Any

import attrs

from newsfacts_casualties.claims import Effect
from newsfacts_casualties.lexicon import load

__all__ = [
    "DEFINITE",
    "OWNERS",
    "SUFFERERS",
    "Form",
    "Hit",
    "Trigger",
    "first_words",
    "inflect",
    "phrases",
    "shot_dead",
    "trigger_at",
]

OWNERS = ("'s", "’s")
"""What parts an owner from an effect noun: "Ann Lee's death"."""
DEFINITE = frozenset("the his her their its another this that my our".split())
"""Determiners that single somebody out."""
SUFFERERS = frozenset("wounded injured dead missing displaced hostages captives victims".split())
"""Nouns that name people by what they suffered: "two of the wounded"."""
_GLUED_BEFORE = (
    "were was been are is and had have has already newly recently people families".split()
)
_GLUED_AFTER = "by in from and due as people families persons".split()
_LONG = 6
"""Letters of a word that is also read glued to its neighbour."""
_FORMS_OF_VERB = 5


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
    people: Effect | None = None
    """What it says of people, where that is another effect: "swept away 14 people"."""
    only: str | None = None
    """The list of nouns of which one must follow: "exchanged 40 prisoners", "took 12 lives"."""


@attrs.frozen
class Hit:
    """Is an effect word found in a sentence: half-open token indices and what it is."""

    start: int
    end: int
    trigger: Trigger
    passive: bool
    """Whether an auxiliary makes it passive: "have been killed"."""
    either: tuple[Effect, ...] = ()
    """What it may be where the text leaves that open: "killed or wounded"."""


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
_NUMBER = "number of "
_FIGURES = ("number", "figure", "tally", "count", "that")
_PEOPLE_LISTS = (("after_people", Form.AFTER), ("before_people", Form.BEFORE))
_NOUN_LISTS = ("captives", "lives")


def _listed(table: Mapping[str, Any]) -> Iterator[tuple[str, Form]]:
    """Yield the phrases of one effect, each with the side on which it takes those who suffer."""
    yield from _verbs(table)
    yield from ((phrase, form) for key, form in _LISTS for phrase in table[key])
    for phrase in table["toll"]:
        if phrase.startswith(_NUMBER):  # "the figure of civilian dead", "that of wounded"
            rest = phrase.removeprefix(_NUMBER)
            for noun, whose in product(_FIGURES, ("", "civilian ")):
                yield f"{noun} of {whose}{rest}", Form.TOLL
    for one, other in (("stay", "sites"), ("had", "undone"), ("struck", "by")):
        for first, last in product(table.get(one, ()), table.get(other, ())):
            yield f"{first} {last}", Form.BEFORE
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
        for phrase, form in _listed(table):
            words = tuple(phrase.split())
            known = found.get(words)
            if known is None:
                found[words] = Trigger(words, effect, form)
            elif known.effect is effect:
                found[words] = Trigger(words, effect, _merged(known.form, form))
        _add_restricted(found, effect, table)
        for of_people, listed in table.get("of_people", {}).items():
            for words in (tuple(phrase.split()) for phrase in listed):
                found[words] = attrs.evolve(found[words], people=Effect(of_people))
    for trigger in list(found.values()):
        if trigger.form in (Form.EITHER, Form.BEFORE) and len(trigger.words) == 1:
            for word in _glued(trigger.words[0]):
                found.setdefault((word,), Trigger((word,), trigger.effect, Form.BEFORE))
    return found


def _add_restricted(
    found: dict[tuple[str, ...], Trigger], effect: Effect, table: Mapping[str, Any]
) -> None:
    """Add the words of one effect that only some nouns suffer."""
    sought = product(table.get("seekers", ()), table.get("seeking", ()))
    listed = {**table, "sought": [f"{seekers} {seeking}" for seekers, seeking in sought]}
    for key, form in (*_PEOPLE_LISTS, ("sought", Form.AFTER)):
        for phrase in listed.get(key, ()):
            words = tuple(phrase.split())
            known = found.get(words)
            if known is None:
                found[words] = Trigger(words, effect, form, people_only=True)
            elif known.effect is effect and known.form is not form:
                found[words] = attrs.evolve(known, form=Form.EITHER)
    for nouns in _NOUN_LISTS:
        for phrase in table.get(f"after_{nouns}", ()):
            words = tuple(phrase.split())
            found.setdefault(words, Trigger(words, effect, Form.AFTER, only=nouns))
        for phrase in table.get(f"before_{nouns}", ()):
            words = tuple(phrase.split())
            form = Form.EITHER if words in found else Form.BEFORE
            if words not in found or found[words].only == nouns:
                found[words] = Trigger(words, effect, form, only=nouns)


def _glued(word: str) -> Iterator[str]:
    """Yield a participle as scanned texts print it, its spaces lost: "weredisplaced"."""
    if len(word) < _LONG or not word.endswith(("ed", "homeless")):
        return
    yield from (before + word for before in _GLUED_BEFORE)
    yield from (word + after for after in _GLUED_AFTER)


_Longer = dict[str, list[tuple[tuple[str, ...], Trigger]]]
"""The phrases of one first word by their second, the longest first."""


@cache
def _by_first() -> Mapping[str, tuple[Trigger | None, _Longer]]:
    """Return by first word the effect word that it is alone, and the phrases that it begins."""
    found: dict[str, tuple[Trigger | None, _Longer]] = {}
    for words, trigger in sorted(_table().items(), key=lambda each: -len(each[0])):
        _, longer = found.setdefault(words[0], (_table().get(words[:1]), {}))
        if len(words) > 1:
            longer.setdefault(words[1], []).append((words, trigger))
    return found


def phrases() -> Iterable[tuple[str, ...]]:
    """Return the words of every effect word."""
    return _table()


@cache
def first_words() -> frozenset[str]:
    """Return the words with which effect words begin."""
    return frozenset(_by_first())


def shot_dead(lower: Sequence[str], end: int) -> bool:
    """Tell whether what befell those who end before token *end* was fatal: "shot Bo Lee dead"."""
    return lower[end : end + 1] == ["dead"] or lower[end : end + 2] == ["to", "death"]


def trigger_at(lower: Sequence[str], at: int, end: int) -> Trigger | None:
    """Return the longest effect word that begins at token *at* and ends by token *end*."""
    entry = _by_first().get(lower[at])
    if entry is None or at >= end:
        return None
    alone, longer = entry
    if longer and at + 1 < end:
        for words, trigger in longer.get(lower[at + 1], ()):
            stop = at + len(words)
            if stop <= end and tuple(lower[at:stop]) == words:
                return trigger
    return alone

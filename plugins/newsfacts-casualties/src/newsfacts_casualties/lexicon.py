"""The plugin's words as its rules look them up: effect words by their first word, nouns by kind."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from enum import Enum, StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsfacts_casualties.claims import Effect

__all__ = [
    "Form",
    "NounKind",
    "Trigger",
    "adjectives",
    "closed",
    "gate",
    "inflect",
    "noun_kind",
    "triggers",
]


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


def _both_sides(one: Form, other: Form) -> bool:
    """Tell whether those who suffer stand before in one form and after in the other."""
    after = (Form.ACTIVE, Form.AFTER)
    return (one is Form.BEFORE and other in after) or (other is Form.BEFORE and one in after)


@attrs.frozen
class Trigger:
    """Is an effect word, or a fixed phrase of words, and how it is used."""

    words: tuple[str, ...]
    effect: Effect
    form: Form
    people_only: bool = False
    """Whether a noun for people must follow: "lost 64 soldiers", not "lost 12 games"."""


class NounKind(StrEnum):
    """Says what a counted noun is."""

    PEOPLE = "people"
    GROUP = "group"
    STRUCTURE = "structure"
    MUNITION = "munition"
    THING = "thing"


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("newsfacts_casualties").joinpath(f"data/{name}").read_text("utf-8"))


def inflect(line: str) -> tuple[list[str], str]:
    """Return base, third person, gerund, past and participle of a verb, and its particle.

    Args:
        line: a base form ("kill"), or all five; "| down" adds a particle.
    """
    forms, _, particle = (part.strip() for part in line.partition("|"))
    words = forms.split()
    if len(words) == 1:
        base = words[0]
        stem = base.removesuffix("e")
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
        past = stem + "ed"
        if base.endswith("y") and base[-2] not in "aeou":
            third, past = base[:-1] + "ies", base[:-1] + "ied"
        words = [base, third, stem + "ing", past, past]
    return words, particle


@cache
def closed(name: str) -> frozenset[str]:
    """Load one class of `data/closed.toml`."""
    return frozenset(_toml("closed.toml")[name].split())


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """Load the effect words by their first word, the longest first."""
    found: dict[tuple[str, ...], Trigger] = {}

    def add(phrase: str, effect: Effect, form: Form, *, people_only: bool = False) -> None:
        words = tuple(phrase.split())
        known = found.get(words)
        if (known and known.effect is effect and {known.form, form} & {Form.EITHER}) or (
            known and known.effect is effect and _both_sides(known.form, form)
        ):
            form = Form.EITHER
        elif known and Form.NOUN in (known.form, form) and known.effect is effect:
            form = Form.BEFORE
        elif known:
            return
        found[words] = Trigger(words, effect, form, people_only)

    for name, table in _toml("effects.toml").items():
        effect = Effect(name)
        for line in table["transitive"]:
            (base, third, gerund, past, participle), particle = inflect(line)
            for form in (base, third, gerund):
                either = form in (past, participle)
                add(f"{form} {particle}", effect, Form.EITHER if either else Form.ACTIVE)
            for form in (past, participle):
                add(f"{form} {particle}", effect, Form.EITHER)
        for line in table["intransitive"]:
            for form in inflect(line)[0]:
                add(form, effect, Form.BEFORE)
        for key, form in (
            ("complement", Form.BEFORE),
            ("before", Form.BEFORE),
            ("after", Form.AFTER),
            ("of", Form.AFTER),
            ("toll", Form.TOLL),
            ("noun", Form.NOUN),
        ):
            for phrase in table[key]:
                add(phrase, effect, form)
        for phrase in table["of"]:  # "the death of Ann Lee" is "Ann Lee's death" too
            noun = phrase.removesuffix(" of")
            for owner in ("'s", "’s"):
                add(f"{owner} {noun}", effect, Form.BEFORE)
        for verb in table.get("stay", ()):
            for site in table["sites"]:
                add(f"{verb} {site}", effect, Form.BEFORE)
        for phrase in table.get("after_people", ()):
            add(phrase, effect, Form.AFTER, people_only=True)
    by_first: defaultdict[str, list[Trigger]] = defaultdict(list)
    for trigger in found.values():
        by_first[trigger.words[0]].append(trigger)
    return {
        first: tuple(sorted(group, key=lambda trigger: -len(trigger.words)))
        for first, group in by_first.items()
    }


@cache
def gate() -> frozenset[str]:
    """Return the words of which a sentence must hold one to hold an effect word at all.

    Of a phrase it is the longest word of an open class: "to", "being", "their" are everywhere.
    """
    common = frozenset().union(
        *map(closed, ("auxiliaries", "adverbs", "prepositions", "determiners"))
    )
    return frozenset(
        max(trigger.words, key=lambda word: (word not in common, len(word)))
        for group in triggers().values()
        for trigger in group
    )


@cache
def _nouns() -> dict[str, NounKind]:
    """Load the counted nouns, singular and plural."""
    table = _toml("nouns.toml")
    kinds = {
        "things": NounKind.THING,
        "structures": NounKind.STRUCTURE,
        "munitions": NounKind.MUNITION,
        "groups": NounKind.GROUP,
        "people": NounKind.PEOPLE,
    }
    found: dict[str, NounKind] = {}
    for key, kind in kinds.items():
        for word in table[key].split():
            found[word] = kind
            found[_plural(word)] = kind
    for word in table["plurals"].split():
        found[word] = NounKind.PEOPLE
    return found


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es"
    if word.endswith("fe"):
        return word[:-2] + "ves"
    return word + "s"


_PEOPLE_ENDINGS = ("men", "women", "ists", "eers", "goers", "makers", "ians", "workers", "holders")


def noun_kind(word: str) -> NounKind | None:
    """Tell what kind of noun *word* (lower case) counts; None where the lexicon does not say."""
    kind = _nouns().get(word)
    if kind is None and word.endswith(_PEOPLE_ENDINGS):
        return NounKind.PEOPLE
    return kind


@cache
def adjectives() -> frozenset[str]:
    """Load the adjectives that a unit leaves out: "several main roads" counts roads."""
    return frozenset(_toml("nouns.toml")["adjectives"].split())

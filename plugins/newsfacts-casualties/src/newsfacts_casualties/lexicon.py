"""The plugin's words as its rules look them up: nouns by what they count, closed classes."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = [
    "NounKind",
    "adjectives",
    "closed",
    "closed_any",
    "is_one",
    "load",
    "noun_kind",
    "nouns_in",
    "nouns_of",
    "words_in",
]


class NounKind(StrEnum):
    """Says what a counted noun is."""

    PEOPLE = "people"
    GROUP = "group"
    STRUCTURE = "structure"
    MUNITION = "munition"
    THING = "thing"


@cache
def load(name: str) -> dict[str, Any]:
    """Read one of the plugin's data files."""
    return tomllib.loads(files("newsfacts_casualties").joinpath(f"data/{name}").read_text("utf-8"))


@cache
def closed(name: str) -> frozenset[str]:
    """Load one class of `data/closed.toml`."""
    return frozenset(load("closed.toml")[name].split())


@cache
def closed_any(*names: str) -> frozenset[str]:
    """Load several classes of `data/closed.toml` as one."""
    return frozenset().union(*map(closed, names))


@cache
def _nouns() -> dict[str, NounKind]:
    """Load the counted nouns, singular and plural."""
    table = load("nouns.toml")
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


@cache
def nouns_of(kind: NounKind) -> frozenset[str]:
    """Return the nouns of one kind, singular and plural, in lower case."""
    return frozenset(word for word, of in _nouns().items() if of is kind)


@cache
def nouns_in(name: str) -> frozenset[str]:
    """Return the nouns of one list of the data file, singular and plural."""
    words = load("nouns.toml")[name].split()
    return frozenset((*words, *map(_plural, words), *(["children"] if "child" in words else ())))


@cache
def words_in(name: str) -> frozenset[str]:
    """Return the words of one list of the data file of nouns."""
    return frozenset(load("nouns.toml")[name].split())


_PEOPLE_ENDINGS = tuple(
    "men women children boys girls folk persons ists eers goers makers ians workers holders".split()
)


class _Kinds(dict[str, "NounKind | None"]):
    """Tells what kind of noun a lower-case word is; answers are kept."""

    def __missing__(self, word: str) -> NounKind | None:
        if len(self) >= _KEPT:
            self.clear()
        kind = _nouns().get(word)
        if kind is None and word.endswith(_PEOPLE_ENDINGS):
            kind = NounKind.PEOPLE
        self[word] = kind
        return kind


_KEPT = 20_000
"""Words whose kinds are kept at a time."""
_KINDS = _Kinds()


def noun_kind(word: str) -> NounKind | None:
    """Tell what kind of noun *word* (lower case) counts; None where the lexicon does not say."""
    return _KINDS[word]


_MANY = ("s", "men", "people", "children", "personnel", "police")


def is_one(word: str) -> bool:
    """Tell whether a noun for people (lower case) can mean one of them: no plural."""
    return not word.endswith(_MANY) or word.endswith("ss")


@cache
def adjectives() -> frozenset[str]:
    """Load the adjectives that a unit leaves out: "several main roads" counts roads."""
    return words_in("adjectives")

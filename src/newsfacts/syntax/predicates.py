"""The words that bear on how real an event is, loaded once from data/predicates.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import attrs

from newsfacts.values import Status

__all__ = ["RANK", "Predicates", "predicates"]

RANK = (
    Status.ACTUAL,
    Status.ONGOING,
    Status.PLANNED,
    Status.INTENDED,
    Status.PREDICTED,
    Status.CONDITIONAL,
)
"""From most to least real."""


@attrs.frozen(eq=False)
class Predicates:
    """Is what words say of the events they govern."""

    verbs: dict[str, Status]
    """The status that a verb or adjective gives to the event it governs."""
    nouns: dict[str, Status]
    """The same of nouns; neutral ones give ACTUAL."""
    negating: frozenset[str]
    negating_nouns: frozenset[str]
    prepositions: dict[str, Status]
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    hedge_passives: frozenset[str]
    hedge_raising: frozenset[str]
    negators: frozenset[str]
    clausal: frozenset[str]
    object_control: frozenset[str]
    temporal: frozenset[str]
    presupposing: frozenset[str]
    """Verbs whose object has happened or is so whatever becomes of the verb: "will end the talks"."""
    motion: frozenset[str]
    """Verbs whose present progressive tells a plan: "is going to Cairo"."""
    modifiers: dict[str, Status]
    """What an adjective before an event noun says: "planned talks"."""
    opening_conditions: frozenset[str]
    factive_prepositions: frozenset[str]


@cache
def predicates() -> Predicates:
    """Load the words that bear on how real an event is."""
    text = files("newsfacts.syntax").joinpath("data/predicates.toml").read_text("utf-8")
    data = tomllib.loads(text)

    def words(section: str, name: str) -> frozenset[str]:
        return frozenset(data[section][name].split())

    def statuses(section: str) -> dict[str, Status]:
        found: dict[str, Status] = {}
        for status in RANK:
            for word in data[section].get(status, "").split():
                found[word] = status
        return found

    nouns = dict.fromkeys(data["nouns"]["neutral"].split(), Status.ACTUAL)
    return Predicates(
        verbs=statuses("effects"),
        nouns=nouns | statuses("nouns"),
        negating=words("effects", "negating"),
        negating_nouns=words("nouns", "negating"),
        prepositions=statuses("prepositions"),
        hedge_adverbs=words("hedges", "adverbs"),
        hedge_adjectives=words("hedges", "adjectives"),
        hedge_passives=words("hedges", "passive"),
        hedge_raising=words("hedges", "raising"),
        negators=words("negators", "words"),
        clausal=words("clauses", "clausal"),
        object_control=words("clauses", "object_control"),
        temporal=words("clauses", "temporal"),
        presupposing=words("events", "presupposing"),
        motion=words("events", "motion"),
        modifiers=statuses("modifiers"),
        opening_conditions=words("clauses", "conditions"),
        factive_prepositions=words("prepositions", "actual"),
    )

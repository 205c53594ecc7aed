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
    """Is what words say of the events they govern; lemmas unless said otherwise."""

    verbs: dict[str, Status]
    """The status that a verb or adjective gives to the event it governs."""
    nouns: dict[str, Status]
    """The same of nouns; neutral ones give ACTUAL."""
    modifiers: dict[str, Status]
    """What an adjective before an event noun says: "planned talks"."""
    prepositions: dict[str, Status]
    negating: frozenset[str]
    """Verbs and adjectives that deny what they govern: "refuse"."""
    negating_nouns: frozenset[str]
    negating_subjects: frozenset[str]
    """Words that, as or before a subject, deny the verb: "nobody", "neither"."""
    negators: frozenset[str]
    """Words before a verb that deny it: "without", "hardly"."""
    phrasal: frozenset[str]
    """The verbs with particle among all these, written "call_off"."""
    opinion: frozenset[str]
    """Verbs that forecast only what is to come: "believes it will"."""
    truths: frozenset[str]
    """Adjectives whose denial denies: "it is not true that"."""
    of_past: frozenset[str]
    """Verbs that keep their effect on what is past: "hoped it had"."""
    presupposing: frozenset[str]
    """Verbs whose object is so whatever becomes of them: "will end the talks"."""
    replies: frozenset[str]
    """Verbs whose object, a call or plan, was made by somebody else: "rejected a call"."""
    motion: frozenset[str]
    """Verbs whose present progressive tells a plan: "is going to Cairo"."""
    factive_prepositions: frozenset[str]
    near: frozenset[str]
    """Adjectives that tell what is about to be: "is close to signing"."""
    almost: frozenset[str]
    """Adverbs before a verb with which it did not happen."""
    conditions: frozenset[str]
    """Subordinators of conditions."""
    asking: frozenset[str]
    """Words before an "if" that means "whether"."""
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    hedge_passives: frozenset[str]
    """Verbs whose passive before an infinitive hedges: "is believed to"."""
    hedge_raising: frozenset[str]
    clausal: frozenset[str]
    """Verbs that take a clause without "that"."""
    object_control: frozenset[str]
    """Verbs whose object does what the infinitive after it says."""
    ditransitive: frozenset[str]
    """Verbs that take two objects, the first the receiver: "gave the rebels a deadline"."""
    temporal: frozenset[str]
    """Nouns of time."""


@cache
def predicates() -> Predicates:
    """Load the words that bear on how real an event is."""
    text = files("newsfacts.syntax").joinpath("data/predicates.toml").read_text("utf-8")
    data = tomllib.loads(text)
    words = {name: frozenset(listed.split()) for name, listed in data["words"].items()}
    verbs = _statuses(data["verbs"])
    return Predicates(
        verbs=verbs,
        nouns=_statuses(data["nouns"]),
        modifiers=_statuses(data["modifiers"]),
        prepositions=_statuses(data["prepositions"]),
        phrasal=frozenset(word for word in {*verbs, *words["negating"]} if "_" in word),
        **words,
    )


def _statuses(section: dict[str, str]) -> dict[str, Status]:
    """Return the status of each word of a section whose keys are statuses."""
    return {word: Status(status) for status, listed in section.items() for word in listed.split()}

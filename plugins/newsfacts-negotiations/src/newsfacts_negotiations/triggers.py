"""The triggers: which words make which act. Read from `data/triggers/*.toml`.

Each trigger names its act, the pattern of words, the gate its parties must pass, and an example
sentence whose bracketed words the trigger must find; a test runs them all.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from newsfacts import Status
from newsfacts_negotiations.claims import NegotiationEvent
from newsfacts_negotiations.patterns import Element, Pattern, parse

__all__ = ["FUTURE", "Trait", "Trigger", "adjoining", "triggers"]

FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
"""The words of which "will" and "would" are made, as tokens."""

_PARTIAL = frozenset({"talks", "truce", "settled", "process", "rounds", "war", "calm"})
"""Word classes that name what only parties to a conflict do."""


class Trait(StrEnum):
    """Is what sets a trigger apart from others of its act when its parties are read."""

    TOLD = "told"
    """Its subject is told what to do by the speaker: "said that the rebels must leave"."""
    FREES = "frees"
    """Talks in what it is about are acts of their own: "invited both to resume talks"."""
    LEFT = "left"
    """Its "of" names who does it: "the disarmament of the rebels"."""
    THEIRS = "theirs"
    """Its noun says whose word it is: "announced the readiness of both armies to withdraw"."""
    OUTCOME = "outcome"
    """Its subject is what came to it, and names the sides: "their dialogue led to a deal"."""
    SENT = "sent"
    """Its object is sent, not met: "sent a delegation"."""
    EFFORT = "effort"
    """It goes on where it is real at all, for it is the trying: "efforts to end the war"."""
    SHARED = "shared"
    """It is between the parties of the talks its sentence tells of: "talks under mediation"."""
    LACKING = "lacking"
    """It is what is not done that makes the act, which is then not denied: "yet to respond"."""
    ASIDE = "aside"
    """Who does it is the mediator of what its sentence goes on to tell."""


@attrs.frozen
class Trigger:
    """Is one rule: an act, and the words that make it."""

    name: str
    event: NegotiationEvent
    pattern: Pattern
    example: str
    counter: tuple[str, ...] = ()
    """Sentences in which it must find nothing."""
    gate: str | None = None
    """What its parties must be (`gates`), or None where the words are enough."""
    when: str | None = None
    """The mood that its verb must have: `refusal` ("will not"), `promise` ("will"), `negated`
    ("not"), `failure` ("did not")."""
    status: Status | None = None
    """How real the act is, where the words of the trigger say so themselves."""
    unless: str | None = None
    """Another sense that its words can have (`senses`), in which they are no act."""
    hears: frozenset[str] = frozenset()
    """Prepositions that name whom it is said to: "spoke by phone to", "called on"."""
    traits: frozenset[Trait] = frozenset()
    required: tuple[frozenset[str], ...] = attrs.field(init=False, repr=False)
    """Words of its other elements: a sentence without one of each cannot match."""
    passive: bool = attrs.field(init=False, repr=False)
    """Whether it is a verb, its particles and a thing, so that the thing can be its subject."""
    predicated: bool = attrs.field(init=False, repr=False)
    """Whether it is a thing and what a verb says of it: "the talks have stalled"."""
    generic: bool = attrs.field(init=False, repr=False)
    """Whether its words are anybody's, in a campaign or a court as well as between states."""

    @required.default
    def _required(self) -> tuple[frozenset[str], ...]:
        return tuple(
            element.telling
            for index, element in enumerate(self.pattern.elements)
            if element.forms and not element.optional and index != self.pattern.anchor
        )

    @generic.default
    def _generic(self) -> bool:
        classes = frozenset[str]().union(*(element.classes for element in self.pattern.elements))
        anybody = self.gate is not None or "delegate" in classes
        return anybody and classes.isdisjoint(_PARTIAL)

    @predicated.default
    def _predicated(self) -> bool:
        first, *rest = self.pattern.elements
        verbal = any(element.tag == "v" for element in rest)
        return first.thing and verbal and not self.pattern.anchor

    @passive.default
    def _passive(self) -> bool:
        first, *rest = self.pattern.elements
        return (
            bool(rest)
            and first.tag == "v"
            and not self.pattern.anchor
            and (bool(rest[-1].forms) and all(map(adjoining, rest[:-1])))
        )


def adjoining(element: Element) -> bool:
    """Tell whether *element* can be a word right after the verb: the "off" of "broken off"."""
    return bool(element.forms) and not element.tag and not element.thing


@cache
def triggers() -> tuple[Trigger, ...]:
    """Return all triggers, in the order of their files.

    Raises:
        ValueError: if a file misspells a field or a pattern.
    """
    folder = files("newsfacts_negotiations").joinpath("data/triggers")
    return tuple(
        _trigger(entry)
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        for entry in tomllib.loads(path.read_text("utf-8"))["trigger"]
    )


def _trigger(entry: dict[str, Any]) -> Trigger:
    """Return the trigger that one table of a file writes."""
    fields = {field.name for field in attrs.fields(Trigger) if field.init}
    if unknown := sorted(entry.keys() - fields):
        raise ValueError(f"trigger {entry.get('name')!r}: unknown fields {', '.join(unknown)}")
    return Trigger(
        **{
            **entry,
            "event": NegotiationEvent(entry["event"]),
            "pattern": parse(entry["pattern"]),
            "status": Status(entry["status"]) if "status" in entry else None,
            "counter": tuple(entry.get("counter", ())),
            "hears": frozenset(entry.get("hears", ())),
            "traits": frozenset(map(Trait, entry.get("traits", ()))),
        }
    )

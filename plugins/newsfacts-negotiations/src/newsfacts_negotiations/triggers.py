"""The triggers: which words make which act. Read from `data/triggers/*.toml`, indexed by word.

Each trigger names its act, the pattern of words, the gate its parties must pass, and an example
sentence whose bracketed words the trigger must find; a test runs them all.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import attrs

from newsfacts_negotiations.claims import NegotiationEvent
from newsfacts_negotiations.patterns import Pattern, parse

__all__ = ["Trigger", "anchored", "triggers"]


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
    """`refusal`: only under a negated modal."""


@cache
def triggers() -> tuple[Trigger, ...]:
    """Return all triggers, in the order of their files.

    Raises:
        ValueError: if a file misspells a field or a pattern.
    """
    folder = files("newsfacts_negotiations").joinpath("data/triggers")
    found: list[Trigger] = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        for entry in tomllib.loads(path.read_text("utf-8"))["trigger"]:
            found.append(
                Trigger(
                    name=entry["name"],
                    event=NegotiationEvent(entry["event"]),
                    pattern=parse(entry["pattern"]),
                    example=entry["example"],
                    counter=tuple(entry.get("counter", ())),
                    gate=entry.get("gate"),
                    when=entry.get("when"),
                )
            )
    return tuple(found)


@cache
def anchored() -> dict[str, tuple[Trigger, ...]]:
    """Return the triggers by the first token of their anchors: the gate of the extractor."""
    index: dict[str, list[Trigger]] = {}
    for trigger in triggers():
        for form in trigger.pattern.elements[trigger.pattern.anchor].forms:
            index.setdefault(form, []).append(trigger)
    return {form: tuple(rest) for form, rest in index.items()}

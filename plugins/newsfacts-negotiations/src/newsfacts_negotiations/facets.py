"""What an act is about, how far it goes, by when, and its codes: read from words and tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, cast

from newsfacts import Status
from newsfacts_negotiations.claims import Directness, Extent, NegotiationEvent, Phase, Topic
from newsfacts_negotiations.patterns import token_forms

__all__ = ["codes", "directness", "extent", "phase", "topics"]

_FUTURE = frozenset({Status.PLANNED, Status.INTENDED, Status.PREDICTED, Status.CONDITIONAL})


@cache
def _table(name: str) -> dict[str, Any]:
    """Load a table of `data/`."""
    text = files("newsfacts_negotiations").joinpath(f"data/{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _facet(name: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the values of facet *name* by the first token of the words that say them."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for value, entry in _table("facets")[name].items():
        for sequence in token_forms(entry["exact"]):
            index.setdefault(sequence[0], []).append((sequence, value))
    return {first: tuple(rest) for first, rest in index.items()}


def _values(name: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the values of facet *name* that *words* say, in their order."""
    index = _facet(name)
    if index.keys().isdisjoint(words):
        return  # as most say nothing of it
    for position, word in enumerate(words):
        for sequence, value in index.get(word, ()):
            if tuple(words[position : position + len(sequence)]) == sequence:
                yield value


def topics(words: Sequence[str]) -> tuple[Topic, ...]:
    """Return what *words*, lower-case tokens, are about; each topic once, in their order."""
    return tuple(dict.fromkeys(Topic(value) for value in _values("topic", words)))


def extent(words: Sequence[str]) -> Extent | None:
    """Return how far an agreement told in *words* goes."""
    return cast("Extent | None", next(_values("extent", words), None))


def directness(words: Sequence[str]) -> Directness | None:
    """Return whether *words* say that the parties face each other."""
    return cast("Directness | None", next(_values("directness", words), None))


def phase(event: NegotiationEvent, status: Status) -> Phase | None:
    """Return where in the course of a negotiation an act of this type and status stands."""
    entry = _table("codes")[event]
    future = entry.get("phase_future") if status in _FUTURE else None
    return cast("Phase | None", future or entry.get("phase"))


def codes(
    event: NegotiationEvent, topic: Sequence[Topic], status: Status
) -> tuple[str | None, str | None]:
    """Return the CAMEO code and the PLOVER root of an act: the table's, else its root."""
    entry = _table("codes")[event]
    by_topic = entry.get("topics", {})
    found = {by_topic[value] for value in topic if value in by_topic}
    if len(found) == 1:
        return found.pop(), entry.get("plover")
    if status in _FUTURE and "future" in entry:
        return entry["future"], entry.get("plover")
    return entry.get("cameo"), entry.get("plover")

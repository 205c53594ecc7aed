"""Where acts are: triggers tried at the tokens that can anchor them, the best kept."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts import Status
from newsfacts.tokens import Tokens
from newsfacts_negotiations.patterns import Match, match
from newsfacts_negotiations.politics import political
from newsfacts_negotiations.reading import Range, Reading
from newsfacts_negotiations.triggers import Trigger, anchored

__all__ = ["Act", "find"]

_NOMINAL = frozenset(
    "an a the this that its their his her our my "
    "your no any some every each of 's ’s new more latest".split()
)
_FINITE = ("will", "would", "to")


@attrs.frozen
class Act:
    """Is a trigger that fired, with what was read around it; ranges are token indices."""

    trigger: Trigger
    match: Match
    start: int
    end: int
    reading: Reading
    subject: Range | None
    status: Status
    negated: bool
    verbal: bool


def find(view: Tokens) -> Iterator[Act]:
    """Yield the acts in the order of their anchors."""
    index = anchored()
    words = view.lower
    for position, word in enumerate(words):
        entries = index.get(word)
        if entries is not None:
            act = _best(view, position, entries)
            if act is not None:
                yield act


def _best(view: Tokens, position: int, entries: tuple[Trigger, ...]) -> Act | None:
    """Return the act of the trigger that says most about the anchor at *position*."""
    bounds = view.sentence_range(position)
    reading = Reading(view, bounds)

    def fits(index: int, tag: str) -> bool:
        before = view.lower[index - 1] if index > bounds[0] else ""
        return (before not in _NOMINAL) if tag == "v" else before not in _FINITE

    best: Act | None = None
    most = 0
    for trigger in entries:
        found = match(trigger.pattern, view.lower, position, bounds, fits)
        if found is None:
            continue
        size = sum(part is not None for part in found.parts) + 2 * (trigger.when is not None)
        if best is not None and size <= most:
            continue
        act = _act(trigger, found, reading)
        if act is not None:
            best, most = act, size
    return best


def _act(trigger: Trigger, found: Match, reading: Reading) -> Act | None:
    """Return the act if the trigger's gate lets it through."""
    element = trigger.pattern.elements[trigger.pattern.anchor]
    verbal = element.tag == "v"
    start = found.start
    if verbal:
        start = min(start, reading.group(found.anchor)[0])
        status, negated = reading.factuality(start, found.anchor)
    else:
        status, negated = Status.ACTUAL, False
    if trigger.when == "refusal" and not (negated and status is not Status.ACTUAL):
        return None
    if trigger.when == "promise" and (negated or status not in (Status.PLANNED, Status.PREDICTED)):
        return None
    if trigger.when == "negated" and not negated:
        return None
    subject = reading.subject(start) if verbal else None
    if trigger.gate is not None and verbal:
        words = reading.view.words
        if (
            subject is not None
            and not political(words[slice(*subject)])
            and words[subject[0]].lower() not in ("he", "she", "it", "they", "we", "i")
        ):
            return None
    return Act(trigger, found, start, found.end, reading, subject, status, negated, verbal)

"""Where a count plays that its own sentence does not place: where the event goes on.

News follows one event from sentence to sentence. A count without a place takes that of the count
before it, else the last place that the sentences just before it name, else the dateline's. It
takes none where its sentence names a place of its own, tells of another time, or of more than the
event ("the war has killed 4,000", "a similar blast last year").
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from newsfacts import Interval, Status
from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.place_names import Names, words_of
from newsfacts_casualties.places import near

__all__ = ["Whereabouts"]

_GOES_ON = 160
"""Tokens from a count to one that takes its place."""
_NAMED = 60
"""Tokens before a sentence in which a place is looked for."""
_FIRST = 80
"""Tokens from the dateline to the end of what it places."""
_ABROAD = frozenset((Effect.LAUNCHED, Effect.RELEASED))
"""Effects that seldom go on where the last event was."""
_SAME = dt.timedelta(days=8)
"""How far apart two reports of one event may be dated."""
_SHORT = dt.timedelta(days=32)
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})"
    r"(?:,? [A-Za-z.]+){0,3}(?:,? \d{1,2})?(?: \([^)\n]{2,30}\))? ?(?:--|[-–—]) "
    r"|\s*(?P<dated>[A-Z][a-z.'’-]+(?: [A-Z][a-z.'’-]+){0,2})(?:, [A-Z][A-Za-z.]+){0,2}"
    r",? (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})"
    r"(?: \([^)\n]{2,30}\))? ?(?:--|[-–—]) "
)  # fmt: skip


class Whereabouts:
    """Remembers, sentence by sentence, where the counts of an article play."""

    def __init__(self, view: Tokens, names: Names) -> None:
        """Take an article's tokens and its names."""
        self._view = view
        self._names = names
        self._places = sorted(names.places)
        self._last: CasualtyClaim | None = None
        self._end = 0
        found = _DATELINE.match(view.text)
        self._dateline = (found["place"] or found["dated"]) if found else None
        self._body = found.end() if found else 0

    def note(self, claim: CasualtyClaim, end: int) -> None:
        """Remember a count that has a place; *end* is the token after its sentence."""
        self._last, self._end = claim, end

    def of(
        self, start: int, end: int, effect: Effect, status: Status, interval: Interval | None
    ) -> str | None:
        """Return the place of a count that its own sentence does not place, or None.

        Args:
            start: index of the first token of its sentence.
            end: index of the token after the sentence.
            effect: what happened.
            status: how real it is.
            interval: its period.
        """
        if label := self._label(start):
            return label
        if effect in _ABROAD or status in (Status.CONDITIONAL, Status.ONGOING):
            return None
        lower = self._view.lower
        if not words_of("elsewhere").isdisjoint(lower[start:end]) or self._names_any(start, end):
            return None
        last, after = self._last, max(0, start - _NAMED)
        if last is not None and start - self._end <= _GOES_ON:
            if not _is_same_time(interval, last.interval):
                return None
            if not self._names_any(self._end, start):
                return last.place
            after = max(after, self._end)
        elif interval is not None and not _is_short(interval):
            return None
        if place := near(self._view, after, start, self._names):
            return place
        return self._dateline if last is None and start < _FIRST else None

    def _label(self, start: int) -> str | None:
        """Return the place that heads the paragraph of token *start*: "Sorvia: Police killed"."""
        text, names = self._view.text, self._names
        first = text.rfind("\n", 0, self._view.starts[start]) + 1
        last = names.states.get(first) or names.places.get(first)
        labelled = last is not None and text[last : last + 1] == ":"
        return text[first:last] if labelled else None

    def _names_any(self, start: int, end: int) -> bool:
        """Tell whether tokens *start* to *end* name a place, the dateline's aside."""
        if start >= end:
            return False
        first = max(self._view.starts[start], self._body)
        at = bisect_left(self._places, first)
        return at < len(self._places) and self._places[at] < self._view.end(end - 1)


def _is_short(interval: Interval) -> bool:
    """Tell whether a period is one of an event: a month at most, and closed."""
    first, last = interval.start_day, interval.end_day
    return first is not None and last is not None and last - first <= _SHORT


def _is_same_time(one: Interval | None, other: Interval | None) -> bool:
    """Tell whether two periods, None where nothing is said, can be of one event."""
    if one is None:
        return True
    if other is None:
        return _is_short(one)
    first, start = one.start_day, other.start_day
    if first is None or start is None:
        return False
    return abs(first - start) <= _SAME and _is_short(one) == _is_short(other)

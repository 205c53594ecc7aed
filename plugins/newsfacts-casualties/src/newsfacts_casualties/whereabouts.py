"""Where a count plays that its own sentence does not place: where the event goes on.

News follows one event from sentence to sentence. A count without a place takes that of the count
before it, else the last place that the sentences just before it name, else the dateline's. It
takes none where its sentence names a place of its own, tells of another time, or of more than the
event ("the war has killed 4,000", "a similar blast last year").
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from itertools import pairwise

from newsfacts import Interval, Status
from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import CasualtyClaim, Effect
from newsfacts_casualties.datelines import dateline
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
_HERE = "here"
_UNNAMED = frozenset(
    "capital north south east west northeast northwest southeast southwest".split()
)
"""What after "in the" names a place without its name."""
_JOURNEY = frozenset(("from", "to", "for", "towards", "toward", "between"))
_BOUND = frozenset(
    "way bound heading headed travelling traveling journey route trip flight".split()
)
"""What makes a journey of "from Marwa to Tamra", where nothing happens."""
_PART = 5
"""Tokens from "of them" to the name of where they are."""
_OF_THEM = {("of", "them"), ("of", "whom"), ("of", "which")}
_SET_OUT = 7
"""Tokens from "on its way" to the name of where it leads."""


class Whereabouts:
    """Remembers, sentence by sentence, where the counts of an article play."""

    def __init__(self, view: Tokens, names: Names) -> None:
        """Take an article's tokens and its names."""
        self._view = view
        self._names = names
        self._places = sorted(names.places)
        self._last: CasualtyClaim | None = None
        self._end = 0
        self._dateline: str | None
        self._dateline, self._body = dateline(view.text) or (None, 0)
        self._first = view.at(self._body) if self._body else 0

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
            return near(self._view, self._paragraph(start), start, self._names) or label
        if effect in _ABROAD or status in (Status.CONDITIONAL, Status.ONGOING):
            return None
        lower = self._view.lower
        if not words_of("elsewhere").isdisjoint(lower[start:end]) or self._names_any(start, end):
            return None
        if self._dateline and _HERE in lower[start:end]:
            return self._dateline
        last, after = self._last, max(0, start - _NAMED)
        if last is not None and start - self._end <= _GOES_ON:
            if not _is_same_time(interval, last.interval):
                return None
            if not self._names_any(self._end, start):
                return last.place
            after = max(after, self._end)
        elif interval is not None and not _is_short(interval):
            return None
        after = self._unnamed(after, start) or after
        if place := near(self._view, after, start, self._names):
            return place
        return self._dateline if last is None and start < self._first + _FIRST else None

    def _label(self, start: int) -> str | None:
        """Return the place that heads the paragraph of token *start*: "Sorvia: Police killed"."""
        text, names = self._view.text, self._names
        first = text.rfind("\n", 0, self._view.starts[start]) + 1
        last = names.states.get(first) or names.places.get(first)
        labelled = last is not None and text[last : last + 1] == ":"
        return text[first:last] if labelled else None

    def _paragraph(self, start: int) -> int:
        """Return the first token of the paragraph of token *start*."""
        offset = self._view.text.rfind("\n", 0, self._view.starts[start]) + 1
        return self._view.at(offset) if offset else 0

    def _names_any(self, start: int, end: int) -> bool:
        """Tell whether tokens *start* to *end* tell of a place, the dateline's aside."""
        if start >= end:
            return False
        view = self._view
        first, last = max(view.starts[start], self._body), view.end(end - 1)
        inside = self._places[bisect_left(self._places, first) : bisect_left(self._places, last)]
        told = (view.at(offset) for offset in inside)
        if any(not (self._leads_to(at) or self._of_part(at)) for at in told):
            return True
        return self._unnamed(start, end) is not None

    def _unnamed(self, start: int, end: int) -> int | None:
        """Return the last of tokens *start* to *end* that is a place without its name."""
        lower = self._view.lower
        for at in range(end - 1, start - 1, -1):
            if lower[at] in _UNNAMED and lower[at - 2 : at] == ["in", "the"]:
                return at
        return None

    def _of_part(self, at: int) -> bool:
        """Tell whether the place at token *at* is where a part is: "half of them in Marwa"."""
        before = self._view.lower[max(0, at - _PART) : at]
        return any(pair in _OF_THEM for pair in pairwise(before)) and "," not in before

    def _leads_to(self, at: int) -> bool:
        """Tell whether somebody only goes to the place named at token *at*, or comes from it."""
        lower = self._view.lower
        before = lower[max(0, at - _SET_OUT) : at]
        return before[-1:] != [] and before[-1] in _JOURNEY and not _BOUND.isdisjoint(before)


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

"""Since when, until when: which date of a text a count stands under.

A date in the count's own sentence comes first, one that "since" governs before all; then the
period that the counts before it in the paragraph stand under, or "the same period". A date that
tells when somebody spoke is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from newsfacts import DateClaim, Interval, TimexType
from newsfacts.timeline import covered_time, governing_date, is_comparison, since
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import Hit

__all__ = ["Periods"]

_SINCE_WHEN = frozenset(("long", "ever"))
_NEAR = 300
"""Code points from a date to the sentence whose "since" is from then on."""
_LONG = 180
"""Days."""
_VAGUE = ("PRESENT_REF", "FUTURE_REF", "PAST_REF")
_BREAK = re.compile(r"\n")


def _start(date: DateClaim) -> int:
    return date.span.start


def _is_placed(date: DateClaim) -> bool:
    """Tell whether a date lies on the calendar, and begins there."""
    dated = date.interval is not None and date.interval.start is not None
    return dated and date.type is not TimexType.SET and date.value not in _VAGUE


def _is_unplaced(date: DateClaim) -> bool:
    """Tell whether a date is one of the calendar, but nobody knows which."""
    return date.interval is None and date.type is TimexType.DATE and date.value not in _VAGUE


def _is_same(lower: list[str]) -> bool:
    """Tell whether a sentence takes up the last period in words: "over the same period"."""
    return any(pair == ("same", "period") for pair in pairwise(lower))


def _goes_on(lower: list[str], last: Interval | None) -> bool:
    """Tell whether a sentence of another paragraph goes on with a running toll."""
    return last is not None and last.end is None and "toll" in lower


def _is_long(last: Interval | None) -> bool:
    """Tell whether a period is too long, and closed, to date what another sentence tells."""
    if last is None or last.start is None or last.end is None:
        return False
    return last.end.toordinal() - last.start.toordinal() > _LONG


class Periods:
    """Finds the period of each count of an article, sentence by sentence in order."""

    def __init__(self, view: Tokens, dates: Iterable[DateClaim]) -> None:
        """Take an article's tokens and its dates."""
        self._view = view
        known = sorted(dates, key=_start)
        self._dates = list(filter(_is_placed, known))
        self._unplaced = [_start(date) for date in known if _is_unplaced(date)]
        self._starts = [date.span.start for date in self._dates]
        self._last: Interval | None = None
        self._paragraph = self._sentence = -1
        self._running = False
        self._aside = False
        """Whether the last period is of another event, told for comparison."""
        self._breaks = [found.start() for found in _BREAK.finditer(view.text)]

    def of(self, start: int, end: int, hit: Hit, *, ahead: bool = False) -> Interval | None:
        """Return the period of a count.

        Args:
            start: index of the first token of its sentence.
            end: index of the token after the sentence.
            hit: its effect word.
            ahead: whether it has not happened: nothing but its own sentence dates it then.
        """
        lower = self._view.lower[start:end]
        self._aside = False
        own = self._own(start, end, hit)
        if self._aside or (own is None and (ahead or self._says_when(start, end))):
            return own
        paragraph = bisect_left(self._breaks, self._view.starts[start])
        if own is None:
            near = paragraph == self._paragraph
            if near and start > self._sentence and _is_long(self._last):
                near = False
            running = self._running and _goes_on(lower, self._last)
            self._running = near or running or _is_same(lower)
            if not self._running:
                return None
            own = self._last
        self._last, self._paragraph, self._sentence = own, paragraph, start
        self._running = True
        return own

    def _says_when(self, start: int, end: int) -> bool:
        """Tell whether a sentence has a date of its own that nothing tells the year of."""
        first, last = self._view.starts[start], self._view.end(end - 1)
        at = bisect_left(self._unplaced, first)
        return at < len(self._unplaced) and self._unplaced[at] < last

    def _own(self, start: int, end: int, hit: Hit) -> Interval | None:
        """Return the period that the sentence itself names for an effect word."""
        view = self._view
        first = bisect_left(self._dates, view.starts[start], key=_start)
        last = bisect_left(self._dates, view.end(end - 1), key=_start)
        dates, running = [], []
        for each in self._dates[first:last]:
            if is_comparison(view, each):
                if _dates_clause(view.lower, view.at(each.span.end - 1) + 1, hit):
                    self._aside = True
                    return each.interval
                continue
            dates.append(each)
            if since(view, each) is not None:
                running.append(each)
        if not dates and (before := self._since_then(start, end, first)):
            return before
        if not dates:
            return None
        date = governing_date(view, view.span(hit.start, hit.end), running or dates)
        if date is None and len(running) == 1:
            date = running[0]  # "nine deaths reported since May": no date of speaking
        if date is None or date.interval is None:
            return None
        return (
            Interval(date.interval.start, None)
            if running
            else covered_time(view, date, view.span(hit.start, hit.end))
        )

    def _since_then(self, start: int, end: int, first: int) -> Interval | None:
        """Return the time from the last date before a sentence on: "12 have died since"."""
        lower = self._view.lower
        for at in range(start + 1, end):
            if lower[at] == "since" and lower[at - 1] not in _SINCE_WHEN:
                follows = lower[at + 1] if at + 1 < end else "."
                if follows in ("then", "in", "from") or not follows[0].isalnum():
                    near = first and self._view.starts[start] - _start(self._dates[first - 1])
                    date = self._dates[first - 1].interval if near and near < _NEAR else None
                    return Interval(date.start, None) if date is not None else None
        return None


def _dates_clause(lower: list[str], after: int, hit: Hit) -> bool:
    """Tell whether a clause with *hit* hangs on a date: "since 1998, when a bomb killed three"."""
    after += lower[after : after + 1] == [","]
    return lower[after : after + 1] == ["when"] and hit.start > after

"""Since when, until when: which date of a text a count stands under.

A date in the count's own sentence comes first, one that "since" governs before all; then the
period that the counts before it in the paragraph stand under, or "the same period". A date that
tells when somebody spoke is none.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts import DateClaim, Interval, TimexType
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import Hit

__all__ = ["Periods"]

_SPOKE = frozenset(
    "said says say told tells announced reported confirmed added stated warned tweeted wrote "
    "declared statement interview reporters".split()
)
_LINKS = frozenset("on late early in last this the that , earlier by a".split())
_SINCE_REACH = 8
_SPOKE_REACH = 3
_SAME = ("same", "period")


@attrs.define
class Periods:
    """Finds the period of each count of an article, sentence by sentence in order."""

    view: Tokens
    dates: tuple[DateClaim, ...]
    _last: Interval | None = None
    _paragraph: int = -1

    def of(self, start: int, end: int, hit: Hit) -> Interval | None:
        """Return the period of a count.

        Args:
            start: index of the first token of its sentence.
            end: index of the token after the sentence.
            hit: its effect word.
        """
        own = self._own(start, end, hit.start)
        paragraph = self.view.text.rfind("\n", 0, self.view.starts[start])
        lower = self.view.lower[start:end]
        same = any(tuple(lower[i : i + 2]) == _SAME for i in range(len(lower) - 1))
        carried = self._last is not None and self._last.end is None and self._is_total(start, end)
        if own is None and (same or carried or paragraph == self._paragraph):
            own = self._last
        self._last, self._paragraph = own, paragraph
        return own

    def _is_total(self, start: int, end: int) -> bool:
        """Tell whether a sentence gives a running total, which goes on from the last "since"."""
        return "toll" in self.view.lower[start:end]

    def _own(self, start: int, end: int, at: int) -> Interval | None:
        """Return the period that the sentence itself names, the nearest to the effect word."""
        view = self.view
        first, last = view.starts[start], view.end(end - 1)
        best: tuple[int, int] | None = None
        found: Interval | None = None
        for date in self.dates:
            if not first <= date.span.start < last or date.interval is None:
                continue
            if date.type is TimexType.SET or date.value in (
                "PRESENT_REF",
                "FUTURE_REF",
                "PAST_REF",
            ):
                continue
            index = view.at(date.span.start)
            if date.interval.start is None or self._spoken(start, index):
                continue
            since = self._since(start, index)
            rank = (0 if since else 1, abs(index - at))
            if best is None or rank < best:
                best = rank
                found = Interval(date.interval.start, None) if since else date.interval
        return found

    def _since(self, start: int, index: int) -> bool:
        """Tell whether "since" governs the date at *index*, in its own clause."""
        lower = self.view.lower
        for before in range(index - 1, max(start, index - _SINCE_REACH) - 1, -1):
            if lower[before] == "since":
                return True
            if lower[before] in (",", ";", "(", ")"):
                return False
        return False

    def _spoken(self, start: int, index: int) -> bool:
        """Tell whether the date at *index* says when somebody spoke."""
        lower = self.view.lower
        before: Sequence[str] = lower[max(start, index - _SPOKE_REACH) : index]
        words = [word for word in before if word not in _LINKS]
        if words and words[-1] in _SPOKE:
            return True
        after = lower[index + 1 : index + 3]
        return bool(after) and after[0] in _SPOKE

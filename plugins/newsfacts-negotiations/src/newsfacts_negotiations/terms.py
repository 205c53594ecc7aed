"""The words that say what is asked, offered or agreed, by when, and when it happens."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from newsfacts import DateClaim, Interval, Span, Status, TimexType
from newsfacts.syntax import Syntax
from newsfacts.timeline import covered_time, governing_date
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.words import word_list

__all__ = ["Calendar", "terms"]

_WORDED = frozenset(
    {Event.CALL, Event.DEMAND, Event.OFFER, Event.AGREE, Event.REJECT, Event.THREATEN}
    | {Event.ENDORSE}
)
_LEADING = frozenset({"for", "on", "upon", "that", "of", "with"})
_LATE = frozenset({"late", "early"})
_LIMITS = frozenset({"by", "before", "within", "until", "till"})
_JUDGED = frozenset({Event.REJECT, Event.ENDORSE})
_QUOTES = frozenset({'"', "“", "”"})
_APART = frozenset({"while", "although", "though", "because", "whereas", "but"})
"""Words after which a date is no longer that of the act before."""
_LONGEST = 60
"""Tokens of terms, at most."""
_BACK = 5
"""Tokens between "before" and its date, at most: "before the fasting month of Ramadan"."""
_NEIGHBOURHOOD = 4_000
"""Code points around an act in which a date can govern it: a paragraph, generously."""


def terms(act: Act, reading: Syntax) -> Span | None:
    """Return the words that say what is asked, offered or agreed, None where none do."""
    if act.event not in _WORDED:
        return None
    view = reading.tokens
    last = min(view.sentence_range(act.head)[1], act.end + _LONGEST)
    start = act.group.end if act.group is not None else act.head + 1
    if act.event in (Event.CALL, Event.THREATEN) and act.object and act.object[0] >= start:
        start = act.object[1]
    while start < last and _leads(view.lower[start]):
        start += 1
    end, quoted = start, False
    while end < last and not _stops(reading, end, last, quoted=quoted):
        if view.lower[end] == "as" and act.event in _JUDGED:
            break  # "dismissed the plan as a trick"
        quoted ^= view.lower[end] in _QUOTES
        end += 1
    return view.span(start, end) if end > start else None


def _leads(word: str) -> bool:
    """Tell whether *word* stands before terms and is none of theirs: "agreed late Tuesday to"."""
    return word in _LEADING or word in _LATE or word in word_list("times")


def _stops(reading: Syntax, index: int, last: int, *, quoted: bool) -> bool:
    """Tell whether terms end at token *index*; a comma within a list of terms ends none.

    Nor does a quotation that began in them.
    """
    words = reading.tokens.lower
    word = words[index]
    if word == ",":
        return (
            index + 1 >= last
            or reading.tag(index + 1) not in ("DET", "CCONJ")
            or _new_clause(reading, index + 1, last)
        )
    if word in _QUOTES:
        opens = index + 1 < last and words[index - 1] not in (",", ":", ".")
        return not quoted and not (opens and word != "”")
    return word in word_list("reach_stops") or _goes_on(reading, index, last)


def _new_clause(reading: Syntax, index: int, last: int) -> bool:
    """Tell whether "and" begins a clause with a subject of its own: ", and the king flew home"."""
    at = index + (reading.tag(index) == "CCONJ")
    phrase = reading.noun_phrase(at) if at == index + 1 and at < last else None
    group = reading.verb_group(phrase[1]) if phrase and phrase[1] < last else None
    return group is not None and group.form == "finite" and group.start == (phrase or (0, 0))[1]


def _goes_on(reading: Syntax, index: int, last: int) -> bool:
    """Tell whether another act of the same subject follows: "and warned that ..."."""
    if reading.tokens.lower[index] not in ("and", "but") or index + 1 >= last:
        return False
    group = reading.verb_group(index + 1)
    inflected = group is not None and reading.tokens.lower[group.start] != group.lemma
    return group is not None and inflected and group.form == "finite"


@attrs.frozen
class Calendar:
    """Is the dates of an article, for the acts that they govern."""

    reading: Syntax
    dates: tuple[DateClaim, ...]
    starts: list[int]

    @classmethod
    def of(cls, reading: Syntax, dates: tuple[DateClaim, ...]) -> Calendar:
        """Return the calendar of an article with these *dates*."""
        ordered = tuple(sorted(dates, key=lambda date: (date.span.start, date.span.end)))
        return cls(reading, ordered, [date.span.start for date in ordered])

    def _around(self, low: int, high: int) -> tuple[DateClaim, ...]:
        return self.dates[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def interval(self, span: Span) -> Interval | None:
        """Return when the act of *span* happens, None where the text does not say."""
        near = self._around(span.start - _NEIGHBOURHOOD, span.end + _NEIGHBOURHOOD)
        names = [date for date in self._around(span.start, span.end) if self._names(date, span)]
        if names:
            near = tuple(date for date in near if date not in names)
        date = governing_date(self.reading.tokens, span, near) if near else None
        return None if date is None else covered_time(self.reading.tokens, date, span)

    def _names(self, date: DateClaim, span: Span) -> bool:
        """Tell whether a year in the act's words names what it is about: "the 2003 truce"."""
        view = self.reading.tokens
        if not (span.contains(date.span) and date.span.text.isdigit()):
            return False
        at = view.at(date.span.start)
        return (
            at + 1 < len(view)
            and self.reading.tag(at + 1) == "NOUN"
            and at > 0
            and view.lower[at - 1] in ("the", "a", "their", "its")
        )

    def deadline(self, act: Act, status: Status) -> Span | None:
        """Return the words that say by when *act* is to be done or answered."""
        if status is Status.ACTUAL and act.event not in _WORDED | {Event.NEGOTIATE}:
            return None
        view = self.reading.tokens
        last = min(view.sentence_range(act.head)[1], act.end + _LONGEST)
        for date in self._around(view.starts[act.start], view.end(last - 1)):
            first = view.at(date.span.start)
            if self._apart(act.end, first):
                break
            for index in range(first - 1, max(first - 1 - _BACK, act.head), -1):
                if view.lower[index] in _LIMITS:
                    if view.lower[index] == "by" and date.type is TimexType.DURATION:
                        break  # "extended by 90 days"
                    return Span(
                        view.starts[index],
                        date.span.end,
                        view.text[view.starts[index] : date.span.end],
                    )
                if self.reading.tag(index) in ("VERB", "AUX", "PUNCT"):
                    break
        return None

    def _apart(self, start: int, end: int) -> bool:
        """Tell whether another clause or act begins between two tokens."""
        lower = self.reading.tokens.lower
        return any(
            lower[at] in _APART or _goes_on(self.reading, at, end) for at in range(start, end)
        )

"""Which date governs a span of text, and the time that it gives: helpers for extractors.

A casualty or a negotiation is dated by the expression nearest to it in its own clause; else in its
sentence; else by the last one before it in its paragraph; else not at all. A date that belongs to
a verb of saying ("officials said Friday that ...") dates the saying and never what is said. A date
of another sentence dates only plain narration ("A shell hit the market. Nine people died."): it is
a day or so, not a year, and the clause has no time frame of its own ("could", "will", "has").

    date = governing_date(view, span, dates)
    interval = None if date is None else covered_time(view, date)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from newsfacts.claims import DateClaim, TimexType
from newsfacts.tokens import Tokens
from newsfacts.values import Interval, Span

__all__ = ["clause_range", "covered_time", "governing_date", "is_comparison", "since"]

_BOUNDARIES: Final = frozenset(
    ", ; : ( ) – — -- that which who whom whose when while where after before because although"
    " though whereas but if unless".split()
)
_BEFORE_DATE: Final = frozenset("on in at by late early since until from earlier later".split())
_SAYING: Final = frozenset(
    "said says say saying told tells announced reported added stated declared confirmed warned"
    " vowed quoted acknowledged insisted claimed noted posted tweeted wrote".split()
)
_FRAMES: Final = frozenset(
    "will would could may might shall should can must has have 'll ’ll to if".split()
)
"""What gives a clause a time of its own: another sentence's date is none of its business."""
_STARTING: Final = frozenset("began begun started erupted broke flared commenced launched".split())
_PERFECT: Final = frozenset(("has", "have"))
_SUPERLATIVES: Final = frozenset(
    "first worst most fewest deadliest bloodiest biggest largest heaviest highest lowest strongest"
    " longest gravest greatest fiercest".split()
)
_PAUSES: Final = frozenset((",", ";", "(", ")"))
_DASHES: Final = frozenset(("-", "--", "—", "–", "_", ":", ".-", ".--"))
"""What ends a dateline, which is a sentence of its own."""
_SINCE_REACH = 8
"""Tokens between "since" and its date."""
_COMPARED = 12
"""Tokens between a superlative and "since"."""
_NEAR_SINCE = 4
_SHORT = dt.timedelta(days=31)
_SINCE: Final = frozenset(("since", "from", "after", "following"))
_UNTIL: Final = frozenset(("until", "till", "through"))
_JOINING: Final = frozenset(("and", "but", "while", ";", ":"))
_REACH = 3
_CLAUSE = 200
"""Tokens on either side at which a clause is cut: an endless sentence must not cost its square."""
_PARAGRAPH = 20_000
"""Code points before a sentence in which the start of its paragraph is looked for."""


def governing_date(view: Tokens, span: Span, dates: Iterable[DateClaim]) -> DateClaim | None:
    """Return the date that governs *span*, None where the text gives none.

    Args:
        view: the tokens of the article.
        span: what is to be dated.
        dates: the article's dates, in the order of the text; those without an interval, and
            "now" and its like, govern nothing.
    """
    first, last = view.at(span.start), view.at(span.end - 1)
    sentence = view.sentence_range(first)
    low = view.starts[sentence[0]] if view.starts else 0
    paragraph = view.text.rfind("\n", max(0, low - _PARAGRAPH), low) + 1
    end = view.end(sentence[1] - 1) if sentence[1] else 0
    near: list[DateClaim] = []
    earlier: DateClaim | None = None
    for date in dates:
        start = date.span.start
        if start >= end:
            break
        if start < paragraph or not _dates(date) or _of_saying(view, date, span):
            continue
        if start >= low:
            if not is_comparison(view, date):
                near.append(date)
        elif _is_short(date) and not _of_dateline(view, date):
            earlier = date
    if len(near) == 1:
        return near[0]
    if not near and earlier is None:
        return None  # before the clause is looked for
    clause = clause_range(view, first, last)
    own = [date for date in near if clause[0] <= date.span.start < clause[1]]
    if near:
        joined = [date for date in near if not _of_next_clause(view, date, last)]
        return min(own or joined or near, key=lambda date: _distance(date.span, span))
    return None if _has_frame(view, clause) else earlier


def covered_time(view: Tokens, date: DateClaim, span: Span | None = None) -> Interval | None:
    """Return the time that *date* gives what it governs, its preposition read.

    "since May 10" runs from that day's start to no known end, "until Friday" ends with that day,
    "before Ramadan" as Ramadan starts; "before dawn on Friday" is on Friday. What has been going on
    in another clause since something began ("The fighting, which erupted on April 15, has killed
    700") runs from there, too.

    Args:
        view: the tokens of the article.
        date: one of its dates.
        span: what it governs, where that is to be told from the start of something else.
    """
    if date.interval is None or date.type is TimexType.DURATION:
        return date.interval
    for word in _words_before(view, date.span.start):
        if word in _SINCE:
            return Interval(date.interval.start, None)
        if word in _UNTIL:
            return Interval(None, date.interval.end)
        if word == "before":
            return Interval(_same_day(date), date.interval.start)
        if word in _STARTING and span is not None and _goes_on_elsewhere(view, date, span):
            return Interval(date.interval.start, None)
    return date.interval


def since(view: Tokens, date: DateClaim) -> int | None:
    """Return the index of the "since" that governs *date* in its own clause, None without one."""
    index = view.at(date.span.start)
    first = view.sentence_range(index)[0]
    for at in range(index - 1, max(first, index - _SINCE_REACH) - 1, -1):
        if view.lower[at] == "since":
            return at
        if view.lower[at] in _PAUSES:
            return None
    return None


def is_comparison(view: Tokens, date: DateClaim) -> bool:
    """Tell whether "since" and *date* only compare: "the deadliest raid since 2015"."""
    at = since(view, date)
    if at is None or view.at(date.span.start) - at > _NEAR_SINCE:
        return False  # "the third round since talks began in May": a clause of its own
    first = view.sentence_range(at)[0]
    for before in range(at - 1, max(first, at - _COMPARED) - 1, -1):
        if view.lower[before] in _PAUSES:
            return False
        if view.lower[before] in _SUPERLATIVES:
            return True
    return False


def clause_range(view: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the offsets of the clause that holds the tokens from *first* to *last*, both included.

    A clause ends, roughly, at punctuation and at the words that begin another; one without end is
    cut.
    """
    start, end = view.sentence_range(first)
    start, end = max(start, first - _CLAUSE), min(end, last + 1 + _CLAUSE)
    lower, low, high = view.lower, first, min(last + 1, end)
    while low > start and lower[low - 1] not in _BOUNDARIES:
        low -= 1
    while high < end and lower[high] not in _BOUNDARIES:
        high += 1
    return view.starts[low], view.end(high - 1)


def _same_day(date: DateClaim) -> dt.datetime | None:
    """Return midnight before a time of day, None where *date* is none."""
    start = None if date.interval is None else date.interval.start
    if date.type is not TimexType.TIME or not isinstance(start, dt.datetime):
        return None
    return start.replace(hour=0, minute=0, second=0, microsecond=0)


def _dates(date: DateClaim) -> bool:
    """Tell whether *date* is a time that something can have happened in."""
    return (
        date.interval is not None
        and date.type is not TimexType.SET
        and not date.value.endswith("_REF")
    )


def _of_next_clause(view: Tokens, date: DateClaim, last: int) -> bool:
    """Tell whether *date* stands in a clause of its own after token *last*: ", and in July 50"."""
    at = view.at(date.span.start)
    before = view.lower[max(0, at - _REACH) : at]
    return at > last and not _JOINING.isdisjoint(before)


def _of_dateline(view: Tokens, date: DateClaim) -> bool:
    """Tell whether *date* says when the article was sent: "OSLO, May 3 (AFP) - "."""
    _, end = view.sentence_range(view.at(date.span.start))
    return view.words[end - 1] in _DASHES


def _is_short(date: DateClaim) -> bool:
    """Tell whether *date* is a month at most: a year says too little to date another sentence."""
    if date.interval is None or date.interval.start is None or date.interval.end is None:
        return False
    start, end = (
        dt.date(bound.year, bound.month, bound.day)
        for bound in (date.interval.start, date.interval.end)
    )
    return end - start <= _SHORT


def _has_frame(view: Tokens, clause: tuple[int, int]) -> bool:
    """Tell whether the clause says by itself when it is: ahead, open, or up to now."""
    first, last = view.at(clause[0]), view.at(clause[1] - 1)
    return any(view.lower[at] in _FRAMES for at in range(first, last + 1))


def _goes_on_elsewhere(view: Tokens, date: DateClaim, span: Span) -> bool:
    """Tell whether *span* stands in another clause than *date*, one that is true up to now.

    Also in "the war that began in April has killed": the perfect stands between the two.
    """
    first, last = view.at(span.start), view.at(span.end - 1)
    if not _PERFECT.isdisjoint(view.lower[view.at(date.span.end - 1) : last]):
        return True
    low, high = clause_range(view, first, last)
    if low <= date.span.start < high:
        return False
    words = view.lower[view.at(low) : view.at(high - 1) + 1]
    return not _PERFECT.isdisjoint(words)


def _of_saying(view: Tokens, date: DateClaim, span: Span) -> bool:
    """Tell whether *date* belongs to a verb of saying, and *span* is not that verb's own."""
    if date.span.overlaps(span):
        return False
    before = _words_before(view, date.span.start)
    verb = next((word for word in before if word not in _BEFORE_DATE), "")
    return verb in _SAYING and not _verb_within(view, date, span)


def _verb_within(view: Tokens, date: DateClaim, span: Span) -> bool:
    """Tell whether *span* holds the verb right before *date*: then it is what the date dates."""
    index = view.at(date.span.start)
    return any(
        span.start <= view.starts[at] < span.end and view.lower[at] in _SAYING
        for at in range(max(0, index - _REACH), index)
    )


def _words_before(view: Tokens, offset: int) -> Iterator[str]:
    """Yield up to three words before *offset*, the nearest first, in its sentence."""
    index = view.at(offset)
    start = view.sentence_range(index)[0]
    for at in range(index - 1, max(start, index - _REACH) - 1, -1):
        yield view.lower[at]


def _distance(one: Span, other: Span) -> int:
    """Return how many code points lie between two spans; 0 where they touch or overlap."""
    return max(one.start - other.end, other.start - one.end, 0)

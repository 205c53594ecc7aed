"""The extractor `dates`: recognises temporal expressions and resolves them, one after another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Literal

import attrs

from newsfacts import Article, DateClaim, Note
from newsfacts.syntax import syntax
from newsfacts.tokens import Tokens
from newsfacts_dates import names
from newsfacts_dates.context import Context
from newsfacts_dates.direction import direction, lapsed
from newsfacts_dates.evidence import WHOLE_DAYS, contradicts, infer_published
from newsfacts_dates.grammar import Grammar, load, words_of
from newsfacts_dates.guards import in_capitals, stands
from newsfacts_dates.recognise import Found, recognise
from newsfacts_dates.resolve import resolve
from newsfacts_dates.slots import look_up

__all__ = ["Dates"]

_BEGINNINGS = frozenset(
    "began begun begin started erupted launched launch outbreak outset beginning start".split()
)
_SPANNING = frozenset(("to", "into", "through", "thru", "until", "till", "and", "or", "-", "–"))
_OF_WEEKDAYS = ("weekday", "weekday_early", "day_and_part")
_JOINED = {
    **dict.fromkeys(_OF_WEEKDAYS, _OF_WEEKDAYS),
    "month": ("month", "month_part", "month_year"),
}
"""For each rule those whose expression one of it can go on from: "November to March"."""
_LONGEST_JOINT = 2
"""Words between two days of a list: ", and"."""
_USUALLY = frozenset("usually typically normally traditionally customarily".split())
_NEAR_HABIT = 8
"""Words before a month among which its habit is told."""
_OF_ANY_YEAR = frozenset("month month_part month_day day_month quarter quarters season".split())
"""Rules whose expression has no year of its own."""
_AFTER_VERBS = frozenset("in on at to from for with this next".split())
_FULL_STOPS = frozenset((".", "!", "?", "''", '"', "”"))
_REACH = 6
_AFTER_DATELINE = frozenset("(-–—_")
_RELATIVE = frozenset("which who whom whose that".split())
_A_YEAR = len("2003")
_HEAD = 300
"""Code points of an article that can hold its dateline."""


def _readable(_: Dates, __: attrs.Attribute[Mapping[str, str]], table: Mapping[str, str]) -> None:
    for when in table.values():
        names.check(when)


@attrs.frozen
class Dates:
    """Finds every temporal expression of an article, and the time it stands for.

    Raises:
        ValueError: if an entry of *names* cannot be read.
    """

    date_order: Literal["MDY", "DMY"] = "MDY"
    """How 10/7/2023 reads."""
    names: Mapping[str, str] = attrs.field(factory=dict, validator=_readable)
    """Named times of the user's own, and when they are, as in data/names.toml."""
    infer_published: bool = False
    """Whether an article without a publication date may give it away itself."""

    @cached_property
    def _table(self) -> Mapping[str, str]:
        """All names, in lower case as the recogniser gives them, and when they are."""
        every = {**names.built_in(), **self.names}
        return {" ".join(words_of(name)).lower(): when for name, when in every.items()}

    @cached_property
    def _grammar(self) -> Grammar:
        return load(tuple(sorted({*names.built_in(), *self.names})))

    def __call__(self, article: Article, view: Tokens) -> Iterator[DateClaim | Note]:
        """Yield the dates, times, durations and sets of *article*, in the order of the text.

        Without a day of publication what counts from it stays unresolved, and a note says so.
        """
        context = Context(article.published_on, self.date_order, self._table)
        if context.published is None and self.infer_published:
            yield from _infer(list(self._found(view)), view, context)
        dated = False
        doubts: str | None = None
        open_ones = sentence_end = 0
        telling = _Telling()
        previous: tuple[int, DateClaim] | None = None
        for each in self._found(view):
            if each.start >= sentence_end:
                first, last = each.sentence
                context.day_before = context.day if first == sentence_end else None
                if telling.told:
                    telling.move_on(adjacent=first == sentence_end)
                context.day, sentence_end = None, last
            if each.rule.resolve == "ordinal_unit" and not dated:
                context.start, dated = _beginning(self._found(view), view, context), True
            context.since = _beginning_of_span(each, previous, view)
            if "month" in each.slots:
                context.told = telling.reach(each, view.words) if telling.told else None
            claim = _claim(each, view, context)
            if claim is None:
                continue
            previous = each.end, claim
            if "year" in each.slots and _opens(each):
                telling.take(each, claim.value)
            open_ones += claim.interval is None and claim.value.startswith("XXXX")
            if doubts is None and each.rule.name in WHOLE_DAYS:
                doubts = _doubt(each, claim, view, article.published_on)
            yield claim
        yield from _notes(doubts, 0 if context.published else open_ones)

    def _found(self, view: Tokens) -> Iterator[Found]:
        words = view.words
        return (
            each
            for each in recognise(view, self._grammar)
            if stands(each, words, sentence_start=each.start == each.sentence[0])
        )


def _notes(doubts: str | None, open_ones: int) -> Iterator[Note]:
    """Say why the day of publication may be wrong, and how many dates the lack of it leaves."""
    if doubts:
        yield Note("publication-date-doubtful", doubts)
    if open_ones:
        yield Note(
            "no-publication-date",
            f"the article has no publication date: what counts from it stays unresolved "
            f"({open_ones} of its dates)",
        )


@attrs.define
class _Telling:
    """Is a story that a sentence opens with the year of: "In March 2003, ... By mid-April ..."."""

    opening: str | None = None
    """The value of the date with a year that the sentence opens with."""
    opening_before: str | None = None
    """That of the sentence before it, where it has a month."""
    _end: int = 0
    """Index after the expression that the sentence opens with."""

    @property
    def told(self) -> bool:
        """Whether there is either."""
        return self.opening is not None or self.opening_before is not None

    def move_on(self, *, adjacent: bool) -> None:
        """Begin another sentence."""
        month = self.opening is not None and len(self.opening) > _A_YEAR
        self.opening_before = self.opening if adjacent and month else None
        self.opening = None

    def take(self, found: Found, value: str) -> None:
        """Keep *value* of *found*, which opens its sentence with a year."""
        if value[:1].isdigit():
            self.opening, self._end = value, found.end

    def reach(self, found: Found, words: Sequence[str]) -> str | None:
        """Return the date with a year that *found* goes on from, unless a relative clause has it.

        "In 2010 she founded the group, which in April sued": that April may be any.
        """
        if self.opening is None:
            return self.opening_before if _opens(found) else None
        return self.opening if _RELATIVE.isdisjoint(words[self._end : found.start]) else None


def _opens(found: Found) -> bool:
    return found.start - found.sentence[0] <= 1


def _beginning_of_span(
    found: Found, previous: tuple[int, DateClaim] | None, view: Tokens
) -> dt.date | None:
    """Return the day that *previous* begins on where "to" or "and" leads from it to *found*."""
    if previous is None or not 0 < found.start - previous[0] <= _LONGEST_JOINT:
        return None
    end, claim = previous
    covered = claim.interval
    if claim.rule == "weekdays_listed":
        joined = found.rule.name in ("weekday", "weekdays_listed")
        day = covered.start if joined and covered is not None else None
        return None if isinstance(day, dt.datetime) else day
    if found.start - end > 1:
        return None
    word = view.words[end].lower()
    joined = claim.rule in _JOINED.get(found.rule.name, ()) and word in _SPANNING
    day = covered.start if joined and covered is not None else None
    if isinstance(day, dt.datetime):
        day = day.date()
    weekday = found.slots.get("weekday")
    if day is None or not (weekday or "month" in found.slots):
        return None
    paired = word in ("and", "or") and weekday
    if paired and int(look_up(paired[0], "WEEKDAY")) != day.isoweekday() % 7 + 1:
        return None  # "Tuesday and Wednesday" follow each other, "Monday and Friday" need not
    return day


def _doubt(found: Found, claim: DateClaim, view: Tokens, published: dt.date | None) -> str | None:
    """Return why the day of publication may be wrong, None where *found* does not say so."""
    if published is None or not claim.value[:1].isdigit():
        return None
    if not contradicts(found, claim.value, published, dateline=_in_dateline(found, view)):
        return None
    return (
        f"the article is said to be of {published}, but has {claim.text!r} at {claim.span.start}:"
        f" what counts from publication may be wrong"
    )


def _in_dateline(found: Found, view: Tokens) -> bool:
    """Tell "ROME, March 3 (Wire) --" at the head of an article."""
    before, after = view.words[max(0, found.start - 2) : found.start], view.words[found.end :][:1]
    head = view.starts[found.start] < _HEAD and len(before) > 1 and before[1] == ","
    return head and before[0].isupper() and after[:1] != [] and after[0][:1] in _AFTER_DATELINE


def _infer(found: list[Found], view: Tokens, context: Context) -> Iterator[Note]:
    """Put the day of publication into *context* where the article's head gives it away."""
    head = [each for each in found if view.starts[each.start] < _HEAD]
    context.published = infer_published(head, found, context)
    if context.published is not None:
        yield Note(
            "publication-date-inferred",
            f"the article has no publication date; its own head gives {context.published}",
        )


def _place(found: Found, view: Tokens, context: Context) -> None:
    """Put into *context* what the text around *found* says."""
    words, start, end = view.words, found.start, found.end
    context.look = partial(_direction, view, found)
    context.lapsed = partial(lapsed, words, start, end, found.sentence)
    context.before = words[start - 1].lower() if start else ""
    context.after = words[end].lower() if end < len(words) else ""
    if found.rule.resolve == "named":
        context.owner = start > 0 and names.is_country(words[start - 1])


def _direction(view: Tokens, found: Found) -> Literal[-1, 0, 1]:
    if in_capitals(view.words, found.start, found.end):
        return direction(view.lower, found.start, found.end, found.sentence)
    is_present = partial(_is_present, view)
    return direction(view.words, found.start, found.end, found.sentence, is_present)


def _is_present(view: Tokens, at: int) -> bool:
    """Tell whether the word at *at* is a verb in the simple or progressive present."""
    group = syntax(view).verb_group(at)
    if group is None:
        return _only_verb(view, at)
    return group.tense == "present" and not group.perfect


def _only_verb(view: Tokens, at: int) -> bool:
    """Tell "the film opens in May", which reads as two nouns, as a sentence has to have a verb."""
    words = view.words
    first, last = view.sentence_range(at)
    before = words[at - 1] if at > first else ""
    after = words[at + 1] if at + 1 < last else ""
    likely = words[at].endswith("s") and before.isalpha()
    likely = likely and (after in _AFTER_VERBS or after.istitle())
    return likely and words[last - 1] in _FULL_STOPS and not syntax(view).verb_groups(first, last)


def _habitual(found: Found, view: Tokens) -> bool:
    """Tell the May of "is usually held in May" and "meets every year in May": no one year's."""
    words, start = view.words, found.start
    first = max(found.sentence[0], start - _NEAR_HABIT)
    before = words[first:start]
    if before[-3:-1] in (["every", "year"], ["each", "year"]) or before[-2:-1] == ["annually"]:
        return True
    if _USUALLY.isdisjoint(before):
        return False
    usually = next(index for index in range(start - 1, -1, -1) if words[index] in _USUALLY)
    verbs = syntax(view).verb_groups(max(found.sentence[0], usually - 1), start)
    # "The usually quiet town" has no verb beside it, "usually open until it was shut" another.
    return len(verbs) == 1 and verbs[0].start <= usually + 1


def _claim(found: Found, view: Tokens, context: Context) -> DateClaim | None:
    if found.rule.name in _OF_ANY_YEAR and _habitual(found, view):
        context = attrs.evolve(context, published=None)
    _place(found, view, context)
    meaning = resolve(found, context)
    if meaning is None:
        return None
    return DateClaim(
        span=view.span(found.start, found.end),
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        interval=meaning.interval,
        rule=found.rule.name,
    )


def _beginning(found: Iterable[Found], view: Tokens, context: Context) -> dt.date | None:
    """Return the day on which the article says that something began ("began on May 10")."""
    for each in found:
        before = view.words[max(0, each.start - _REACH) : each.start]
        if each.rule.name in ("month_day", "day_month") and _BEGINNINGS.intersection(before):
            trial = attrs.evolve(context)
            _place(each, view, trial)
            meaning = resolve(each, trial)
            covered = meaning.interval.start if meaning and meaning.interval else None
            if covered is not None:
                return covered
    return None

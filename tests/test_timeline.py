"""Which date governs what, on sentences made for it."""

import datetime as dt

import attrs
import pytest

from newsfacts import Article, DateClaim, Interval, Span, TimexType
from newsfacts.language import Reader
from newsfacts.timeline import clause_range, covered_time, governing_date
from newsfacts.tokens import Tokens, tokens

READER = Reader()
DAYS = {
    "Monday": dt.date(2024, 3, 4),
    "Tuesday": dt.date(2024, 3, 5),
    "Friday": dt.date(2024, 3, 8),
    "Sunday": dt.date(2024, 3, 10),
}


def read(text: str) -> tuple[Tokens, tuple[DateClaim, ...]]:
    article = Article(text)
    found = sorted((text.find(name), name) for name in DAYS if name in text)
    dates = tuple(
        DateClaim(
            span=article.span(start, start + len(name)),
            type=TimexType.DATE,
            value=DAYS[name].isoformat(),
            interval=Interval(DAYS[name], DAYS[name] + dt.timedelta(days=1)),
        )
        for start, name in found
    )
    return tokens(READER.read(text)), dates


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("Nine died on Monday, but four were freed on Tuesday.", "four", "Tuesday"),
        ("Nine died on Monday, but four were freed on Tuesday.", "Nine", "Monday"),
        ("On Monday, a shell killed nine people.", "nine people", "Monday"),
        ("Officials said Friday that nine people died.", "nine people", None),
        ("Officials said on Friday nine people died on Monday.", "nine people", "Monday"),
        ("Shells fell on Sunday. Nine people died.", "Nine people", "Sunday"),
        ("Shells fell on Sunday.\n\nNine people died.", "Nine people", None),
        ("Shells fell on Sunday. The toll could reach nine.", "nine", None),
        ("Shells fell on Sunday. The army will send nine men.", "nine men", None),
        ("Shells fell on Sunday. He has vowed revenge.", "revenge", None),
        ("Nine people died. Shells fell on Sunday.", "Nine people", None),
        ("Nobody knows when.", "Nobody", None),
        ("OSLO, Monday (AP) - Nine people died.", "Nine people", None),
        ("On Monday, in the first raid since Friday, nine died.", "nine", "Monday"),
        ("It was the first death of a general in the war since Friday, nine said.", "nine", None),
        ("Shells fell on Monday, and on Friday nine died.", "Shells", "Monday"),
        ("For the first time since talks began in Oslo on Friday, nine met.", "talks", "Friday"),
    ],
)
def test_governing_date(text: str, what: str, expected: str | None) -> None:
    view, dates = read(text)
    date = governing_date(view, span_of(text, what), dates)
    assert (date.text if date else None) == expected


def test_a_saying_is_dated_by_its_own_date() -> None:
    text = "Officials said Friday that nine people died."
    view, dates = read(text)
    date = governing_date(view, span_of(text, "Officials said"), dates)
    assert date is not None
    assert date.text == "Friday"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died on Monday.", Interval(dt.date(2024, 3, 4), dt.date(2024, 3, 5))),
        ("Nine have died since Monday.", Interval(dt.date(2024, 3, 4), None)),
        ("It holds until Monday.", Interval(None, dt.date(2024, 3, 5))),
        ("It must end before Monday.", Interval(None, dt.date(2024, 3, 4))),
    ],
)
def test_covered_time(text: str, expected: Interval) -> None:
    view, dates = read(text)
    assert covered_time(view, dates[0]) == expected


def test_before_a_time_of_day_is_on_that_day() -> None:
    text = "It struck before dawn on Monday."
    view, (date,) = read(text)
    midnight = dt.datetime(2024, 3, 4, tzinfo=dt.UTC)
    dawn, noon = midnight.replace(hour=6), midnight.replace(hour=12)
    time = attrs.evolve(date, type=TimexType.TIME, interval=Interval(dawn, noon))
    assert covered_time(view, time) == Interval(midnight, dawn)


def test_clause_range() -> None:
    text = "Nine died on Monday, but four were freed."
    view, _ = read(text)
    start, end = clause_range(view, 0, 0)
    assert text[start:end] == "Nine died on Monday"


def test_a_clause_without_end_is_cut() -> None:
    text = "nine " * 2000
    view, _ = read(text)
    start, end = clause_range(view, 1000, 1000)
    assert view.starts[500] < start < view.starts[1000] < end < view.starts[1500]


def test_a_date_that_is_none_governs_nothing() -> None:
    text = "Nine people have now died."
    view, _ = read(text)
    start = text.index("now")
    now = DateClaim(
        span=Span(start, start + 3, "now"), type=TimexType.DATE, value="PRESENT_REF",
        interval=Interval(dt.date(2024, 3, 4), dt.date(2024, 3, 5)),
    )  # fmt: skip
    assert governing_date(view, span_of(text, "Nine"), (now,)) is None


def test_a_year_dates_no_other_sentence() -> None:
    text = "Rebels left on Sunday. Nine people died."
    view, (date,) = read(text)
    year = Interval(dt.date(2019, 1, 1), dt.date(2020, 1, 1))
    span = span_of(text, "Nine people")
    assert governing_date(view, span, [date]) is date
    assert governing_date(view, span, [attrs.evolve(date, interval=year)]) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The fighting, which erupted on Monday, has killed nine.", None),
        ("The fighting erupted on Monday and killed nine.", dt.date(2024, 3, 5)),
        ("The rebels have said that nine talks began on Monday.", dt.date(2024, 3, 5)),
    ],
)
def test_what_has_gone_on_since_something_began_is_open(text: str, end: dt.date | None) -> None:
    view, (date,) = read(text)
    assert covered_time(view, date, span_of(text, "nine")) == Interval(dt.date(2024, 3, 4), end)

"""What the words around an expression do: the sentence before, capitals, how long and how often."""

import datetime as dt

import pytest

from newsfacts import Interval, Note, TimexType
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates.extract import Dates
from newsfacts_dates.grammar import load
from newsfacts_dates.recognise import recognise

WEDNESDAY = dt.date(2024, 3, 6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left late on Friday. Shots fell at 11 pm.", "2024-03-01T23:00"),
        ("They left on Friday. Shots fell at 11 pm (2200 GMT).", "2024-03-01T23:00+01:00"),
        ("They left on Friday. Nobody spoke. Shots fell at 11 pm.", "2024-03-06T23:00"),
        ("They met on May 3, 2019. Shots fell at 11 pm.", "2019-05-03T23:00"),
        ("They met on May 3, 2019. Doors will open at 11 pm.", "2024-03-06T23:00"),
        ("They left on Friday. On Monday shots fell at 11 pm.", "2024-03-04T23:00"),
    ],
)
def test_a_bare_time_is_of_the_day_just_named(read, text: str, value: str) -> None:
    assert read(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE POLICE SAID TODAY THAT THEY LEFT LAST WEEK.", ["2024-03-06", "2024-W09"]),
        ("TALKS WILL RESUME FRIDAY IN THE CAPITAL.", ["2024-03-08"]),
        ("THE REBELS ATTACKED THE TOWN ON FRIDAY AND LEFT.", ["2024-03-01"]),
        ("THE TRUCE ENDS BEFORE RAMADAN THIS YEAR.", ["2024-03-11/2024-04-09", "2024"]),
        ("THE FARMERS LEFT IN THE 1990S ON THE 1ST OF MAY.", ["199", "2024-05-01"]),
        ("THE MARCH WENT ON AND WE MAY JOIN IT.", []),
        ("HE TOLD USA TODAY SO.", []),
        ("SAINT-LOUIS, 13 JAN 90 (WIRE) -- NOBODY CAME.", ["1990-01-13"]),
        ("ON 13 JANUARY 90 PEOPLE CAME.", ["2024-01-13"]),
    ],
)
def test_texts_in_capitals(read, text: str, expected: list[str]) -> None:
    assert [claim.value for claim in read(text)] == expected


@pytest.mark.parametrize("word", ["1ST", "2Nd", "90S", "1990S", "7.30PM", "MID-1990S", "Q1", "mAy"])
def test_any_case_has_a_code(read, word: str) -> None:
    read(f"It was {word} then, in {word} of May.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The truce follows a week of talks.", TimexType.DURATION),
        ("It ended a week after the vote.", TimexType.DURATION),
        ("It costs $3 a week to run.", TimexType.SET),
        ("They make dozens of calls a week.", TimexType.SET),
    ],
)
def test_how_long_or_how_often(read, text: str, kind: TimexType) -> None:
    (claim,) = read(text)
    assert (claim.text, claim.type) == ("a week", kind)


def test_within_is_ahead_only_where_the_verb_is(read) -> None:
    (past,) = read("Earlier truces have been broken within hours.")
    (ahead,) = read("The aid will arrive within hours.")
    assert read("An envoy predicted a deal within hours.")[0].interval == ahead.interval
    assert (past.value, past.interval) == ("PTXH", None)
    assert (ahead.value, ahead.interval) == ("PTXH", Interval(WEDNESDAY, None))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Efforts to hold a vote in October collapsed when they failed.", "2023-10"),
        ("He is trying to win in October, aides told reporters.", "2024-10"),
    ],
)
def test_the_finite_verb_decides(read, text: str, value: str) -> None:
    assert [claim.value for claim in read(text)] == [value]


def test_known_attacks_are_of_their_year_in_news_from_then_on(read) -> None:
    text = "The law passed after the Sept. 11 attacks."
    assert [claim.value for claim in read(text)] == ["2001-09-11"]
    assert [claim.value for claim in read(text, dt.date(1999, 3, 6))] == ["1998-09-11"]
    (claim,) = read("The Sept. 11 attack on the post killed two.")
    assert claim.value == "2023-09-11"


def test_a_cable_gives_away_its_day(read) -> None:
    text = "QUITO, 13 JAN 90 (WIRE) -- THE POLICE LEFT ON FRIDAY."
    claims = read(text, None, Dates(infer_published=True))
    assert [claim.value for claim in claims] == ["1990-01-13", "1990-01-12"]


def test_an_expression_met_again_is_not_read_again() -> None:
    grammar = load(("A Feast Of This Test",))
    view = tokens(Reader().read("They met on May 3, 2019. " * 40))
    found = list(recognise(view, grammar))
    assert len(found) == 40
    assert len({id(each.slots) for each in found}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In this Dec. 13, 2018 photo he waves.", [("Dec. 13, 2018", "2018-12-13")]),
        ("In this March 2018 photo he waves.", [("March 2018", "2018-03")]),
        ("He was held this past Nov. 1 in Rome.", [("this past Nov. 1", "2023-11-01")]),
        ("It is due this coming August.", [("this coming August", "2024-08")]),
        ("He was hurt in a June fight.", [("June", "2023-06")]),
        ("A June Carter song and a March for Life came first.", []),
        ("Two died in the past day alone.", [("the past day", "P1D")]),
        ("Few came in the past two meetings.", []),
        ("Nine died over Labor Day weekend.", [("Labor Day weekend", "2023-W35-WE")]),
        ("It closes by the end of summer.", [("the end of summer", "2024-SU")]),
        (
            "He said 2016 has been hard, far above 2005 levels.",
            [("2016", "2016"), ("2005", "2005")],
        ),
        ("About 2016 houses fell, and about 1990 people left.", []),
        ("She had left hours earlier.", [("hours earlier", "PTXH")]),
        ("It may end in the next couple days.", [("the next couple days", "P2D")]),
        ("More fell than in previous years.", [("previous years", "PXY")]),
        ("Nine enter Malta annually.", [("annually", "P1Y")]),
        ("They met with the Granma daily.", []),
        ("Two fell in the 1900 block of Elm Street.", []),
        ("He stood in the mid-30s, far from the 20s.", []),
        ("They met in the '30s and the late 60s.", [("the '30s", "193"), ("the late 60s", "196")]),
        ("A song by Kelsey Noon went on till noon.", [("noon", "2024-03-06T12:00")]),
        ("He came at Christmas of last year.", [("Christmas of last year", "2023-12-25")]),
        ("It boomed in the early 1980's.", [("the early 1980's", "198")]),
        ("It boomed in the mid-1990’s.", [("the mid-1990’s", "199")]),
        ("Best of all was 1990's gain.", [("1990", "1990")]),
        ("Call 313-222-2027 or (313) 222-2027.", []),
        ("Prices fell in the winter.", [("the winter", "2023-WI")]),
        ("Prices will fall in the winter.", [("the winter", "2024-WI")]),
        ("Two 17-year-olds and three six-year olds left.", []),
        ("They meet every once in a while, and talk for a while.", [("a while", "PXX")]),
    ],
)
def test_what_the_words_at_an_expression_make_of_it(
    read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(claim.span.text, claim.value) for claim in read(text)] == expected


def test_a_weekend_of_a_feast_without_publication_date(read) -> None:
    (claim,) = read("Nine died over Labor Day weekend.", None)
    assert claim.value == "XXXX-WXX-WE"


def test_the_latest_quarter_is_over(read) -> None:
    text = "It expects a loss in the fourth quarter. Sales fell in the latest quarter."
    assert [claim.value for claim in read(text, dt.date(2023, 11, 2))][-1] == "2023-Q3"
    text = "Sales fell in the second quarter. In the latest quarter Rome paid more."
    assert [claim.value for claim in read(text, dt.date(2023, 11, 2))][-1] == "2023-Q2"


def test_a_span_of_weekdays_ends_after_it_begins(read) -> None:
    assert [claim.value for claim in read("It was shut from Thursday to Sunday.")] == [
        "2024-02-29", "2024-03-03"
    ]  # fmt: skip
    assert [claim.value for claim in read("It will be shut Monday through Friday.")] == [
        "2024-03-11", "2024-03-15"
    ]  # fmt: skip
    assert [claim.value for claim in read("It was shut on Monday and Friday.")] == [
        "2024-03-04", "2024-03-01"
    ]  # fmt: skip


def test_words_after_a_match_are_read_anew(read) -> None:
    text = "It grew in the quarter ended {} alone."
    assert [read(text.format(day))[0].value for day in ("Dec. 31", "Sept. 29", "Jan. 2")] == [
        "2023-Q4", "2023-Q3", "2023-Q4"
    ]  # fmt: skip


def test_the_early_hours_are_the_start_of_the_day(read) -> None:
    (claim,) = read("They struck in the early hours of Friday without warning.")
    assert (claim.text, claim.value, claim.mod) == ("Friday", "2024-03-01", "START")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("ROME, March 4 (Wire) -- They met on Tuesday.", dt.date(2024, 3, 6), 1),
        ("ROME, March 5 (Wire) -- They met on Tuesday.", dt.date(2024, 3, 6), 0),
        ("They met in Rome, March 4 (a Monday) being free.", dt.date(2024, 3, 6), 0),
        ("He died on Friday, March 5, at home.", dt.date(2024, 3, 6), 1),
        ("He died on Friday, March 5, 2024, at home.", dt.date(2024, 3, 6), 0),
        ("He died on Friday, Oct. 23, at home.", dt.date(1999, 10, 24), 0),
    ],
)
def test_a_date_that_cannot_be_casts_doubt_on_publication(
    extract, text: str, published: dt.date, expected: int
) -> None:
    notes = [each.code for each in extract(text, published) if isinstance(each, Note)]
    assert notes == ["publication-date-doubtful"] * expected


def test_a_weekday_tells_the_year_of_its_date(read) -> None:
    (claim,) = read("He died on Friday, Oct. 23, at home.", dt.date(1999, 10, 24))
    assert claim.value == "1998-10-23"

"""Lists of days, habits of the calendar, and the wordings of British and Indian newsrooms."""

import datetime as dt

import pytest


@pytest.fixture
def today() -> dt.date:
    """Return the Wednesday on which these texts are published."""
    return dt.date(2013, 3, 20)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They marched on Monday, Tuesday and Thursday.", ["03-11", "03-12", "03-14"]),
        ("He met them on Monday, Wednesday, and Friday.", ["03-11", "03-13", "03-15"]),
        ("Voting will be held on Monday, Tuesday and Thursday.", ["03-25", "03-26", "03-28"]),
        ("Talks will be held on Saturday, Sunday or Monday.", ["03-23", "03-24", "03-25"]),
        ("They were seen on Monday and Friday.", ["03-18", "03-15"]),
        ("Four were held on 3, 4 and 5 March.", ["03-03", "03-04", "03-05"]),
        ("Four were held on 3, 4, and 5 March.", ["03-03", "03-04", "03-05"]),
        ("Four were held on March 3, 4 and 5.", ["03-03", "03-04", "03-05"]),
    ],
)
def test_days_of_a_list_follow_each_other(told, text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == [f"2013-{value}" for value in values]


def test_days_of_a_list_stay_open_without_publication(told) -> None:
    values = [value for _, value in told("They marched on Monday, Tuesday and Friday.", None)]
    assert values == ["XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty people were killed in April and May.", ["2012-04", "2012-05"]),
        ("They decided in January to admit them in April.", ["2013-01", "2013-04"]),
        ("The show will run in April and May.", ["2013-04", "2013-05"]),
        ("The shop is to stay closed until at least June.", ["2013-06"]),
        ("It was shut until at least June.", ["2013-06"]),
        ("Gold for May delivery fell.", ["2013-05"]),
        ("Oil for February delivery rose.", ["2014-02"]),
        ("They were freed in Nov '11.", ["2011-11"]),
        ("He won in 2005. Two years earlier he had lost.", ["2005", "2003"]),
        ("He won in 2005. A year earlier he had lost.", ["2005", "2004"]),
        ("Sales rose from 2012. A year earlier they fell.", ["2012", "2012"]),
        ("The group was founded three years earlier.", ["2010"]),
        ("No king had been crowned since 1415.", ["1415"]),
        ("The suspect weighed 1415 pounds.", []),
        ("The shops were shut on May Day.", ["2013-05-01"]),
    ],
)
def test_months_and_years(told, text: str, expected: list[str]) -> None:
    assert [value for _, value in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sale is usually held in May.", [("May", "XXXX-05")]),
        ("The rains normally begin in June.", [("June", "XXXX-06")]),
        ("The feast is held annually in May.", [("annually", "P1Y"), ("May", "XXXX-05")]),
        (
            "Sales typically fall in the first and second quarters.",
            [("the first", "XXXX-Q1"), ("second quarters", "XXXX-Q2")],
        ),
        ("The normally quiet town was hit in January.", [("January", "2013-01")]),
        ("It was usually open until it was shut in January.", [("January", "2013-01")]),
    ],
)
def test_what_is_usual_is_of_no_one_year(told, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_what_is_usual_is_not_remembered(told) -> None:
    text = "It was shut in May 2011. The sale is usually held in March. It opened that year."
    assert told(text)[-1] == ("that year", "2011")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He appears in court a week on Friday.", [("a week on Friday", "2013-03-29")]),
        ("They meet again two weeks on Sunday.", [("two weeks on Sunday", "2013-04-07")]),
        ("They meet again Tuesday week.", [("Tuesday week", "2013-04-02")]),
        ("The inquest opens a week tomorrow.", [("a week tomorrow", "2013-03-28")]),
        ("He was held for a week on Friday.", [("a week", "P1W"), ("Friday", "2013-03-15")]),
        ("They met twice a week on Friday.", [("twice a week", "P1W"), ("Friday", "2013-03-15")]),
        ("She left at half past nine.", [("half past nine", "2013-03-20T09:30")]),
        (
            "She left at a quarter to six in the evening.",
            [("a quarter to six in the evening", "2013-03-20T17:45")],
        ),
        (
            "She left at half past four on Tuesday.",
            [("half past four on Tuesday", "2013-03-19T04:30")],
        ),
        ("They landed at 1400hrs on Monday.", [("1400hrs on Monday", "2013-03-18T14:00")]),
        ("The order of the 26th ultimo was set aside.", [("the 26th ultimo", "2013-02-26")]),
        ("He died on March the 5th.", [("March the 5th", "2013-03-05")]),
        ("She vanished on 21 March last year.", [("21 March last year", "2012-03-21")]),
        ("Profit rose in H2 on higher prices.", [("H2", "2012-H2")]),
        ("Profit will rise in H2 on higher prices.", [("H2", "2013-H2")]),
        ("Blockers of H2 receptors help.", []),
        ("Nowadays few come.", [("Nowadays", "PRESENT_REF")]),
        ("She left the other day.", [("the other day", "PAST_REF")]),
        ("By this time next year it will be dry.", [("this time next year", "2014")]),
        ("In the year since, nothing changed.", [("the year", "P1Y")]),
        ("A half-hour later it was over.", [("A half-hour later", "XXXX-XX-XX")]),
        ("They met on Saturday last.", [("Saturday last", "2013-03-16")]),
        ("They will meet on Monday next.", [("Monday next", "2013-03-25")]),
        ("They left at 12 noon.", [("12 noon", "2013-03-20T12:00")]),
        ("They left at 21h30.", [("21h30", "2013-03-20T21:30")]),
        ("It was held for a further two weeks.", [("a further two weeks", "P2W")]),
        ("It takes another three months.", [("another three months", "P3M")]),
        ("The 9/11 attacks changed it.", [("9/11", "2001-09-11")]),
        ("The 9/11 Commission said so.", []),
        (
            "Sales fell in the second and third quarters of 2012.",
            [("the second", "2012-Q2"), ("third quarters of 2012", "2012-Q3")],
        ),
    ],
)
def test_wordings_of_newsrooms(told, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_what_was_read_before_changes_nothing(told) -> None:
    pair = "Forty people were killed in April and May."
    before = told(pair)
    told("The talks ended in April.")
    assert told(pair) == before

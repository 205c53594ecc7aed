"""Plans and what became of them: which way a weekday, month or season lies, read on a Sunday."""

import datetime as dt

import pytest


@pytest.fixture
def today() -> dt.date:
    """Return the Sunday on which these texts are published."""
    return dt.date(2016, 4, 17)


@pytest.mark.parametrize(
    "text",
    [
        "A rally planned for Saturday was called off after the blast.",
        "The ferry was due back on Saturday.",
        "The group planned to march on Saturday.",
        "The pair were to meet on Saturday.",
        "She was hoping to speak on Saturday.",
        "He decided to walk home on Saturday.",
    ],
)
def test_the_day_of_a_lapsed_plan_is_the_nearer_one(told, text: str) -> None:
    assert told(text) == [("Saturday", "2016-04-16")]


@pytest.mark.parametrize(
    "text",
    [
        "A rally is planned for Saturday.",
        "The ferry is due back on Saturday.",
        "The group plans to march on Saturday.",
        "The pair will meet on Saturday.",
    ],
)
def test_the_day_of_a_plan_that_stands_lies_ahead(told, text: str) -> None:
    assert told(text) == [("Saturday", "2016-04-23")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The plant was due to open in January.", "2016-01"),
        ("The plant was due to open in July.", "2016-07"),
        ("The plant is due to open in January.", "2017-01"),
        ("A judge had urged them to hand it over by Jan. 30.", "2016-01-30"),
        ("A judge has urged them to hand it over by Jan. 30.", "2017-01-30"),
    ],
)
def test_the_month_of_a_lapsed_plan_is_the_nearer_one(told, text: str, value: str) -> None:
    assert [each for _, each in told(text)] == [value]


def test_the_day_of_a_past_plan_lies_ahead_where_that_is_nearer(told) -> None:
    assert told("The ferry was due back on Tuesday.") == [("Tuesday", "2016-04-19")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Before Monday's deadly shooting, crowds had gathered.", "2016-04-11"),
        ("The court will review Monday's ruling.", "2016-04-11"),
        ("Monday's ruling will make things worse.", "2016-04-11"),
        ("Before Monday's vote, crowds had gathered.", "2016-04-18"),
        ("Monday's debate in Paris will be her first.", "2016-04-18"),
        ("The advert will air during Monday's film.", "2016-04-18"),
        ("Monday's debate in Paris was her first.", "2016-04-11"),
        ("She told them Monday's debate would be her last.", "2016-04-18"),
    ],
)
def test_what_has_a_day_says_whether_it_has_been(told, text: str, value: str) -> None:
    assert told(text) == [("Monday", value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor called a meeting for Monday.", ("Monday", "2016-04-18")),
        ("The firm paid the crew for Monday.", ("Monday", "2016-04-11")),
        ("On Monday members of the club she founded will march.", ("Monday", "2016-04-18")),
        ("On Monday members of the club she founded marched.", ("Monday", "2016-04-11")),
        ("Showers are likely from Tuesday.", ("Tuesday", "2016-04-19")),
        ("The picture is from Tuesday.", ("Tuesday", "2016-04-12")),
        ("Suspect turns himself in on Tuesday.", ("Tuesday", "2016-04-12")),
        ("The queen turns 90 on Thursday.", ("Thursday", "2016-04-21")),
        ("The film opens in cinemas in May.", ("May", "2016-05")),
        ("The film opened in cinemas in June.", ("June", "2015-06")),
        ("He was held for failing to appear in June.", ("June", "2015-06")),
        ("He killed two men in the fall.", ("the fall", "2015-FA")),
        ("He will be tried in the fall.", ("the fall", "2016-FA")),
        ("This winter was mild.", ("This winter", "2016-WI")),
        ("Voting in the north starts Saturday.", ("Saturday", "2016-04-23")),
        ("She is a hopeful in the June election.", ("June", "2016-06")),
        ("She is a hopeful in the December election.", ("December", "2015-12")),
        ("She was a hopeful in the June election.", ("June", "2015-06")),
    ],
)
def test_verbs_that_say_which_way(told, text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


def test_this_winter_is_the_last_one_up_to_march(told) -> None:
    assert told("This winter was mild.", dt.date(2016, 3, 29)) == [("This winter", "2015-WI")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Rain is likely from late Monday into early Tuesday.",
            ["2016-04-18 END", "2016-04-19 START"],
        ),
        (
            "Shops will shut from Monday night to Tuesday morning.",
            ["2016-04-18TNI", "2016-04-19TMO"],
        ),
        ("Shells fell from Friday night until Saturday.", ["2016-04-15TNI", "2016-04-16"]),
    ],
)
def test_a_span_from_day_to_day(told, text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The pact was signed in June 1992. By the end of that year it was void.",
            ("the end of that year", "1992 END"),
        ),
        ("He fell ill on 3 May 2012. Hours later, he died.", ("Hours later", "PTXH")),
        ("He fell ill on 3 May 2012. A few days later, he died.", ("A few days later", "PXD")),
        ("He died on 3 May 2012; weeks earlier he had wed.", ("weeks earlier", "PXW")),
        ("He fell on 3 May 2012. He had wed years ago.", ("years ago", "PAST_REF")),
        (
            "He fell on 3 May 2012. Two years and five months later he died.",
            ("Two years and five months later", "2014-10"),
        ),
        (
            "He fell on 3 May 2012. Two years and a month earlier he had wed.",
            ("Two years and a month earlier", "2010-04"),
        ),
    ],
)
def test_what_counts_from_the_text(told, text: str, expected: tuple[str, str]) -> None:
    assert told(text)[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In March 2003 they came. By mid-April they held the capital.", "2003-04 MID"),
        ("On 20 March 2003 they came. On 9 April a statue fell.", "2003-04-09"),
        ("In November 2002 they came. In May they left.", "2003-05"),
        ("In 1994 he won the vote in May.", "1994-05"),
        ("In March 2003 they came. In May they will leave.", "2016-05"),
        ("They came in March 2003. In January they left.", "2016-01"),
        ("In 2003 they came. In January they left.", "2016-01"),
        ("In 2003 they founded a club, which in January sued them.", "2016-01"),
        ("In March 2003 they came. They said in January that they left.", "2016-01"),
        ("In March 2003 they came. Nobody spoke. In January they left.", "2016-01"),
    ],
)
def test_a_story_that_opens_with_a_year_goes_on_from_it(told, text: str, value: str) -> None:
    assert told(text)[-1][1] == value


def test_a_quarter_of_the_year_is_one_expression(told) -> None:
    claims = told("Sales fell in the first quarter of the year.")
    assert claims == [("the first quarter of the year", "2016-Q1")]
    claims = told("Sales fell in the first quarter of the year 2012.")
    assert claims == [("the first quarter of the year 2012", "2012-Q1")]


def test_a_hospital_is_no_time_of_day(told) -> None:
    assert told("She died at Sunrise Hospital.") == []
    assert told("SHELLS FALL AT DAWN") == [("DAWN", "2016-04-17TMO")]
    assert told("Shells Fall at Dawn on Friday")[0][1] == "2016-04-15TMO"
    assert told("She died at sunrise.") == [("sunrise", "2016-04-17TMO")]

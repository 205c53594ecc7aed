"""Wordings of news agencies: what is scheduled, comparisons with a year ago, rates, titles."""

import datetime as dt

import pytest


@pytest.fixture
def today() -> dt.date:
    """Return the Wednesday on which these texts are published."""
    return dt.date(2013, 5, 8)


@pytest.mark.parametrize(
    "text",
    [
        "The court resumes on Friday in the capital.",
        "Talks resume Friday in Doha, the ministry said.",
        "The exhibition opens on Friday.",
        "The deadline for bids is Friday.",
        "A vote is likely on Friday.",
        "The two leaders meet on Friday in Paris.",
        "Voters go to the polls on Friday.",
        "She is flying to Rome on Friday.",
        "The government must decide by Friday.",
        "Banks will stay shut until Friday to stop a run.",
        "Rain is forecast for Friday.",
    ],
)
def test_a_scheduled_present_looks_ahead(told, text: str) -> None:
    assert told(text) == [("Friday", "2013-05-10")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Friday the minister, who quit in a huff, will fly to Rome.", "2013-05-10"),
        ("On Friday the group that she founded will march.", "2013-05-10"),
        ("On Friday lawmakers who opposed it rejected a bill that will cut taxes.", "2013-05-03"),
        ("On Friday a man who will be tried soon fled.", "2013-05-03"),
        ("On Friday she told reporters that he will leave.", "2013-05-03"),
    ],
)
def test_what_opens_a_sentence_looks_as_its_main_verb(told, text: str, value: str) -> None:
    assert told(text) == [("Friday", value)]


@pytest.mark.parametrize(
    "text",
    [
        "The toll has risen since the quake on Friday.",
        "Police are looking for a man who shot two people on Friday.",
        "She remains in hospital after the attack on Friday.",
        "Officials say the blast on Friday was an accident.",
        "The attack on Friday is the worst in a generation.",
        "The shops stayed shut on Friday.",
        "They shut the road on Friday.",
        "The guests had to go by Friday.",
    ],
)
def test_other_presents_look_back(told, text: str) -> None:
    assert told(text) == [("Friday", "2013-05-03")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met last Tuesday.", "2013-04-30"),
        ("They met last Friday.", "2013-05-03"),
        ("They will meet next Thursday.", "2013-05-16"),
        ("They will meet next Friday.", "2013-05-10"),
    ],
)
def test_yesterday_and_tomorrow_are_no_last_and_next_weekday(told, text: str, value: str) -> None:
    assert [found for _, found in told(text)] == [value]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "In March exports rose 4% from the same month last year.",
            ("the same month last year", "2012-03"),
        ),
        (
            "Exports rose in March 2011 from the same month a year earlier.",
            ("the same month a year earlier", "2010-03"),
        ),
        (
            "First-quarter profit beat that of the same period of 2011.",
            ("the same period of 2011", "2011-Q1"),
        ),
        (
            "Net rose from the corresponding period last year.",
            ("the corresponding period last year", "2012"),
        ),
        ("Nobody came at this time last year.", ("this time last year", "2012")),
        (
            "The first quarter was better than the quarter a year ago.",
            ("the quarter a year ago", "2012-Q1"),
        ),
        ("Fourth-quarter profit rose from a loss a year ago.", ("a year ago", "2011-Q4")),
        ("Profit fell in the first quarter of 2012, a year ago.", ("a year ago", "2012-Q1")),
        (
            "Fourth-quarter profit rose from a year-ago loss.",
            ("year-ago", "2011-Q4"),
        ),
        (
            "It may grow in the third quarter of 2014. It fell in the year-ago period.",
            ("the year-ago period", "2012"),
        ),
        (
            "In the last six months of 2011 they lost money.",
            ("the last six months of 2011", "2011-H2"),
        ),
        (
            "In the first two quarters of this year they lost money.",
            ("the first two quarters of this year", "2013-H1"),
        ),
    ],
)
def test_comparisons_with_a_year_ago(told, text: str, last: tuple[str, str]) -> None:
    assert told(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 32 C in the shade, 24 hours a day.", [("24 hours a day", "P1D")]),
        ("They were married for 40-plus years.", [("40-plus years", "P40Y MORE_THAN")]),
        ("It lasted 2½ hours.", [("2½ hours", "PT2.5H")]),
        ("It lasted 2 1/2 hours.", [("2 1/2 hours", "PT2.5H")]),
        ("The deal would last four years.", [("four years", "P4Y")]),
        ("In the last four years he lost.", [("the last four years", "P4Y")]),
        ("The plant opened a year later than planned.", [("a year", "P1Y")]),
        ("It ended a months-long dispute.", [("months-long", "PXM")]),
        ("In the days that followed they fled.", [("days", "PXD")]),
        ("He left in the early morning hours that they dread.", []),
        ("The poll came just one day after the debate.", [("one day", "P1D")]),
        ("The album comes out in the fall.", [("the fall", "2013-FA")]),
        ("The fall of the city shook them.", []),
        ("They will meet this Friday morning.", [("this Friday morning", "2013-05-10TMO")]),
        ("They left at dawn on 3 May.", [("dawn on 3 May", "2013-05-03TMO")]),
        ("It was the dawn of an era.", []),
        ("He got two years and six months.", [("two years and six months", "P2Y6M")]),
        ("It took two days and three hours.", [("two days and three hours", "P2DT3H")]),
        ("It took 1 hour 20 minutes.", [("1 hour 20 minutes", "PT1H20M")]),
        ("He left moments ago.", [("moments ago", "PAST_REF")]),
        ("The minutes of the meeting were read.", []),
        ("He fled within minutes of the blast.", [("minutes", "PTXM")]),
        ("He was home on Tuesday around 5 p.m.", [("Tuesday around 5 p.m.", "2013-05-07T17:00")]),
        ("The war of 1990-91 cost less.", [("1990-91", "1990/1991")]),
        ("He spoke to them this weekend.", [("this weekend", "2013-W18-WE")]),
        ("He will speak to them this weekend.", [("this weekend", "2013-W19-WE")]),
        ("It began a half-century ago.", [("a half-century ago", "196")]),
        (
            "They aired a tape on Monday of last week's blast.",
            [("Monday", "2013-05-06"), ("last week", "2013-W18")],
        ),
        ("He earns $90 a day.", [("a day", "P1D")]),
        ("She was an hour away.", [("an hour", "PT1H")]),
        ("It began ten years ago last month.", [("ten years ago last month", "2003-04")]),
    ],
)  # fmt: skip
def test_lengths_and_parts(told, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He is running for a second term.",
        "Twelve died after a second explosion.",
        "The council passed Resolution 1973 on the war.",
        "Article 1950 of the code is void.",
        "Tribes lived there in 1200 B.C. and later.",
        "Temperatures were in the upper 90s again.",
        "THEY SPOKE OF STEPS THAT MAY LEAD THERE.",
        "It was his last year in office.",
        "He toured in the last week of the race.",
        "On a day rich in joy they danced.",
        "He was a host of Monday Night Football.",
        "She gave to the March of Dimes.",
    ],
)
def test_what_only_looks_like_a_time(told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came in 2001. Two months later he left.", "XXXX-XX"),
        ("He came in May 2001. Two months later he left.", "2001-07"),
        ("He came in May 2001. The next day he left.", "XXXX-XX-XX"),
        ("He came in 2001 and left that summer.", "2001-SU"),
        ("A relic of the ninth century BC was found.", "BC08"),
    ],
)
def test_what_is_coarser_anchors_nothing_finer(told, text: str, value: str) -> None:
    assert told(text)[-1][1] == value


def test_a_bare_time_is_of_the_night_just_named(told) -> None:
    text = "She was last seen on the night of 3 May, when she left a bar at 11.15pm."
    assert told(text)[-1] == ("11.15pm", "2013-05-03T23:15")


def test_what_begins_in_bc_covers_nothing(read) -> None:
    text = "A relic of the ninth century BC was found."
    (claim,) = read(text)
    assert claim.interval is None


@pytest.mark.parametrize(("month", "value"), [(2, "2013"), (10, "2014")])
def test_the_new_year(told, month: int, value: str) -> None:
    text = "A verdict is due in the new year."
    assert told(text, dt.date(2013, month, 1)) == [("the new year", value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It snows between November and March.", ["2012-11", "2013-03"]),
        ("It was shut from October 2011 to March.", ["2011-10", "2012-03"]),
        ("Clashes on Tuesday and Wednesday left ten dead.", ["2013-05-07", "2013-05-08"]),
        ("It was shut on Monday and Friday.", ["2013-05-06", "2013-05-03"]),
        ("The site posts stories like one in July that said it would rain.", ["2012-07"]),
        ("The shop was able to reopen in July.", ["2012-07"]),
        ("The maker's July sales rose.", ["2012-07"]),
        ("The law takes effect in July.", ["2013-07"]),
        ("He takes credit for the rise in July.", ["2012-07"]),
        ("He faces questions about his July trip.", ["2012-07"]),
        ("The maker reports a loss in July.", ["2012-07"]),
        ("The latest figures are for July.", ["2012-07"]),
        ("Nixon won in 1972. McGovern lost that November.", ["1972", "1972-11"]),
        ("Talks are set for August and September.", ["2013-08", "2013-09"]),
        ("They will go if they win in November.", ["2013-11"]),
        ("The law lapses when the case is heard in July.", ["2013-07"]),
        ("He was arrested when he returned in July.", ["2012-07"]),
        ("He is accused of shooting two men in July.", ["2012-07"]),
        ("The fans have taken to the air to complain about the concert in July.", ["2012-07"]),
        ("He may face a hard crowd when he speaks later Tuesday.", ["2013-05-07"]),
    ],
)  # fmt: skip
def test_which_month_and_weekday(told, text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values

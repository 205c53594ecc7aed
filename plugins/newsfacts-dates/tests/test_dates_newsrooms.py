"""Expressions as newsrooms write them today, with the values that TIMEX3 gives them."""

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They fought from November to March 2020.",
            [("November", "2019-11"), ("March 2020", "2020-03")],
        ),
        (
            "They fought between March 3 and April 5, 2019.",
            [("March 3", "2019-03-03"), ("April 5, 2019", "2019-04-05")],
        ),
        (
            "They fought from 30 December to 2 January 2020.",
            [("30 December", "2019-12-30"), ("2 January 2020", "2020-01-02")],
        ),
        (
            "Rain fell in December, January and February 2020.",
            [("December", "2019-12"), ("January", "2020-01"), ("February 2020", "2020-02")],
        ),
        (
            "Quakes struck on 26 and 30 October 2016.",
            [("26", "2016-10-26"), ("30 October 2016", "2016-10-30")],
        ),
        (
            "Quakes struck between 26 and 30 October 2016.",
            [("26 and 30 October 2016", "2016-10-26/2016-10-30")],
        ),
        (
            "Output fell in October-December 2021.",
            [("October", "2021-10"), ("December 2021", "2021-12")],
        ),
    ],
)
def test_a_year_given_once_is_the_others_too(
    told, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held on 4 May 2019. The following Tuesday he was freed.", "2019-05-07"),
        ("He was held on 4 May 2019. The previous Friday night he had fled.", "2019-05-03TNI"),
        ("He was held on 4 May 2019. The following Saturday he was freed.", "2019-05-11"),
        ("The following Tuesday he was freed.", "XXXX-WXX-2"),
        ("He was held on 6 May 2019. By that Friday he was free.", "2019-05-10"),
        ("He was held on 10 May 2019. By that Monday he was free.", "XXXX-WXX-1"),
        ("He was held in May 2019. By that Friday he was free.", "XXXX-WXX-5"),
        ("He was held in May 2019. The following May he was freed.", "2020-05"),
        ("He was held in May 2019. The previous July he had fled.", "2018-07"),
        ("He was held in 2019. The following July he was freed.", "2020-07"),
        ("He was held in May 2019. The following spring he was freed.", "2020-SP"),
        ("The following spring he was freed.", "XXXX-SP"),
    ],
)
def test_what_follows_counts_from_the_text(read, text: str, value: str) -> None:
    assert read(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The poll is on the first Sunday in May.", ("the first Sunday in May", "2024-05-05")),
        (
            "They will vote on the second Tuesday of November 2025.",
            ("the second Tuesday of November 2025", "2025-11-11"),
        ),
        (
            "It met on the last Friday of last month.",
            ("the last Friday of last month", "2024-02-23"),
        ),
        ("They were paid on the 26th of last month.", ("the 26th of last month", "2024-02-26")),
        ("Rent is due on the 15th of this month.", ("the 15th of this month", "2024-03-15")),
    ],
)
def test_places_in_a_month(told, text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text", ["It was paid on the 31st of last month.", "Come the ninth Monday in May."]
)
def test_days_that_a_month_lacks(read, text: str) -> None:
    assert not any(claim.value[:4] == "2024" and len(claim.value) == 10 for claim in read(text))


def test_without_publication_a_place_in_a_month_stays_open(told) -> None:
    assert told("They met on the first Sunday in May.", None) == [
        ("the first Sunday in May", "XXXX-WXX-7")
    ]
    assert told("They met on the 26th of last month.", None) == [
        ("the 26th of last month", "XXXX-XX-26")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Flags were raised on Ukraine's Independence Day.", "XXXX-XX-XX"),
        ("Flags were raised on Indian Independence Day.", "XXXX-XX-XX"),
        ("Flags were raised for Israeli Memorial Day.", "XXXX-XX-XX"),
        ("Flags were raised on Lunar New Year.", "2024-02-10"),
        ("Flags were raised on Lunar New Year's Eve.", "2024-02-09"),
        ("Flags were raised on Chinese New Year's Eve.", "2024-02-09"),
        ("Flags were raised on Iranian New Year.", "XXXX-XX-XX"),
        ("Flags were raised on New Year's Eve.", "2023-12-31"),
        ("Flags were raised on Independence Day.", "2023-07-04"),
        ("Flags were raised on American Independence Day.", "2023-07-04"),
        ("Shops were full on Britain's Boxing Day.", "2023-12-26"),
        ("Shops were full on Black Friday.", "2023-11-24"),
        ("Shops close at the start of Ramadan.", "2024-03-11/2024-04-09"),
    ],
)
def test_feasts_of_one_country(read, text: str, value: str) -> None:
    assert [claim.value for claim in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("A truce for Eid is likely.", dt.date(2024, 4, 2), "2024-04-10/2024-04-12"),
        ("A truce held during Eid.", dt.date(2024, 6, 20), "2024-06-16/2024-06-19"),
        ("A truce for Eid is likely.", dt.date(2024, 1, 2), "XXXX-XX-XX"),
        ("A truce for Eid is likely.", None, "XXXX"),
        ("A truce held during Eid al-Adha.", dt.date(2024, 1, 2), "2023-06-28/2023-07-01"),
    ],
)
def test_either_feast_counts_where_it_is_near(
    read, text: str, published: dt.date | None, value: str
) -> None:
    assert [claim.value for claim in read(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nine were killed at Christmas.", "2023-12-25"),
        ("Nine will be freed at Christmas.", "2024-12-25"),
    ],
)
def test_a_feast_far_off_is_on_the_side_of_the_verb(read, text: str, value: str) -> None:
    assert [claim.value for claim in read(text, dt.date(2024, 7, 6))] == [value]


def test_a_feast_may_be_a_surname(told) -> None:
    assert told("The judge, Mohamed Eid, freed him.", dt.date(2024, 4, 2)) == []


def test_the_edge_of_a_feast_is_in_its_span(told) -> None:
    assert told("A truce by the end of Ramadan is likely.") == [
        ("the end of Ramadan", "2024-03-11/2024-04-09 END")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met two Fridays ago.", [("two Fridays ago", "2024-02-23")]),
        ("They met the Monday before last.", [("the Monday before last", "2024-02-26")]),
        ("The feast fell on a Sunday.", [("Sunday", "XXXX-WXX-7")]),
        ("They held a Sunday service.", [("Sunday", "2024-03-03")]),
        ("They fled on the Monday before the vote.", [("the Monday", "XXXX-WXX-1")]),
        ("They met on the fifth of March.", [("the fifth of March", "2024-03-05")]),
        ("The Good Friday peace accord ended it.", []),
        ("The Christmas tree burned.", []),
        ("Women between 18 and 45 years of age fled.", []),
        ("MEN BETWEEN 18 AND 45 YEARS OF AGE FLED.", []),
        ("It was held at Eid-al-Fitr last.", [("Eid-al-Fitr", "2024-04-10/2024-04-12")]),
        ("The Black September group struck.", []),
        ("The October Revolution began it.", []),
        ("He flew to Mar-a-Lago and back.", []),
        ("It burned 1500 houses, and 1600 cars.", []),
        ("They fell in 2016, and 2017 was good.", [("2016", "2016"), ("2017", "2017")]),
        ("Sirens rang at 0300.", [("0300", "2024-03-06T03:00")]),
        (
            "On 6 January at 1625 sirens rang.",
            [("6 January", "2024-01-06"), ("1625", "2024-01-06T16:25")],
        ),
        ("Shares closed at 1625, up a tenth.", []),
        ("Shares closed at 2050 today.", [("today", "2024-03-06")]),
        ("They will end it by 2030 on Friday.", [("2030", "2030"), ("Friday", "2024-03-08")]),
        ("By 2030 today's young are old.", [("2030", "2030"), ("today", "2024-03-06")]),
        ("Sirens rang at number 0300.", []),
        ("The April 6 Movement met.", []),
        ("The March 14 alliance met.", []),
        ("The March 4 protests went on.", [("March 4", "2024-03-04")]),
        ("It took between two and three weeks.", [("two and three weeks", "P2W/P3W")]),
        ("It took between 10 and 15 minutes.", [("10 and 15 minutes", "PT10M/PT15M")]),
        ("It took two hundred and ten days.", [("two hundred and ten days", "P210D")]),
        ("It took two to three more weeks.", [("two to three more weeks", "P2W/P3W")]),
    ],
)
def test_whose_day_it_is(told, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_without_publication_so_many_weekdays_ago_stay_open(told) -> None:
    assert told("They met two Fridays ago.", None) == [("two Fridays ago", "XXXX-WXX-5")]


def test_a_day_known_by_its_event(told) -> None:
    autumn = dt.date(2025, 10, 20)
    assert told("The law came after the October 7 attacks.", autumn)[0][1] == "2023-10-07"
    assert told("The law came on October 7 at noon.", autumn)[0][1] == "2025-10-07"
    assert told("The law followed the 7 October massacre.", autumn)[0][1] == "2023-10-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They fled on the night of May 3-4, 2019.",
            [("the night of May 3-4, 2019", "2019-05-03TNI")],
        ),
        ("They fled on the night of Tuesday.", [("the night of Tuesday", "2024-03-05TNI")]),
        ("He was shot at 10 p.m. last night.", [("10 p.m. last night", "2024-03-05T22:00")]),
        ("He was shot at 1 a.m. last night.", [("1 a.m. last night", "2024-03-06T01:00")]),
        ("He will speak at 7 p.m. tonight.", [("7 p.m. tonight", "2024-03-06T19:00")]),
        ("He will speak at 8 tonight.", [("8 tonight", "2024-03-06T20:00")]),
        ("He spoke at 9 this morning.", [("9 this morning", "2024-03-06T09:00")]),
        ("He was shot at 7 on Monday evening.", [("7 on Monday evening", "2024-03-04T19:00")]),
        ("The curfew begins at midnight tonight.", [("midnight tonight", "2024-03-06T24:00")]),
        ("The curfew began at midnight last night.", [("midnight last night", "2024-03-05T24:00")]),
        ("Sirens rang at 0430 local time.", [("0430 local time", "2024-03-06T04:30")]),
        ("Sirens rang at 1830 hrs.", [("1830 hrs", "2024-03-06T18:30")]),
        ("Sirens rang at 18:30 hours.", [("18:30 hours", "2024-03-06T18:30")]),
        ("Sirens rang at 10 a.m. Moscow time.", [("10 a.m. Moscow time", "2024-03-06T10:00")]),
        ("Doors open at 8 p.m. Eastern.", [("8 p.m. Eastern", "2024-03-06T20:00")]),
        ("Doors open at 6pm AEST.", [("6pm AEST", "2024-03-06T18:00+10:00")]),
        ("Doors close at noon local time.", [("noon local time", "2024-03-06T12:00")]),
        ("Doors close at midnight GMT.", [("midnight GMT", "2024-03-06T00:00Z")]),
        (
            "Polls open between 9 and 11 a.m. local time.",
            [("9", "2024-03-06T09:00"), ("11 a.m. local time", "2024-03-06T11:00")],
        ),
        (
            "Polls open from 9 to 5 p.m. today.",
            [("9", "2024-03-06T09:00"), ("5 p.m. today", "2024-03-06T17:00")],
        ),
        ("Updated March 2, 2024 5:30 pm by us.", [("March 2, 2024 5:30 pm", "2024-03-02T17:30")]),
        ("Tue 5 Mar 2024 14.05 GMT", [("Tue 5 Mar 2024 14.05 GMT", "2024-03-05T14:05Z")]),
        ("It rose 14.05 points on 5 March.", [("5 March", "2024-03-05")]),
        ("Tuesday, 5 March, 2024, 14:05", [("Tuesday, 5 March, 2024, 14:05", "2024-03-05T14:05")]),
        ("Posted 3/5/2024 8:14 PM by us.", [("3/5/2024 8:14 PM", "2024-03-05T20:14")]),
        ("As of 18:00 on 5 March nine died.", [("18:00 on 5 March", "2024-03-05T18:00")]),
        ("Updated 2024-03-02 14:05 UTC by us.", [("2024-03-02 14:05 UTC", "2024-03-02T14:05Z")]),
    ],
)
def test_times_of_day(told, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_times_by_four_digits(told) -> None:
    assert told("The strike begins at 0600 on Monday.") == [("0600 on Monday", "2024-03-11T06:00")]
    assert told("They fled at 2200 last night.") == [("2200 last night", "2024-03-05T22:00")]
    assert told("They fled at 1830 on Tuesday, 5 March.") == [
        ("1830 on Tuesday, 5 March", "2024-03-05T18:30")
    ]
    assert told("On 5 July at 1000 hours a bus fell.")[1] == ("1000 hours", "2023-07-05T10:00")
    assert told("They fled in the early morning hours of Tuesday.") == [
        ("Tuesday", "2024-03-05 START")
    ]
    assert told("They fled late on Tuesday night.") == [
        ("late on Tuesday night", "2024-03-05TNI END")
    ]


def test_hours_that_are_worked_are_no_time_of_day(read) -> None:
    assert [claim.type.name for claim in read("The volunteers gave 1830 hours.")] == ["DURATION"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will be paid by end of the year.", ("end of the year", "2024 END")),
        ("It will be paid by end-2024.", ("end-2024", "2024 END")),
        ("It will be paid by end-March.", ("end-March", "2024-03 END")),
        ("It will be paid by end of March.", ("end of March", "2024-03 END")),
        ("It was shut mid last year.", ("mid last year", "2023 MID")),
        ("It was shut two years ago this week.", ("two years ago this week", "2022-W10")),
        ("It was shut two years ago on Tuesday.", ("two years ago on Tuesday", "2022-03-05")),
        ("Sales fell in H1 of FY24 by a tenth.", ("H1 of FY24", "2024-H1")),
        (
            "They meet on the last Friday of each month.",
            ("the last Friday of each month", "XXXX-WXX-5"),
        ),
        ("Rates may fall by midweek.", ("midweek", "2024-W10 MID")),
        ("Rates may fall by mid-week.", ("mid-week", "2024-W10 MID")),
        (
            "Snow fell in the first few days of March.",
            ("the first few days of March", "2024-03 START"),
        ),
        ("It is a house of the mid-19th century.", ("the mid-19th century", "18 MID")),
        ("Spending in FY2024-25 will be cut.", ("FY2024-25", "2024/2025")),
        ("Spending in FY 2024-25 will be cut.", ("FY 2024-25", "2024/2025")),
        ("Spending in the 2023-24 fiscal year fell.", ("the 2023-24 fiscal year", "2023/2024")),
        ("Sales fell in 4Q23 by a tenth.", ("4Q23", "2023-Q4")),
        ("Sales fell in Q4 last year by a tenth.", ("Q4 last year", "2023-Q4")),
        ("Sales fell in Q4 FY2023 by a tenth.", ("Q4 FY2023", "2023-Q4")),
        ("Cases rose in epidemiological week 9.", ("epidemiological week 9", "2024-W09")),
        ("Cases rose in epi week 40.", ("epi week 40", "2023-W40")),
        ("The figures are for 2024-W09 only.", ("2024-W09", "2024-W09")),
        ("They met in the winter of 2023-24.", ("the winter of 2023-24", "2023-WI")),
        ("Profit rose in the final quarter of 2023.", ("the final quarter of 2023", "2023-Q4")),
        ("Profit rose in the opening quarter of 2023.", ("the opening quarter of 2023", "2023-Q1")),
        ("Emissions must end by mid-century.", ("mid-century", "20 MID")),
        ("The form was signed on 29-02-2024.", ("29-02-2024", "2024-02-29")),
        ("They met day before yesterday.", ("day before yesterday", "2024-03-04")),
    ],
)
def test_weeks_quarters_and_years(told, text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text", ["It was in calendar week 53 of 2023.", "In week 0 of 2023 it was."]
)
def test_weeks_that_a_year_lacks(read, text: str) -> None:
    assert not any("-W" in claim.value for claim in read(text))

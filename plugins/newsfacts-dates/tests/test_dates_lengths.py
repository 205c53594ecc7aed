"""Lengths, habits and what they cover: durations and sets, with the values of TIMEX3."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They talked for an hour and a half.", ("an hour and a half", "PT1.5H")),
        ("He left a year and a half ago.", ("a year and a half ago", "2022-09")),
        ("He left a week or so ago.", ("a week or so ago", "2024-W09 APPROX")),
        ("Talks take 10 days or so in all.", ("10 days or so", "P10D APPROX")),
        ("He got a minimum of 10 years.", ("a minimum of 10 years", "P10Y EQUAL_OR_MORE")),
        ("It lasted close to three years.", ("close to three years", "P3Y APPROX")),
        ("It lasted upwards of 20 years.", ("upwards of 20 years", "P20Y MORE_THAN")),
        ("Over the last one week nobody came.", ("the last one week", "P1W")),
        ("It took some 30 minutes to clear.", ("some 30 minutes", "PT30M APPROX")),
        ("It was over in a matter of days.", ("days", "PXD")),
        ("The volunteers gave 1800 hours.", ("1800 hours", "PT1800H")),
        ("They march every night in Rome.", ("every night", "XXXX-XX-XXTNI")),
        ("They play on Saturday nights.", ("Saturday nights", "XXXX-WXX-6TNI")),
        ("He may be freed in the next day or two.", ("the next day or two", "P1D/P2D")),
        ("It is a decades-old feud.", ("decades-old", "PXDE")),
        ("They meet fortnightly in Oslo.", ("fortnightly", "P2W")),
    ],
)
def test_lengths(told, text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A man, 55 years-old, fled.",
        "A 55-years-old man fled.",
        "A boy of 2 to 3 years old fled.",
        "She is the person of the year.",
        "It is a three-and-a-half-year-old war.",
    ],
)
def test_ages_are_no_lengths(told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over the past 24 hours nine died.", ("2024-03-05", "2024-03-06")),
        ("They must leave in the next 48 hours.", ("2024-03-06", "2024-03-08")),
        ("Over the last few days nine died.", ("None", "2024-03-06")),
        ("They must leave in the next few weeks.", ("2024-03-06", "None")),
    ],
)
def test_what_a_length_up_to_now_covers(read, text: str, expected: tuple[str, str]) -> None:
    covered = read(text)[0].interval
    assert (str(covered.start), str(covered.end)) == expected


def test_six_hours_tell_no_day(read) -> None:
    assert read("Over the past six hours nine died.")[0].interval is None


def test_a_length_from_a_day_is_no_point(told) -> None:
    assert told("It was shut for three days from Tuesday.") == [
        ("three days", "P3D"),
        ("Tuesday", "2024-03-05"),
    ]


def test_every_so_many_weekdays(told) -> None:
    assert told("It flies every Monday and Friday.") == [
        ("every Monday", "XXXX-WXX-1"),
        ("Friday", "XXXX-WXX-5"),
    ]


def test_two_centuries(told) -> None:
    assert told("They came in the 18th and 19th centuries.") == [
        ("the 18th", "17"),
        ("19th centuries", "18"),
    ]

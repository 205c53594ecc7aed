"""Pure functions: values and the time they cover, calendars, numbers, names."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from newsfacts import Interval
from newsfacts_dates import timex
from newsfacts_dates.calendars import easter, hebrew, hijri_days, nth_weekday
from newsfacts_dates.moons import lunar_new_year
from newsfacts_dates.names import built_in, check, days_of
from newsfacts_dates.numerals import number, ordinal, spoken_year
from newsfacts_dates.slots import period

DAY = dt.date(2014, 8, 19)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2014", "2014-01-01", "2015-01-01"),
        ("2014-12", "2014-12-01", "2015-01-01"),
        ("2014-08-19", "2014-08-19", "2014-08-20"),
        ("2024-W11", "2024-03-11", "2024-03-18"),
        ("2024-W10-WE", "2024-03-09", "2024-03-11"),
        ("2014-Q4", "2014-10-01", "2015-01-01"),
        ("2014-H1", "2014-01-01", "2014-07-01"),
        ("2014-WI", "2014-12-01", "2015-03-01"),
        ("199", "1990-01-01", "2000-01-01"),
        ("18", "1800-01-01", "1900-01-01"),
        ("2024-03-11/2024-04-09", "2024-03-11", "2024-04-10"),
        ("2014-08-19TMO", "2014-08-19T06:00:00", "2014-08-19T12:00:00"),
        ("2014-08-19T24:00", "2014-08-20T00:00:00", "2014-08-20T00:01:00"),
        ("2014-08-19T19:30+03:00", "2014-08-19T19:30:00+03:00", "2014-08-19T19:31:00+03:00"),
    ],
)
def test_bounds(value: str, start: str, end: str) -> None:
    covered = timex.bounds(value)
    assert covered is not None
    assert covered.start is not None
    assert covered.end is not None
    assert (covered.start.isoformat(), covered.end.isoformat()) == (start, end)


@pytest.mark.parametrize("value", ["XXXX-07-08", "PAST_REF", "2023-02-30", "2023-W60", "", "P1D"])
def test_no_bounds(value: str) -> None:
    assert timex.bounds(value) is None


@given(st.dates(min_value=dt.date(1, 1, 8)))
def test_a_day_lies_in_its_day_week_month_and_year(day: dt.date) -> None:
    for value in (timex.day(day), timex.week(day), timex.month(day), timex.quarter(day)):
        covered = timex.bounds(value)
        if covered is not None and covered.end is not None:  # none at the calendar's end
            assert str(covered.start) <= str(day) < str(covered.end)


@given(st.dates(), st.integers(-5000, 5000), st.sampled_from("DWMQY"))
def test_shift_goes_the_right_way(day: dt.date, count: int, unit: str) -> None:
    moved = timex.shift(day, count, unit)
    assert moved is None or (moved > day) == (count > 0) or not count


def test_shift_keeps_to_the_month() -> None:
    assert timex.shift(dt.date(2024, 3, 31), -1, "M") == dt.date(2024, 2, 29)
    assert timex.shift(dt.date.max, 1, "D") is None


def test_easter() -> None:
    assert easter(2024) == dt.date(2024, 3, 31)
    assert easter(1981) == dt.date(1981, 4, 19)
    assert easter(2024, orthodox=True) == dt.date(2024, 5, 5)
    assert easter(2021, orthodox=True) == dt.date(2021, 5, 2)


def test_hebrew() -> None:
    assert hebrew(2023, 7, 1) == dt.date(2023, 9, 16)
    assert hebrew(2024, 1, 15) == dt.date(2024, 4, 23)
    assert hebrew(2023, 9, 25) == dt.date(2023, 12, 8)
    assert hebrew(2024, 9, 25) == dt.date(2024, 12, 26)


def test_hijri() -> None:
    assert hijri_days(2024, 9, None) == ((dt.date(2024, 3, 11), dt.date(2024, 4, 9)),)
    assert len(hijri_days(2030, 9, None)) == 2
    assert hijri_days(1500, 9, None) == ()


@pytest.mark.parametrize(
    "day",
    """
    1966-01-21 1968-01-30 1985-02-20 1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10
    1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12
    2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14
    2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16
    2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17
    2027-02-06 2028-01-26 2029-02-13 2030-02-03 2034-02-19
    """.split(),
)
def test_lunar_new_year(day: str) -> None:
    assert lunar_new_year(int(day[:4])) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("year", [1899, 2101])
def test_lunar_new_years_that_are_not_known(year: int) -> None:
    with pytest.raises(ValueError, match="not known"):
        lunar_new_year(year)
    assert days_of("lunar+0", year) == ()


@given(st.integers(1900, 2100))
def test_a_lunar_year_begins_in_january_or_february(year: int) -> None:
    assert dt.date(year, 1, 21) <= lunar_new_year(year) <= dt.date(year, 2, 20)


def test_nth_weekday() -> None:
    assert nth_weekday(2024, 11, 4, 4) == dt.date(2024, 11, 28)
    assert nth_weekday(2024, 5, 1, -1) == dt.date(2024, 5, 27)


@pytest.mark.parametrize("when", sorted(set(built_in().values())))
def test_every_name_can_be_read(when: str) -> None:
    check(when)


@pytest.mark.parametrize(
    "when", ["", "13-40", "easter", "hijri 13", "6 mon 1", "soon", "12-25 or soon"]
)
def test_times_that_cannot_be_read(when: str) -> None:
    with pytest.raises(ValueError, match="no time of the year"):
        check(when)


def test_election_day() -> None:
    day = dt.date(2024, 11, 5)
    assert days_of("tue after 1 mon 11", 2024) == ((day, day),)


@given(st.integers(1, 99_999))
def test_numbers_in_words(value: int) -> None:
    words = num2words(value).replace(",", "").replace("-", " - ").split()
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("2,090", 2090), ("a dozen", 12), ("two dozen", 24), ("a hundred", 100), ("2.5", 2.5)],
)
def test_other_numbers(words: str, value: float) -> None:
    assert number(words.split()) == value


def test_no_number() -> None:
    assert number(["several"]) is None
    assert number(["1.2.3"]) is None
    assert number([]) is None


def test_ordinals_and_spoken_years() -> None:
    assert (ordinal("third"), ordinal("21st"), ordinal("may")) == (3, 21, None)
    assert spoken_year(["nineteen", "ninety", "-", "six"]) == 1996
    assert spoken_year(["two", "thousand"]) == 2000
    assert spoken_year(["nineteen", "soon"]) is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (7, "W", "P7W"),
        (8, "TH", "PT8H"),
        (0.5, "TH", "PT30M"),
        (1.5, "Y", "P1.5Y"),
        (2, "10Y", "P20Y"),
        (None, "D", "PXD"),
        (None, "TH", "PTXH"),
        (None, "10Y", "PXDE"),
        (1, "2W", "P2W"),
    ],
)
def test_periods(count: float | None, unit: str, value: str) -> None:
    assert period(count, unit) == value


def test_intervals_are_half_open() -> None:
    assert timex.bounds(timex.day(DAY)) == Interval(DAY, DAY + dt.timedelta(days=1))

"""Numbers as news spells them, and any number that num2words writes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from newsfacts.numerals import one_piece, pieces, read_number

SPELLINGS = {
    "2,090": 2090,
    "34 000": 34_000,
    "34\u202f000": 34_000,
    "1,20,000": 120_000,
    "1.2m": 1_200_000,
    "30k": 30_000,
    "2.5 million": 2_500_000,
    "1.1 billion": 1_100_000_000,
    "3 lakh": 300_000,
    "two crore": 20_000_000,
    "two dozen": 24,
    "a dozen": 12,
    "half a million": 500_000,
    "half a dozen": 6,
    "a half-dozen": 6,
    "a hundred and twenty": 120,
    "twelve hundred": 1200,
    "a million and a half": 1_500_000,
    "one and a half million": 1_500_000,
    "a couple": 2,
    "both": 2,
}
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "several": (3, None),
    "several hundred": (300, 999),
    "a few thousand": (3000, 9999),
}


def read(text: str, *, points_group: bool = False):
    parts = pieces(text)
    number = read_number(text, parts, 0, points_group=points_group)
    return number, parts.size


@pytest.mark.parametrize(("text", "value"), SPELLINGS.items())
def test_spellings(text, value):
    number, length = read(text)
    assert number is not None
    assert (number.value, number.end) == (value, length)


@pytest.mark.parametrize(("text", "bounds"), VAGUE.items())
def test_vague_numbers_have_bounds_and_no_value(text, bounds):
    number, length = read(text)
    assert number is not None
    assert (number.value, number.low, number.high, number.end) == (None, *bounds, length)


def test_points_group_thousands_where_asked():
    assert read("2.090")[0].value == 2.09
    assert read("2.090", points_group=True)[0].value == 2090


@pytest.mark.parametrize("text", ["hello", "a woman", "and", "thousandfold", "9" * 40])
def test_no_number(text):
    assert read(text)[0] is None


@pytest.mark.parametrize("text", ["two thousand, three of them", "three hundred and five hundred"])
def test_two_numbers_are_not_one(text):
    number, length = read(text)
    assert number.value in (2000, 300)
    assert number.end < length


@given(st.integers(min_value=0, max_value=10**15))
def test_what_num2words_writes_is_read_back(value):
    number, length = read(num2words(value))
    assert (number.value, number.low, number.high, number.end) == (value, value, value, length)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_read_back(value):
    assert read(f"{value:,}")[0].value == value


@given(st.text(), st.integers(0, 5))
def test_pieces_stand_where_they_say(text, start):
    parts = pieces(text, min(start, len(text)))
    ends = [min(start, len(text))]
    for at in range(parts.size):
        first, end = parts.start(at), parts.end(at)
        assert text[first:end].lower() == parts.word(at)
        assert not text[ends[-1] : first].strip()
        ends.append(end)
    assert not text[ends[-1] :].strip()


def test_a_piece_can_be_looked_up_before_those_on_its_left():
    parts = pieces("one, one and one")
    assert [parts.start(at) for at in (4, 0, 2)] == [13, 0, 5]


@pytest.mark.parametrize(
    ("word", "value"),
    [("12", 12), ("1,200", 1200), ("twelve", 12), ("forty", 40), ("20145", 20145), ("zero", 0)],
)
def test_one_piece_is_a_number_by_itself(word: str, value: int) -> None:
    assert one_piece(word) == value


@pytest.mark.parametrize("word", ["2014", "1.2", "dozens", "both", "a", "hundred", "12,34", "no"])
def test_what_one_piece_is_may_hang_on_others(word: str) -> None:
    assert one_piece(word) is None

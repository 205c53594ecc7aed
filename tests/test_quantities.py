"""Quantities: where they stand, their bounds, and what kind of thing each number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.numerals import lexicon
from newsfacts.quantities import QuantityKind, begins_quantity, bounded, quantities
from newsfacts.quantity_words import quantity_words
from newsfacts.values import Comparator

COMPARED = {
    "at least 7 men": ("at least 7", "at_least", 7, 7, None),
    "no fewer than 7 men": ("no fewer than 7", "at_least", 7, 7, None),
    "more than 2,090 men": ("more than 2,090", "more_than", 2090, 2090, None),
    "well over a dozen men": ("well over a dozen", "more_than", 12, 12, None),
    "nearly 450 homes": ("nearly 450", "nearly", 450, None, 450),
    "just under 450 homes": ("just under 450", "nearly", 450, None, 450),
    "up to 90 homes": ("up to 90", "at_most", 90, None, 90),
    "as many as 90 homes": ("as many as 90", "at_most", 90, None, 90),
    "fewer than 90 homes": ("fewer than 90", "less_than", 90, None, 90),
    "some 4,000 men": ("some 4,000", "about", 4000, 4000, 4000),
    "an estimated 4,000 men": ("an estimated 4,000", "about", 4000, 4000, 4000),
    "at least some 40 men": ("at least some 40", "at_least", 40, 40, None),
    "exactly 40 men": ("exactly 40", "exact", 40, 40, 40),
    "40 or more men": ("40 or more", "at_least", 40, 40, None),
    "40 or so men": ("40 or so", "about", 40, 40, 40),
    "40-odd men": ("40-odd", "about", 40, 40, 40),
    "40+ men": ("40+", "at_least", 40, 40, None),
    "20 to 30 men": ("20 to 30", "about", None, 20, 30),
    "20-30 men": ("20-30", "about", None, 20, 30),
    "between 12 and 15 men": ("between 12 and 15", "about", None, 12, 15),
    "two or three men": ("two or three", "about", None, 2, 3),
    "2 to 3 million men": ("2 to 3 million", "about", None, 2_000_000, 3_000_000),
    "at least dozens of men": ("at least dozens", "at_least", None, 24, None),
    "no one": ("no one", "exact", 0, 0, 0),
    "no casualties": ("no", "exact", 0, 0, 0),
}
KINDS = {
    "85% of homes": "share",
    "60 per cent of homes": "share",
    "two thirds of homes": "share",
    "about a third was lost": "share",
    "a third is missing": "article",
    "half of the homes": "share",
    "one in five homes": "share",
    "by 12 to 71": "count count",
    "by 12 to 20": "count",
    "by 5 to 20 percent": "share",
    "a 4-year-old boy": "article age",
    "Ann Lee, 14, and three men": "age count",
    "two men, ages 24 and 25, were": "count age age",
    "aged 12": "age",
    "on Oct. 7, 2023": "date date",
    "in 2014": "date",
    "the 1990s": "date",
    "7 May": "date",
    "at 7 pm (1600 GMT)": "time time",
    "seven weeks": "duration",
    "an eight-hour break": "article duration",
    "$1.2bn and 30 million dollars": "money money",
    "30 km away": "measure",
    "magnitude 6.4": "measure",
    "the 11th day": "ordinal",
    "the first day": "ordinal",
    "won 41-7": "score label",
    "Flight 370": "label",
    "No. 3": "label",
    "an AK-47": "article label",
    "the 15-member council": "label",
    "the 600 block of": "label",
    "2000 people": "count",
    "a woman": "article",
    "between159,000 and": "count",
}


@pytest.mark.parametrize(("text", "wanted"), COMPARED.items())
def test_comparators_and_bounds(text, wanted):
    found = quantities(text)[0]
    quantity = found.quantity
    assert (
        found.span.text,
        quantity.comparator,
        quantity.value,
        quantity.low,
        quantity.high,
    ) == wanted


@pytest.mark.parametrize(("text", "kinds"), KINDS.items())
def test_kinds(text, kinds):
    assert " ".join(mention.kind for mention in quantities(text)) == kinds


def test_every_kind_is_tested():
    assert {kind for kinds in KINDS.values() for kind in kinds.split()} == set(QuantityKind)


def test_a_share_is_in_percent():
    assert [mention.quantity.value for mention in quantities("one in five; two thirds; 85%")] == [
        20,
        66.7,
        85,
    ]


def test_a_range_of_change_is_two_numbers():
    assert [mention.quantity.value for mention in quantities("rose from 12 to 15")] == [12, 15]


def test_offsets_count_from_the_text_not_from_the_stretch():
    text = "One man and two women"
    (found,) = quantities(text, 8)
    assert (found.span.start, found.span.text) == (12, "two")


@pytest.mark.parametrize(
    ("text", "low"),
    {
        "a billion homes": 1_000_000_000,
        "a couple of homes": 2,
        "a handful of homes": 3,
        "a score of homes": 20,
        "a quarter of homes": 25,
    }.items(),
)
def test_an_article_may_begin_the_only_number_of_a_stretch(text, low):
    assert quantities(text)[0].quantity.low == low


def test_words_that_begin_a_quantity():
    words = ["12", "dozens", "half", "no", "another", "first", "people", "of", ""]
    assert [word for word in words if begins_quantity(word)] == words[:6]


def test_most_of_is_more_than_half():
    assert bounded(50, Comparator.MOST_OF).low == 25


def test_every_comparator_of_the_lexicon_is_one():
    table = lexicon()["comparators"]
    assert {*table["before"], *table["after"]} <= {comparator.value for comparator in Comparator}


@given(
    st.text(
        alphabet="0123456789 ,.-$%a and to no one half of thousand dozen é🙂\u202e'’\n",
        max_size=200,
    )
)
def test_any_text_gives_spans_in_order(text):
    found = quantities(text)
    ends = [0, *(mention.span.end for mention in found)]
    for mention, end in zip(found, ends, strict=False):
        assert mention.span.start >= end
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.contains(mention.number)
        low, high = mention.quantity.low, mention.quantity.high
        assert low is None or high is None or low <= high


_TELLING = sorted(quantity_words().after_plain | quantity_words().before_plain)
_AROUND = st.sampled_from([*_TELLING, "men", "were", "Ann", "2014", "%", "+", "'s", "the"])
_ONES = st.sampled_from(["12", "1,200", "seven", "twenty", "one", "34"])


@given(st.lists(_AROUND, max_size=3), _ONES, st.lists(_AROUND, max_size=3), st.sampled_from(" -"))
def test_plain_counts_are_read_as_grammar_reads_them(
    before: list[str], number: str, after: list[str], joint: str
) -> None:
    text = " ".join([*before, joint.join([number, *after])])
    read = quantities(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsfacts.quantities._Reader._plain", lambda _, at: None)
        assert quantities(text) == read

"""Whatever the text: no exception, sound mentions, and work in proportion to its length."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Article
from newsfacts.language import Reader
from newsfacts_actors.extract import Actors

READER = Reader()
WORDS = [
    "Hamas",
    "U.S.",
    "al-",
    "the",
    "and",
    "of",
    "President",
    "Abu",
    "’s",
    "'",
    "-",
    "(",
    ")",
    ",",
    ".",
    "\n",
    "“",
    "”",
    "Committee",
    "New",
    "ABDUL",
    "é",
    "\u202e",
    "😀",
    "İ",
    "ß",
    "St.",
    "&",
    "/",
    "42",
    "\u00a0",
    "Georgia",
]
text = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


def claims(value):
    return list(Actors()(Article(value), READER.reading(value).tokens))


@given(text)
@settings(max_examples=300, deadline=None)
def test_mentions_are_slices_in_order_and_apart(value):
    found = claims(value)
    assert len({claim.actor for claim in found}) == len(found)
    spans = sorted((m.start, m.end) for claim in found for m in claim.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for claim in found:
        assert claim.actor
        assert (claim.span.start, claim.span.end) == (
            claim.mentions[0].start,
            claim.mentions[0].end,
        )
        for mention in claim.mentions:
            assert value[mention.start : mention.end] == mention.text
            assert mention.text.strip()


@given(text)
@settings(max_examples=50, deadline=None)
def test_the_same_every_time(value):
    assert claims(value) == claims(value)


def calls(value):
    """Count the Python calls and built-in calls that the extractor makes."""
    article, tokens = Article(value), READER.reading(value).tokens
    list(Actors()(article, tokens))
    count = 0

    def tally(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        list(Actors()(article, tokens))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "Aa ",
        "A-",
        "A.",
        "Bank of ",
        "U.S. ",
        "“",
        "' ",
        "al-",
        "Abu Xyz said he ",
        "X and Y ",
        "ABDUL QWERT ",
        "(AB) ",
        "President ",
        "Hamas's ",
        "Mohammed Abcdef, ",
        "The group ",
        "A\n",
        "new York ",
        "Zorblatt Quux. ",
        "Alpha Beta Gamma Delta Epsilon\n",
        "Mayor Zed Quux met the mayor. ",
        "Abu Ali ",
        "Ali and ",
        "Mr. ",
        "The ",
        "MAYOR ZED QUUX MET QUUX IN KYIV\n",
        "Ali (AB), ",
        "Quux Foods, Quux ",
    ],
)
def test_work_grows_with_the_text(unit):
    assert calls(unit * 2000) < 2.6 * calls(unit * 1000) + 2000


def steps(value):
    """Count the bytecode instructions of the extractor, so loops without calls as well."""
    article, tokens = Article(value), READER.reading(value).tokens
    list(Actors()(article, tokens))
    count = 0

    def trace(frame, event, _argument):
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(Actors()(article, tokens))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", ["Abu Ali ", "Olena Vasht met Vasht. ", "MAYOR QUUX IN KYIV "])
def test_steps_grow_with_the_text(unit):
    assert steps(unit * 1200) < 2.2 * steps(unit * 600)

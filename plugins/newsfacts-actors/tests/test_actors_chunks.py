"""Runs of capitals are read the same whether remembered or not, and memory is bounded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts_actors import chunks, parting
from newsfacts_actors.chunks import Chunks
from newsfacts_actors.found import Part, Setting
from newsfacts_actors.knowledge import knowledge, words

WORDS = ["Hamas", "US", "President", "Save", "the", "Children", "Velmar", "Police", "KYIV", "Bank"]
SETTINGS = st.builds(Setting, st.booleans(), st.booleans(), st.booleans(), st.booleans())


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(["", "'s", "$", " the Children", ", 34,"]),
    SETTINGS,
)
@settings(max_examples=300, deadline=None)
def test_remembering_changes_nothing(run, after, setting):
    text = run + after
    reader = Chunks(knowledge(), words())
    first = reader.read(text, 0, len(run), setting)
    other = f"{run} it was"
    reader.read(other, 0, len(run), setting)
    assert reader.read(text, 0, len(run), setting) == first
    assert Chunks(knowledge(), words()).read(text, 0, len(run), setting) == first


PARTS = [
    *(word for word in WORDS if not word.islower()),
    *("Velmar", "Oudrim", "Olena", "Winter", "Reading", "Georgia", "al-Sadr", "O'Dar", "U.S."),
    *("People's", "Al", "IV", "J.", "Zorblatt-Quux", "Street", "Big", "Palestinian Authority"),
    *("Northern", "New", "Drive", "Falls", "Court", "Supreme", "Office", "Party", "Marxist"),
    *("Trophy", "Defence", "Attorney", "State", "University", "Hospital", "Kim", "West", "Storm"),
]


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(["", "'s", "$", ","]),
    SETTINGS,
)
@settings(max_examples=1000, deadline=None)
def test_the_short_way_is_the_long_way(own, after, setting):
    reader = Chunks(knowledge(), words())
    run = parting.Run(own + after[:1], len(own), setting, knowledge(), words())
    assert reader.read(own + after, 0, len(own), setting) == tuple(run.chunks())


LINKS = ["of", "of the", "and", "in", "in the", "on", "for", "against", "for la"]
LINKED = [*PARTS, "Bank", "Minister", "Secretary-General", "Republic", "States", "Velmar's", "News"]


@given(
    st.sampled_from(LINKED),
    st.lists(st.tuples(st.sampled_from(LINKS), st.sampled_from(LINKED)), min_size=1, max_size=3),
    st.sampled_from(["", "'s", "'", ","]),
    SETTINGS,
)
@settings(max_examples=400, deadline=None)
def test_what_small_words_link_is_read_as_the_whole_is(opener, linked, after, setting):
    own = " ".join([opener, *(part for pair in linked for part in pair)])
    reader = Chunks(knowledge(), words())
    run = parting.Run(own + after[:1], len(own), setting, knowledge(), words())
    assert reader.read(own + after, 0, len(own), setting) == tuple(run.chunks())


@pytest.mark.parametrize(
    ("own", "parts"),
    [
        ("Velmar Oudrim of the Zorblatts", ["Velmar Oudrim", "Zorblatts"]),
        ("Velmar Oudrim and Zed Quist in Torvane", ["Velmar Oudrim", "Zed Quist", "Torvane"]),
    ],
)
def test_linked_names_are_remembered_each_by_itself(own, parts):
    reader = Chunks(knowledge(), words())
    assert [chunk.name for chunk in reader.read(own, 0, len(own), Setting())] == parts
    assert all(part in reader._read[Setting()] for part in parts)


@pytest.mark.parametrize(
    "own", ["Trinidad and Tobago", "Bank of Torvane", "Torvane and the States", "Minister of Peace"]
)
def test_a_name_that_goes_on_beyond_a_small_word_is_not_parted(own):
    assert Chunks(knowledge(), words())._parted(own, "", Setting()) is None


@given(
    st.sampled_from(["The", "In", "Mr.", "President", "General", "Prosecutor"]),
    st.lists(st.sampled_from([*PARTS, "Hague", "Minister"]), min_size=1, max_size=3).map(" ".join),
    st.booleans(),
)
@settings(max_examples=400, deadline=None)
def test_what_follows_an_opener_reads_alone_as_it_does_behind_it(opener, rest, first):
    reader = Chunks(knowledge(), words())
    alone = reader.follows(opener, rest)
    if alone is None or not rest[0].isupper():
        return
    own = f"{opener} {rest}"
    whole = parting.Run(own, len(own), Setting(first=first), knowledge(), words()).chunks()
    begin = len(opener) + 1
    shifted = [chunk._replace(start=chunk.start - begin, end=chunk.end - begin) for chunk in whole]
    assert shifted == list(reader.read(rest, 0, len(rest), alone))


def test_an_opener_that_is_part_of_a_name_is_none():
    reader = Chunks(knowledge(), words())
    assert reader.follows("The", "Zorblatts") == Setting()
    assert reader.follows("Mr.", "Zorblatt") == Setting(title=True)
    assert reader.follows("The", "Hague") is None
    assert reader.follows("Prime", "Minister") is None


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(chunks, "_MEMORY", 50)
    reader = Chunks(knowledge(), words())
    for number in range(500):
        word = "Velmar" + "ab"[number % 2] * (number + 1)
        reader.read(word, 0, len(word), Setting())
    assert sum(map(len, reader._read.values())) <= 50
    assert sum(map(len, reader._before.values())) <= 50


def test_chunks_of_a_run():
    text = "President Velmar Oudrim of the Free Valley Movement"
    found = Chunks(knowledge(), words()).read(text, 0, len(text), Setting())
    assert [(chunk.part, chunk.name) for chunk in found] == [
        (Part.OTHER, "Velmar Oudrim"),
        (Part.BODY, "Free Valley Movement"),
    ]

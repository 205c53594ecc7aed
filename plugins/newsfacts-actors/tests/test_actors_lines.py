"""Lines in title case and in capitals: which they are, and that names stay within them."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Article
from newsfacts.language import Reader
from newsfacts_actors.extract import Actors
from newsfacts_actors.lines import lines

TITLED = "Velmar Council Names Three Judges"
SHOUTED = "VELMAR COUNCIL NAMES THREE JUDGES"


@pytest.mark.parametrize(
    ("text", "titled", "shouted"),
    [
        (TITLED, [(0, 33)], []),
        (SHOUTED, [(0, 33)], [(0, 33)]),
        (
            f"{TITLED}\n\nThe council named three judges.\n{SHOUTED}",
            [(0, 33), (67, 100)],
            [(67, 100)],
        ),
        ("The council has named three judges in the old town.", [], []),
        (f"{TITLED} And Leaves the courts without money", [], []),
        ("Kenyan President Ann Holt met Bola Quist Mwangi.", [], []),
        ("KYIV (AP)", [], []),
        (f"{SHOUTED} as of", [(0, 39)], [(0, 39)]),
        ("", [], []),
    ],
)
def test_lines_of_a_text(text, titled, shouted):
    assert lines(text) == (titled, shouted)


@given(st.text("ABcd é\n.", max_size=120))
def test_lines_are_whole_lines(text):
    for start, end in (*lines(text).titled, *lines(text).shouted):
        assert "\n" not in text[start:end]
        assert text[:start][-1:] in ("", "\n")
        assert text[end : end + 1] in ("", "\n")


def test_a_name_in_capitals_ends_with_its_line(names):
    assert names("WE MET THE NEW PRESIDENT\nQUIST WAS NOT THERE AT ALL") == []
    assert names("WE MET THE NEW PRESIDENT QUIST\nWHO WAS NOT THERE AT ALL") == [
        ("QUIST", "person")
    ]


def test_titles_in_capitals_may_follow_each_other(names):
    text = "THE PRESIDENT GENERAL QUIST SPOKE\nTO THE COUNCIL OF THE TOWN"
    assert names(text) == [("QUIST", "person")]


def test_sentences_of_the_users_pipeline_may_begin_anywhere():
    nlp = spacy.blank("en")

    @spacy.Language.component("newsfacts_test_sentences")
    def sentences(doc):
        for token in doc:
            token.is_sent_start = token.i in (0, 3)
        return doc

    nlp.add_pipe("newsfacts_test_sentences")
    text = "They were late Velnar went home"
    plain = list(Actors()(Article(text), Reader().reading(text).tokens))
    own = list(Actors()(Article(text), Reader(nlp).reading(text).tokens))
    assert [claim.actor for claim in plain] == ["velnar"]
    assert own == []

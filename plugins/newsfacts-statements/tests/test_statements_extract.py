import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.language import Reader
from newsfacts_statements.extract import Statements

READER = Reader()


def read(text):
    return list(Statements()(READER.read(text)))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The minister said the bridge was open.", "The minister", "said", "the bridge was open"),
        (
            "The minister said that the bridge was open.",
            "The minister",
            "said",
            "the bridge was open",
        ),
        (
            "“The bridge is open,” the minister said.",
            "the minister",
            "said",
            "“The bridge is open,”",
        ),
        (
            "“The bridge is open,” said Ana Ruiz, the mayor.",
            "Ana Ruiz",
            "said",
            "“The bridge is open,”",
        ),
        (
            "According to the army, the bridge is open.",
            "the army",
            "According to",
            "the bridge is open",
        ),
        (
            "The bridge is open, according to the army.",
            "the army",
            "according to",
            "The bridge is open",
        ),
        ("Rebels vowed to take the city.", "Rebels", "vowed", "to take the city"),
        ("Norway called for an inquiry.", "Norway", "called for", "an inquiry"),
        ("The talks, she said, have failed.", "she", "said", "The talks, she said, have failed"),
    ],
)
def test_one_statement(text, source, cue, content):
    (claim,) = read(text)
    assert (claim.source.text, claim.cue.text, claim.text) == (source, cue, content)


def test_a_quotation_goes_on_after_its_speaker():
    (claim,) = read("“The bridge is open,” Ruiz said. “Nobody was hurt.”")
    assert [piece.text for piece in claim.content] == [
        "“The bridge is open,”",
        "“Nobody was hurt.”",
    ]
    assert claim.quotation == "direct"


def test_nothing_is_said():
    assert read("The bridge fell into the river on Monday.") == []


@given(st.text(alphabet="\"'“”‘’ \n.,saidSheX", max_size=200))
def test_any_text_reads(text):
    for claim in read(text):
        assert claim.span.text == text[claim.span.start : claim.span.end]

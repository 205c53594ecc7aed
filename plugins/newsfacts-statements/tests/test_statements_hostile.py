"""Hostile text neither fails nor costs more than its length: steps are counted, not seconds."""

import sys

import pytest

from newsfacts.language import Reader
from newsfacts.syntax import reading as syntax_reading
from newsfacts.syntax import tagger
from newsfacts_statements.extract import Statements
from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.nouns import nouns

READER = Reader()

TEXTS = {
    "quotations": lambda n: "“Yes,” he said. " * n,
    "open marks": lambda n: "“Yes, he said. " * n,
    "straight marks": lambda n: '" ' * n + "he said so." + '"' * n,
    "single marks": lambda n: "'a " * n,
    "one quotation": lambda n: "“" + "It was over then. " * n + "” he said.",
    "quoted words": lambda n: 'he said "no" ' * n,
    "single quoted words": lambda n: "he said 'no' " * n,
    "open brackets": lambda n: "he said (no [" * n,
    "quoted paragraphs": lambda n: '"He said no.\n\n' * n,
    "cues": lambda n: "said " * n,
    "commas": lambda n: "he said, " * n,
    "parentheses": lambda n: "Ruiz (" * n + "said so.",
    "nouns": lambda n: "his call for " * n,
    "colons": lambda n: "Ruiz: " * n,
}


def steps(text):
    """Return how many lines of the plugin run over *text*."""
    doc = READER.reading(text).tokens
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if "newsfacts_statements" not in frame.f_code.co_filename:
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        list(Statements()(doc))
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(autouse=True)
def _loaded():
    cues(), words(), nouns()


@pytest.mark.parametrize("name", TEXTS)
def test_steps_grow_with_the_text(name):
    # Sentences beyond the longest window cost as much as the window: start past it.
    small, large = steps(TEXTS[name](400)), steps(TEXTS[name](1200))
    assert large < 3.6 * small + 1000


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\n\n", "“", '"', "''", "“”", ":"),
        *("said", "according to", "😀 said 😀", "\u202esaid\u202c", "1" * 5000),
    ],
)
def test_odd_texts_read(text):
    list(Statements()(READER.reading(text).tokens))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“It is over,” Ana Ruiz said.", 0),
        ("She said that it was over.", 0),
        ("The guns fell silent.", 0),
        ("It is over. That is a question for the United States.", 0),
        ("The mayor of Lima said that it was over.", 0),
        ("Their annual report was late.", 0),
        ("The head of the army said that it was over.", 0),
        ("The army’s spokesman said the road was shut.", 0),
        ("The so-called truce was over.", 0),
        ("The mayor in Lima said that it was over.", 0),
        ("The mayor and his aides in Lima said that it was over.", 0),
        ("The envoy left in May and the mayor said that it was over.", 1),
        ("Norway proposed to pay the bonuses, but nobody came.", 0),
        ("The mayor of Lima told Fox News that it was over.", 0),
        ("The mayor of Lima told investors that it was over.", 0),
        ("Norway is calm. He said that it was over.", 0),
        ("Ana Ruiz was there. She said that it was over.", 1),
    ],
)
def test_syntax_is_read_where_it_takes_syntax_alone(monkeypatch, text, count):
    tagged = []

    def tag(words, *rest):
        tagged.append(words)
        return tagger.tag(words, *rest)

    monkeypatch.setattr(syntax_reading, "tag", tag)
    list(Statements()(READER.reading(text).tokens))
    assert len(tagged) == count


def test_ten_thousand_quotations():
    claims = list(Statements()(READER.reading("“Yes,” he said. " * 10_000).tokens))
    assert len(claims) == 10_000

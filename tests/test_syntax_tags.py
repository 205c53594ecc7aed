from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsfacts.language import Reader
from newsfacts.syntax import syntax
from newsfacts.syntax.tagger import UD, penn


@cache
def reader() -> Reader:
    return Reader()


SENTENCES = [
    line
    for line in (Path(__file__).parent / "data/tags.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", SENTENCES)
def test_tags(line: str):
    words = [pair.rpartition("/")[0] for pair in line.split()]
    reading = syntax(doc_of(words))
    got = [f"{word}/{reading.tag(i)}" for i, word in enumerate(reading.tokens.words)]
    assert got == line.split()


def doc_of(words: list[str]) -> Doc:
    """Return a Doc of just these words, the marks set close as in print."""
    spaces = []
    opened = False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        opens = word == '"' and not opened
        opened ^= word == '"'
        close = after in ("", "-", ".", ",", "?", "n't") or after[0] in "'’"
        spaces.append(not (close or opens or word == "-" or (after == '"' and opened)))
    return Doc(Vocab(), words, spaces)


def test_hyphens_join_words_only_where_they_touch():
    reading = syntax(reader().read("The Oslo-based group wants to de-escalate."))
    words = reading.tokens.words
    assert reading.tag(words.index("based")) == "ADJ"
    assert reading.tag(words.index("escalate")) == "VERB"
    assert reading.noun_phrase(words.index("group")) == (0, 5)


@pytest.mark.parametrize(
    ("word", "sentence", "lemma"),
    [
        ("talks", "Talks failed.", "talk"),
        ("said", "He said so.", "say"),
        ("men", "Two men left.", "man"),
        ("hoped", "They hoped for rain.", "hope"),
        ("stopped", "The fire stopped.", "stop"),
        ("installing", "They are installing pumps.", "install"),
        ("does", "He does not know.", "do"),
        ("parties", "Both parties met.", "party"),
        ("lay", "They would lay mines.", "lay"),
        ("Oslo", "They met in Oslo.", "oslo"),
    ],
)
def test_lemmas(word: str, sentence: str, lemma: str):
    reading = syntax(reader().read(sentence))
    lower = reading.tokens.lower
    assert reading.lemma(lower.index(word.lower())) == lemma


def test_tags_of_another_tagger_are_read():
    tags = ["PRP", "VBZ", "VBN", "TO", "VB", "DT", "NN", "."]
    lower = "he is said to visit the mill .".split()
    codes = penn(tags, lower)
    assert codes == "rBnTVDN."
    assert [UD[code] for code in codes][:3] == ["PRON", "AUX", "VERB"]

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.language import Reader
from newsfacts.syntax import Syntax, syntax
from newsfacts.syntax.lexicon import lexicon
from newsfacts.syntax.predicates import predicates
from newsfacts.syntax.tagger import UD
from newsfacts.values import Status


@cache
def reader() -> Reader:
    return Reader()


def read(text: str) -> Syntax:
    return syntax(reader().read(text))


def texts(reading: Syntax, phrases: list[tuple[int, int]]) -> list[str]:
    return [reading.tokens.span(*phrase).text for phrase in phrases]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Israel's army killed at least 12 people.", ["Israel's army", "at least 12 people"]),
        ("Egypt will invite Palestinian and Israeli delegations.",
         ["Egypt", "Palestinian and Israeli delegations"]),
        ("Nearly 1,900 others fled on Friday.", ["Nearly 1,900 others", "Friday"]),
        ("The group said Thursday Iran had left.", ["The group", "Thursday", "Iran"]),
        ('He wants a "lasting" truce.', ["He", 'a "lasting" truce']),
        ("The Feb. 1 meeting failed.", ["The Feb. 1 meeting"]),
        ("A newly elected president met the Oslo-based group.",
         ["A newly elected president", "the Oslo-based group"]),
    ],
)  # fmt: skip
def test_noun_phrases(text, phrases):
    reading = read(text)
    assert texts(reading, reading.noun_phrases(0, len(reading.tokens))) == phrases


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        (
            "A member of the delegation in Cairo left.",
            "member",
            "A member of the delegation in Cairo",
        ),
        ("Ana Diaz, the mayor, left.", "Diaz", "Ana Diaz, the mayor"),
        ("Talks between Chad and Mali failed.", "Talks", "Talks between Chad and Mali"),
        ("Chad and Mali met.", "Chad", "Chad"),
    ],
)
def test_full_noun_phrase(text, word, whole):
    reading = read(text)
    found = reading.full_noun_phrase(reading.tokens.words.index(word))
    assert found is not None
    assert reading.tokens.span(*found).text == whole


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Chad, Mali and Niger met.", "Chad", ["Chad", "Mali", "Niger"]),
        ("Chad, Mali, and Niger met.", "Niger", ["Chad", "Mali", "Niger"]),
        ("In Oslo, Chad and Mali met.", "Mali", ["Chad", "Mali"]),
        ("Ana Diaz, the mayor, left.", "Diaz", ["Ana Diaz"]),
    ],
)
def test_conjuncts(text, word, names):
    reading = read(text)
    phrase = reading.noun_phrase(reading.tokens.words.index(word))
    assert phrase is not None
    assert texts(reading, reading.conjuncts(phrase)) == names


def test_head_is_the_last_noun_of_the_base_phrase():
    reading = read("A member of the delegation left.")
    assert reading.tokens.words[reading.head((0, 5))] == "member"


def test_memoised():
    doc = reader().read("Talks resumed.")
    assert syntax(doc) is syntax(doc)


def test_the_tags_of_a_users_pipeline_are_used():
    nlp = spacy.blank("en")
    doc = nlp("Rebels fled \n Juba")
    for token, tag in zip(doc, ["NNS", "VBD", "_SP", "NNP"], strict=True):
        token.tag_ = tag
    reading = syntax(doc)
    assert [reading.tag(i) for i in range(3)] == ["NOUN", "VERB", "PROPN"]


def test_what_is_remembered_of_words_changes_no_reading(monkeypatch):
    texts = [
        'Talks may have been held. "Rebels were being killed," he said.',
        "TALKS HELD IN CAIRO AS REBELS FLEE: MINISTER",
        "Men held in Cairo have not been freed. Being held, Israelis were freed.",
    ]

    def readings():
        views = [read(text) for text in texts]
        return [
            ([view.tag(i) for i in range(len(view.tokens))], view.verb_groups(0, len(view.tokens)))
            for view in views
        ]

    once = readings()
    texts.reverse()
    assert readings()[::-1] == once
    once.reverse()
    monkeypatch.setattr("newsfacts.syntax.lexicon._MOST_MET", 0)
    assert readings() == once


def test_sentences_are_read_only_when_asked_for():
    reading = read("One man left. Two men stayed.")
    reading.tag(0)
    assert len(reading._readings) == 1


def test_an_endless_sentence_is_read_in_windows():
    reading = read("the man and " * 2000)
    assert reading.noun_phrase(5999 - 1) is not None
    [window] = reading._readings.values()
    assert len(window.words) <= 400


HOSTILE = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            "said to be killed and , \" “ ” ' - the of that who if will not no talks 12 May ( ) "
            ". : Gaza 's which has been after meeting he for".split()
        ),
        max_size=60,
    ).map(" ".join),
)


@given(HOSTILE)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_failure(text: str):
    reading = read(text)
    size = len(reading.tokens)
    for group in reading.verb_groups(0, size):
        assert 0 <= group.start <= group.head < group.end <= size
        assert reading.verb_group(group.head) == group
        for found in (reading.subject(group), reading.object(group), reading.agent(group)):
            assert found is None or 0 <= found[0] < found[1] <= size
        reading.governor(group)
    for i in range(size):
        assert reading.tag(i) in UD.values()
        start, end = reading.clause(i)
        assert start <= i < end
        phrase = reading.noun_phrase(i)
        if phrase is not None:
            assert phrase[0] <= i < phrase[1]
            assert phrase[0] <= reading.head(phrase) < phrase[1]
            whole = reading.full_noun_phrase(i)
            assert whole is not None
            assert whole[0] <= phrase[0]
            assert phrase[1] <= whole[1]
            assert phrase in reading.conjuncts(phrase)
        assert reading.factuality(i).status in Status


def test_every_reading_is_a_code():
    known = set(UD)
    assert {code for codes in lexicon().readings.values() for code in codes} <= known
    assert {code for codes in lexicon().capitalised.values() for code in codes} <= known


def test_no_word_both_affirms_and_denies_what_it_governs():
    words = predicates()
    assert not words.negating & {
        word for word, status in words.verbs.items() if status is Status.INTENDED
    }
    assert not words.negating_nouns & set(words.nouns)


def test_finite_verbs_are_the_finite_verb_groups():
    text = "Norway was told that rebels left. He wants to go, saying so. Having won, they rest."
    view = read(text)
    everything = 0, len(view.tokens)
    finite = [each.start for each in view.verb_groups(*everything) if each.form == "finite"]
    assert len(finite) > 3
    assert view.finite_verbs(*everything) == finite

from functools import cache

import pytest
from test_syntax_factuality import EVENT, SENTENCES

from newsfacts.language import Reader
from newsfacts.syntax import Syntax, syntax
from newsfacts.syntax.lexicon import inflected, lemma, lexicon
from newsfacts.values import Status


@cache
def reader() -> Reader:
    return Reader()


def read(text: str) -> Syntax:
    return syntax(reader().read(text))


@pytest.mark.parametrize("line", SENTENCES)
def test_what_words_call_plain_grammar_calls_actual(line: str):
    plain = read(EVENT.sub(r"\g<word>", line)).is_plain(0)
    events = list(EVENT.finditer(line))
    actual = all(event["status"] == "actual" and not event["denied"] for event in events)
    assert not plain or (actual and not any(event["hedge"] for event in events))


@pytest.mark.parametrize(
    "text",
    [
        "A woman was killed and four children were wounded in the blast.",
        "Rebels released the prisoners near the village.",
        "Twelve people were taken to the hospital.",
        "They died in heavy fighting, according to a doctor.",
    ],
)
def test_a_sentence_without_a_word_that_bears_on_its_events_is_plain(text: str):
    assert read(text).is_plain(0)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were not killed.",
        "The army may have killed twelve people.",
        "Troops were still shelling the town, killing twelve people.",
        "Twelve people were sent to die there.",
        "Rebels moved to re-take the town, killing twelve people.",
        "Fears that twelve people were killed spread.",
        "If twelve people died, they left.",
        "Twelve people reportedly died.",
        "They abandoned an attack in which twelve died.",
        "The continuing attacks killed twelve people.",
        "Twelve people are being held.",
    ],
)
def test_a_word_that_may_bear_on_an_event_leaves_it_to_grammar(text: str):
    assert not read(text).is_plain(0)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed and the rest will be moved to a camp.",
        "Twelve people were killed while they were fishing.",
        "Twelve people were killed in a report from the north.",
    ],
)
def test_of_a_past_passive_fewer_words_are_asked(text: str):
    reading = read(text)
    assert reading.is_plain(0, past=True)
    assert not reading.is_plain(0)
    assert reading.factuality(reading.tokens.words.index("killed")).status is Status.ACTUAL


@pytest.mark.parametrize(
    "text",
    [
        "Fears that twelve people were killed spread.",
        "Officials denied twelve people were killed.",
        "If twelve people were killed, they left.",
        "Twelve people were reportedly killed.",
        "Neither of them was killed.",
    ],
)
def test_what_bears_on_past_passives_is_left_to_grammar(text: str):
    assert not read(text).is_plain(0, past=True)


def test_each_sentence_is_asked_for_itself():
    reading = read("Twelve people died. Others may die.")
    assert reading.is_plain(0)
    assert not reading.is_plain(len(reading.tokens) - 1)


def test_of_an_endless_sentence_a_window_is_asked():
    reading = read("rebels fled " * 300 + "or may flee " + "and rebels fled " * 300)
    plain = [reading.is_plain(at) for at in range(0, len(reading.tokens), 100)]
    assert not all(plain)
    assert any(plain)


@pytest.mark.parametrize("kind", ["verb", "noun"])
def test_inflected_holds_whatever_lemma_takes_for_a_form(kind: str):
    words = [*lexicon().readings, "stopped", "vying", "carries", "crises", "went", "wishes"]
    lemmas = {word: lemma(word, kind) for word in words}
    lacking = {word for word in words if word not in inflected(lemmas[word], kind)}
    # Of "lakers" it cuts off two letters, "rs", and takes it for a form of "lake".
    assert {word for word in lacking if lemmas[word] != word[:-2]} == set()

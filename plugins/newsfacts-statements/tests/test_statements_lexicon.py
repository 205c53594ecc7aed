from importlib.resources import files

import pytest

from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.nouns import nouns
from newsfacts_statements.speakers import genders

FRAMES = {"quote", "clause", "that", "noun", "to", "person", "object", "aside", "hedge", "figure"}


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("says", "say", "s"),
        ("said", "say", "past"),
        ("denies", "deny", "s"),
        ("denied", "deny", "past"),
        ("denying", "deny", "ing"),
        ("urged", "urge", "past"),
        ("urging", "urge", "ing"),
        ("agreeing", "agree", "ing"),
        ("admitted", "admit", "past"),
        ("stresses", "stress", "s"),
        ("foreseen", "foresee", "participle"),
    ],
)
def test_forms_are_spelled_out(form, lemma, kind):
    assert any(cue.lemma == lemma and kind in kinds for cue, kinds, _ in cues()[form])


def test_frames_are_the_ones_that_rules_read():
    used = {frame for senses in cues().values() for cue, *_ in senses for frame in cue.frames}
    assert used == FRAMES


def test_a_verb_with_a_particle_comes_before_the_verb_alone():
    for senses in cues().values():
        lengths = [len(cue.particle) for cue, *_ in senses]
        assert lengths == sorted(lengths, reverse=True)


def test_a_lemma_stands_once():
    seen = {}
    for senses in cues().values():
        for cue, *_ in senses:
            assert seen.setdefault((cue.lemma, cue.particle), cue) == cue


def test_a_title_or_given_name_tells_one_pronoun():
    told = genders()
    assert set(told.values()) == {"he", "she"}
    path = files("newsfacts_statements").joinpath("data/genders.txt")
    lines = [line for line in path.read_text("utf-8").splitlines() if line[0] != "#"]
    she = {word for line in lines if line.startswith("she: ") for word in line[5:].split()}
    he = {word for line in lines if line.startswith("he: ") for word in line[4:].split()}
    assert not she & he


def test_nouns_and_words_are_lower_case():
    assert all(noun == noun.lower() for noun in nouns())
    assert all(word == word.lower() for word in words().closed)

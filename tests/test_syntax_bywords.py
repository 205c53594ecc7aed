"""What the words alone tell of finite verbs: nothing that the grammar would contradict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.language import Reader
from newsfacts.syntax import syntax
from newsfacts.syntax.bywords import is_verb

_WORDS = """
the a an to of in at by with from between not that which Norway ministers plan plans planned
talk talks strike strikes struck back march may will do be have 's visit visited visiting put
read new change slated reports calls claiming calling planning announced charges three
officials and , . " - said says Change TALKS he they it never best rather
""".split()


@pytest.mark.parametrize(
    "phrase",
    [
        "to discuss the case",
        "the visit of the minister",
        "a change in tactics",
        "to be part of talks between the rebels",
        "the status quo",
    ],
)
def test_words_tell_that_no_verb_is_finite(phrase: str) -> None:
    """Infinitives, and what stands after a determiner or preposition, are no finite verbs."""
    grammar = syntax(Reader().tokens(f"Norway wants {phrase}."))
    assert grammar.is_verbless(2, len(grammar.tokens.words))
    assert not grammar.finite_verbs(2, len(grammar.tokens.words))


@pytest.mark.parametrize("phrase", ["talks failed", "he visited the north", "Oslo may change"])
def test_a_word_that_can_be_a_finite_verb_takes_grammar(phrase: str) -> None:
    """Where a word can be one, nothing is said."""
    grammar = syntax(Reader().tokens(f"Norway says {phrase}."))
    assert not grammar.is_verbless(2, len(grammar.tokens.words))


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
def test_grammar_agrees(words: list[str]) -> None:
    """No finite verb begins where the words say that none does."""
    grammar = syntax(Reader().tokens(" ".join(words)))
    size = len(grammar.tokens.words)
    starts = set(grammar.finite_verbs(0, size)) if size else set()
    for first, last in grammar.tokens.sentences:
        for start in range(first, last):
            if grammar.is_verbless(start, last):
                assert starts.isdisjoint(range(start, last))


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Norway faces new charges over the dam.", "charges", False),
        ("In Lima three plans were made.", "plans", False),
        ("In Lima the ministers announced plans to leave.", "announced", True),
        ("Norway left the talks, calling it a mistake.", "calling", True),
        ("Norway left and calls the talks a mistake.", "calls", True),
    ],
)
def test_a_verb_is_told_by_the_words_beside_it(text: str, word: str, *, verb: bool) -> None:
    """No sentence is tagged to tell it."""
    view = Reader().tokens(text)
    at = view.words.index(word)
    assert is_verb(view.words, view.lower, at) is verb
    assert syntax(view).is_verb(at) is verb
    assert (syntax(view).tag(at) == "VERB") is verb


@given(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=14))
def test_the_tagger_agrees(words: list[str]) -> None:
    """What the words tell of a verb the tagger tells too."""
    grammar = syntax(Reader().tokens(" ".join(words)))
    for first, last in grammar.tokens.sentences:
        for at in range(first, last):
            assert grammar.is_verb(at) == (grammar.tag(at) == "VERB")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Rebels approved the plan.", True),
        ("It was a move the army made.", True),
        ("Rebels left with the army.", False),
        ("Initially the police said so.", False),
    ],
)
def test_a_phrase_that_goes_with_nothing_before_it(text: str, *, parted: bool) -> None:
    """A determiner after a verb or noun begins a phrase of its own."""
    grammar = syntax(Reader().tokens(text))
    at = next(i for i, word in enumerate(grammar.tokens.words) if word == "the")
    assert grammar.is_parted(at) is parted

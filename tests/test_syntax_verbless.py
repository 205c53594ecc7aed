"""What the words alone tell of finite verbs: nothing that the grammar would contradict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.language import Reader
from newsfacts.syntax import syntax

_WORDS = """
the a an to of in at by with from between not that which Norway ministers plan plans planned talk
talks strike strikes struck back march may will do be have 's visit visited visiting put read new
change slated and , . " - said says Change TALKS he they it never best rather
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

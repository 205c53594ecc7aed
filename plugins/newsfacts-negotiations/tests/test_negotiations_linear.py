"""The words of an endless sentence are looked at a bounded number of times each."""

from newsfacts.language import Reader
from newsfacts.tokens import Tokens
from newsfacts_negotiations.extract import negotiations


class Counted(list[str]):
    """Is words that count how many of them are copied."""

    copied = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        if isinstance(at, slice):
            self.copied += len(found)
        return found


def copied(times: int) -> int:
    view = Reader().tokens("the talks went on and " * times)
    lower = Counted(view.lower)
    list(negotiations(Tokens(view.text, view.words, view.starts, view.sentences, lower=lower)))
    return lower.copied


def test_twice_the_length_is_twice_the_words():
    assert 0 < copied(1000) < 2.2 * copied(500)

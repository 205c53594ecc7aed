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
            Counted.copied += len(found)
        return found

    def copy(self):
        return Counted(self)


def copied(times: int, said: str = "the talks went on and ") -> int:
    view = Reader().tokens(said * times)
    lower = Counted(view.lower)
    Counted.copied = 0
    list(negotiations(Tokens(view.text, view.words, view.starts, view.sentences, lower=lower)))
    return Counted.copied


def test_twice_the_length_is_twice_the_words():
    assert 0 < copied(1000) < 2.2 * copied(500)


def test_so_it_is_where_pronouns_stand_for_things():
    said = "the truce held and it held and they broke it and "
    assert 0 < copied(600, said) < 2.2 * copied(300, said)

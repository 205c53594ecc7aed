"""The words of the grammar of quantities (`data/quantities.toml`) as its reader looks them up."""

from __future__ import annotations

from functools import cache

from newsfacts.number_kinds import telling_after, telling_before
from newsfacts.numerals import lexicon, starters
from newsfacts.values import Comparator

__all__ = ["ARTICLED", "NO_COUNT_AFTER_ONE", "QuantityWords", "quantity_words"]

ARTICLED = frozenset(
    ("a", word)
    for word in (
        "total",
        "record",
        "combined",
        "reported",
        "minimum",
        "maximum",
        "little",
        "further",
        "confirmed",
    )
) | frozenset(
    ("an", word)
    for word in (
        "estimated",
        "approximate",
        "average",
        "additional",
        "initial",
        "unconfirmed",
    )
)
"""Articles that go with the number after them."""
NO_COUNT_AFTER_ONE = frozenset(("another", "time", "thing", "way", "reason", "more"))
_LINKS = ("to", "or", "and", "in", "of", "out")
"""What may join a number to another."""


class QuantityWords:
    """Is the lexicon in the forms that the reader looks up."""

    def __init__(self) -> None:
        words = lexicon()
        self.before = {
            tuple(phrase.split()): Comparator(name)
            for name, phrases in words["comparators"]["before"].items()
            for phrase in phrases
        }
        self.after = {
            tuple(phrase.split()): Comparator(name)
            for name, phrases in words["comparators"]["after"].items()
            for phrase in phrases
        }
        self.longest = max(len(phrase) for phrase in self.before)
        self.last = frozenset(phrase[-1] for phrase in self.before)
        self.ordinals = frozenset(words["calendar"]["ordinals"].split())
        self.fractions = words["fractions"]
        introduced = {
            phrase.split()[1] for phrase in words["vague"] if phrase.startswith(("a ", "an "))
        }
        self.after_article = frozenset(
            [
                *introduced,
                *(word for _, word in ARTICLED),
                *words["scales"],
                *words["fractions"],
                *("in", "of", "out", "half", "dozen"),
            ]
        )
        """What can make more of an article than one."""
        self.numerals = (starters() - {"a", "an"}) | self.ordinals | {"no", "nobody", "none"}
        self.numerals |= introduced.union(words["scales"], words["fractions"])
        self.starters = starters() | self.ordinals | {"no", "nobody", "none", "another"}
        self.before_plain = telling_before() | {"between"}
        """What before a number in one piece calls for grammar, comparators aside."""
        going_on = self.starters.union(words["scales"], words["suffixes"], words["fractions"])
        comparing = [phrase[0] for phrase in self.after]
        self.after_plain = telling_after().union(going_on, comparing, NO_COUNT_AFTER_ONE, _LINKS)
        """Words that after a number in one piece call for grammar."""


@cache
def quantity_words() -> QuantityWords:
    """Return the words, put together once."""
    return QuantityWords()

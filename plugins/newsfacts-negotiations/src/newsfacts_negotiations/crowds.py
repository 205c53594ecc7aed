"""Crowds: many people who are a side of talks only where they face a power.

"The students rejected the textbook" is school, "the students rejected the ministry's offer" is an
act of politics. The words of the phrase do not tell; whom the sentence sets against it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsfacts_negotiations.words import word_list

__all__ = ["counted", "crowd", "faces_power", "names_power"]

_AGENTS = re.compile(r"[a-z]{3,}(?:men|women|folk|people|ers|eers|ists|tors)\Z")
"""How nouns for people of one trade or belief end (Quirk et al. 1985, appendix I.33-35)."""
_COUNTS = frozenset(
    "team dozens hundreds thousands scores members pair panel some most many few several all both"
    " two three four five six seven eight nine ten none each handful majority crowd group number"
    " rest half leaders representatives delegates column convoy".split()
)
"""Words of number and company: of whom they are told is who they are."""


@cache
def _powers() -> frozenset[str]:
    """Return the words of offices, forces, armed groups, and of what goes on between them."""
    return word_list("powers") | word_list("process")


@cache
def _others() -> frozenset[str]:
    """Return the nouns that name somebody in politics or in business whatever they face."""
    return word_list("apolitical") | word_list("business") | word_list("political")


def crowd(word: str) -> bool:
    """Tell whether *word*, in lower case, names many people by what they are or do."""
    if word in word_list("crowds"):
        return True
    return _AGENTS.match(word) is not None and word not in _others()


def counted(word: str) -> bool:
    """Tell whether *word* only counts those who are named after "of": "two of the nuns"."""
    return word in _COUNTS or word.isdigit()


def names_power(words: Iterable[str]) -> bool:
    """Tell whether *words* name an office, a force or an armed group."""
    return not word_list("powers").isdisjoint(words)


def faces_power(words: Iterable[str]) -> bool:
    """Tell whether *words*, those of a sentence around a crowd, name a power or its doings."""
    return not _powers().isdisjoint(words)

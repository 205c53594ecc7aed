"""Who counts as a political actor: the gate of words that anybody could use.

"The general rejected the plan" is an act of politics, "the striker rejected the offer" is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

__all__ = ["political"]


@cache
def _lines(name: str) -> frozenset[str]:
    """Load the words of one list."""
    text = files("newsfacts_negotiations").joinpath(f"data/{name}.txt").read_text("utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def political(words: Sequence[str]) -> bool:
    """Tell whether the phrase of *words* names a political actor, as far as its words tell.

    A common noun of politics makes it one, a noun of business, sport or family none; a proper name
    that neither says anything about is taken for one.
    """
    lower = [word.lower() for word in words]
    if any(word in _lines("apolitical") for word in lower):
        return False
    if any(word in _lines("political") for word in lower):
        return True
    return any(word[:1].isupper() for word in words)

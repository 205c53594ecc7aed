"""What joins victims to an effect word or to each other, as the words alone tell."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts_casualties.effects import Hit
from newsfacts_casualties.lexicon import closed, closed_any

__all__ = ["BRACKETED", "CLOSERS", "companions_at", "is_between", "past_bracket", "takes_up"]

_TAKEN_UP = ("him", "her", "them")
CLOSERS = {"(": ")", "[": "]"}
BRACKETED = 8
"""Tokens at most of a bracket after a name: "Ann Lee, head of the Civic Front (CF)"."""
_COMPANY = 20
"""Tokens from a verb to "along with": "was killed near his home in Marwa, along with"."""
_BETWEEN = frozenset((",", "and", ";", "years", "old", "aged", "(", ")"))
"""What stands between the names of a list, ages aside."""


def takes_up(lower: Sequence[str], hit: Hit) -> bool:
    """Tell whether a participle strikes whom a pronoun takes up: ", killing him instantly"."""
    after = hit.end
    if after >= len(lower) or lower[after] not in _TAKEN_UP or not lower[hit.start].endswith("ing"):
        return False
    follows = lower[after + 1] if after + 1 < len(lower) else "."
    whole = follows[0].isalpha() and follows not in closed_any("prepositions", "adverbs")
    return not whole or follows in closed("conjunctions")


def past_bracket(lower: Sequence[str], at: int, end: int) -> int:
    """Return the token after the bracket that opens at *at*, *at* itself if none does.

    "The murder of [retired] General Lee", "Ann Lee (24) and Bo Holt".
    """
    close = CLOSERS.get(lower[at]) if at < end else None
    inside = range(at + 1, min(end - 1, at + BRACKETED)) if close else ()
    return next((last + 1 for last in inside if lower[last] == close), at)


def companions_at(lower: Sequence[str], after: int, end: int) -> int | None:
    """Return the token after "along with" or "together with" that follows a verb, None if none.

    Args:
        lower: the document's tokens in lower case.
        after: index of the token after the verb.
        end: index of the token after the sentence.
    """
    for at in range(after, min(end - 2, after + _COMPANY)):
        word = lower[at]
        if word in ("along", "together") and lower[at + 1] == "with":
            return at + 2
        if word in closed("barriers"):
            return None
    return None


def is_between(word: str) -> bool:
    """Tell whether a lower-case token can stand between the members of a list of people."""
    return word in _BETWEEN or word.isdigit()

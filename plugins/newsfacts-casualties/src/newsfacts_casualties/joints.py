"""What joins victims to an effect word or to each other, as the words alone tell."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts_casualties.effects import Hit
from newsfacts_casualties.lexicon import closed, closed_any
from newsfacts_casualties.paths import SAYING

__all__ = [
    "ABBREVIATED",
    "BRACKETED",
    "CLAUSE",
    "CLOSERS",
    "COMPANY",
    "closes_apposition",
    "companions_at",
    "governs",
    "is_between",
    "is_vaguely_put",
    "past_bracket",
    "past_clause",
    "takes_up",
]

_TAKEN_UP = ("him", "her", "them")
CLOSERS = {"(": ")", "[": "]"}
ABBREVIATED = [
    [word, "."]
    for word in "lt capt sgt col gen maj cpl pvt cmdr insp supt const rev fr sr gov sen rep".split()
]
"""Titles that end in a point of their own, with it."""
BRACKETED = 8
"""Tokens at most of a bracket after a name: "Ann Lee, head of the Civic Front (CF)"."""
COMPANY = 20
"""Tokens from a verb to "along with": "was killed near his home in Marwa, along with"."""
_BETWEEN = frozenset((",", "and", ";", "years", "old", "aged", "(", ")"))
"""What stands between the names of a list, ages aside."""
CLAUSE = 24
"""Tokens at most of a clause between a subject and its verb: "Ann Lee, who sang for a living,"."""
_CONJUNCTIONS = frozenset(("after", "before", "since", "until"))
"""Prepositions that also begin clauses: "after a judge and Ann Lee were killed"."""
_IN_THE = (["in", "the"], ["into", "the"])
_ROUGHLY = frozenset(("low", "high", "many"))
_TITLE = 10
"""Tokens from a name to the comma that closes its title: "Bo Holt, the mayor of Marwa, said"."""


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
    for at in range(after, min(end - 2, after + COMPANY)):
        word = lower[at]
        if word in ("along", "together") and lower[at + 1] == "with":
            return at + 2
        if word in closed("barriers"):
            return None
    return None


def is_between(word: str) -> bool:
    """Tell whether a lower-case token can stand between the members of a list of people."""
    return word in _BETWEEN or word.isdigit()


def closes_apposition(lower: Sequence[str], at: int, end: int) -> bool:
    """Tell whether token *at* ends an apposed name, which is neither a list's nor who says it.

    "A nurse, Ann Lee and two drivers died", "killed a guard, Bo Holt, the mayor, said".
    """
    if at >= end or lower[at] != ",":
        return at >= end or lower[at] not in ("and", "or")
    commas = [comma for comma in range(at, min(end, at + _TITLE)) if lower[comma] == ","]
    return SAYING.isdisjoint(lower[comma + 1] for comma in commas[:2] if comma + 1 < end)


def past_clause(lower: Sequence[str], at: int, end: int) -> int:
    """Return the token after the comma that closes the clause at *at*; *at* if none does."""
    inside = range(at + 1, min(end, at + CLAUSE))
    return next((last + 1 for last in inside if lower[last] == ","), at)


def governs(word: str) -> bool:
    """Tell whether the word before a noun phrase makes it no subject; "after" begins a clause."""
    return word in closed("prepositions") and word not in _CONJUNCTIONS


def is_vaguely_put(lead: Sequence[str]) -> bool:
    """Tell by the words before "hundreds": "put the toll *in the*", "run *into the low*"."""
    near = [word for word in lead[-3:] if word not in _ROUGHLY]
    return near[-2:] in _IN_THE and "," not in lead

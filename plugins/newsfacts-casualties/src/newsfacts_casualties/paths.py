"""What the words between a counted phrase and its verb, or another phrase, say of the two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsfacts_casualties.effects import Hit
from newsfacts_casualties.lexicon import NounKind, closed
from newsfacts_casualties.nouns import Counted

__all__ = [
    "SAYING",
    "alike",
    "attaches",
    "is_description",
    "joins",
    "without_age",
    "without_parenthesis",
]

_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_NEAR = 7
"""Tokens from "and" to a verb that still has both for its subject."""
_COMPRISING = frozenset("comprising totalling totaling representing numbering".split())
_DIED = frozenset(("died", "drowned", "perished", "succumbed", "suffocated", "expired"))
SAYING = frozenset("said says told added announced reported confirmed tweeted wrote".split())
"""Verbs whose subject is no victim of what they say."""
_CLOSERS = {"(": ")", "[": "]", ",": ",", "-": "-", "–": "–", "—": "—", "--": "--"}
_TELLING = frozenset(
    "announcing believing claiming complaining explaining fearing hoping insisting reporting "
    "saying screaming shouting stating suspecting telling thinking warning worrying".split()
)
"""Participles after which a clause may begin without "that"."""
_IDENTIFIED = frozenset("identified known described".split())
_IDENTIFYING = 5
"""Tokens from "identified" to "as": "identified by police as"."""
_AGE = frozenset("between from to and under over about around - – years months".split())
_SAID = frozenset(
    "admitted alleged announced asserted assumed believed boasted claimed complained concluded "
    "confessed confirmed declared denied discovered explained feared insisted learned noticed "
    "realised realized recalled remembered reported revealed shouted suspected warned "
    "wished".split()
)
"""Past forms after which a clause may begin without "that"."""
_AFTER_PARTICIPLE = frozenset("in at by as with on near to inside aboard from under".split())
_FELL = frozenset(("fell", "took", "lost", "ate", "drank", "went", "slipped"))
"""Verbs that may come before "and died", apart from those in -ed."""


def attaches(path: Sequence[str], hit: Hit) -> bool:
    """Tell whether the words between a subject and its verb hang on the subject.

    They do after a preposition ("in three villages"), a relative pronoun, or the "and" of a noun
    that has no number ("12 fighters and family members were evacuated").
    """
    relative = path[0] in ("who", "that", "which", "whom")
    if _describes(path, hit):
        return True
    if not closed("barriers").isdisjoint(path[relative:]):
        return False
    if path[-1] == "and" and hit.trigger.words[0] in _DIED and "," not in path:
        return path[0] in closed("auxiliaries") or path[0].endswith("ed") or path[0] in _FELL
    if path[0] == "and":
        return hit.passive and len(path) < _NEAR
    return relative or path[0] in closed("prepositions") or path[0] in _COMPRISING


def _describes(path: Sequence[str], hit: Hit) -> bool:
    """Tell whether a participle that says who the subject is leads to a finite verb.

    "One of the guards watching the gate was wounded", "a man identified as a spy was killed".
    """
    if not (hit.passive or hit.trigger.words[0] in _DIED) or not _parting().isdisjoint(path):
        return False
    first, rest = path[0], path[1:]
    if any(word.endswith("ed") and word not in _SAID for word in rest):
        return False
    if first.endswith("ing"):
        return len(first) > len("being") and first not in _TELLING
    tied = rest[:1] != [] and rest[0] in _AFTER_PARTICIPLE
    return tied and first.endswith("ed") and first not in _SAID


@cache
def _parting() -> frozenset[str]:
    """Words that no participle's own phrase holds, articles aside."""
    pronouns = closed("pronouns") - {"this", "these", "those", "there"}
    return (closed("barriers") | closed("conjunctions") | pronouns | {","}) - {"as"}


def is_description(lower: Sequence[str], start: int) -> bool:
    """Tell whether a phrase at *start* says who somebody is: "a woman identified as a nurse"."""
    told = lower[max(0, start - _IDENTIFYING) : start]
    return told[-1:] == ["as"] and not _IDENTIFIED.isdisjoint(told)


def alike(one: Counted, other: Counted) -> bool:
    """Tell whether two coordinated phrases can share an effect."""
    people = (*_PEOPLE, None)
    return one.kind is other.kind or (one.kind in people and other.kind in people)


def joins(gap: Sequence[str]) -> bool:
    """Tell whether the words between two phrases coordinate them: "and", ",", "or", "("."""
    return bool(gap) and set(gap) <= {"and", "or", ",", "(", "as", "well", "plus"}


def without_age(path: list[str]) -> list[str]:
    """Drop "aged between 4 and 12" after the phrase."""
    at = int(path[:1] == ["aged"])
    while at and at < len(path) and (path[at][0].isdigit() or path[at] in _AGE):
        at += 1
    return path[at:]


def without_parenthesis(path: list[str]) -> list[str]:
    """Drop what stands between two commas, dashes or brackets after the phrase."""
    close = _CLOSERS.get(path[0]) if path else None
    if close not in path[1:]:
        return path
    for at in range(1, len(path) - 1):
        if path[at] == close and path[at + 1] in SAYING:
            return path[at + 1 :]  # "An officer, who ..., said that one hostage, ..., had died"
    return path[len(path) - path[::-1].index(close) :]

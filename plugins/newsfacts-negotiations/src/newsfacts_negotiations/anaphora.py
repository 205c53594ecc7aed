"""What pronouns stand for among the things of talks: "a truce was declared, and *it* held".

A pronoun is read as the last such thing of its number, told of in its sentence or the one before.
Whether a verb can say something of the thing, and not of a party, is told by its voice: "it held",
"it was signed" and "both signed it" can, "it signed the accord" cannot.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import attrs

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.words import class_forms

__all__ = ["meant_of", "referred"]

_PRONOUNS = frozenset({"it", "they", "them"})
_MOST = 8
"""Things told of before a pronoun among which it is looked for, however long the sentence."""
_CLAUSAL = frozenset({"that", "to", "if", "whether"})
"""Words after a verb with which its "it" stands for nothing: "it was agreed that"."""


def referred(words: list[str], sentences: Sequence[tuple[int, int]]) -> list[str]:
    """Return *words* with the pronouns that can stand for a thing of talks replaced by it.

    Args:
        words: a document's tokens in lower case.
        sentences: its sentences, as half-open ranges of tokens.
    """
    things = class_forms("anaphoric")
    told = [at for at, word in enumerate(words) if word in things]
    pronouns = [at for at, word in enumerate(words) if word in _PRONOUNS] if told else ()
    firsts = [first for first, _ in sentences] if pronouns else ()
    meant = {}
    for at in pronouns:
        sentence = bisect_right(firsts, at) - 1
        after = bisect_left(told, at)
        before = max(bisect_left(told, firsts[max(sentence - 1, 0)]), after - _MOST)
        thing = _last([words[there] for there in told[before:after]], plural=words[at] != "it")
        if thing is not None:
            meant[at] = thing
    if not meant:
        return words  # as in most articles
    found = words.copy()
    for at, thing in meant.items():
        found[at] = thing
    return found


def _last(things: list[str], *, plural: bool) -> str | None:
    """Return the last of *things* of that number."""
    return next((thing for thing in reversed(things) if thing.endswith("s") is plural), None)


def meant_of(reading: Syntax, act: Act, words: list[str]) -> Act | None:
    """Return *act* with the pronouns that stand for things, and so are no parties to it.

    None if one of them is among its trigger's words, and its verb cannot tell of things.

    Args:
        reading: the document's syntax.
        act: an act as a trigger found it.
        words: the document's words as `referred` returns them.
    """
    lower = reading.tokens.lower
    used = [
        at
        for part in act.match.parts
        if part is not None
        for at in range(*part)
        if words[at] != lower[at]
    ]
    if not all(_tells(reading, act, at) for at in used):
        return None
    passive = act.group is not None and act.group.voice == "passive"
    phrases = (act.object, act.subject if passive else None)
    heads = [phrase[0] for phrase in phrases if phrase is not None]
    used += [at for at in heads if lower[at] == "it" != words[at]]
    return attrs.evolve(act, things=frozenset(used)) if used else act


def _tells(reading: Syntax, act: Act, pronoun: int) -> bool:
    """Tell whether the verb of *act* can be said of a thing that token *pronoun* stands for."""
    group = act.group
    if group is None or act.head == pronoun:
        return False
    if pronoun >= group.end:
        return True
    if not _CLAUSAL.isdisjoint(reading.tokens.lower[group.end : group.end + 1]):
        return False
    target = reading.object(group)
    # "It took effect": the object is one of the trigger's words.
    return group.voice == "passive" or target is None or target[1] <= act.match.end

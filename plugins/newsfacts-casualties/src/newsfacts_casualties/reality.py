"""How real a casualty is: done, feared, forecast, conditional, denied; and in what hedge."""

from __future__ import annotations

from functools import cache

import attrs

from newsfacts import Status
from newsfacts.syntax import Factuality, Syntax, VerbGroup
from newsfacts_casualties.effects import Form, Hit
from newsfacts_casualties.lexicon import closed_any

__all__ = ["PASSIVES", "governing_verb", "reality"]

_DEFINITE = frozenset(("the", "this", "that"))
_BLAMED = frozenset(
    "accused suspected convicted charged guilty responsibility responsible blamed blame indicted "
    "wanted credit sentenced tried arrested jailed acquitted".split()
)
"""What doubts who did it, not that it was done: "suspected of killing 12 people"."""
_AHEAD = frozenset((Status.PLANNED, Status.INTENDED))
_PREVENTED = frozenset(
    f"{verb}{ending}"
    for verb in ("prevent", "avert", "avoid", "foil", "thwart")
    for ending in ("", "s", "ed", "ing")
)
"""Verbs whose object was not done: "averted the killing of 12 people"."""
_FEARED = frozenset(("feared", "presumed"))
_OF_PEOPLE = frozenset(("accused", "believed", "suspected", "thought"))
"""Hedges that after those counted say who they are, not what befell them."""
_DENIALS = frozenset(("not", "n't", "n’t", "never", "no", "without", "failed"))
PASSIVES = frozenset(("was", "were"))
"""Before a participle they make it finite and past: "were killed"."""
_LATER = ("later", "also", "then")
_DIED = frozenset(("died", "fled", "perished", "succumbed"))
_TOLD = (Form.TOLL, Form.NOUN)
"""Effect words that a verb after them gives a number: "the death toll could rise to 40"."""
_ACTUAL = Factuality(status=Status.ACTUAL, negated=False, hedge=None)


def governing_verb(syntax: Syntax, hit: Hit, floor: int) -> VerbGroup | None:
    """Return the verb group of an effect word, or the last before it back to *floor*.

    "left homeless" and "are feared dead" take the verb before; "the deaths of" takes none. Of
    several it is the first: "went missing".
    """
    for at in range(hit.start, hit.end):
        if group := syntax.verb_group(at):
            return group
    for at in range(hit.start - 1, floor - 1, -1):
        if group := syntax.verb_group(at):
            return group
    return None


def reality(syntax: Syntax, hit: Hit, phrase_start: int, phrase_end: int) -> Factuality:
    """Return status, denial and hedge of what an effect word says of a counted phrase.

    Args:
        syntax: the document's syntax.
        hit: the effect word.
        phrase_start: index of the first token of the phrase.
        phrase_end: index of the token after it.
    """
    lower = syntax.tokens.lower
    if _is_plain(syntax, hit) or _is_presupposed(syntax, hit):
        return _ACTUAL
    before = phrase_end <= hit.start
    floor = phrase_end if before else hit.start
    group = governing_verb(syntax, hit, floor)
    if hit.trigger.form in _TOLD and hit.end < phrase_start:
        told = reversed(range(hit.end, phrase_start))
        group = next((verb for at in told if (verb := syntax.verb_group(at))), group)
    if group is None and before and phrase_start > 0:
        group = syntax.verb_group(phrase_start - 1)
    found = syntax.factuality(hit.start if group is None else group.head)
    if found.status is Status.ONGOING and group is not None and not group.progressive:
        # What goes on is the main verb: "was advancing on the town, killing 12".
        found = attrs.evolve(found, status=Status.ACTUAL)
    if found.status in _AHEAD and lower[max(0, hit.start - 2) : hit.start] == ["to", "have"]:
        found = attrs.evolve(found, status=Status.ACTUAL)  # "are known to have died"
    if found.negated and not _DENIALS.isdisjoint(lower[hit.start : hit.end]):
        found = attrs.evolve(found, negated=False)  # "six did not survive"
    if not before:
        found = _without_description(found, lower, phrase_end)
    for at in range(max(floor, hit.start - 4), hit.end):
        if lower[at] in _FEARED:
            return Factuality(status=Status.PREDICTED, negated=found.negated, hedge=(at, at + 1))
    return found


def _is_presupposed(syntax: Syntax, hit: Hit) -> bool:
    """Tell "called for a probe into the murder of" and "suspected of killing" 12 people."""
    lower = syntax.tokens.lower
    if hit.trigger.words[-1] == "of":
        phrase = syntax.noun_phrase(hit.start)  # "the 7 January murder of"
        first = phrase[0] if phrase else max(0, hit.start - 1)
        if lower[first] in _DEFINITE and lower[first - 1] not in _PREVENTED:
            return True
    return lower[hit.start].endswith("ing") and lower[max(0, hit.start - 2)] in _BLAMED


def _without_description(found: Factuality, lower: list[str], end: int) -> Factuality:
    """Drop a hedge after token *end* that says who was struck: "three men accused of spying"."""
    describes = found.hedge and found.hedge[0] >= end and lower[found.hedge[0]] in _OF_PEOPLE
    return attrs.evolve(found, hedge=None) if describes else found


def _is_plain(syntax: Syntax, hit: Hit) -> bool:
    """Tell whether the words of its sentence alone say that what an effect word tells is done."""
    form = hit.trigger.form
    return form is not Form.ACTIVE and syntax.is_plain(hit.start, past=_is_past(syntax, hit))


def _is_past(syntax: Syntax, hit: Hit) -> bool:
    """Tell finite past verbs by the words before them: "were fatally shot", "12 people died"."""
    lower, at = syntax.tokens.lower, hit.start
    before = lower[at - 1] if at else ""
    if hit.trigger.form is Form.EITHER:
        light = at > 1 and (before.endswith("ly") or before in _LATER)
        return before in PASSIVES or (light and lower[at - 2] in PASSIVES)
    return lower[at] in _DIED and hit.end == at + 1 and before not in _perfect()


@cache
def _perfect() -> frozenset[str]:
    """Words after which "died" may be a participle, or a verb that shares its auxiliary."""
    return closed_any("auxiliaries", "adverbs") | {"to", "and", "or", ","}

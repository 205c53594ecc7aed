"""How an act must be meant to count: its verb's mood, and that somebody does it, not only is to."""

from __future__ import annotations

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.triggers import FUTURE

__all__ = ["NEGATIVE", "meant"]

NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
"""One of these stands before a verb that is negated."""
_DEEDS = frozenset({Event.AGREE, Event.CEASEFIRE, Event.IMPLEMENT, Event.VIOLATE})
"""Acts that nobody does who is only asked to."""
_QUESTION = 8
"""Tokens from "whether" to the act."""
_CONDITIONS = frozenset({"if", "unless", "until", "till", "once"})
"""Conjunctions of what has not come about yet."""
_HALTS = frozenset({",", ":", ";", "that", "who", "which", "and", "but", "then", "—", "–", "("})
"""Words and marks before which another clause ends."""
_WONDERING = frozenset("asked ask asks asking wondered wonder wondering unclear".split())
_ASKING = frozenset(
    "ask urge beg plead implore beseech entreat exhort press want advise encourage challenge"
    " pressure tempt lobby petition".split()
)
"""Verbs whose infinitive is what somebody else is to do."""


def meant(act: Act, reading: Syntax) -> bool:
    """Tell whether *act* is told of as its trigger wants, and is no wish of somebody else's."""
    if not _moody(act, reading) or _in_question(act, reading) or _condition(act, reading):
        return False
    if act.group is not None and act.subject is None and _inverted(act, reading):
        return False
    if act.event is Event.ENDORSE and _denied(act, reading):
        return False
    if act.event in _DEEDS and _discussed(act, reading):
        return False
    return act.event not in _DEEDS or not _asked(act, reading)


def _moody(act: Act, reading: Syntax) -> bool:
    """Tell whether the verb has the mood that the trigger wants."""
    when, group = act.trigger.when, act.group
    if when is None:
        return True
    if group is None:
        return False
    if when == "negated":
        said = reading.tokens.lower[act.match.start : act.head]
        return _negated(group, reading) or not NEGATIVE.isdisjoint(said)
    if when == "failure":
        return group.modal not in FUTURE and _negated(group, reading)
    if when in ("promise", "refusal") and group.voice == "passive":
        return False  # nobody promises or refuses what "will (not) be withdrawn"
    return group.modal in FUTURE and _negated(group, reading) is (when == "refusal")


def _in_question(act: Act, reading: Syntax) -> bool:
    """Tell whether a threat is only asked about: "asked whether Oslo would retaliate, he said"."""
    lower = reading.tokens.lower
    if act.event is not Event.THREATEN:
        return False
    first = max(reading.tokens.sentence_range(act.head)[0], act.start - _QUESTION)
    for at in range(act.start - 1, first, -1):
        if lower[at] in (",", ":", ";", "that"):
            return False
        if lower[at] in ("whether", "if"):
            return lower[at - 1] in _WONDERING
    return False


def _condition(act: Act, reading: Syntax) -> bool:
    """Tell whether the act is only a condition of another: "unless the rebels free the nuns".

    "Once the truce takes effect" still tells of the truce.
    """
    if act.event is Event.CEASEFIRE:
        return False
    if act.group is None or act.group.form != "finite" or act.group.modal is not None:
        return False  # "if talks fail we will go"
    words = reading.tokens.lower
    first = reading.tokens.sentence_range(act.head)[0]
    if act.subject is not None and act.subject[0] > first and words[act.subject[0] - 1] == "should":
        return True  # "should they refuse"
    for at in range(act.start - 1, max(first, act.start - _QUESTION) - 1, -1):
        if words[at] in _HALTS:
            return False
        if words[at] in _CONDITIONS:
            asked = not _WONDERING.isdisjoint(words[max(first, at - _QUESTION) : at])
            told = words[at] not in ("if", "unless") and act.group.tense == "past"
            return not asked and not told  # "once both had signed" they had
    return False


def _asked(act: Act, reading: Syntax) -> bool:
    """Tell whether somebody is only asked to do it: "the priest asked the men to lay down arms"."""
    if act.group is None or act.group.form != "infinitive":
        return False
    above = reading.governor(act.group)
    if above is None or above.lemma not in _ASKING:
        return False
    return above.end < act.group.start  # "wants to sign" asks nobody else


def _discussed(act: Act, reading: Syntax) -> bool:
    """Tell whether the act is a thing that something is said of: "accepting it means defeat".

    What is said of it in the past was done: "signing the accord was a mistake".
    """
    group = act.group
    first, last = reading.tokens.sentence_range(act.head)
    words = reading.tokens.lower
    if group is None or group.start > first + 1 or not words[group.head].endswith("ing"):
        return False
    later = reading.verb_groups(act.match.end, min(act.match.end + _QUESTION, last))
    above = next((each for each in later if each.form == "finite"), None)
    return (
        above is not None
        and "," not in words[group.end : above.start]
        and (above.tense != "past" or above.modal is not None)
    )


def _denied(act: Act, reading: Syntax) -> bool:
    """Tell whether somebody denies it: "denies backing the rebels" speaks of no plan."""
    above = reading.governor(act.group) if act.group and act.group.form == "gerund" else None
    return above is not None and above.lemma == "deny"


def _inverted(act: Act, reading: Syntax) -> bool:
    """Tell whether the verb is a condition's: "had the talks succeeded"."""
    return reading.tokens.lower[act.head] == "had" and act.head < act.match.end - 1


def _negated(group: VerbGroup, reading: Syntax) -> bool:
    """Tell whether the verb group is negated."""
    words = reading.tokens.lower[group.start : group.end]
    return group.negated or "n't" in words or "n’t" in words

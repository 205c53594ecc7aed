"""How real an act is: what the syntax says of its verb, read as talks are told.

`newsfacts.syntax` reads tense, mood, negation and what governs a verb. On top of it stand the
habits of this field: who tries to mediate is mediating, a party that "will not" refuses, one
side's "will negotiate" is an intention, and a question can be answered with "No."
"""

from __future__ import annotations

from itertools import pairwise

from newsfacts import Status
from newsfacts.syntax import Factuality, Syntax, VerbGroup
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.mood import NEGATIVE
from newsfacts_negotiations.triggers import Trait
from newsfacts_negotiations.words import word_list

__all__ = ["reality"]

_SPOKEN = frozenset({Event.CALL, Event.DEMAND, Event.THREATEN, Event.ENDORSE, Event.REJECT})
"""Acts that are done in the saying: "is calling for" has called."""
_PUT_FORWARD = frozenset({Event.CALL, Event.DEMAND, Event.OFFER})
"""Acts whose nouns name what is there, whatever is done with it: "rejected a call for talks"."""
_TRYING = frozenset({"try", "seek", "work", "strive", "attempt", "struggle", "continue", "help"})
_NEGATIVE = frozenset({Event.STALL, Event.REJECT, Event.DEMAND, Event.THREATEN, Event.BREAK_OFF})
"""Acts whose own words can be a "no"."""
_BEFORE_ACTING = frozenset(
    "plan intend expect prepare want hope wish decide agree promise pledge vow be need seek"
    " schedule".split()
)
"""Verbs after which an infinitive is still to come."""
_ASKING = frozenset({"asked", "ask", "asks", "asking"})
_GOALS = frozenset({"goal", "aim", "hope", "wish", "desire", "priority", "ambition"})
_QUESTION = 40
"""Tokens before and after an act in which a question and its answer are looked for."""
_DAY = 8
"""Tokens after the words of talks in which their day is looked for."""
_HEADLINE = 16
"""Tokens of a headline, at most."""
_KNOWN = frozenset({"the", "this", "that", "its", "their"})
"""Words with which a noun phrase names what is known."""
_STEPS = 3
"""Verbs upwards that are followed from an attempt."""


def reality(act: Act, reading: Syntax) -> Factuality:
    """Return how real *act* is, whether it is denied, and the words that hedge it."""
    fact = _negation(act, reading.factuality(_real(act, reading)), reading)
    if _to_come(act, reading):
        fact = _so(fact, Status.PLANNED)
    if Trait.LACKING in act.trigger.traits:
        return _so(fact, fact.status, negated=False)
    if act.trigger.when in ("refusal", "negated", "failure"):
        # The negation is the act: "will not accept" is a refusal, and not denied.
        intended = act.trigger.when == "refusal" and fact.status is not Status.CONDITIONAL
        status = Status.INTENDED if intended else fact.status
        return _so(fact, status, negated=act.event is Event.AGREE)  # "had not agreed to leave"
    if act.trigger.status is not None:
        return _so(fact, act.trigger.status)
    if act.headline:
        return _so(fact, Status.ACTUAL)  # "Lomé brokers deal"
    if act.group is None and act.event in _PUT_FORWARD:
        first = reading.tokens.lower[act.start]
        return _so(fact, Status.ACTUAL, negated=first in ("no", "without"))
    if act.event is Event.MEDIATE:
        return _attempted(act, fact, reading)
    if fact.status is Status.CONDITIONAL:
        return _asked(act, fact, reading)
    return _so(fact, _status(act, fact.status, reading))


def _so(fact: Factuality, status: Status, *, negated: bool | None = None) -> Factuality:
    """Return *fact* with that *status*, and so *negated*; most are as they were, and not copied."""
    if negated is None:
        negated = fact.negated
    if status is fact.status and negated is fact.negated:
        return fact
    return Factuality(status=status, negated=negated, hedge=fact.hedge)


def _negation(act: Act, fact: Factuality, reading: Syntax) -> Factuality:
    """Return *fact* with what the words of talks say of its denial."""
    if _own_negation(act, reading) or _apart(act, reading):
        fact = _so(fact, fact.status, negated=False)
    without = "without" in reading.tokens.lower[max(act.start - 1, 0) : act.head]
    return _so(fact, fact.status, negated=True) if without or _denied(act, reading) else fact


def _own_negation(act: Act, reading: Syntax) -> bool:
    """Tell whether the "no" is part of what is done: "no sign of a deal", "not until he goes"."""
    if act.event not in _NEGATIVE:
        return False
    words = reading.tokens.lower
    return any(
        not NEGATIVE.isdisjoint(words[slice(*part)]) for part in act.match.parts if part is not None
    )


def _apart(act: Act, reading: Syntax) -> bool:
    """Tell whether a negation is the main clause's: "Urged to end the siege, he did not reply"."""
    group = act.group
    if group is None or group.form != "participle" or group.negated:
        return False
    first = reading.tokens.sentence_range(group.start)[0]
    return group.start <= first + 1 or reading.tokens.lower[group.start - 1] == ","


def _denied(act: Act, reading: Syntax) -> bool:
    """Tell whether a word between those of the act denies it: "made no overture", "no longer"."""
    words = reading.tokens.lower
    if act.group is None:
        # "is not in talks", "no pause in the fighting"
        first = reading.noun_phrase(act.head) or (act.start, act.head)
        no = act.event not in _NEGATIVE and words[min(first[0], act.start)] == "no"
        return no or words[act.start - 1 : act.start][:1] in (["not"], ["n't"], ["n’t"], ["never"])
    near = max(act.group.start - 3, 0)
    if "no" not in words[near : max(act.head, act.match.end)]:
        return False  # as most have none
    if "no longer" in " ".join(words[near : act.head]):
        return True
    before = words[near : act.group.start]
    if act.group.form == "gerund" and before[:1] == ["no"] and before[-1] in ("in", "of"):
        return True  # "has shown no interest in stopping its advance"
    own = {at for part in act.match.parts if part is not None for at in range(*part)}
    return any(words[at] == "no" and at not in own for at in range(act.head + 1, act.match.end))


def _to_come(act: Act, reading: Syntax) -> bool:
    """Tell whether the act is what a headline announces: "Rebels to free hostages"."""
    group = act.group
    if group is None or group.form != "infinitive" or group.start == 0:
        return False
    first, last = reading.tokens.sentence_range(act.head)
    subject = reading.noun_phrase(group.start - 1)
    if subject is None or subject[0] != first or last - first > _HEADLINE:
        return False
    return not any(verb.form == "finite" for verb in reading.verb_groups(first, last))


def _real(act: Act, reading: Syntax) -> int:
    """Return the verb that tells how real *act* is: "must be returned *and* troops withdrawn"."""
    group = act.group
    if group is None or group.form != "participle" or group.start != group.head:
        return act.head
    above = reading.governor(group)
    subject = reading.subject(group)
    first = subject[0] if subject and subject[0] < group.start else group.start
    joined = first > 0 and reading.tokens.lower[first - 1] in ("and", "or")
    passive = above is not None and above.voice == group.voice == "passive"
    return above.head if above is not None and joined and passive and above.modal else act.head


def _status(act: Act, status: Status, reading: Syntax) -> Status:
    """Return the status of *act* as this field reads the one that syntax gives."""
    if act.event in _SPOKEN and (status is Status.ONGOING or _purpose(act, status, reading)):
        return Status.ACTUAL
    if status is Status.PLANNED and (
        act.event is Event.THREATEN
        or (act.event is Event.NEGOTIATE and _one_sided(act, reading) and not _fixed(act, reading))
        or _wished(act, reading)
    ):
        return Status.INTENDED
    if act.event is Event.CEASEFIRE and act.group is not None and act.group.modal == "would":
        return Status.PREDICTED  # somebody's word on prospects
    if act.event is Event.MEET and _heading(act):
        return Status.PLANNED
    if act.event is Event.STALL and _since(act, reading):
        return Status.ONGOING
    return status


def _purpose(act: Act, status: Status, reading: Syntax) -> bool:
    """Tell whether somebody did something to say it, and so said it: "marched to demand peace"."""
    group = act.group
    if status is not Status.PLANNED or group is None or group.form != "infinitive":
        return False
    above = reading.governor(group)
    return (
        above is not None
        and above.form == "finite"
        and above.lemma not in _BEFORE_ACTING
        and reading.factuality(above.head).status is Status.ACTUAL
    )


def _attempted(act: Act, fact: Factuality, reading: Syntax) -> Factuality:
    """Return how real an effort to mediate is: as real as the trying, whatever comes of it."""
    if act.group is None:
        effort = fact.status in (Status.ACTUAL, Status.INTENDED, Status.PLANNED)
        return _so(fact, Status.ONGOING) if effort and Trait.EFFORT in act.trigger.traits else fact
    if _presupposed(act.group, reading):
        return _so(fact, Status.ACTUAL, negated=False)
    outer = act.group
    for _ in range(_STEPS):
        above = reading.governor(outer)
        if above is None or above.lemma not in _TRYING:
            break
        outer = above
    fact = reading.factuality(outer.head)
    lasting = outer.tense == "present" or outer.perfect or outer.progressive
    lasting = lasting or reading.tokens.lower[outer.head].endswith("ing")
    if fact.status is Status.ACTUAL and lasting:
        return _so(fact, Status.ONGOING)
    return fact


def _presupposed(group: VerbGroup, reading: Syntax) -> bool:
    """Tell whether it describes what is known: "under *the deal brokered by Oman* they will"."""
    if group.form != "participle" or group.voice != "passive":
        return False
    words, at = reading.tokens.lower, group.start - 1
    phrase = reading.noun_phrase(at - (words[at] == ",")) if at > 0 else None
    return phrase is not None and words[phrase[0]] in _KNOWN


def _one_sided(act: Act, reading: Syntax) -> bool:
    """Tell whether a party, not the talks, is what "will" go on: it takes two to negotiate."""
    if act.group is None or act.trigger.predicated:
        return False
    above = act.group if act.group.modal else reading.governor(act.group)
    return above is not None and above.modal is not None


def _fixed(act: Act, reading: Syntax) -> bool:
    """Tell whether the day of the talks is named: then they are planned, not only wanted."""
    last = min(act.end + _DAY, reading.tokens.sentence_range(act.head)[1])
    words = reading.tokens.lower[act.end : last]
    return not word_list("times").isdisjoint(words)


def _heading(act: Act) -> bool:
    """Tell whether the act is a headline's journey: "Rebels heading for Oslo talks"."""
    group = act.group
    return group is not None and group.form == "participle" and group.lemma in ("head", "travel")


def _wished(act: Act, reading: Syntax) -> bool:
    """Tell whether the act is what somebody's goal is: "our aim is for the talks to resume"."""
    first = reading.tokens.sentence_range(act.head)[0]
    before = reading.tokens.lower[max(first, act.start - 6) : act.start]
    return "for" in before and bool(_GOALS.intersection(before))


def _since(act: Act, reading: Syntax) -> bool:
    """Tell whether a standstill goes on: "has been frozen since 2014", "for years"."""
    after = reading.tokens.lower[act.end : act.end + 3]
    return act.group is not None and act.group.perfect and ("since" in after or "for" in after)


def _asked(act: Act, fact: Factuality, reading: Syntax) -> Factuality:
    """Return how real an act is that somebody was asked about, and whether the answer is no."""
    words = reading.tokens.lower
    first, last = reading.tokens.sentence_range(act.head)
    first, last = max(first, act.head - _QUESTION), min(last, act.end + _QUESTION)
    before = words[first : act.head]
    if not _ASKING.intersection(before) or not {"if", "whether"}.intersection(before):
        return fact
    answer = [word for word in words[act.end : last] if word[:1].isalpha() or word in '“"']
    quoted = [after for mark, after in pairwise(answer) if mark in '“"']
    denied = any(word == "no" for word in quoted)
    return _so(fact, Status.PREDICTED, negated=denied)

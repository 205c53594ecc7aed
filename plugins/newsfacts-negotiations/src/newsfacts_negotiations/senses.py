"""Other senses of an act's words, in which they are none: a press conference, a plea deal, a match.

Some senses belong to all acts of an event, others to one trigger, which names them (`unless`).
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.mood import NEGATIVE
from newsfacts_negotiations.naming import SPANS
from newsfacts_negotiations.telling import around
from newsfacts_negotiations.words import word_list

__all__ = ["SENSES", "otherwise"]

_AUDIENCES = frozenset(
    "council assembly reporters journalists parliament congress lawmakers senators press".split()
)
"""Whom officials brief without meeting a party."""
_PRESS = frozenset({"press", "news", "video"})
"""Words before a conference at which nobody is met."""
_BOUGHT = frozenset({"buy", "acquire", "purchase", "merge"})
"""What firms offer and agree to do."""
_PRIVY = frozenset({"close", "familiar", "privy", "briefed", "involved", "knowledge"})
_STAFF = frozenset(
    "source sources official officials team teams committee panel expert experts staff".split()
)
"""Who is of a mediation."""
_VENTURES = frozenset(
    "attempt process effort race contest election event project programme program treaty"
    " agreement deal accord pact conference summit tournament market talks meeting".split()
)
"""What is pulled out of without leaving a place."""
_THEIRS = frozenset({"their", "its", "his", "her", "our"})
_VOWED = 6
"""Tokens after "vow" within which what is vowed is denied."""
_CLOSE = 4
"""Words up to so many tokens before "mediation" that only say who knows of it."""


def otherwise(act: Act, reading: Syntax) -> bool:
    """Tell whether the words of *act* are meant in a sense in which nobody negotiates."""
    sense = act.trigger.unless
    if sense is not None and SENSES[sense](act, reading):
        return True
    words = reading.tokens.lower[act.start : act.end]
    if act.event is Event.MEET:
        return "conference" in words and not _PRESS.isdisjoint(words)
    if act.event is Event.AGREE:
        return not word_list("deals").isdisjoint(words)  # "a plea deal"
    return act.event is Event.OFFER and _bought(act, reading)


def _bought(act: Act, reading: Syntax) -> bool:
    """Tell whether a firm offers to buy: "shares rose after it agreed to buy a rival"."""
    words = reading.tokens.lower
    if _BOUGHT.isdisjoint(words[act.head + 1 : act.end + 3]):
        return False
    return not word_list("business").isdisjoint(words[slice(*around(act, reading))])


def _match(act: Act, reading: Syntax) -> bool:
    """Tell whether two teams meet: "Peru and Chile will meet in a match"."""
    return not word_list("sport").isdisjoint(reading.tokens.lower[slice(*around(act, reading))])


def _known_of(act: Act, reading: Syntax) -> bool:
    """Tell whether it only says who somebody is: "a source close to the mediation", its staff."""
    words = reading.tokens.lower
    before, after = words[max(0, act.head - _CLOSE) : act.head], words[act.head + 1 : act.head + 2]
    return not _PRIVY.isdisjoint(before) or not _STAFF.isdisjoint(after)


def _audience(act: Act, reading: Syntax) -> bool:
    """Tell whether it is said to the public: "briefed reporters"."""
    return not _AUDIENCES.isdisjoint(reading.tokens.lower[act.start : act.end])


def _as_agreed(act: Act, reading: Syntax) -> bool:
    """Tell whether an older word is recalled: "as agreed, the army left" tells of no new one."""
    return reading.tokens.lower[act.head - 1] == "as"


def _circumstance(act: Act, reading: Syntax) -> bool:  # noqa: ARG001 - a sense
    """Tell whether nobody does it: "officials would be compelled to resign"."""
    group = act.group
    return group is not None and group.voice == "passive" and act.subject is None


def _more_said(act: Act, reading: Syntax) -> bool:
    """Tell whether its last word is said of something else: "is expected *to fail*", "the last"."""
    at = act.match.end
    return at < len(reading.tokens) and reading.tag(at) in ("PART", "DET")


def _told_as_fact(act: Act, reading: Syntax) -> bool:
    """Tell whether what is insisted on is told, not asked for: "insisted that Chad had acted".

    What is asked for has the bare form of the verb: "insisted that Chad act".
    """
    head = act.match.end - 1
    group, words = reading.verb_group(head), reading.tokens.lower
    if group is None or group.end - group.start > 1 or words[head] != group.lemma:
        return True
    subject = reading.subject(group)
    singular = subject is not None and not words[reading.head(subject)].endswith("s")
    return not (singular or (act.group is not None and act.group.tense == "past"))


def _no_ground(act: Act, reading: Syntax) -> bool:
    """Tell whether no ground is left: "pulled out of the race", "of a previous attempt"."""
    at = act.match.end
    phrase = reading.noun_phrase(at) if at < len(reading.tokens) else None
    return phrase is not None and reading.tokens.lower[reading.head(phrase)] in _VENTURES


def _refusal(act: Act, reading: Syntax) -> bool:
    """Tell whether it is vowed that something will not be: "vowed there would be no truce"."""
    return not NEGATIVE.isdisjoint(reading.tokens.lower[act.head + 1 : act.head + _VOWED])


def _deed(act: Act, reading: Syntax) -> bool:
    """Tell whether something is to be done: "agreed to put forward a plan" accepts none."""
    return any(part and reading.tag(part[0]) == "PART" for part in act.match.parts)


def _run_out(act: Act, reading: Syntax) -> bool:
    """Tell whether talks only come to their close: "ending nine days of negotiations"."""
    words = reading.tokens.lower[act.match.start : act.match.end]
    return words[0].startswith("end") and not SPANS.isdisjoint(words)


def _own(act: Act, reading: Syntax) -> bool:
    """Tell whether it is one's own: "are trying to settle *their* quarrel" mediates nothing."""
    return not _THEIRS.isdisjoint(reading.tokens.lower[act.match.start : act.match.end])


SENSES: dict[str, Callable[[Act, Syntax], bool]] = {
    "match": _match,
    "known of": _known_of,
    "audience": _audience,
    "as agreed": _as_agreed,
    "circumstance": _circumstance,
    "more said": _more_said,
    "told as fact": _told_as_fact,
    "no ground": _no_ground,
    "refusal": _refusal,
    "deed": _deed,
    "run out": _run_out,
    "own": _own,
}
"""The senses that a trigger can name."""

"""Other senses of an act's words, in which they are none: a press conference, a plea deal, a match.

Some senses belong to all acts of an event, others to one trigger, which names them (`unless`).
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
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
    """Tell whether nobody does it: "mediators will be compelled to adjourn the talks"."""
    group = act.group
    return group is not None and group.voice == "passive" and act.subject is None


def _more_said(act: Act, reading: Syntax) -> bool:
    """Tell whether its last word is said of something else: "is expected *to fail*", "the last"."""
    at = act.match.end
    return at < len(reading.tokens) and reading.tag(at) in ("PART", "DET")


SENSES: dict[str, Callable[[Act, Syntax], bool]] = {
    "match": _match,
    "known of": _known_of,
    "audience": _audience,
    "as agreed": _as_agreed,
    "circumstance": _circumstance,
    "more said": _more_said,
}
"""The senses that a trigger can name."""

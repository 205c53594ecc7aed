"""Where: the place that a count's own clause names after a preposition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from newsfacts import ActorClaim, ActorType
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import OWNERS
from newsfacts_casualties.lexicon import closed_any

__all__ = ["Names", "place_of"]

_PREPOSITIONS = frozenset("in across at near inside around throughout outside on off".split())
_STRIKES = frozenset(
    "struck hit rocked shook jolted slammed battered lashed devastated ravaged swept hammered "
    "pounded flooded bombarded shelled bombed raided stormed".split()
)
"""What a disaster or an attack does to a place: "the quake that struck Marwa killed 31"."""
_FROM_TOO = _PREPOSITIONS | {"from"}
_NOT_PLACES = frozenset(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday "
    "sunday ramadan christmas easter i he she they we it".split()
)
_LEADS = frozenset(
    "the northern southern eastern western central north south east west northeastern northwestern "
    "southeastern southwestern north-east north-west besieged occupied neighbouring neighboring "
    "nearby blockaded coastal far".split()
)
_KINDS = frozenset(
    "city town village province district region state governorate county municipality camp suburb "
    "capital department prefecture area neighbourhood neighborhood territory island islands "
    "peninsula valley of".split()
)
_BEFORE_NAME = _LEADS | _KINDS
_INSIDE = frozenset(("of", "-", "al", "de", "la", "el", "del", "'s", "’s", "los", "and"))
_AFTER_NAME = (
    _KINDS
    | closed_any("auxiliaries", "adverbs", "prepositions", "conjunctions", "barriers")
    | set("last this next earlier early late overnight tonight shortly alone which where".split())
)
_KINDS_OF = _KINDS - {"of"} | {"port", "mining", "border", "coastal", "northern", "southern"}
_SITES = frozenset(
    "prison jail penitentiary market bazaar stadium shrine mosque church temple mine hospital camp "
    "airport base school university station port bridge junction crossing barracks checkpoint "
    "dam district province region state county".split()
)
"""Sites that a name tells apart: "at the Litoral Norte prison"."""
_JOINED = frozenset((*OWNERS, "'", "’", "-"))
_BODIES = frozenset(
    (
        ActorType.ORGANISATION,
        ActorType.IGO,
        ActorType.NGO,
        ActorType.GOVERNMENT_BODY,
        ActorType.MEDIA,
        ActorType.ARMED_GROUP,
        ActorType.MILITARY,
        ActorType.POLICE,
    )
)
_REACH = 30


@attrs.frozen
class Names:
    """Tells which names are known to be no place's; ends of mentions by their offsets."""

    states: Mapping[int, int]
    bodies: Mapping[int, int]

    @classmethod
    def among(cls, actors: Iterable[ActorClaim]) -> Names:
        """Take the actors of an article, if any are known."""
        states: dict[int, int] = {}
        bodies: dict[int, int] = {}
        for actor in actors:
            ends = states if actor.type is ActorType.STATE else bodies
            if ends is states or actor.type in _BODIES:
                ends.update((mention.start, mention.end) for mention in actor.mentions)
        return cls(states, bodies)

    def refuse(self, start: int, end: int) -> bool:
        """Tell whether a name is an organisation's: "Marwa University", "U.S. Coast Guard"."""
        return self.states.get(start, end) < end or self.bodies.get(start, end + 1) <= end


def place_of(
    view: Tokens,
    start: int,
    end: int,
    first: int,
    last: int,
    *,
    names: Names | None = None,
    moved: bool = False,
) -> str | None:
    """Return the words of the place named nearest to a count, after it first, or None.

    Args:
        view: the document's tokens.
        start: index of the first token of the sentence.
        end: index of the token after it.
        first: index of the first token of the count and its effect word.
        last: index of the token after both.
        names: what the article's names are known to name.
        moved: whether those counted moved, so that "from" names a place too.
    """
    lower, leads = view.lower, _FROM_TOO if moved else _PREPOSITIONS
    for at in range(first, min(end, last + _REACH)):
        if lower[at] in leads:
            place = _place(view, at, end, names)
        elif lower[at] in OWNERS and first < at < last:
            place = _owner(view, at)
        else:
            continue
        if place:
            return place
    for at in range(first - 1, max(start, first - _REACH) - 1, -1):
        if lower[at] in leads and (place := _place(view, at, first, names)):
            return place
    for at in range(first - 1, max(start, first - _REACH) - 1, -1):
        if lower[at] in _STRIKES and (place := _place(view, at, first, names)):
            return place
    return None


def _owner(view: Tokens, at: int) -> str | None:
    """Read the place that owns what is counted: "85 percent of Gaza's population"."""
    name = view.words[at - 1]
    return name if name[0].isupper() and view.lower[at - 2 : at - 1] == ["of"] else None


def _place(view: Tokens, at: int, end: int, names: Names | None) -> str | None:
    """Read the place after the preposition at *at*: "in the Gaza Strip", "in the town of Izium"."""
    lower, words = view.lower, view.words
    if words[at].isupper():
        return None
    first = at + 1
    while first < end and lower[first] in _BEFORE_NAME and words[first].islower():
        first += 1
    last = first
    while last < end and (
        _named(view, last, end)
        or (last > first and lower[last] in _INSIDE and _named(view, last + 1, end))
    ):
        last += 1
    if last == first:
        return None
    city = _of_kind(view, last, end)
    if city is not None:  # "in the Ukrainian city of Sumy"
        return _place(view, city, end, names)
    if last < end and lower[last] in _SITES:
        return view.span(first, last + 1).text
    if names and names.refuse(view.starts[first], view.end(last - 1)):
        return None
    after = last < end and lower[last][0].isalpha()
    if after and lower[last] not in _AFTER_NAME:
        return None  # "in Israeli air strikes"
    if last < end and lower[last] in _JOINED:
        return None
    return view.span(first, last).text


def _of_kind(view: Tokens, at: int, end: int) -> int | None:
    """Return where "of" stands in "city of", "port city of" at *at*, if a name follows it."""
    lower = view.lower
    while at < end and lower[at] in _KINDS_OF:
        at += 1
    of = at < end and lower[at] == "of" and lower[at - 1] in _KINDS_OF
    return at if of and _named(view, at + 1, end) else None


def _named(view: Tokens, at: int, end: int) -> bool:
    """Tell whether a capitalised word at *at* can be of a place's name."""
    return (
        at < end and view.words[at][0].isupper() and view.lower[at].rstrip(".") not in _NOT_PLACES
    )

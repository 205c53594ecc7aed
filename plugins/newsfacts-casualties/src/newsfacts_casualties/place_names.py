"""The name of a place as news writes it, after a preposition or what happened there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from newsfacts import ActorClaim, ActorType
from newsfacts.syntax.lexicon import lexicon
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import OWNERS
from newsfacts_casualties.lexicon import closed_any, load

__all__ = ["Names", "is_hospital", "place_after", "place_at", "words_of"]

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
_RANKED = 5
"""Tokens from a name to the superlative of what it owns, at most."""
_SUPERLATIVES = frozenset(
    "largest biggest smallest poorest richest wealthiest oldest newest youngest busiest driest"
    " highest longest deadliest most least".split()
)
_INSIDE = frozenset(("of", "-", "al", "de", "la", "el", "del", "'s", "’s", "los", "and"))
_ARTICLES = frozenset("al el an ar as ash at az ad ed es ez".split())
_JOINED = frozenset((*OWNERS, "'", "’", "-"))
_BOUND = frozenset(("to", "into"))
_BED = 5
"""Tokens back from a hospital's place to "to"."""
_FIRING = frozenset("shot shots fired fire firing fires aimed aiming pointed threw thrown".split())
"""After these "at" names whom, not where."""
_AIM = 4
_NAMED = 3
"""Words at most of a place's name before what happened there."""
_FAR = frozenset(
    "km kms kilometres kilometers miles metres meters m hour hours just far and".split()
)
_CAPITAL = ["capital", ","]
_STREETS = ("street", "road", "avenue", "boulevard", "drive", "lane")
_FEASTS = ("eve", "day", "night")
"""What ends the name of a day: "on Christmas Eve"."""
_LEAD = 8
"""Tokens from a preposition to the "of" before a name: "in the hills and forests of Sorvia"."""


@cache
def words_of(name: str) -> frozenset[str]:
    """Load one list of `data/places.toml`."""
    return frozenset(load("places.toml")[name].split())


@cache
def _before_name() -> frozenset[str]:
    return words_of("leads") | words_of("kinds") | {"of"}


@cache
def _after_name() -> frozenset[str]:
    """Words with which a sentence goes on after a place, which is no part of a longer name."""
    classes = ("auxiliaries", "adverbs", "prepositions", "conjunctions", "barriers", "determiners")
    timed = ("last", "next", "earlier", "early", "late", "overnight", "shortly", "alone", "one")
    return _before_name() | closed_any(*classes) | set(timed)


@cache
def _parts() -> frozenset[str]:
    return words_of("kinds") | words_of("parts") | words_of("sites")


@cache
def _ends_lead() -> frozenset[str]:
    """Words that stand in no noun phrase before a name."""
    return closed_any("auxiliaries", "prepositions", "barriers", "pronouns") - {"this", "that"}


@attrs.frozen
class Names:
    """Tells which names are places', and which are known not to be: ends of names by offset."""

    places: Mapping[int, int]
    states: Mapping[int, int]
    bodies: Mapping[int, int]
    loose: frozenset[int]
    """Where one word names an organisation of no known kind, that may be a place: "in Mirel"."""
    known: frozenset[str]
    """The names of places in lower case."""

    @classmethod
    def among(cls, actors: Iterable[ActorClaim]) -> Names:
        """Take the actors of an article, if any are known."""
        places: dict[int, int] = {}
        states: dict[int, int] = {}
        bodies: dict[int, int] = {}
        loose: set[int] = set()
        known: set[str] = set()
        kinds = {ActorType.PLACE: places, ActorType.STATE: states}
        for actor in actors:
            refused = actor.type in _BODIES or (actor.role and actor.type is ActorType.PERSON)
            ends = kinds.get(actor.type, bodies if refused else None)
            if ends is None:
                continue
            for mention in actor.mentions:
                ends[mention.start] = mention.end
            if ends is places:
                known.update(mention.text.lower() for mention in actor.mentions)
            if actor.type is ActorType.ORGANISATION:
                loose.update(each.start for each in actor.mentions if _is_one_word(each.text))
        return cls(places, states, bodies, frozenset(loose), frozenset(known))

    def refuse(self, start: int, end: int) -> bool:
        """Tell whether a name is an organisation's: "Marwa University", "U.S. Coast Guard"."""
        if start in self.loose:
            return False
        return self.states.get(start, end) < end or self.bodies.get(start, end + 1) <= end


def _is_one_word(name: str) -> bool:
    return name.isalpha() and name.istitle()


def is_hospital(place: str) -> bool:
    """Tell whether a place is where the hurt were taken, not where they were hurt."""
    return place.rsplit(" ", 1)[-1].lower() in closed_any("hospitals")


def place_at(
    view: Tokens, at: int, end: int, names: Names | None, *, moved: bool = False
) -> str | None:
    """Return the place that the preposition at *at* names, None where there is neither.

    Args:
        view: the document's tokens.
        at: index of a token.
        end: index of the token at which to stop.
        names: what the article's names are known to name.
        moved: whether "from" is a preposition of place here.
    """
    word = view.lower[at]
    if word == "at" and not _FIRING.isdisjoint(view.lower[max(0, at - _AIM) : at]):
        return None  # "fired eight shots at Torres"
    leads = word in words_of("prepositions") or (moved and word == "from")
    before = view.lower[at - 1] if at else ""
    if before in closed_any("hospitals") and not _BOUND.isdisjoint(view.lower[at - _BED : at]):
        return None  # "airlifted to hospital in Marwa" says where they are treated
    leaves = before in words_of("settlements") and "from" in view.lower[max(0, at - 3) : at]
    of = (
        word == "of"
        and not leaves
        and (before in words_of("striking") or before in words_of("settlements"))
    )
    of = of or (word == "of" and before in words_of("directions") and _lies(view.lower, at - 1))
    through = word == "through" and before in words_of("sweeps")
    if leads or of or through:
        return place_after(view, at, end, names)
    return None


def _lies(lower: list[str], at: int) -> bool:
    """Tell "the base north of Marwa" from "Tamra, 20 km north of Marwa", which is not there."""
    before = lower[at - 1] if at else ""
    return before.isalpha() and before not in _FAR and before not in words_of("leads")


def place_after(view: Tokens, at: int, end: int, names: Names | None) -> str | None:
    """Read the place after the word at *at*: "in the Gaza Strip", "in the town of Izium"."""
    lower, words = view.lower, view.words
    if words[at].isupper():
        return _in_capitals(view, at + 1, end, names)
    first = _name_start(view, at + 1, end)
    if first + 1 < end and lower[first - 1 : first + 1] == _CAPITAL:
        return place_after(view, first, end, names)  # "in the capital, Marwa"
    last = _past_article(view, first, end)
    known = names.places.get(view.starts[first]) if names and first < end else None
    while last < end and (
        _named(view, last, end)
        or (last > first and lower[last] in _INSIDE and _named(view, last + 1, end))
    ):
        last += 1
        if known == view.end(last - 1) and view.lower[last : last + 1] == ["of"]:
            break  # "the killing in Marwa of Ann Lee"
    if last == first or lower[last - 1] in _FEASTS:
        return None
    further = _further(view, last, end)
    if further is not None:
        return place_after(view, further, end, names)
    first = _past_owner(view, first, last, names)
    whole = _site_end(view, last, end)
    if whole > last:
        return view.span(first, whole).text
    if not _is_kind_after(view, last, end) and not _is_whole_name(view, first, last, end, names):
        return None
    return view.span(first, last).text


def _site_end(view: Tokens, last: int, end: int) -> int:
    """Return where a site ends whose name does at *last*: "Itaro prison", "Elm Street, Marwa"."""
    if last < end and view.lower[last] in words_of("sites"):
        return last + 1
    if view.lower[last - 1] in _STREETS and view.lower[last : last + 1] == [","]:
        while _named(view, last + 1, end):
            last += 1
        return last + 1 if view.words[last] != "," else last
    return last


def _past_owner(view: Tokens, first: int, last: int, names: Names | None) -> int:
    """Return where "Kherson" begins in "Ukraine's Kherson"."""
    owners = [at for at in range(first + 1, last - 1) if view.lower[at] in OWNERS]
    if not owners or names is None:
        return first
    offset, stop = view.starts[first], view.end(owners[0] - 1)
    owned = stop in (names.states.get(offset), names.places.get(offset))
    return owners[0] + 1 if owned else first


def _past_article(view: Tokens, first: int, end: int) -> int:
    """Return where the name goes on after an Arabic article at *first*: "el-Fasher"."""
    led = first + 2 < end and view.lower[first] in _ARTICLES and view.lower[first + 1] == "-"
    return first + 2 if led and _named(view, first + 2, end) else first


def _is_kind_after(view: Tokens, last: int, end: int) -> bool:
    """Tell "in the Itaro nightlife district", whose noun comes a word after the name."""
    if last + 1 >= end or view.lower[last + 1] not in words_of("kinds"):
        return False
    return view.words[last].islower() and view.lower[last] not in _after_name()


def _is_whole_name(view: Tokens, first: int, last: int, end: int, names: Names | None) -> bool:
    """Tell whether tokens *first* to *last* are all of a name, and no organisation's."""
    if names and names.refuse(view.starts[first], view.end(last - 1)):
        return False
    if _owns_the_first(view, last, end):
        return False
    known = names is not None and names.places.get(view.starts[first]) == view.end(last - 1)
    if last == end or (known and not view.words[last - 1].isupper()):  # "at U.S embassies"
        return True
    after = view.lower[last]
    if after[0].isalpha():
        return after in _after_name()  # not "in Israeli air strikes"
    return after not in _JOINED


def _owns_the_first(view: Tokens, last: int, end: int) -> bool:
    """Tell "in Europe's poorest state", whose name is another, from "in Chad's north"."""
    if last == end or view.lower[last] not in OWNERS:
        return False
    return not _SUPERLATIVES.isdisjoint(view.lower[last + 1 : min(end, last + _RANKED)])


def _in_capitals(view: Tokens, first: int, end: int, names: Names | None) -> str | None:
    """Read a place known by name in a text of capitals: "IN THE TOWN OF SAN MARCOS"."""
    while first < end and (view.lower[first] in _before_name() or view.lower[first] in _parts()):
        first += 1
    if names is None or first >= end:
        return None
    offset = view.starts[first]
    stop = names.places.get(offset) or names.states.get(offset)
    if stop is None:
        return _of_headline(view, first, end, names)
    after = view.at(stop)
    after += after < end and view.starts[after] < stop
    goes_on = after < end and view.lower[after][0].isalpha()
    if goes_on and view.lower[after] not in _after_name():
        return None  # "NEAR THE HONDURAN BORDER"
    return view.text[offset:stop]


def _of_headline(view: Tokens, first: int, end: int, names: Names) -> str | None:
    """Return the words of a headline in capitals that name a place the text names elsewhere."""
    for last in range(min(end, first + _NAMED), first, -1):
        if " ".join(view.lower[first:last]) in names.known or _is_named_kind(view, first, last):
            return view.span(first, last).text
    return None


def _is_named_kind(view: Tokens, first: int, last: int) -> bool:
    """Tell "CORDEN ISLAND", a word that no lexicon has and a kind of place."""
    kind = last > first + 1 and view.lower[last - 1] in words_of("kinds")
    known = lexicon().readings
    return kind and all(
        word.isalpha() and word not in known for word in view.lower[first : last - 1]
    )


def _name_start(view: Tokens, first: int, end: int) -> int:
    """Return where the name begins after what leads to it: "in the besieged town of", "in far"."""
    lower, words = view.lower, view.words
    while first < end and words[first].islower():
        if first + 3 < end and lower[first + 1] == "-" and words[first + 2].islower():
            first += 3  # "rebel-held", "south-central"
        elif lower[first] in _before_name():
            first += 1
        else:
            break
    if lower[first + 1 : first + 3] == ["block", "of"]:
        return first + 3  # "in the 400 block of Elm Street"
    if first < end and words[first].islower():
        for at in range(first + 1, min(end, first + _LEAD)):
            if lower[at] == "of" and lower[at - 1] in _parts():
                return _name_start(view, at + 1, end)
            if not words[at].islower() or lower[at] in _ends_lead():
                break
    return first


def _further(view: Tokens, last: int, end: int) -> int | None:
    """Return the token after which the name proper stands, where one before *last* only owns it.

    "In the Sorvian capital's Marwa slum", "in Sorvia's capital, Marwa", "in the Ukrainian city of".
    """
    if view.lower[last + 1 : last + 3] == _CAPITAL and view.lower[last] in OWNERS:
        return last + 2
    owned = view.lower[last + 1 : last + 2]
    if owned and owned[0] in OWNERS and view.lower[last] in words_of("kinds"):
        return last + 1
    return _of_kind(view, last, end)


def _of_kind(view: Tokens, at: int, end: int) -> int | None:
    """Return where "of" stands in "city of", "port city of" at *at*, if a name follows it."""
    lower, kinds = view.lower, words_of("kinds") | words_of("qualified")
    while at < end and lower[at] in kinds:
        at += 1
    of = at < end and lower[at] == "of" and lower[at - 1] in kinds
    return at if of and _named(view, at + 1, end) else None


def _named(view: Tokens, at: int, end: int) -> bool:
    """Tell whether a capitalised word at *at* can be of a place's name."""
    if at >= end or not view.words[at][0].isupper():
        return False
    return view.lower[at].rstrip(".") not in words_of("not_places")

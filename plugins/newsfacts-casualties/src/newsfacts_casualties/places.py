"""Where: the place that a count's own sentence names, after a preposition or as what was struck."""

from __future__ import annotations

from functools import cache

from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import OWNERS
from newsfacts_casualties.place_names import Names, is_hospital, place_after, place_at, words_of

__all__ = ["name_before", "near", "place_of"]

_COUNTING = frozenset("reported recorded registered logged counted confirmed for saw".split())
"""What a place does that tells of its own dead: "Marwa reported two deaths"."""
_EVENTS = frozenset(
    "death deaths fatality fatalities killings murders homicides executions drownings case cases "
    "infection infections injury injuries dead".split()
)
_OWN_DEAD = (["puts", "its"], ["put", "its"])
"""What a place does that tells of its own: "Sorvia puts its dead at 12"."""
_AUXILIARY = ("has", "have", "had", "also", "alone", "already")
_THEM = ("which", "whom", "them")
_WITH = ("including", "with")
_LOCATIVES = ("in", "at", "near", "from", "on")
_FOUND = frozenset(
    "reported recorded confirmed registered bodies body corpses remains dead".split()
)
"""What makes "from" a preposition of place: "25 of the deaths reported from Marwa"."""
_REPORT = 3
"""Tokens from a count to that "from"."""
_TAKEN = 6
"""Tokens from those taken away to the "from" that says where: "40 pupils from a school in"."""
_PASSIVES = ("was", "were", "been", "is")
_NAMED = 3
"""Words at most of a place's name before what happened there."""
_PARTERS = (":", ";")
_INNER = 8
"""Tokens from one preposition to the next of "near the town of Izium in eastern Sorvia"."""
_REACH = 30


@cache
def _signs() -> frozenset[str]:
    """Words at which the search for a place stops to look."""
    return words_of("prepositions").union(("from", "of", "through", ":", ";", "(", ")"), OWNERS)


@cache
def _all_signs() -> frozenset[str]:
    """Words at which the search after a count stops to look."""
    return _signs() | words_of("strikes")


def place_of(
    view: Tokens,
    start: int,
    end: int,
    told: tuple[int, int, int],
    *,
    names: Names | None = None,
    moved: bool = False,
    taken: bool = False,
) -> str | None:
    """Return the words of the place named nearest to a count, after it first, or None.

    Args:
        view: the document's tokens.
        start: index of the first token of the sentence.
        end: index of the token after it.
        told: indices of the first token of the count and its effect word, of the first token of
            the count, and of the token after both.
        names: what the article's names are known to name.
        moved: whether those counted moved, so that "from" names a place too.
        taken: whether they were taken away, so that "from" after it all does.
    """
    first, count, last = told
    for at in range(max(first - 2, start), first + 1):
        if view.lower[at : at + 2] in _OWN_DEAD:
            return _known_before(view, at, start, names, states=True)
    found = _place_after(view, count, last, end, names, moved=moved, taken=taken)
    if found is None and first < count:
        found = _place_after(view, first, last, end, names, moved=moved, taken=taken)
    if found or (found := _of_report(view, start, count, last, names)):
        return found
    return _place_before(view, max(start, first - _REACH), first, names, moved=moved)


def _of_report(view: Tokens, start: int, count: int, last: int, names: Names | None) -> str | None:
    """Return the place that tells of its own: "Marwa reported two deaths", "accounts for 12"."""
    lower, verb = view.lower, count - 1
    while verb > start and lower[verb] not in _COUNTING and verb > count - _REPORT:
        verb -= 1
    accounts = lower[verb] == "for" and lower[verb - 1].startswith("account")
    verb -= accounts
    if not accounts and (lower[verb] not in _COUNTING or _EVENTS.isdisjoint(lower[count:last])):
        return None
    while verb - 1 > start and lower[verb - 1] in _AUXILIARY:
        verb -= 1
    return _known_before(view, verb, start, names, states=True)


def _place_after(
    view: Tokens,
    first: int,
    last: int,
    end: int,
    names: Names | None,
    *,
    moved: bool,
    taken: bool,
) -> str | None:
    """Return the first place that the tokens from *first* on name."""
    lower, strikes, signs = view.lower, words_of("strikes"), _all_signs()
    stop = min(end, last + _REACH)
    listed = False
    part = _part_after(lower, last, stop)
    for at in [at for at, word in enumerate(lower[first:stop], first) if word in signs]:
        word, after = lower[at], at >= last
        if after and word in _PARTERS:
            return None  # what it lists, or the clause that follows, has places of its own
        listed = (listed or (after and word == "(")) and word != ")"
        if listed or at in part:
            continue
        if word in strikes:  # "killed by gunmen who raided Marwa, in the north"
            place = place_after(view, at, end, names) if after else None
        elif word in OWNERS and first < at < last:
            place = _owner(view, at)
        else:
            reported = at - last < _REPORT and lower[at - 1] in _FOUND
            origin = moved or reported or (taken and 0 <= at - last < _TAKEN)
            place = place_at(view, at, end, names, moved=origin)
        if place:
            return place
    return None


def _part_after(lower: list[str], last: int, stop: int) -> range:
    """Return the tokens that tell where only a part of a count was: ", of which 41 in Marwa,"."""
    for at in range(last, stop - 2):
        word, follows = lower[at], lower[at + 1]
        of_them = word == "of" and follows in _THEM
        bare = word in _WITH and lower[at + 2] in _LOCATIVES  # "including 41 in Marwa"
        if of_them or bare:
            ends = (comma for comma in range(at, stop) if lower[comma] == ",")
            return range(at, next(ends, stop))
    return range(0)


def _place_before(
    view: Tokens, floor: int, first: int, names: Names | None, *, moved: bool
) -> str | None:
    """Return the last place before token *first*: where, else what was struck."""
    lower, strikes, signs = view.lower, words_of("strikes"), _signs()
    for at in range(first - 1, floor - 1, -1):
        place = place_at(view, at, first, names, moved=moved) if lower[at] in signs else None
        if place and not _in_clause(lower, floor, at, first):
            return _innermost(view, at, floor, names) or place
    events = words_of("events")
    for at in range(first - 1, floor - 1, -1):
        if lower[at] in strikes and (place := place_after(view, at, first, names)):
            return place
        struck = lower[at] in strikes and lower[at - 1] in _PASSIVES
        what = (lower[at] in events or struck) and _goes_on(lower, at, first)
        if what and (place := _known_before(view, at - struck, floor, names)):
            return place
    return None


def _goes_on(lower: list[str], at: int, first: int) -> bool:
    """Tell whether the clause of the event at *at* leads to token *first*: ", which killed 12"."""
    comma = next((each for each in range(at, first) if lower[each] == ","), None)
    if comma is None:
        return True
    return lower[comma + 1] == "which" or lower[comma + 1].endswith("ing")


def _known_before(
    view: Tokens, last: int, floor: int, names: Names | None, *, states: bool = False
) -> str | None:
    """Return the known place just before token *last*: "the Marwa bombing", "Marwa was hit"."""
    if names is None or not (names.places or states):
        return None
    if last - 1 > floor and view.lower[last - 1] in words_of("sites"):
        last -= 1  # "the Marwa bridge collapse"
    for first in range(last - 1, max(floor, last - _NAMED) - 1, -1):
        offset, stop = view.starts[first], view.end(last - 1)
        if names.places.get(offset) == stop or (states and names.states.get(offset) == stop):
            return view.span(first, last).text
    return None


def _in_clause(lower: list[str], floor: int, at: int, first: int) -> bool:
    """Tell whether token *at* stands in a clause on somebody: "Lee, who was born in Marwa, saw"."""
    if "," not in lower[at:first]:
        return False
    for before in range(at - 1, floor, -1):
        if lower[before] == ",":
            return False
        if lower[before] in ("who", "whose"):
            return lower[before - 1] == ","
    return False


def near(view: Tokens, start: int, end: int, names: Names | None = None) -> str | None:
    """Return the last place that the tokens from *start* to *end* name as where they play."""
    signs, strikes = _signs(), words_of("strikes")
    for at in range(end - 1, start - 1, -1):
        word = view.lower[at]
        if word in strikes and view.lower[at - 1] in _PASSIVES:
            place = _known_before(view, at - 1, start, names)  # "Marwa was shelled"
            if place:
                return place
        place = place_at(view, at, end, names) if word in signs else None
        if place and not is_hospital(place):
            inner = _innermost(view, at, start, names)
            return place if inner is None or is_hospital(inner) else inner
    return None


def _innermost(view: Tokens, at: int, floor: int, names: Names | None) -> str | None:
    """Return the place that ends before the preposition at *at*: "near Izium in Sorvia"."""
    if view.lower[at] == "of":
        return None  # "in the Sorvian city of Marwa"
    for before in range(at - 2, max(floor, at - _INNER) - 1, -1):
        word = view.lower[before]
        if word in words_of("strikes") or word in words_of("prepositions"):
            striking = word in words_of("strikes")
            read = place_after if striking else place_at
            place = read(view, before, at, names)
            last = at - (view.lower[at - 1] in words_of("kinds"))  # "raided Kaya village in Sorvia"
            whole = place and place in (
                view.text[: view.end(stop - 1)][-len(place) :] for stop in (at, last)
            )
            return (_innermost(view, before, floor, names) or place) if whole else None
    return None


def _owner(view: Tokens, at: int) -> str | None:
    """Read the place that owns what is counted: "85 percent of Gaza's population"."""
    name = view.words[at - 1]
    return name if name[0].isupper() and view.lower[at - 2 : at - 1] == ["of"] else None


def name_before(view: Tokens, at: int) -> str:
    """Return the capitalised words that end before token *at*: "Tarud (452)"."""
    first = at
    while first > 0 and view.words[first - 1][0].isupper():
        first -= 1
    return view.span(first, at).text

"""What is known beforehand: the tables in `data/`, as one index from names to entities.

Names are compared in a normal form (`normal`) that keeps case and length: curly apostrophes are
straight, hyphens are spaces. Everything is loaded once, when first asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import attrs

from newsfacts import ActorType, MentionForm

__all__ = [
    "Entity",
    "Knowledge",
    "Known",
    "Words",
    "bridged",
    "knowledge",
    "lists",
    "normal",
    "reach",
    "slug",
    "words",
]

_PLAIN_FORMS = (
    *((quote, "'") for quote in "’‘ʼ`"),
    *((dash, " ") for dash in "-‐‑–\u00a0\n"),
)
_PLAIN = str.maketrans(
    "áàâäãåāăąçćčďđéèêëēėęěğģíìîïīįıłĺľñńňņóòôöõøōőŕřśšşșťţțúùûüūůűųýÿźžż",
    "aaaaaaaaacccddeeeeeeeegg" + "iiiiiiilllnnnnoooooooorrsssstttuuuuuuuuyyzzz",
)


_COMMENT = re.compile("^#.*$", re.MULTILINE)
_BETWEEN = re.compile(r"[\W_]+")


def normal(text: str) -> str:
    """Return *text* as names are compared: apostrophes straight, hyphens as spaces; as long."""
    if text.isascii():
        return text.replace("-", " ").replace("`", "'").replace("\n", " ")
    for found, plain in _PLAIN_FORMS:
        if found in text:
            text = text.replace(found, plain)
    return text


@lru_cache(maxsize=8_000)
def slug(name: str) -> str:
    """Return *name* as an id: small letters without marks, digits, underscores between words."""
    plain = normal(name).lower().replace("'", "")
    if not plain.isascii():
        plain = plain.translate(_PLAIN)
    return _BETWEEN.sub("_", plain).strip("_")


class Entity(NamedTuple):
    """Is an actor, of the tables or of one article."""

    id: str
    type: ActorType
    name: str
    country: str | None


class Known(NamedTuple):
    """Is what a name in the tables means."""

    entity: Entity
    form: MentionForm
    seat: bool = False
    """Whether it is a city or building that stands for a government: "Tel Aviv"."""


@attrs.frozen(eq=False)
class Words:
    """Is the closed lists that the rules read."""

    common: frozenset[str]
    """Small-letter words to which a capital at a sentence's start adds nothing."""
    grammar: frozenset[str]
    """Capitalised function words."""
    titles: frozenset[str]
    title_heads: frozenset[str]
    roles: frozenset[str]
    portfolios: frozenset[str]
    modifiers: frozenset[str]
    organisation_heads: Mapping[str, ActorType]
    leading_heads: frozenset[str]
    """Heads that may begin a name: "Ministry of Defence", but not "Police of"."""
    place_heads: frozenset[str]
    firm_place_heads: frozenset[str]
    """Heads that make even a person's name a place: "Louise Harris Drive"."""
    place_before: frozenset[str]
    place_after: frozenset[str]
    city_words: frozenset[str]
    us_states: frozenset[str]
    compass: frozenset[str]
    locative: frozenset[str]
    """Prepositions before places."""
    taken: frozenset[str]
    """Verbs whose object, if a name, is a place."""
    struck: frozenset[str]
    """Verbs whose object may be of any type."""
    stop: frozenset[str]
    creeds: frozenset[str]
    """Those of them with which the name of a body may begin: "Communist Party"."""
    events: frozenset[str]
    thing_heads: frozenset[str]
    given: frozenset[str]
    hyphenated: frozenset[str]
    """Surnames before given names with a hyphen: "Kim Hyun-soo"."""


@attrs.frozen(eq=False)
class Knowledge:
    """Is the index from names in normal form to what they mean."""

    names: Mapping[str, Known]
    states: Mapping[str, Entity]
    """By alpha-3 code."""
    demonyms: Mapping[str, str]
    """From adjective to alpha-3 code: "Israeli" to "ISR"."""
    adjectives: Mapping[str, str]
    """From alpha-3 code to the first adjective of the state."""
    bridged: Mapping[str, tuple[str, ...]]
    """From a first word to the names, longest first, that small words interrupt or end: "Save the
    Children", "Haqqani network"."""
    rivals: Mapping[str, tuple[Entity, ...]]
    """From a name that several actors bear, to the others."""
    reach: Mapping[str, int]
    """From the first word of names, as `reach` makes it, to the words of the longest of them."""


def _lines(name: str) -> Iterator[list[str]]:
    """Yield the fields of each row of the table *name*."""
    text = files("newsfacts_actors").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("|")


def _list(name: str) -> frozenset[str]:
    """Return the words of the list *name*."""
    text = files("newsfacts_actors").joinpath("data", name).read_text("utf-8")
    return frozenset(_COMMENT.sub("", text).split())


def _parts(field: str) -> list[str]:
    return [part for part in map(str.strip, field.split(";")) if part]


@cache
def lists() -> dict[str, dict[str, Any]]:
    """Return the word lists of `words.toml`, by section."""
    return tomllib.loads(
        files("newsfacts_actors").joinpath("data", "words.toml").read_text("utf-8")
    )


@cache
def words() -> Words:
    """Return the closed lists that the rules of names read."""
    raw = lists()

    def listed(section: str, key: str) -> frozenset[str]:
        return frozenset(raw[section][key].split())

    return Words(
        common=_list("common_words.txt"),
        grammar=listed("stop", "grammar"),
        titles=listed("titles", "ranks"),
        title_heads=listed("titles", "heads"),
        roles=listed("titles", "roles"),
        portfolios=listed("titles", "portfolios"),
        modifiers=listed("titles", "modifiers"),
        organisation_heads={
            word: ActorType(kind)
            for kind, text in raw["organisations"].items()
            if kind != "leading"
            for word in text.split()
        },
        leading_heads=listed("organisations", "leading"),
        place_heads=listed("places", "heads"),
        firm_place_heads=listed("places", "firm"),
        place_before=listed("places", "before"),
        place_after=listed("places", "after"),
        city_words=listed("places", "cities"),
        us_states=listed("places", "abbreviations"),
        compass=listed("places", "compass"),
        locative=listed("places", "prepositions"),
        taken=listed("places", "taken"),
        struck=listed("places", "struck"),
        stop=listed("stop", "words") | listed("stop", "creeds"),
        creeds=listed("stop", "creeds"),
        events=listed("stop", "events"),
        thing_heads=listed("stop", "heads"),
        given=_list("given_names.txt"),
        hyphenated=listed("names", "hyphenated"),
    )


@cache
def knowledge() -> Knowledge:
    """Return the index of the tables."""
    names: dict[str, Known] = {}
    states: dict[str, Entity] = {}
    demonyms: dict[str, str] = {}
    rivals: dict[str, tuple[Entity, ...]] = {}
    for row in _rows(states, demonyms):
        for name, known in row:
            key = normal(name)
            first = names.setdefault(key, known)
            if first.entity.id != known.entity.id:
                rivals[key] = (*rivals.get(key, ()), known.entity)
    adjectives = {code: adjective for adjective, code in reversed(demonyms.items())}
    return Knowledge(names, states, demonyms, adjectives, bridged(names), rivals, reach(names))


def reach(names: Iterable[str]) -> dict[str, int]:
    """Return the number of words of the longest name that begins with each first word.

    Also as it is in a dateline's capitals, and an Arabic article in small letters or not.
    """
    longest: dict[str, int] = {}
    for name in names:
        first = name.partition(" ")[0].removesuffix("'s").rstrip("'")
        longest[first] = max(longest.get(first, 0), name.count(" ") + 1)
    also = [(first.upper(), first) for first in longest if first.upper().title() == first]
    articles = ("al", "Al"), ("el", "El")
    for other, first in (*also, *articles, *[(first, other) for other, first in articles]):
        words = max(longest.get(other, 0), longest.get(first, 0))
        if words:
            longest[other] = words
    return longest


_LINKS = frozenset(
    "of for and in on against the al el bin ibn ben abu de del la las los der den van von da do du"
    " e i y".split()
)


_SMALL_WORD = re.compile(" [^\\W\\d_A-Z]")


def bridged(names: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
    """Return the names that no run of capitals holds whole, by their first words."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        if _SMALL_WORD.search(name) is None:
            continue
        first, *rest = name.split()
        first = first.removesuffix("'s")
        small = [word for word in rest if word[0].islower() and word not in _LINKS]
        bare = " ".join([first, *rest[:-1]])
        if not small and " the " in name and " of the " not in name and " for the " not in name:
            small = ["the"]
        if small and not (small == rest[-1:] and bare in names):
            found[first] = (*found.get(first, ()), name)
    return {first: tuple(sorted(own, key=len, reverse=True)) for first, own in found.items()}


def _rows(
    states: dict[str, Entity], demonyms: dict[str, str]
) -> Iterator[Iterable[tuple[str, Known]]]:
    """Yield what each row of the tables names, those that win first."""
    name_form, demonym = MentionForm.NAME, MentionForm.DEMONYM
    for code, name in _lines("states.txt"):
        states[code] = Entity(slug(name), ActorType.STATE, name, code)
        yield [(form, Known(states[code], name_form)) for form in _spellings(name)]
    for code, adjectives, peoples, seats, others in _lines("demonyms.txt"):
        state = states[code]
        yield [(other, Known(state, name_form)) for other in _parts(others)]
        for adjective in _parts(adjectives):
            demonyms[normal(adjective)] = code
        yield [(word, Known(state, demonym)) for word in _parts(adjectives)]
        yield [(seat, Known(state, MentionForm.METONYM, seat=True)) for seat in _parts(seats)]
        yield list(_people(code, _parts(peoples)))
    for ident, code, plurals, adjectives in _lines("populations.txt"):
        plural = _parts(plurals)
        people = Entity(ident, ActorType.POPULATION, plural[0], code or None)
        yield [(word, Known(people, name_form)) for word in plural]
        yield [(word, Known(people, demonym)) for word in _parts(adjectives)]
    for ident, kind, code, name, others in _lines("organisations.txt"):
        body = Entity(ident, ActorType(kind), name, code or None)
        yield [
            (word, Known(body, name_form))
            for spelt in (name, *_parts(others))
            for word in _organs(spelt)
        ]
    for ident, code, name, others in _lines("people.txt"):
        person = Entity(ident, ActorType.PERSON, name, code or None)
        yield [(word, Known(person, name_form)) for word in (name, *_parts(others))]
    for code, places in _lines("places.txt"):
        for spellings in _parts(places):
            name, *spelt = spellings.split(", ")
            place = Entity(slug(name), ActorType.PLACE, name, code or None)
            yield [(word, Known(place, name_form)) for word in (name, *spelt)]


def _people(code: str, peoples: list[str]) -> Iterator[tuple[str, Known]]:
    """Yield the names of a people: the plural, and a singular of its own after a comma."""
    if not peoples:
        return
    name = peoples[0].partition(",")[0]
    people = Entity(slug(name), ActorType.POPULATION, name, code)
    for form in peoples:
        for word in form.split(", "):
            yield word, Known(people, MentionForm.NAME)


def _organs(name: str) -> Iterable[str]:
    """Return *name*, and with it "U.N.'s food agency" and the like for "UN food agency"."""
    if not name.startswith("UN ") or not name[3].islower():
        return (name,)
    return [
        f"{nations}{owns}{name[2:]}"
        for nations in ("UN", "U.N.", "United Nations")
        for owns in ("", "'s", "'")
    ]


def _spellings(name: str) -> list[str]:
    """Return *name* with "and" for an ampersand, and "Saint" for "St."."""
    return list(dict.fromkeys([name, name.replace("&", "and"), name.replace("St.", "Saint")]))

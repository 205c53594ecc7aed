"""What refers to an actor without its name: "the Israeli premier", "the group", "he".

Each is taken only where one actor fits: a title that one person of the article holds, a common
noun near one organisation of its type, a pronoun near one person. "We" and "our" are left to
whoever knows the speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice

from newsfacts import ActorType, MentionForm
from newsfacts_actors.kinds import NOMINAL, PERSON, PRONOUN, TITLE
from newsfacts_actors.knowledge import lists
from newsfacts_actors.link import Identified
from newsfacts_actors.roles import Role

__all__ = ["references"]

_NEAR = 320
"""Code points within which a common noun finds its organisation."""
_BESIDE = 220
"""Code points within which a pronoun finds its person."""


@cache
def _titles() -> re.Pattern[str]:
    """Return the expression of a title without a name: "the Israeli premier".

    It begins after the "t", for a search that begins with fixed letters is many times as fast.
    """
    titles = "|".join(lists()["references"]["titles"].split()).replace("_", " ")
    return re.compile(
        rf"he (?<=\b[Tt]he )(?:(?P<whose>[^\W\d_a-z][\w.]+) )?(?P<title>{titles})\b"
        r"(?! (?:of|for)\b|[ -][^\W\d_a-z]|'s office)"
    )


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, frozenset[ActorType]], frozenset[ActorType]]:
    """Return the expression of a common noun for a body, the types that each may mean, and all."""
    kinds: dict[str, set[ActorType]] = {}
    for kind, nouns in lists()["references"]["nouns"].items():
        for noun in nouns.split():
            kinds.setdefault(noun.replace("_", " "), set()).add(ActorType(kind))
    every = "|".join(sorted(kinds, key=lambda noun: (-len(noun), noun)))
    pattern = re.compile(rf"he (?<=\b[Tt]he )(?P<noun>{every})(?=['’.,;:\s])(?! of\b)")
    types = {noun: frozenset(own) for noun, own in kinds.items()}
    return pattern, types, frozenset(chain.from_iterable(types.values()))


_PRONOUNS = (
    re.compile(r"he\b(?:(?<=\b[Ss]he)|(?<=\bhe))(?!['’]d\b)"),
    re.compile(r"He\b(?<=\bHe)(?!['’]d\b)"),
)
"""Each begins with fixed letters, as that of titles does; "she" is found by its last two."""
_SHE = frozenset("Ss")
_PREMIER = frozenset(("premier", "prime minister"))


def references(
    text: str, named: Sequence[Identified], held: Mapping[str, Role]
) -> Iterator[Identified]:
    """Yield the mentions of the actors of *named* by title, common noun and pronoun.

    Args:
        text: the article's text.
        named: the mentions by name, in order.
        held: the roles of persons, by actor id.
    """
    if held:
        yield from _by_title(text, named, held)
    yield from _by_noun(text, named)
    people = [one for one in named if one.who.type is PERSON]
    if people:
        yield from _by_pronoun(text, people)


def _by_title(
    text: str, named: Sequence[Identified], held: Mapping[str, Role]
) -> Iterator[Identified]:
    """Yield titles that one person named in the article holds."""
    matches = list(_titles().finditer(text))
    if not matches:
        return
    starts = [one.start for one in named]
    known: dict[str, Identified] = {}
    for one in named:
        if one.who.id in held:
            known.setdefault(one.who.id, one)
    for match in matches:
        title = match["title"].lower()
        wanted = _PREMIER if title in _PREMIER else frozenset((title,))
        country = None
        if match["whose"]:
            at = bisect_left(starts, match.start("whose"))
            if at == len(named) or starts[at] != match.start("whose"):
                continue
            country = named[at].who.country
        before = [
            one for one in _holders(known, held, wanted, country) if one.start < match.start()
        ]
        if len(before) == 1:
            yield _refers(match, before[0], TITLE, before=1)


def _holders(
    known: Mapping[str, Identified],
    held: Mapping[str, Role],
    wanted: frozenset[str],
    country: str | None,
) -> list[Identified]:
    """Return the first two of *known* who hold one of the titles *wanted*, of *country* if given.

    More would not change what the title refers to: with two, nobody.
    """
    fitting = (
        one
        for actor, one in known.items()
        if (country is None or held[actor].country in (None, country))
        and any(title in held[actor].text.lower() for title in wanted)
    )
    return list(islice(fitting, 2))


def _by_noun(text: str, named: Sequence[Identified]) -> Iterator[Identified]:
    """Yield common nouns that one organisation named shortly before fits."""
    pattern, types, every = _nouns()
    bodies = [one for one in named if one.who.type in every]
    if not bodies:
        return
    starts = [one.start for one in bodies]
    for match in pattern.finditer(text):
        kinds = types[match["noun"]]
        at = bisect_left(starts, match.start())
        near = bodies[bisect_left(starts, match.start() - _NEAR) : at]
        fitting = {one.who.id: one for one in near if one.who.type in kinds}
        if len(fitting) == 1:
            yield _refers(match, next(iter(fitting.values())), NOMINAL, before=1)


def _by_pronoun(text: str, people: Sequence[Identified]) -> Iterator[Identified]:
    """Yield "he" and "she" where one person is named shortly before, outside of quotations.

    A person to whom both would go gets neither: one of them is somebody else's.
    """
    starts = [one.start for one in people]
    found: dict[str, list[tuple[bool, Identified]]] = {}
    for match in chain.from_iterable(each.finditer(text) for each in _PRONOUNS):
        offset = match.start()
        before = text[offset - 1 : offset] in _SHE
        at = bisect_left(starts, offset - before)
        near = people[bisect_left(starts, offset - before - _BESIDE) : at]
        if len({one.who.id for one in near}) == 1 and not _quoted(text, offset - before):
            mention = _refers(match, near[-1], PRONOUN, before=before)
            found.setdefault(mention.who.id, []).append((before, mention))
    for own in found.values():
        if len({she for she, _ in own}) == 1:
            yield from (mention for _, mention in own)


def _quoted(text: str, offset: int) -> bool:
    """Tell whether a quotation is open at *offset* within its paragraph."""
    paragraph = text[max(text.rfind("\n", 0, offset) + 1, offset - 1000) : offset]
    return paragraph.count('"') % 2 == 1 or paragraph.count("“") > paragraph.count("”")


def _refers(
    match: re.Match[str], one: Identified, form: MentionForm, *, before: int = 0
) -> Identified:
    """Return the mention that a match, with so many letters *before* it, is of an actor."""
    start, end = match.start() - before, match.end()
    return Identified(start, end, one.who, form, "reference")

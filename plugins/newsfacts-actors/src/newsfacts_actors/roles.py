"""The role of a person as the text gives it: "Palestinian President", "a senior Hamas leader"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from newsfacts_actors.kinds import OTHER, PERSON, PLACE
from newsfacts_actors.knowledge import Entity, Words
from newsfacts_actors.link import Identified

__all__ = ["Role", "roles"]

_BEFORE = frozenset(" \u00a0-")
_APOSTROPHES = ("'", "’")
_POSSESSIVES = ("'s", "’s")
_LONGEST_WORD = 30
_CLOSES = frozenset(",.;:)")
_LAST_WORD = re.compile(r"[^\W\d_][\w’'.&-]*\Z")
_LINKS = frozenset("of for and to the in on".split())
_OF_OFFICE = frozenset(("of", "for"))
_WITHIN_OFFICE = frozenset(("and", "&", "the"))
_APPOSED = re.compile(
    r", ((?:an?|the|its|his|their|one of the )?[^\W\d][^,.;:()\n]{2,90})(?=[,.;:)\n]|\Z)"
)
_ARTICLE = re.compile(r"(?:an?|the|its|his|their)\s+", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(for|in|to|at|on)(?: the)? \Z")
_PHRASE_WORD = re.compile(r"\S+")
_LONGEST = 9
_START = itemgetter(0)
_NO_EMPLOYER = frozenset((PERSON, PLACE, OTHER))


class Role(NamedTuple):
    """Is what a person does, in the words of the text, and for whom."""

    text: str
    affiliation: str | None
    country: str | None


def roles(text: str, named: Sequence[Identified], lexicon: Words) -> dict[str, Role]:
    """Return the first role that the text gives each person, by actor id.

    The affiliation is the last state or organisation named within the role.
    """
    people = [one for one in named if one.who.type is PERSON]
    found: dict[str, Role] = {}
    if not people:
        return found
    mentions = {one.end: one.start for one in named}
    for one in people:
        if one.who.id in found:
            continue
        start, end = one.start, one.end
        span = None
        if _led(text, start, mentions, lexicon):
            span = _role_before(text, start, _gap(text, start), mentions, lexicon)
        if span is None and text.startswith(", ", end):
            span = _role_after(text, end, lexicon)
        if span is None and start > 1 and text.startswith(", ", start - 2):
            span = _role_with_comma(text, start, end, mentions, lexicon)
        if span is None:
            continue
        begin, end = span
        first = bisect_left(named, begin, key=_START)
        within = named[first : bisect_left(named, end, first, key=_START)]
        employer = _employer(text, within)
        found[one.who.id] = Role(
            text[begin:end],
            employer.id if employer else None,
            employer.country if employer else None,
        )
    return found


def _employer(text: str, within: Sequence[Identified]) -> Entity | None:
    """Return for whom a role is held: "Mali's ambassador to the UN" is Mali's."""
    best = None
    for one in within:
        if one.who.type in _NO_EMPLOYER:
            continue
        link = _TOWARDS.search(text, max(0, one.start - 9), one.start)
        if link is None or (best is None and link[1] == "for"):
            best = one.who
    return best


def _role_with_comma(
    text: str, start: int, end: int, mentions: Mapping[int, int], lexicon: Words
) -> tuple[int, int] | None:
    """Return the offsets of a role that a comma parts from a name: "its envoy, Ali Baba,"."""
    if text[end : end + 1] not in _CLOSES or _last_word(text, start - 2)[1] not in lexicon.roles:
        return None
    return _role_before(text, start - 1, start - 2, mentions, lexicon)


def _led(text: str, start: int, mentions: Mapping[int, int], lexicon: Words) -> bool:
    """Tell whether a name, or a word that may be a role's head, stands right before *start*.

    Hardly any name has one, and this costs little to say.
    """
    if start == 0 or text[start - 1] not in _BEFORE:
        return False
    end = start - 1
    if end in mentions:
        return True
    lowest = max(0, end - _LONGEST_WORD)
    word = text[max(lowest, text.rfind(" ", lowest, end) + 1) : end]
    known = word in lexicon.roles or word in lexicon.title_heads or word in lexicon.portfolios
    return known or not word.isalpha()


def _role_before(
    text: str, start: int, last: int, mentions: Mapping[int, int], lexicon: Words
) -> tuple[int, int] | None:
    """Return the offsets of the role that leads up to a name at *start*, None if there is none.

    Args:
        text: the article's text.
        start: where the name begins.
        last: where what may be a role ends before it, negative if nothing does.
        mentions: from the ends of names in the text to their starts; they are part of a role.
        lexicon: the closed lists.
    """
    begin = _office(text, last, lexicon)
    if begin is not None:
        last = _gap(text, begin)
    for _ in range(_LONGEST):
        if last < 0:
            break
        first = mentions.get(last, -1)
        role = begin is not None
        if first < 0:
            first, word = _last_word(text, last)
            if first < 0:
                break
            role = word.rstrip(".") in lexicon.title_heads or word in lexicon.roles
            if role:
                begin = first
            elif begin is None or not _leads(word, lexicon):
                break
        if role or (begin is not None and text[first:last] not in _LINKS):
            begin = first
        last = _gap(text, first)
    if begin is None:
        return None
    return begin, start - 1


def _office(text: str, last: int, lexicon: Words) -> int | None:
    """Return where the title of an office begins that ends at *last*: "Secretary of State"."""
    word, fields = "", -1
    while last > 0 and fields < _LONGEST:
        first, word = _last_word(text, last)
        if word not in lexicon.portfolios and (fields < 0 or word not in _WITHIN_OFFICE):
            break
        last, fields = _gap(text, first), fields + 1
    if fields < 0 or word not in _OF_OFFICE:
        return None
    first, word = _last_word(text, _gap(text, first))
    return first if word.rstrip(".") in lexicon.title_heads or word in lexicon.roles else None


def _gap(text: str, start: int) -> int:
    """Return where a word ends before the one at *start*, without its possessive, or -1."""
    if start < 1 or text[start - 1] not in _BEFORE:
        return -1
    end = start - 1
    if text.endswith(_APOSTROPHES, 0, end):
        return end - 1
    return end - 2 if text.endswith(_POSSESSIVES, 0, end) else end


def _last_word(text: str, end: int) -> tuple[int, str]:
    """Return where the word begins that ends at an offset, and the word; -1 if none does."""
    lowest = max(0, end - _LONGEST_WORD)
    first = text.rfind(" ", lowest, end) + 1
    if first > 0 and text[first:end].isalpha():
        return first, text[first:end]
    match = _LAST_WORD.search(text, lowest, end)
    return (-1, "") if match is None else (match.start(), match.group())


def _leads(word: str, lexicon: Words) -> bool:
    """Tell whether *word* may stand in a role before its head: "former", "Foreign", "of"."""
    return (
        word.rstrip(".") in lexicon.titles
        or word in lexicon.modifiers
        or word in lexicon.portfolios
        or word in _LINKS
    )


def _role_after(text: str, end: int, lexicon: Words) -> tuple[int, int] | None:
    """Return the offsets of the role in apposition to a name that ends at *end*, or None."""
    match = _APPOSED.match(text, end)
    if match is None:
        return None
    words = match[1].split()
    place = next((n for n, word in enumerate(words) if word in lexicon.roles), None)
    if place is None or place > _LONGEST:
        return None
    cut = next(
        (
            n
            for n, word in enumerate(words)
            if word in ("who", "whose", "that", "which", "said", "told")
        ),
        len(words),
    )
    if cut <= place:
        return None
    start = match.start(1)
    article = _ARTICLE.match(text, start)
    begin = article.end() if article else start
    stop = start + list(_PHRASE_WORD.finditer(match[1]))[cut - 1].end()
    return (begin, stop) if stop > begin else None

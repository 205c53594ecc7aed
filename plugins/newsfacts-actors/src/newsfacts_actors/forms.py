"""Where names end: the extent of an organisation, of an unknown name, of a title, by form alone.

All are pure: words of a run and an index go in, a number of words comes out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsfacts_actors.knowledge import Words
from newsfacts_actors.runs import PARTICLES, Word

__all__ = ["ALSO_IN_BODIES", "organisation", "title", "unknown"]

_FIRST_TAIL = frozenset(("of", "for"))
_TAIL = frozenset("of for on against".split())
ALSO_IN_BODIES = frozenset(("General", "Attorney", "Prosecutor"))
_NUMERAL = re.compile("(?=..)X{0,3}(?:IX|IV|V?I{0,3})|[VX]")
_JOINS = frozenset(("and", "&"))


def title(line: Sequence[Word], index: int, lexicon: Words) -> tuple[int, bool]:
    """Return how many words of titles begin at *index*, and whether a name must follow.

    "Foreign Minister", "Secretary of State" and "Minister for Human Rights" are titles whole;
    "Deputy" alone only leads up to one.
    """
    stop = index
    head = False
    while stop < len(line) and not line[stop].small:
        word = line[stop].text.rstrip(".")
        if word in lexicon.title_heads:
            head = True
        elif word not in lexicon.titles:
            break
        stop += 1
        if line[stop - 1].possessive:
            break
        if head and stop + 1 < len(line) and line[stop].text in ("of", "for"):
            end = stop + 1
            while end < len(line) and (
                line[end].text in lexicon.portfolios or line[end].text in ("and", "the", "&")
            ):
                end += 1
            stop = end if end > stop + 1 else stop
    return stop - index, head


def organisation(
    line: Sequence[Word], index: int, lexicon: Words, known: Callable[[int], int]
) -> int:
    """Return the length of the organisation by form that begins at *index*, or 0.

    It has a head ("Committee", "Ministry") with a capitalised word before it, or a small link and
    one after: "Foreign Ministry", "Committee for Public Safety", "Institute of Health and Welfare".

    Args:
        line: the words of the run.
        index: where it must begin.
        lexicon: the closed lists.
        known: returns the length of the known name at an index, 0 where there is none.
    """
    head = _head(line, index, lexicon, known)
    if head < 0:
        return 0
    stop = head + 1
    leads = head > index or line[head].text in lexicon.leading_heads
    if leads and not line[head].possessive:
        stop = _tail(line, stop, _TAIL if head > index else _FIRST_TAIL, lexicon)
    return stop - index if stop - index > 1 else 0


def _head(line: Sequence[Word], index: int, lexicon: Words, known: Callable[[int], int]) -> int:
    """Return the index of the last head before a tail or the end, or -1."""
    head = -1
    for at in range(index, len(line)):
        word = line[at]
        if word.small:
            if head >= 0 or not _joins(line, index, at, lexicon, known):
                break
        elif word.text in lexicon.organisation_heads:
            if _holds_office(line, at, lexicon):
                break
            head = at
        elif word.text in lexicon.grammar or _is_title(word, lexicon):
            break
        if word.possessive and (not _owns_in_name(word, lexicon) or known(at)):
            break
    return head


def _joins(
    line: Sequence[Word], index: int, at: int, lexicon: Words, known: Callable[[int], int]
) -> bool:
    """Tell whether a small word before the head is part of the name: "Relief and Works Agency"."""
    if at + 1 >= len(line):
        return False
    if line[at].text not in _JOINS:
        return line[at].text in PARTICLES
    return index < at and line[index].text not in lexicon.given and known(index) != at - index


def _is_title(word: Word, lexicon: Words) -> bool:
    """Tell whether *word* is a title; not in "General Union", "Attorney General's Office"."""
    return word.text.rstrip(".") in lexicon.title_heads and word.text not in ALSO_IN_BODIES


def _holds_office(line: Sequence[Word], at: int, lexicon: Words) -> bool:
    """Tell "Energy Minister" from "Energy": a field of office before its title."""
    word, after = line[at].text, line[at + 1 : at + 2]
    return bool(
        after
        and word != "Police"
        and word in lexicon.portfolios
        and after[0].text.rstrip(".") in lexicon.title_heads
    )


def _owns_in_name(word: Word, lexicon: Words) -> bool:
    """Tell "People's Party" and "Workers' Union" from "Egypt's Foreign Ministry"."""
    return word.text.lower() in lexicon.common


def _tail(line: Sequence[Word], stop: int, links: frozenset[str], lexicon: Words) -> int:
    """Return where the part after the head ends: "of the Red Cross", "for Human Rights"."""
    end = stop
    while end + 1 < len(line) and line[end].small:
        link = line[end].text
        if link not in links and not (link in _JOINS and end > stop):
            break
        ahead = end + 1
        while ahead < len(line) and line[ahead].small:
            ahead += 1
        taken = ahead
        while taken < len(line) and not line[taken].small:
            word = line[taken]
            goes_on = taken + 1 < len(line) and not line[taken + 1].small
            if word.text in lexicon.grammar or (
                goes_on and word.text.rstrip(".") in lexicon.title_heads
            ):
                break
            taken += 1
            if word.possessive:
                break
        if taken == ahead:
            break
        if link in _JOINS and _is_another(line, ahead, taken, links, lexicon):
            break
        end = taken
        if line[end - 1].possessive:
            break
    return end


def _is_another(
    line: Sequence[Word], start: int, end: int, links: frozenset[str], lexicon: Words
) -> bool:
    """Tell whether a body of its own is joined: "the Union of Quist and the Labour Party"."""
    if line[end - 1].text not in lexicon.organisation_heads:
        return False
    links_on = end + 1 < len(line) and line[end].text in links
    return links_on or line[start - 1].text == "the"


def unknown(
    line: Sequence[Word],
    index: int,
    lexicon: Words,
    known: Callable[[int], int],
    *,
    titled: bool = False,
) -> int:
    """Return the length of the name of no table that begins at *index*.

    It ends before titles, before known names (but not after a given name or an initial: "Kurt
    Washington"), before words that name nothing, and at a possessive. A numeral ends the name of a
    person: "Mohammed VI".

    Args:
        line: the words of the run.
        index: where the name begins.
        lexicon: the closed lists.
        known: returns the length of the known name at an index, 0 where there is none.
        titled: whether a title stands before it.
    """
    stop = index
    personal = True
    crowned = titled or line[index].text in lexicon.given
    while stop < len(line):
        word = line[stop]
        if word.small:
            if word.text not in PARTICLES or all(after.small for after in line[stop + 1 :][:2]):
                break
        elif crowned and stop > index and _NUMERAL.fullmatch(word.text):
            return stop + 1 - index
        elif word.text in lexicon.stop or word.text in lexicon.grammar:
            break
        else:
            if stop > index and (
                _begins_another(line, index, stop, lexicon) or (not personal and known(stop))
            ):
                break
            personal = personal and (
                word.text in lexicon.given
                or word.text.endswith(".")
                or word.text.lower() in PARTICLES
            )
        stop += 1
        if word.possessive:
            break
    while stop > index and line[stop - 1].small:
        stop -= 1
    return stop - index


def _begins_another(line: Sequence[Word], index: int, at: int, lexicon: Words) -> bool:
    """Tell whether a title at *at* ends the name: "Nasser Interim ..." but not "Larry King"."""
    return line[at].text.rstrip(".") in lexicon.titles and (at > index + 1 or at + 1 < len(line))

"""Names in lines that are all capitals, where case says nothing: the known ones, and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newsfacts import ActorType, MentionForm
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Knowledge, Known, Words, normal

__all__ = ["shouted_lines", "shouted_names"]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_][\w&]*(?:['’](?!S\b)\w+)*")
_LETTERS = 12
"""A line with fewer letters than this is a dateline or an acronym, not text in capitals."""
_SHARE = 0.85
_LONGEST_NAME = 4
_SHORT = 3


def shouted_lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the lines of *text* that are all, or nearly all, capitals."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group()
        if words.islower() or words[1:60].lower() == words[1:60]:
            continue
        upper = sum(map(str.isupper, words))
        if upper >= _LETTERS and upper >= _SHARE * sum(map(str.isalpha, words)) and " " in words:
            found.append(line.span())
    return found


def shouted_names(
    text: str, known: Knowledge, lexicon: Words, shouted: Sequence[tuple[int, int]]
) -> Iterator[Found]:
    """Yield the names within the lines *shouted* of *text*, in order."""
    if not shouted:
        return
    names = known.folded
    plain = normal(text).upper()
    if len(plain) != len(text):  # a letter whose capital is two: offsets would no longer fit
        return
    found: list[Found] = []
    for start, end in shouted:
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        found += _line(text, plain, words, names, lexicon)
    yield from found
    yield from _surnames(text, plain, found, shouted, lexicon)


def _surnames(
    text: str,
    plain: str,
    found: Sequence[Found],
    shouted: Sequence[tuple[int, int]],
    lexicon: Words,
) -> Iterator[Found]:
    """Yield the last names, alone, of the persons whom *found* names in full."""
    parts = [one.plain.upper().split()[1:] for one in found if one.type is ActorType.PERSON]
    last = {
        " ".join(own[cut:])
        for own in parts
        for cut in range(len(own))
        if len(own[cut]) > _SHORT and own[cut].lower() not in lexicon.common
    }
    if not last:
        return
    taken = {offset for one in found for offset in range(one.start, one.end)}
    by_word: dict[str, list[str]] = {}
    for name in sorted(last, key=len, reverse=True):
        by_word.setdefault(name.partition(" ")[0], []).append(name)
    reached = 0
    for start, end in shouted:
        for match in _WORD.finditer(plain, start, end):
            first = match.start()
            for name in by_word.get(match.group(), ()):
                stop = first + len(name)
                if first < reached or first in taken or not plain.startswith(name, first):
                    continue
                if not plain[stop : stop + 1].isalnum():
                    yield _person_found(text, first, stop)
                    reached = stop


def _person_found(text: str, start: int, end: int) -> Found:
    name = text[start:end]
    return Found(start, end, name, normal(name), ActorType.PERSON, MentionForm.NAME, "capitals")


def _line(
    text: str,
    plain: str,
    words: Sequence[tuple[int, int]],
    names: Mapping[str, Known],
    lexicon: Words,
) -> Iterator[Found]:
    """Yield the names among the words of one line."""
    index = 0
    titled = False
    while index < len(words):
        start = words[index][0]
        for stop in range(min(len(words), index + 8), index, -1):
            meaning = names.get(plain[start : words[stop - 1][1]])
            if meaning is not None:
                break
        if meaning is not None and not _plain_word(plain, words[index], stop - index, lexicon):
            last = words[stop - 1][1]
            entity = meaning.entity
            yield Found(
                start,
                last,
                text[start:last],
                normal(text[start:last]),
                entity.type,
                meaning.form,
                "capitals",
                entity,
                meaning.seat,
            )
            index, titled = stop, False
            continue
        word = plain[slice(*words[index])].title()
        length = _person(text, plain, words, index, lexicon, titled=titled)
        if length:
            last = words[index + length - 1][1]
            yield _person_found(text, start, last)
            index, titled = index + length, False
            continue
        titled = word.rstrip(".") in lexicon.title_heads
        index += 1


def _plain_word(plain: str, word: tuple[int, int], length: int, lexicon: Words) -> bool:
    """Tell whether a known name of one word may be an English word: "US", "WHO", "MALE"."""
    if length > 1:
        return False
    own = plain[slice(*word)].lower()
    return own in lexicon.common or own in ("us", "it", "is", "who", "may", "march", "august")


def _person(
    text: str,
    plain: str,
    words: Sequence[tuple[int, int]],
    index: int,
    lexicon: Words,
    *,
    titled: bool,
) -> int:
    """Return the words of the person's name that begins at *index*, 0 if there is none."""
    first = plain[slice(*words[index])].title()
    if first in lexicon.stop or first in lexicon.grammar:
        return 0
    if not titled and (first not in lexicon.given or first.lower() in lexicon.common):
        return 0
    length = 0
    while index + length < len(words) and length < _LONGEST_NAME:
        start, end = words[index + length]
        if length and text[words[index + length - 1][1] : start] not in (" ", "-", ". "):
            break
        word = plain[start:end].title()
        if word.lower() in lexicon.common or word in lexicon.titles or word.isdigit():
            break
        if length and word in lexicon.grammar:
            break
        length += 1
    return length if length > 1 or (titled and length) else 0

"""Names in lines that are all capitals, where case says nothing: the known ones, and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsfacts import ActorType, MentionForm
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Knowledge, Known, Words, normal

__all__ = ["shouted_lines", "shouted_names"]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"([^\W_](?:(?<!\d)\.(?:[^\W\d_]\.)+|[\w&]*(?:['’](?!S\b)\w+)*))")
_PROSE = re.compile(r"[a-z]{2} [a-z]{2,} [a-z]{2}")
"""Three words in small letters, which no line in capitals has."""
_LETTERS = 12
"""A line with fewer letters than this is a dateline or an acronym, not text in capitals."""
_ENOUGH = re.compile(rf"(?:[\W\d_]*[^\W\d_]){{{_LETTERS}}}")
_SHARE = 0.85
_LONGEST = 8
_LONGEST_NAME = 4
_SHORT = 3


class _Folded(NamedTuple):
    """Is what the tables hold, in capitals."""

    names: Mapping[str, Known]
    reach: Mapping[str, int]
    """From the first word of names to the words of the longest of them."""
    second: frozenset[tuple[str, str]]
    """The first two words of names that have more than one."""
    given: frozenset[str]
    """Given names that are no common words."""
    heads: frozenset[str]
    """Titles after which a name must follow."""
    begin: frozenset[str]
    """Names of one word, given names and titles."""


class _Line(NamedTuple):
    """Is the words of one line, in capitals and in normal form, and their offsets."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=4)
def _folded(known: Knowledge, lexicon: Words) -> _Folded:
    names: dict[str, Known] = {}
    reach: dict[str, int] = {}
    second: set[tuple[str, str]] = set()
    for name, meaning in known.names.items():
        key = name.upper()
        if key in names:
            continue
        names[key] = meaning
        words = _WORD.findall(key)
        if words:
            reach[words[0]] = max(reach.get(words[0], 0), min(_LONGEST, len(words)))
            second.update(pairwise(words[:2]))
    given = [word.upper() for word in lexicon.given if word.lower() not in lexicon.common]
    titles = (word.upper() for word in lexicon.title_heads)
    heads = frozenset(word + dot for word in titles for dot in ("", "."))
    begin = heads.union(given, (name for name in names if reach.get(name)))
    return _Folded(names, reach, frozenset(second), frozenset(given), heads, begin)


def shouted_lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the lines of *text* that are all, or nearly all, capitals."""
    found = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if end - start < _LETTERS or _PROSE.search(text, start, end):
            continue
        words = line.group()
        if " " in words and _shouted(words):
            found.append((start, end))
    return found


def _shouted(words: str) -> bool:
    """Tell whether the letters of a line are capitals, but for a few."""
    if words.isupper():
        return _ENOUGH.match(words) is not None
    if words[1:60].lower() == words[1:60]:
        return False
    upper = sum(map(str.isupper, words))
    return upper >= _LETTERS and upper >= _SHARE * sum(map(str.isalpha, words))


def shouted_names(
    text: str, known: Knowledge, lexicon: Words, shouted: Sequence[tuple[int, int]]
) -> Iterator[Found]:
    """Yield the names within the lines *shouted* of *text*, in order."""
    if not shouted:
        return
    plain = normal(text).upper()
    if len(plain) != len(text):  # a letter whose capital is two: offsets would no longer fit
        return
    folded = _folded(known, lexicon)
    lines = [_words_of(text, plain, start, end) for start, end in shouted]
    found: list[Found] = []
    for line in lines:
        found += _line(text, plain, line, folded, lexicon)
    yield from found
    yield from _surnames(text, plain, found, lines, lexicon)


def _words_of(text: str, plain: str, start: int, end: int) -> _Line:
    """Return the words of a line and their offsets; splitting is faster than matching each."""
    line = text[start:end]
    parts = _WORD.split(line)
    offsets = list(accumulate(map(len, parts), initial=start))
    starts, ends = offsets[1:-1:2], offsets[2::2]
    if line.isascii() and line.isupper():
        return _Line(parts[1::2], starts, ends)
    words = [plain[first:last] for first, last in zip(starts, ends, strict=True)]
    return _Line(words, starts, ends)


def _surnames(
    text: str,
    plain: str,
    found: Sequence[Found],
    lines: Sequence[_Line],
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
    for name in sorted(last, key=lambda name: (-len(name), name)):
        by_word.setdefault(name.partition(" ")[0], []).append(name)
    reached = 0
    for line in lines:
        for index in [at for at, word in enumerate(line.words) if word in by_word]:
            first = line.starts[index]
            for name in by_word[line.words[index]]:
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
    line: _Line,
    folded: _Folded,
    lexicon: Words,
) -> Iterator[Found]:
    """Yield the names among the words of one line."""
    second, begin = folded.second, folded.begin
    words = line.words
    reached = 0
    titled = -1  # the word after a title that is no part of a name
    for index, pair in enumerate(pairwise((*words, ""))):
        word = pair[0]
        if word not in begin and pair not in second and titled != index:
            continue
        if index < reached:
            continue
        stop, meaning = _known_name(plain, line, index, pair, folded)
        start = line.starts[index]
        if meaning is not None and not _plain_word(word, stop - index, lexicon):
            reached = stop
            yield _known_found(text, start, line.ends[stop - 1], meaning)
            continue
        length = 0
        if titled == index or word in folded.given:
            length = _person(text, line, index, lexicon, titled=titled == index)
        if length:
            reached = index + length
            yield _person_found(text, start, line.ends[reached - 1])
        elif word in folded.heads:
            titled = index + 1


def _known_name(
    plain: str, line: _Line, index: int, pair: tuple[str, str], folded: _Folded
) -> tuple[int, Known | None]:
    """Return where the longest known name ends that begins at a word, and what it means."""
    names, start = folded.names, line.starts[index]
    longest = index + 1
    if pair in folded.second:
        longest = min(len(line.words), index + folded.reach[pair[0]])
    for stop in range(longest, index, -1):
        meaning = names.get(plain[start : line.ends[stop - 1]])
        if meaning is not None:
            return stop, meaning
    return index, None


def _known_found(text: str, start: int, end: int, meaning: Known) -> Found:
    name, entity = text[start:end], meaning.entity
    return Found(
        start,
        end,
        name,
        normal(name),
        entity.type,
        meaning.form,
        "capitals",
        entity,
        meaning.seat,
    )


def _plain_word(word: str, length: int, lexicon: Words) -> bool:
    """Tell whether a known name of one word may be an English word: "US", "WHO", "MALE"."""
    if length > 1:
        return False
    own = word.lower()
    return own in lexicon.common or own in ("us", "it", "is", "who", "may", "march", "august")


def _person(
    text: str,
    line: _Line,
    index: int,
    lexicon: Words,
    *,
    titled: bool,
) -> int:
    """Return the words of the person's name that begins at *index*, 0 if there is none."""
    words, starts, ends = line
    first = words[index].title()
    if first in lexicon.stop or first in lexicon.grammar:
        return 0
    if not titled and (first not in lexicon.given or first.lower() in lexicon.common):
        return 0
    length = 0
    while index + length < len(words) and length < _LONGEST_NAME:
        at = index + length
        if length and text[ends[at - 1] : starts[at]] not in (" ", "-", ". "):
            break
        word = words[at].title()
        if word.lower() in lexicon.common or word in lexicon.titles or word.isdigit():
            break
        if length and word in lexicon.grammar:
            break
        length += 1
    return length if length > 1 or (titled and length) else 0

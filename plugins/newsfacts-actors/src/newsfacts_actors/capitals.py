"""Names in lines that are all capitals, where case says nothing: the known ones, and persons."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from newsfacts_actors.found import Found, make
from newsfacts_actors.kinds import NAME, PERSON, PLACE
from newsfacts_actors.knowledge import Knowledge, Known, Words, normal

__all__ = ["shouted_names"]

_WORD = re.compile(
    r"([^\W_](?:[A-Z]++[\w&]*+(?:['’](?!S\b)\w+)*+"  # most, hence first
    r"|\.(?<!\d.)(?:[^\W\d_]\.)+|[\w&]*+(?:['’](?!S\b)\w+)*+))"
)
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
    alone: Mapping[str, Known]
    """Names of one word that are no English words."""
    begin: frozenset[str]
    """Given names and titles, with which a person's name may begin."""
    first: frozenset[str]
    """All these, and the first words of names that have more."""


class _Block(NamedTuple):
    """Is lines one below the other: their words, in capitals and in normal form, and offsets."""

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
    begin = heads.union(given)
    alone = {
        name: meaning
        for name, meaning in names.items()
        if name in reach and not _plain_word(name, 1, lexicon)
    }
    first = begin.union(alone, (word for word, _ in second))
    return _Folded(names, reach, frozenset(second), frozenset(given), heads, alone, begin, first)


def shouted_names(
    text: str, known: Knowledge, lexicon: Words, shouted: Sequence[tuple[int, int]]
) -> list[Found]:
    """Return the names within the lines *shouted* of *text*."""
    plain = normal(text).upper()
    if len(plain) != len(text):  # a letter whose capital is two: offsets would no longer fit
        return []
    folded = _folded(known, lexicon)
    blocks = [_words_of(text, plain, start, end) for start, end in _adjoining(shouted)]
    found: list[Found] = []
    for block in blocks:
        found += _Reading(text, plain, block, folded, lexicon).names()
    return [*found, *_surnames(text, plain, found, blocks, lexicon)]


def _adjoining(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of lines, those that only a line break parts as one."""
    blocks: list[tuple[int, int]] = []
    for start, end in ranges:
        above = blocks.pop() if blocks and start == blocks[-1][1] + 1 else (start, end)
        blocks.append((above[0], end))
    return blocks


def _words_of(text: str, plain: str, start: int, end: int) -> _Block:
    """Return the words of a block and their offsets; splitting is faster than matching each."""
    block = text[start:end]
    parts = _WORD.split(block)
    offsets = list(accumulate(map(len, parts), initial=start))
    starts, ends = offsets[1:-1:2], offsets[2::2]
    if block.isascii() and block.isupper():
        return _Block(parts[1::2], starts, ends)
    words = [plain[first:last] for first, last in zip(starts, ends, strict=True)]
    return _Block(words, starts, ends)


def _surnames(
    text: str,
    plain: str,
    found: Sequence[Found],
    blocks: Sequence[_Block],
    lexicon: Words,
) -> Iterator[Found]:
    """Yield the last names, alone, of the persons whom *found* names in full."""
    parts = [one.plain.upper().split()[1:] for one in found if one.type is PERSON]
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
    for block in blocks:
        for index in [at for at, word in enumerate(block.words) if word in by_word]:
            first = block.starts[index]
            for name in by_word[block.words[index]]:
                stop = first + len(name)
                if first < reached or first in taken or not plain.startswith(name, first):
                    continue
                if not plain[stop : stop + 1].isalnum():
                    yield _person_found(text, first, stop)
                    reached = stop


def _person_found(text: str, start: int, end: int) -> Found:
    name = text[start:end]
    return Found(start, end, name, normal(name), PERSON, NAME, "capitals")


def _known_found(text: str, start: int, end: int, meaning: Known) -> Found:
    name, entity = text[start:end], meaning.entity
    plain, kind = normal(name), entity.type
    own = start, end, name, plain, kind, meaning.form, "capitals", entity, meaning.seat, False
    return make(Found, own)


class _Reading:
    """Is one block as it is read; no name goes beyond its line."""

    def __init__(
        self, text: str, plain: str, block: _Block, folded: _Folded, lexicon: Words
    ) -> None:
        self.text = text
        self.plain = plain
        self.words, self.starts, self.ends = block
        self.folded = folded
        self.lexicon = lexicon

    def names(self) -> Iterator[Found]:
        """Yield the names, in order."""
        folded, text = self.folded, self.text
        first, begin, second, alone = folded.first, folded.begin, folded.second, folded.alone
        words = [*self.words, ""]
        reached = 0
        for index in [at for at, word in enumerate(words) if word in first]:
            if index < reached:
                continue
            word = words[index]
            if (word, words[index + 1]) not in second:
                if word in alone and not self._named_after(index):  # most are: read no further
                    reached = index + 1
                    yield _known_found(text, self.starts[index], self.ends[index], alone[word])
                    continue
                if word not in begin:
                    continue
            reached, found = self._read(index, self._line_end(index))
            if found is not None:
                yield found

    def _line_end(self, index: int) -> int:
        """Return the index after the last word of the line that holds the word at *index*."""
        end = self.text.find("\n", self.starts[index])
        return len(self.words) if end < 0 else bisect_left(self.starts, end, index)

    def _read(self, index: int, limit: int) -> tuple[int, Found | None]:
        """Return the first word after what is read from *index* on, and the name if it is one.

        A title is read with the words after it, as long as they are titles.
        """
        folded, titled = self.folded, False
        while index < limit:
            word, start = self.words[index], self.starts[index]
            stop, meaning = self._known_name(index, limit)
            if stop == index + 1 and self._named_after(index):
                meaning = None
            if meaning is not None and not _plain_word(word, stop - index, self.lexicon):
                return stop, _known_found(self.text, start, self.ends[stop - 1], meaning)
            length = 0
            if titled or word in folded.given:
                length = self._person(index, limit, titled=titled)
            if length:
                stop = index + length
                return stop, _person_found(self.text, start, self.ends[stop - 1])
            index += 1
            titled = word in folded.heads
            if not titled:
                break
        return index, None

    def _named_after(self, index: int) -> bool:
        """Tell whether a given name that is a place's too begins a person's: "ORLANDO GOMEZ"."""
        word, folded = self.words[index], self.folded
        known = folded.alone.get(word)
        if known is None or known.entity.type is not PLACE or word not in folded.given:
            return False
        limit = self._line_end(index)
        if index + 1 >= limit or self.words[index + 1] in folded.alone:
            return False
        return self._person(index, limit, titled=False) > 0

    def _known_name(self, index: int, limit: int) -> tuple[int, Known | None]:
        """Return where the longest known name ends that begins at a word, and what it means."""
        folded, words = self.folded, self.words
        names, start = folded.names, self.starts[index]
        longest = index + 1
        if longest < limit and (words[index], words[longest]) in folded.second:
            longest = min(limit, index + folded.reach[words[index]])
        for stop in range(longest, index, -1):
            meaning = names.get(self.plain[start : self.ends[stop - 1]])
            if meaning is not None:
                return stop, meaning
        return index, None

    def _person(self, index: int, limit: int, *, titled: bool) -> int:
        """Return the words of the person's name that begins at *index*, 0 if there is none."""
        lexicon, text, ends = self.lexicon, self.text, self.ends
        first = self.words[index].title()
        if first in lexicon.stop or first in lexicon.grammar:
            return 0
        if not titled and (first not in lexicon.given or first.lower() in lexicon.common):
            return 0
        stop = min(limit, index + _LONGEST_NAME)
        for at in range(index, stop):
            if at > index and text[ends[at - 1] : self.starts[at]] not in (" ", "-", ". "):
                stop = at
                break
            word = self.words[at].title()
            if (
                word.lower() in lexicon.common
                or word in lexicon.titles
                or word.isdigit()
                or (at > index and word in lexicon.grammar)
            ):
                stop = at
                break
        length = stop - index
        return length if length > 1 or titled else 0


def _plain_word(word: str, length: int, lexicon: Words) -> bool:
    """Tell whether a known name of one word may be an English word: "US", "WHO", "MALE"."""
    if length > 1:
        return False
    own = word.lower()
    return own in lexicon.common or own in ("us", "it", "is", "who", "may", "march", "august")

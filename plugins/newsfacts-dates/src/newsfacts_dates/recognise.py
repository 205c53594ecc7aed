"""Where temporal expressions stand: matches of the grammar over a document's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsfacts.tokens import Tokens
from newsfacts_dates.alphabet import FILLER
from newsfacts_dates.grammar import Grammar, Rule, Slots

__all__ = ["Found", "recognise"]

_REACH = 12
"""Tokens that a match can reach back from the word that gave rise to it."""
_BEHIND = 4
"""Tokens before a match that its rule can look at."""
_MOVED_UP: Final = {"2": "", "3": "2"}
"""What the second of several expressions reads as the number of a slot, for its own."""
_LENGTH = 24
"""Tokens from that word on that are looked at."""


class Found(NamedTuple):
    """Is an expression as recognised: token indices, the rule, and the words of its slots."""

    start: int
    end: int
    sentence: tuple[int, int]
    """The range of its sentence."""
    rule: Rule
    slots: Slots
    """For each slot its words, in lower case, apostrophes made straight; shared, never changed."""


def recognise(view: Tokens, grammar: Grammar) -> Iterator[Found]:
    """Yield the expressions of a document in order, each within a sentence, none overlapping.

    Only the words around those that can give rise to a match are looked at: no match goes beyond
    a word that the grammar does not know.

    Args:
        view: the document's tokens.
        grammar: the rules.
    """
    words, code = view.words, grammar.alphabet
    plain, odd = grammar.triggers, grammar.odd_triggers
    sentences = iter(view.sentences)
    position = sentence_start = sentence_end = 0
    for at in [
        index
        for index, word in enumerate(words)
        if (word in plain if word.isalpha() else odd[word])
    ]:
        if at < position:
            continue
        while at >= sentence_end:
            sentence_start, sentence_end = next(sentences)
        sentence = (sentence_start, sentence_end)
        first, last = _known_run(words, code, at, sentence)
        codes = "".join([code[word] for word in words[first:last]])
        for start in range(max(first, position, at - _REACH), at + 1):
            hit = grammar.match(codes, start - first)
            if hit is None or first + hit[1].end() <= at:
                continue
            index, position = hit[0], first + hit[1].end()
            key: tuple[int | str, ...] = (index, *words[start:position])
            slots = grammar.known_slots.get(key)
            if slots is None:
                pattern = grammar.patterns[index]
                slots = _slots(hit[1], pattern.slots, words, first)
                if not pattern.looks:
                    grammar.remember_slots(key, slots)
            found = Found(start, position, sentence, grammar.rules[index], slots)
            yield from _parts(found, words) if "joint" in slots else (found,)
            break


def _slots(match: re.Match[str], names: tuple[str, ...], words: Sequence[str], first: int) -> Slots:
    """Return the words of each slot that *match* fills.

    Args:
        match: of the codes of *words* from index *first* on.
        names: the slot of each group.
        words: all words of the document.
        first: the index of the word that the codes begin with.
    """
    slots: dict[str, tuple[str, ...]] = {}
    for number, name in enumerate(names, 1):
        begin, end = match.span(number)
        if begin >= 0:
            slots[name] = _words(words, first + begin, first + end)
    return slots


def _known_run(
    words: Sequence[str], code: Mapping[str, str], at: int, sentence: tuple[int, int]
) -> tuple[int, int]:
    """Return the range of the words around that at *at* that the grammar knows, up to a bound."""
    first, last = at, at + 1
    floor = max(sentence[0], at - _REACH - _BEHIND)
    end = min(sentence[1], at + _LENGTH)
    while first > floor and code[words[first - 1]] != FILLER:
        first -= 1
    while last < end and code[words[last]] != FILLER:
        last += 1
    return first, last


def _parts(found: Found, words: Sequence[str]) -> Iterator[Found]:
    """Yield the expressions that slots `joint` divide: "April 24 and 25", "3, 4 and 5 March".

    The second has what slots with a 2 hold (`day2`) in place of the first's, and so on.
    """
    cut, slots = found.start + 1, found.slots
    while words[cut].lower() != slots["joint"][0]:
        cut += 1
    yield found._replace(end=cut)
    rest = {name: held for name, held in slots.items() if not name[-1].isdigit()}
    for name in slots.keys() - rest.keys():
        rest[name[:-1] + _MOVED_UP[name[-1]]] = slots[name]
    second = found._replace(start=cut + len(slots["joint"]), slots=rest)
    if "joint2" in slots:
        yield from _parts(second, words)
    else:
        yield second


def _words(words: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    return tuple([word.lower().replace("’", "'") for word in words[start:end]])

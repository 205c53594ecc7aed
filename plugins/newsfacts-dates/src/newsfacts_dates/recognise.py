"""Where temporal expressions stand: matches of the grammar over a document's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

import attrs

from newsfacts_dates.alphabet import FILLER
from newsfacts_dates.grammar import Grammar, Rule, SlotGroups

__all__ = ["Found", "recognise"]

_REACH = 12
"""Tokens that a match can reach back from the word that gave rise to it."""


@attrs.frozen
class Found:
    """Is an expression as recognised: token indices, the rule, and the words of its slots."""

    start: int
    end: int
    rule: Rule
    slots: Mapping[str, tuple[str, ...]]
    """For each slot its words, in lower case, apostrophes made straight."""


def recognise(words: Sequence[str], grammar: Grammar) -> Iterator[Found]:
    """Yield the expressions of a document in order, none overlapping another.

    Args:
        words: the document's tokens.
        grammar: the rules.
    """
    if not words:
        return
    codes = "".join(itemgetter(*words)(grammar.alphabet))
    position = 0
    for trigger in grammar.triggers.finditer(codes):
        at = trigger.start()
        if at < position:
            continue
        start = max(codes.rfind(FILLER, position, at) + 1, position, at - _REACH)
        while start <= at:
            hit = grammar.match(codes, start)
            if hit is not None and hit[2].end() > at:
                position = hit[2].end()
                yield from _found(words, start, *hit)
                break
            start += 1


def _found(
    words: Sequence[str], start: int, rule: Rule, groups: SlotGroups, match: re.Match[str]
) -> Iterator[Found]:
    """Yield the match, or the two that it stands for where it has a slot `also`."""
    slots = {}
    for name, group in groups:
        first, last = match.span(group)
        if first >= 0:
            slots[name] = _words(words, first, last)
    also = slots.pop("also", None)
    if also is None:
        yield Found(start, match.end(), rule, slots)
    else:  # "April 24 and 25"
        yield Found(start, match.end() - 2, rule, slots)
        yield Found(match.end() - 1, match.end(), rule, {**slots, "day": also})


def _words(words: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    return tuple([word.lower().replace("’", "'") for word in words[start:end]])

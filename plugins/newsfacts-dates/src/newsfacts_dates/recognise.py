"""Where temporal expressions stand: matches of the grammar over a document's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from newsfacts.tokens import Tokens
from newsfacts_dates.alphabet import FILLER
from newsfacts_dates.grammar import Grammar, Rule

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


def recognise(view: Tokens, grammar: Grammar) -> Iterator[Found]:
    """Yield the expressions of a document in order, none overlapping another.

    Args:
        view: the document's tokens.
        grammar: the rules.
    """
    codes = "".join(map(grammar.alphabet.__getitem__, view.words))
    position = 0
    size = len(codes)
    for trigger in grammar.triggers.finditer(codes):
        at = trigger.start()
        if at < position:
            continue
        start = max(codes.rfind(FILLER, position, at) + 1, position, at - _REACH)
        while start <= at:
            hit = grammar.match(codes, start, size)
            if hit is None or hit[1].end() <= at:
                start += 1
                continue
            index, match = hit
            end = match.end()
            yield Found(
                start,
                end,
                grammar.rules[index],
                {
                    name: _words(view.words, *match.span(group))
                    for name, group in grammar.patterns[index].slots
                    if match.start(group) >= 0
                },
            )
            position = end
            break


def _words(words: list[str], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.lower().replace("’", "'") for word in words[start:end])

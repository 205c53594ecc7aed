"""Where temporal expressions stand: matches of the grammar over a document's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import attrs

from newsfacts.tokens import Tokens
from newsfacts_dates.alphabet import FILLER
from newsfacts_dates.grammar import Grammar, Rule, Slots

__all__ = ["Found", "recognise"]

_REACH = 12
"""Tokens that a match can reach back from the word that gave rise to it."""


@attrs.frozen
class Found:
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

    Args:
        view: the document's tokens.
        grammar: the rules.
    """
    words = view.words
    if not words:
        return
    codes = "".join(itemgetter(*words)(grammar.alphabet))
    sentences = iter(view.sentences)
    position = sentence_end = 0
    for trigger in grammar.triggers.finditer(codes):
        at = trigger.start()
        if at < position:
            continue
        while at >= sentence_end:
            sentence_start, sentence_end = next(sentences)
            position = max(position, sentence_start)
        start = max(codes.rfind(FILLER, position, at) + 1, position, at - _REACH)
        while start <= at:
            hit = grammar.match(codes, start, sentence_end)
            if hit is not None and hit[1] > at:
                index, position = hit
                key: tuple[int | str, ...] = (index, *words[start:position])
                slots = grammar.known_slots.get(key)
                if slots is None:
                    slots = {
                        name: _words(words, first, last)
                        for name, first, last in grammar.slots(index, codes, start, sentence_end)
                    }
                    grammar.remember_slots(key, slots)
                sentence = (sentence_start, sentence_end)
                yield from _found(start, position, sentence, grammar.rules[index], slots)
                break
            start += 1


def _found(
    start: int, end: int, sentence: tuple[int, int], rule: Rule, slots: Slots
) -> tuple[Found, ...]:
    """Return the match, or the two that it stands for where it has a slot `also`."""
    if "also" not in slots:
        return (Found(start, end, sentence, rule, slots),)
    another = {**slots, "day": slots["also"]}  # "April 24 and 25"
    return (
        Found(start, end - 2, sentence, rule, slots),
        Found(end - 1, end, sentence, rule, another),
    )


def _words(words: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    return tuple([word.lower().replace("’", "'") for word in words[start:end]])

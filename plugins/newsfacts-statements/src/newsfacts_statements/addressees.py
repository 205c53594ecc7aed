"""Whom something is told: what stands between "told" and what was said."""

from __future__ import annotations

from newsfacts_statements.reading import POSSESSIVES, Reading

__all__ = ["OBJECT_PRONOUNS", "over_addressee"]

OBJECT_PRONOUNS = frozenset("him her them us me it you".split())
_AFTER_ADDRESSEE = frozenset(
    (",", ":", "that", "to", "if", "whether", "in", "on", "by", "during", "at")
)
_ADDRESSEE = 10
"""Tokens that the addressee may take."""


def over_addressee(reading: Reading, index: int) -> int:
    """Step over whom something was told: "reporters", "Al Jazeera", "the BBC's Newsnight"."""
    lower, words = reading.lower, reading.words
    if reading.word(index) in OBJECT_PRONOUNS:
        return index + 1
    at = index
    while at < min(reading.end, index + _ADDRESSEE):
        word = lower[at]
        if word in _AFTER_ADDRESSEE or word in words.pronouns or reading.quote_at(at) is not None:
            break
        if at > index and word in words.determiners:
            break
        at += 1
    if at <= index + 1 or _names_only(reading, index, at):
        return at
    if reading.finite_begins(index, at):
        # no addressee: "warned the toll could rise"
        press = lower[index] in words.press
        return index + (press and reading.word(index + 1) not in POSSESSIVES)
    return at


def _names_only(reading: Reading, start: int, end: int) -> bool:
    """Tell whether names alone stand in a range after a cue: "told Fox News"."""
    words = reading.syntax.tokens.words
    return words[start - 1].islower() and all(word[0].isupper() for word in words[start:end])

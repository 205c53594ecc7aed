"""Who says so before a colon: "Norway: truce near" in a headline, 'Mora: "No."' anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import SpeechAct
from newsfacts_statements.extents import bare
from newsfacts_statements.reading import Reading
from newsfacts_statements.relation import Relation

__all__ = ["headline", "label", "labelled"]

_LONGEST = 6
"""Tokens that the source takes, the colon included."""
_SHORTEST = 2
"""Words that a headline says at least."""


def headline(reading: Reading) -> Iterator[Relation]:
    """Yield what the text's first line attributes with a colon.

    The source is a name that the text below uses again; "Update:" and "Analysis:" are none.
    """
    view, end = reading.syntax.tokens, reading.end
    if reading.start:
        return
    within = reading.lower[: min(end, _LONGEST)]
    colon = within.index(":") if ":" in within else 0
    if not colon or end - colon <= _SHORTEST or view.lower[end - 1] == ".":
        return
    names = all(word[0].isupper() for word in view.words[:colon])
    if names and view.words[colon - 1] in view.words[end:]:
        content = (colon + 1, bare(reading, colon + 1, end))
        yield Relation(
            (0, colon), (colon, colon + 1), (content,), SpeechAct.SPEECH, "headline-colon"
        )


def label(lower: list[str], start: int, end: int) -> int:
    """Return the colon near the beginning of a unit, 0 where there is none."""
    last = min(end, start + _LONGEST)
    return next((at for at in range(start + 1, last) if lower[at] == ":"), 0)


def labelled(reading: Reading) -> Iterator[Relation]:
    """Yield what a unit quotes right after a name and a colon, as live blogs do."""
    colon = label(reading.lower, reading.start, reading.end)
    close = reading.quote_at(colon + 1) if colon else None
    if close is None or reading.syntax.tag(colon - 1) != "PROPN":
        return
    name = reading.syntax.tokens.words[reading.start : colon]
    if len(name[-1]) > 1 and all(word[0].isupper() for word in name):  # not "Q:"
        source, cue = (reading.start, colon), (colon, colon + 1)
        yield Relation(source, cue, ((colon + 1, close),), SpeechAct.SPEECH, "label-quote")

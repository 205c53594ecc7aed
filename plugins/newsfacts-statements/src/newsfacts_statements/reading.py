"""One unit of text as the rules read it: its tokens, quotations, shared syntax and cue verbs.

Indices are those of the document's tokens; ranges are half-open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from newsfacts.syntax import Syntax
from newsfacts_statements.lexicon import Cue, Form, Words
from newsfacts_statements.units import Quotations

__all__ = ["BREAKS", "DASHES", "POSSESSIVES", "STOPS", "Group", "Groups", "Range", "Reading"]

Range = tuple[int, int]

_NO_CLAUSE = 2
"""Tokens that are too few for a clause without an auxiliary: "the deal"."""

DASHES = frozenset(("–", "—", "--", "-"))
STOPS = frozenset((".", "!", "?", "…", "...", ";"))
BREAKS = frozenset((",", ":", "(", ")", "[", "]")) | DASHES | STOPS
_FINITE = frozenset("is are was were has had would could should does did".split())
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


class Group(NamedTuple):
    """Is a cue verb with its auxiliaries: where it stands, its sense, and how it is used."""

    start: int
    head: int
    end: int
    """The token after the verb and its particle."""
    cue: Cue
    form: Form
    passive: bool
    finite: bool
    infinitive: bool
    negated: bool
    hedge: Range | None
    """The hedging adverb in the group: "reportedly"."""


Groups = dict[int, Group]
"""The cue verbs of a unit by their first token, in order."""


@attrs.define(eq=False)
class Reading:
    """Is one unit of a text with all that the rules look at."""

    syntax: Syntax
    lower: list[str]
    quotations: Quotations
    words: Words
    start: int
    end: int
    cue_words: list[int]
    """The tokens outside quotations that can be cues, in order."""

    def quote_at(self, index: int) -> int | None:
        """Return the end of the quotation that begins at *index*, if one does within the unit."""
        end = self.quotations.closes.get(index)
        return end if end is not None and end <= self.end else None

    def quote_before(self, index: int) -> int | None:
        """Return the first token of the quotation that ends before *index*, if one does."""
        first = self.quotations.opens.get(index)
        return first if first is not None and first >= self.start else None

    def word(self, index: int) -> str:
        """Return the word at *index* in lower case; an empty string outside of the unit."""
        return self.lower[index] if self.start <= index < self.end else ""

    def breaks(self, index: int) -> bool:
        """Tell whether a mark that no noun phrase holds stands at *index*; "Al-Qahera" is one."""
        word = self.lower[index]
        if word not in BREAKS:
            return False
        view = self.syntax.tokens
        return word != "-" or index == 0 or view.end(index - 1) < view.starts[index]

    @cached_property
    def finite(self) -> frozenset[int]:
        """The first tokens of the finite verb groups."""
        return frozenset(self.syntax.finite_verbs(self.start, self.end))

    def steps(self, start: int, end: int) -> Sequence[int]:
        """Return the tokens of a range, of each quotation that begins in it only the first."""
        starts = self.quotations.starts
        first = bisect_left(starts, start) if starts else 0
        if first == len(starts) or starts[first] >= end:
            return range(start, end)
        closes, steps, index = self.quotations.closes, [], start
        while index < end:
            steps.append(index)
            index = closes[index] if index in closes else index + 1
        return steps

    def finite_within(self, start: int, end: int) -> bool:
        """Tell whether a finite verb begins in a range, outside its quotations."""
        lower, steps = self.lower, self.steps(start, end)
        # Always finite, and in most clauses: it takes no syntax to tell.
        if not _FINITE.isdisjoint([lower[index] for index in steps]):
            return True
        if end - start <= _NO_CLAUSE and lower[start] not in self.words.pronouns:
            return False
        return not self.finite.isdisjoint(steps)

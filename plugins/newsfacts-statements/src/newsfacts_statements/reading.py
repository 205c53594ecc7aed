"""One unit of text as the rules read it: its tokens, quotations, shared syntax and cue verbs.

Indices are those of the document's tokens; ranges are half-open.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import attrs

from newsfacts.syntax import Syntax
from newsfacts_statements.lexicon import Cue, Form, Words
from newsfacts_statements.units import Quotations, Unit

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
    unit: Unit
    cue_words: list[int]
    """The tokens outside quotations that can be cues, in order."""

    def quote_at(self, index: int) -> int | None:
        """Return the end of the quotation that begins at *index*, if one does within the unit."""
        end = self.quotations.closes.get(index)
        return end if end is not None and end <= self.unit.end else None

    def quote_before(self, index: int) -> int | None:
        """Return the first token of the quotation that ends before *index*, if one does."""
        first = self.quotations.opens.get(index)
        return first if first is not None and first >= self.unit.start else None

    def word(self, index: int) -> str:
        """Return the word at *index* in lower case; an empty string outside of the unit."""
        return self.lower[index] if self.unit.start <= index < self.unit.end else ""

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
        return frozenset(self.syntax.finite_verbs(self.unit.start, self.unit.end))

    def finite_within(self, start: int, end: int) -> bool:
        """Tell whether a finite verb begins in a range, outside its quotations."""
        lower, closes = self.lower, self.quotations.closes
        index = start
        while index < end:
            # Always finite, and in most clauses: it takes no syntax to tell.
            if lower[index] in _FINITE:
                return True
            index = closes[index] if index in closes else index + 1
        if end - start <= _NO_CLAUSE and lower[start] not in self.words.pronouns:
            return False
        finite, index = self.finite, start
        while index < end:
            if index in finite:
                return True
            index = closes[index] if index in closes else index + 1
        return False

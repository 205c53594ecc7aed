"""One unit of text as the rules read it: its tokens, quotations, shared syntax and cue verbs.

Indices are those of the document's tokens; ranges are half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from newsfacts.lazy import lazy
from newsfacts.syntax import Syntax
from newsfacts_statements.lexicon import Cue, Form, Words
from newsfacts_statements.units import Quotations

__all__ = [
    "ADJUNCTS",
    "ADVERBIAL_PREPOSITIONS",
    "BREAKS",
    "DASHES",
    "ENDINGS",
    "JOINTS",
    "POSSESSIVES",
    "STOPS",
    "Group",
    "Groups",
    "Range",
    "Reading",
]

Range = tuple[int, int]

_NO_CLAUSE = 2
"""Tokens that are too few for a clause without an auxiliary: "the deal"."""

DASHES = frozenset(("–", "—", "--", "-"))
STOPS = frozenset((".", "!", "?", "…", "...", ";"))
BREAKS = frozenset((",", ":", "(", ")", "[", "]")) | DASHES | STOPS
ADJUNCTS = frozenset("after as when while because although though during whereas".split())
ADVERBIAL_PREPOSITIONS = frozenset("in on at during by via through to after from".split())
ENDINGS = STOPS | frozenset((",", "and", "but", "or", "nor", "yet"))
JOINTS = ENDINGS | ADJUNCTS | ADVERBIAL_PREPOSITIONS
"""Words at which content can end; the last two of what is no clause."""
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


@attrs.define(eq=False, slots=False)
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
        closes = self.quotations.closes
        return closes[index] if index in closes and closes[index] <= self.end else None

    def quote_before(self, index: int) -> int | None:
        """Return the first token of the quotation that ends before *index*, if one does."""
        opens = self.quotations.opens
        return opens[index] if index in opens and opens[index] >= self.start else None

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

    @lazy
    def joints(self) -> list[int]:
        """The tokens outside quotations of words at which content can end."""
        start, end, quotations = self.start, self.end, self.quotations
        found = [at for at, word in enumerate(self.lower[start:end], start) if word in JOINTS]
        if quotations.begin_within(start, end):
            return [at for at in found if not quotations.holding(at)]
        return found

    @lazy
    def finite(self) -> frozenset[int]:
        """The first tokens of the finite verb groups."""
        return frozenset(self.syntax.finite_verbs(self.start, self.end))

    def steps(self, start: int, end: int) -> Sequence[int]:
        """Return the tokens of a range, of each quotation that begins in it only the first."""
        if not self.quotations.begin_within(start, end):
            return range(start, end)
        closes, steps, index = self.quotations.closes, [], start
        while index < end:
            steps.append(index)
            index = closes[index] if index in closes else index + 1
        return steps

    def finite_within(self, start: int, end: int) -> bool:
        """Tell whether a finite verb begins in a range, outside its quotations."""
        lower, steps = self.lower, self.steps(start, end)
        plain = lower[start:end] if len(steps) == end - start else [lower[at] for at in steps]
        # Always finite, and in most clauses: it takes no syntax to tell.
        if not _FINITE.isdisjoint(plain):
            return True
        if end - start <= _NO_CLAUSE and lower[start] not in self.words.pronouns:
            return False
        return not self.syntax.is_verbless(start, end) and not self.finite.isdisjoint(steps)

    def finite_begins(self, start: int, end: int) -> bool:
        """Tell whether a finite verb begins in a range, its quotations included."""
        if self.syntax.is_verbless(start, end):
            return False
        return not self.finite.isdisjoint(range(start, end))

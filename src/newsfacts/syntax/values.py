"""What the reading of a sentence's syntax gives back: verb groups, and how real an event is."""

from __future__ import annotations

from typing import Literal, NamedTuple

import attrs

from newsfacts.values import Status

__all__ = ["Factuality", "Form", "Tense", "VerbGroup", "Voice"]

Voice = Literal["active", "passive"]
Tense = Literal["past", "present", "future"]
Form = Literal["finite", "infinitive", "participle", "gerund"]


class VerbGroup(NamedTuple):
    """Is a main verb with its auxiliaries, adverbs between and negation. Indices are tokens'."""

    start: int
    """The first token."""
    end: int
    """The token after the last."""
    head: int
    """The main verb."""
    lemma: str
    """The main verb's lemma, in lower case."""
    voice: Voice
    """A bare past participle counts as passive."""
    tense: Tense | None
    """None where the group is not finite."""
    perfect: bool
    """Whether it is formed with "have"."""
    progressive: bool
    """Whether it is formed with "be" and "-ing"."""
    modal: str | None
    """The modal in its full form ("will" for "'ll"), or None."""
    negated: bool
    """Whether "not" or "never" stands in the group."""
    form: Form
    """What kind of verb form it is."""

    def moved(self, by: int, lemma: str | None = None) -> VerbGroup:
        """Return the same group *by* tokens further on, with another lemma if one is given."""
        start, end, head = self[0] + by, self[1] + by, self[2] + by
        # Around the constructor, a second call for every verb of a sentence.
        return tuple.__new__(VerbGroup, (start, end, head, lemma or self[3], *self[4:]))


@attrs.frozen(kw_only=True)
class Factuality:
    """Says how real an event is, as the text puts it."""

    status: Status
    """As claims have it."""
    negated: bool
    """Whether the text denies it."""
    hedge: tuple[int, int] | None
    """The half-open token range of the hedging words ("reportedly"), or None."""

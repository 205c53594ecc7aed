"""Cues that are nouns: "Norway's call for talks", "fears that the dam will burst".

The source owns the noun ("Norway's", "his", "French") or follows it ("a call by Norway for ...").
"""

from __future__ import annotations

from functools import cache

import attrs

from newsfacts import SpeechAct
from newsfacts_statements.extents import clause_end
from newsfacts_statements.lexicon import table
from newsfacts_statements.phrases import phrase_end, shared_subject, source_left
from newsfacts_statements.reading import BREAKS, POSSESSIVES, Groups, Range, Reading
from newsfacts_statements.relation import Relation

__all__ = ["noun_cue", "nouns"]

_AGENTS = frozenset(("by", "from", "among"))
_OWNERS = frozenset("his her its their my our your".split())
_MODIFIERS = 3
"""Adjectives that may stand between the owner and the noun."""
_BOTH = 2
"""The verb of the clause after "that" and the one that follows it."""


@attrs.frozen
class Noun:
    """Is a cue noun: its act, and the words that may begin its content."""

    act: SpeechAct
    owned: frozenset[str]
    alone: frozenset[str]
    followers: frozenset[str] = attrs.field(init=False)
    """The words without one of which after the noun nothing is attributed."""

    @followers.default
    def _followers(self) -> frozenset[str]:
        return self.owned | self.alone | _AGENTS


@cache
def nouns() -> dict[str, Noun]:
    """Load the cue nouns, once: by the form in which they stand."""
    return {
        lemma: Noun(
            SpeechAct(entry["act"]),
            frozenset(entry["owned"].split()),
            frozenset(entry["alone"].split()),
        )
        for entry in table("nouns.toml")["nouns"]
        for lemma in entry["lemmas"].split()
    }


def noun_cue(reading: Reading, groups: Groups, index: int) -> Relation | None:
    """Read the attribution whose cue is the noun at *index*, if it makes one."""
    noun = nouns()[reading.lower[index]]
    if reading.word(index + 1) not in noun.followers:
        return None
    return _owned(reading, groups, index, noun) or _unowned(reading, groups, index, noun)


def _owned(reading: Reading, groups: Groups, index: int, noun: Noun) -> Relation | None:
    """Read "Norway's call for talks" and "a call by Norway for talks"."""
    source = _owner(reading, index)
    after = index + 1
    if source is None and after < reading.end and reading.lower[after] in _AGENTS:
        source = reading.syntax.noun_phrase(after + 1) if after + 1 < reading.end else None
        after = source[1] if source else after
    if source is None:
        return None
    content = _content(reading, groups, after, noun.owned)
    return (
        Relation(source, (index, index + 1), (content,), noun.act, "noun-owned")
        if content
        else None
    )


def _unowned(reading: Reading, groups: Groups, index: int, noun: Noun) -> Relation | None:
    """Read "fears that the dam will burst": nobody is named."""
    content = _content(reading, groups, index + 1, noun.alone)
    return (
        Relation(None, (index, index + 1), (content,), noun.act, "noun-alone") if content else None
    )


def _owner(reading: Reading, index: int) -> Range | None:
    """Return who owns the noun at *index*: "Norway's call", "his call", "a French call"."""
    lower, words = reading.lower, reading.syntax.tokens.words
    before = index - 1
    named = before > reading.start and words[before][0].isupper()
    # In a text in capitals a capital tells no name: "HAS MADE PROPOSALS".
    if named and not words[index].isupper() and lower[before] not in reading.words.closed:
        return (before, index)
    for at in range(index - 1, max(reading.start, index - 1 - _MODIFIERS) - 1, -1):
        if lower[at] in _OWNERS:
            return (at, at + 1)
        if lower[at] in POSSESSIVES and at > reading.start:
            return _one(reading, source_left(reading, at))
        if lower[at] in reading.words.light:
            return shared_subject(reading, at)
        if lower[at] in reading.words.prepositions or lower[at] in reading.words.determiners:
            return _of_a_mind(reading, at)
    return None


def _of_a_mind(reading: Reading, at: int) -> Range | None:
    """Return who is "of the view that", with "the" at *at*."""
    verb = at - 2
    if reading.word(at - 1) != "of" or reading.word(verb) not in reading.words.auxiliaries:
        return None
    return shared_subject(reading, verb)


def _one(reading: Reading, owner: Range | None) -> Range | None:
    """Leave out what only leads to the owner: "talks over the group's demand", "of" aside."""
    if owner is None:
        return None
    start, end = owner
    for at in range(end - 1, start, -1):
        if reading.lower[at - 1] in reading.words.prepositions and reading.lower[at - 1] != "of":
            return (at, end)
    return owner


def _content(reading: Reading, groups: Groups, after: int, openers: frozenset[str]) -> Range | None:
    """Return the content that one of *openers* begins at *after*."""
    if after + 1 >= reading.end or reading.lower[after] not in openers:
        return None
    opener = reading.lower[after]
    if opener == "that":
        start, end = after + 1, clause_end(reading, after + 1, groups)
        if reading.finite_begins(start, start + 1):
            return None  # "reports that said so": the noun is the verb's subject
        end = _main_verb(reading, start, end) or end
    elif opener == "to":
        start, end = after, clause_end(reading, after, groups)
    else:
        start = after + 1
        end = phrase_end(reading, start)
    return (start, end) if start < end else None


def _main_verb(reading: Reading, start: int, end: int) -> int | None:
    """Return where the verb begins whose subject the cue noun is, if it stands in the range.

    "The claim that they shelled the school has angered many": the second finite verb, where no
    word between the two lets it belong to the clause, and none before the noun has a verb.
    """
    verbs = sorted(reading.finite.intersection(range(start, end)))
    if len(verbs) < _BOTH or reading.finite_within(reading.start, start - 1):
        return None
    first, second = verbs[:_BOTH]
    between = reading.lower[first + 1 : second]
    words = reading.words
    if words.pronouns.union(words.subordinators, words.coordinators, BREAKS).isdisjoint(between):
        return second
    return None

"""The syntax of a document: what extractors ask, answered a sentence at a time when asked."""

from __future__ import annotations

from bisect import bisect_right

import attrs
from spacy.tokens import Doc

from newsfacts.syntax.bywords import is_parted, is_verb, is_verbless
from newsfacts.syntax.clauses import Link
from newsfacts.syntax.factuality import judge
from newsfacts.syntax.plainness import is_plain
from newsfacts.syntax.reading import Reading
from newsfacts.syntax.tagger import UD, penn
from newsfacts.syntax.values import Factuality, VerbGroup
from newsfacts.tokens import Tokens, tokens

__all__ = ["Syntax", "syntax"]

_KEY = "newsfacts.syntax"
_WINDOW = 400
"""Tokens; a longer sentence is read in windows of this length."""

_PLAIN = {code: name for code, name in UD.items() if code not in "tHO"}
"""What each code is called, whatever the word."""

Phrase = tuple[int, int]


class Syntax:
    """Is a shallow reading of a document by rule. All indices are those of `tokens(doc)`.

    Ranges are half-open. A sentence is read when something in it is first asked for.
    """

    def __init__(self, view: Tokens, tags: str = "") -> None:
        """Take the tokens, and the codes of another tagger, if any, as a string."""
        self.tokens = view
        self._tags = tags
        self._readings: dict[int, Reading] = {}
        self._heads: dict[Phrase, int] = {}
        self._firsts = [start for start, _ in view.sentences]
        self._latest = Reading([], [], [], 0)

    def _reading(self, i: int) -> Reading:
        """Return the reading of the sentence that holds token *i*."""
        reading = self._latest
        if reading.offset <= i < reading.end:
            return reading
        start, end = self._stretch(i)
        known = self._readings.get(start)
        if known is None:
            view = self.tokens
            known = self._readings[start] = Reading(
                view.words[start:end],
                view.lower[start:end],
                view.starts[start:end],
                start,
                self._tags[start:end],
            )
        self._latest = known
        return known

    def _stretch(self, i: int) -> Phrase:
        """Return the range that is read with token *i*: its sentence, or a window of a long one."""
        start, end = self.tokens.sentences[bisect_right(self._firsts, i) - 1]
        if end - start > _WINDOW:
            start += (i - start) // _WINDOW * _WINDOW
            end = min(end, start + _WINDOW)
        return start, end

    def _across(self, start: int, end: int) -> list[Reading]:
        """Return the readings that a range touches, as far as there are tokens."""
        found = []
        i, end = start, min(end, len(self.tokens))
        while i < end:
            reading = self._reading(i)
            found.append(reading)
            i = reading.offset + len(reading.words)
        return found

    def _link(self, group: VerbGroup) -> tuple[Reading, Link | None]:
        reading = self._reading(group.head)
        return reading, reading.link(group.head - reading.offset)

    def tag(self, i: int) -> str:
        """Return the coarse Universal Dependencies tag of token *i*: NOUN, PROPN, VERB, AUX, ..."""
        reading = self._latest
        if not reading.offset <= i < reading.end:
            reading = self._reading(i)
        code = reading.tags[i - reading.offset]
        if code in _PLAIN:
            return _PLAIN[code]
        if code == "t":
            return "PROPN" if self.tokens.words[i][0].isupper() else "NOUN"
        group = reading.group(i - reading.offset)
        return "VERB" if group is not None and group.head == i - reading.offset else "AUX"

    def lemma(self, i: int) -> str:
        """Return the lemma of a verb or common noun in lower case, else the word in lower case."""
        reading = self._reading(i)
        return reading.lemma(i - reading.offset)

    def noun_phrase(self, i: int) -> Phrase | None:
        """Return the base noun phrase that holds token *i*: determiner, possessors, head noun."""
        reading = self._reading(i)
        return _moved(reading.phrase(i - reading.offset), reading.offset)

    def noun_phrases(self, start: int, end: int) -> list[Phrase]:
        """Return the base noun phrases that lie within a range, in order."""
        return [
            (first + reading.offset, last + reading.offset)
            for reading in self._across(start, end)
            for first, last in reading.phrases
            if start <= first + reading.offset and last + reading.offset <= end
        ]

    def full_noun_phrase(self, i: int) -> Phrase | None:
        """Return the noun phrase of token *i* with its prepositional phrases and appositions."""
        reading = self._reading(i)
        return _moved(reading.full_phrase(i - reading.offset), reading.offset)

    def head(self, np: Phrase) -> int:
        """Return the head noun of a noun phrase: the last noun before what follows it."""
        found = self._heads.get(np)
        if found is None:
            found = self._heads[np] = self._head(np)
        return found

    def _head(self, np: Phrase) -> int:
        reading = self._reading(np[0])
        base = reading.phrase(np[0] - reading.offset)
        last = np[1] - reading.offset
        if base is None or last <= base[0]:
            return np[1] - 1
        return reading.head((base[0], min(base[1], last))) + reading.offset

    def verb_groups(self, start: int, end: int) -> list[VerbGroup]:
        """Return the verb groups that lie within a range, in order."""
        return [
            reading.placed(at)
            for reading in self._across(start, end)
            for at, group in enumerate(reading.groups)
            if start <= group.start + reading.offset and group.end + reading.offset <= end
        ]

    def finite_verbs(self, start: int, end: int) -> list[int]:
        """Return the first token of each finite verb group that lies within a range, in order."""
        return [
            first + reading.offset
            for reading in self._across(start, end)
            for first, last in reading.finite
            if start <= first + reading.offset and last + reading.offset <= end
        ]

    def is_verbless(self, start: int, end: int) -> bool:
        """Tell by words alone that no finite verb begins in a range.

        Cheaper than to ask `finite_verbs`, for no grammar is read; False where only grammar can
        tell.
        """
        return not self._tags and is_verbless(self.tokens.lower, start, end)

    def is_verb(self, i: int) -> bool:
        """Tell whether token *i* is a verb, of words alone where these tell: cheaper than `tag`."""
        start, end = self._stretch(i)
        if start < i < end - 1 and not self._tags:
            told = is_verb(self.tokens.words, self.tokens.lower, i)
            if told is not None:
                return told
        return self.tag(i) == "VERB"

    def is_parted(self, i: int) -> bool:
        """Tell by words alone that *i* begins a noun phrase that goes with no word before it.

        Neither one of the same phrase nor a preposition or coordinator: "approved the plan". False
        where only grammar can tell.
        """
        return i > 0 and not self._tags and is_parted(self.tokens.words, self.tokens.lower, i)

    def verb_group(self, i: int) -> VerbGroup | None:
        """Return the verb group that holds token *i*."""
        reading = self._reading(i)
        at = reading.group_at(i - reading.offset)
        return None if at is None else reading.placed(at)

    def clause(self, i: int) -> Phrase:
        """Return the smallest clause, finite or not, that holds token *i*; else the sentence."""
        reading = self._reading(i)
        at = i - reading.offset
        sizes = [(x.end - x.start, x.start, x.end) for x in reading.links if x.start <= at < x.end]
        _, start, end = min(sizes, default=(0, 0, len(reading.words)))
        return start + reading.offset, end + reading.offset

    def conjuncts(self, np: Phrase) -> list[Phrase]:
        """Return *np* and the base noun phrases coordinated with it: "Egypt, Qatar and Oman"."""
        reading = self._reading(np[0])
        return [
            (first + reading.offset, last + reading.offset)
            for first, last in reading.conjuncts((np[0] - reading.offset, np[1] - reading.offset))
        ]

    def subject(self, group: VerbGroup) -> Phrase | None:
        """Return the base noun phrase that is the subject of a verb, understood ones included."""
        reading, link = self._link(group)
        return _moved(link.subject if link else None, reading.offset)

    def object(self, group: VerbGroup) -> Phrase | None:
        """Return the direct object of an active verb, as a base noun phrase."""
        reading, link = self._link(group)
        return _moved(reading.object_of(link) if link else None, reading.offset)

    def agent(self, group: VerbGroup) -> Phrase | None:
        """Return the noun phrase after "by" of a passive."""
        reading, link = self._link(group)
        return _moved(reading.agent_of(link) if link else None, reading.offset)

    def governor(self, group: VerbGroup) -> VerbGroup | None:
        """Return the verb that governs another: an infinitive, participle, that- or if-clause."""
        reading, link = self._link(group)
        above = reading.governing(link) if link else None
        return None if above is None else above.group.moved(reading.offset)

    def is_plain(self, i: int, *, past: bool = False) -> bool:
        """Tell by words alone that `factuality` says "actual" of what a sentence tells.

        Cheaper than to ask it, for no grammar is read; False where only grammar can tell.

        Args:
            i: index of a token of the sentence.
            past: whether only its finite past passives are asked about ("were killed").
        """
        start, end = self._stretch(i)
        return is_plain(self.tokens.lower[start:end], past=past)

    def factuality(self, i: int) -> Factuality:
        """Return how real the event is that token *i*, a verb or noun, names."""
        reading = self._reading(i)
        fact = judge(reading, i - reading.offset)
        if fact.hedge is None or not reading.offset:
            return fact
        return attrs.evolve(fact, hedge=_moved(fact.hedge, reading.offset))


def _moved(phrase: Phrase | None, offset: int) -> Phrase | None:
    return None if phrase is None else (phrase[0] + offset, phrase[1] + offset)


def syntax(of: Doc | Tokens) -> Syntax:
    """Return the syntax of a document or its tokens, made once and kept with them.

    Where they come from a pipeline that tagged them, its Penn Treebank tags are used.
    """
    known = tokens(of)
    view: Syntax | None = known.memo.get(_KEY)
    if view is None:
        doc, tags = known.doc, ""
        if doc is not None and doc.has_annotation("TAG"):
            tags = penn([token.tag_ for token in doc if not token.is_space], known.lower)
        view = known.memo[_KEY] = Syntax(known, tags)
    return view

"""The reading of one sentence: its tags, phrases, verb groups and links, each made once."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from newsfacts.lazy import lazy
from newsfacts.syntax.chunks import finite_ranges, noun_phrases, verb_groups
from newsfacts.syntax.clauses import Clauses, Grammar, Link, Phrase
from newsfacts.syntax.lexicon import lemma
from newsfacts.syntax.linking import links
from newsfacts.syntax.predicates import predicates
from newsfacts.syntax.tagger import tag
from newsfacts.syntax.values import VerbGroup

__all__ = ["Reading"]


class Reading:
    """Is one sentence, or a window of an overlong one. Indices count from its start."""

    def __init__(
        self, words: list[str], lower: list[str], starts: list[int], offset: int, tags: str = ""
    ) -> None:
        """Take the words and their offsets in the text; *tags*, where given, are another tagger's.

        *offset* is the first word's index in the document.
        """
        self.words, self.lower, self.offset = words, lower, offset
        self.end = offset + len(words)
        self.tags = tags or (tag(words, lower, starts) if words else "")

    @lazy
    def phrases(self) -> list[Phrase]:
        """The base noun phrases."""
        return noun_phrases(self.tags)

    @lazy
    def groups(self) -> list[VerbGroup]:
        """The verb groups."""
        return verb_groups(self.tags, self.lower)

    @lazy
    def finite(self) -> list[tuple[int, int]]:
        """The ranges of the finite verb groups."""
        return finite_ranges(self.tags, self.lower)

    @lazy
    def _placed(self) -> dict[int, VerbGroup]:
        return {}

    def placed(self, at: int) -> VerbGroup:
        """Return the verb group of number *at* with the document's indices."""
        group = self._placed.get(at)
        if group is None:
            group = self._placed[at] = self.groups[at].moved(self.offset)
        return group

    @lazy
    def phrase_ends(self) -> dict[int, Phrase]:
        """Each noun phrase by its end."""
        return {phrase[1]: phrase for phrase in self.phrases}

    @lazy
    def _group_numbers(self) -> dict[int, int]:
        """The number of the verb group that holds a word, by the word's index."""
        return {i: at for at, group in enumerate(self.groups) for i in range(group[0], group[1])}

    @lazy
    def links(self) -> list[Link]:
        """How the verb groups hang together."""
        clauses = Clauses(self.tags, self.lower, self.lemma, self.phrases, _grammar())
        return links(clauses, self.groups)

    def lemma(self, i: int) -> str:
        """Return the lemma of a verb or noun, else the word in lower case."""
        code = self.tags[i]
        if code in "Vv":
            return self.lower[i]
        if code in "zdngBHO":
            return lemma(self.lower[i], "verb")
        return lemma(self.lower[i], "noun") if code in "NS" else self.lower[i]

    def head(self, phrase: Phrase) -> int:
        """Return the head noun of a noun phrase: its last word but closing marks."""
        end = phrase[1]
        while end > phrase[0] + 1 and self.tags[end - 1] in "'-\"<":
            end -= 1
        return end - 1

    def phrase(self, i: int) -> Phrase | None:
        """Return the base noun phrase that holds token *i*."""
        phrases = self.phrases
        at = bisect_right(phrases, (i, len(self.tags))) - 1
        return phrases[at] if at >= 0 and i < phrases[at][1] else None

    def group(self, i: int) -> VerbGroup | None:
        """Return the verb group that holds token *i*."""
        at = self._group_numbers.get(i)
        return None if at is None else self.groups[at]

    def link(self, i: int) -> Link | None:
        """Return the link of the verb group that holds token *i*."""
        at = self._group_numbers.get(i)
        return None if at is None else self.links[at]

    def group_at(self, i: int) -> int | None:
        """Return the number of the verb group that holds token *i*."""
        return self._group_numbers.get(i)

    def governing(self, link: Link) -> Link | None:
        """Return the verb that governs *link*, through nouns."""
        return self.link(link.governor) if link.governor is not None else None

    def verb_before(self, i: int) -> Link | None:
        """Return the last verb before token *i*."""
        found = None
        for link in self.links:
            if link.group.end > i:
                break
            found = link
        return found

    def object_of(self, link: Link) -> Phrase | None:
        """Return the direct object of an active verb."""
        group = link.group
        if group.voice == "passive":
            return None
        i = group.end
        while (
            i < len(self.tags)
            and i not in self._starts
            and (self.tags[i] in 'R"<' or (self.tags[i] == "I" and self.lower[i] in _PARTICLES))
        ):
            i += 1
        first = self._starts.get(i)
        if first is None or first == link.subject or self._is_subject(first):
            return None
        if self._time(first) or self.tags[i] == "E":
            return None
        second = self._starts.get(first[1])
        if second is not None and group.lemma in predicates().ditransitive:
            return first if self._time(second) else second
        return first

    def agent_of(self, link: Link) -> Phrase | None:
        """Return the "by" phrase of a passive verb."""
        if link.group.voice != "passive":
            return None
        for i in range(
            link.group.end, min(link.end if link.end > 0 else len(self.tags), len(self.tags))
        ):
            if self.tags[i] in ",.:sw" or self.group(i) is not None:
                return None
            if self.lower[i] == "by":
                phrase = self.phrase(i + 1) if i + 1 < len(self.tags) else None
                return None if phrase is None or self._time(phrase) else phrase
        return None

    def conjuncts(self, phrase: Phrase) -> list[Phrase]:
        """Return a base noun phrase and those coordinated with it, in order."""
        found = self._chain(phrase, self._starts, forward=True)
        found = self._chain(phrase, self.phrase_ends, forward=False)[:0:-1] + found
        joined = any(self.tags[x[0] - 1] == "c" for x in found[1:])
        return found if joined else [phrase]

    def _chain(self, phrase: Phrase, near: dict[int, Phrase], *, forward: bool) -> list[Phrase]:
        """Return the phrases that commas and coordinators string to *phrase* on one side."""
        found = [phrase]
        while True:
            if forward:
                edge = found[-1][1]
                link = self.tags[edge : edge + 2]
            else:
                edge = found[-1][0]
                link = self.tags[max(0, edge - 2) : edge][::-1]
            step = 2 if link in (",c", "c,") else 1 if link[:1] in (",", "c") else 0
            other = near.get(edge + step if forward else edge - step) if step else None
            fronted = (
                not forward
                and link[:1] == ","
                and other is not None
                and (self.tags[: other[0]] == "I" or self._time(other))
            )
            if other is None or fronted or (link[:1] == "c" and step > 1 and forward):
                return found  # "In Oslo, Chad and Mali"
            found.append(other)

    @lazy
    def _starts(self) -> dict[int, Phrase]:
        return {phrase[0]: phrase for phrase in self.phrases}

    def full_phrase(self, i: int) -> Phrase | None:
        """Return the base noun phrase of token *i* with prepositional phrases and appositions."""
        base = self.phrase(i)
        if base is None:
            return None
        starts = dict(self.phrases)
        start, end = base
        size = len(self.tags)
        while end < size:
            if end + 1 not in starts:
                break
            if self.tags[end] == "I" and self.lower[end] in _ATTACHING:
                pair = self.lower[end] == "between"
                end = starts[end + 1]
                if pair and self.tags[end : end + 1] == "c" and end + 1 in starts:
                    end = starts[end + 1]
            elif self.tags[end] == "," and self._apposition(end + 1, starts):
                end = starts[end + 1]
            else:
                break
        return start, end

    def _apposition(self, at: int, starts: dict[int, int]) -> bool:
        """Tell whether the phrase at *at*, after a comma, renames the one before the comma."""
        close = starts[at]
        while close + 1 in starts and self.tags[close : close + 1] == "I":
            close = starts[close + 1]
        return self.tags[close : close + 1] in (",", ".", "") and self.tags[at] in "DN$J"

    def _time(self, phrase: Phrase) -> bool:
        return self.tags[phrase[1] - 1] == "t"

    def _is_subject(self, phrase: Phrase) -> bool:
        return any(
            link.subject == phrase and link.group.start >= phrase[1] and link.kind == "complement"
            for link in self.links
        )


@cache
def _grammar() -> Grammar:
    words = predicates()
    return Grammar(
        clausal=words.clausal,
        object_control=words.object_control,
        nouns=frozenset(words.nouns) | words.negating_nouns,
        temporal=words.temporal,
        asking=words.asking,
    )


_ATTACHING = frozenset("of in for from between with at on against to among under over by".split())
_PARTICLES = frozenset(["up", "out", "off", "down", "away", "back", "aside"])

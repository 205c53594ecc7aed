"""A sentence while its verb groups are linked: open clauses, and where phrases stand between verbs.

linking.py goes through the verb groups from left to right; nonfinite.py and finite.py decide how
each joins what stands before it. This module holds what they share. All indices count from the
sentence's start.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

import attrs

from newsfacts.syntax.values import VerbGroup

__all__ = ["Clauses", "Grammar", "Link", "Phrase"]

Phrase = tuple[int, int]

_DATELINE = re.compile(r"D:|[PNtC,.'(]*(?:\([PN]+\):*|(?<=[PtC)]):+(?!w))")


@attrs.frozen(eq=False)
class Grammar:
    """Is what linking needs to know of words; all are lemmas."""

    clausal: frozenset[str]
    """Verbs that take a clause without "that"."""
    object_control: frozenset[str]
    """Verbs whose object does what the infinitive says: "urged Israel to stop"."""
    nouns: frozenset[str]
    """Nouns that govern an infinitive or clause: "efforts to end"."""
    temporal: frozenset[str]
    """Nouns that tell when, never a subject: "last week"."""
    asking: frozenset[str]
    """Words before an "if" that means "whether": "ask", "unclear"."""


@attrs.define(eq=False)
class Link:
    """Is how one verb group stands in its sentence."""

    group: VerbGroup
    kind: str
    """main, parenthetical, relative, complement, adverbial, coordinate, infinitive, participle."""
    start: int
    """Where its clause starts."""
    end: int = -1
    """Where its clause ends; -1 while open."""
    subject: Phrase | None = None
    governor: int | None = None
    """The head of the verb, or the noun, that governs it."""
    marker: int | None = None
    """The subordinator or relative pronoun that opens the clause."""
    antecedent: Phrase | None = None
    """What a relative clause, participle or infinitive describes."""


@attrs.define(eq=False)
class _Frame:
    """Is a clause still open; its link is None until its verb comes."""

    link: Link | None
    subject: Phrase | None = None
    governor: int | None = None
    """The verb whose content the clause is, where no word introduces it."""
    marker: int | None = None
    """The subordinator that opened it."""
    gap: int = 0
    """Where what stands before its marker begins."""


@attrs.define(eq=False)
class Clauses:
    """Holds a sentence's phrases, the links made so far and the stack of open clauses."""

    tags: str
    lower: list[str]
    lemma: Callable[[int], str]
    """Returns the lemma of the word at an index."""
    phrases: list[Phrase]
    grammar: Grammar
    links: list[Link] = attrs.field(factory=list)
    stack: list[_Frame] = attrs.field(factory=lambda: [_Frame(None)])
    waiting: list[Link] = attrs.field(factory=list)
    """Fronted clauses whose main verb is still to come."""
    firsts: list[int] = attrs.field(init=False)
    """Where each phrase starts."""
    starts: dict[int, Phrase] = attrs.field(init=False)
    ends: dict[int, Phrase] = attrs.field(init=False)
    opening: int = attrs.field(init=False)
    """Where the sentence begins after its dateline, or after its last semicolon."""
    parted: int = 0
    """How many links were made before that semicolon."""

    def __attrs_post_init__(self) -> None:
        self.firsts = [phrase[0] for phrase in self.phrases]
        self.starts = dict(zip(self.firsts, self.phrases, strict=True))
        self.ends = {phrase[1]: phrase for phrase in self.phrases}
        dateline = _DATELINE.match(self.tags)
        self.opening = dateline.end() if dateline else 0

    @property
    def last(self) -> Link | None:
        """The link made last, in what a semicolon does not part from here."""
        return self.links[-1] if len(self.links) > self.parted else None

    def part(self, gap: int, end: int) -> int | None:
        """Begin anew after a semicolon in a range, if one is there; return where.

        "Chad left; Niger, which had come late, stayed" is read as two sentences.
        """
        at = next((i for i in range(end - 1, gap - 1, -1) if self.lower[i] == ";"), None)
        if at is None:
            return None
        for frame in self.stack:
            if frame.link is not None and frame.link.end < 0:
                frame.link.end = at
        self.stack, self.opening, self.parted = [_Frame(None)], at + 1, len(self.links)
        self.waiting.clear()
        return at + 1

    def between(self, start: int, end: int) -> list[Phrase]:
        """Return the noun phrases that start in a range."""
        return self.phrases[bisect_left(self.firsts, start) : bisect_left(self.firsts, end)]

    def inside(self, index: int) -> bool:
        """Tell whether a noun phrase goes on over *index*: "the Greek *and* Turkish sides"."""
        at = bisect_left(self.firsts, index) - 1
        return at >= 0 and self.phrases[at][1] > index

    def governs(self, phrase: Phrase) -> bool:
        """Tell whether the head of *phrase* takes an infinitive or clause: "efforts"."""
        return self.lemma(phrase[1] - 1) in self.grammar.nouns

    def temporal(self, phrase: Phrase) -> bool:
        """Tell whether a phrase says when."""
        last = phrase[1] - 1
        return self.tags[last] == "t" or self.lemma(last) in self.grammar.temporal

    def subject_in(self, start: int, end: int) -> Phrase | None:
        """Return the first noun phrase of a range that no preposition governs."""
        start = max(start, self.opening)
        chained = False
        for phrase in self.between(start, end):
            before = phrase[0] - 1
            while before >= start and self.tags[before] in '"<(RD':
                before -= 1
            code = self.tags[before] if before >= start else ""
            if code == "I":
                chained = True
                continue
            if code == "c" and chained and self.tags[before - 1] != ",":
                continue
            if self.temporal(phrase) and self.between(phrase[1], end):
                continue
            return phrase
        return None

    def settle(self, gap: int, end: int) -> None:
        """Remember the subject of a clause whose verb comes after an embedded one."""
        if self.waiting and "," in self.tags[gap:end]:
            del self.stack[1:]
            gap = self.tags.index(",", gap, end) + 1
        marker = max((i for i in range(gap, end) if self.tags[i] == "s"), default=None)
        if marker is not None:
            subject = self.subject_in(marker + 1, end)
            if subject is not None:
                self.stack.append(_Frame(None, subject, marker=marker, gap=gap))
            return
        top, last = self.stack[-1], self.last
        subject = self.subject_in(gap, end)
        if top.link is None and top.subject is None:
            top.subject = subject
            return
        content = last is not None and last is top.link and self.takes_clause()
        if (
            last is not None
            and content
            and subject is not None
            and "," not in self.tags[gap : subject[0]]
        ):
            self.stack.append(_Frame(None, subject, governor=last.group.head))

    def open(self, link: Link, *, keep: int | None = None) -> Link:
        """Push a clause, first closing those above the frame number *keep*."""
        if keep is not None:
            for frame in self.stack[keep + 1 :]:
                if frame.link is not None and frame.link.end < 0:
                    resumed = link.start <= frame.link.start
                    frame.link.end = link.group.start if resumed else link.start
            del self.stack[keep + 1 :]
            if self.stack[keep].link is None:
                self.stack[keep].link = link
                return link
        self.stack.append(_Frame(link, link.subject))
        return link

    def below(self, link: Link) -> int:
        """Return the number of the frame below that of *link*."""
        for number in range(len(self.stack) - 1, 0, -1):
            if self.stack[number].link is link:
                return number - 1
        return 0

    def pending(self) -> int | None:
        """Return the number of the innermost frame that has a subject and waits for its verb."""
        for number in range(len(self.stack) - 1, -1, -1):
            frame = self.stack[number]
            if frame.link is None and frame.subject is not None:
                return number
        return None

    def finite(self) -> Link | None:
        """Return the innermost open finite clause, else the last finite one."""
        for frame in reversed(self.stack):
            if frame.link is not None and frame.link.group.form == "finite":
                return frame.link
        finite = (x for x in reversed(self.links) if x.group.form == "finite")
        return next((x for x in finite if x.kind != "parenthetical"), None)

    def governing(self, link: Link) -> Link | None:
        """Return the verb made so far that governs *link*."""
        return next((x for x in self.links if x.group.head == link.governor), None)

    def takes_clause(self) -> bool:
        """Tell whether the last verb takes a clause without "that"."""
        last = self.last
        return last is not None and last.group.lemma in self.grammar.clausal

    def resolve_waiting(self, main: Link) -> None:
        """Give fronted clauses their main verb."""
        for link in self.waiting:
            link.governor = main.group.head
            link.subject = link.subject or main.subject
            if link.end < 0:
                link.end = max(link.group.end, main.start)
        self.waiting.clear()

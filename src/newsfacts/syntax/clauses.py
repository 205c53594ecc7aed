"""How the verb groups of a sentence hang together: clauses, subjects, governors.

One pass from left to right with a stack of open clauses. What stands between two verb groups
decides how the second joins the first: a relative pronoun, a subordinator, a coordinator, a comma,
a bare noun phrase after a verb that takes clauses, or nothing at all, where the first was only
embedded ("the soldiers killed in Gaza were buried").
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.syntax.values import VerbGroup

__all__ = ["Link", "links"]

Phrase = tuple[int, int]


@attrs.define(eq=False)
class Link:
    """Is how one verb group stands in its sentence. Indices count from the sentence's start."""

    group: VerbGroup
    kind: str
    """main, relative, complement, adverbial, coordinate, infinitive or participle."""
    start: int
    """Where its clause starts."""
    end: int = -1
    """Where its clause ends."""
    subject: Phrase | None = None
    governor: int | None = None
    """The head of the verb, or the noun, that governs it; token within the sentence."""
    marker: int | None = None
    """The subordinator or relative pronoun that opens the clause."""
    antecedent: Phrase | None = None
    """What a relative clause or participle describes."""


@attrs.define(eq=False)
class _Frame:
    """Is a clause still open."""

    link: Link | None
    subject: Phrase | None = None


@attrs.frozen(eq=False)
class Grammar:
    """Is what clauses.py needs to know of words."""

    clausal: frozenset[str]
    """Lemmas of verbs that take a clause without "that"."""
    object_control: frozenset[str]
    """Lemmas of verbs whose object does what the infinitive says: "urged Israel to stop"."""
    nouns: frozenset[str]
    """Lemmas of nouns that govern an infinitive or clause: "efforts to end"."""
    temporal: frozenset[str]
    """Nouns that tell when, never a subject: "last week"."""


class _Reader:
    """Reads one sentence; see links."""

    def __init__(
        self,
        tags: str,
        lower: Sequence[str],
        phrases: list[Phrase],
        groups: list[VerbGroup],
        lemmas: Sequence[str],
        grammar: Grammar,
    ) -> None:
        self.tags, self.lower, self.grammar, self.lemmas = tags, lower, grammar, lemmas
        self.groups = groups
        self.starts = {start: (start, end) for start, end in phrases}
        self.ends = {end: (start, end) for start, end in phrases}
        self.phrases = phrases
        self.links: list[Link] = []
        self.stack: list[_Frame] = [_Frame(None)]
        self.waiting: list[Link] = []
        """Fronted clauses whose main verb is still to come."""

    def read(self) -> list[Link]:
        """Link each group in order."""
        gap_start = 0
        for group in self.groups:
            link = self._link(group, gap_start)
            self.links.append(link)
            gap_start = group.end
        return self._close()

    def _close(self) -> list[Link]:
        """Give each clause its end: where the next begins that it does not hold."""
        size = len(self.tags)
        while size and self.tags[size - 1] in '."':
            size -= 1
        for number, link in enumerate(self.links):
            if link.end < 0:
                link.end = max(size, link.group.end)
            later = self.links[number + 1 :]
            if later and link.kind in ("infinitive", "participle", "adverbial", "relative"):
                link.end = max(link.group.end, self._stop(link, later))
        return self.links

    def _stop(self, link: Link, later: list[Link]) -> int:
        """Return where an embedded clause stops before a later clause that is not inside it."""
        inside = {link.group.head}
        for other in later:
            if other.start >= link.end:
                break
            if other.governor in inside or other.kind in ("relative",):
                inside.add(other.group.head)
                continue
            if other.kind == "participle" and other.antecedent is not None:
                continue
            return other.start
        return link.end

    def _between(self, start: int, end: int) -> list[Phrase]:
        """Return the noun phrases in a range."""
        return [self.starts[i] for i in range(start, end) if i in self.starts]

    def _link(self, group: VerbGroup, gap: int) -> Link:
        if group.form == "infinitive":
            return self._infinitive(group, gap)
        if group.form in ("participle", "gerund"):
            return self._participle(group, gap)
        return self._finite(group, gap)

    def _open(self, link: Link, *, keep: int | None = None) -> Link:
        """Push a clause, first closing those above the frame number *keep*."""
        if keep is not None:
            for frame in self.stack[keep + 1 :]:
                if frame.link is not None and frame.link.end < 0:
                    frame.link.end = link.start
            del self.stack[keep + 1 :]
            if self.stack[keep].link is None:
                self.stack[keep].link = link
                return link
        self.stack.append(_Frame(link, link.subject))
        return link

    def _last(self) -> Link | None:
        return self.links[-1] if self.links else None

    def _settle_subject(self, gap: int, end: int) -> None:
        """Remember the subject of a clause whose verb comes after an embedded one."""
        top = self.stack[-1]
        if top.subject is None and (top.link is None):
            top.subject = self._subject_in(gap, end)

    def _subject_in(self, start: int, end: int) -> Phrase | None:
        """Return the first noun phrase of a range that no preposition governs."""
        chained = False
        for phrase in self._between(start, end):
            before = phrase[0] - 1
            while before >= start and self.tags[before] in '"(RD':
                before -= 1
            code = self.tags[before] if before >= start else ""
            if code == "I" or (code == "T" and before >= start):
                chained = True
                continue
            if code == "c" and chained and before - 1 >= start and self.tags[before - 1] != ",":
                continue
            if self._temporal(phrase) and phrase[1] < end:
                continue
            return phrase
        return None

    def _temporal(self, phrase: Phrase) -> bool:
        return (
            self.tags[phrase[1] - 1] == "t" or self.lemmas[phrase[1] - 1] in self.grammar.temporal
        )

    def _infinitive(self, group: VerbGroup, gap: int) -> Link:
        """Link an infinitive to the verb or noun it depends on."""
        start, last = group.start, self._last()
        link = Link(group, "infinitive", start)
        code = self.tags[start - 1] if start else ""
        conjoined = code == "c" or (code == "," and start + 1 < len(self.tags))
        if conjoined and last is not None and not self._between(gap, start):
            base = next((x for x in reversed(self.links) if x.group.form == "infinitive"), None)
            if base is not None:
                link.governor, link.subject = base.governor, base.subject
                return self._open(link, keep=self._frame_of(base, below=True))
        phrase = self.ends.get(start)
        if phrase is not None and self.lemmas[phrase[1] - 1] in self.grammar.nouns:
            self._settle_subject(gap, start)
            link.governor = phrase[1] - 1
            link.subject = self._possessor(phrase) or (last.subject if last else None)
        elif phrase is not None and phrase[0] > 0 and self.lower[phrase[0] - 1] == "for":
            link.governor = last.group.head if last else None
            link.subject = phrase
        elif last is not None:
            link.governor = last.group.head
            objects = self._between(last.group.end, start)
            nouns = [p for p in objects if self.lemmas[p[1] - 1] in self.grammar.nouns]
            controlled = last.group.lemma in self.grammar.object_control and objects
            if nouns and not controlled and self._adjoins(nouns[-1], start):
                link.governor = nouns[-1][1] - 1
            if last.group.voice == "passive" or not controlled:
                link.subject = last.subject
            else:
                link.subject = objects[0]
        return self._open(link)

    def _adjoins(self, phrase: Phrase, start: int) -> bool:
        """Tell whether only prepositional phrases stand between a noun and *start*."""
        return not set(self.tags[phrase[1] : start]) & set(",.:sw()")

    def _possessor(self, phrase: Phrase) -> Phrase | None:
        for i in range(phrase[0], phrase[1]):
            if self.tags[i] == "'":
                return phrase[0], i
            if self.tags[i] == "$":
                return i, i + 1
        return None

    def _frame_of(self, link: Link, *, below: bool = False) -> int:
        """Return the number of the frame of *link* on the stack, or the one below it."""
        for number in range(len(self.stack) - 1, -1, -1):
            if self.stack[number].link is link:
                return max(0, number - below)
        return 0

    def _finite_link(self) -> Link | None:
        """Return the innermost open finite clause."""
        for frame in reversed(self.stack):
            if frame.link is not None and frame.link.group.form == "finite":
                return frame.link
        return next((x for x in reversed(self.links) if x.group.form == "finite"), None)

    def _participle(self, group: VerbGroup, gap: int) -> Link:
        """Link a participle or gerund to what it describes or depends on."""
        start, last = group.start, self._last()
        link = Link(group, "participle", start)
        before = start - 1
        while before >= 0 and self.tags[before] in 'R"':
            before -= 1
        code = self.tags[before] if before >= 0 else ""
        if code == "c" and last is not None and last.kind == "participle":
            link.governor, link.subject = last.governor, last.subject
            link.antecedent = last.antecedent
            return self._open(link, keep=self._frame_of(last, below=True))
        phrase = self.ends.get(before + 1)
        if phrase is not None and code != "'":
            self._settle_subject(gap, start)
            link.antecedent = link.subject = phrase
            link.governor = last.group.head if last else None
            return self._open(link)
        if code in ("I", "s"):
            link.start = before
            noun = self.ends.get(before)
            if noun is not None and self.lemmas[noun[1] - 1] in self.grammar.nouns:
                link.governor = noun[1] - 1
        main = last if code and code in "VvzdngI" and last else self._finite_link()
        if main is None:
            self.waiting.append(link)
            return self._open(link)
        if link.governor is None:
            link.governor = main.group.head
        link.subject = main.subject
        return self._open(link)

    def _marker(self, gap: int, start: int) -> int | None:
        """Return the last relative pronoun or subordinator of a range."""
        for i in range(start - 1, gap - 1, -1):
            if self.tags[i] in "sw":
                return i
            if self.tags[i] in ":." or (self.tags[i] == "c" and self._between(i, start) == []):
                return None
        return None

    def _finite(self, group: VerbGroup, gap: int) -> Link:
        """Link a finite verb."""
        start = group.start
        marker = self._marker(gap, start)
        if marker is not None and self._fronted_over(marker, start):
            marker = None
        if marker is not None:
            if self.tags[marker] == "w":
                return self._relative(group, gap, marker)
            return self._subordinate(group, gap, marker)
        coordinator = self._coordinator(gap, start)
        if coordinator is not None:
            return self._coordinate(group, coordinator)
        return self._plain(group, gap)

    def _fronted_over(self, marker: int, start: int) -> bool:
        """Tell whether a comma and a new subject stand between a marker and the verb."""
        commas = [i for i in range(marker, start) if self.tags[i] == ","]
        return (
            bool(commas)
            and self.tags[marker] == "s"
            and any(g.start > marker and g.end <= commas[-1] for g in self.groups)
        )

    def _relative(self, group: VerbGroup, gap: int, marker: int) -> Link:
        link = Link(group, "relative", marker, marker=marker)
        before = marker
        while before > 0 and (self.tags[before - 1] in ',(")' or self.tags[before - 1] == "I"):
            before -= 1
        antecedent = self.ends.get(before)
        self._settle_subject(gap, marker)
        if antecedent is not None:
            link.antecedent = self._antecedent(antecedent, group)
        link.subject = self._subject_in(marker + 1, group.start) or link.antecedent
        last = self._last()
        if antecedent is None and last is not None:
            link.kind, link.governor = "complement", last.group.head
        return self._open(link)

    def _antecedent(self, phrase: Phrase, group: VerbGroup) -> Phrase:
        """Return what a relative pronoun stands for: past "of" phrases if the number disagrees."""
        singular = self.tags[group.start] == "z" or self.lower[group.start] in ("is", "was", "has")
        plural = self.lower[group.start] in ("are", "were", "have") or self.tags[group.start] == "v"
        head = self.tags[phrase[1] - 1]
        outer = self.ends.get(phrase[0] - 1)
        wrong = (singular and head == "S") or (plural and head == "N")
        if wrong and outer is not None and self.tags[phrase[0] - 1] == "I":
            return outer
        return phrase

    def _subordinate(self, group: VerbGroup, gap: int, marker: int) -> Link:
        word, last = self.lower[marker], self._last()
        subject = self._subject_in(marker + 1, group.start)
        content = word in ("that", "whether") or (word == "if" and self._asks(marker))
        link = Link(
            group, "complement" if content else "adverbial", marker, subject=subject, marker=marker
        )
        if content:
            noun = self.ends.get(marker)
            if noun is not None and self.lemmas[noun[1] - 1] in self.grammar.nouns:
                self._settle_subject(gap, marker)
                link.governor = noun[1] - 1
            elif last is not None:
                link.governor = last.group.head
            return self._open(link)
        main = self._finite_link()
        if main is None or (self.stack[-1].link is None and self.stack[-1].subject is None):
            self.waiting.append(link)
        if main is not None:
            link.governor = main.group.head
        if subject is None and main is not None:
            link.subject = main.subject
        return self._open(link)

    def _asks(self, marker: int) -> bool:
        return marker > 0 and self.tags[marker - 1] in "Vvzdng"

    def _coordinator(self, gap: int, start: int) -> int | None:
        """Return the coordinator that joins the verb at *start* to what stands before, if any."""
        for i in range(start - 1, gap - 1, -1):
            if self.tags[i] != "c":
                continue
            if not self._between(i, start) or not self._joins_nouns(gap, i):
                return i
        return None

    def _joins_nouns(self, gap: int, i: int) -> bool:
        """Tell whether the coordinator at *i* joins nouns of one subject, not clauses."""
        if not self.links:
            return True
        if self.tags[i - 1] in ',"':
            return False
        phrase = self.ends.get(i)
        if phrase is None:
            return False
        pending = any(f.link is None and f.subject is not None for f in self.stack)
        return pending or (phrase[0] == gap and self._takes_clause())

    def _takes_clause(self) -> bool:
        last = self._last()
        return last is not None and last.group.lemma in self.grammar.clausal

    def _coordinate(self, group: VerbGroup, coordinator: int) -> Link:
        link = Link(group, "coordinate", coordinator)
        subject = self._subject_in(coordinator + 1, group.start)
        comma = coordinator > 0 and self.tags[coordinator - 1] in ',"'
        mates = [f.link for f in self.stack if f.link and f.link.group.form == "finite"]
        if not mates:
            link.kind = "main"
            link.subject = subject or self.stack[0].subject
            return self._open(link, keep=0)
        mate = mates[-1]
        outer = [m for m in mates if m.kind in ("main", "coordinate")]
        if mate.kind in ("relative", "adverbial") and outer and (comma or subject is not None):
            mate = outer[-1]
        same = mate.kind == "complement" and mate.group.modal == group.modal
        if comma and subject is None and mate.kind == "complement" and not same and outer:
            mate = outer[-1]
        link.subject = subject or mate.subject
        link.governor = mate.governor if mate.kind != "relative" or subject is None else None
        return self._open(link, keep=self._frame_of(mate, below=True))

    def _plain(self, group: VerbGroup, gap: int) -> Link:
        """Link a finite verb that no word introduces."""
        link = Link(group, "main", gap)
        last = self._last()
        subject = self._subject_in(gap, group.start)
        pending = next(
            (n for n in range(len(self.stack) - 1, -1, -1)
             if self.stack[n].link is None and self.stack[n].subject is not None),
            None,
        )  # fmt: skip
        direct = subject is not None and "," not in self.tags[gap : subject[0]]
        if last is not None and subject is not None and direct and self._takes_clause():
            link.kind, link.start = "complement", subject[0]
            link.governor, link.subject = last.group.head, subject
            return self._open(link)
        if pending is not None:
            link.subject = self.stack[pending].subject
            link.start = link.subject[0] if link.subject else gap
            self._open(link, keep=pending)
            self._resolve_waiting(link)
            return link
        comma = self.tags.rfind(",", gap, group.start)
        after_comma = self._subject_in(comma + 1, group.start) if comma >= 0 else None
        link.subject = after_comma if after_comma and subject and last else subject
        if subject is not None and comma >= 0 and after_comma is not None and not last:
            link.subject = subject if self._apposition(subject, after_comma) else after_comma
        if link.subject is None and group.end in self.starts and self.tags[gap : group.start]:
            link.subject = self.starts[group.end]  # "...," said Abbas
        if link.subject is not None and gap <= link.subject[0] < group.start:
            link.start = link.subject[0]
        self._open(link, keep=0)
        self._resolve_waiting(link)
        return link

    def _apposition(self, first: Phrase, second: Phrase) -> bool:
        """Tell whether *second*, between commas, renames *first*."""
        return self.tags[first[1] : first[1] + 1] == "," or first[1] >= second[0] - 1

    def _resolve_waiting(self, main: Link) -> None:
        for link in self.waiting:
            link.governor = main.group.head
            if link.subject is None:
                link.subject = main.subject
            if link.end < 0:
                link.end = main.start
        self.waiting.clear()


def links(
    tags: str,
    lower: Sequence[str],
    phrases: list[Phrase],
    groups: list[VerbGroup],
    lemmas: Sequence[str],
    grammar: Grammar,
) -> list[Link]:
    """Return a link for each verb group of a sentence; all indices count within the sentence."""
    return _Reader(tags, lower, phrases, groups, lemmas, grammar).read()

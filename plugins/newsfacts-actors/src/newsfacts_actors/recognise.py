"""Names in runs of capitalised words: the known ones by table, the others by their form.

Each rule has a name, which its mentions bear: `table`; `force` ("Israeli army"); `organisation` (a
head such as "Committee"); for other names `title`, `given_name`, `particle`, `speaker`, `age`,
`place`, `acronym` and `shape`, as `classify` tells them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from newsfacts import ActorType, MentionForm
from newsfacts_actors import forms
from newsfacts_actors.classify import classify, previous_word
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Knowledge, Words, normal
from newsfacts_actors.lookup import Lookup
from newsfacts_actors.runs import PARTICLES, Run, Word, runs

__all__ = ["recognise"]

_OPENING = "\"“‘'(:—–-\n.!?…•*[|>`_"
_ACRONYM = re.compile(
    r"[^\W\d_]{2,8}\d?|[^\W\d_]\d{1,2}|(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d]+&[^\W\d]+"
)
_DATELINE = re.compile(r"[^\W\d_a-z]{4,20}(?:, [^\W\d_a-z][\w. ]{2,30})? ?(?:\([A-Z]|--|—|–|_)")
_LINKS = frozenset(("of", "for", "on", "against"))


def recognise(
    text: str,
    known: Knowledge,
    lexicon: Words,
    openings: set[int],
    *,
    titled: Sequence[tuple[int, int]] = (),
    shouted: Sequence[tuple[int, int]] = (),
) -> Iterator[Found]:
    """Yield the names of *text*, in order.

    Args:
        text: the article's text.
        known: the tables.
        lexicon: the closed lists.
        openings: offsets at which a sentence begins.
        titled: half-open ranges of lines in title case.
        shouted: half-open ranges of lines in capitals, which are not read.
    """
    recogniser = _Recogniser(text, known, lexicon, openings, titled)
    at = 0
    for start, end in (*shouted, (len(text), len(text))):
        for run in runs(text, recogniser.plain, at, start):
            yield from recogniser.read(run)
        at = end


class _Recogniser:
    """Reads the runs of one text."""

    def __init__(
        self,
        text: str,
        known: Knowledge,
        lexicon: Words,
        openings: set[int],
        titled: Sequence[tuple[int, int]],
    ) -> None:
        self.text = text
        self.plain = normal(text)
        self.openings = openings
        self.titled = titled
        self.names = known.names
        self.lookup = Lookup(text, self.plain, known, lexicon)
        self.words = lexicon
        self.events: set[str] = set()
        """Names of operations and storms, which are not names of actors later either."""
        self.reached = 0
        """Where the last known name ends; it may reach beyond its run."""
        self.headline = False
        """Whether the run stands in a line in title case."""
        self.title = False
        """Whether a title or role has just been read, so that a person's name must follow."""
        self.event = False
        """Whether "Operation" or the like has, so that no actor's name follows."""

    def read(self, run: Run) -> list[Found]:
        """Return the names in one run."""
        line = run.words
        if len(line) == 1 and self._idle(line[0]) and line[0].text not in self.names:
            return []
        found: list[Found] = []
        opens = self._opens(run.start)
        before = previous_word(self.text, run.start)
        self.headline = self._titled(run.start)
        self.title = before in self.words.roles
        self.event = before in self.words.events
        if len(line) == 1 and not self.event and line[0].start >= self.reached:
            known = self.lookup.alone(line[0])
            if known is not None:
                return list(self._known(known, line, 1, first=opens))
        index = 0
        while index < len(line):
            index += self._step(line, index, found, first=opens and index == 0)
        return found

    def _step(self, line: Sequence[Word], index: int, found: list[Found], *, first: bool) -> int:
        """Read what begins at *index*, add its name to *found*, return its number of words."""
        word = line[index]
        if word.start < self.reached:
            return 1
        taken, known = self.lookup.longest(line, index)
        if known is None and self._idle(word):
            self.title = False
            self.event = self.event or word.text in self.words.events
            return 1
        body = self._organisation(line, index)
        if body > taken and not (self.headline and first):
            found.append(self._body(line[index : index + body]))
            self.title = self.event = False
            return body
        if known is not None and not self._continues(known, line, index, taken):
            if not self.event:
                found += self._known(known, line, index + taken, first=first)
            self.title = self.event = False
            return taken
        skipped, head = forms.title(line, index, self.words)
        if skipped and not (self.title and index + skipped == len(line)):
            self.title = self.title or head
            return skipped
        return self._name(line, index, found, first=first)

    def _organisation(self, line: Sequence[Word], index: int) -> int:
        """Return the length of the organisation by form at *index*, 0 if there is none."""
        if index + 1 == len(line):
            return 0
        return forms.organisation(line, index, self.words, partial(self.lookup.length, line))

    def _name(self, line: Sequence[Word], index: int, found: list[Found], *, first: bool) -> int:
        """Read the name of no table at *index*, add it to *found*, return its number of words."""
        size = forms.unknown(line, index, self.words, partial(self.lookup.length, line))
        if self.headline:
            size = next((n for n in range(size) if self._common(line[index + n])), size)
        chunk = line[index : index + size]
        if self.event or (size == 1 and chunk[0].text in self.events):
            self.events.update(word.text for word in chunk)
        elif chunk:
            found += self._unknown(chunk, first=first)
        self.title = False
        self.event = self.event and not size
        return max(1, size)

    def _known(
        self, found: Found, line: Sequence[Word], after: int, *, first: bool
    ) -> Iterator[Found]:
        """Yield a known name, unless it is a common word here."""
        alone = " " not in found.plain
        if alone and self.lookup.misread(found):
            return
        if after == len(line) and not line[-1].possessive:
            found = self.lookup.enlarged(found)
        self.reached = found.end
        common = alone and found.plain.lower() in self.words.common
        yield found._replace(weak=first and common and not found.plain.isupper())

    def _found(
        self, start: int, end: int, kind: ActorType, rule: str, *, weak: bool = False
    ) -> Found:
        """Return the name of no table between two offsets."""
        name, plain = self.text[start:end], self.plain[start:end]
        return Found(start, end, name, plain, kind, MentionForm.NAME, rule, weak=weak)

    def _idle(self, word: Word) -> bool:
        """Tell whether no name begins at *word*."""
        if word.small:
            return word.text not in PARTICLES
        return word.text in self.words.grammar or word.text in self.words.stop

    def _titled(self, offset: int) -> bool:
        """Tell whether *offset* lies in a line in title case."""
        at = bisect_right(self.titled, (offset, len(self.text)))
        return at > 0 and offset < self.titled[at - 1][1]

    def _opens(self, offset: int) -> bool:
        """Tell whether a sentence, a quotation or a line begins at *offset*."""
        if offset in self.openings:
            return True
        before = self.text[max(0, offset - 3) : offset].rstrip(" ")
        return not before or before[-1] in _OPENING

    def _common(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _continues(self, found: Found, line: Sequence[Word], index: int, taken: int) -> bool:
        """Tell whether a known name begins a longer one of no table.

        A given name does ("Jordan Henderson"), and a place ("Santa Cruz Barillas").
        """
        if index + taken >= len(line) or line[index + taken - 1].possessive:
            return False
        if found.type is not ActorType.PLACE and (
            taken > 1 or line[index].text not in self.words.given
        ):
            return False
        after = line[index + taken]
        lexicon = self.words
        return not (
            after.small
            or (self._common(after) and after.text not in lexicon.place_heads)
            or after.text.rstrip(".") in lexicon.titles
            or after.text in lexicon.stop
            or after.text in lexicon.grammar
            or after.text in lexicon.organisation_heads
            or (after.text in lexicon.place_heads and found.type is not ActorType.PLACE)
            or after.text in lexicon.us_states
            or self.lookup.length(line, index + taken)
        )

    def _body(self, chunk: Sequence[Word]) -> Found:
        """Return the organisation by form."""
        heads = self.words.organisation_heads
        start, end = chunk[0].start, chunk[-1].end
        before = [n for n, word in enumerate(chunk) if word.text in _LINKS]
        named = [word.text for word in chunk if word.text in heads]
        core = [word.text for word in chunk[: before[0] if before else None] if word.text in heads]
        kind = heads[(core or named)[-1]]
        return self._found(start, end, kind, "organisation")

    def _unknown(self, chunk: Sequence[Word], *, first: bool) -> Iterator[Found]:
        """Yield the name that *chunk* is, if it is one."""
        lexicon = self.words
        big = [word for word in chunk if not word.small]
        opener = self._common(chunk[0])
        if (
            first
            and opener
            and not self.title
            and len(big) > 1
            and chunk[0].text not in lexicon.given
        ):
            chunk, big = chunk[1:], big[1:]
            first = False
        start, end = chunk[0].start, chunk[-1].end
        kind, rule = classify(self.text, chunk, lexicon, titled=self.title)
        if big[-1].text in lexicon.thing_heads and kind is not ActorType.PERSON:
            return
        if len(big) == 1:
            yield from self._one(chunk[0], kind, rule, first=first)
            return
        if all(
            self._common(word) or len(word.text.rstrip(".")) == 1 for word in big
        ) and rule not in ("title", "given_name", "age"):
            return
        if self.headline and rule != "given_name":
            return
        yield self._found(start, end, kind, rule)

    def _one(
        self,
        word: Word,
        kind: ActorType,
        rule: str,
        *,
        first: bool,
    ) -> Iterator[Found]:
        """Yield a name of one word; weak where its capital may come from its position."""
        if len(word.text.rstrip(".")) == 1 or self._generic(word):
            return
        weak = self.headline
        if rule not in ("title", "age"):
            common = self._common(word)
            if first and _DATELINE.match(self.text, word.start):
                kind, rule = ActorType.PLACE, "place"
            elif word.text.isupper() and (
                self.headline
                or not _ACRONYM.fullmatch(word.text)
                or (common and not self._the(word))
            ):
                return
            known_elsewhere_only = common and not first and rule not in ("given_name", "acronym")
            weak = (
                weak
                or known_elsewhere_only
                or (
                    first
                    and (common or rule == "shape" or (rule == "place" and not word.text.isupper()))
                )
            )
            if self._state_abbreviation(word):
                kind, rule, weak = ActorType.PLACE, "place", False
        yield self._found(word.start, word.end, kind, rule, weak=weak)

    def _the(self, word: Word) -> bool:
        """Tell whether "the" stands before *word*: "the INS" is an acronym, "we said NO" none."""
        return previous_word(self.text, word.start) in ("the", "The")

    def _generic(self, word: Word) -> bool:
        """Tell whether a single word is a kind of thing, and so no name: "the Palace"."""
        lexicon = self.words
        return (
            word.text in lexicon.organisation_heads
            or word.text in lexicon.place_heads
            or word.text in lexicon.thing_heads
        )

    def _state_abbreviation(self, word: Word) -> bool:
        """Tell "Amherst, Mass." by the comma before it."""
        return word.text in self.words.us_states and self.text[word.start - 2 : word.start] == ", "

"""How a run of capitalised words is parted into chunks, word by word: the long way of `chunks`.

Known names come first, the longest; then bodies by their form ("Ministry of X"); titles announce a
person; what is left is a name of no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsfacts import ActorType
from newsfacts_actors import forms
from newsfacts_actors.classify import by_its_words, initial
from newsfacts_actors.found import Chunk, Part, Setting
from newsfacts_actors.kinds import PLACE
from newsfacts_actors.knowledge import Knowledge, Words, normal
from newsfacts_actors.lookup import Hit, Lookup
from newsfacts_actors.runs import PARTICLES, Word, split

__all__ = ["LONGEST_PLAIN", "Run"]

LONGEST_PLAIN = 8
"""Letters of the longest acronym that is letters alone."""
_ACRONYM = re.compile(
    rf"[^\W\d_]{{2,{LONGEST_PLAIN}}}\d?|[^\W\d_]\d{{1,2}}|(?:[^\W\d_]\.)+[^\W\d_]?"
    r"|[^\W\d]+&[^\W\d]+"
)
_KNOWN, _BODY, _OTHER, _EVENT = Part
_PROFESSING = frozenset(
    (ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.NGO, ActorType.MEDIA)
)
"""What can be of a creed: a party, not a parliament."""
_LINKS = frozenset(("of", "for", "on", "against"))


class Run:
    """Is one run as it is read."""

    def __init__(
        self, own: str, length: int, setting: Setting, known: Knowledge, lexicon: Words
    ) -> None:
        self.own = own
        self.first, self.headline, self.title, self.event = setting
        self.words = lexicon
        self.plain = normal(own)
        self.line = split(self.plain[:length], possessive=self.plain.startswith("'", length))
        self.names = known.names
        self.lookup = Lookup(own, self.plain, known, lexicon)
        self.headed = not lexicon.organisation_heads.keys().isdisjoint(
            [word.text for word in self.line]
        )
        self.reached = 0
        """Where the last known name ends; it may reach beyond words of the run."""

    def chunks(self) -> Iterator[Chunk]:
        """Yield the chunks, in order."""
        line, index = self.line, 0
        if len(line) == 1 and self._idle(line[0]) and line[0].text not in self.names:
            return
        while index < len(line):
            if line[index].start < self.reached:
                index += 1
                continue
            taken, chunk = self._next(index, first=self.first and index == 0)
            if chunk is not None:
                yield chunk
            index += taken

    def _next(self, index: int, *, first: bool) -> tuple[int, Chunk | None]:
        """Read what begins at *index*: its number of words, and the chunk if it is one."""
        line, word = self.line, self.line[index]
        hit = self.lookup.longest(line, index) if word.text in self.lookup.starts else None
        taken = hit.taken if hit is not None else 0
        idle = hit is None and self._idle(word)
        body = 0
        if self.headed and index + 1 < len(line) and (not idle or self._professes(index)):
            body = forms.organisation(line, index, self.words, self._length)
        if idle and not body:
            self.title = False
            self.event = self.event or word.text in self.words.events
            return 1, None
        if body > taken and not (self.headline and first):
            self.title = self.event = False
            return body, self._body(line[index : index + body])
        if hit is not None and not self._continues(hit, index):
            chunk = None if self.event else self._known(hit, index, first=first)
            self.title = self.event = False
            return taken, chunk
        skipped, head = forms.title(line, index, self.words)
        if skipped and not (self.title and index + skipped == len(line)):
            self.title = self.title or head
            return skipped, None
        return self._other(index, first=first)

    def _length(self, index: int) -> int:
        return self.lookup.length(self.line, index)

    def _idle(self, word: Word) -> bool:
        """Tell whether no name begins at *word*."""
        if word.small:
            return word.text not in PARTICLES
        return word.text in self.words.grammar or word.text in self.words.stop

    def _professes(self, index: int) -> bool:
        """Tell whether a creed at *index* stands right before what its body is: "Marxist Front"."""
        line, creeds = self.line, self.words.creeds
        while index + 1 < len(line) and line[index].text in creeds:
            index += 1
            if self.words.organisation_heads.get(line[index].text) in _PROFESSING:
                return True
        return False

    def _common(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _continues(self, hit: Hit, index: int) -> bool:
        """Tell whether a known name begins a longer one of no table.

        A given name does ("Jordan Henderson"), and a place ("Santa Cruz Barillas").
        """
        line, taken, lexicon = self.line, hit.taken, self.words
        if index + taken >= len(line) or line[index + taken - 1].possessive:
            return False
        place = hit.known.entity.type is PLACE
        if not place and (taken > 1 or line[index].text not in lexicon.given):
            return False
        after = line[index + taken]
        return not (
            after.small
            or (self._common(after) and after.text not in lexicon.place_heads)
            or after.text.rstrip(".") in lexicon.titles
            or after.text in lexicon.stop
            or after.text in lexicon.grammar
            or after.text in lexicon.organisation_heads
            or (after.text in lexicon.place_heads and not place)
            or after.text in lexicon.us_states
            or self._length(index + taken)
        )

    def _known(self, hit: Hit, index: int, *, first: bool) -> Chunk:
        """Return the known name at *index*."""
        start, end = self.line[index].start, hit.end
        self.reached = end
        plain = self.plain[start:end]
        common = " " not in plain and plain.lower() in self.words.common
        name = self.own[start:end]
        return Chunk(_KNOWN, start, end, name, plain, hit.taken, first, common, hit.known)

    def _body(self, chunk: Sequence[Word]) -> Chunk:
        """Return the organisation by form."""
        heads = self.words.organisation_heads
        before = [n for n, word in enumerate(chunk) if word.text in _LINKS]
        named = [word.text for word in chunk if word.text in heads]
        core = [word.text for word in chunk[: before[0] if before else None] if word.text in heads]
        kind = heads[(core or named)[-1]]
        return Chunk(*self._part(_BODY, chunk), verdict=(kind, "organisation"))

    def _part(
        self, part: Part, chunk: Sequence[Word], size: int = 0
    ) -> tuple[Part, int, int, str, str, int]:
        """Return what every chunk holds of a part of the run."""
        start, end = chunk[0].start, chunk[-1].end
        return part, start, end, self.own[start:end], self.plain[start:end], size or len(chunk)

    def _other(self, index: int, *, first: bool) -> tuple[int, Chunk | None]:
        """Read the name of no table at *index*: its number of words, and the chunk if it is one."""
        line = self.line
        size = forms.unknown(line, index, self.words, self._length, titled=self.title)
        if self.headline:
            size = next((n for n in range(size) if self._common(line[index + n])), size)
        own = line[index : index + size]
        chunk = None
        if own and self.event:
            chunk = Chunk(*self._part(_EVENT, own))
        elif own:
            chunk = self._unknown(own, first=first)
        self.title = False
        self.event = self.event and not size
        return max(1, size), chunk

    def _unknown(self, own: Sequence[Word], *, first: bool) -> Chunk | None:
        """Return the chunk of a name of no table, None if it cannot be one."""
        lexicon = self.words
        big = [word for word in own if not word.small]
        usual = [word.text.lower() in lexicon.common for word in big]
        beginning = first and not self.title and len(big) > 1
        if beginning and self._common(own[0]) and own[0].text not in lexicon.given:
            own, big, usual, first = own[1:], big[1:], usual[1:], False
        single = len(big) == 1
        if single and (initial(big[0].text) or self._generic(big[0])):
            return None
        verdict = by_its_words(own, big, lexicon, titled=self.title)
        if single:
            common = self._common(own[0])
        else:
            common = all(
                plain or initial(word.text) for plain, word in zip(usual, big, strict=True)
            )
            told = verdict is not None and verdict[1] in ("title", "given_name")
            if self.headline and verdict is not None and verdict[1] != "given_name":
                return None
            if common and verdict is not None and not told:
                return None
        return Chunk(
            *self._part(_OTHER, own, len(big)),
            first,
            common,
            None,
            verdict,
            not any(usual),
            big[-1].text in lexicon.thing_heads,
            single and _ACRONYM.fullmatch(own[0].text) is not None,
        )

    def _generic(self, word: Word) -> bool:
        """Tell whether a single word is a kind of thing, and so no name: "the Palace"."""
        lexicon = self.words
        return (
            word.text in lexicon.organisation_heads
            or word.text in lexicon.place_heads
            or word.text in lexicon.thing_heads
        )

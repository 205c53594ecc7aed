"""What a run of capitalised words falls into, by its own words alone: known names, bodies, others.

Most runs recur, within an article and from one to the next ("President Obama", "U.S."), so what a
run says by itself is read once and remembered. What its surroundings add is for `recognise`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsfacts import ActorType
from newsfacts_actors import forms
from newsfacts_actors.classify import GIVEN, MOST_TITLED, TITLED, by_its_words, initial
from newsfacts_actors.found import Chunk, Part, Setting
from newsfacts_actors.knowledge import Knowledge, Words, normal
from newsfacts_actors.lookup import LONGEST_ACRONYM, Hit, Lookup
from newsfacts_actors.runs import PARTICLES, Word, split

__all__ = ["Chunks"]

_MEMORY = 4_000
"""Runs after which those that were not met since as many are forgotten."""
_LONGEST = 160
"""Code points of the longest run that is remembered."""
_APOSTROPHES = ("'", "’", "‘", "ʼ", "`")
_PLAIN_ENDS = frozenset(("", *_APOSTROPHES))
_MATTERS = frozenset((*_APOSTROPHES, "$"))
"""What may follow a run that changes how it is read: a possessive, a currency's sign."""
_BRIDGE = 60
"""Code points after a run within which a known name with small words in it must end."""
_ACRONYM = re.compile(
    r"[^\W\d_]{2,8}\d?|[^\W\d_]\d{1,2}|(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d]+&[^\W\d]+"
)
_PLAIN, _TITLED = Setting(), Setting(title=True)
_LINKS = frozenset(("of", "for", "on", "against"))


class Chunks:
    """Reads runs into chunks, and remembers them."""

    def __init__(self, known: Knowledge, lexicon: Words) -> None:
        """Take the tables and the closed lists."""
        self._known = known
        self._lexicon = lexicon
        self._read: dict[tuple[str, Setting], tuple[Chunk, ...]] = {}
        self._before: dict[tuple[str, Setting], tuple[Chunk, ...]] = {}
        self._bridged = known.bridged.keys()
        self._risky: set[str] = set()
        """Runs that what follows may bridge to a known name with small words."""
        self._titles = lexicon.titles | lexicon.title_heads
        self._generic = (
            lexicon.organisation_heads.keys() | lexicon.place_heads | lexicon.thing_heads
        )
        self.idle = frozenset(
            word for word in lexicon.grammar | lexicon.stop if word not in known.names
        )
        """Words that are no name by themselves."""
        self._pairs = frozenset(_first_two(known.names))
        """The first two words of the names of the tables."""
        several = lexicon.events.union(known.bridged, lexicon.compass, ("Al", "El"))
        self.openers = self.idle - several
        """Those of them that say nothing about the words after them."""
        heralds = lexicon.title_heads.difference(several, self._generic, forms.ALSO_IN_BODIES)
        abbreviated = {f"{word}." for word in heralds}
        self.heralds = heralds.union(abbreviated).difference(known.names, self.idle)
        """Titles after which a person's name must follow, if no title or portfolio does."""
        self._marked = several.union(
            lexicon.grammar,
            lexicon.stop,
            lexicon.place_before,
            lexicon.firm_place_heads,
            self._titles,
            self._generic,
        )
        """Words that are part of more than a name of no table, or end it."""

    def read(self, text: str, start: int, end: int, setting: Setting) -> tuple[Chunk, ...]:
        """Return the chunks of the run between two offsets of *text*."""
        own = text[start:end]
        after = text[end : end + 1]
        if after not in _MATTERS:
            after = ""
        key = own + after, setting
        chunks = self._read.get(key)
        if chunks is None:
            if end - start > _LONGEST:
                return self._make(text[start : end + _BRIDGE], end - start, setting)
            if len(self._read) >= _MEMORY:
                self._before, self._read = self._read, {}
                self._risky.clear()
            chunks = self._before.get(key)
            if chunks is None:
                chunks = self._make(own + after, end - start, setting)
            self._read[key] = chunks
            if not self._bridged.isdisjoint(_words(own)):
                self._risky.add(own)
        if self._risky and own in self._risky and self._bridges(text, start, end):
            return self._make(text[start : end + _BRIDGE], end - start, setting)
        return chunks

    def follows(self, opener: str, rest: str) -> Setting | None:
        """Return how *rest* of a run is read without its first word, None if both say more.

        "The Zorblatts" is read as "Zorblatts", and so is "Mr. Zorblatt" but for its title; "The
        Hague" and "Prime Minister" are not.
        """
        if opener in self.openers:
            setting = _PLAIN
        elif opener in self.heralds:
            setting = _TITLED
        else:
            return None
        second = normal(rest).partition(" ")[0].removesuffix("'s").rstrip("'")
        if (opener, second) in self._pairs:
            return None
        if setting is _TITLED and second.rstrip(".") in self._titles:
            return None
        return setting

    def _make(self, own: str, length: int, setting: Setting) -> tuple[Chunk, ...]:
        """Read a run: the first so many code points of *own*, with what follows it."""
        word = own[:length]
        if word.isalpha() and own[length:] in _PLAIN_ENDS:
            chunk = self._alone(word, setting)
            return () if chunk is None else (chunk,)
        whole = self._whole(word, setting) if own[length:] in _PLAIN_ENDS else None
        if whole is not None:
            return (whole,)
        return tuple(_Run(own, length, setting, self._known, self._lexicon).chunks())

    def _whole(self, run: str, setting: Setting) -> Chunk | None:
        """Read a run that is one name, as most of several words are, the short way.

        It is one of the tables, or of words that have no part in any rule. None where the long way
        must tell.
        """
        if setting.event:
            return None
        plain = normal(run)
        line = plain.split(" ")
        if line[0] in self._bridged:
            return None
        common = self._lexicon.common
        known = self._known.names.get(plain)
        if known is not None and "'" not in plain:
            usual = len(line) == 1 and plain.lower() in common
            end = len(run)
            return Chunk(Part.KNOWN, 0, end, run, plain, len(line), setting.first, usual, known)
        if setting.headline or not self._marked.isdisjoint(line):
            return None
        names = self._known.names
        if any(
            word in names or not word.isalpha() or word[0].islower() or word.isupper()
            for word in line
        ):
            return None
        if not self._pairs.isdisjoint(pairwise(line)):
            return None
        return self._unmarked(run, plain, line, setting)

    def _unmarked(self, run: str, plain: str, line: list[str], setting: Setting) -> Chunk:
        """Return the name of several words of no table, none of which has a part in any rule."""
        common, given = self._lexicon.common, self._lexicon.given
        usual = [word.lower() in common for word in line]
        first, start = setting.first, 0
        if first and not setting.title and usual[0] and line[0] not in given:
            start = len(line[0]) + 1
            run, plain, first = run[start:], plain[start:], False
            del line[0], usual[0]
        verdict = None
        if setting.title and len(line) <= MOST_TITLED:
            verdict = TITLED
        elif len(line) > 1 and line[0] in given:
            verdict = GIVEN
        return Chunk(
            Part.OTHER,
            start,
            start + len(run),
            run,
            plain,
            len(line),
            first,
            all(usual),
            None,
            verdict,
            not any(usual),
            acronym=len(line) == 1 and _ACRONYM.fullmatch(line[0]) is not None,
        )

    def _alone(self, word: str, setting: Setting) -> Chunk | None:
        """Read a run of one word, as most are, the short way to what `_Run` would say."""
        names, lexicon = self._known.names, self._lexicon
        known = names.get(word)
        if known is None and word.isupper() and len(word) > LONGEST_ACRONYM:
            known = names.get(word.title())
        common = word.lower() in lexicon.common
        end = len(word)
        if known is not None:
            chunk = Chunk(Part.KNOWN, 0, end, word, word, 1, setting.first, common, known)
            return None if setting.event else chunk
        if (word in self._titles and not setting.title) or (setting.headline and common):
            return None
        if word in self.idle:
            return None
        if setting.event:
            return Chunk(Part.EVENT, 0, end, word, word, 1)
        if end == 1 or word in self._generic:
            return None
        return Chunk(
            Part.OTHER,
            0,
            end,
            word,
            word,
            1,
            setting.first,
            common,
            None,
            TITLED if setting.title else None,
            not common,
            acronym=_ACRONYM.fullmatch(word) is not None,
        )

    def _bridges(self, text: str, start: int, end: int) -> bool:
        """Tell whether a known name with small words in it begins in a run."""
        words = _words(text[start:end])
        if self._bridged.isdisjoint(words):
            return False
        plain = normal(text[start : end + _BRIDGE])
        return any(name in plain for word in words for name in self._known.bridged.get(word, ()))


def _first_two(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the first two words of *names*, the second as it stands and without a possessive."""
    for name in names:
        first, _, rest = name.partition(" ")
        if rest:
            second = rest.partition(" ")[0]
            yield first, second
            if second.endswith("'s"):
                yield first, second[:-2]


def _words(own: str) -> list[str]:
    return own.replace("-", " ").split()


class _Run:
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
        hit = self.lookup.longest(line, index)
        taken = hit.taken if hit is not None else 0
        if hit is None and self._idle(word):
            self.title = False
            self.event = self.event or word.text in self.words.events
            return 1, None
        body = 0
        if self.headed and index + 1 < len(line):
            body = forms.organisation(line, index, self.words, self._length)
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

    def _common(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _continues(self, hit: Hit, index: int) -> bool:
        """Tell whether a known name begins a longer one of no table.

        A given name does ("Jordan Henderson"), and a place ("Santa Cruz Barillas").
        """
        line, taken, lexicon = self.line, hit.taken, self.words
        if index + taken >= len(line) or line[index + taken - 1].possessive:
            return False
        place = hit.known.entity.type is ActorType.PLACE
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
        return Chunk(Part.KNOWN, start, end, name, plain, hit.taken, first, common, hit.known)

    def _body(self, chunk: Sequence[Word]) -> Chunk:
        """Return the organisation by form."""
        heads = self.words.organisation_heads
        before = [n for n, word in enumerate(chunk) if word.text in _LINKS]
        named = [word.text for word in chunk if word.text in heads]
        core = [word.text for word in chunk[: before[0] if before else None] if word.text in heads]
        kind = heads[(core or named)[-1]]
        return Chunk(*self._part(Part.BODY, chunk), verdict=(kind, "organisation"))

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
            chunk = Chunk(*self._part(Part.EVENT, own))
        elif own:
            chunk = self._unknown(own, first=first)
        self.title = False
        self.event = self.event and not size
        return max(1, size), chunk

    def _unknown(self, own: Sequence[Word], *, first: bool) -> Chunk | None:
        """Return the chunk of a name of no table, None if it cannot be one."""
        lexicon = self.words
        big = [word for word in own if not word.small]
        if (
            first
            and not self.title
            and len(big) > 1
            and self._common(own[0])
            and own[0].text not in lexicon.given
        ):
            own, big, first = own[1:], big[1:], False
        single = len(big) == 1
        if single and (initial(big[0].text) or self._generic(big[0])):
            return None
        verdict = by_its_words(own, big, lexicon, titled=self.title)
        if single:
            common = self._common(own[0])
        else:
            common = all(self._common(word) or initial(word.text) for word in big)
            told = verdict is not None and verdict[1] in ("title", "given_name")
            if self.headline and verdict is not None and verdict[1] != "given_name":
                return None
            if common and verdict is not None and not told:
                return None
        return Chunk(
            *self._part(Part.OTHER, own, len(big)),
            first,
            common,
            None,
            verdict,
            not any(map(self._common, big)),
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

"""Names in a text: what its runs of capitals fall into, and what their surroundings say of them.

Each rule has a name, which its mentions bear: `table`; `force` ("Israeli army"); `organisation` (a
head such as "Committee"); for other names `title`, `given_name`, `particle`, `speaker`, `age`,
`nickname`, `place`, `acronym` and `shape`, as `classify` tells them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from newsfacts.tokens import Tokens
from newsfacts_actors.chunks import Chunks
from newsfacts_actors.classify import by_its_surroundings, previous_word
from newsfacts_actors.forces import enlarged
from newsfacts_actors.found import Chunk, Found, Part, Setting, make
from newsfacts_actors.kinds import MEDIA, NAME, PERSON, PLACE, POPULATION, STATE
from newsfacts_actors.knowledge import Knowledge, Words, normal
from newsfacts_actors.runs import LEADS, PARTICLES, lead, runs

__all__ = ["recognise"]

_OPENING = frozenset(("", *"\"“‘'(:—–-\n.!?…•*[|>`_"))
_CLOSING = frozenset("”’)]")
_DATELINE = re.compile(
    r"([^\W\d_a-z]{4,20}|[^\W\d_a-z]{2,20}(?:[ -][^\W\d_a-z]{2,20}){1,3})"
    r"(?:, [^\W\d_a-z][\w. ]{2,30})? ?(?:\([A-Z]|--|—|–|_)"
)
"""The place, and what ends a dateline: "CRANS-MONTANA, Switzerland (Reuters)"."""
_AGENCY = re.compile(r"[^\n(]{0,80}\(([A-Z][\w. ]{1,30})\) ?(?:--|—|–|-|:)")
"""Who sends what a dateline opens: "QUIST, May 3 (PTI) -"."""
_SYLLABLE = re.compile(r"-(?!led\b|run\b|era\b)[a-z]{2,6}\b")
_PARTY = re.compile(r"[DRI]-(?=(?:[A-Z]\.){2}|[A-Z][a-z]{2,4}\b)")
"""The party of an American lawmaker, before the state: "D-Ore.", "R-N.Y."."""
_QUOTING = (' "', " “", " ‘")
_NICKNAME = re.compile(r" [\"“‘][^\W\d_a-z][\w' -]{1,20}[\"”’] ([^\W\d_a-z][\w-]+)")
"""What follows a given name: a nickname in quotation marks, and the surname."""
_TELLING = (",", " (", "-", "'", "’")
"""What after a name may say what it is: an age, an acronym, a syllable, a possessive."""
_WORD_END = re.compile(r"[^ \u00a0-]*[ \u00a0-]?")
_KNOWN, _BODY, _OTHER, _ = Part
_SURE = ("title", "age")
"""Rules by which a name of one word is surely one."""
_PLAIN_RUN, _OPENING_RUN = Setting(), Setting(first=True)
_chunks = lru_cache(maxsize=8)(Chunks)


def recognise(
    tokens: Tokens,
    known: Knowledge,
    lexicon: Words,
    *,
    titled: Sequence[tuple[int, int]] = (),
    shouted: Sequence[tuple[int, int]] = (),
) -> list[Found]:
    """Return the names of a text, in order.

    Args:
        tokens: the article's text and its sentences.
        known: the tables.
        lexicon: the closed lists.
        titled: half-open ranges of lines in title case.
        shouted: half-open ranges of lines in capitals, which are not read.
    """
    recogniser = _Recogniser(tokens, known, lexicon, titled)
    read, idle, text = recogniser.read, recogniser.chunks.idle, tokens.text
    for start, end in (*shouted, (len(text), len(text))):
        for first, last in runs(text, recogniser.begin, start, idle):
            read(first, last)
        recogniser.begin = end
    recogniser.reconsider()
    recogniser.sent_by(_AGENCY.match(text))
    return recogniser.found


class _Recogniser:
    """Reads the runs of one text."""

    def __init__(
        self, tokens: Tokens, known: Knowledge, lexicon: Words, titled: Sequence[tuple[int, int]]
    ) -> None:
        self.found: list[Found] = []
        self.tokens = tokens
        self.text = tokens.text
        self.titled = titled
        self.known = known
        self.words = lexicon
        self.chunks: Chunks = _chunks(known, lexicon)
        self.begin = 0
        """Where what is read begins."""
        self.events: set[str] = set()
        """Names of operations and storms, which are not names of actors later either."""
        self.reached = 0
        """Where the last known name ends; it may reach beyond its run."""
        self.doubtful: list[tuple[int, int]] = []
        """Common words that open a sentence, where they stand."""

    def read(self, start: int, end: int) -> None:
        """Take the names in the run between two offsets, and in a particle right before it."""
        text = self.text
        before = previous_word(text, start)
        plain = before.isalpha()
        led = before in LEADS if plain else not before or before[-1].isalpha()
        if led or start < self.reached or text.startswith("-", start + 1):
            start, before = self._begin(start, end, before)
            plain = before.isalpha()
            if start == end:
                return
        opens = False if plain and self.tokens.doc is None else self._opens(start, plain=plain)
        if opens and text[start + 1 : start + 2].isupper():
            place = self._dateline(start)
            if place is not None:
                self.reached = place.end
                self.found.append(place)
                self.read(start, end)
                return
        setting = self.chunks.leads.get(before)
        if setting is not None:
            self._take(start, end, before, setting._replace(first=opens))
            return
        if opens and self._ordinary(start, end):
            self.doubtful.append((start, end))
            return
        setting = _OPENING_RUN if opens else _PLAIN_RUN
        own = text[start:end]
        if " " in own:
            opener, _, rest = own.partition(" ")
            if opener in self.chunks.opening and rest[0].isupper():
                alone = self.chunks.follows(opener, rest)
                if alone is not None:
                    before, start, setting = opener, end - len(rest), alone
        self._take(start, end, before, setting)

    def _begin(self, start: int, end: int, before: str) -> tuple[int, str]:
        """Return where a run begins that is still to be read, and the word before that.

        A particle before it is part of it; what the last known name has reached is not, nor the
        party of a lawmaker.
        """
        text, first = self.text, start
        start = lead(text, start, self.begin)
        if start < self.reached:
            start = self._after_reached(start, end)
        if text.startswith("-", start + 1) and _PARTY.match(text, start, end):
            start += 2
        return start, before if start == first else previous_word(text, start)

    def _ordinary(self, start: int, end: int) -> bool:
        """Tell whether a run is a single common word, with nothing behind it that says more."""
        text = self.text
        word = text[start:end]
        return (
            word.lower() in self.words.common
            and not word.isupper()
            and word not in self.known.names
            and not text.startswith(_TELLING, end)
        )

    def reconsider(self) -> None:
        """Take those common words at the opening of a sentence that are part of a name elsewhere.

        Most sentences begin with one that is none: to ask first spares reading it.
        """
        if not self.doubtful:
            return
        parts = f" {' '.join([one.plain for one in self.found])} "
        again = [one for one in self.doubtful if f" {self.text[slice(*one)]} " in parts]
        for start, end in again:
            self._take(start, end, previous_word(self.text, start), _OPENING_RUN)
        if again:
            self.found.sort()

    def sent_by(self, agency: re.Match[str] | None) -> None:
        """Take the name in the brackets of the article's dateline as a medium's."""
        if agency is None:
            return
        own = agency.span(1)
        for at, one in enumerate(self.found):
            if (one.start, one.end) == own and one.type is not MEDIA:
                known = self.known.rivals.get(one.plain, ())
                entity = next((rival for rival in known if rival.type is MEDIA), None)
                self.found[at] = one._replace(type=MEDIA, rule="dateline", entity=entity)

    def _take(self, start: int, end: int, before: str, setting: Setting) -> None:
        """Take the names in the run between two offsets, after the word *before*."""
        headline = bool(self.titled) and self._titled(start)
        if headline:
            setting = setting._replace(headline=True)
        for chunk in self.chunks.read(self.text, start, end, setting):
            part = chunk.part
            if part is _OTHER:
                first, last = start + chunk.start, start + chunk.end
                word = previous_word(self.text, first) if chunk.start else before
                other = self._single if chunk.size == 1 else self._several
                found = other(chunk, first, last, word, headline=headline)
            elif part is _KNOWN:
                found = self._known(chunk, start, before)
            elif part is _BODY:
                found = self._found(chunk, start)
            else:
                self.events.update(chunk.plain.split())
                continue
            if found is not None:
                self.found.append(found)

    def _after_reached(self, start: int, end: int) -> int:
        """Return where the words of a run begin that the last known name leaves."""
        while start < self.reached and start < end:
            rest = _WORD_END.match(self.text, start, end)
            start = rest.end() if rest is not None and rest.end() > start else end
        return start

    def _dateline(self, start: int) -> Found | None:
        """Return the place of several words, in capitals and in no table, that a dateline names."""
        match = _DATELINE.match(self.text, start)
        if match is None or match[1].isalpha():
            return None
        name = match[1]
        plain = normal(name)
        parts = plain.lower().split()
        if self.words.common.issuperset(parts):
            return None
        spelt = " ".join(part if part in PARTICLES else part.title() for part in parts)
        known = self.known.names.get(spelt)
        if known is not None and known.entity.type is not PLACE:
            return None
        entity = known.entity if known is not None else None
        end = start + len(name)
        return Found(start, end, name, plain, PLACE, NAME, "place", entity)

    def _known(self, chunk: Chunk, at: int, before: str) -> Found | None:
        """Return a known name, unless it is a common word here: "Nice", "Reading"."""
        meaning = chunk.known
        assert meaning is not None  # noqa: S101 - it is a known name
        entity, form, seat = meaning
        kind = entity.type
        start, end = at + chunk.start, at + chunk.end
        plain, weak = chunk.plain, False
        if chunk.common and not plain.isupper():
            weak = chunk.first and kind is not STATE
            if kind is PLACE:
                lead = previous_word(self.text, start) if chunk.start else before
                if lead not in self.words.locative:
                    return None
        own = start, end, chunk.name, plain, kind, form, "table", entity, seat, weak
        found = make(Found, own)
        if kind is STATE or kind is POPULATION:
            found = enlarged(found, self.text, self.known, self.words)
            end = found.end
        self.reached = end
        return found

    def _found(self, chunk: Chunk, at: int) -> Found:
        """Return a name that its own words tell."""
        assert chunk.verdict is not None  # noqa: S101 - they do
        kind, rule = chunk.verdict
        start, end = at + chunk.start, at + chunk.end
        own = start, end, chunk.name, chunk.plain, kind, NAME, rule, None, False, False
        return make(Found, own)

    def _titled(self, offset: int) -> bool:
        """Tell whether *offset* lies in a line in title case."""
        at = bisect_right(self.titled, (offset, len(self.text)))
        return at > 0 and offset < self.titled[at - 1][1]

    def _opens(self, offset: int, *, plain: bool) -> bool:
        """Tell whether a sentence, a quotation or a line begins at *offset*.

        What stands before says so nearly always, unless the sentences are those of the user's own
        pipeline: they may begin anywhere, *plain* words before them or not.
        """
        if self.tokens.doc is not None and self._begins_sentence(offset):
            return True
        if plain:
            return False
        last = self.text[max(0, offset - 3) : offset].rstrip(" ")[-1:]
        return last in _OPENING or (
            (last in _CLOSING or last.isspace()) and self._begins_sentence(offset)
        )

    def _begins_sentence(self, offset: int) -> bool:
        at = self.tokens.at(offset)
        return self.tokens.starts[at] == offset and self.tokens.sentence_range(at)[0] == at

    def _hyphenated(self, chunk: Chunk, start: int, end: int) -> Found | None:
        """Return the person whose name a syllable in small letters ends: "Kim Hyun-soo"."""
        syllable = _SYLLABLE.match(self.text, end)
        if syllable is None or chunk.plain.partition(" ")[0] not in self.words.hyphenated:
            return None
        end = syllable.end()
        name = self.text[start:end]
        return Found(start, end, name, normal(name), PERSON, NAME, "particle")

    def _nicknamed(self, start: int, end: int) -> Found | None:
        """Return the person with a nickname in quotation marks: 'Juan "El Chico" Ramos'."""
        rest = _NICKNAME.match(self.text, end)
        if rest is None or rest[1].lower() in self.words.common:
            return None
        self.reached = end = rest.end()
        name = f"{self.text[start : rest.start()]} {rest[1]}"
        return Found(start, end, name, normal(name), PERSON, NAME, "nickname")

    def _several(
        self, chunk: Chunk, start: int, end: int, before: str, *, headline: bool
    ) -> Found | None:
        """Return the name of no table that several words are, None if they are none."""
        whole = None
        if self.text.startswith("-", end):
            whole = self._hyphenated(chunk, start, end)
        elif self.text.startswith(_QUOTING, end):
            whole = self._nicknamed(start, end)
        if whole is not None:
            return whole
        verdict = chunk.verdict
        if verdict is None:
            verdict = by_its_surroundings(self.text, start, before, chunk, self.words)
            if headline or (chunk.common and verdict[1] != "age"):
                return None
        kind, rule = verdict
        if chunk.thing and kind is not PERSON:
            return None
        own = start, end, chunk.name, chunk.plain, kind, NAME, rule, None, False, False
        return make(Found, own)

    def _single(
        self, chunk: Chunk, start: int, end: int, before: str, *, headline: bool
    ) -> Found | None:
        """Return the name of no table that one word is, None if it is none."""
        text, lexicon, plain = self.text, self.words, chunk.plain
        if plain in self.events or (plain in lexicon.compass and not chunk.verdict):
            return None  # "the South said"
        if text.startswith(_QUOTING, end):
            nicknamed = self._nicknamed(start, end)
            if nicknamed is not None:
                return nicknamed
        verdict = chunk.verdict or by_its_surroundings(text, start, before, chunk, lexicon)
        kind, rule = verdict
        if chunk.thing and kind is not PERSON:
            return None
        weak = headline
        if rule not in _SURE:
            shouted = plain.isupper()
            if chunk.first and shouted and _DATELINE.match(text, start):
                kind, rule = PLACE, "place"
            elif shouted and (
                headline or not chunk.acronym or (chunk.common and before not in ("the", "The"))
            ):
                return None
            if plain in lexicon.us_states and text[start - 2 : start] == ", ":
                kind, rule, weak = PLACE, "place", False
            else:
                weak = headline or self._doubtful(chunk, rule, shouted=shouted)
        return make(Found, (start, end, chunk.name, plain, kind, NAME, rule, None, False, weak))

    @staticmethod
    def _doubtful(chunk: Chunk, rule: str, *, shouted: bool) -> bool:
        """Tell whether the capital of a name of one word may come from its position."""
        if chunk.first:
            return chunk.common or rule == "shape" or (rule == "place" and not shouted)
        return chunk.common and rule not in ("given_name", "acronym")

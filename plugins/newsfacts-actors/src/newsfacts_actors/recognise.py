"""Names in runs of capitalised words: the known ones by table, the others by their form.

Each rule has a name, which its mentions bear: `table`; `force` ("Israeli army"); `organisation` (a
head such as "Committee"); for other names `title`, `given_name`, `particle`, `speaker`, `age`,
`place`, `acronym` and `shape`, as `classify` tells them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from newsfacts import ActorType, MentionForm
from newsfacts_actors import forms
from newsfacts_actors.classify import classify, led_by_role, previous_word
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Entity, Knowledge, Known, Words, normal, slug
from newsfacts_actors.runs import PARTICLES, Run, Word, runs

__all__ = ["recognise"]

_FORCE = re.compile(
    r" (?P<army>army|navy|air force|armed forces|coast guard|national guard|border guard)\b"
    r"|[ ](?P<police>police|gendarmerie)\b"
    r"|[ ](?P<military>military)(?=[.,;:!?)']|$| (?:said|says|told|has|have|had|was|were|is|are|and"
    r"|in|on|also|announced|confirmed|denied|claimed|carried|launched|spokes\w+|official\w*|chief"
    r"|commander\w*|sources?|statement|will|would|did)\b)"
    r"|[ ](?P<body>(?:(?:foreign|defen[cs]e|interior|health|finance|justice|energy|education|oil"
    r"|information) ministry|parliament|supreme court|central bank|embassy|consulate)\b)"
)
_FORCES = {
    "army": ActorType.MILITARY,
    "military": ActorType.MILITARY,
    "police": ActorType.POLICE,
    "body": ActorType.GOVERNMENT_BODY,
}
_OPENING = "\"“‘'(:—–-\n.!?…•*[|>`_"
_ACRONYM = re.compile(
    r"[^\W\d_]{2,8}\d?|[^\W\d_]\d{1,2}|(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d]+&[^\W\d]+"
)
_DATELINE = re.compile(r"[^\W\d_a-z]{4,20}(?:, [^\W\d_a-z][\w. ]{2,30})? ?(?:\([A-Z]|--|—|–|_)")
_LONGEST_ACRONYM = 4


def recognise(
    text: str,
    known: Knowledge,
    lexicon: Words,
    openings: set[int],
    titled: Sequence[tuple[int, int]],
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
        self.known = known
        self.words = lexicon
        self.events: set[str] = set()
        """Names of operations and storms, which are not names of actors later either."""
        self.taken = 0
        """Where the last name that reached beyond its run ends."""

    def read(self, run: Run) -> Iterator[Found]:
        """Yield the names in one run."""
        line, lexicon = run.words, self.words
        opens = self._opens(run.start)
        headline = any(start <= run.start < end for start, end in self.titled)
        title = led_by_role(self.text, run.start, lexicon)
        event = previous_word(self.text, run.start) in lexicon.events
        length = partial(self._known_length, line)
        index = 0
        while index < len(line):
            word = line[index]
            if word.start < self.taken:
                index += 1
                continue
            if word.text in self.known.bridged and (found := self._bridged(word.start)):
                yield found
                self.taken = found.end
                continue
            if word.text in lexicon.events:
                event = True
            first = opens and index == 0
            taken, found = self._table(line, index)
            if self._idle(word) and not found:
                index += 1
                title = False
                continue
            body = forms.organisation(line, index, lexicon, length)
            if body > taken and not (headline and first):
                yield self._body(line[index : index + body])
                index += body
                title = event = False
                continue
            if not taken and word.text in lexicon.compass and (part := self._part(line, index)):
                yield part
                index += 1 + self._table(line, index + 1)[0]
                continue
            if found is not None and not self._continues(found, line, index, taken):
                found = self._known(found, line, index, taken)
                if not event and not self._misread(found, line[index], taken, first=first):
                    weak = first and taken == 1 and self._common(word) and not word.text.isupper()
                    yield found._replace(weak=weak)
                index += taken
                title = event = False
                continue
            skipped, head = forms.title(line, index, lexicon)
            if skipped and not (title and index + skipped == len(line)):
                title = title or head
                index += skipped
                continue
            size = forms.unknown(line, index, lexicon, length)
            if headline:
                size = self._uncommon(line, index, size)
            chunk = line[index : index + size]
            event = event or (size == 1 and word.text in self.events)
            if event:
                self.events.update(part.text for part in chunk)
            elif chunk:
                yield from self._unknown(chunk, first=first, headline=headline, title=title)
            index += max(1, size)
            title = False
            event = event and not size

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

    def _opens(self, offset: int) -> bool:
        """Tell whether a sentence, a quotation or a line begins at *offset*."""
        if offset in self.openings:
            return True
        before = self.text[max(0, offset - 3) : offset].rstrip(" ")
        return not before or before[-1] in _OPENING

    def _common(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _uncommon(self, line: Sequence[Word], index: int, size: int) -> int:
        """Cut a name in a headline at its first common word."""
        return next((n for n in range(size) if self._common(line[index + n])), size)

    def _known_length(self, line: Sequence[Word], index: int) -> int:
        return self._table(line, index)[0]

    def _table(self, line: Sequence[Word], index: int) -> tuple[int, Found | None]:
        """Return the longest known name that begins at *index*: its words, and the name."""
        start, names = line[index].start, self.known.names
        for stop in range(min(len(line), index + self.known.longest), index, -1):
            last = line[stop - 1]
            if last.small:
                continue
            key = self.plain[start : last.end]
            known = names.get(key)
            if known is None and key.isupper() and len(key) > _LONGEST_ACRONYM:
                known = names.get(key.title())
            if known is None and key.startswith(("Al ", "El ")):
                known = names.get(key[0].lower() + key[1:])
            if known is not None and not self.text.startswith("$", last.end):
                return stop - index, self._meaning(known, key, start, last.end)
        return 0, None

    def _meaning(self, known: Known, key: str, start: int, end: int) -> Found:
        """Return the known name between two offsets."""
        entity = known.entity
        name = self.text[start:end]
        return Found(start, end, name, key, entity.type, known.form, "table", entity, known.seat)

    def _bridged(self, start: int) -> Found | None:
        """Return the known name with small words in it that begins at *start*."""
        first = self.plain[start : start + 40].split()[0]
        for key in self.known.bridged.get(first, ()):
            end = start + len(key)
            if self.plain.startswith(key, start) and not self.plain[end : end + 1].isalnum():
                return self._meaning(self.known.names[key], key, start, end)
        return None

    def _part(self, line: Sequence[Word], index: int) -> Found | None:
        """Return the place that a point of the compass is part of the name of."""
        if index + 1 >= len(line):
            return None
        found = self._table(line, index + 1)[1]
        if found is None or found.type is not ActorType.PLACE or found.entity is None:
            return None
        start = line[index].start
        name = self.text[start : found.end]
        place = Entity(slug(name), ActorType.PLACE, name, found.entity.country)
        return self._meaning(
            Known(place, MentionForm.NAME), self.plain[start : found.end], start, found.end
        )

    def _misread(self, found: Found, word: Word, taken: int, *, first: bool) -> bool:
        """Tell whether a known name of one word is a common word here: "Nice", "Reading"."""
        if taken > 1 or not self._common(word) or word.text.isupper():
            return False
        if found.type is ActorType.PLACE:
            return previous_word(self.text, word.start) not in self.words.locative
        return False

    def _continues(self, found: Found, line: Sequence[Word], index: int, taken: int) -> bool:
        """Tell whether a known name of one word begins a longer one of no table.

        A given name does ("Jordan Henderson"), and a place ("Trujillo Alto").
        """
        if taken != 1 or line[index].possessive or index + 1 >= len(line):
            return False
        if line[index].text not in self.words.given and (
            found.type is not ActorType.PLACE or found.entity is None
        ):
            return False
        after = line[index + 1]
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
            or self._table(line, index + 1)[0]
        )

    def _known(self, found: Found, line: Sequence[Word], index: int, taken: int) -> Found:
        """Return a known name, with the national force or body that follows a demonym."""
        entity = found.entity
        if entity is None or entity.type not in (ActorType.STATE, ActorType.POPULATION):
            return found
        if entity.type is ActorType.POPULATION and index + taken == len(line):
            found = self._region(found)
        if found.seat or index + taken != len(line) or line[index + taken - 1].possessive:
            return found
        force = _FORCE.match(self.plain, found.end)
        if force is None:
            return found
        end = force.end()
        name = self.plain[found.start : end]
        known = self.known.names.get(name)
        body = (
            known.entity
            if known
            else Entity(
                slug(name),
                _FORCES[force.lastgroup or "body"],
                self.text[found.start : end],
                entity.country,
            )
        )
        words = self.text[found.start : end]
        return Found(found.start, end, words, name, body.type, MentionForm.NAME, "force", body)

    def _region(self, found: Found) -> Found:
        """Return the place that bears the name of a people where "region" or the like follows."""
        following = self.plain[found.end : found.end + 20].split(" ", 2)
        if len(following) > 1 and following[1].strip(".,;") in self.words.place_after:
            for rival in self.known.rivals.get(found.plain, ()):
                if rival.type is ActorType.PLACE:
                    return found._replace(entity=rival, type=rival.type, form=MentionForm.NAME)
        return found

    def _body(self, chunk: Sequence[Word]) -> Found:
        """Return the organisation by form."""
        heads = self.words.organisation_heads
        start, end = chunk[0].start, chunk[-1].end
        before = [n for n, word in enumerate(chunk) if word.text in ("of", "for", "on", "against")]
        named = [word.text for word in chunk if word.text in heads]
        core = [word.text for word in chunk[: before[0] if before else None] if word.text in heads]
        kind = heads[(core or named)[-1]]
        return self._found(start, end, kind, "organisation")

    def _unknown(
        self, chunk: Sequence[Word], *, first: bool, headline: bool, title: bool
    ) -> Iterator[Found]:
        """Yield the name that *chunk* is, if it is one."""
        lexicon = self.words
        big = [word for word in chunk if not word.small]
        opener = self._common(chunk[0])
        if first and opener and not title and len(big) > 1 and chunk[0].text not in lexicon.given:
            chunk, big = chunk[1:], big[1:]
            first = False
        start, end = chunk[0].start, chunk[-1].end
        kind, rule = classify(self.text, chunk, lexicon, titled=title)
        if big[-1].text in lexicon.thing_heads and kind is not ActorType.PERSON:
            return
        if len(big) == 1:
            yield from self._one(chunk[0], kind, rule, first=first, headline=headline)
            return
        if all(self._common(word) or len(word.text.rstrip(".")) == 1 for word in big) and rule not in ("title", "given_name", "age"):
            return
        if headline and rule != "given_name":
            return
        yield self._found(start, end, kind, rule)

    def _one(
        self,
        word: Word,
        kind: ActorType,
        rule: str,
        *,
        first: bool,
        headline: bool,
    ) -> Iterator[Found]:
        """Yield a name of one word; weak where its capital may come from its position."""
        if len(word.text.rstrip(".")) == 1 or self._generic(word):
            return
        weak = headline
        if rule not in ("title", "age"):
            common = self._common(word)
            if first and _DATELINE.match(self.text, word.start):
                kind, rule = ActorType.PLACE, "place"
            elif word.text.isupper() and (
                common or headline or not _ACRONYM.fullmatch(word.text)
            ):
                return
            known_elsewhere_only = common and not first and rule != "given_name"
            weak = weak or known_elsewhere_only or (
                first and (common or rule == "shape" or (rule == "place" and not word.text.isupper()))
            )
            if self._state_abbreviation(word):
                kind, rule, weak = ActorType.PLACE, "place", False
        yield self._found(word.start, word.end, kind, rule, weak=weak)

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

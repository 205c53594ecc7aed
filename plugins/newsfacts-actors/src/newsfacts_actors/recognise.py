"""Names in runs of capitalised words: the known ones by table, the others by their form.

Each rule has a name, which its mentions bear: `table`, `force` ("Israeli army"), `organisation`
(a head such as "Committee"), `title`, `given_name`, `particle`, `speaker`, `age`, `place`,
`acronym`, `shape`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsfacts import ActorType, MentionForm

from newsfacts_actors.knowledge import (
    Entity,
    Knowledge,
    Words,
    knowledge,
    normal,
    slug,
    words,
)
from newsfacts_actors.runs import PARTICLES, Run, Word, runs

__all__ = ["Found", "recognise"]


class Found(NamedTuple):
    """Is a name in the text, and what the rules say it is."""

    start: int
    end: int
    name: str
    type: ActorType
    form: MentionForm
    rule: str
    entity: Entity | None = None
    seat: bool = False
    weak: bool = False
    """Whether it counts only if the article shows elsewhere that it is a name."""


_FORCE = re.compile(
    r" (?P<army>army|navy|air force|armed forces|coast guard|national guard|border guard)\b"
    r"|[ ](?P<police>police|gendarmerie)\b"
    r"|[ ](?P<military>military)(?=[.,;:!?)’']|$| (?:said|says|told|has|have|had|was|were|is|are|and|in|on|also"
    r"|announced|confirmed|denied|claimed|carried|launched|spokes\w+|official\w*|chief|commander\w*|sources?|statement|will|would|did)\b)"
    r"|[ ](?P<body>(?:[Pp]rime [Mm]inister's [Oo]ffice|(?:[a-z]+ )?ministry|parliament|supreme court|central bank|embassy|consulate)\b)"
)
_BEFORE = re.compile(r"([\w’'-]+)([^\w]*)\Z")
_AGE = re.compile(r", \d{1,3},|, \d{1,3}\.| \(\d{1,3}\)|, (?:a|an) \d{1,2}-year-old|, aged? \d")
_SPEAKS = re.compile(
    r",? (?:said|says|told|added|stressed|warned|noted|stated|explained|argued|insisted|wrote|tweeted|recalled|admitted)\b"
)
_DESCRIBED = re.compile(
    r", (?:who|whose|the (?:[\w'’-]+ ){0,5}?(?:" + "|".join(["head", "chief", "leader", "director", "president", "minister", "spokes\\w+", "commander", "secretary", "governor", "mayor", "envoy", "chair\\w*"]) + r")\b|(?:an? )(?:[\w'’-]+ ){0,4}?(?:leader|official|member|spokes\\w+|analyst|resident|expert|lawyer|activist|teacher|farmer|professor|commander|officer|diplomat|researcher|doctor|student|journalist)\b)"
)
_LONGEST_NAME = 8


def recognise(text: str, openings: set[int], titled: list[tuple[int, int]]) -> list[Found]:
    """Return the names of *text*, in order.

    Args:
        text: the article's text.
        openings: offsets at which a sentence begins.
        titled: half-open ranges of lines in title case.
    """
    recogniser = _Recogniser(text, openings, titled)
    return [found for run in runs(text) for found in recogniser.read(run)]


class _Recogniser:
    """Reads the runs of one text."""

    def __init__(self, text: str, openings: set[int], titled: list[tuple[int, int]]) -> None:
        self.text = text
        self.plain = normal(text)
        self.openings = openings
        self.titled = titled
        self.known: Knowledge = knowledge()
        self.words: Words = words()

    def read(self, run: Run) -> Iterator[Found]:
        """Yield the names in one run."""
        line = run.words
        opens = self._opens(run.start)
        titled = any(start <= run.start < end for start, end in self.titled)
        title = self._led_by_role(run.start)
        index = 0
        while index < len(line):
            word = line[index]
            if word.small and word.text not in PARTICLES:
                title = False
                index += 1
                continue
            first = index == 0 and opens
            taken = self._organisation(line, index, first=first)
            length, found = self._table(line, index)
            if taken > length:
                yield self._body(line, index, taken)
                index += taken
                title = False
                continue
            if found is not None and not (first and self._doubtful(line, index, length)):
                if not (length == 1 and self._continues_person(line, index)):
                    yield self._known(found, line, index, length)
                    index += length
                    title = False
                    continue
            if word.text.rstrip(".") in self.words.titles and not self._is_name(line, index):
                title = title or word.text.rstrip(".") in self.words.title_heads
                index += 1
                continue
            stop = self._stretch(line, index)
            if stop == index:
                index += 1
                continue
            chunk = line[index:stop]
            if first and not title and self._common(chunk[0]) and (
                len(chunk) == 1 or chunk[0].text not in self.words.given
            ):
                index += 1
                continue
            yield from self._unknown(chunk, first=first, titled=titled, title=title)
            index = stop
            title = False

    def _opens(self, offset: int) -> bool:
        """Tell whether a sentence, a quotation or a line begins at *offset*."""
        before = self.text[max(0, offset - 3) : offset].rstrip(" ")
        return offset in self.openings or not before or before[-1] in "\"“‘'(:—–-\n.!?…•*[|>"

    def _common(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _table(self, line: list[Word], index: int) -> tuple[int, Found | None]:
        """Return the longest known name that begins at *index*: its length, and the name."""
        start = line[index].start
        for stop in range(min(len(line), index + self.known.longest + 2), index, -1):
            last = line[stop - 1]
            if last.small:
                continue
            known = self.known.names.get(self.plain[start : last.end])
            if known is None and line[index].text[:2] in ("Al", "El") and stop > index + 1:
                known = self.known.names.get("al" + self.plain[start + 2 : last.end])
            if known is not None:
                entity = known.entity
                return stop - index, Found(
                    start, last.end, entity.name, entity.type, known.form, "table", entity, known.seat
                )
        return 0, None

    def _doubtful(self, line: list[Word], index: int, length: int) -> bool:
        """Tell whether the known name is a common word that merely begins a sentence."""
        return length == 1 and self._common(line[index]) and not line[index].text.isupper()

    def _continues_person(self, line: list[Word], index: int) -> bool:
        """Tell "Jordan Henderson" from Jordan: a given name before an unknown one."""
        if line[index].possessive or index + 1 >= len(line):
            return False
        after = line[index + 1]
        return (
            line[index].text in self.words.given
            and not after.small
            and not self._common(after)
            and after.text not in self.words.titles
            and after.text not in self.words.stop
            and self._table(line, index + 1)[0] == 0
            and after.text not in self.words.organisation_heads
            and after.text not in self.words.place_heads
        )

    def _is_name(self, line: list[Word], index: int) -> bool:
        """Tell whether a word that can be a title is a given name here ("Sultan Ahmed" is not)."""
        return False

    def _known(self, found: Found, line: list[Word], index: int, length: int) -> Found:
        """Return a known name, with the national force that follows a demonym."""
        if found.form is not MentionForm.DEMONYM and found.type is not ActorType.STATE:
            return found
        if index + length != len(line) or line[index + length - 1].possessive:
            return found
        force = _FORCE.match(self.plain, found.end)
        if force is None or found.entity is None:
            return found
        kind = {
            "army": ActorType.MILITARY,
            "military": ActorType.MILITARY,
            "police": ActorType.POLICE,
            "body": ActorType.GOVERNMENT_BODY,
        }[force.lastgroup or "body"]
        end = force.end()
        name = self.plain[found.start : end]
        entity = self.known.names.get(name)
        body = (
            entity.entity
            if entity
            else Entity(slug(name), kind, self.text[found.start : end], found.entity.country)
        )
        return Found(found.start, end, body.name, body.type, MentionForm.NAME, "force", body)

    def _organisation(self, line: list[Word], index: int, *, first: bool) -> int:
        """Return the length of the organisation by form that begins at *index*, or 0.

        Its head ("Committee") has a capitalised word before it or "of" or "for" and one after.
        """
        heads = self.words.organisation_heads
        stop = index
        head = -1
        while stop < len(line):
            word = line[stop]
            if word.small:
                linked = word.text in ("of", "for", "and", "the", "on", "against", "&") or word.text in PARTICLES
                if not linked or stop + 1 >= len(line) or (head < 0 and word.text == "for"):
                    break
                if word.text == "and" and head >= 0 and not self._joined(line, stop):
                    break
                stop += 1
                continue
            text = word.text
            if head < 0 and (text.rstrip(".") in self.words.title_heads and stop >= index and text not in heads):
                break
            if head >= 0 and line[stop - 1].small is False and text not in heads:
                break
            if text in heads or text.rstrip(".") in heads:
                head = stop
            stop += 1
            if word.possessive and not self._common(word) and self._common_plural(word) is False:
                break
        if head < 0:
            return 0
        last = stop
        while last > head + 1 and line[last - 1].small:
            last -= 1
        length = last - index
        if length < 2 or (first and length == 2 and self._common(line[index]) and last - 1 == head and self._common(line[head]) and False):
            return 0
        return length

    def _common_plural(self, word: Word) -> bool:
        return word.text.lower() in self.words.common

    def _joined(self, line: list[Word], at: int) -> bool:
        """Tell whether the "and" at *at* joins parts of one name ("Relief and Works Agency")."""
        return any(word.text in self.words.organisation_heads for word in line[at + 1 : at + 3])

    def _body(self, line: list[Word], index: int, length: int) -> Found:
        """Return the organisation by form."""
        chunk = line[index : index + length]
        start, end = chunk[0].start, chunk[-1].end
        heads = self.words.organisation_heads
        kind = next((heads[w.text] for w in reversed(chunk) if w.text in heads), ActorType.ORGANISATION)
        name = self.text[start:end]
        return Found(start, end, name, kind, MentionForm.NAME, "organisation")

    def _stretch(self, line: list[Word], index: int) -> int:
        """Return where the unknown name that begins at *index* ends."""
        stop = index
        while stop < len(line):
            word = line[stop]
            if word.small:
                ahead = stop + 1 < len(line) and not line[stop + 1].small
                if word.text not in PARTICLES or not ahead:
                    break
            elif word.text in self.words.stop or (
                stop > index and word.text.rstrip(".") in self.words.title_heads
            ):
                break
            elif stop > index and self._table(line, stop)[0] and not (
                line[stop - 1].text in self.words.given and stop - index == 1
            ):
                break
            stop += 1
            if word.possessive:
                break
        while stop > index and line[stop - 1].small:
            stop -= 1
        return stop

    def _led_by_role(self, offset: int) -> bool:
        """Tell whether a role in small letters stands right before *offset*: "leader Ruto"."""
        before = _BEFORE.search(self.text, max(0, offset - 40), offset)
        return before is not None and before[2] in (" ", "\u00a0") and before[1] in self.words.roles

    def _unknown(
        self, chunk: list[Word], *, first: bool, titled: bool, title: bool
    ) -> Iterator[Found]:
        """Yield the name that *chunk* is, if it is one."""
        lexicon = self.words
        start, end = chunk[0].start, chunk[-1].end
        name = self.text[start:end]
        big = [word for word in chunk if not word.small]
        unknown = [word for word in big if not self._common(word)]
        kind, rule = self._kind(chunk, big, title=title)
        if big[0].text in ("Operation", "Hurricane", "Typhoon") or (
            big[-1].text in lexicon.thing_heads and kind is not ActorType.PERSON
        ):
            return
        if not unknown and rule not in ("title", "given_name", "age"):
            return
        if len(name) == 1 or (titled and rule not in ("given_name",)):
            return
        weak = first and len(big) == 1 and rule in ("shape", "speaker")
        yield Found(start, end, name, kind, MentionForm.NAME, rule, weak=weak)

    def _kind(
        self, chunk: list[Word], big: list[Word], *, title: bool
    ) -> tuple[ActorType, str]:
        """Say what an unknown name is, and by which rule."""
        lexicon = self.words
        start, end = chunk[0].start, chunk[-1].end
        if title and len(big) <= 5:
            return ActorType.PERSON, "title"
        if big[-1].text in lexicon.place_heads or big[0].text in ("Mount", "Lake", "Fort", "Port"):
            return ActorType.PLACE, "place"
        if len(big) > 1 and big[0].text in lexicon.given:
            return ActorType.PERSON, "given_name"
        before = _BEFORE.search(self.plain, max(0, start - 40), start)
        previous = before[1] if before and before[2] == " " else ""
        after = re.match(r" (\w+)", self.text[end : end + 30])
        following = after[1] if after else ""
        if following in lexicon.place_after:
            return ActorType.PLACE, "place"
        if _AGE.match(self.text, end):
            return ActorType.PERSON, "age"
        if len(big) > 1 and any(w.small and w.text in PARTICLES for w in chunk):
            return ActorType.PERSON, "particle"
        if previous in lexicon.locative or (
            previous == "of" and before is not None and self._city_of(before.start())
        ):
            return ActorType.PLACE, "place"
        if len(big) == 1 and big[0].text.isupper() and len(big[0].text) > 1:
            return ActorType.ORGANISATION, "acronym"
        if len(big) == 1 and big[0].text in lexicon.given:
            return ActorType.PERSON, "given_name"
        if _SPEAKS.match(self.text, end) or _DESCRIBED.match(self.text, end):
            return ActorType.PERSON, "speaker"
        if 2 <= len(big) <= 4 and not any(self._common(word) for word in big):  # noqa: PLR2004
            return ActorType.PERSON, "shape"
        return ActorType.OTHER, "shape"

    def _city_of(self, offset: int) -> bool:
        """Tell whether "city" or the like stands before the "of" at *offset*."""
        before = _BEFORE.search(self.text, max(0, offset - 30), offset)
        return before is not None and before[1] in self.words.city_words

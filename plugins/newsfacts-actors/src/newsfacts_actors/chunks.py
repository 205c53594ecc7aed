"""What a run of capitalised words falls into, by its own words alone: known names, bodies, others.

Most runs recur, within an article and from one to the next ("President Obama", "U.S."), so what a
run says by itself is read once and remembered. What its surroundings add is for `recognise`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from newsfacts_actors import forms
from newsfacts_actors.classify import GIVEN, MOST_TITLED, TITLED
from newsfacts_actors.found import Chunk, Part, Setting, Verdict
from newsfacts_actors.kinds import PLACE
from newsfacts_actors.knowledge import Knowledge, Words, normal
from newsfacts_actors.lookup import LONGEST_ACRONYM
from newsfacts_actors.parting import LONGEST_PLAIN, Run

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
_PLAIN, _TITLED, _HEADLINE = Setting(), Setting(title=True), Setting(headline=True)
_KNOWN, _BODY, _OTHER, _EVENT = Part
_PLACED: Verdict = PLACE, "place"
_POSSESSIVE = re.compile(r"'s?(?= |\Z)")
_LINKS = ("of", "and", "in", "on", "for", "against")
_LINK = re.compile(rf" ({'|'.join(_LINKS)}) (?:(the) )?")


_Memory = defaultdict[Setting, dict[str, Chunk | tuple[Chunk, ...]]]
"""Is what was read, by setting, run and what matters after it.

A single chunk, as most are, stands for itself: what lives long costs the collector time, and a
tuple around it as much again.
"""


def _memory() -> _Memory:
    return defaultdict(dict)


class Chunks:
    """Reads runs into chunks, and remembers them."""

    def __init__(self, known: Knowledge, lexicon: Words) -> None:
        """Take the tables and the closed lists."""
        self._known = known
        self._lexicon = lexicon
        self._read = _memory()
        self._before = _memory()
        self._size = 0
        """The number of runs in the first of these."""
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
        self._names = known.names.keys()
        self._pairs = _pairs(known)
        self._linked = _linked(known)
        several = lexicon.events.union(lexicon.creeds, known.bridged, lexicon.compass, ("Al", "El"))
        self.openers = self.idle - several
        """Those of them that say nothing about the words after them."""
        heralds = lexicon.title_heads.difference(several, self._generic, forms.ALSO_IN_BODIES)
        abbreviated = {f"{word}." for word in heralds}
        self.heralds = heralds.union(abbreviated).difference(known.names, self.idle)
        """Titles after which a person's name must follow, if no title or portfolio does."""
        self._heads = lexicon.organisation_heads.keys()
        self._reaching = several.union(self._heads)
        """Words after which a name may go on beyond a small word."""
        self.opening = self.openers | self.heralds
        """Words that `follows` may leave out."""
        self.leads = {
            word: Setting(title=word in lexicon.roles, event=word in lexicon.events)
            for word in lexicon.roles | lexicon.events
        }
        """From the words before a run that say what it is to how it is read after them."""
        self._ending = several.union(lexicon.grammar, lexicon.stop, self._titles)
        """Words that are part of more than a name of no table or body, or end it."""

    def read(self, text: str, start: int, end: int, setting: Setting) -> tuple[Chunk, ...]:
        """Return the chunks of the run between two offsets of *text*."""
        own = text[start:end]
        after = text[end : end + 1]
        chunks = self._read[setting].get(own + after if after in _MATTERS else own)
        if chunks is None:
            if end - start > _LONGEST:
                return self._make(text[start : end + _BRIDGE], end - start, setting)
            chunks = self._learn(own, after if after in _MATTERS else "", setting)
        elif isinstance(chunks, Chunk):
            chunks = (chunks,)
        if own in self._risky and self._bridges(text, start, end):
            return self._make(text[start : end + _BRIDGE], end - start, setting)
        return chunks

    def _learn(self, own: str, after: str, setting: Setting) -> tuple[Chunk, ...]:
        """Return the chunks of a run that was not met of late, and remember them."""
        if self._size >= _MEMORY:
            self._before, self._read, self._size = self._read, _memory(), 0
            self._risky.clear()
        key = own + after
        read = self._before[setting].get(key)
        if read is None:
            chunks = self._make(key, len(own), setting)
            read = chunks[0] if len(chunks) == 1 else chunks
        self._read[setting][key] = read
        self._size += 1
        if not self._bridged.isdisjoint((own,) if own.isalpha() else _words(own)):
            self._risky.add(own)
        return (read,) if isinstance(read, Chunk) else read

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
        parted = self._parted(word, own[length:], setting)
        if parted is not None:
            return parted
        return tuple(Run(own, length, setting, self._known, self._lexicon).chunks())

    def _parted(self, run: str, after: str, setting: Setting) -> tuple[Chunk, ...] | None:
        """Read a run as two that a small word links, if nothing goes on beyond it.

        So "Velmar and Quist of the Zorblatts" is three names, which may be known each; but not the
        "Bank of Velmar", "Minister of Peace", "Trinidad and Tobago". None where the long way must
        tell.
        """
        link = _LINK.search(run)
        if link is None or setting.event or len(after) > 1:
            return None
        left, rest = run[: link.start()], run[link.end() :]
        words = _bare(left)
        if not self._reaching.isdisjoint(words) or (words[-1], link[1]) in self._linked:
            return None
        if words[-1].rstrip(".") in self._titles:
            return None
        following = _bare(rest)
        if (link[2], following[0]) in self._pairs:  # "the States"
            return None
        if link[1] == "and" and not self._heads.isdisjoint(following):
            return None
        ahead = self._piece(left, "", setting)
        behind = self._piece(rest, after, _HEADLINE if setting.headline else _PLAIN)
        return (*ahead, *[chunk.moved(link.end()) for chunk in behind])

    def _piece(self, own: str, after: str, setting: Setting) -> tuple[Chunk, ...]:
        read = self._read[setting].get(own + after)
        if read is None:
            return self._learn(own, after, setting)
        return (read,) if isinstance(read, Chunk) else read

    def _whole(self, run: str, setting: Setting) -> Chunk | None:
        """Read a run that is one name, as most of several words are, the short way.

        It is one of the tables, a body whose head comes last, or of words that neither end a name
        nor begin another. None where the long way must tell.
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
            return Chunk(_KNOWN, 0, end, run, plain, len(line), setting.first, usual, known)
        if setting.headline or not self._ending.isdisjoint(line):
            return None
        for word in line:
            if not word.isalpha() or word[0].islower() or word.isupper():
                return None
        if not self._heads.isdisjoint(line):
            head = self._lexicon.organisation_heads.get(line[-1]) if len(line) > 1 else None
            if head is None:
                return None
            verdict = head, "organisation"
            return Chunk(_BODY, 0, len(run), run, plain, len(line), verdict=verdict)
        if not self._names.isdisjoint(line) or not self._pairs.isdisjoint(pairwise(line)):
            return None
        return self._unmarked(run, plain, line, setting)

    def _unmarked(self, run: str, plain: str, line: list[str], setting: Setting) -> Chunk | None:
        """Return the name of several words of no table, none of which ends it or begins another.

        None where the long way must tell.
        """
        lexicon = self._lexicon
        common, given = lexicon.common, lexicon.given
        usual = [word.lower() in common for word in line]
        first, start = setting.first, 0
        if first and not setting.title and usual[0] and line[0] not in given:
            start = len(line[0]) + 1
            run, plain, first = run[start:], plain[start:], False
            del line[0], usual[0]
        last, several, every = line[-1], len(line) > 1, all(usual)
        verdict = None
        if several and last in lexicon.firm_place_heads:
            verdict = _PLACED
        elif setting.title and len(line) <= MOST_TITLED:
            verdict = TITLED
        elif several and line[0] in given:
            verdict = GIVEN
        elif several and (last in lexicon.place_heads or line[0] in lexicon.place_before):
            verdict = _PLACED
        if (several and every and verdict is _PLACED) or (not several and last in self._generic):
            return None
        return Chunk(
            _OTHER,
            start,
            start + len(run),
            run,
            plain,
            len(line),
            first,
            every,
            None,
            verdict,
            not any(usual),
            last in lexicon.thing_heads,
            acronym=len(line) == 1 and 1 < len(line[0]) <= LONGEST_PLAIN,
        )

    def _alone(self, word: str, setting: Setting) -> Chunk | None:
        """Read a run of one word, as most are, the short way to what `parting` would say."""
        names, lexicon = self._known.names, self._lexicon
        known = names.get(word)
        if known is None and word.isupper() and len(word) > LONGEST_ACRONYM:
            known = names.get(word.title())
        common = word.lower() in lexicon.common
        end = len(word)
        if known is not None:
            chunk = Chunk(_KNOWN, 0, end, word, word, 1, setting.first, common, known)
            return None if setting.event else chunk
        if (word in self._titles and not setting.title) or (setting.headline and common):
            return None
        if word in self.idle:
            return None
        if setting.event:
            return Chunk(_EVENT, 0, end, word, word, 1)
        if end == 1 or word in self._generic:
            return None
        return Chunk(
            _OTHER,
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
            acronym=end <= LONGEST_PLAIN,
        )

    def _bridges(self, text: str, start: int, end: int) -> bool:
        """Tell whether a known name with small words in it begins in a run."""
        words = _words(text[start:end])
        if self._bridged.isdisjoint(words):
            return False
        plain = normal(text[start : end + _BRIDGE])
        return any(name in plain for word in words for name in self._known.bridged.get(word, ()))


@lru_cache(maxsize=8)
def _pairs(known: Knowledge) -> frozenset[tuple[str, str]]:
    """Return the first two words of names, the second as it stands and without a possessive."""
    several = [name.split(" ", 2) for name in known.names if " " in name]
    first = frozenset((one, two) for one, two, *_ in several)
    return first | frozenset((one, two.removesuffix("'s")) for one, two in first)


@lru_cache(maxsize=8)
def _linked(known: Knowledge) -> frozenset[tuple[str, str]]:
    """Return the words within names that a small word follows, with that."""
    pairs = (pair for name in known.names if " " in name for pair in pairwise(name.split(" ")))
    return frozenset(pair for pair in pairs if pair[1] in _LINKS)


def _bare(own: str) -> list[str]:
    """Return the words of a run in normal form, without possessives."""
    plain = normal(own)
    return (_POSSESSIVE.sub("", plain) if "'" in plain else plain).split(" ")


def _words(own: str) -> list[str]:
    return own.replace("-", " ").split()

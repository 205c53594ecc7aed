"""Known names in the runs of one text: the longest that begins at a word, with what it draws in.

Beyond the plain names of the tables: names that small words interrupt ("Save the Children"), points
of the compass before a place ("Northern Aleppo"), a state's forces and bodies ("Israeli army").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsfacts import ActorType, MentionForm
from newsfacts_actors.classify import previous_word
from newsfacts_actors.found import Found
from newsfacts_actors.knowledge import Entity, Knowledge, Known, Words, lists, slug
from newsfacts_actors.runs import Word

__all__ = ["Lookup"]

_FORCES = {
    "army": ActorType.MILITARY,
    "military": ActorType.MILITARY,
    "police": ActorType.POLICE,
    "body": ActorType.GOVERNMENT_BODY,
}
_ARTICLES = frozenset(("al ", "el "))
_LONGEST_ACRONYM = 3
"""Letters; a longer word in capitals may be an ordinary name in a dateline."""


@cache
def _force() -> re.Pattern[str]:
    """Return what makes one name with a nationality before it: "army", "foreign ministry"."""
    deeds = "|".join(lists()["forces"]["deeds"].split())
    return re.compile(
        r" (?:(?P<army>army|navy|air force|armed forces|coast guard|national guard|border guard)"
        r"|(?P<police>police|gendarmerie)"
        rf"|(?P<military>military)(?![ -](?:{deeds})\b)"
        r"|(?P<body>(?:foreign|defen[cs]e|interior|health|finance|justice|energy|education|oil"
        r"|information) ministry|parliament|supreme court|central bank|embassy|consulate))\b"
    )


class Lookup:
    """Finds the names of the tables in one text."""

    def __init__(self, text: str, plain: str, known: Knowledge, lexicon: Words) -> None:
        """Take the text as given and in normal form."""
        self._text = text
        self._plain = plain
        self._known = known
        self._words = lexicon

    def length(self, line: Sequence[Word], index: int) -> int:
        """Return the words of the longest known name that begins at *index*, 0 without one."""
        return self.longest(line, index)[0]

    def longest(self, line: Sequence[Word], index: int) -> tuple[int, Found | None]:
        """Return the longest known name that begins at *index*: its words in *line*, and itself."""
        word = line[index]
        if word.text in self._known.bridged:
            found = self._bridged(word)
            if found is not None:
                return sum(word.start <= other.start < found.end for other in line), found
        reach = self._reach(word.text)
        for stop in range(min(len(line), index + reach), index, -1):
            last = line[stop - 1]
            if last.small or self._text.startswith("$", last.end):
                continue
            known = self._meaning(self._plain[word.start : last.end])
            if known is not None:
                return stop - index, self._found(known, word.start, last.end)
        if word.text in self._words.compass and index + 1 < len(line):
            return self._part(line, index)
        return 0, None

    def alone(self, word: Word) -> Found | None:
        """Return the known name that *word*, a run of its own, is; the short way of `longest`."""
        known = self._known.names.get(word.text)
        if known is None or word.text in self._known.bridged:
            return None
        return self._found(known, word.start, word.end)

    def _reach(self, first: str) -> int:
        """Return how many words a known name that begins with *first* can have."""
        reach = self._known.reach
        words = reach.get(first, 0)
        if len(first) > _LONGEST_ACRONYM and first.isupper():
            words = max(words, reach.get(first.title(), 0))
        elif first.lower() + " " in _ARTICLES:
            words = max(words, reach.get(first.swapcase()[0] + first[1:], 0))
        return words

    def _meaning(self, key: str) -> Known | None:
        """Return what a name means, in a dateline's capitals too, its article small or not."""
        names = self._known.names
        known = names.get(key)
        if known is None and key.isupper() and len(key) > _LONGEST_ACRONYM:
            known = names.get(key.title())
        if known is None and key[:3].lower() in _ARTICLES:
            known = names.get(key[0].swapcase() + key[1:])
        return known

    def _found(self, known: Known, start: int, end: int) -> Found:
        """Return the known name between two offsets."""
        entity, text = known.entity, self._text[start:end]
        key = self._plain[start:end]
        return Found(start, end, text, key, entity.type, known.form, "table", entity, known.seat)

    def _bridged(self, word: Word) -> Found | None:
        """Return the known name with small words in it that begins at *word*."""
        for key in self._known.bridged[word.text]:
            end = word.start + len(key)
            if self._plain.startswith(key, word.start) and not self._plain[end : end + 1].isalnum():
                return self._found(self._known.names[key], word.start, end)
        return None

    def _part(self, line: Sequence[Word], index: int) -> tuple[int, Found | None]:
        """Return the place that the point of the compass at *index* is part of the name of."""
        taken, found = self.longest(line, index + 1)
        if found is None or found.entity is None or found.entity.type is not ActorType.PLACE:
            return 0, None
        start, end = line[index].start, found.end
        name = self._text[start:end]
        place = Entity(slug(name), ActorType.PLACE, name, found.entity.country)
        return taken + 1, self._found(Known(place, MentionForm.NAME), start, end)

    def misread(self, found: Found) -> bool:
        """Tell whether a known place is a common word here: "Nice", "Reading"."""
        return (
            found.type is ActorType.PLACE
            and found.plain.lower() in self._words.common
            and not found.plain.isupper()
            and previous_word(self._text, found.start) not in self._words.locative
        )

    def enlarged(self, found: Found) -> Found:
        """Return a known name with the force or body, or as the region, that what follows makes it.

        "Israeli" before "army" is one name with it; "Amhara" before "region" is the region.
        """
        entity = found.entity
        if entity is None or entity.type not in (ActorType.STATE, ActorType.POPULATION):
            return found
        if entity.type is ActorType.POPULATION:
            found = self._region(found)
        force = None if found.seat else _force().match(self._plain, found.end)
        if force is None:
            return found
        end = force.end()
        name = self._text[found.start : end]
        kind = _FORCES[force.lastgroup or "body"]
        known = self._known.names.get(self._plain[found.start : end])
        body = known.entity if known else Entity(slug(name), kind, name, entity.country)
        return self._found(Known(body, MentionForm.NAME), found.start, end)._replace(rule="force")

    def _region(self, found: Found) -> Found:
        """Return the place that bears the name of a people where "region" or the like follows."""
        following = self._plain[found.end : found.end + 20].split(" ", 2)
        if len(following) > 1 and following[1].strip(".,;") in self._words.place_after:
            for rival in self._known.rivals.get(found.plain, ()):
                if rival.type is ActorType.PLACE:
                    return found._replace(entity=rival, type=rival.type, form=MentionForm.NAME)
        return found

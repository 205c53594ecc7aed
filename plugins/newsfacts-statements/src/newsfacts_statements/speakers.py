"""Who a source is: the actor or name behind its words, through pronouns, titles, "the statement".

Where the actors plugin is there, a mention that ends with the source names the speaker by id;
without it, names are matched by their last word. A source that names nobody keeps its own words.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsfacts import ActorClaim, ActorId, MentionForm
from newsfacts.lazy import lazy
from newsfacts.syntax import Syntax
from newsfacts_statements.lexicon import words
from newsfacts_statements.names import PARTICLES, full_name, titles
from newsfacts_statements.reading import Range

__all__ = ["Speaker", "Speakers", "genders"]

_PERSONAL = frozenset("he she".split())
_THINGS = frozenset("it they".split())
_RELATIVE = frozenset("who which that".split())
_PRONOUNS = _PERSONAL | _THINGS | _RELATIVE
_NO_SOURCE = frozenset((MentionForm.DEMONYM, MentionForm.PRONOUN))
"""Mentions that name no speaker where a source ends with them."""
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_PAPERS = frozenset(
    "statement statements letter release communique communiqué post tweet message memo".split()
)
_POINTING = frozenset("the its his her their this that".split())
_BODIES = frozenset(
    """
    ministry council agency court committee commission union group movement party army forces office
    department company house university authority organisation organization mission media radio
    television news press bank institute association federation nations""".split()
)
_ANYBODY = frozenset("official officials source sources member members man woman person".split())
"""What too many are for one of them to be meant."""
_QUALIFIERS = frozenset("former ex late deputy vice acting assistant junior shadow".split())
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_OFFICE_LINKS = frozenset(("of", "for"))
_BEFORE_OBJECTS = frozenset(("ADP", "VERB"))
_PERSONS = 6
"""Speakers among whom "he" and "she" are looked for."""
_LOOK_BACK = 100
"""Tokens in which the name behind a pronoun is looked for; no sentence of prose is as long."""


class Speaker(NamedTuple):
    """Is who speaks: the actor where known, and the name or the source's words."""

    actor: ActorId | None
    name: str
    person: bool


@cache
def genders() -> dict[str, str]:
    """Load the titles and given names that tell which pronoun can stand for somebody, once."""
    lines = files(__package__).joinpath("data", "genders.txt").read_text("utf-8").splitlines()
    pairs = (line.split(": ") for line in lines if not line.startswith("#"))
    return {word: pronoun for pronoun, listed in pairs for word in listed.split()}


class Speakers:
    """Resolves sources in the order of the text; each resolved one helps the next."""

    def __init__(self, syntax: Syntax, actors: tuple[ActorClaim, ...]) -> None:
        self._syntax = syntax
        self._view = syntax.tokens
        self._actors = actors
        self._saying: list[tuple[tuple[Range, ...], Speaker]] = []
        self._last: Speaker | None = None
        self._persons: list[Speaker] = []
        self._last_body: Speaker | None = None
        self._titled: dict[str, str] = {}
        self._names: dict[str, str | None] = {}
        self._unnamed: dict[str, tuple[frozenset[str], Speaker]] = {}

    def resolve(self, source: Range, content: tuple[Range, ...]) -> Speaker:
        """Return who is behind the words of *source*, who says *content*; ranges of tokens."""
        found = self._resolve(source)
        self._saying.append((content, found))
        self._last = found
        if found.person:
            if source[1] - source[0] > 1 and found.name not in self._titled:
                self._learn(found, source)
            persons = self._persons
            if not persons or persons[-1] != found:
                others = [one for one in persons if one != found]
                self._persons = [*others, found][-_PERSONS:]
        else:
            self._last_body = found
        return found

    @lazy
    def _ends(self) -> dict[int, tuple[int, ActorClaim]]:
        """Where each mention that can speak begins, and whose it is, by the offset of its end."""
        return {
            mention.end: (mention.start, actor)
            for actor in self._actors
            for mention in actor.mentions
            if mention.form not in _NO_SOURCE
        }

    @lazy
    def _offices(self) -> list[tuple[int, Speaker, frozenset[str]]]:
        """The persons with a role: where each is first named, who it is, and the role's words."""
        return [
            (
                actor.span.start,
                Speaker(actor.actor, actor.name, person=True),
                frozenset(_WORD.findall(actor.role.lower())),
            )
            for actor in self._actors
            if actor.role and actor.type == "person"
        ]

    def _learn(self, speaker: Speaker, source: Range) -> None:
        """Remember what a title before the name says: "Mrs. Ruiz", "spokesman Juan Ruiz"."""
        known = genders()
        for word in self._view.lower[source[0] : source[1] - 1]:
            if word in known:
                self._titled[speaker.name] = known[word]
                return

    def _resolve(self, source: Range) -> Speaker:
        actor = self._actor(source)
        if actor is not None:
            return actor
        lower, (start, end) = self._view.lower, source
        if end - start == 1:
            word = _OWNERS.get(lower[start], lower[start])
            if word in _PRONOUNS:
                return self._pronoun(source, word)
        if lower[end - 1] in _PAPERS:
            owner = self._owner(source)
            if owner is not None:
                return owner
            if lower[start] in _POINTING and self._last is not None:
                return self._last
        apposed = self._apposed(end)
        if apposed is not None:
            actor = self._actor(apposed)
            if actor is not None and actor.person:
                return actor
        name = self._proper(source) or apposed
        if name is not None:
            return self._named(source, name)
        return self._in_office(source) or self._again(source)

    def _actor(self, source: Range) -> Speaker | None:
        """Return the actor whose mention ends the source, or stands in apposition to it."""
        view, (start, end) = self._view, source
        found = self._ends.get(view.starts[end - 1] + len(view.words[end - 1]))
        if found is None:
            return None
        begin, actor = found
        first = view.starts[start]
        person = actor.type == "person"
        if begin > first:
            at = view.at(begin)
            if self._depends(source, at) and not (person and self._in_title(start, at)):
                return None
        elif begin < first:
            return None
        return Speaker(actor.actor, actor.name, person)

    def _pronoun(self, source: Range, word: str) -> Speaker:
        """Return who "he", "she", "it" or "they" is.

        Whoever says the words that hold the pronoun: "Ruiz said he believed".
        Else the subject of its own sentence, if it stands before; else that of the sentence before,
        unless somebody spoke there; else the last speaker of the kind.
        """
        view = self._view
        person = word in _PERSONAL
        # What ended before is over: it need not be looked at again.
        self._saying = [one for one in self._saying if one[0][-1][1] > source[0]]
        for pieces, speaker in reversed(self._saying):
            for start, end in pieces:
                if start <= source[0] < end and self._fits(speaker, word):
                    return speaker
        last = self._last_body
        if person:
            fitting = (one for one in reversed(self._persons) if self._fits(one, word))
            last = next(fitting, None)
        sentence = view.sentence(source[0])
        start, _ = view.sentences[sentence]
        subject = self._subject(start, source[0], person=person)
        if subject is None and sentence and not self._spoke(sentence - 1, last):
            before = view.sentences[sentence - 1]
            subject = self._subject(*before, person=person)
        if subject is not None and not self._fits(subject, word):
            subject = None
        found = subject or last
        if found is None and self._last is not None and self._fits(self._last, word):
            found = self._last
        return found or Speaker(None, self._words(source), person)

    def _fits(self, speaker: Speaker, word: str) -> bool:
        """Tell whether the pronoun *word* can stand for *speaker*, as far as is known."""
        known = genders()
        said = self._titled.get(speaker.name) or known.get(speaker.name.partition(" ")[0].lower())
        return said is None or word not in _PERSONAL or said == word

    def _spoke(self, sentence: int, last: Speaker | None) -> bool:
        """Tell whether the last speaker is named in a sentence."""
        if last is None:
            return False
        start, end = self._view.sentences[sentence]
        end = min(end, start + _LOOK_BACK)
        return last.name.split()[-1] in self._view.words[start:end]

    def _subject(self, start: int, end: int, *, person: bool) -> Speaker | None:
        """Return whom the first proper noun phrase of a range names, if it leads a clause."""
        start = max(start, end - _LOOK_BACK)
        lower, closed, times = self._view.lower, words().closed, words().times
        pairs = zip(self._view.words[start:end], lower[start:end], strict=True)
        names = [
            at
            for at, (word, low) in enumerate(pairs, start)
            if word[0].isupper() and low not in closed and low not in times
        ]
        if not any(map(self._can_end_person, names)) if person else not names:
            return None  # it takes no syntax to tell
        for first, last in self._syntax.noun_phrases(start, end)[:3]:
            if first == start and not person and lower[last - 1] in _BODIES:
                return self._who((first, last)) or Speaker(None, self._words((first, last)), person)
            if last - 1 not in names or self._syntax.tag(last - 1) != "PROPN":
                continue  # nor is it "late Friday" who speaks
            if first > start and self._syntax.tag(first - 1) in _BEFORE_OBJECTS:
                continue
            found = self._who((first, last))
            if found is not None and found.person == person:
                return found
        return None

    def _can_end_person(self, index: int) -> bool:
        """Tell whether the capitalised word at *index* can end the name of a person."""
        view = self._view
        known = self._ends.get(view.end(index))
        if known is not None:
            return known[1].type == "person"
        before = view.words[index - 1] if index else ""
        if before[:1].isupper() or before == "-" or before in PARTICLES:
            return True
        return self._fullest(view.words[index]) is not None

    def _owner(self, source: Range) -> Speaker | None:
        """Return whose statement it is: "the Hamas statement", "Norway's letter"."""
        view = self._view
        for index in range(source[1] - 2, source[0] - 1, -1):
            if view.words[index][:1].isupper() and view.lower[index] not in _POINTING:
                return self._who((source[0], index + 1))
        return None

    def _who(self, phrase: Range) -> Speaker | None:
        """Return the actor or name that ends a noun phrase, or stands in apposition to it."""
        actor = self._actor(phrase)
        if actor is not None:
            return actor
        name = self._proper(phrase) or self._apposed(phrase[1])
        return self._named(phrase, name) if name is not None else None

    def _named(self, source: Range, name: Range) -> Speaker:
        """Return who has the name that ends the source, in its fullest form so far."""
        view = self._view
        text = self._words(name)
        single = name[1] - name[0] == 1
        full = self._fullest(view.words[name[1] - 1]) if single else None
        text = full or text
        body = not _BODIES.isdisjoint(text.lower().split()) or view.lower[source[0]] in {"the", "a"}
        return Speaker(None, text, " " in text and not body)

    def _proper(self, source: Range) -> Range | None:
        """Return the last run of capitalised words, where it ends the source, titles left out."""
        view, end = self._view, source[1]
        start = end
        while start > source[0]:
            word = view.words[start - 1]
            small = view.lower[start - 1] in PARTICLES and start < end
            closed = view.lower[start - 1] in words().closed and not small
            if closed or not (word[:1].isupper() or word == "-" or small):
                break
            start -= 1
        if self._depends(source, start):
            return None
        known = titles()
        for index in range(end - 2, start - 1, -1):
            if view.lower[index] in known:
                start = index + 1 + 2 * (view.lower[index + 1] == "of")  # "Secretary of State"
                break
        while start < end and (
            view.lower[start] in PARTICLES
            or view.lower[start] in words().closed
            or view.words[start] == "-"
        ):
            start += 1
        return (start, end) if start < end else None

    def _depends(self, source: Range, start: int) -> bool:
        """Tell whether a name only places or qualifies the source: "officials in Lima"."""
        return not words().prepositions.isdisjoint(self._view.lower[source[0] : start])

    def _in_title(self, start: int, end: int) -> bool:
        """Tell "Secretary of State Ana Ruiz" from "an aide to Governor Ana Ruiz"."""
        lower = self._view.lower
        for at in range(end - 2, start, -1):
            if lower[at] in words().prepositions:
                return lower[at] in _OFFICE_LINKS and lower[at - 1] in titles()
        return False

    def _apposed(self, end: int) -> Range | None:
        """Return the name after the description before *end*: "an official, Ana Ruiz, said"."""
        words_, start = self._view.words, end + 1
        if start + 1 >= len(words_) or words_[end] != ",":
            return None
        if not (words_[start][0].isupper() and words_[start + 1][0].isupper()):
            return None
        phrase = self._syntax.noun_phrase(start)
        if phrase is None or phrase[0] != start or phrase[1] - start < 2:  # noqa: PLR2004 - a full name
            return None
        return phrase if all(word[:1].isupper() for word in words_[slice(*phrase)]) else None

    def _in_office(self, source: Range) -> Speaker | None:
        """Return the one person named before who is what the source says: "the foreign minister".

        An office that was somebody's or is but a deputy's counts only where the source says so too.
        """
        view = self._view
        if view.lower[source[0]] != "the" or view.lower[source[1] - 1] in _ANYBODY:
            return None
        said = frozenset(view.lower[source[0] + 1 : source[1]])
        known = [
            person
            for named, person, office in self._offices
            if named < view.starts[source[0]]
            and said
            and said <= office
            and office & _QUALIFIERS <= said
        ]
        return known[0] if len(known) == 1 else None

    def _again(self, source: Range) -> Speaker:
        """Return an unnamed source; "the source" is the "well-placed source" of before."""
        view = self._view
        lower = view.lower[source[0] : source[1]]
        modifiers = frozenset(lower[:-1]) - words().determiners
        known = self._unnamed.get(lower[-1])
        if known is not None and lower[0] == "the" and modifiers <= known[0]:
            return known[1]
        found = Speaker(None, self._words(source), person=False)
        self._unnamed[lower[-1]] = (modifiers, found)
        return found

    def _words(self, source: Range) -> str:
        """Return the text of a range of tokens."""
        view = self._view
        return view.text[view.starts[source[0]] : view.end(source[1] - 1)]

    def _fullest(self, last: str) -> str | None:
        """Return the first full name in the text that ends with the name *last*, if one does."""
        if last not in self._names:
            self._names[last] = full_name(self._view.text, last)
        return self._names[last]

"""Who is who in an article: phrases as parties, and whether a phrase names a political actor.

"The general rejected the plan" is an act of politics, "the striker rejected the offer" is not. The
words of a phrase decide, and the actors plugin's claims where they are there.
"""

from __future__ import annotations

from functools import cache

import attrs

from newsfacts import ActorType, MentionForm, Party, Span
from newsfacts_negotiations.crowds import counted, crowd, faces_power, names_power
from newsfacts_negotiations.known import Known, Range
from newsfacts_negotiations.slant import Slant, civil, elsewhere
from newsfacts_negotiations.words import word_list

__all__ = ["People", "Range"]

_OWN = frozenset({"i", "we", "us", "our", "ours", "me", "my"})
_OTHERS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "its", "his", "their", "both"}
)
_OBJECTS = frozenset({"him", "them", "us", "me", "both"})
"""Forms of pronouns that never stand for the subject of their own clause."""
_SIDES = [["the", word] for word in ("two", "three", "four", "pair", "duo", "trio")]
"""What stands for sides told of before: "the two will meet"."""
_SETTLEMENTS = frozenset(
    {"city", "town", "village", "port", "province", "region", "capital", "state"}
)
_WHOSE = frozenset({"its", "his", "her", "their"})
_NEAR = 4
"""Tokens before a possessive in which the verb stands whose subject owns."""
_SPANS = frozenset(
    "second minute hour day week month year morning afternoon evening night weekend today tomorrow"
    " yesterday tonight hours days weeks months years time".split()
)
"""Nouns of time."""
_EARLIER = frozenset({"earlier", "later", "meanwhile", "then", "now", "yesterday", "today"})
_LATELY = frozenset({"last", "next", "this", "earlier", "later", "late", "early"})
"""Words with which a time begins behind a noun."""
_POINTERS = _SPANS | {
    "a",
    "an",
    "last",
    "this",
    "next",
    "that",
    "earlier",
    "later",
    "every",
    "each",
}
_CERTAIN = frozenset(
    {ActorType.STATE, ActorType.ARMED_GROUP, ActorType.IGO, ActorType.MILITARY}
    | {ActorType.GOVERNMENT_BODY}
)
_LOOSE = frozenset({"house", "capital", "palace", "crown", "court", "league", "bureau"})
"""Words of politics that before another noun need not be: "house sales", "court shoes"."""
_WEATHER = frozenset({"cold", "warm", "weather", "storm", "frontal"})
"""Words before a front that is none of politics."""
_BODIES = frozenset({"union", "league", "group", "party", "front", "council", "committee"})
"""Bodies that are of politics or not as those are whose they are."""
_FORCES = _CERTAIN - {ActorType.STATE}
"""Types of actors that nobody is set against by chance: students "from China" face no state."""
_REACH = 80
"""Tokens on either side in which a sentence says what it is about."""
_UNLIKELY = frozenset({ActorType.PLACE, ActorType.MEDIA})
"""Types of what is named inside a party without being it."""
_PLACES = frozenset({ActorType.PLACE, ActorType.STATE})


@cache
def _telling() -> frozenset[str]:
    """Return the words of politics that are of it before any noun."""
    return word_list("political") - _LOOSE


@attrs.frozen(slots=False)
class People(Known):
    """Knows the actors and speakers of one article, and which phrases are of politics."""

    slant: Slant = attrs.field(init=False)
    """What the article is about."""
    _judged: dict[Range, bool] = attrs.field(factory=dict, init=False, repr=False)
    """The phrases asked about, and whether they name a political actor."""

    @slant.default
    def _slant(self) -> Slant:
        return Slant(self.reading.tokens.lower)

    def clean(self, phrase: Range | None) -> Range | None:
        """Return *phrase* without the marks at its ends, None if nothing is left."""
        if phrase is None:
            return None
        start, end = phrase
        words = self.reading.tokens.words
        while start < end and not words[start][0].isalnum():
            start += 1
        start += start + 1 < end and words[start].lower() in _EARLIER  # "Earlier the envoy said"
        while end > start and not words[end - 1][-1].isalnum():
            end -= 1
        return self.untimed((start, end)) if start < end else None

    def untimed(self, phrase: Range) -> Range:
        """Return *phrase* without the time behind it: "the army chief *last week*"."""
        words = self.reading.tokens.lower
        for at in range(phrase[0] + 1, phrase[1]):
            if words[at] in _LATELY:
                behind = words[at + 1 : phrase[1]]
                timed = all(word in _SPANS or word in word_list("times") for word in behind)
                alone = at == phrase[0] + 1 and self.reading.tag(phrase[0]) in ("DET", "PRON")
                return (phrase[0], at) if timed and not alone else phrase
        return phrase

    def pronoun(self, phrase: Range) -> bool:
        """Tell whether *phrase* is a personal pronoun."""
        word = self.reading.tokens.lower[phrase[0]]
        return phrase[1] == phrase[0] + 1 and (word in _OWN or word in _OTHERS)

    def political(self, phrase: Range) -> bool:
        """Tell whether *phrase* names a political actor, as far as its words tell.

        A noun of politics makes it one, a noun of business, sport or family none; a proper name
        or a pronoun that neither says anything about is one where the article is of politics.
        """
        known = self._judged.get(phrase)
        if known is None:
            known = self._judged[phrase] = self._judge(phrase)
        return known

    def _judge(self, phrase: Range) -> bool:
        """Tell whether *phrase* names a political actor."""
        words = self.reading.tokens.lower[slice(*phrase)]
        head = self.reading.tokens.lower[self.reading.head(phrase)]
        if counted(head) and (those := self.those(phrase)) != phrase:
            return self.political(those)
        if self._disputing(head, words):
            return True
        if head in word_list("political"):
            if self._elsewhere(head, words):
                return False
            if head in _BODIES and (inner := self._of(phrase)) is not None:
                last = self.reading.tokens.lower[inner[1] - 1]
                if crowd(last) or last in word_list("apolitical"):
                    return self.political(inner)  # "the union of painters"
            if head not in word_list("persons"):
                return True
        elif crowd(head) and not self._called(phrase):
            return self._faced(phrase)
        if not elsewhere().isdisjoint(words):
            return False
        office = head in word_list("political")
        return office or not _telling().isdisjoint(words) or self._political(phrase)

    def _disputing(self, head: str, words: list[str]) -> bool:
        """Tell whether it is a side because of what is told: "the striking teachers", "the two"."""
        if words in _SIDES:
            return self.slant.charged()
        return "striking" in words or (head in word_list("employers") and self.slant.labour())

    def _elsewhere(self, head: str, words: list[str]) -> bool:
        """Tell whether a noun of politics means none: courts in a crime report, a cold front."""
        if head in civil() and not self.slant.diplomatic():
            return True
        return head == "front" and not _WEATHER.isdisjoint(words)

    def _political(self, phrase: Range) -> bool:
        """Tell whether *phrase*, of whose words none is of politics, names somebody who is."""
        last = self.reading.tokens.end(phrase[1] - 1)
        # A paper named inside a longer name is none: "The East African Community".
        named = [
            actor.type
            for mention, actor in self.named(phrase)
            if actor.type is not ActorType.MEDIA or mention.end == last
        ]
        if any(kind in _CERTAIN for kind in named):
            return True
        if named and all(kind is ActorType.MEDIA for kind in named):
            return False
        if not self.slant.worldly():
            return False
        if self.pronoun(phrase):
            return self._touched()
        if named:
            return self._touched() or any(kind is not ActorType.ORGANISATION for kind in named)
        proper = self.reading.tokens.words[slice(*phrase)]
        opens = phrase[0] == self.first(phrase[0]) and self.reading.tag(phrase[0]) != "PROPN"
        return any(
            word[:1].isupper()
            and word.lower() not in word_list("times")
            and self.reading.tag(index) in ("PROPN", "ADJ", "NOUN")
            for index, word in enumerate(proper, phrase[0])
            if not (opens and index == phrase[0])
        )

    def time(self, phrase: Range) -> bool:
        """Tell whether *phrase* says when: "last week", "on Friday"."""
        words = self.reading.tokens.lower
        first = words[phrase[0]]
        if first in word_list("times"):
            return True
        pointed = first in _POINTERS or not _POINTERS.isdisjoint(words[phrase[0] : phrase[1] - 1])
        return pointed and words[phrase[1] - 1] in _SPANS

    def official(self, phrase: Range) -> bool:
        """Tell whether *phrase* names somebody by office, or by a name known to be political."""
        words = self.reading.tokens.lower[slice(*phrase)]
        return self.political(phrase) and (
            not word_list("political").isdisjoint(words)
            or any(actor.type in _CERTAIN or actor.role for _, actor in self.named(phrase))
        )

    def _called(self, phrase: Range) -> bool:
        """Tell whether the head of *phrase* is a name, as that of "the Rangers" is."""
        at = self.reading.head(phrase)
        return at > self.first(at) and self.reading.tokens.words[at][:1].isupper()

    def _faced(self, phrase: Range) -> bool:
        """Tell whether the crowd of *phrase* faces a power, in its sentence or in the article."""
        bounds = self._around(phrase[0])
        words = self.reading.tokens.lower
        around = (bounds[0], phrase[0]), (phrase[1], bounds[1])
        return (
            any(faces_power(words[slice(*side)]) for side in around)
            or any(actor.type in _FORCES for side in around for _, actor in self.named(side))
            or self.slant.charged()
            or self.slant.labour()
        )

    def peopled(self, bounds: Range, present: frozenset[str]) -> bool:
        """Tell whether anything in the sentence of *bounds*, whose words are *present*, can be so.

        It costs no reading of syntax: what it denies, `political` denies of every phrase there.
        """
        if not present.isdisjoint(word_list("political")):
            return True
        if not self.slant.worldly():
            return any(actor.type in _CERTAIN for _, actor in self.named(bounds))
        if not present.isdisjoint(_OWN) or not present.isdisjoint(_OTHERS):
            return True
        return any(word[:1].isupper() for word in self.reading.tokens.words[slice(*bounds)])

    def concerned(self, index: int) -> bool:
        """Tell whether politics is what the article, or the sentence of token *index*, is about."""
        if self.slant.worldly():
            return True
        bounds = self._around(index)
        return names_power(self.reading.tokens.lower[slice(*bounds)]) or any(
            actor.type in _CERTAIN for _, actor in self.named(bounds)
        )

    def evident(self, bounds: Range, words: list[str]) -> bool:
        """Tell whether words that anybody can say are a party's in the sentence of *bounds*.

        In any article they are where its *words* are more of conflict and diplomacy than of
        campaigns, crime and business, or where it names two powers.
        """
        process = word_list("process")
        if process.isdisjoint(words):  # the commonest case, and no set is made for it
            return self.of_powers(bounds) and word_list("sport").isdisjoint(words)
        present = frozenset(words)
        if not word_list("sport").isdisjoint(present):
            return False
        return len(present & process) >= len(present & civil()) or self.of_powers(bounds)

    def facing(self, index: int) -> bool:
        """Tell whether a power, or what powers do, is named in the sentence of token *index*."""
        bounds = self._around(index)
        return (
            faces_power(self.reading.tokens.lower[slice(*bounds)])
            or any(actor.type in _CERTAIN for _, actor in self.named(bounds))
            or self.slant.charged()
        )

    def _touched(self) -> bool:
        """Tell whether anything in the article is of politics, conflict or diplomacy."""
        return self.slant.worldly() and (
            self.slant.touched() or any(actor.type in _CERTAIN for _, actor in self.mentions)
        )

    def _around(self, index: int) -> Range:
        """Return the tokens of the sentence of token *index* that are near it."""
        first, last = self.reading.tokens.sentence_range(index)
        return max(first, index - _REACH), min(last, index + _REACH)

    def first(self, index: int) -> int:
        """Return the first token of the sentence of token *index*."""
        return self.reading.tokens.sentence_range(index)[0]

    def party(self, phrase: Range) -> Party | None:
        """Return the party that *phrase* names; of a pronoun whoever it stands for, if known."""
        if phrase[1] == phrase[0] + 1 and self.reading.tag(phrase[0]) == "DET":
            return None
        if self.pronoun(phrase):
            return self._stand_in(phrase, self.reading.tokens.span(*phrase))
        head = self.reading.tokens.starts[self.reading.head(phrase)]
        phrase = self.whole(phrase)
        span = self.reading.tokens.span(*phrase)
        named = self.named(phrase)
        for mention, actor in named:
            held = mention.end == span.end and actor.type is ActorType.PERSON
            if mention.start <= head < mention.end or held:
                return Party.at(span, actor.actor)
        if (name := self.apposed(phrase)) is not None:
            return Party.at(span, self.named(name)[-1][1].actor)  # "the EU's envoy, Ann Lee,"
        known = [actor for _, actor in named if actor.type not in _UNLIKELY]
        several = len({actor.actor for actor in known}) > 1
        if several and "and" in self.reading.tokens.lower[slice(*phrase)]:
            return Party.at(span)  # "Fijian and Tongan envoys" are neither's alone
        group = self.reading.tokens.lower[self.reading.head(phrase)] not in word_list("persons")
        return Party.at(span, known[-1].actor if known and group else None)

    def apposed(self, phrase: Range) -> Range | None:
        """Return who is named between commas behind *phrase*: "her successor, Ann Lee, left"."""
        words, at = self.reading.tokens.lower, phrase[1]
        name = self.reading.noun_phrase(at + 1) if words[at : at + 1] == [","] else None
        if name is None or name[0] != at + 1 or words[name[1] : name[1] + 1] != [","]:
            return None
        person = any(actor.type is ActorType.PERSON for _, actor in self.named(name))
        return name if person else None

    def whole(self, phrase: Range) -> Range:
        """Return *phrase* with the "of" that says what its office or body is of.

        "Secretary of State Ann Lee", "the Federation of Marwan Employers", "the head of the union".
        """
        lower = self.reading.tokens.lower
        if lower[phrase[1] : phrase[1] + 1] != ["of"]:
            return phrase
        if lower[phrase[1] - 1] not in word_list("political") and not self.goes_on(phrase):
            return phrase
        last = self.reading.tokens.sentence_range(phrase[0])[1]
        while phrase[1] + 1 < last and lower[phrase[1]] == "of":
            inner = self.reading.noun_phrase(phrase[1] + 1)
            if inner is None or inner[0] != phrase[1] + 1:
                break
            phrase = (phrase[0], inner[1])
        return phrase

    def _stand_in(self, phrase: Range, span: Span) -> Party | None:
        """Return the party that a pronoun stands for."""
        for mention, actor in self.named(phrase):
            if mention.form is MentionForm.PRONOUN:
                return Party.at(span, actor.actor)
        if span.text.lower() in _OWN:
            return self.speaker(span) or Party.at(span)
        group = self.reading.verb_group(phrase[1])
        if group is None and (owner := self._owner(phrase)) is not None:
            return owner
        if span.text.lower() in _OBJECTS:
            return Party.at(span)
        for _ in range(3):
            group = self.reading.governor(group) if group else None
            subject = self.reading.subject(group) if group else None
            if group is not None and self.reading.object(group) == phrase:
                continue  # "it" is not who acts on it
            if subject and subject[1] <= phrase[0] and not self.pronoun(subject):
                above = self.party(subject)
                return Party(above.text, above.actor) if above else None
        return Party.at(span)

    def _owner(self, phrase: Range) -> Party | None:
        """Return whose it is: the subject of the verb before: "the rebels renewed *their* call"."""
        if self.reading.tokens.lower[phrase[0]] not in _WHOSE:
            return None
        for at in range(phrase[0] - 1, max(self.first(phrase[0]), phrase[0] - _NEAR) - 1, -1):
            group = self.reading.verb_group(at)
            if group is not None:
                subject = self.clean(self.reading.subject(group))
                whole = subject is not None and not self.pronoun(subject)
                return self.party(subject) if subject and whole else None
        return None

    def place(self, phrase: Range) -> Party | None:
        """Return the place that *phrase* names, if it does."""
        view = self.reading.tokens
        if any(word in word_list("times") for word in view.lower[slice(*phrase)]):
            return None
        named = self.named(phrase)
        if not named and view.lower[phrase[1] - 1] in _SETTLEMENTS:
            inner = self._of(phrase)
            named = self.named(inner) if inner else []
            phrase = (phrase[0], inner[1]) if inner else phrase
        if named:
            places = [actor for _, actor in named if actor.type in _PLACES]
            return Party.at(view.span(*phrase), places[-1].actor) if places else None
        proper = view.words[phrase[1] - 1][:1].isupper()
        return Party.at(view.span(*phrase)) if proper else None

    def those(self, phrase: Range) -> Range:
        """Return who is counted: "the nuns" of "two of the nuns"; else *phrase*."""
        at = self.reading.head(phrase)
        if not counted(self.reading.tokens.lower[at]):
            return phrase
        return self._of((phrase[0], at + 1)) or phrase

    def _of(self, phrase: Range) -> Range | None:
        """Return the noun phrase after "of" right behind *phrase*: "the city of Homs"."""
        last = self.reading.tokens.sentence_range(phrase[0])[1]
        if phrase[1] + 1 >= last or self.reading.tokens.lower[phrase[1]] != "of":
            return None
        return self.reading.noun_phrase(phrase[1] + 1)

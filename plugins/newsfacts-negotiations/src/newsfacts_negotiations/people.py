"""Who is who in an article: phrases as parties, and whether a phrase names a political actor.

"The general rejected the plan" is an act of politics, "the striker rejected the offer" is not. The
words of a phrase decide, and the actors plugin's claims where they are there.
"""

from __future__ import annotations

from functools import cache

import attrs

from newsfacts import ActorType
from newsfacts_negotiations.crowds import counted, crowd, faces_power, names_power
from newsfacts_negotiations.known import Range
from newsfacts_negotiations.naming import HEADS, OTHERS, OWN, Naming
from newsfacts_negotiations.slant import Slant, civil, elsewhere
from newsfacts_negotiations.words import word_list

__all__ = ["TEAMS", "People", "Range"]

_SIDES = [
    *(["the", word] for word in ("two", "three", "four", "pair", "duo", "trio")),
    ["both"],
    ["neither"],
    ["all", "actors"],
    ["all", "stakeholders"],
    ["the", "centre"],  # the government in Delhi, to Indian newspapers
]
"""What stands for sides told of before: "the two will meet"."""
_CERTAIN = frozenset(
    {ActorType.STATE, ActorType.ARMED_GROUP, ActorType.IGO, ActorType.MILITARY}
    | {ActorType.GOVERNMENT_BODY}
)
_LOOSE = frozenset({"house", "capital", "palace", "crown", "court", "league", "bureau"})
"""Words of politics that before another noun need not be: "house sales", "court shoes"."""
_WEATHER = frozenset({"cold", "warm", "weather", "storm", "frontal"})
"""Words before a front that is none of politics."""
TEAMS = frozenset(
    "team teams group groups expert experts officer officers engineer engineers".split()
)
"""Who is sent by a side that "from" names."""
_BODIES = frozenset({"union", "league", "group", "party", "front", "council", "committee"})
"""Bodies that are of politics or not as those are whose they are."""
_FORCES = _CERTAIN - {ActorType.STATE}
"""Types of actors that nobody is set against by chance: students "from China" face no state."""
_REACH = 80
"""Tokens on either side in which a sentence says what it is about."""


@cache
def _telling() -> frozenset[str]:
    """Return the words of politics that are of it before any noun."""
    return word_list("political") - _LOOSE


@attrs.frozen(slots=False)
class People(Naming):
    """Knows the actors and speakers of one article, and which phrases are of politics."""

    slant: Slant = attrs.field(init=False)
    """What the article is about."""
    _judged: dict[Range, bool] = attrs.field(factory=dict, init=False, repr=False)
    """The phrases asked about, and whether they name a political actor."""

    @slant.default
    def _slant(self) -> Slant:
        return Slant(self.reading.tokens.lower)

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
        told = head in word_list("political") or not _telling().isdisjoint(words)
        return told or self._political(phrase) or self._sent(head, phrase)

    def _sent(self, head: str, phrase: Range) -> bool:
        """Tell whether they are a side's: "experts from both countries", "the heads of both"."""
        link = "from" if head in TEAMS else "of" if head in HEADS else None
        side = self._of(phrase, link) if link is not None else None
        return side is not None and self.political(side)

    def _disputing(self, head: str, words: list[str]) -> bool:
        """Tell whether it is a side because of what is told: "the striking teachers", "the two"."""
        if words in _SIDES:
            return self.slant.charged()
        if head in word_list("bodies") and self.slant.charged():
            return True
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
        named = {
            actor.type
            for mention, actor in self.named(phrase)
            if actor.type is not ActorType.MEDIA or mention.end == last
        }
        if not named.isdisjoint(_CERTAIN):
            return True
        if named == {ActorType.MEDIA}:
            return False
        if not self.slant.worldly():
            return False
        if self.pronoun(phrase):
            return self._touched()
        if named:
            return self._touched() or named != {ActorType.ORGANISATION}
        words, times = self.reading.tokens.words, word_list("times")
        proper = [index for index in range(*phrase) if words[index][:1].isupper()]
        if proper and proper[0] == self.first(phrase[0]) and self.reading.tag(proper[0]) != "PROPN":
            del proper[0]  # as every word that opens a sentence
        return any(
            words[index].lower() not in times
            and self.reading.tag(index) in ("PROPN", "ADJ", "NOUN")
            for index in proper
        )

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

    def peopled(self, bounds: Range, words: list[str]) -> bool:
        """Tell whether anything in the sentence of *bounds*, in lower case *words*, can be so.

        It costs no reading of syntax: what it denies, `political` denies of every phrase there.
        """
        if not word_list("political").isdisjoint(words):
            return True
        if not self.slant.worldly():
            return any(actor.type in _CERTAIN for _, actor in self.named(bounds))
        if not OWN.isdisjoint(words) or not OTHERS.isdisjoint(words):
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

    def those(self, phrase: Range) -> Range:
        """Return who is counted: "the nuns" of "two of the nuns"; else *phrase*."""
        at = self.reading.head(phrase)
        if not counted(self.reading.tokens.lower[at]):
            return phrase
        return self._of((phrase[0], at + 1)) or phrase

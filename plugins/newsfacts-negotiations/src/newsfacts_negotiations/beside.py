"""Whom the phrases beside an act name: with whom, through whom, where it is.

"With the rebels", "between both armies", "through Omani mediation", "in Lomé": what each
preposition names hangs on the act and on what stands before.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts import ActorClaim, ActorType, Mention, Party
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.naming import SPANS
from newsfacts_negotiations.people import Range
from newsfacts_negotiations.phrases import Phrases
from newsfacts_negotiations.triggers import Trait
from newsfacts_negotiations.words import class_forms, word_list

__all__ = ["JOINT", "Beside", "Cast"]

_REACH = 30
"""Tokens after an act's words in which the phrases of its roles are looked for."""
_ASKS = frozenset({Event.DEMAND, Event.CALL})
_TOWARDS = frozenset({"with", "to", "against", "on", "upon", "from"})
_AGAINST = frozenset({"on", "against", "into", "in", "to"})
_ABOUT = frozenset({"for", "on", "over", "about", "towards", "toward", "until", "of", "as"})
JOINT = frozenset(
    {Event.NEGOTIATE, Event.RESUME, Event.AGREE, Event.BREAK_OFF, Event.CEASEFIRE, Event.STALL}
    | {Event.MEET}
)
"""Acts of two sides together: "between" names those who act, not those acted on."""
_BROKERED = frozenset({"brokered", "mediated", "facilitated", "chaired", "convened"})
"""What a third party has done to talks: "talks with Chad brokered by Oman"."""
_BACKING = frozenset({"sponsored", "backed", "led", "hosted", "drafted", "proposed", "supported"})
"""With these behind a hyphen a name is no side of the talks: "US-backed"."""
_GOES_TO = frozenset({Event.MEET, Event.OFFER})
_AT_TALKS = frozenset({"at", "after", "during", "following"})
_CLOSING = frozenset({'"', "”", "''", "’"})
_BEFORE_CLOSING = frozenset({",", ".", "!", "?"})
"""Marks before one that closes a quotation for good."""
_VERBAL = frozenset({"VERB", "AUX", "PART", "X"})
"""Tags with which a verb group can begin."""


@attrs.define
class Cast:
    """Is the parties of an act, by role."""

    initiator: list[Party] = attrs.Factory(list)
    counterpart: list[Party] = attrs.Factory(list)
    mediator: list[Party] = attrs.Factory(list)
    venue: Party | None = None


@attrs.frozen
class Beside(Phrases):
    """Reads the prepositional phrases of acts in one article."""

    def _named(self, phrase: Range, into: list[Party], cast: Cast | None = None) -> None:
        """Take in the actors named inside a phrase that is no party itself; places as venue."""
        named = self.people.named(phrase)
        if len(named) == 1 and self._topic(named[0]):
            return
        for mention, actor in named:
            party = Party(mention.text, actor.actor, mention.start, mention.end)
            if self._third(mention):
                continue  # "signed a Chad-brokered truce"
            if actor.type is not ActorType.PLACE:
                into.append(party)
            elif cast is not None:
                cast.venue = cast.venue or party

    def _third(self, mention: Mention) -> bool:
        """Tell whether a hyphen makes a name the one who brokered or backs a thing."""
        at = self.reading.tokens.at(mention.end - 1) + 1
        words = self.reading.tokens.lower[at : at + 2]
        return len(words) > 1 and words[0] == "-" and words[1] in _BROKERED | _BACKING

    def _topic(self, named: tuple[Mention, ActorClaim]) -> bool:
        """Tell whether a land named before talks says what they are on: "the Cyprus talks"."""
        mention, actor = named
        at = self.reading.tokens.at(mention.end - 1) + 1
        land = actor.type is ActorType.STATE and mention.form == "name"
        words = self.reading.tokens.lower[at : at + 2]
        return land and not class_forms("talks").isdisjoint(words)

    def _of_prepositions(self, act: Act, cast: Cast) -> None:
        """Take in the prepositional phrases in the act's words and after them."""
        words = self.reading.tokens.lower
        about, verbal = False, self.reading.tag(act.match.end - 1) in ("VERB", "PART")
        done = act.group is None  # what a noun is of is done to it: "the breach of the truce by"
        for index, phrase in self._phrases(act):
            if phrase is not None and self._when(phrase):
                continue
            # "A round of talks for a truce in Chad began in Oslo": the topic ends at the verb.
            inside = act.head < index < act.match.end and verbal
            if inside and words[index] in ("in", "at") and not self._met_there(act, phrase):
                continue
            if phrase is None:
                about = about or index > act.head
            elif words[phrase[1] - 1] in ("participation", "attendance"):
                about = False
                cast.initiator += self._of(phrase, act)
            elif not self._of_third(act, cast, index, phrase) and (
                not about
                or (
                    words[index] == "with"
                    and not (Trait.FREES in act.trigger.traits and act.event is not Event.MEET)
                )
                or (words[index] == "in" and act.event is Event.MEDIATE)
                or (done and words[index] == "by" and not self._put_forward(index))
            ):
                self._of_side(act, cast, index, phrase)
            about = about or (words[index] in _ABOUT and index > act.head and not inside)
            done = done and words[index] in ("of", "by")

    def _put_forward(self, index: int) -> bool:
        """Tell whether "by" at *index* may say whose plan it is: "refusal of a plan by Oslo"."""
        before = self.reading.tokens.lower[index - 1]
        return before in class_forms("proposal") or before in class_forms("terms")

    def _of_third(self, act: Act, cast: Cast, index: int, phrase: Range) -> bool:
        """Take in mediators, both sides, targets: what any phrase of the clause can name."""
        preposition = self.reading.tokens.lower[index]
        if preposition in ("through", "via") or self._last(phrase) == "mediation":
            cast.mediator += self._mediators(phrase)
        elif preposition == "between":
            if not self._sided(phrase):
                return True  # "the road between Aden and Taiz", "between hotel rooms"
            joint = act.event in JOINT and not cast.initiator
            into = cast.initiator if joint else cast.counterpart
            into += self.parties(phrase)
        elif self._at_talks(index, phrase) and (there := self._of_talks(phrase)) is not None:
            cast.venue = cast.venue or there
        elif act.event is Event.THREATEN and preposition in _AGAINST:
            cast.counterpart += self._target(phrase)
        else:
            return False
        return True

    def _met_there(self, act: Act, phrase: Range | None) -> bool:
        """Tell whether a phrase inside an act says where: "agreed *in Aden* to exchange"."""
        if act.event is not Event.AGREE or phrase is None:
            return False
        word = self.reading.tokens.words[phrase[0]]
        return bool(self.people.named(phrase)) or word.istitle()

    def _at_talks(self, index: int, phrase: Range) -> bool:
        """Tell whether the phrase says at which talks it was: "at talks", "after days of talks"."""
        words = self.reading.tokens.lower
        at = words[index] in _AT_TALKS or (words[index] == "of" and words[index - 1] in SPANS)
        return at and words[phrase[1] - 1] in class_forms("session")

    def _of_talks(self, talks: Range) -> Party | None:
        """Return where *talks* were held: "at talks *in Aden*"."""
        words, at = self.reading.tokens.lower, talks[1]
        if words[at : at + 1] not in (["in"], ["at"]) or at + 1 >= len(words):
            return None
        phrase = self.reading.noun_phrase(at + 1)
        there = self.people.untimed(phrase) if phrase and phrase[0] == at + 1 else None
        return self.people.place(there) if there else None

    def _sided(self, phrase: Range) -> bool:
        """Tell whether "between" leads to sides of talks; towns are, but not what a road joins."""
        words = self.reading.tokens.lower
        if not self._place(phrase):
            sided = self._somebody(phrase) or bool(self.people.named(phrase))
            return sided or self._last(phrase) in ("capitals", "two", "both")
        return words[phrase[0] - 2] not in word_list("links")

    def _of_side(self, act: Act, cast: Cast, index: int, phrase: Range) -> None:
        """Take in place, author and other side: phrases before what the act is about."""
        words = self.reading.tokens.lower
        preposition = words[index]
        if preposition in ("in", "at") or (preposition == "to" and act.event in _GOES_TO):
            if preposition == "to" and self._towards(act, phrase):
                cast.counterpart += self.parties(phrase)
            elif self._held(act, index):
                cast.venue = cast.venue or self.people.place(phrase)
            elif act.event is Event.MEDIATE:
                both = self.parties(phrase)
                if len(both) < 2:  # noqa: PLR2004 - "in the Ruritanian-Freedonian war"
                    both = []
                    self._named(phrase, both)
                cast.counterpart += both if len(both) > 1 else []
        elif preposition == "by" and act.group is None and self._somebody(phrase):
            third = words[index - 1] in _BROKERED and act.event is not Event.MEDIATE
            (cast.mediator if third else cast.initiator).extend(self.parties(phrase))
        elif preposition == "to" and words[index - 1] in class_forms("talks"):
            return  # "talks to reunify the island"
        elif preposition == "from" and act.event is Event.IMPLEMENT:
            return  # what is left is no counterpart: "withdrew from the north"
        elif preposition in _TOWARDS and self._sides(act, preposition, phrase):
            cast.counterpart += self.parties(phrase)

    def _sides(self, act: Act, preposition: str, phrase: Range) -> bool:
        """Tell whether a phrase names the other side; a place does in "sat down with Manila"."""
        if preposition in act.trigger.hears and phrase[0] == act.match.start + 2:
            return True  # whoever it is: "calling on donors"
        spoken = preposition == "with" or (preposition == "to" and act.event is Event.CALL)
        return self._somebody(phrase) and (spoken or not self._place(phrase))

    def _towards(self, act: Act, phrase: Range) -> bool:
        """Tell whether "to" names whom it is said or offered to, not where somebody goes."""
        going = act.event is Event.MEET and "to" not in act.trigger.hears
        return not going and self._somebody(phrase) and not self._place(phrase)

    def _held(self, act: Act, index: int) -> bool:
        """Tell whether the preposition at *index* says where the act is: not "a truce in Aden"."""
        if act.event in (Event.CEASEFIRE, Event.IMPLEMENT, Event.ENDORSE):
            return False
        before = self.reading.tokens.lower[index - 1]
        if before in class_forms("proposal"):
            return False
        return act.event in JOINT or before not in class_forms("calm")

    def _mediators(self, phrase: Range) -> list[Party]:
        """Return who mediates in "through Oman" or "with Omani and US mediation"."""
        head = self.reading.head(phrase)
        if self.reading.tokens.lower[head] != "mediation":
            return self.parties(phrase) if self._somebody(phrase) else []
        found: list[Party] = []
        self._named((self._modifiers(phrase), head), found)
        return found

    def _phrases(self, act: Act) -> Iterator[tuple[int, Range | None]]:
        """Yield prepositions from the act's event on, each with the noun phrase after it.

        A "to" before a verb ("to end the war") comes without a phrase: what the act is about
        begins there.
        """
        words = self.reading.tokens.lower
        last = self.reading.tokens.sentence_range(act.head)[1]
        first = min(act.match.anchor, act.head) + 1
        aim = act.end if act.event is Event.MEDIATE else act.head + 1
        judged = act.event in (Event.REJECT, Event.ENDORSE)
        for index in range(first, min(act.end + _REACH, last - 1)):
            tag = self.reading.tag(index)
            if index >= act.end and (self._ends(index, tag) or (judged and words[index] == "as")):
                return  # "dismissed the plan as a gift to terrorists"
            if act.event in _ASKS and act.group is None and words[index] == "that":
                return  # "their demand that all charges against leaders be dropped"
            # "Talks are due to open in Aden": that is said of the talks, and no aim of theirs.
            noun = act.event in JOINT and self.reading.tag(act.match.anchor) == "NOUN"
            own = noun and index < act.match.end
            if tag == "PART" and words[index] == "to" and index >= aim and not own:
                yield index, None
            elif tag == "ADP":
                phrase = self.reading.noun_phrase(self._modified(index + 1))
                if phrase is not None:
                    yield index, self.people.untimed((max(index + 1, phrase[0]), phrase[1]))

    def _ends(self, index: int, tag: str) -> bool:
        """Tell whether the act's own clause ends before token *index*, which has that *tag*."""
        words = self.reading.tokens.lower
        if words[index] in word_list("clause_stops") or words[index] == "according":
            return True
        if words[index] in _CLOSING and words[index - 1] in _BEFORE_CLOSING:
            return True  # '"We will talk," said a source with the rebels'
        if tag not in _VERBAL:
            return False
        group = self.reading.verb_group(index)
        if group is None or group.start != index or words[group.head] in class_forms("talks"):
            return False  # "peace talks" are no verb, whatever the tagger says
        return group.form == "finite"

"""By whom: the actor that the text makes the doer of what happened to those counted.

An actor is taken only where grammar says so: as the subject of an active verb ("Israel has launched
an offensive, killing 12"), after the "by" of a passive, or within the attack that a preposition
ties to the effect ("wounded in one Israeli attack").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

import attrs

from newsfacts import ActorClaim, ActorId, ActorType, MentionForm
from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import Form
from newsfacts_casualties.lexicon import NounKind, closed_any, noun_kind
from newsfacts_casualties.links import Link
from newsfacts_casualties.reality import PASSIVES, governing_verb

__all__ = ["Perpetrators"]

_ATTACKS = frozenset(
    "attack attacks strike strikes airstrike airstrikes bombardment bombardments bombing bombings "
    "shelling raid raids offensive onslaught assault assaults campaign war fire gunfire operation "
    "operations massacre ambush shooting shootings rocket rockets missile missiles drone drones "
    "explosion crackdown troops forces soldiers militants gunmen fighters rebels".split()
)
_FORCES = frozenset((ActorType.ARMED_GROUP, ActorType.MILITARY, ActorType.POLICE))
_PLURALS = ("s", "men", "people", "police", "personnel")
_TIES = frozenset("in by during from amid under to".split())
_CAUSES = frozenset("leave render make get have keep force drive send".split())
"""What an actor does to those whom a participle describes; "Ruritania says 49 killed" does not."""
_SAYS = frozenset("say tell claim add announce report".split())
_BETWEEN = 25
"""Tokens from "between" to the second of two sides, at most."""
_CLAUSES = frozenset("after before when while because although though until unless as if".split())
_OWNING = ("'s", "’s")
_NOUNS = (Form.NOUN, Form.TOLL)
_REACH = 6


@cache
def _no_verbs() -> frozenset[str]:
    """Words that end no verb group: before "12 people were killed" nobody does anything to them."""
    marks = frozenset((",", ".", ";", ":", "(", '"', "“", "-", "–", "—", "--"))
    return closed_any("prepositions", "conjunctions", "determiners") | marks


@attrs.define
class Perpetrators:
    """Finds the doer of a casualty among an article's actors."""

    syntax: Syntax
    starts: list[int]
    mentions: list[tuple[int, ActorId, bool, bool]]
    """Offset, actor, whether its members act for it, and whether it is named as a territory is."""

    @classmethod
    def among(cls, syntax: Syntax, actors: Iterable[ActorClaim]) -> Perpetrators:
        """Index the mentions of all actors but places and those who only report, by offset."""
        mentions = sorted(
            (
                mention.start,
                actor.actor,
                actor.type in _FORCES,
                actor.type is ActorType.STATE and mention.form is not MentionForm.DEMONYM,
            )
            for actor in actors
            if actor.type not in (ActorType.PLACE, ActorType.MEDIA)
            for mention in actor.mentions
        )
        return cls(syntax, [start for start, *_ in mentions], mentions)

    def of(self, link: Link, end: int) -> ActorId | None:
        """Return who did what *link* says, or None where the text does not say.

        Args:
            link: a counted phrase and its effect word.
            end: index of the token after the sentence.
        """
        loses = link.hit.trigger.people_only and link.effect is Effect.KILLED
        phrase, hit = link.phrase, link.hit
        if loses or not self._names_any(hit.start):
            return None
        after = phrase.end <= hit.start
        if self._tells_no_doer(link, end):
            return self._attack(max(phrase.end, hit.end), end)
        group = governing_verb(self.syntax, hit, phrase.end if after else hit.start)
        if group is not None and (agent := self.syntax.agent(group)):
            return self._within(agent)
        if after and phrase.start > 0 and (group is None or group.form != "finite"):
            group = self.syntax.verb_group(phrase.start - 1)  # "has left 85 percent displaced"
            group = group if group is not None and group.lemma in _CAUSES else None
        if group is not None and group.voice == "active" and group.head < phrase.start:
            return self._subject(group)
        return self._attack(max(phrase.end, hit.end), end)

    def _tells_no_doer(self, link: Link, end: int) -> bool:
        """Tell by words alone that no verb has a doer: "12 people were killed", "12 deaths".

        Nothing is done "by" anybody, and no other verb can have those who suffered as its object.
        """
        lower, phrase, hit = self.syntax.tokens.lower, link.phrase, link.hit
        if "by" in lower[hit.end : end]:
            return False
        if phrase.end > hit.start:
            words = hit.trigger.words
            deed = words[1:] == ("of",) and not words[0].endswith("ing")  # "the murder of"
            return deed or hit.trigger.form in _NOUNS
        finite = hit.trigger.form is Form.EITHER and lower[hit.start - 1] in PASSIVES
        return finite or phrase.start == 0 or lower[phrase.start - 1] in _no_verbs()

    def _names_any(self, index: int) -> bool:
        """Tell whether the sentence of token *index* mentions an actor that can have done it."""
        view = self.syntax.tokens
        first, last = view.sentence_range(index)
        at = bisect_left(self.starts, view.starts[first])
        return at < len(self.starts) and self.starts[at] < view.end(last - 1)

    def _subject(self, group: VerbGroup) -> ActorId | None:
        subject = self.syntax.subject(group)
        if subject is None or self._parted(subject[1], group.start) or self._faces(subject):
            return None
        if found := self._within(subject) or self._behind(subject):
            return found
        above = self.syntax.governor(group)
        if above is None or self.syntax.tag(subject[0]) != "PRON" or above.lemma not in _SAYS:
            return None
        speaker = self.syntax.subject(above)
        return self._within(speaker) if speaker else None

    def _faces(self, side: tuple[int, int]) -> bool:
        """Tell one of two who fight: "the war between the army and *the rebels* has killed 9"."""
        lower, at = self.syntax.tokens.lower, side[0]
        first = max(self.syntax.tokens.sentence_range(at)[0], at - _BETWEEN)
        return lower[at - 1] == "and" and "between" in lower[first:at]

    def _behind(self, attack: tuple[int, int]) -> ActorId | None:
        """Return whose attack it is: "a strike by Ruritania hit a school, killing 12"."""
        lower, at = self.syntax.tokens.lower, attack[1]
        if lower[at - 1] not in _ATTACKS or lower[at] != "by":
            return None
        phrase = self.syntax.noun_phrase(at + 1)
        return self._within(phrase) if phrase is not None else None

    def _parted(self, start: int, end: int) -> bool:
        """Tell "Ruritania left after a bomb killed 12": another clause begins in between."""
        return not _CLAUSES.isdisjoint(self.syntax.tokens.lower[start:end])

    def _attack(self, start: int, end: int) -> ActorId | None:
        """Read "in one Israeli attack", "by Hamas rocket fire", after a count and its effect."""
        lower = self.syntax.tokens.lower
        if "by" not in lower[start:end] and _ATTACKS.isdisjoint(lower[start:end]):
            return None
        for at in range(start, min(end - 1, start + _REACH)):
            if lower[at] in _TIES and (phrase := self.syntax.noun_phrase(at + 1)):
                if lower[at] == "by":
                    return self._within(phrase)
                if any(word in _ATTACKS for word in lower[slice(*phrase)]):
                    return self._within(phrase, by=False)
            elif lower[at] in (",", ";", "and", "while"):
                return None
        return None

    def _within(self, phrase: tuple[int, int], *, by: bool = True) -> ActorId | None:
        """Return the first actor that a noun phrase mentions, if the phrase is or acts for it.

        "Hamas gunmen" and "a Hamas gunman" do; "a retired NASA astronaut" acts for himself. Without
        *by*, a state's name tells where: "hurt in Peru market attack", but "in Peruvian raids".
        """
        view = self.syntax.tokens
        first, last = view.starts[phrase[0]], view.end(phrase[1] - 1)
        at = bisect_left(self.starts, first)
        if at == len(self.mentions) or self.mentions[at][0] >= last:
            return None
        following = self.mentions[at + 1 : at + 2]
        owned = view.lower[view.at(self.mentions[at][0]) + 1] in _OWNING
        if owned and following and following[0][0] < last:
            at += 1  # "Ruritania's Zorblatt rebels"
        start, actor, force, territory = self.mentions[at]
        if territory and not by:
            return None
        head = view.lower[phrase[1] - 1]
        member = view.starts[phrase[1] - 1] != start and noun_kind(head) is NounKind.PEOPLE
        return None if member and not force and not head.endswith(_PLURALS) else actor

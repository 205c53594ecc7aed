"""Victims whom the text names or singles out without a number: "Ann Lee was killed", "his mother".

Each counts one. Somebody already told of is not counted again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

import attrs

from newsfacts import ActorClaim, Comparator
from newsfacts.lazy import lazy
from newsfacts.quantities import bounded
from newsfacts.syntax import Syntax
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import SUFFERERS, Form, Hit, shot_dead
from newsfacts_casualties.joints import closes_apposition, takes_up
from newsfacts_casualties.lexicon import NounKind, is_one, nouns_in
from newsfacts_casualties.links import Link
from newsfacts_casualties.nouns import Counted
from newsfacts_casualties.paths import is_description
from newsfacts_casualties.people import SIZES, People, Phrase, is_person
from newsfacts_casualties.reach import names, reaches, settled, strikes_pronoun
from newsfacts_casualties.reality import governing_verb
from newsfacts_casualties.sufferers import Sufferers

__all__ = ["Victims"]

_EFFECTS = frozenset((Effect.KILLED, Effect.INJURED, Effect.MISSING, Effect.CAPTIVE))
_MANY = 2
_COPULAS = frozenset(("are", "were", "is", "was"))
_NAMING = _COPULAS | frozenset("have has been later identified named as".split())
"""What stands between those counted and their names: "two of the dead have been identified as"."""
_INCLUDING = frozenset(("including", "among"))
_AMONG_THEM = (("among", "them"), ("among", "whom"))
_BEFORE_PARTS = 14
"""Tokens at most from a toll to the names of some of those whom it counts."""
_LEAD = 6
"""Tokens from a count to the colon of the list of its names."""
_POSSESSIVES = frozenset(("his", "her", "their", "my", "our"))
_ARTICLES = ("the", "a", "an")
_NUMBER = 4
"""Tokens from "number" to those whom it counts."""
_SAYS = frozenset(("said", "says", "added", "told", "recalled", "asked"))
_QUOTED = frozenset((",", '"', "”", "''", "’", "'", "?", "!"))
_FIGURATIVE = frozenset(
    "hurt hurts hurting detain detains detaining detained jail jails jailing jailed round rounds "
    "rounding rounded incarcerate incarcerated captive hostage imprison imprisoned imprisons "
    "capture captured captures capturing enslave".split()
)
"""Words that with a person's name seldom mean what they say: "the scandal hurt Smith"."""


class Victims:
    """Finds the victims of an article who come without a number."""

    def __init__(self, syntax: Syntax, actors: tuple[ActorClaim, ...]) -> None:
        """Take the article's syntax and its actors, if any are known."""
        self._syntax = syntax
        self._actors = actors
        self._names: dict[tuple[Effect, str], set[tuple[str, ...]]] = {}
        """Those told of, by what befell them and their last name."""
        self._singled_out: set[tuple[Effect, str]] = set()

    @lazy
    def _people(self) -> People:
        return People.among(self._syntax, self._actors)

    @lazy
    def _sufferers(self) -> Sufferers:
        return Sufferers(self._people)

    def links(
        self, hit: Hit, start: int, end: int, phrases: Sequence[Counted], linked: Sequence[Link]
    ) -> Iterable[Link]:
        """Return the victims of one effect word, and counts that only its grammar ties to it.

        Args:
            hit: the effect word.
            start: index of the first token of its sentence.
            end: index of the token after it.
            phrases: the sentence's counted noun phrases.
            linked: the links already made; what is added to it on the way is taken in.
        """
        if hit.trigger.effect not in _EFFECTS:
            return ()
        if linked or ":" in self._syntax.tokens.lower[hit.end : end]:
            return self._listed_and_struck(hit, start, end, phrases, linked)
        if not self._can_strike(hit, start, end, phrases, linked):
            return ()
        return self._struck(hit, start, end, phrases, linked)

    def by_name(self, link: Link, end: int) -> Link:
        """Give one person counted by "a" or "another" the name that is put beside the noun.

        "Another reporter, Ann Lee, died", "the attack on Ann Lee, a judge, who was murdered".
        """
        phrase, view = link.phrase, self._syntax.tokens
        one = phrase.article and phrase.quantity.value == 1 and link.kind is NounKind.PEOPLE
        if not one or link.effect not in _EFFECTS:
            return link
        if view.lower[phrase.end : phrase.end + 1] == [","]:
            name = self._sufferers.apposed_name((phrase.start, phrase.end))
            if name is None or not closes_apposition(view.lower, name[1], end):
                return link
            phrase = attrs.evolve(phrase, end=name[1])
        elif view.lower[phrase.start - 1] == "," and link.hit.start >= phrase.end:
            name = self._sufferers.name_before((phrase.start, phrase.end), end)
            if name is None:
                return link
            phrase = attrs.evolve(phrase, start=name[0], number=name[0], end=name[1])
        else:
            return link
        named = self._people.name(name)
        again = named is not None and self._named(named, link.effect) is None
        return attrs.evolve(link, phrase=phrase, again=again)

    def _listed_and_struck(
        self, hit: Hit, start: int, end: int, phrases: Sequence[Counted], linked: Sequence[Link]
    ) -> Iterator[Link]:
        """Yield the names that follow, then those whom grammar ties to an effect word."""
        yield from self._listed(hit, start, end, linked)
        if self._can_strike(hit, start, end, phrases, linked):
            yield from self._struck(hit, start, end, phrases, linked)

    def _struck(
        self, hit: Hit, start: int, end: int, phrases: Sequence[Counted], linked: Sequence[Link]
    ) -> Iterator[Link]:
        """Yield those whom grammar ties to an effect word."""
        effect = hit.trigger.effect
        struck = list(self._sufferers.of(hit, start, end))
        if effect is Effect.INJURED and struck:
            (_, last), _ = struck[-1]
            if shot_dead(self._syntax.tokens.lower, last):
                effect = Effect.KILLED
        told = self._counted_by_name([phrase for phrase, _ in struck], phrases)
        for phrase, rule in struck:
            count = next((x for x in phrases if x.start < phrase[1] and phrase[0] < x.end), None)
            if count is not None:
                if rule == "subject" and is_description(self._syntax.tokens.lower, count.start):
                    continue
                if _is_free(count, {link.phrase.start for link in linked}):
                    yield self.by_name(Link(count, hit, effect, rule, None, count.kind), end)
                continue
            if not self._people.could_be(phrase):
                return
            if self._is_bystander(phrase, hit):
                continue
            victim = self._victim(phrase, effect) or self._another(phrase, struck[0][0])
            if victim and not self._is_counted(phrase, linked):
                whole = next((at for at, link in enumerate(linked) if link.phrase == told), None)
                named = rule if whole is None else "listed"
                yield Link(victim, hit, effect, named, whole, NounKind.PEOPLE)

    def _counted_by_name(
        self, struck: Sequence[Phrase], phrases: Sequence[Counted]
    ) -> Counted | None:
        """Return the count whose members all follow by name: "two clerks, Ann Lee and Bo Holt"."""
        if len(struck) <= _MANY or not all(map(self._people.name, struck[1:])):
            return None
        first, following = struck[:2]
        apposed = "," in self._syntax.tokens.lower[first[1] : following[0]]
        named = len(struck) - 1
        counts = (x for x in phrases if x.start < first[1] and first[0] < x.end)
        return next((x for x in counts if apposed and x.quantity.value == named), None)

    def _is_bystander(self, phrase: Phrase, hit: Hit) -> bool:
        """Tell whether somebody speaks of the dead or is kin to them: ", said Lee, whose sons"."""
        lower, first = self._syntax.tokens.lower, phrase[0]
        quoted = lower[max(0, first - 2) : first]
        if len(quoted) > 1 and quoted[1] in _SAYS and quoted[0] in _QUOTED:
            return True
        if "whose" not in lower[phrase[1] : hit.start]:
            return False
        group = governing_verb(self._syntax, hit, phrase[1])
        return group is None or lower[group.start - 1] != ","  # "Lee, whose sons fled, was killed"

    def _is_counted(self, phrase: Phrase, linked: Sequence[Link]) -> bool:
        """Tell whether a name only says who the one counted before it is: "a driver, Bo Lee"."""
        at = phrase[0] - 1
        lower = self._syntax.tokens.lower
        renamed = lower[at : at + 1] == ["named"] or is_description(lower, phrase[0])
        if renamed and self._people.name(phrase):
            return any(link.phrase.end <= at and link.phrase.quantity.value == 1 for link in linked)
        if lower[at : at + 1] != [","]:
            return False
        return any(
            link.phrase.end == at
            and link.phrase.quantity.value == 1
            and self._people.name((link.phrase.start, at)) is None  # one name of a list of them
            for link in linked
        )

    def _can_strike(
        self, hit: Hit, start: int, end: int, phrases: Sequence[Counted], linked: Sequence[Link]
    ) -> bool:
        """Tell whether an effect word can take somebody without a number, the words asked first."""
        if not self._is_literal(hit, linked):
            return False
        if linked and settled(self._syntax.tokens, hit, linked, end):
            return False
        if strikes_pronoun(self._syntax.tokens.lower, start, end, hit):
            return takes_up(self._syntax.tokens.lower, hit)
        free = False
        if phrases:
            lower, taken = self._syntax.tokens.lower, {link.phrase.start for link in linked}
            for count in phrases:
                if _is_free(count, taken) and reaches(lower, hit, count.start, end):
                    free = True
                    break
        named = free or names(self._syntax.tokens, start, end, hit, self._people)
        return named and self._is_plain(hit)

    def _listed(self, hit: Hit, start: int, end: int, linked: Sequence[Link]) -> Iterator[Link]:
        """Yield names after a colon or "were": "killed three: Ann Lee, ...", "The dead: ..."."""
        effect = hit.trigger.effect
        counts = [at for at, link in enumerate(linked) if link.hit is hit and link.whole is None]
        whole = counts[-1] if counts else None
        opening = self._opening(hit, None if whole is None else linked[whole], end)
        if opening is None or (whole is None and not self._introduces(hit, start)):
            return
        unnamed = 0
        for phrase in self._sufferers.listed(opening, end):
            if not (named := self._people.name(phrase)):
                unnamed += 1
                if unnamed > 1:
                    return
                continue  # a name that an actor of another kind has too
            unnamed = 0
            if victim := self._named(named, effect):
                yield Link(victim, hit, effect, "listed", whole, NounKind.PEOPLE)

    def _opening(self, hit: Hit, told: Link | None, end: int) -> int | None:
        """Return the token that begins the names of those counted, or of those whom *hit* strikes.

        They come after a colon; of a count after "were" or "were identified as" too.
        """
        lower = self._syntax.tokens.lower
        after = hit.end if told is None else max(hit.end, told.phrase.end)
        many = told is None or (told.phrase.quantity.high or _MANY) > 1
        if many and (told is None or told.kind is NounKind.PEOPLE):
            for at in range(after, min(end, after + _LEAD)):
                if lower[at] == ":":
                    return at + 1
        at = after
        while at < end and lower[at] in _NAMING:
            at += 1
        told_who = after < at < end and (lower[at - 1] == "as" or lower[at - 1] in _COPULAS)
        return at if told is not None and told_who else None

    def included(
        self, start: int, end: int, phrases: Sequence[Counted], linked: Sequence[Link]
    ) -> Iterator[Link]:
        """Yield who is named as part of a toll: "40 dead, including Mayor Ann Lee and two clerks".

        Args:
            start: index of the first token of the sentence.
            end: index of the token after it.
            phrases: its counted noun phrases.
            linked: the links that words have made.
        """
        lower = self._syntax.tokens.lower
        if _INCLUDING.isdisjoint(lower[start:end]):
            return
        opening = next((at for at in range(start + 1, end) if _opens_parts(lower, at)), None)
        whole = None if opening is None else self._whole_before(opening, linked)
        if opening is None or whole is None:
            return
        effect, taken = linked[whole].effect, {link.phrase.start for link in linked}
        for phrase in self._sufferers.listed(opening, end):
            if lower[phrase[1] : phrase[1] + 1] == ["who"]:
                return  # "wounding four, including the leader who was among those killed"
            count = next((x for x in phrases if x.start < phrase[1] and phrase[0] < x.end), None)
            if count is None:
                victim = self._victim(phrase, effect) if self._people.surely(phrase) else None
                if victim is None:
                    return
                yield Link(victim, linked[whole].hit, effect, "part", whole, NounKind.PEOPLE)
            elif count.start not in taken and count.kind is NounKind.PEOPLE:
                yield Link(count, linked[whole].hit, effect, "part", whole, count.kind)

    def _whole_before(self, opening: int, linked: Sequence[Link]) -> int | None:
        """Return the place of the last toll that ends just before token *opening*."""
        for at in range(len(linked) - 1, -1, -1):
            link = linked[at]
            if link.phrase.end < opening and link.whole is None:
                told = (
                    link.phrase.end
                    if link.hit.end >= opening
                    else max(link.phrase.end, link.hit.end)
                )
                many = link.phrase.quantity.high is None or link.phrase.quantity.high >= _MANY
                people = link.kind in (NounKind.PEOPLE, None) and not link.phrase.share
                near = opening - told <= _BEFORE_PARTS
                return at if many and people and near and link.effect in _EFFECTS else None
        return None

    def _introduces(self, hit: Hit, start: int) -> bool:
        """Tell whether names follow: "The following officers died:", "The dead:"."""
        lower = self._syntax.tokens.lower
        if "following" in lower[start : hit.start]:
            return True
        definite = hit.start > start and lower[hit.start - 1] in ("the", "those")
        alone = lower[hit.end] == ":" or lower[hit.end + 1 : hit.end + 2] == [":"]
        return definite and alone and lower[hit.start] in SUFFERERS | {"killed", "deceased"}

    def _is_literal(self, hit: Hit, linked: Sequence[Link]) -> bool:
        """Tell whether the words alone let an effect word take somebody without a number."""
        trigger, follows = hit.trigger, self._syntax.tokens.lower[hit.end : hit.end + 1]
        if "number" in self._syntax.tokens.lower[max(0, hit.start - _NUMBER) : hit.start]:
            return False  # "Ann Lee put the number of badly wounded at seven"
        if trigger.form in (Form.NOUN, Form.TOLL) or trigger.only:
            return False
        if trigger.people_only:  # "lost her husband", not "lost a bodyguard", who may be found
            return trigger.effect is Effect.KILLED and not _POSSESSIVES.isdisjoint(follows)
        if trigger.words[0] in _FIGURATIVE:  # but "Ann Lee and three clerks were hurt"
            return hit.passive and any(link.hit is hit for link in linked)
        return trigger.words != ("missing",) or follows != ["from"]

    def _is_plain(self, hit: Hit) -> bool:
        """Tell whether grammar, too, lets a literal effect word take somebody without a number."""
        trigger = hit.trigger
        if trigger.people_only:
            return self._loses_kin(hit)
        verb = trigger.form in (Form.ACTIVE, Form.EITHER) and len(trigger.words) == 1
        if verb and trigger.words[0].endswith("ing"):
            before = self._syntax.tokens.lower[hit.start - 1] if hit.start else ""
            if before in _ARTICLES:
                return False  # "the shooting": a noun, whatever else stands there
        return not verb or self._syntax.tag(hit.start) != "NOUN"

    def _loses_kin(self, hit: Hit) -> bool:
        """Tell "lost her husband" from "lost her purse"."""
        phrase = self._syntax.noun_phrase(hit.end)
        if phrase is None or phrase[0] != hit.end:
            return False
        return self._syntax.tokens.lower[phrase[1] - 1] in nouns_in("kin")

    def _victim(self, phrase: Phrase, effect: Effect) -> Counted | None:
        """Return a noun phrase as one victim, or None where it is not one person new to us."""
        named = self._people.name(phrase)
        if named is not None:
            return self._named(named, effect)
        head = self._people.singled_out(phrase)
        if head is None or (effect, head) in self._singled_out:
            return None
        self._singled_out.add((effect, head))
        apposed = self._sufferers.apposed_name(phrase)
        name = self._people.name(apposed) if apposed is not None else None
        if name is None:
            return _one(phrase, head)
        return _one((phrase[0], name[1]), head) if self._named(name, effect) else None

    def _another(self, phrase: Phrase, first: Phrase) -> Counted | None:
        """Return somebody in a list whom words alone would not single out.

        "The deaths of Ann Lee and a driver", "his bodyguard and driver".
        """
        lower, last = self._syntax.tokens.lower, phrase[1] - 1
        if phrase == first or not (is_person(lower[last]) and is_one(lower[last])):
            return None
        named = self._people.name(first) is not None and lower[phrase[0]] in ("a", "an")
        paired = lower[first[0]] in _POSSESSIVES and lower[first[1] : phrase[0]] == ["and"]
        return _one(phrase, lower[last]) if named or paired else None

    def _named(self, named: Phrase, effect: Effect) -> Counted | None:
        """Return a named victim, once an effect: "Lee" is the "Ann Lee" told of before."""
        words = tuple(self._syntax.tokens.lower[slice(*named)])
        known = self._names.setdefault((effect, words[-1]), set())
        if words in known or (known and (len(words) == 1 or words[-1:] in known)):
            return None
        known.add(words)
        return _one(named, words[-1])


def _opens_parts(lower: Sequence[str], at: int) -> bool:
    """Tell whether a list of parts begins at token *at*: after "including" or "among them"."""
    return lower[at - 1] == "including" or tuple(lower[at - 2 : at]) in _AMONG_THEM


def _is_free(count: Counted, taken: Container[int]) -> bool:
    """Tell whether a count of people is not yet tied to any effect.

    *taken* has the first tokens of those that are.
    """
    people = count.kind in (NounKind.PEOPLE, NounKind.GROUP)
    return people and not (count.share or count.anaphoric) and count.start not in taken


def _one(phrase: Phrase, head: str) -> Counted:
    many = bounded(SIZES.get(head, 1), Comparator.EXACT)
    return Counted(*phrase, phrase[0], many, NounKind.PEOPLE, head)

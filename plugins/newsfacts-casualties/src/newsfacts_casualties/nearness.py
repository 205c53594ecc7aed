"""How near a counted phrase stands to an effect word, construction by construction.

A construction that does not hold weighs None; of those that hold the least weight wins. Weights
order constructions and nothing else: what touches comes first, then tolls and counted effects, then
coordinated objects, then a subject with words of its own between it and its verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import SUFFERERS, Form, Hit
from newsfacts_casualties.joints import COMPANY, is_vaguely_put
from newsfacts_casualties.lexicon import NounKind, closed, closed_any, noun_kind
from newsfacts_casualties.nouns import COLLECTIVES, Counted
from newsfacts_casualties.paths import (
    SAYING,
    alike,
    attaches,
    is_description,
    joins,
    without_age,
    without_parenthesis,
)

__all__ = ["Scene", "light"]

_FAR = 14
"""Tokens that may stand between a phrase and its effect word."""
_TOUCHING = 4
"""Tokens of glue that may stand between a verb and its object."""
_STEP = 0.01
_ENTERED = -0.5
_TOLL, _COUNTED, _OBJECTS, _ATTRIBUTE, _SUBJECT, _ALONG = 0.5, 0.9, 1.0, 1.5, 2.0, 2.5
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_TOLL_LEADS = frozenset(
    "at to of is was reached reaches hit hits passed passes topped tops exceeded exceeds stands "
    "stood near nears neared surpassed surpasses over above : among number numbers numbered reach "
    "top pass exceed surpass hits total totals totalled totaled climbed past".split()
)
_RISE_LEADS = frozenset(
    "to reached hit passed topped exceeded surpassed number numbers numbered total totals totalled "
    "totaled reach exceed surpass past".split()
)
_PUT_THE = (["put", "the"], ["puts", "the"], ["putting", "the"])
_NUMBERED = (["number"], ["numbers"], ["numbered"])
_TABLED = ([":"], ["="], ["-"], ["–"], ["—"], ["--"])
_TIMING = frozenset("since in during between from on this last over to".split())
_ENTRY = 8
"""Tokens of a table's entry from its effect word to its number: "Killed since May 2019:"."""
_ENDS: tuple[list[str], ...] = ([], ["."], [";"], [","])
_STANDS = frozenset("stand stands stood standing put".split())
_BRINGS = frozenset(
    "bring brings bringing brought raise raises raising raised push pushes pushing pushed take "
    "takes taking took".split()
)
_GLUE = frozenset(
    "the a an and or of another other its his her their our those these all himself herself "
    'themselves last remaining first final only " “'.split()
)
_ARTICLES = ("a", "an")
_RATES = (["day"], ["week"], ["month"], ["year"], ["hour"], ["night"])
_QUOTES = ('"', "“")
_FITTINGS = frozenset(
    "windows windowpanes window-panes panes glass roof roofs walls wall doors fronts facades "
    "façades upper top ground front ceilings".split()
)
"""Parts of what is damaged with them: "shattered the windows of dozens of shops"."""
_TOGETHER = (["along", "with"], ["together", "with"], ["well", "as"])
_STRUCK = (Effect.DAMAGED, Effect.LAUNCHED)
"""What befalls things: "the toll from the collapse of a bridge rose to 38"."""
_OBJECT_PRONOUNS = frozenset("him them her himself herself".split())
_CARRIED = frozenset(
    "and or to the as - self looted ransacked vandalised vandalized robbed tortured ambushed "
    'attacked targeted prepared preparing about going expected " ”'.split()
)
"""What else may stand between a subject and its participle: "were looted and burned"."""
_COMPLEMENTS = frozenset("from in at on across near".split())
_MARKS = frozenset((",", ";", ":", "."))
_RELATIVES = frozenset(("who", "which", "whose", "where"))


_Weighed = tuple[float | None, str]
"""The weight of a construction, None where it does not hold, and its name."""


@cache
def light() -> frozenset[str]:
    """What may stand between a verb and its object."""
    return _GLUE | closed("adverbs")


@cache
def _carried() -> frozenset[str]:
    """What may stand between a subject and its participle."""
    return closed_any("adverbs", "auxiliaries") | _CARRIED


@cache
def _within() -> frozenset[str]:
    """Prepositions after which a phrase is no subject."""
    return closed("prepositions") - {"of", "by", "including", "with", "for", "than"}


@attrs.frozen
class Scene:
    """Is a sentence with its counted phrases and effect words."""

    view: Tokens
    start: int
    end: int
    phrases: tuple[Counted, ...]
    hits: tuple[Hit, ...]
    _weighed: dict[tuple[int, int], float | None] = attrs.field(factory=dict, eq=False, repr=False)
    _starts: frozenset[int] = attrs.field(init=False, eq=False, repr=False)

    @_starts.default
    def _first_tokens(self) -> frozenset[int]:
        return frozenset(phrase.start for phrase in self.phrases)

    def words(self, start: int, end: int) -> list[str]:
        """Return the lower-case tokens from *start* to *end*, none outside the sentence."""
        return self.view.lower[max(self.start, start) : min(self.end, end)]

    def weights(self, index: int, hit: Hit, objects: Mapping[int, Hit]) -> list[tuple[float, str]]:
        """Return the constructions that tie a phrase to an effect word: weight and name of each.

        Args:
            index: the phrase's place among the sentence's.
            hit: the effect word.
            objects: the effect words of the phrases before it, by place.
        """
        phrase = self.phrases[index]
        if hit.start < phrase.end and phrase.start < hit.end:
            found = self._inside(phrase, hit)
        elif phrase.end <= hit.start:
            found = self._before(index, hit)
        else:
            found = self._after(index, hit, objects)
        return [(weight, rule) for weight, rule in found if weight is not None]

    def _inside(self, phrase: Counted, hit: Hit) -> list[_Weighed]:
        """Weigh "12 civilian deaths" and "1,100 displaced families"."""
        form = hit.trigger.form
        if phrase.share:
            return []  # "60 percent of the refugees are women" says who they are
        if form is Form.NOUN and hit.end == phrase.end:
            wound = phrase.article and (
                hit.trigger.effect is Effect.INJURED or hit.trigger.words[0] == "loss"
            )
            return [(None if wound else _COUNTED, "counted_effect")]  # "a knee injury": no victim
        if hit.end == phrase.end and form is Form.BEFORE and hit.start == phrase.number:
            figurative = phrase.article and phrase.head != "hostage"  # "a captive audience"
            return [(None if figurative else _COUNTED, "counted_effect")]  # "one hostage"
        if phrase.of_effect and hit.start == phrase.end - 1:
            return [(_COUNTED, "counted_effect")]
        if phrase.number <= hit.start and hit.end < phrase.end:
            return [(_ATTRIBUTE if form in (Form.EITHER, Form.BEFORE) else None, "attribute")]
        return []

    def _before(self, index: int, hit: Hit) -> list[_Weighed]:
        phrase, form = self.phrases[index], hit.trigger.form
        found: list[_Weighed] = [(self._brought_to(phrase, hit), "toll_before")]
        if form is Form.NOUN and hit.start == phrase.end:
            found.append((0.2, "counted_effect"))
        those = phrase.head == "those" or hit.trigger.words[0] in SUFFERERS
        if form is Form.AFTER and hit.start == phrase.end and those:
            found.append((0.0, "suffers"))  # "the 41 dead included 13 women"
        if form is Form.BEFORE or (form is Form.EITHER and not self._takes_object(hit)):
            found.append((self._suffers(index, hit), "suffers"))
        return found

    def _after(self, index: int, hit: Hit, objects: Mapping[int, Hit]) -> list[_Weighed]:
        phrase, form = self.phrases[index], hit.trigger.form
        if phrase.start - hit.end > COMPANY:
            return []  # none of these reaches so far
        found: list[_Weighed] = []
        if hit not in objects.values() and self._is_tabled(phrase, hit):
            found.append((_ENTERED, "toll"))  # "Killed: 14", not "27 died: 15 in Marwa"
        if form in (Form.BEFORE, Form.EITHER):
            found.append((self._along_with(phrase, hit), "along_with"))
        counted = self.words(phrase.start - 1, phrase.start) in _NUMBERED
        counted = counted or self._is_put_at(phrase, hit)
        numbered = counted and hit.trigger.words[-1] in SUFFERERS  # "the confirmed dead number 71"
        if form in (Form.TOLL, Form.NOUN) or numbered or self._is_number_of(hit):
            found.append((self._toll(phrase, hit), "toll"))
        if form in (Form.ACTIVE, Form.AFTER) or self._takes_object(hit):
            found.append((self._done_to(index, hit, objects), "done_to"))
        return found

    def _is_put_at(self, phrase: Counted, hit: Hit) -> bool:
        """Tell "put the wounded at 50", "the wounded number in the hundreds"."""
        path = self.words(hit.end, phrase.start)
        vague = phrase.quantity.value is None and is_vaguely_put(path)
        return vague or (path == ["at"] and self.words(hit.start - 2, hit.start) in _PUT_THE)

    def _is_tabled(self, phrase: Counted, hit: Hit) -> bool:
        """Tell "Killed: 14", "Missing people: 4", "Killed since May: 9", "Destroyed: 9 huts"."""
        path = self.words(hit.end, phrase.start)
        if len(path) == len(("people", ":")) and noun_kind(path[0]) is NounKind.PEOPLE:
            return path[1] == ":" and phrase.bare
        ends = self.words(phrase.end, phrase.end + 1) in _ENDS
        if (phrase.bare and path in _TABLED) or (ends and path == [":"]):
            return True
        timed = path[-1:] == [":"] and path[0] in _TIMING and len(path) <= _ENTRY
        return timed and ends and phrase.bare and hit.start <= self.start + 1

    def _takes_object(self, hit: Hit) -> bool:
        """Tell whether a form that can be past or participle takes an object here."""
        if hit.trigger.form is not Form.EITHER or hit.passive or hit.end >= self.end:
            return False
        if hit.end in self._starts:
            return True
        if self.view.lower[hit.end] in _QUOTES and hit.end + 1 in self._starts:
            return True
        words, follows = self.view.words, self.view.lower[hit.end]
        if follows in closed_any("adverbs", "prepositions"):
            return False
        if follows in _ARTICLES:  # "killed a dog", not "killed a day"
            return self.words(hit.end + 1, hit.end + 2)[:1] not in _RATES
        named = words[hit.end][0].isupper() and not words[hit.start][0].isupper()
        determined = follows in closed("determiners") or follows in _OBJECT_PRONOUNS
        return named or determined or noun_kind(follows) is not None

    def _is_number_of(self, hit: Hit) -> bool:
        """Tell whether "number of", a few words before, makes a toll of an effect word."""
        before = self.words(hit.start - 6, hit.start)
        return "number" in before and "of" in before

    def _interrupted(
        self, start: int, end: int, but: Hit, passing: tuple[Effect, ...] = ()
    ) -> bool:
        """Tell whether too much, or another effect word, *passing* ones aside, stands between."""
        return end - start > _FAR or self._struck_between(start, end, but, passing)

    def _struck_between(self, start: int, end: int, but: Hit, passing: tuple[Effect, ...]) -> bool:
        """Tell whether another effect word stands between."""
        return any(
            start <= hit.start < end
            and hit is not but
            and hit.trigger.form is not Form.NOUN
            and hit.trigger.effect not in passing
            for hit in self.hits
        )

    def _brought_to(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh "brings to 274,000 the number of people displaced"."""
        before = self.words(phrase.start - 4, phrase.start)
        if before[-1:] != ["to"] or _BRINGS.isdisjoint(before):
            return None
        path = self.words(phrase.end, hit.start)
        if len(path) > _FAR or path[:1] != ["the"]:
            return None
        return _TOLL if hit.trigger.form is Form.TOLL or self._is_number_of(hit) else None

    def _toll(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh "put the death toll in Israel at 12" and "deaths rose to 12"."""
        if self._interrupted(hit.end, phrase.start, hit, _STRUCK):
            return None
        if not phrase.bare and phrase.kind not in _PEOPLE:
            return None
        path = self.words(hit.end, phrase.start)
        if path == ["now"] and phrase.bare:
            return _TOLL
        if path == [","] and phrase.bare and self.words(phrase.end, phrase.end + 1) == [","]:
            return _TOLL  # "the highest number of deaths, 15, was"
        lead = [word for word in path if word not in closed("adverbs")]
        rising = hit.trigger.form is Form.NOUN and not self._is_number_of(hit)
        leads = _RISE_LEADS if rising else _TOLL_LEADS
        stands = lead[-1:] == ["at"] and not _STANDS.isdisjoint(lead)  # "deaths stand at 33"
        stands = stands or (phrase.quantity.value is None and is_vaguely_put(lead))
        return _TOLL + _STEP * len(path) if stands or (lead and lead[-1] in leads) else None

    def _along_with(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh "was killed along with two of his bodyguards"."""
        path = self.words(hit.end, phrase.start)
        if path[-2:] not in _TOGETHER or len(path) > COMPANY:
            return None
        return None if self._struck_between(hit.end, phrase.start, hit, ()) else _ALONG

    def _done_to(self, index: int, hit: Hit, objects: Mapping[int, Hit]) -> float | None:
        """Weigh "killing 855 people" and, of objects joined to that one, "and four children"."""
        phrase = self.phrases[index]
        path = self.words(hit.end, phrase.start)
        if path[:1] == ["of"] and hit.trigger.form is Form.ACTIVE:
            return None  # "the level of a university"
        if len(path) < _TOUCHING and light().issuperset(path):
            return _STEP * len(path)
        if path[-1:] == ["of"] and hit.trigger.effect is Effect.DAMAGED and len(path) <= _TOUCHING:
            return _TOLL if path[-2:-1] and path[-2] in _FITTINGS else None
        before = [other for other, verb in objects.items() if verb is hit and other < index]
        before = [other for other in before if self.phrases[other].start >= hit.end]
        if not before or self._interrupted(hit.end, phrase.start, hit):
            return None
        if not SAYING.isdisjoint(self.words(phrase.end, phrase.end + 1)):
            return None  # "killing seven soldiers, an official said"
        gap = self.words(self.phrases[max(before)].end, phrase.start)
        joined = gap[-1:] in (["and"], [","], ["plus"], ["or"]) or gap[-2:] == ["well", "as"]
        clause = not closed_any("barriers", "auxiliaries").isdisjoint(gap)
        return _OBJECTS + _STEP * len(gap) if joined and not clause else None

    def _suffers(self, index: int, hit: Hit) -> float | None:
        """Weigh "12 people were killed", alone, coordinated, or with words of its own between."""
        phrase, key = self.phrases[index], (index, hit.start)
        fronted = "of" in self.words(phrase.start - 2, phrase.start)
        if fronted and self.words(phrase.end, phrase.end + 1) == [","]:
            return None  # "Of the eight victims, three were stabbed"
        if self._complements(index):
            return None
        if key not in self._weighed:
            coordinated = self._coordinated(index, hit)
            self._weighed[key] = coordinated or self._subject(index, hit)
        return self._weighed[key]

    def _complements(self, index: int) -> bool:
        """Tell "both communities" in "1,000 people from both communities are missing"."""
        phrase, before = self.phrases[index], self.phrases[index - 1] if index else None
        if is_description(self.view.lower, phrase.start):
            return True
        if before is None or before.end != phrase.start - 1 or before.kind not in _PEOPLE:
            return False
        joint = self.view.lower[before.end]
        if joint == "of" and before.kind is NounKind.PEOPLE and before.head not in COLLECTIVES:
            return not before.anaphoric  # "two relatives of a farmer were found dead"
        whole = phrase.kind is NounKind.GROUP and phrase.quantity.value == 1
        return joint in _COMPLEMENTS or (joint == "of" and whole)  # "members of one family"

    def _coordinated(self, index: int, hit: Hit) -> float | None:
        """Weigh the first of "a soldier, four officers and two civilians were killed"."""
        if index + 1 == len(self.phrases):
            return None
        phrase, following = self.phrases[index], self.phrases[index + 1]
        gap = self.words(phrase.end, following.start)
        if following.end > hit.start or not joins(gap) or not alike(phrase, following):
            return None
        if following.anaphoric:
            return None  # "17 people, two of whom died"
        weight = self._suffers(index + 1, hit)
        return None if weight is None else weight + _STEP

    def _subject(self, index: int, hit: Hit) -> float | None:
        phrase = self.phrases[index]
        if hit.trigger.words[0] in closed("surviving"):
            lost = self.view.lower[phrase.start] == "none" and phrase.quantity.value != 0
            return _SUBJECT if lost else None  # "none of the 28 people aboard survived"
        path = without_parenthesis(without_age(self.words(phrase.end, hit.start)))
        if _carried().issuperset(path) and path[:1] not in (["and"], ["or"]):
            return _STEP * len(path)
        if self._shares_verb(phrase, hit):
            return _ALONG
        if "whose" in path:
            return None  # "a farmer in Marwa whose brother was killed"
        if "," in path and self._in_clause(phrase.start):
            return None  # "Ann Lee, who nursed several patients in Marwa, was killed"
        if len(path) > _FAR or self._interrupted(phrase.end, hit.start, hit):
            return None
        if not self._is_subject(phrase, hit) or not attaches(path, hit):
            return None
        if path[0].endswith(("ing", "ed")) and self._counts_people(phrase.end, hit.start):
            return None  # "a man driving two nurses was killed"
        return _SUBJECT + _STEP * len(path)

    def _counts_people(self, start: int, end: int) -> bool:
        """Tell whether a counted phrase of people begins among tokens *start* to *end*."""
        inside = (x for x in self.phrases if start <= x.start < end and x.kind in _PEOPLE)
        return not all(is_description(self.view.lower, x.start) for x in inside)

    def _in_clause(self, at: int) -> bool:
        """Tell whether a relative clause that a comma opened goes on at token *at*."""
        for word in reversed(self.words(at - _FAR, at)):
            if word in _MARKS:
                return False
            if word in _RELATIVES:
                return True
        return False

    def _shares_verb(self, phrase: Counted, hit: Hit) -> bool:
        """Tell "12 people were abducted and later killed": passive verbs joined to this one."""
        between = [other for other in self.hits if phrase.end <= other.start < hit.start]
        parted = any(phrase.end <= start < hit.start for start in self._starts)
        return (
            bool(between)
            and not parted
            and all(
                other.passive and self.words(other.end, other.end + 1) in (["and"], ["or"])
                for other in between
            )
        )

    def _is_subject(self, phrase: Counted, hit: Hit) -> bool:
        """Tell whether a phrase can be a distant subject: of no preposition, its verb finite."""
        prior = self.words(phrase.start - 1, phrase.start)
        if prior and prior[0] in _within():
            return False
        finite = hit.trigger.form is not Form.EITHER or hit.passive
        return finite or self.words(hit.end, hit.end + 1) in (["by"], ["from"])

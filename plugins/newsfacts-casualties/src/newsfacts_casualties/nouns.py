"""The noun phrase that a quantity counts, as a range of tokens."""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsfacts import Comparator, Quantity
from newsfacts.quantities import QuantityKind, QuantityMention, begins_quantity, bounded
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import SUFFERERS, Form, first_words, trigger_at
from newsfacts_casualties.lexicon import NounKind, adjectives, closed, noun_kind

__all__ = [
    "COLLECTIVES",
    "HEADED",
    "HEADS",
    "HELD",
    "INSIDE",
    "OWNED",
    "Counted",
    "by_shape",
    "counted",
    "end_of_noun",
    "stops",
    "unit",
]

_LONGEST = 8
"""Words after a quantity that can belong to its noun phrase."""
_HURT = (NounKind.PEOPLE, NounKind.GROUP, NounKind.STRUCTURE)
_COUNTING = frozenset(
    (QuantityKind.COUNT, QuantityKind.SHARE, QuantityKind.ARTICLE, QuantityKind.AGE)
)
INSIDE = frozenset(("-", "'", "’", "'s", "’s"))
_THEM = frozenset(("them", "those", "whom", "which", "these"))
_OWNERS = frozenset(("the", "his", "her", "their", "its", "our"))
_ARTICLES = frozenset(("a", "an", "the", "another", "his", "her", "their"))
_PLURAL = frozenset(("s", "'", "’"))
_DOZENS = frozenset((2, 12))
"""Values of "a couple", "a dozen", which take "of" and no article."""
_TELLS_WHO = frozenset("a an from under aged members".split())
_FALLEN = frozenset("wounded injured dead missing displaced".split())
_DEATHS = ("deaths", "fatalities", "killings")
_NUMBERERS = frozenset(
    "now already dead deaths fatalities casualties injured wounded missing displaced victims could "
    "may would might".split()
)
"""Words before "number" where it is a verb."""
HEADS = ("head", "heads")
HELD = frozenset("kidnapped abducted captive captured detained imprisoned hostage seized".split())
_REMAINS = ("bodies", "corpses", "body", "corpse")
HEADED = frozenset("village district clan tribal community section station department".split())
"""Whose head is a person: a "head of cattle" is none."""
COLLECTIVES = frozenset("party crew family team squad patrol gang group unit convoy".split())
"""Nouns for several people: "a family of five", "two of the rescue party"."""
_MORE = frozenset("more other additional further new such".split())
OWNED = _MORE | frozenset("the all its their his her our these those".split())
"""What may stand between "of" and the noun of a whole: "half of all the houses"."""
_AGED = frozenset(
    "boy girl man woman child youth lad baby toddler teenager infant pensioner youngster father "
    "mother parent mum mom dad grandmother grandfather".split()
)
"""Whose number after "of" is an age, or counts their children: "a boy of 13", "a mother of two"."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_LAST = ("last", "next", "this")
_PERIODS = frozenset("night week weekend month year season spring summer autumn winter".split())
_OF_AGE = ("eldest", "oldest", "youngest")
_AGE_BOUNDS = ("under", "over")
_BETWEEN_AGES = 4
"""Tokens from "ages" to the second number of "between the ages of 21 and 58"."""
_OLD = re.compile(r"(?:year|month|day|week)s?-?(?:old)?|old|olds|-", re.IGNORECASE)


@cache
def stops() -> frozenset[str]:
    """Words at which a noun phrase ends."""
    names = ("auxiliaries", "prepositions", "conjunctions", "pronouns", "determiners")
    return frozenset().union(*(closed(name) for name in names)) | {"later", "more", "also", "were"}


@cache
def _ends() -> frozenset[str]:
    """Words at which the noun phrase of a quantity ends."""
    return stops() | closed("suffering") | {"a", "an"}


@cache
def _begin_effects() -> frozenset[str]:
    """Words that may be, or begin, an effect word within a noun phrase."""
    return first_words() | HELD


@attrs.frozen
class Counted:
    """Is a quantity with the noun that it counts."""

    start: int
    """Index of its first token."""
    end: int
    """Index of the token after it."""
    number: int
    """Index of the token after the quantity: where the noun phrase proper begins."""
    quantity: Quantity
    kind: NounKind | None
    """What the head noun is; None where it is unknown or there is none."""
    head: str | None
    """The head noun in lower case; None after a bare number."""
    share: bool = False
    article: bool = False
    """Whether "a" or "an" is all that counts it."""
    held: bool = False
    """Whether its own words say that they are captives: "three kidnapped nuns"."""
    anaphoric: bool = False
    """Whether it counts part of a whole already named: "five of them", "half of them"."""
    of_effect: bool = False
    """Whether it counts some of those whom an effect word names: "two of the dead"."""

    @property
    def bare(self) -> bool:
        """Whether the number stands alone."""
        return self.head is None


def counted(view: Tokens, mention: QuantityMention, end: int) -> Counted | None:
    """Return the noun phrase that *mention* counts, or None where it counts nothing.

    Args:
        view: the document's tokens.
        mention: a quantity in it.
        end: index of the token after the sentence.
    """
    if mention.kind not in _COUNTING and not (
        mention.kind is QuantityKind.LABEL and _numbers(view, mention)
    ):
        return None
    offset = mention.span.end
    follows = view.text[offset : offset + 1]
    if follows in _PLURAL and view.text[offset : offset + 2].rstrip(" .,;") in ("s", "'s", "’s"):
        return None  # "a man in his 40s"
    start = view.at(mention.span.start)
    if start > 1 and _is_no_count(view.lower, start, view.lower[start - 1]):
        return None
    after = start
    while after < end and view.starts[after] < offset:
        after += 1
    if mention.kind is QuantityKind.AGE:
        return _aged(view, start, after, end)
    if follows == ".":
        after = end = min(after, end)  # a sentence that begins without a space
    if view.lower[after : after + 1] == ["of"] and after + 1 < end:
        return _of(view, mention, start, after, end)
    more = closed("determiners") if mention.kind is QuantityKind.SHARE else _MORE
    return _plain(view, mention, start, (after, _skip(view, after, end, more)), end)


def _is_no_count(lower: list[str], start: int, before: str) -> bool:
    """Tell ages, and "Ann Lee and Bo Marsh, both nurses", by the word before a quantity."""
    if before == "of" and lower[start - 2] in _AGED:
        return True
    if (before == "," and lower[start] == "both") or before == "aged":
        return True
    if before in ("them", "whom") and lower[start - 3] in _OF_AGE:
        return True  # "the eldest of them 13"
    return before in ("of", "and") and "ages" in lower[max(0, start - _BETWEEN_AGES) : start]


def _numbers(view: Tokens, mention: QuantityMention) -> bool:
    """Tell the toll of "the dead now number 71" from a label, "house number 71"."""
    before = view.lower[max(0, view.at(mention.span.start) - 2) : view.at(mention.span.start)]
    return before[-1:] == ["number"] and before[0] in _NUMBERERS


def _of(view: Tokens, mention: QuantityMention, start: int, after: int, end: int) -> Counted | None:
    """Read what goes on with "of": "dozens of men", "85% of homes", "three of the boys"."""
    follows, value = view.lower[after + 1], mention.quantity.value
    share = mention.kind is QuantityKind.SHARE
    if follows in _THEM:
        return _of_them(view, mention, start, after, end)
    collective = value is None or value in _DOZENS
    if begins_quantity(follows):
        return Counted(start, after, after, mention.quantity, None, None, share)
    if not (share or collective or follows in _OWNERS):
        return None  # "60 of Kyiv" counts nothing
    at = _skip(view, after + 1, end, closed("determiners") if share else OWNED)
    if at < end and view.lower[at] in _DEATHS and at > after + 1 and not share:
        head = view.lower[at]  # "three of the deaths"
        one = Counted(start, at + 1, at, mention.quantity, NounKind.PEOPLE, head)
        return attrs.evolve(one, of_effect=True)
    described = at + 1 < end and noun_kind(view.lower[at + 1]) is NounKind.PEOPLE
    describes = described and view.lower[at] != "dead"  # "two of the injured soldiers died"
    if at < end and view.lower[at] in SUFFERERS and not describes:  # "two of the wounded"
        found = Counted(start, at + 1, at, mention.quantity, NounKind.PEOPLE, view.lower[at], share)
        return attrs.evolve(found, of_effect=at > after + 1 and _names_effect(view.lower, at, end))
    phrase = _plain(view, mention, start, (after, at), end)
    if phrase is None or share or collective:
        return phrase
    if phrase.head in COLLECTIVES:  # "two of the rescue party"
        return attrs.evolve(phrase, kind=NounKind.PEOPLE, anaphoric=True)
    if value == 1 and phrase.kind is not NounKind.PEOPLE:
        return None  # "one of the worst attacks"
    return attrs.evolve(phrase, anaphoric=True)


def _of_them(view: Tokens, mention: QuantityMention, start: int, after: int, end: int) -> Counted:
    """Read "two of them", "500 of them children", "one of them a minor"."""
    number = after + 2
    if view.lower[number : number + 1] in (["a"], ["an"]):
        number += 1
    noun_end = number
    known = noun_end < end and noun_kind(view.lower[noun_end]) is not None
    if noun_end < end and view.words[noun_end][0].isupper():  # "two of them Kenyan guards"
        last = view.lower[end_of_noun(view, noun_end, end) - 1]
        known = known or noun_kind(last) is NounKind.PEOPLE
    if (known or number > after + 2) and view.lower[noun_end] not in HELD:
        noun_end = end_of_noun(view, noun_end, end)
    if number > after + 2 and noun_kind(view.lower[noun_end - 1]) is not NounKind.PEOPLE:
        number = noun_end = after + 2
    number = number if noun_end > number else after
    noun_end = max(noun_end, after + 2)
    head, people = view.lower[noun_end - 1], NounKind.PEOPLE
    share = mention.kind is QuantityKind.SHARE
    return Counted(start, noun_end, number, mention.quantity, people, head, share, anaphoric=True)


def _names_effect(lower: list[str], at: int, end: int) -> bool:
    """Tell "two of the dead" and "two of the victims were girls" from "victims were treated"."""
    if lower[at] in _FALLEN:
        return True
    said = lower[at + 1 : min(end, at + 3)]
    if lower[at] != "victims" or said[:1] not in (["were"], ["was"]) or len(said) == 1:
        return False
    return said[1] in _TELLS_WHO or noun_kind(said[1]) is NounKind.PEOPLE


def _plain(
    view: Tokens, mention: QuantityMention, start: int, noun: tuple[int, int], end: int
) -> Counted | None:
    """Read a quantity and the noun after it.

    Args:
        view: the document's tokens.
        mention: the quantity.
        start: index of its first token.
        noun: index of the token after it, and of the first that can belong to the noun.
        end: index of the token after the sentence.
    """
    after, at = noun
    share = mention.kind is QuantityKind.SHARE
    article = mention.kind is QuantityKind.ARTICLE
    at = _past_measure(view.lower, at)
    noun_end = end_of_noun(view, at, end)
    if mention.quantity.value == 0 and (told := _reported(view.lower, at, end)):
        return Counted(start, told, told - 1, mention.quantity, None, view.lower[told - 1])
    if noun_end == at:
        if (article and view.lower[start] != "another") or mention.number.text.lower() == "no":
            return None
        if view.lower[start] in _AGE_BOUNDS and _is_aged(view.lower, start - 1):
            return None  # "three children under five", "nine were under 18"
        more = view.lower[after:at] == ["more"] and view.lower[at : at + 1] != ["than"]
        last = at if more else after  # "twelve more were missing"
        return Counted(start, last, last, mention.quantity, None, None, share)
    if view.lower[noun_end - 1] in _MONTHS and view.words[noun_end - 1][0].isupper():
        noun_end -= 1
        if noun_end == at:
            return None  # "between 6 and 12 December"
    head = view.lower[noun_end - 1]
    kind = noun_kind(head) or by_shape(view.words[noun_end - 1])
    if head in HEADS and view.lower[noun_end - 2] in HEADED:
        kind = NounKind.PEOPLE
    if article and kind is None:
        return None
    held = not HELD.isdisjoint(view.lower[after:noun_end])
    return Counted(start, noun_end, after, mention.quantity, kind, head, share, article, held)


def _past_measure(lower: list[str], at: int) -> int:
    """Return the token after the measure in "four 500-pound bombs", else *at*."""
    if lower[at : at + 1] != [] and lower[at].isdigit():
        past = at + 1
        while past < len(lower) and _OLD.fullmatch(lower[past]):
            past += 1
        if lower[past - 1] in ("old", "olds"):
            return past  # "two of the 14-year-old girls"
    measured = lower[at : at + 1] != [] and lower[at].isdigit() and lower[at + 1 : at + 2] == ["-"]
    return at + 3 if measured and lower[at + 2 : at + 3] != [] else at


def _is_aged(lower: list[str], at: int) -> bool:
    before = lower[at] if at >= 0 else ""
    named = lower[at + 1] == "under" and noun_kind(before) is NounKind.PEOPLE
    return named or before in ("were", "was", "are", "is")


def _skip(view: Tokens, at: int, end: int, words: frozenset[str]) -> int:
    """Return the index of the first token from *at* that is none of *words*."""
    while at < end and view.lower[at] in words:
        at += 1
    return at


def _aged(view: Tokens, start: int, after: int, end: int) -> Counted | None:
    """Read "33-year-old Charles Groom", "a 4-year-old Israeli boy", "the 2-year-old"."""
    lower = view.lower
    at = after
    while at < end and _OLD.fullmatch(lower[at]):
        at += 1
    if "years" in lower[after:at] or (at == after and "old" not in lower[max(0, at - 1)]):
        return None  # "20 years old" tells of somebody named already
    while start > 0 and lower[start - 1] in _ARTICLES:
        start -= 1
    if start > 1 and lower[start - 1] == "of" and begins_quantity(lower[start - 2]):
        return None  # "one of the 11-year-old boys": that one is counted
    if start > 0 and view.words[start - 1][0].isdigit():
        return None
    noun_end = _name_end(view, at, end)
    head = lower[noun_end - 1]
    if noun_end > at and noun_kind(head) not in (None, NounKind.PEOPLE):
        return None
    one = bounded(1, Comparator.EXACT)
    return Counted(start, noun_end, at, one, NounKind.PEOPLE, head)


def _name_end(view: Tokens, at: int, end: int) -> int:
    """Return the index after what names somebody whose age was given; *at* if nothing does."""
    noun_end = end_of_noun(view, at, end)
    for last in range(noun_end, at, -1):
        if noun_kind(view.lower[last - 1]) is NounKind.PEOPLE:
            return last
    last = at
    while last < noun_end and view.words[last][0].isupper():
        last += 1
    return last


def end_of_noun(view: Tokens, at: int, end: int) -> int:
    """Return the index after the head noun of the phrase that goes on at *at*; *at* if none.

    It ends at a word of a closed class, a mark, or an effect word; else at the first noun that the
    lexicon knows and no other such noun follows ("police officer").
    """
    lower, ends, adverbs, begin_effects = view.lower, _ends(), closed("adverbs"), _begin_effects()
    limit = min(end, at + _LONGEST)
    head = i = at
    while i < limit:
        word = lower[i]
        if word in INSIDE and at < i < limit - 1:
            i += 1
            continue
        if word in ends or not word[0].isalpha() or (i == at and _is_period(lower, i)):
            break
        if word in begin_effects:
            if (told := _effect_noun_end(lower, i, limit, end, first=i == at)) > i:
                return told
            if (past := _trigger_end(lower, i)) > i:
                if word == "number" or not _is_attribute(lower, past, limit):
                    break  # "an unknown number of wounded people" counts nobody
                i = past
                continue
        if word in adverbs and _ends_phrase(lower, i + 1, limit):
            break
        i += 1
        head = i
        if noun_kind(word) is not None and not _goes_on(lower, i, limit):
            break
    return head


def _is_period(lower: list[str], at: int) -> bool:
    """Tell the time of "deaths numbered 14 last year" from a noun."""
    return lower[at] in _LAST and lower[at + 1 : at + 2] != [] and lower[at + 1] in _PERIODS


def _effect_noun_end(lower: list[str], at: int, limit: int, end: int, *, first: bool) -> int:
    """Return the end of the counted effect that stands at *at* ("12 deaths"), or *at*."""
    if first and lower[at] in HELD and noun_kind(lower[at]) is not None:  # "one hostage"
        return at if _is_attribute(lower, at + 1, limit) else at + 1
    trigger = trigger_at(lower, at, end)
    if trigger is not None and trigger.form is Form.AFTER and trigger.words[1:] == ("of",):
        trigger = trigger_at(lower, at, at + 1)  # "72 deaths of civilians"
    if trigger is None or trigger.form is not Form.NOUN:
        return at
    if trigger.words[1:2] == ("of",):  # "no loss of life"
        return at + len(trigger.words)
    if len(trigger.words) > 1:
        return at
    following = lower[at + 1 : min(limit, at + 2)]
    return at + 1 if noun_kind(following[0] if following else "") is None else at + 2


def _reported(lower: list[str], at: int, end: int) -> int | None:
    """Return the end of "immediate reports of any casualties", that "no" denies; None if not."""
    while at < end and lower[at] in closed("reporting"):
        at += 1
    if at + 1 >= end or lower[at] not in closed("reports") or lower[at + 1] != "of":
        return None
    noun = at + 2
    while noun < end and lower[noun] in closed("reporting"):
        noun += 1
    trigger = trigger_at(lower, noun, end)
    told = trigger is not None and trigger.form is Form.NOUN and len(trigger.words) == 1
    return noun + 1 if told else None


def _ends_phrase(lower: list[str], after: int, limit: int) -> bool:
    """Tell "900 fully destroyed" and "nine seriously," from "300 newly displaced families"."""
    if after >= limit or not lower[after][0].isalpha():
        return True
    past = _trigger_end(lower, after)
    return past > after and not _is_attribute(lower, past, limit)


def _goes_on(lower: list[str], at: int, limit: int) -> bool:
    """Tell whether a known noun before *at* is not the head: "family members", "the cook's son"."""
    if at >= limit:
        return False
    known = noun_kind(lower[at]) is not None and _trigger_end(lower, at) == at
    return known or lower[at] in INSIDE


def _is_attribute(lower: list[str], past: int, limit: int) -> bool:
    """Tell whether an effect word that ends before *past* only describes: "displaced families"."""
    hurt = past < limit and (noun_kind(lower[past]) in _HURT or lower[past] in _REMAINS)
    return hurt and lower[past - 1].endswith(("d", "missing", "fleeing"))


def _trigger_end(lower: list[str], at: int) -> int:
    """Return the end of the effect word that begins at *at* (counted nouns aside), or *at*."""
    if lower[at] == "victims":
        return at  # "three victims were treated": the noun, though "the victims were" names them
    trigger = trigger_at(lower, at, len(lower))
    return at if trigger is None or trigger.form is Form.NOUN else at + len(trigger.words)


def by_shape(word: str) -> NounKind | None:
    """Take a demonym for people: "Palestinians", "Iraqis", "Congolese", "a Syrian"."""
    named = word[0].isupper() and not word.isupper() and len(word) > len("Gis")
    return NounKind.PEOPLE if named and word.endswith(("s", "i", "ese", "ian")) else None


def unit(view: Tokens, phrase: Counted) -> str:
    """Return what a phrase counts: people, percent, or its noun without adjectives."""
    if phrase.share:
        return "percent"
    if phrase.kind in (None, NounKind.PEOPLE):
        return "people"
    words = view.lower[phrase.number : phrase.end]
    if "-" in words[:-1]:  # "short-range missiles" counts missiles
        words = words[len(words) - words[::-1].index("-") + 1 :] or words[-1:]
    while len(words) > 1 and words[0] in adjectives() | closed("determiners") | {"of"}:
        words = words[1:]
    return " ".join(words)

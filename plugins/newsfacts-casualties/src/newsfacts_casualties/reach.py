"""What can hold no casualty: told by words alone, before numbers and grammar are read.

Of the sentences with an effect word few count or name anybody whom it could have struck. These are
necessary conditions, wider than the rules of `nearness` and `sufferers` that decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress

from newsfacts.quantities import begins_quantity
from newsfacts.quantity_words import ARTICLED, quantity_words
from newsfacts.syntax.lexicon import lexicon
from newsfacts.tokens import Tokens
from newsfacts_casualties.effects import DEFINITE, OWNERS, SUFFERERS, Form, Hit
from newsfacts_casualties.joints import companions_at, is_between, past_bracket, takes_up
from newsfacts_casualties.lexicon import closed, closed_any, is_one, noun_kind, nouns_in
from newsfacts_casualties.links import Link
from newsfacts_casualties.nearness import light
from newsfacts_casualties.noun_ends import HELD, INSIDE, stops
from newsfacts_casualties.nouns import OWNED, by_shape
from newsfacts_casualties.people import SIZES, People, is_person
from newsfacts_casualties.uncounted import counts_nothing

__all__ = ["counts", "names", "reaches", "settled", "strikes_pronoun"]

_ARTICLES = frozenset(("a", "an", "another"))
_ARTICLE, _NUMBER = 1, 2
_KEPT = 20_000
"""Words whose answers are kept at a time."""
_NUMBERED = 6
"""Tokens from "the number of" to the effect word that it counts."""
_OBJECT = 4
"""Tokens from a verb to the "a" of its object."""
_COMPARED = 20
"""Tokens from an effect word to a number after it, comparator and glue included."""
_ENTRY = 16
"""Tokens from an effect word to what brings somebody in though no object follows."""
_ONWARD = frozenset((":", "along", "together", "well"))
"""What does: the colon of a table's entry, "along with", "as well as"."""
_COMPANY = ("with", "as")
_JOINING = frozenset((*_COMPANY, "and", "or", "plus", "of", "including", ",", ";", ":", "(", ")"))
"""What may stand before the "a" of somebody who is listed or in company."""
_NOUN = 9
"""Tokens from "a" to its noun."""
_OBJECTS = 14
"""Tokens from a verb to the last of its objects whose name is looked for."""
_NAME = 5
"""Tokens from one capitalised word of a name to another: "Ahmed al-Sharif"."""
_NAMING = frozenset("Pt")
"""The tagger's codes of names, and of days and months, which with a capital are names to it."""
_LISTED = 3
"""Tokens on the far side of a count in which the comma or "and" of a list would stand."""
_GLUED = 4
"""Letters of a token that may be a word glued to a number: "least140"."""
_BOTH_SIDES = (Form.BEFORE, Form.EITHER)
_STANDING_ALONE = (Form.NOUN, Form.TOLL)
_SINGLING = DEFINITE.union(OWNERS)
_OPENING = frozenset("a an the his her their its this two three four five six several".split())
"""Words with which an object surely begins."""
_NO_OBJECTS = frozenset(
    "of in on at by for with from into onto against during through within without towards who was "
    "were is are has had have been would said says he she they we i".split()
)
"""Words that stand neither in a noun phrase nor between those of a list."""
_PRONOUNS = frozenset("he she it they we i you there".split())
_OBJECT_PRONOUNS = frozenset("him himself herself themselves them me us it myself you".split())
_PREPOSITIONS = frozenset(
    "in on of by from with to during after since through for against into inside outside behind "
    "among amid before within throughout toward towards upon despite because".split()
)
_RELATIVES = frozenset("which who whom whose when where while".split())
_CLOSING = frozenset(",.;)?!")
"""Marks with which neither an object nor a table's entry begins."""
_BOUNDS = ("least", "most", "minimum")
"""What after "at" makes the comparator of an object: "killed at least 12"."""


class _Parts(dict[str, int]):
    """Tells whether a lower-case word is an article, or can begin a number; answers are kept."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        number = begins_quantity(word)
        if not number and len(word) > _GLUED and not word.isalpha():
            number = any(map(begins_quantity, _PIECE.findall(word)))
        part = self[word] = _ARTICLE if word in _ARTICLES else _NUMBER if number else 0
        return part


_PART = _Parts()
_PIECE = re.compile(r"\d+|[^\W\d_]+")


def counts(view: Tokens, start: int, end: int, found: Sequence[Hit]) -> bool:
    """Tell whether a number or "a" stands where it can count for an effect word of *found*.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        found: its effect words.
    """
    return any(_counts_for(hit, view, start, end) for hit in found)


def _counts_for(hit: Hit, view: Tokens, start: int, end: int) -> bool:
    """Tell whether a number or article of a sentence can count for an effect word."""
    lower, part, after = view.lower, _PART, hit.end
    if hit.trigger.form is Form.ACTIVE and takes_up(lower, hit):
        return True
    if hit.trigger.form in _STANDING_ALONE or (
        "number" in lower[max(start, hit.start - _NUMBERED) : hit.start]
    ):
        for at in _parts(lower, start, end):
            if part[lower[at]] == _ARTICLE or not counts_nothing(lower, at, end):
                return True
        return False
    if hit.trigger.only and not _has_any(hit.trigger.only, lower[start:end]):
        return False
    both = hit.trigger.form in _BOTH_SIDES or lower[hit.start] in SUFFERERS
    named = lower[after - 1] in SUFFERERS  # "put the wounded at 50", "the dead now number 71"
    onward = named or _goes_on(lower, hit, end)
    last = min(end, after + _COMPARED) if onward else hit.start
    for at in _parts(lower, start if both else after, last):
        if part[lower[at]] == _NUMBER:
            reached = at < after or named or _reaches(lower, after, at)
            if reached and not counts_nothing(lower, at, end):
                return True
            continue
        lists = both or lower[after - 1] == "of"  # "the lives of Ann Lee, a nurse and a judge"
        near = at < after + _OBJECT or lower[at - 1] in (_JOINING if lists else _COMPANY)
        if near and _has_noun(view, at + 1, min(end, at + _NOUN)):
            return True
    return False


def _parts(lower: list[str], start: int, end: int) -> Iterator[int]:
    """Return the tokens from *start* to *end* that are articles or can begin numbers."""
    return compress(range(start, end), map(_PART.__getitem__, lower[start:end]))


def _has_any(nouns: str, words: Iterable[str]) -> bool:
    """Tell whether *words* have one that an effect word asks for: "exchanged 40 prisoners"."""
    return not nouns_in(nouns).isdisjoint(words) or not HELD.isdisjoint(words)


def _reaches(lower: Sequence[str], after: int, at: int) -> bool:
    """Tell whether words let a number at *at* be, or be listed with, the object begun at *after*.

    "Killing at least 12", "killing the mayor's two sons", but no "shooting happened at 12".
    """
    between = lower[after:at]
    if not _JOINING.isdisjoint(between) or not _SINGLING.isdisjoint(between):
        return True
    return _leading().issuperset(between)


def _goes_on(lower: Sequence[str], hit: Hit, end: int) -> bool:
    """Tell whether an effect word can count what follows: an object, a table's entry, company."""
    form, after = hit.trigger.form, hit.end
    if after >= end:
        return False
    takes = form is not Form.BEFORE and not (hit.passive and form is Form.EITHER)
    if takes and _may_begin_object(lower, after, end):
        return True
    return not _ONWARD.isdisjoint(lower[after : min(end, after + _ENTRY)])


def _may_begin_object(lower: Sequence[str], at: int, end: int) -> bool:
    """Tell whether an object, or the adverbs and the number of one, may begin at token *at*."""
    word = lower[at]
    if word == "at":
        return at + 1 < end and lower[at + 1] in _BOUNDS
    if word == "in":
        return lower[at + 1 : at + 3] == ["excess", "of"]
    return word in light() or (word not in _no_object() and word not in _CLOSING)


def _has_noun(view: Tokens, start: int, end: int) -> bool:
    """Tell whether the noun phrase that goes on at token *start* has a noun that can be counted."""
    closing = _closing()
    for at in range(start, end):
        word = view.lower[at]
        if noun_kind(word) is not None or (word[-1] != "s" and by_shape(view.words[at])):
            return True  # "a man", "a Syrian", but no "United Nations"
        if word in closing or not (word[0].isalpha() or word in INSIDE):
            return False
    return False


@cache
def _leading() -> frozenset[str]:
    """What may stand between a verb and the number of its object, comparators among it."""
    comparing = frozenset(word for phrase in quantity_words().before for word in phrase)
    articled = frozenset(word for pair in ARTICLED for word in pair)
    return comparing | articled | light() | closed("determiners") | {"somewhere"}


@cache
def _closing() -> frozenset[str]:
    """Words at which a noun phrase, and what "of" or "more" adds to it, ends."""
    return stops() - OWNED - {"of"}


def reaches(lower: Sequence[str], hit: Hit, at: int, end: int) -> bool:
    """Tell whether a count that begins at token *at* is on a side on which *hit* can strike it."""
    if at >= hit.end:
        return _goes_on(lower, hit, end) and _reaches(lower, hit.end, at)
    return hit.trigger.form in _BOTH_SIDES or hit.trigger.words[0] in OWNERS


def names(view: Tokens, start: int, end: int, hit: Hit, people: People) -> bool:
    """Tell whether words that can mean one person stand where *hit* can strike them.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        hit: an effect word of it.
        people: who is named where.
    """
    lower, form = view.lower, hit.trigger.form
    after = past_bracket(lower, hit.end, end)
    struck = form in _BOTH_SIDES or hit.trigger.words[0] in OWNERS
    if form is not Form.BEFORE and after < end and not (hit.passive and form is Form.EITHER):
        first = lower[after]
        if first[0].isalnum() and first not in _no_object() and first != "at":
            if _somebody(view, start, after, _end_of_objects(lower, after, end), people):
                return True
            object_ = first in _OPENING or view.words[after][0].isupper()
            struck = struck and not (object_ or _PART[first] == _NUMBER)
    struck = (struck and not _of_pronoun(lower, start, hit.start)) or takes_up(lower, hit)
    if struck and _somebody(view, start, start, hit.start, people):
        return True
    return companions_at(lower, after, end) is not None


def _end_of_objects(lower: Sequence[str], at: int, end: int) -> int:
    """Return the token at which the objects that begin at *at*, "and" between them, surely end."""
    stop = min(end, at + _OBJECTS)
    for last in range(at + 1, stop):
        if lower[last] in _NO_OBJECTS and lower[last - 1] != "and":  # "of her and of his son"
            return last
    return stop


def settled(view: Tokens, hit: Hit, linked: Iterable[Link], end: int) -> bool:
    """Tell whether a count tied to *hit* is by its place all that it strikes: "two men were shot".

    It touches the verb, on the side on which *hit* has those who suffer, and heads or ends no list.
    """
    lower = view.lower
    if companions_at(lower, hit.end, end) is not None:
        return False
    form = hit.trigger.form
    ahead = hit.passive or form is Form.BEFORE
    bare = hit.end == end or lower[hit.end] in _no_object_of_participle()
    either = form is Form.EITHER and bare
    for link in linked:
        if link.hit is not hit:
            continue
        first, last = link.phrase.start, link.phrase.end
        if (ahead or either) and last <= hit.start:
            light, gap = closed_any("auxiliaries", "adverbs"), lower[last : hit.start]
            listed = _ends_list(view, first)
        elif not ahead and first >= hit.end:
            light, gap = closed("determiners"), lower[hit.end : first]
            listed = any(map(is_between, lower[last : last + _LISTED]))
        else:
            continue
        if light.issuperset(gap):
            return not listed
    return False


def _ends_list(view: Tokens, first: int) -> bool:
    """Tell whether commas or "and" may join people to a count that begins about token *first*.

    Grammar may have its noun phrase begin a token or two before.
    """
    lower = view.lower
    for edge in range(max(1, first - _LISTED + 1), first + 1):
        at = edge - 1
        while at > 0 and is_between(lower[at]):
            at -= 1
        if at == edge - 1:
            continue
        if is_person(lower[at]) or lower[at] in SIZES:
            return True
        if view.words[at][0].isupper() and lower[at] not in _nameless(view, at):
            return True
    return False


def strikes_pronoun(lower: Sequence[str], start: int, end: int, hit: Hit) -> bool:
    """Tell whether a pronoun is all that *hit* strikes: "he was shot", "they killed him"."""
    form, after = hit.trigger.form, hit.end
    if form is Form.BEFORE or (form is Form.EITHER and hit.passive):
        return hit.trigger.words[0] not in OWNERS and _of_pronoun(lower, start, hit.start)
    return after < end and lower[after] in _OBJECT_PRONOUNS


def _of_pronoun(lower: Sequence[str], start: int, at: int) -> bool:
    """Tell whether a pronoun is the subject of the verb at *at*: "she was later found"."""
    at -= 1
    while at > start and lower[at] in closed_any("auxiliaries", "adverbs"):
        at -= 1
    return at >= start and lower[at] in _PRONOUNS


def _somebody(view: Tokens, sentence: int, start: int, end: int, people: People) -> bool:
    """Tell whether a name, or somebody singled out, stands among tokens *start* to *end*."""
    lower, words, starts = view.lower, view.words, view.starts
    nameless: frozenset[str] | None = None
    for at in range(start, end):
        if words[at][0].isupper():
            if starts[at] in people.known:
                return True
            nameless = nameless or _nameless(view, at)
            if at > sentence and lower[at] not in nameless and _is_of_person(view, at, people):
                return True
        if lower[at] in _SINGLING:
            for word in lower[at + 1 : min(end, at + _NOUN)]:
                if word in SIZES or (is_person(word) and is_one(word)):
                    return True
    return False


def _nameless(view: Tokens, at: int) -> frozenset[str]:
    """Return the words that are no names, whatever their letters, in the sentence of token *at*."""
    first, last = view.sentence_range(at)
    shouted = view.text[view.starts[first] : view.end(last - 1)].isupper()
    return _no_names() if shouted else lexicon().closed


@cache
def _no_names() -> frozenset[str]:
    """Words that are no names in a sentence all in capitals, as the tagger reads it."""
    readings = lexicon().readings
    return frozenset(word for word, codes in readings.items() if not _NAMING.intersection(codes))


def _is_of_person(view: Tokens, at: int, people: People) -> bool:
    """Tell whether a capitalised word can be part of a person's name, as `People.name` has it.

    No other actor's name begins in its row of capitals, and another such word, or a title, is near.
    """
    words = view.words
    first = at
    while first > 0 and words[first - 1][0].isupper() and not is_person(view.lower[first - 1]):
        first -= 1
    if not (people.others - people.doubtful).isdisjoint(view.starts[first : at + 1]):
        return False
    for word in words[max(0, at - _NAME) : at] + words[at + 1 : at + _NAME]:
        if word[0].isupper():
            return True
    return any(map(is_person, view.lower[max(0, at - _NOUN) : at]))


@cache
def _no_object_of_participle() -> frozenset[str]:
    """Words after which an effect word that may be a participle is one: "12 killed in"."""
    return _no_object() | {",", ".", ";", "and", "or", "but", "as", "at"}


@cache
def _no_object() -> frozenset[str]:
    """Words with which no object begins."""
    return closed("auxiliaries") | _PREPOSITIONS | _RELATIVES

"""Gates that ask what the article and the sentence tell of, not who acts."""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.words import class_forms

__all__ = ["TELLING", "around", "course", "process"]

_TOLD = 40
"""Tokens before and after an act in which the talks that it is part of are told of."""
_SAID = 15
"""Tokens after a noun's own words in which its verb is looked for."""
_DONE = frozenset({"over", "complete", "completed", "under", "underway", "finished", "imminent"})
"""Words after "is" that tell of a thing that goes on or is done."""
_ABOUT = frozenset(
    "remain depend hinge require need mean seem appear involve include stay matter belong".split()
)
"""Verbs that tell what a thing is like, not that it comes about."""
_UNDONE = frozenset(
    "cancel postpone delay defer scrap shelve abandon abort block prevent fail".split()
)
"""Verbs that tell that a thing does not come about."""
_SINCE = frozenset({"after", "since", "following"})
"""Words after which a noun names what is done."""


def around(act: Act, reading: Syntax) -> Range:
    """Return the tokens of the act's sentence, as far as they are near it."""
    first, last = reading.tokens.sentence_range(act.head)
    return max(first, act.head - _TOLD), min(last, act.end + _TOLD)


def process(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Talks, or those who hold them, are told of before: "talks go on but face obstacles"."""
    before = reading.tokens.lower[around(act, reading)[0] : act.head]
    return not class_forms("process").isdisjoint(before)


def course(words: list[str], people: People) -> bool:
    """Tell whether talks are told of: in the *words* of a sentence, or all over the article.

    Words as plain as "sign", "accept" and "decline" are then a party's.
    """
    slant = people.slant
    return slant.charged() or slant.labour() or not class_forms("matter").isdisjoint(words)


def _course(act: Act, reading: Syntax, people: People) -> bool:
    """Talks are told of, in the sentence or all over the article."""
    return course(reading.tokens.lower[slice(*around(act, reading))], people)


def _political(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """The article, or the sentence, is of politics."""
    return people.concerned(act.head)


def _facing(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """A power, or what powers do, is named in the sentence: whoever says it speaks of politics."""
    return people.facing(act.head)


def _amid(act: Act, reading: Syntax, people: People) -> bool:
    """Talks, a deal, or those who negotiate are told of in the same sentence."""
    words = reading.tokens.lower[slice(*around(act, reading))]
    return people.concerned(act.head) and not class_forms("matter").isdisjoint(words)


def _standing(act: Act, reading: Syntax, people: People) -> bool:
    """The noun is told of, no other word's object: "the pullout of the army is over".

    "After the pullout" it is done as well; "a plan for the pullout" tells of none.
    """
    if not people.concerned(act.head):
        return False
    phrase = reading.noun_phrase(act.match.start) or (act.match.start, act.head + 1)
    first, last = reading.tokens.sentence_range(act.head)
    if phrase[0] > first and reading.tokens.lower[phrase[0] - 1] in _SINCE:
        return True
    last = min(last, act.end + _SAID)
    return any(
        reading.subject(group) == phrase and _happens(group, reading)
        for group in reading.verb_groups(act.match.end, last)
        if group.form == "finite"
    )


def _happens(group: VerbGroup, reading: Syntax) -> bool:
    """Tell whether the verb says that its subject comes about.

    "Is the main issue" and "was cancelled" do not.
    """
    if group.lemma == "be":
        behind = reading.tokens.lower[group.end : group.end + 2]
        return not _DONE.isdisjoint(behind)
    return group.lemma not in _ABOUT and group.lemma not in _UNDONE


def _arriving(act: Act, reading: Syntax, people: People) -> bool:
    """It is aid that arrives: "an aid worker reached by phone" is none."""
    subject = reading.subject(act.group) if act.group is not None else None
    head = "" if subject is None else reading.tokens.lower[reading.head(subject)]
    return head not in ("worker", "workers") and _political(act, reading, people)


TELLING: dict[str, Callable[[Act, Syntax, People], bool]] = {
    "political article": _political,
    "arriving": _arriving,
    "facing": _facing,
    "course": _course,
    "amid": _amid,
    "standing": _standing,
}
"""What each gate asks of an act, whoever does it."""

"""Gates of things: what is called for, agreed on, praised, offered, given back, who is released.

The verbs are anybody's; that the thing is one of politics tells whether the act is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.contacts import party
from newsfacts_negotiations.crowds import crowd
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.telling import around, course
from newsfacts_negotiations.words import class_forms, word_list

__all__ = ["THINGS", "own"]

_RULED = frozenset(
    "citizens people residents inhabitants migrants prisoners employees staff".split()
)
"""Whom an authority orders about."""
_PARTICLES = frozenset({"up", "down", "off", "away", "out"})
"""Words that make another verb of "call" and "back": "backed away"."""
_EXPECTED = frozenset({"likely", "expected", "set", "due", "ready", "prepared"})
"""Words before an infinitive that tell what will be."""
_KEPT = frozenset({"jailed", "detained", "captured", "imprisoned", "kidnapped", "abducted"})
"""Words before those who are held."""
_REPAIRS = frozenset({"dock", "drydock", "hospital", "quarantine", "intensive", "clinic"})
"""Whence ships and patients are released, whom nobody held captive."""
_WHENCE = 8
"""Tokens after "released" within which that is told."""
_CULPRITS = 8
"""Tokens after a promise within which it is told that somebody will be punished."""
_SAYING = frozenset({"that", "for", "a", "an", "the"})
"""Words right behind "recommend" with which something is recommended."""
_NEXT = 4
"""Tokens behind a thing in which it is told what of."""


def own(phrase: Range, reading: Syntax) -> bool:
    """Tell whether *phrase* is whom a commander orders."""
    head = reading.tokens.lower[reading.head(phrase)]
    return head in word_list("ordered") or head in _RULED


def _praising(act: Act, reading: Syntax, people: People) -> bool:
    """It is said, no purpose ("sent to support the town"), and no candidate is backed."""
    if act.subject is None or act.group is None:
        return False
    if not word_list("electoral").isdisjoint(reading.tokens.lower[slice(*around(act, reading))]):
        return False
    if act.object is not None and crowd(reading.tokens.lower[reading.head(act.object)]):
        return False  # "welcomed visitors" welcomes no plan
    if act.object is not None and not _of_politics(act.object, reading, people):
        return False  # "praised the quality of the wine"
    words = reading.tokens.lower
    if not word_list("sport").isdisjoint(words[slice(*around(act, reading))]):
        return False  # "congratulated the team on its medal"
    stated = act.group.form != "infinitive" or act.group.modal is not None
    stated = stated or words[act.group.start - 1] in _EXPECTED  # "is likely to welcome"
    if words[act.head + 1] in _PARTICLES or _greeted(act, reading, people):
        return False
    return stated and (act.object is None or not own(act.object, reading))


def _of_politics(phrase: Range, reading: Syntax, people: People) -> bool:
    """Tell whether a thing is one of politics: what it is, whose, or what of."""
    words, last = reading.tokens.lower, reading.tokens.sentence_range(phrase[0])[1]
    end = phrase[1]
    while end + 1 < last and words[end] in ("of", "for", "by", "between", "to", "on", "with"):
        inner = reading.noun_phrase(end + 1)
        if inner is None or inner[0] != end + 1:
            break
        end = inner[1]
    within = words[phrase[0] : end]
    within += [" ".join(pair) for pair in pairwise(within)]  # "road map"
    if not _things_of_politics().isdisjoint(within):
        return True
    named = any(word[0].isupper() for word in reading.tokens.words[phrase[0] : end])
    return named or people.pronoun(phrase)


@cache
def _things_of_politics() -> frozenset[str]:
    """Return the words of which a thing of politics has one."""
    classes = map(class_forms, ("good", "refusable", "progress", "attempt", "granted"))
    return word_list("process").union(word_list("political"), *classes)


def _hindering(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """What is hindered is the talks, not a port "after the minister dropped his plan"."""
    part = act.match.parts[-1]
    if act.object is None or part is None or part[0] < act.head:
        return True
    between = reading.tokens.lower[act.object[1] : part[0]]
    return part[0] < act.object[1] or word_list("reach_stops").isdisjoint(between)


def _greeted(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether somebody is welcomed, which backs nothing: "welcomed him at the airport"."""
    words, target = reading.tokens.lower, act.object
    if target is None or not words[act.head].startswith("welcom"):
        return False
    head = words[reading.head(target)]
    return people.pronoun(target) or head in class_forms("guest") or head in class_forms("people")


def _offering(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """What is offered can be terms: "offered criticism" offers none."""
    things = () if act.object is None else reading.tokens.lower[slice(*act.object)]
    above = reading.governor(act.group) if act.group and act.group.form == "infinitive" else None
    if above is not None and above.lemma == "have" and not things:
        return False  # "has a lot to offer"
    behind = reading.tokens.lower[act.head + 1 : act.head + _CULPRITS]
    if not word_list("culprits").isdisjoint(behind):
        return False  # "vowed to bring those responsible to justice"
    return act.subject is not None and word_list("not_offered").isdisjoint(things)


def _captive(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody is released: "released a statement" frees nobody."""
    phrase, group = act.object, act.group
    if phrase is None or group is None:
        return False
    if group.form == "infinitive" and group.voice == "passive" and not reading.governor(group):
        return False  # "the prisoners to be released" are a topic
    view = reading.tokens
    if group.voice == "passive" and view.lower[group.start - 1] == "," and phrase[0] > act.head:
        # What an aside is said of stands before it: "in the statement, released by the palace,".
        phrase = reading.noun_phrase(group.start - 2) or phrase
    phrase = people.those(phrase)
    head = reading.head(phrase)
    if view.lower[head] in word_list("not_released"):
        return False
    behind = view.lower[act.head + 1 : act.head + 1 + _WHENCE]
    if "from" in behind and not _REPAIRS.isdisjoint(behind):
        return False
    if crowd(view.lower[head]) and act.subject is not None:
        return True
    if not _KEPT.isdisjoint(view.lower[phrase[0] : head]):
        return True  # "freed 390 jailed comrades"
    return (
        view.lower[head] in class_forms("freed")
        or view.words[head][:1].isupper()
        or people.pronoun(phrase)
    )


def _returning(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Something is given back to somebody: "returned to Lagos" returns nothing."""
    handed = act.object is not None and act.head < act.object[0] and act.object[1] < act.end
    return act.subject is not None and handed


def _calling(act: Act, reading: Syntax, people: People) -> bool:
    """It is called for: not "call up reservists for", "called him a liar and prayed for"."""
    last = act.match.parts[-1]
    between = (act.head + 1, last[0] if last else act.match.end)
    up = reading.tokens.lower[act.head + 1] in _PARTICLES
    if up or reading.verb_groups(*between):
        return False
    return party(act, reading, people) and _public(act, reading, people)


def _public(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether what is called for is of conflict or politics: not "Christian ethics"."""
    if people.slant.charged():
        return True
    at = act.match.end
    phrase = reading.noun_phrase(at) if at < len(reading.tokens) else None
    if phrase is None or phrase[0] != at:
        return True
    behind = reading.tokens.lower[at : phrase[1] + _NEXT]
    return not _called_for().isdisjoint(behind)


@cache
def _called_for() -> frozenset[str]:
    """Return the words of what is called for between parties."""
    things = ("peaceful", "granted", "inquiry", "leaving", "help", "refusable", "good", "curb")
    return frozenset().union(
        word_list("process"), word_list("political"), *(class_forms(name) for name in things)
    )


def _appealing(act: Act, reading: Syntax, people: People) -> bool:
    """A party is called on: not "called to a home", nor is it a court that is appealed to."""
    last = act.match.parts[-1]
    if last is None or reading.tokens.lower[last[0]] != "to":
        return party(act, reading, people)
    if reading.tokens.lower[act.head].startswith("call"):
        return False
    at = last[1]
    phrase = reading.noun_phrase(at) if at < len(reading.tokens) else None
    court = phrase is not None and reading.tokens.lower[phrase[1] - 1] == "court"
    return not court and party(act, reading, people)


def _advising(act: Act, reading: Syntax, people: People) -> bool:
    """Something is recommended ("advocated from exile" is nothing), and it is of politics."""
    after = reading.tokens.lower[act.head + 1]
    said = act.object is not None or after in _SAYING or act.group is None
    if not said or not party(act, reading, people):
        return False
    if people.slant.charged() or act.object is None:
        return True
    return _of_politics(act.object, reading, people)


def _agreeing(act: Act, reading: Syntax, people: People) -> bool:
    """What is agreed on is of politics, or talks are told of: not "a new logo"."""
    if act.subject is None:
        return party(act, reading, people)
    if course(reading.tokens.lower[slice(*around(act, reading))], people):
        return True
    at = act.match.end
    phrase = reading.noun_phrase(at) if at < len(reading.tokens) else None
    if phrase is None or phrase[0] != at:
        return True
    behind = reading.tokens.lower[at : phrase[1] + _NEXT]
    named = any(word[0].isupper() for word in reading.tokens.words[at : phrase[1] + _NEXT])
    return named or not _called_for().isdisjoint(behind)


def _freed(act: Act, reading: Syntax, people: People) -> bool:
    """Captives are freed, the subject of "walked free" or "were reunited with"."""
    phrase = act.subject or act.object
    if phrase is None:
        return False
    return reading.tokens.lower[reading.head(phrase)] in class_forms("captive") or (
        people.political(phrase)
    )


def _plan(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """What is decried is something put forward: "condemned the raid" refuses nothing."""
    if act.object is None or act.subject is None:
        return False
    return reading.tokens.lower[reading.head(act.object)] in class_forms("put_forward")


THINGS: dict[str, Callable[[Act, Syntax, People], bool]] = {
    "agreeing": _agreeing,
    "appealing": _appealing,
    "advising": _advising,
    "calling": _calling,
    "praising": _praising,
    "hindering": _hindering,
    "offering": _offering,
    "captive": _captive,
    "returning": _returning,
    "freed": _freed,
    "plan": _plan,
}
"""What each gate asks of an act on a thing."""

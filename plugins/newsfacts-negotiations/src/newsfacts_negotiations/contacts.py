"""Gates of contact: whom somebody political meets, visits, receives, talks with."""

from __future__ import annotations

from collections.abc import Callable

from newsfacts import ActorType
from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.crowds import crowd
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.telling import around, course
from newsfacts_negotiations.words import class_forms, word_list

__all__ = ["ADVERSE", "CONTACTS", "party", "passively"]

_PLACES = frozenset(
    "town village city capital province region district camp camps border front frontier"
    " garrison barracks prison jail headquarters stronghold territory enclave".split()
)
"""Places that officials visit as officials."""
_WITH = 8
"""Tokens after a verb of contact within which the other side must be named."""
_OTHERS = frozenset({ActorType.PERSON, ActorType.ARMED_GROUP})
"""Types of actors that are spoken to where talks are held."""
ADVERSE = frozenset(
    "rebels rebel guerrillas guerillas insurgents separatists secessionists militants communists"
    " strikers hijackers kidnappers captors takers ringleaders mutineers union unions militia"
    " militias faction factions warlord warlords front movement fighters gunmen protesters"
    " opposition".split()
)
"""Those with whom a government that talks negotiates."""
_WHERE = frozenset({ActorType.PLACE, ActorType.STATE})
"""Types of what somebody travels to."""
_SUFFERED = frozenset(
    {Event.AGREE, Event.REJECT, Event.STALL, Event.BREAK_OFF, Event.VIOLATE, Event.IMPLEMENT}
)
"""Acts told of without who does them: "the handover was put off"."""
_NEARNESS = frozenset({"close", "closer", "near"})
"""After "come" they tell of no journey: "came close to a truce"."""
_COURT = 3
"""Tokens after "go" within which a court is where somebody goes to sue."""
_WHITHER = frozenset({"to", "for", "back", "home", "there", "abroad", "ahead", "straight"})
"""Words right after "go" where somebody goes somewhere."""


def party(act: Act, reading: Syntax, people: People) -> bool:
    """One side at least is political."""
    if act.subject is not None:
        return True
    target = act.object
    if target is None:
        return False
    if people.political(target) and not people.pronoun(target):
        return True
    return passively(act, reading, people)


def passively(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether a thing of talks suffers it, whoever did it: "the handover was put off"."""
    if act.group is None or act.group.voice != "passive" or act.object is None:
        return False
    if act.event not in _SUFFERED:
        return False
    if not course(reading.tokens.lower[slice(*around(act, reading))], people):
        return False
    thing = act.trigger.pattern.elements[-1]
    if act.trigger.passive and thing.thing and act.object[1] <= act.head:
        return True
    head = reading.tokens.lower[reading.head(act.object)]
    return head in class_forms("refusable") or head in ("that", "this")


def _meeting(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody political is met; what is met else is a need or a deadline."""
    words = reading.tokens.lower
    if act.object is not None and reading.tag(reading.head(act.object)) != "ADV":  # "met twice"
        met = words[reading.head(act.object)] not in word_list("met")
        return met and people.political(act.object)
    return _with(act, reading, people) or (act.subject is not None and act.end == act.head + 1)


def _person(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody political is on the other side: in a phrase with "with", or as the object."""
    return _with(act, reading, people) or (act.object is not None and people.political(act.object))


def _bilateral(act: Act, reading: Syntax, people: People) -> bool:
    """Officials talk with each other; talks of peace are negotiations (CAMEO 040 and 046)."""
    words = reading.tokens.lower[act.head + 1 : act.match.end]
    return (
        class_forms("settle").isdisjoint(words)
        and _person(act, reading, people)
        and not _adversaries(act, reading, people)
    )


def _adversaries(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether those talked with fight or strike: talks with them are negotiations."""
    phrase = reading.noun_phrase(act.match.end) if act.match.end < len(reading.tokens) else None
    if phrase is None:
        return False
    return reading.tokens.lower[reading.head(phrase)] in ADVERSE or any(
        actor.type is ActorType.ARMED_GROUP for _, actor in people.named(phrase)
    )


def _journey(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody goes somewhere: "is going to talk" is a future."""
    words = reading.tokens.lower
    after = act.head + 1
    future = words[act.head] == "going" and words[after] == "to" and reading.tag(after) == "PART"
    if act.group is not None and act.group.lemma == "go" and words[after] not in _WHITHER:
        return False  # "went on television to offer talks"
    if (
        act.object is not None
        and words[act.head].startswith("head")
        and words[act.head - 1] == "who"
    ):
        return False  # "Ilan Toro, who heads the forum, agreed to talk"
    court = "court" in words[after : after + _COURT]  # "went to court to stop the deal"
    behind = words[after : after + 2]
    idiom = behind == ["to", "terms"] or not _NEARNESS.isdisjoint(behind[:1])
    return not future and not court and not idiom and party(act, reading, people)


def _in_office(phrase: Range, reading: Syntax, people: People) -> bool:
    """Tell whether *phrase* names an official, or is a pronoun that can stand for one."""
    stands_in = reading.tokens.lower[phrase[0]] in ("he", "she") and people.pronoun(phrase)
    return people.official(phrase) or (stands_in and people.political(phrase))


def _official_journey(act: Act, reading: Syntax, people: People) -> bool:
    """An official goes abroad, or where talks are told of: a name follows, not "to school"."""
    at = act.match.end
    if (
        act.subject is None
        or at >= len(reading.tokens)
        or not _in_office(act.subject, reading, people)
    ):
        return False
    there = reading.noun_phrase(at)
    if there is None or people.time(there) or reading.tag(reading.head(there)) != "PROPN":
        return False
    if people.actors and not any(actor.type in _WHERE for _, actor in people.named(there)):
        return False
    head = reading.tokens.lower[reading.head(act.subject)]
    return (
        head in word_list("persons")
        or head in class_forms("delegate")
        or head in class_forms("statesmen")
        or people.pronoun(act.subject)
        or any(actor.type is ActorType.PERSON for _, actor in people.named(act.subject))
    )


def _hosting(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody is received, not a show: "host its United States coverage"."""
    if act.object is None or not people.political(act.object):
        return False
    if people.pronoun(act.object):
        return True
    head = reading.head(act.object)
    word, lower = reading.tokens.words[head], reading.tokens.lower[head]
    if lower in word_list("met"):
        return False  # "hosted the Olympics", "received support"
    return word[:1].isupper() or lower in word_list("political") or crowd(lower)


def _spoken_to(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody of the other side is spoken to: "spoke to the nation" is a speech."""
    at = act.match.end
    phrase = reading.noun_phrase(at) if at < len(reading.tokens) else None
    if phrase is None or act.subject is None or not people.political(phrase):
        return False
    head = reading.tokens.lower[reading.head(phrase)]
    return (
        head in class_forms("guest")
        or head in ADVERSE
        or any(actor.type in _OTHERS for _, actor in people.named(phrase))
    )


def _guest(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Somebody is received, not what he says: "welcomed the president's decision"."""
    if act.object is None or act.subject is None:
        return False
    return reading.tokens.lower[reading.head(act.object)] in class_forms("guest")


def _visit(act: Act, reading: Syntax, people: People) -> bool:
    """Somebody political is visited, or an official goes to a place of theirs.

    "Thousands visited the town" and "to visit relatives" are no contacts.
    """
    if act.object is None:
        return False
    head = reading.tokens.lower[reading.head(act.object)]
    if _at_home(act, people):
        return False
    if head in _PLACES:
        return act.subject is not None and people.official(act.subject)
    return people.political(act.object) and not crowd(head)


def _at_home(act: Act, people: People) -> bool:
    """Tell whether somebody goes to a place of his own country, which is no contact."""
    if act.subject is None or act.object is None:
        return False
    there = {actor.country for _, actor in people.named(act.object)}
    places = all(actor.type is ActorType.PLACE for _, actor in people.named(act.object))
    whole = people.whole(act.subject)
    own = {actor.country for _, actor in people.named(whole)} - {None}
    return places and bool(there & own)


def _leader(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Somebody is called, not called something: "called the premier a liar"."""
    if act.object is None or act.subject is None:
        return False
    at = act.object[1]
    return at >= len(reading.tokens) or reading.tag(at) not in ("DET", "ADJ", "NOUN", "VERB")


def _with(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether a phrase after the verb names the other side."""
    words = reading.tokens.lower
    last = reading.tokens.sentence_range(act.head)[1]
    for index in range(act.head + 1, min(act.head + _WITH, last - 1)):
        if words[index] in ("with", "between", "to"):
            phrase = reading.noun_phrase(index + 1)
            return phrase is not None and people.political(phrase)
    return False


CONTACTS: dict[str, Callable[[Act, Syntax, People], bool]] = {
    "leader": _leader,
    "meeting": _meeting,
    "person": _person,
    "phone": _person,
    "bilateral": _bilateral,
    "journey": _journey,
    "official journey": _official_journey,
    "guest": _guest,
    "hosting": _hosting,
    "spoken to": _spoken_to,
    "visit": _visit,
}
"""What each gate asks of an act of contact that a verb names."""

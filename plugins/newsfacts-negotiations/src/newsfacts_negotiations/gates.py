"""What an act must be before it counts: whose words they are, and how they are meant.

A trigger names its gate; words that only parties to a conflict use ("truce", "mediate") need none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.contacts import ADVERSE, CONTACTS, party, passively
from newsfacts_negotiations.crowds import crowd
from newsfacts_negotiations.mood import meant
from newsfacts_negotiations.people import People, Range
from newsfacts_negotiations.phrases import Phrases
from newsfacts_negotiations.telling import TELLING, around, course, process
from newsfacts_negotiations.words import class_forms, word_list

__all__ = ["ENGAGED", "GATES", "PARTISAN", "WORDED", "passes"]

PARTISAN = frozenset(
    {"party", "both", "calling", "refusing to", "praising", "offering", "leader", "meeting"}
    | {"person", "bilateral", "visit", "returning", "guest", "plan", "done", "jointly"}
    | {"spoken to", "engaged", "both engaged", "jointly engaged", "official journey"}
)
"""Gates that nothing passes in whose sentence nobody political stands."""
ENGAGED = frozenset({"course", "engaged", "both engaged", "jointly engaged", "official journey"})
"""Gates that nothing passes where neither the sentence nor the article tells of talks."""
WORDED = {"plan": "put_forward", "guest": "guest", "amid": "matter", "process": "process"}
"""Gates that nothing passes in whose sentence no word of a class stands, by that class."""
_ANY_SUBJECT = frozenset({"process", "freed", "hindering"})
"""Gates that who is not political can pass."""
_TALKING = frozenset({Event.NEGOTIATE, Event.RESUME, Event.BREAK_OFF, Event.STALL, Event.AGREE})
"""Acts that firms, clubs and families do as well: an article of theirs needs a political actor."""
_COURTS = frozenset({"court", "courts", "judge", "judges", "tribunal", "jury", "magistrate"})
_SUITS = frozenset(
    {"appeal", "appeals", "petition", "motion", "bid", "lawsuit", "challenge", "case", "request"}
    | {"application", "suit", "plea", "claim"}
)
_RULED = frozenset(
    "citizens people residents inhabitants migrants prisoners employees staff".split()
)
"""Whom an authority orders about."""
_TOWARDS = frozenset({Event.CALL, Event.DEMAND, Event.MEET})
"""Acts of offices towards the public as well as towards a party."""
_CIVIC = frozenset({"foreign", "aid", "border", "borders", "union", "unions"})
"""Words of conflict and diplomacy that are told of in peace as well."""
_SEVERAL = frozenset({"both", "two", "three", "four", "all"})
_SIDES = frozenset(
    "sides parties governments delegations factions camps presidents leaders neighbours neighbors"
    " rivals foes states countries".split()
)
"""Nouns of those who agree with each other."""
_AFTER = 4
"""Tokens after a noun's own words in which a party may be named: "calls from all sides for"."""
_PARTICLES = frozenset({"up", "down", "off", "away", "out"})
"""Words that make another verb of "call" and "back": "backed away"."""
_EXPECTED = frozenset({"likely", "expected", "set", "due", "ready", "prepared"})
"""Words before an infinitive that tell what will be."""
_BOUGHT = frozenset({"buy", "acquire", "purchase", "merge"})
"""What firms offer and agree to do."""
_REPAIRS = frozenset({"dock", "drydock", "hospital", "quarantine", "intensive", "clinic"})
"""Whence ships and patients are released, whom nobody held captive."""
_WHENCE = 8
"""Tokens after "released" within which that is told."""
_ASKED = 10
"""Tokens after "respond" within which it is told to what."""
_CULPRITS = 8
"""Tokens after a promise within which it is told that somebody will be punished."""
_NEXT = 4
"""Tokens behind a thing in which it is told what of."""
_CALL = 3
_CALL_AFTER = 8
"""Tokens before and after "call" in which "phone" makes it a conversation."""


def passes(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether *act* has the mood and the parties that its trigger wants."""
    if not meant(act, reading):
        return False
    gate = act.trigger.gate
    if act.event in _TALKING and not people.concerned(act.head):
        return False
    if _trade(act, reading) or _game(act, reading) or _otherwise(act, reading):
        return False
    if gate is None:
        return True
    if gate in TELLING:
        return TELLING[gate](act, reading, people)
    if act.group is None:
        return _on_phone(act, reading) if gate == "phone" else _noun(act, reading, people)
    if gate not in _ANY_SUBJECT and act.subject is not None and not people.political(act.subject):
        return False
    if act.event in _TOWARDS and _governing(act, reading, people):
        return False
    return GATES[gate](act, reading, people)


def _governing(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether an office does what offices do with the public: "urged citizens to wash hands".

    A crowd is the other side only where a conflict is told of, not by the office itself.
    """
    at = act.match.end
    phrase = act.object or (reading.noun_phrase(at) if at < len(reading.tokens) else None)
    if phrase is None or phrase[0] < act.head:
        return False
    head = reading.tokens.lower[reading.head(phrase)]
    if not crowd(head) or head in ADVERSE or people.slant.charged():
        return False
    words = set(reading.tokens.lower[slice(*around(act, reading))]) - word_list("powers")
    return act.subject is not None and (words - _CIVIC).isdisjoint(word_list("process"))


def _trade(act: Act, reading: Syntax) -> bool:
    """Tell whether a firm offers to buy: "shares rose after it agreed to buy a rival"."""
    words = reading.tokens.lower
    if act.event is not Event.OFFER or _BOUGHT.isdisjoint(words[act.head + 1 : act.end + 3]):
        return False
    return not word_list("business").isdisjoint(words[slice(*around(act, reading))])


def _otherwise(act: Act, reading: Syntax) -> bool:
    """Tell whether a deal is none between parties: "reached a plea deal with prosecutors"."""
    words = reading.tokens.lower[act.start : act.end]
    return act.event is Event.AGREE and not word_list("deals").isdisjoint(words)


def _game(act: Act, reading: Syntax) -> bool:
    """Tell whether two teams meet: "Peru and Chile will meet in a match"."""
    if act.trigger.name != "meet":
        return False
    return not word_list("sport").isdisjoint(reading.tokens.lower[slice(*around(act, reading))])


def _noun(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether somebody political stands in or right after the noun's phrase."""
    phrase = reading.noun_phrase(act.head)
    if phrase is None or reading.head(phrase) > act.head:
        return False  # "an appeals court" appeals for nothing
    last = min(act.end + _AFTER, reading.tokens.sentence_range(act.head)[1])
    before, after = (phrase[0], act.head), (act.head + 1, last)
    return any(start < end and people.political((start, end)) for start, end in (before, after))


def _on_phone(act: Act, reading: Syntax) -> bool:
    """Tell whether a call is one by phone."""
    words = reading.tokens.lower[max(act.start - _CALL, 0) : act.end + _CALL_AFTER]
    return any(word in ("phone", "telephone", "video") for word in words)


def _both(act: Act, reading: Syntax, people: People) -> bool:
    """Both sides are political, and the other is not one's own force: orders are no demands."""
    target = act.object
    return target is not None and people.political(target) and not _own(target, reading)


def _own(phrase: Range, reading: Syntax) -> bool:
    """Tell whether *phrase* is whom a commander orders."""
    head = reading.tokens.lower[reading.head(phrase)]
    return head in word_list("ordered") or head in _RULED


def _refusing(act: Act, reading: Syntax, people: People) -> bool:
    """Something is refused that is no charge: "rejected accusations" denies."""
    if act.object is None:
        return party(act, reading, people)
    words = reading.tokens.lower
    if act.subject is not None and words[reading.head(act.subject)] in _COURTS:
        return words[reading.head(act.object)] not in _SUITS  # a ruling is no refusal of talks
    return words[reading.head(act.object)] not in word_list("denied")


def _refusing_to(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Something is refused that is not a word to the press: "declined to comment"."""
    after = reading.tokens.lower[act.head + 1 : act.head + 4]
    return act.subject is not None and word_list("press").isdisjoint(after)


def _answering(act: Act, reading: Syntax, people: People) -> bool:
    """It is no reporter who waits for an answer: "did not respond to a request for comment"."""
    after = reading.tokens.lower[act.head + 1 : act.head + _ASKED]
    return word_list("asked").isdisjoint(after) and party(act, reading, people)


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
    return stated and (act.object is None or not _own(act.object, reading))


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
    somebody = class_forms("captive") | class_forms("people")
    return view.lower[head] in somebody or view.words[head][:1].isupper() or people.pronoun(phrase)


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


def _done(act: Act, reading: Syntax, people: People) -> bool:
    """It is done, no aim: in "efforts to settle the dispute" nothing is settled."""
    stated = act.group is not None and act.group.form != "infinitive"
    return stated and party(act, reading, people)


def _jointly(act: Act, reading: Syntax, people: People) -> bool:
    """Several agree with each other: "both", "Chad and Niger"; the word of one is an offer."""
    if act.subject is None:
        return False
    first, last = act.subject
    words = reading.tokens.lower
    if len(Phrases(reading, people).joined(act.subject)) > 1:
        return True
    return words[first] in _SEVERAL or words[last - 1] in _SIDES or words[first] == "they"


def _engaged(act: Act, reading: Syntax, people: People) -> bool:
    """A party does it where talks are told of: elsewhere the words are anybody's."""
    told = course(reading.tokens.lower[slice(*around(act, reading))], people)
    return told and (act.subject is not None or passively(act, reading, people))


def _jointly_engaged(act: Act, reading: Syntax, people: People) -> bool:
    """Several agree with each other where talks are told of; elsewhere each promises."""
    return _engaged(act, reading, people) and _jointly(act, reading, people)


def _both_engaged(act: Act, reading: Syntax, people: People) -> bool:
    """Both sides are political, and talks are told of."""
    return _engaged(act, reading, people) and _both(act, reading, people)


def _unnamed(act: Act, reading: Syntax, people: People) -> bool:  # noqa: ARG001 - a gate
    """Whoever does it need not be named where the article is of politics."""
    return act.subject is not None or people.concerned(act.head)


GATES: dict[str, Callable[[Act, Syntax, People], bool]] = {
    **CONTACTS,
    "party": party,
    "both": _both,
    "agreeing": _agreeing,
    "calling": _calling,
    "refusing": _refusing,
    "refusing to": _refusing_to,
    "answering": _answering,
    "praising": _praising,
    "hindering": _hindering,
    "offering": _offering,
    "captive": _captive,
    "returning": _returning,
    "process": process,
    "freed": _freed,
    "plan": _plan,
    "done": _done,
    "unnamed": _unnamed,
    "jointly": _jointly,
    "engaged": _engaged,
    "both engaged": _both_engaged,
    "jointly engaged": _jointly_engaged,
}
"""What each gate asks of an act that a verb names and whose subject is political, if named."""

"""What an act must be before it counts: whose words they are, and how they are meant.

A trigger names its gate; words that only parties to a conflict use ("truce", "mediate") need none.
"""

from __future__ import annotations

from collections.abc import Callable

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.contacts import ADVERSE, CONTACTS, party, passively
from newsfacts_negotiations.crowds import crowd
from newsfacts_negotiations.mood import meant
from newsfacts_negotiations.people import People
from newsfacts_negotiations.phrases import Phrases
from newsfacts_negotiations.senses import otherwise
from newsfacts_negotiations.telling import TELLING, around, course, process
from newsfacts_negotiations.things import THINGS, own
from newsfacts_negotiations.words import word_list

__all__ = ["ENGAGED", "GATES", "PARTISAN", "WORDED", "passes"]

PARTISAN = frozenset(
    {"party", "both", "calling", "refusing to", "praising", "offering", "leader", "meeting"}
    | {"person", "bilateral", "visit", "returning", "guest", "plan", "done", "jointly"}
    | {
        "appealing",
        "advising",
        "hosting",
        "spoken to",
        "engaged",
        "both engaged",
        "jointly engaged",
        "official journey",
    }
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
_TOWARDS = frozenset({Event.CALL, Event.DEMAND, Event.MEET})
"""Acts of offices towards the public as well as towards a party."""
_PUT_IN_WRITING = frozenset({Event.CALL, Event.DEMAND, Event.ENDORSE, Event.OFFER, Event.REJECT})
"""Acts of those who speak through a text."""
_WRITINGS = frozenset(
    {"statement", "communique", "communiqué", "declaration", "resolution", "letter"}
)
"""Texts in which several parties, or a council, speak."""
_CIVIC = frozenset({"foreign", "aid", "border", "borders", "union", "unions"})
"""Words of conflict and diplomacy that are told of in peace as well."""
_SEVERAL = frozenset({"both", "two", "three", "four", "all"})
_SIDES = frozenset(
    "sides parties governments delegations factions camps presidents leaders neighbours neighbors"
    " rivals foes states countries men women generals ministers commanders officials"
    " negotiators envoys delegates armies teams premiers officers".split()
)
"""Nouns of those who agree with each other."""
_AFTER = 4
"""Tokens after a noun's own words in which a party may be named: "calls from all sides for"."""
_ASKED = 10
"""Tokens after "respond" within which it is told to what."""
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
    if otherwise(act, reading):
        return False
    if gate is None:
        return True
    if gate in TELLING:
        return TELLING[gate](act, reading, people)
    if act.group is None:
        return _on_phone(act, reading) if gate == "phone" else _noun(act, reading, people)
    if (
        gate not in _ANY_SUBJECT
        and act.subject is not None
        and not people.political(act.subject)
        and not _written(act, reading, people)
    ):
        return False
    if act.event in _TOWARDS and _governing(act, reading, people):
        return False
    return GATES[gate](act, reading, people)


def _written(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether it is done in writing where talks are told of: "a joint statement urged"."""
    if act.event not in _PUT_IN_WRITING or act.subject is None or not people.slant.charged():
        return False
    return reading.tokens.lower[reading.head(act.subject)] in _WRITINGS


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
    return target is not None and people.political(target) and not own(target, reading)


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
    # "Both states", "the two ministers", "officials of the two states".
    several = not _SEVERAL.isdisjoint((*words[first : first + 2], *words[last : last + 3]))
    return several or words[last - 1] in _SIDES or words[first] == "they"


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
    **THINGS,
    "party": party,
    "both": _both,
    "refusing": _refusing,
    "refusing to": _refusing_to,
    "answering": _answering,
    "process": process,
    "done": _done,
    "unnamed": _unnamed,
    "jointly": _jointly,
    "engaged": _engaged,
    "both engaged": _both_engaged,
    "jointly engaged": _jointly_engaged,
}
"""What each gate asks of an act that a verb names and whose subject is political, if named."""

"""Which acts stand on their own, and which are only what another act is about.

In "called for talks to resume" nothing resumes; in "agreed to hold talks" the talks are what was
agreed. The act that governs is kept, what stands under its sway is its topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.syntax import Syntax
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.claims import NegotiationEvent as Event
from newsfacts_negotiations.triggers import Trait
from newsfacts_negotiations.words import word_list

__all__ = ["independent"]

_NEIGHBOURS = 10
"""Acts on either side that an act can be within or under."""
_LONGEST = 60
"""Tokens that what an act is about can run on."""
_ALL = frozenset(Event)
_AIMS = frozenset({Event.AGREE, Event.CEASEFIRE, Event.IMPLEMENT, Event.OFFER})
_TALKS = frozenset({Event.NEGOTIATE, Event.RESUME, Event.MEET, Event.MEDIATE, Event.BREAK_OFF})
_MEETINGS = frozenset({Event.MEET, Event.NEGOTIATE})
_FATES = frozenset({Event.NEGOTIATE, Event.RESUME, Event.STALL, Event.BREAK_OFF})
"""What becomes of talks."""
_ASKED = frozenset({Event.CALL, Event.DEMAND})
"""What somebody else asked can be refused."""
_NEWS = frozenset({"announcement", "news", "announcements", "report", "reports"})
"""Nouns that tell what was done: "welcomed the news that both sides had signed"."""
_RELATIVE = frozenset({"that", "which", "whom"})
_VAGUE = frozenset({Event.MEET, Event.NEGOTIATE, Event.OFFER})
"""Acts that give way where the same verb makes another: "came to an agreement"."""
_SWAY: dict[Event, frozenset[Event]] = {
    Event.CALL: _ALL,
    Event.DEMAND: _ALL,
    Event.OFFER: _ALL,
    Event.REJECT: _ALL,
    Event.THREATEN: _ALL,
    Event.STALL: _ALL,
    Event.MEDIATE: _ALL,
    Event.ENDORSE: _ALL - {Event.OFFER},
    Event.AGREE: _ALL - {Event.BREAK_OFF, Event.STALL},
    Event.NEGOTIATE: _AIMS,
    Event.RESUME: _AIMS,
    Event.MEET: _AIMS,
    Event.BREAK_OFF: _AIMS,
    Event.VIOLATE: _AIMS - {Event.CEASEFIRE},
}
"""By act, the acts that are only its topic where they follow in its clause."""


def independent(reading: Syntax, acts: list[Act]) -> list[Act]:
    """Return *acts* without those within another's words and those under another's sway."""
    whole: list[Act] = []
    for act, near in _with_neighbours(acts):
        for other in near:
            if other.start <= act.head < other.end and _inside(act, other):
                break
        else:
            whole.append(act)
    free: list[Act] = []
    for act, near in _with_neighbours(whole):
        for other in near:
            first = other.start < act.start and other.head < act.head
            swayed = first and _swayed(reading, act, other)
            if swayed or _undergone(reading, act, other) or _told_again(act, other):
                break
        else:
            free.append(act)
    if len(free) > 1:
        free.sort(key=lambda act: (act.start, act.end))
    return free


def _with_neighbours(acts: list[Act]) -> Iterator[tuple[Act, list[Act]]]:
    """Yield each act with those near it: no clause holds more, however long the sentence."""
    for index, act in enumerate(acts):
        yield act, acts[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]


def _inside(act: Act, other: Act) -> bool:
    """Tell whether *other*, whose words hold the head of *act*, says more with them."""
    if act is other:
        return False
    if other.headline and act.head != other.head:
        return True
    if Trait.FREES in other.trigger.traits and act.event in _TALKS and act.head != other.head:
        return False
    if act.head != other.head and _differ(act, other):
        return False  # "the talks, put off twice, should begin"
    told = Trait.TOLD in other.trigger.traits
    if act.head == other.head and told is not (Trait.TOLD in act.trigger.traits):
        return told
    if act.size != other.size:
        return act.size < other.size and (
            act.event is other.event or other.head != act.head or act.start >= other.start
        )
    if act.head == other.head and act.event in _VAGUE and other.event not in _VAGUE:
        return True
    if act.event is not other.event:
        return False
    # "The withdrawal of the troops", and that it began, are one act.
    apart = act.head != other.head and act.trigger is not other.trigger
    return other.start < act.start or (apart and other.start == act.start and other.end > act.end)


def _differ(act: Act, other: Act) -> bool:
    """Tell whether verbs say two different acts of one thing."""
    said = act.trigger.predicated and other.trigger.predicated
    return said and act.event is not other.event


def _swayed(reading: Syntax, act: Act, other: Act) -> bool:
    """Tell whether *act*, which follows *other*, is only what that is about."""
    if act.head >= other.end + _LONGEST or _main(reading, act, other):
        return False
    if act.event not in _SWAY.get(other.event, ()):
        return False
    if Trait.FREES in other.trigger.traits and act.event in _TALKS:
        return False
    if _answered(act, other, reading) or act.head >= _reach(reading, other):
        return False
    if _recalled(act, reading):
        return False
    return not (other.event is Event.ENDORSE and _news(act, other, reading))


def _main(reading: Syntax, act: Act, other: Act) -> bool:
    """Tell whether the verb of *act* says something of what stands before *other*, or of it.

    "The envoys that arrived on Monday signed the accord", "the truce offer was turned down".
    """
    group = act.group
    if group is None:
        return False
    if other.group is None:
        return any(part is not None and part[0] <= other.head for part in (act.subject, act.object))
    subject = reading.subject(group) if group.form == "finite" else None
    return subject is not None and subject[0] < other.group.start


def _answered(act: Act, other: Act, reading: Syntax) -> bool:
    """Tell whether *other* refuses what somebody else asked: "the rebels' demand was ignored"."""
    return other.event is Event.REJECT and act.event in _ASKED and _signed(act, reading)


def _undergone(reading: Syntax, act: Act, other: Act) -> bool:
    """Tell whether *act* is a noun to which *other* is done: "the truce offer was turned down"."""
    if act.group is not None or other.group is None or other.object is None:
        return False
    if not other.object[0] <= act.head < other.object[1] or _answered(act, other, reading):
        return False
    return act.event in _MEETINGS or act.event in _SWAY.get(other.event, ())


def _told_again(act: Act, other: Act) -> bool:
    """Tell whether *other* tells of the same talks: "talks *chaired by Oslo* began".

    Or what became of them: "*the indirect talks* have not resumed".
    """
    same = act.event is other.event or (act.group is None and other.event in _FATES)
    if not same or act.event not in _MEETINGS or other.group is None:
        return False
    if other.group.form != "finite":
        return False
    if act.group is None:
        things = [act.head]
    elif act.group.form == "participle":
        things = [part[0] for part in act.match.parts if part is not None and part[0] != act.head]
    else:
        return False
    told = [part for part in other.match.parts if part is not None]
    return any(first <= at < last for first, last in told for at in things)


def _recalled(act: Act, reading: Syntax) -> bool:
    """Tell whether a relative clause tells what was done: "hailed the accord *that both signed*".

    One with "would" tells what is wanted.
    """
    group, words = act.group, reading.tokens.lower
    if group is None or group.modal is not None or group.form == "infinitive":
        return False
    if group.tense != "past" and group.form == "finite" and not group.perfect:
        return False
    return any(
        part is not None
        and part[1] <= group.start
        and (
            not _RELATIVE.isdisjoint(words[part[1] : min(part[1] + 2, group.start)])
            or (act.subject is not None and act.subject[0] == part[1])
        )
        for part in act.match.parts
    )


def _news(act: Act, other: Act, reading: Syntax) -> bool:
    """Tell whether what is welcomed is the news of *act*: "hailed the news that both signed"."""
    words, group = reading.tokens.lower, act.group
    if group is None or group.form != "finite" or group.modal is not None:
        return False
    return any(
        words[at] == "that" and words[at - 1] in _NEWS for at in range(other.head + 1, act.head)
    )


def _signed(act: Act, reading: Syntax) -> bool:
    """Tell whether a noun says whose it is, and so is an act of its own: "a French call for".

    Also in "appeals from Oslo for", "the army's demand that".
    """
    words = reading.tokens.words
    return act.group is None and any(
        word[:1].isupper() or word in ("'s", "’s", "'", "’") for word in words[act.start : act.end]
    )


def _reach(reading: Syntax, act: Act) -> int:
    """Return the token where what *act* is about ends."""
    words = reading.tokens.lower
    last = min(reading.tokens.sentence_range(act.head)[1], act.end + _LONGEST)
    end = act.end
    while end < last and words[end] not in word_list("reach_stops"):
        if words[end] in ("and", "or") and _resumes(reading, end + 1, last):
            break
        end += 1
    return end


def _resumes(reading: Syntax, index: int, last: int) -> bool:
    """Tell whether a finite verb begins at token *index*: "urged restraint and called on"."""
    while index < last and reading.tag(index) == "ADV":
        index += 1
    phrase = reading.noun_phrase(index) if index < last else None
    if phrase is not None and phrase[0] == index and phrase[1] < last:
        index = phrase[1]  # "and a deal is expected"
    group = reading.verb_group(index) if index < last else None
    if group is None or group.form == "finite":
        return group is not None
    # "Has spurned the accord and promised to fight on": a participle of the same "has".
    goes_on = group.end < last and reading.tag(group.end) in ("PART", "DET", "PRON")
    return (
        goes_on and group.form == "participle" and not reading.tokens.lower[index].endswith("ing")
    )

"""What an act must be before it counts: whose words they are, and how they are meant."""

from __future__ import annotations

from newsfacts.syntax import Syntax, VerbGroup
from newsfacts_negotiations.acts import Act
from newsfacts_negotiations.people import People, Range, word_list
from newsfacts_negotiations.words import class_forms

__all__ = ["passes"]

_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})


def passes(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether *act* passes the gate of its trigger."""
    return _meant(act, reading) and _gate(act, reading, people)


def _negated(group: VerbGroup, reading: Syntax) -> bool:
    """Tell whether the verb group is negated."""
    words = reading.tokens.lower[group.start : group.end]
    return group.negated or "n't" in words or "n’t" in words


def _meant(act: Act, reading: Syntax) -> bool:
    """Tell whether the verb has the mood that the trigger wants."""
    when, group = act.trigger.when, act.group
    if when is None:
        return True
    if group is None:
        return False
    if when == "negated":
        return _negated(group, reading)
    future = group.modal in _FUTURE
    return future and _negated(group, reading) is (when == "refusal")


def _gate(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether the parties are such as the trigger wants."""
    gate = act.trigger.gate
    if gate is None:
        return True
    if act.group is None:
        if gate == "phone":
            named = reading.tokens.lower[max(act.start - 3, 0) : act.end + 8]
            return any(word in ("phone", "telephone", "video") for word in named)
        phrase = reading.noun_phrase(act.head)
        around = (
            (phrase[0], min(act.end + 4, reading.tokens.sentence_range(act.head)[1]))
            if phrase
            else None
        )
        return around is not None and people.political(around)
    if act.subject is not None and not people.political(act.subject):
        return False
    if gate == "both":
        return (
            act.object is not None
            and people.political(act.object)
            and not _own_force(reading, act.object)
        )
    if gate == "offering":
        things = () if act.object is None else reading.tokens.lower[slice(*act.object)]
        return act.subject is not None and not word_list("not_offered").intersection(things)
    if gate == "refusing to":
        return act.subject is not None and not _silent(act, reading)
    if gate == "captive":
        return _captive(act, reading, people)
    if gate == "returning":
        handed = act.object is not None and act.object[0] > act.head and act.object[1] < act.end
        return act.subject is not None and handed
    if gate == "refusing" and act.object is not None:
        return reading.tokens.lower[reading.head(act.object)] not in word_list("denied")
    if gate == "praising":
        stated = act.group.form != "infinitive" or act.group.modal is not None
        own = act.object is not None and _own_force(reading, act.object)
        return stated and act.subject is not None and not own
    if gate == "leader" and act.object is not None:
        after = reading.tag(act.object[1]) if act.object[1] < len(reading.tokens) else "PUNCT"
        return act.subject is not None and after not in ("DET", "ADJ", "NOUN", "VERB")
    if gate in ("meeting", "visit", "person"):
        return _contact(act, reading, people)
    if act.subject is not None:
        return True
    target = act.object
    return target is not None and people.political(target) and not people.pronoun(target)


def _silent(act: Act, reading: Syntax) -> bool:
    """Tell whether what is refused is to talk to the press: "declined to comment"."""
    words = reading.tokens.lower[act.head + 1 : act.head + 4]
    return any(word in word_list("press") for word in words)


def _own_force(reading: Syntax, phrase: Range) -> bool:
    """Tell whether *phrase* is an order's usual addressee: one's own forces and officials."""
    return reading.tokens.lower[reading.head(phrase)] in word_list("ordered")


def _contact(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether the act is between parties: its other side is a political actor."""
    words = reading.tokens.lower
    last = reading.tokens.sentence_range(act.head)[1]
    if act.object is not None and act.trigger.gate != "person":
        return people.political(act.object) and words[reading.head(act.object)] not in word_list(
            "met"
        )
    for index in range(act.head + 1, min(act.head + 8, last)):
        if words[index] in ("with", "between", "to"):
            phrase = reading.noun_phrase(index + 1) if index + 1 < last else None
            return phrase is not None and people.political(phrase)
    if act.trigger.gate == "person" and act.object is not None:
        return people.political(act.object)
    return act.trigger.gate == "meeting" and act.subject is not None and act.end == act.head + 1


def _captive(act: Act, reading: Syntax, people: People) -> bool:
    """Tell whether it is somebody that is released, by somebody political or by nobody named."""
    phrase, group = act.object, act.group
    if phrase is None or group is None:
        return False
    if group.form == "infinitive" and group.voice == "passive" and not reading.governor(group):
        return False  # "the prisoners to be released" are a topic
    view = reading.tokens
    head = reading.head(phrase)
    word = view.lower[head]
    if word in word_list("not_released"):
        return False
    person = word in class_forms("captive") or view.words[head][:1].isupper() or word in _MANY
    return person or people.pronoun(phrase)


_MANY = frozenset({"people", "persons", "men", "women", "others", "members", "dozens", "hundreds"})

"""How far content goes: to the end of the clause or phrase that depends on the cue, not beyond.

Where commas and "and" end content was counted on half of PolNeAR's training part: a clause goes on
over nine of ten, a noun phrase or infinitive ends at three of four.
"""

from __future__ import annotations

from bisect import bisect_left

from newsfacts_statements.addressees import over_addressee
from newsfacts_statements.phrases import adverbial
from newsfacts_statements.reading import (
    ADJUNCTS,
    ADVERBIAL_PREPOSITIONS,
    BREAKS,
    ENDINGS,
    POSSESSIVES,
    STOPS,
    Group,
    Groups,
    Reading,
)

__all__ = ["attribution_follows", "bare", "clause_end", "closes", "left_start", "over_adverbials"]

_PREDICATES = frozenset(("VERB", "AUX", "PRON"))
_CLAUSAL = frozenset(("quote", "clause", "that", "person"))
_LEADING = frozenset(
    "while after although though as because since when if whereas once before unless".split()
)
_RELATIVES = frozenset(("who", "which", "whom", "whose"))
_CONTRASTS = frozenset("but and while though although".split())
_OPENING = frozenset(("but", "and", "meanwhile", "however", ",", "-", "–", "—"))
_AT_FIRST = frozenset(("initially", "first", "originally", "earlier", "previously"))
_TURNING = frozenset(("but", "and"))
_NEXT = frozenset(("later", "then", "subsequently"))
_LATE = frozenset(("late", "early"))
_OF_A_KIND = frozenset("a an its his her their our my".split())
"""After these a time only tells what kind of thing: "in its evening bulletin"."""
_PARTS = frozenset(("among", "with", "most", "many"))
"""What goes on to break a number down: "put the toll at eight, among them two soldiers"."""
_AFTER_SAYING = frozenset("after before following as amid when while in on at during".split())
_LONGEST = 100
"""Tokens of content outside quotations; no sentence of prose is as long."""
_FEW = 3
_NEAR = 9
_LAST = 14
"""Tokens within which a subject and its cue verb follow a comma."""


def clause_end(reading: Reading, start: int, groups: Groups, own: Group | None = None) -> int:
    """Return where the content that begins at *start* ends within the unit.

    Args:
        reading: the unit.
        start: the first token of the content.
        groups: the cue verbs of the unit.
        own: the cue that the content belongs to; None for a cue that is no verb.
    """
    lower, end = reading.lower, reading.end
    clause = own is None or own.cue.frames <= _CLAUSAL or reading.word(start - 1) == "that"
    if end - start > _LONGEST:
        steps = reading.steps(start, end)
        end = steps[_LONGEST] if len(steps) > _LONGEST else end
    looked, joints = start, reading.joints
    for index in joints[bisect_left(joints, start) : bisect_left(joints, end)]:
        word = lower[index]
        if word in ENDINGS or (not clause and _may_adjoin(reading, index)):
            if word == "," and index > start and _parted(reading, index, own, groups):
                return bare(reading, start, index)
            if not clause and word not in STOPS:
                clause = reading.finite_within(looked, index)
                looked = index
            if _ends(reading, index, own, groups, start=start, clause=clause):
                return bare(reading, start, index)
    return bare(reading, start, end)


def _ends(
    reading: Reading, index: int, own: Group | None, groups: Groups, *, start: int, clause: bool
) -> bool:
    """Tell whether content ends at *index*: what follows goes with the verb itself.

    At a comma `_parted` has been asked before.

    Args:
        reading: the unit.
        index: a token within the content.
        own: the cue verb; None for a cue that is no verb.
        groups: the cue verbs of the unit.
        start: the first token of the content.
        clause: whether the content is a clause; else a noun phrase or infinitive.
    """
    word = reading.lower[index]
    if word == ";" or (word in STOPS and start < index == reading.end - 1):
        return True
    if index == start:
        return False
    if word == ",":
        if reading.lower[start] == "to" and reading.word(index + 1) == "but":
            return True  # "offered to meet since he took office, but nobody came"
        return not clause and own is not None and _list_ends(reading, index, own)
    if own is None:
        return False
    if word in reading.words.coordinators:
        return _same_subject(reading, index, own, groups, clause=clause) or _new_clause(
            reading, index, groups, clause=clause
        )
    return not clause and _adjunct(reading, index)


def _parted(reading: Reading, comma: int, own: Group | None, groups: Groups) -> bool:
    """Tell whether content of any kind ends at this comma."""
    if own is not None and (
        _fronted(reading, own)
        or _aside_ends(reading, comma, own)
        or _revised(reading, comma, own)
        or _said_by_another(reading, comma, own, groups)
        or _main_goes_on(reading, comma, own)
    ):
        return True
    return attribution_follows(reading, comma, groups)


def _aside_ends(reading: Reading, comma: int, own: Group) -> bool:
    """Tell whether an aside ends here and its sentence goes on with its own next verb.

    "has killed 12, though the police say more may have died, and driven thousands away".
    """
    if reading.word(comma + 1) not in {"and", "or"}:
        return False
    aside = range(own.start - 1, max(reading.start, own.start - _NEAR), -1)
    lower = reading.lower
    if not any(lower[at] in _CONTRASTS and lower[at - 1] == "," for at in aside):
        return False
    return reading.syntax.tag(comma + 2) == "VERB" and comma + 2 not in reading.finite


def _said_by_another(reading: Reading, comma: int, own: Group, groups: Groups) -> bool:
    """Tell whether another says so too: "Norway said four had died, Sweden said two had"."""
    alike = {at for at, x in groups.items() if at > comma and x.cue.lemma == own.cue.lemma}
    if not alike:
        return False  # as most: what follows takes syntax to tell
    at = _after_phrase(reading, comma + 1)
    return at in alike and groups[at].finite


def _main_goes_on(reading: Reading, comma: int, own: Group) -> bool:
    """Tell whether the clause of a cue ends here: "a man, who police said was armed, fled"."""
    before = reading.lower[max(reading.start, own.start - _NEAR) : own.start]
    return not _RELATIVES.isdisjoint(before) and reading.finite_begins(comma + 1, comma + 2)


def _revised(reading: Reading, comma: int, own: Group) -> bool:
    """Tell whether the speaker's next act follows: "first said ten had died, but later ..."."""
    if _AT_FIRST.isdisjoint(reading.lower[own.start - 1 : own.head]):
        return False
    at = comma + 1 + (reading.word(comma + 1) in _TURNING)
    return reading.word(at) in _NEXT and reading.finite_begins(at, at + _FEW)


def _fronted(reading: Reading, own: Group) -> bool:
    """Tell whether the cue stands in a subordinate clause that leads its sentence."""
    first = reading.start
    return reading.lower[first] in _LEADING and "," not in reading.lower[first : own.start]


def attribution_follows(reading: Reading, comma: int, groups: Groups) -> bool:
    """Tell whether another attribution goes on after this comma: ", adding", ", X said."."""
    after = comma + 1
    word = reading.word(after)
    group = groups.get(after)
    if not word or word in {"according", "despite"}:
        return True
    if group is not None and group.form == "ing" and not group.finite:
        return True
    if not _cue_after(comma, groups):
        return False
    if word == "as" and _cue_near(reading, after, groups):
        return True
    if word in _CONTRASTS:
        # "said two had died, and that nobody told her": the content goes on
        return reading.word(after + 1) != "that" and _cue_near(reading, after, groups)
    return _cue_last(reading, after, groups)


def _cue_after(index: int, groups: Groups) -> bool:
    """Tell whether a cue verb begins after *index*."""
    return bool(groups) and next(reversed(groups)) > index


def _cue_near(reading: Reading, index: int, groups: Groups) -> bool:
    """Tell whether a finite cue verb with its subject follows within a few words."""
    for at in range(index + 1, min(reading.end, index + _NEAR)):
        if reading.breaks(at):
            return False
        if at in groups:
            return groups[at].finite
    return False


def _cue_last(reading: Reading, index: int, groups: Groups) -> bool:
    """Tell whether "X said" follows and closes the unit."""
    for at in range(index + 1, min(reading.end, index + _LAST)):
        group = groups.get(at)
        if group is not None and group.finite:
            told = "person" in group.cue.frames
            end = over_addressee(reading, group.end) if told else group.end
            return "quote" in group.cue.frames and (
                closes(reading, end) or _adjunct_follows(reading, end)
            )
        if reading.lower[at] in STOPS:
            return False
    return False


def _adjunct_follows(reading: Reading, index: int) -> bool:
    """Tell whether how or when it was said follows the cue before *index*, not what was said."""
    return reading.word(over_adverbials(reading, index)) in _AFTER_SAYING


def _list_ends(reading: Reading, comma: int, own: Group) -> bool:
    """Tell whether a noun phrase or infinitive ends at this comma: no list goes on."""
    after = comma + 1
    word = reading.word(after)
    if not word:
        return True
    if word == "including" or (word in _PARTS and "figure" in own.cue.frames):
        return False
    if word in {"and", "or"}:
        return not reading.word(after + 1) or reading.syntax.tag(after + 1) in _PREDICATES
    if own.cue.frames.isdisjoint({"object", "to"}):
        return not _enumerates(reading, after)
    if word in reading.words.subordinators or word == "but":
        return True
    return reading.syntax.tag(after) in _PREDICATES


def _enumerates(reading: Reading, start: int) -> bool:
    """Tell whether a list goes on: "spoke of shelling, hunger and fear"."""
    joint = _after_phrase(reading, start)
    if joint is None or reading.lower[joint] not in {"and", "or"}:
        return False
    phrase = reading.syntax.noun_phrase(joint + 1) if joint + 1 < reading.end else None
    if phrase is None or phrase[0] != joint + 1:
        return False
    return phrase[1] >= reading.end or reading.lower[phrase[1]] in STOPS


def _same_subject(
    reading: Reading, index: int, own: Group, groups: Groups, *, clause: bool
) -> bool:
    """Tell whether "and demanded" follows: the same subject's next verb.

    Within a clause another verb is the clause's own, unless it is a cue of the same form.
    """
    group = groups.get(index + 1)
    if group is not None and not group.infinitive:
        return _alike(group, own)
    return not clause and reading.finite_begins(index + 1, index + 2)


def _alike(one: Group, other: Group) -> bool:
    """Tell whether two verbs can share a subject: both finite in one tense, or both participles."""
    if one.finite != other.finite:
        return False
    if not one.finite:
        return one.form == other.form
    present = {"base", "s"}
    return (one.form in present) == (other.form in present)


def _new_clause(reading: Reading, index: int, groups: Groups, *, clause: bool) -> bool:
    """Tell whether "and the minister said" follows: a clause with a subject of its own.

    A clause that is content may go on so, unless the verb is one of speech.
    """
    if clause and not any(
        first > index and group.finite and "quote" in group.cue.frames
        for first, group in groups.items()
    ):
        return False
    at = _after_phrase(reading, index + 1)
    if at is not None and reading.word(at) == ",":
        apposition = _after_phrase(reading, at + 1)
        at = None if apposition is None else apposition + (reading.word(apposition) == ",")
    if at is None:
        return False
    group = groups.get(at)
    if group is not None and group.finite and "quote" in group.cue.frames:
        return True
    return not clause and reading.finite_begins(at, at + 1)


def _after_phrase(reading: Reading, start: int) -> int | None:
    """Return the token after the base noun phrase that begins at *start*, if one does."""
    if start >= reading.end:
        return None
    phrase = reading.syntax.noun_phrase(start)
    if phrase is None or phrase[0] != start or phrase[1] >= reading.end:
        return None
    return phrase[1]


def _may_adjoin(reading: Reading, index: int) -> bool:
    """Tell whether the word at *index* can begin an adjunct: what takes no syntax to tell."""
    word = reading.lower[index]
    return word in ADJUNCTS or (word in ADVERBIAL_PREPOSITIONS and adverbial(reading, index))


def _adjunct(reading: Reading, index: int) -> bool:
    """Tell whether an adjunct begins at *index* after a noun phrase or infinitive."""
    if reading.lower[index] == "as":
        if reading.word(index + 1) == "saying":
            return False
        stop = index + 1
        while reading.word(stop) and not reading.breaks(stop):
            stop += 1
        return reading.finite_within(index + 1, stop)
    return _may_adjoin(reading, index)


def closes(reading: Reading, index: int) -> bool:
    """Tell whether nothing but adverbials follows at *index*: no content to the right."""
    word = reading.word(over_adverbials(reading, index))
    return not word or word in STOPS or word == ","


def over_adverbials(reading: Reading, index: int) -> int:
    """Step over when, where and how something was said: "Thursday", "in a statement"."""
    lower, words, end = reading.lower, reading.words, reading.end
    while index < end:
        word = lower[index]
        timed = word in words.timing or (word in _LATE and _is_time(reading, index + 1))
        if not (timed or (word in ADVERBIAL_PREPOSITIONS and adverbial(reading, index))):
            break
        if reading.word(index + 1) in POSSESSIVES:
            break  # "said Friday's talks failed"
        if timed:
            index = _over_date(reading, index + 1)
        else:
            index += 1
            while index < end and not _adverbial_over(reading, index):
                index += 1
    return index


def _is_time(reading: Reading, index: int) -> bool:
    """Tell whether a time stands at *index*: "late on Sunday", "early Monday"."""
    at = index + (reading.word(index) in ("on", "in"))
    return reading.word(at) in reading.words.times


def _over_date(reading: Reading, index: int) -> int:
    """Step over the rest of a date: "May 10, 2021,"."""
    if not reading.word(index).isdigit():
        return index
    if reading.word(index + 1) == "," and reading.word(index + 2).isdigit():
        return min(index + 4, reading.end)
    return index + 1


def _adverbial_over(reading: Reading, index: int) -> bool:
    """Tell whether an adverbial has ended before *index*."""
    words, word, before = reading.words, reading.lower[index], reading.lower[index - 1]
    if reading.breaks(index) or word in words.subordinators or reading.quote_at(index) is not None:
        return True
    if before not in words.venues and before not in words.times:
        return False
    if before not in words.venues and reading.lower[index - 2] in _OF_A_KIND:
        return False
    inside = word in words.prepositions or word in words.venues or word in words.times
    return not inside and not word.isdigit()


def bare(reading: Reading, start: int, end: int) -> int:
    """Leave out final punctuation, unless a quotation ends there."""
    lower = reading.lower
    while end > start and lower[end - 1] in BREAKS and end not in reading.quotations.opens:
        if lower[end - 1] == ")" and "(" in lower[max(start, end - _LAST) : end]:
            break
        end -= 1
    return end


def left_start(reading: Reading, end: int) -> int:
    """Return where the content that ends before *end* begins: with its unit, or after "but"."""
    start = reading.start
    while start < end and reading.lower[start] in _OPENING:
        start += 1
    return start

"""The noun phrases beside a cue: who speaks, to its left or to its right."""

from __future__ import annotations

from newsfacts_statements.forms import plain_start
from newsfacts_statements.reading import DASHES, POSSESSIVES, Range, Reading

__all__ = [
    "adverbial",
    "aside",
    "own_subject",
    "phrase_end",
    "shared_subject",
    "source_left",
    "source_right",
]

_NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
_LEADERS = frozenset(("PUNCT", "SCONJ", "CCONJ", "ADV"))
_TRAILERS = frozenset("here there both all".split())
_TIME_PREPOSITIONS = frozenset("on in late early at".split())
_TIMING = frozenset("after before since until during amid following".split())
"""Prepositions that lead to no part of a source."""
_NOUN_PREPOSITIONS = frozenset("of for at in from with".split())
_CLOSERS = DASHES | {",", ")"}
_AS_WELL = ["as", "well", "as"]
_ASIDES = frozenset("that each first last himself herself itself themselves alike".split())
"""Words that end no source: what ends with one is an aside before the verb."""
_BOUNDS = frozenset(("least", "most"))
_JOINTS = frozenset(("and", ","))
_LISTABLE = frozenset(("NOUN", "PROPN"))
_BRACKET = 6
"""Tokens of a short form in brackets, at most."""
_PARENTHESES = 3
_LONGEST_PARENTHESIS = 40
_LONGEST_SOURCE = 30
"""Tokens that a source, or what stands between commas after it, may take."""


def source_left(reading: Reading, end: int) -> Range | None:
    """Return the noun phrase that ends before *end*: the subject of a verb there."""
    floor, lower, words = reading.start, reading.lower, reading.words
    if end > floor and lower[end - 1] in _CLOSERS:
        end = _over_parenthesis(reading, end)
    if end <= floor:
        return None
    last = lower[end - 1]
    if last in words.times or last.isdigit():
        end = _untimed(reading, end)
    while end - 1 > floor and lower[end - 1] in _TRAILERS:
        end -= 1
    start = _left_edge(reading, end)
    if start < end and (lower[start] in words.leaders or lower[start].isdigit()):
        start = _trim(reading, start, end)
    return (start, end) if start < end else None


def _over_parenthesis(reading: Reading, end: int) -> int:
    """Step left over what stands between commas, dashes or brackets after a noun phrase."""
    lower, floor = reading.lower, reading.start
    for _ in range(_PARENTHESES):
        mark = lower[end - 1] if end > floor else ""
        if mark not in _CLOSERS:
            break
        partner = "(" if mark == ")" else mark
        begin, limit = end - 2, max(floor, end - _LONGEST_PARENTHESIS)
        while begin > limit and lower[begin] != partner:
            begin -= 1
        if begin <= limit:
            return floor
        end = begin
        # "Ana Ruiz, 63, a teacher, said": an age is a parenthesis of its own.
        if lower[end - 1].isdigit() and end - 2 > floor and lower[end - 2] == ",":
            end -= 2
    return end


def _untimed(reading: Reading, end: int) -> int:
    """Leave out when something was said: "Hamas on Wednesday", "Smith Tuesday"."""
    lower, start = reading.lower, reading.start
    at = end
    while at > start and (lower[at - 1] in reading.words.times or lower[at - 1].isdigit()):
        at -= 1
    while at > start and lower[at - 1] in _TIME_PREPOSITIONS:
        at -= 1
    return at if at > start else end


def _left_edge(reading: Reading, end: int) -> int:
    """Return where the noun phrase that ends before *end* begins, prepositions included."""
    syntax, floor = reading.syntax, max(reading.start, end - _LONGEST_SOURCE)
    if reading.quote_before(end) is not None:
        return end
    start = plain_start(reading, end, floor)
    if start is not None:
        return _list_start(reading, start, end, floor)
    start = _base(reading, end - 1, floor)
    if start is None:
        return end
    while start > floor:
        before = _joined(reading, start)
        if before < floor or not (syntax.tag(before) in _NOMINAL or _quantity(reading, before)):
            break
        if reading.lower[start - 1] in _TIMING:
            break  # "two days after the envoy said"
        joint, further = syntax.tag(start - 1), _base(reading, before, floor)
        if further is None or (joint == "CCONJ" and not _leads(reading, further)):
            break
        start = further
    return _list_start(reading, start, end, floor)


def _list_start(reading: Reading, start: int, stop: int, floor: int) -> int:
    """Return where the list begins of which the tokens from *start* to *stop* are the last.

    It leads its clause: "Kenya, Oman and Peru said", "Kenya, Oman, and the Union (AU) said".
    """
    lower, tag, at, later = reading.lower, reading.syntax.tag, start, start
    if start - 2 < floor or lower[start - 1] not in _JOINTS:
        return start
    if tag(start) == "PRON" and stop == start + 1:
        return start  # "the men left, and he said"
    joined = "and" in lower[start:stop]
    while at - 2 >= floor:
        end = at - 1
        if lower[end] == "and" and lower[end - 1] == ",":
            end -= 1
        elif lower[end] != "," or not (joined or at < start):
            break
        end = _before_bracket(reading, end, floor)
        further = reading.syntax.noun_phrase(end - 1) if tag(end - 1) in _LISTABLE else None
        if further is None or further[0] < floor or lower[end - 1] in reading.words.times:
            break
        at, later = further[0], at
    if at == start:
        return start
    if lower[at - 1] == "of":  # "the joint mediation of Kenya, Oman and Peru"
        whole = _base(reading, at - 2, floor)
        at = at if whole is None else whole
    elif tag(at - 1) == "ADP" and _leads(reading, at - 1):
        return later  # "after the raid, Kenya, Oman and Peru said"
    return at if _leads(reading, at) and lower[at - 1] != "," else start


def _before_bracket(reading: Reading, end: int, floor: int) -> int:
    """Return where a name ends before its short form in brackets: "the African Union (AU)"."""
    inside = reading.lower[max(floor, end - _BRACKET) : end]
    return end - inside[::-1].index("(") - 1 if inside[-1:] == [")"] and "(" in inside else end


def _quantity(reading: Reading, index: int) -> bool:
    """Tell whether "some", "most" stands for a noun at *index*: "some of the ministers"."""
    return reading.lower[index + 1] == "of" and reading.syntax.tag(index) == "DET"


def _joined(reading: Reading, start: int) -> int:
    """Return the token that ends the noun phrase to which what begins at *start* belongs; or -1."""
    lower, postnominal, tag = reading.lower, reading.words.postnominal, reading.syntax.tag
    if start > 1 and lower[start - 2] in postnominal:
        return start - 3  # "officials briefed on the talks"
    if lower[start] in postnominal and reading.word(start + 1) == "to" and tag(start + 2) != "NUM":
        return start - 1  # "sources close to the talks" is not "close to 12 sources"
    if lower[max(start - 3, 0) : start] == _AS_WELL:
        return start - 4
    if tag(start - 1) in {"ADP", "CCONJ"} and lower[start - 1] != "but":
        from_ = lower[start - 2] == "from" and tag(start - 1) == "ADP"
        return start - 2 - from_  # "doctors from around the world"
    return -1


def _base(reading: Reading, index: int, floor: int) -> int | None:
    """Return where the base noun phrase that holds *index* begins."""
    phrase = reading.syntax.noun_phrase(index)
    if phrase is None:
        return _open_words(reading, index, floor)
    start = max(phrase[0], floor)
    for end in range(index, start, -1):
        if end in reading.quotations.opens:
            return end
    return start


def _open_words(reading: Reading, index: int, floor: int) -> int | None:
    """Return where the run of open-class words that ends at *index* begins."""
    words, start = reading.words, index + 1
    while start > floor:
        word = reading.lower[start - 1]
        if not (word[0].isalpha() or word == "-") or word in words.closed:
            break
        if start in reading.quotations.opens:
            break
        start -= 1
    while start > floor and reading.lower[start - 1] in words.determiners:
        start -= 1
    return start if start <= index else None


def _leads(reading: Reading, start: int) -> bool:
    """Tell whether a noun phrase leads its clause: no verb or preposition before it."""
    return start <= reading.start or reading.syntax.tag(start - 1) in _LEADERS


def _trim(reading: Reading, start: int, end: int) -> int:
    """Leave out what leads a noun phrase without belonging to it: "On Wednesday", "also"."""
    lower, words = reading.lower, reading.words
    while start < end and (
        lower[start] in words.leaders
        or (lower[start].isdigit() and lower[start - 1] in words.times)
    ):
        if lower[start] == "at" and reading.word(start + 1) in _BOUNDS:
            break
        if lower[start] == "first":  # "first responders"; a verb's own stands with the verb
            break
        start += 1
    return start


def source_right(reading: Reading, start: int) -> Range | None:
    """Return the noun phrase that begins at *start*: the subject after its verb."""
    lower, words, end = reading.lower, reading.words, start
    while end < reading.end:
        word = lower[end]
        if word not in POSSESSIVES and (
            reading.breaks(end) or word in words.subordinators or word in words.auxiliaries
        ):
            break
        if word in words.prepositions and (
            end == start or word not in _NOUN_PREPOSITIONS or adverbial(reading, end)
        ):
            break
        if word in words.times or word in words.negations or reading.quote_at(end) is not None:
            break
        end += 1
        if word in words.pronouns and word != "one":  # "described by one diplomat as fragile"
            break
    return (start, end) if end > start else None


def shared_subject(reading: Reading, head: int) -> Range | None:
    """Return the subject that the verb at *head* understands: that of the verb it goes with."""
    verb = reading.syntax.verb_group(head)
    subject = reading.syntax.subject(verb) if verb is not None else None
    if subject is None or subject[0] < reading.start or subject[1] > reading.end:
        return None
    if reading.quotations.holding(subject[0]):
        return None
    return subject


def aside(reading: Reading, source: Range | None) -> bool:
    """Tell whether what stands before a verb is no source: "at first", "later that day"."""
    return source is None or reading.lower[source[1] - 1] in _ASIDES


def own_subject(reading: Reading, head: int) -> Range | None:
    """Return the subject of the verb at *head* from its first word to its last."""
    subject = shared_subject(reading, head)
    if subject is None:
        return None
    whole = reading.syntax.full_noun_phrase(subject[1] - 1) or subject
    return source_left(reading, min(whole[1], head)) or subject


def phrase_end(reading: Reading, start: int) -> int:
    """Return where the noun phrase that begins at *start* ends, its "of" and "in" included."""
    index = start
    while index < reading.end:
        word = reading.lower[index]
        if reading.breaks(index) or word in reading.words.subordinators:
            break
        if reading.finite_begins(index, index + 1):
            break
        index = reading.quote_at(index) or index + 1
    return index


def adverbial(reading: Reading, index: int) -> bool:
    """Tell whether the preposition at *index* begins an adverbial of a speech verb.

    "in a statement", "on Twitter", "on Thursday": a venue or a time within a few words.
    """
    words = reading.words
    rest = reading.lower[index + 1 : index + 5]
    if reading.lower[index] == "to" and (words.press | words.determiners).isdisjoint(rest[:1]):
        return False  # "to release funds", "to call a meeting": a verb, no venue
    return not words.venues.isdisjoint(rest) or not words.times.isdisjoint(rest[:2])

"""Content to the right of a cue: "said (that) ...", "told reporters ...", "called for ..."."""

from __future__ import annotations

from newsfacts_statements.addressees import OBJECT_PRONOUNS, over_addressee
from newsfacts_statements.extents import clause_end, over_adverbials
from newsfacts_statements.lexicon import Cue
from newsfacts_statements.nouns import nouns
from newsfacts_statements.reading import BREAKS, STOPS, Group, Groups, Range, Reading

__all__ = ["content_right"]

_CLAUSAL = frozenset(("quote", "clause", "person"))
"""Frames of verbs whose content without "that" is a clause."""
_THAT = frozenset(("clause", "that"))
_RIGHTWARD = frozenset(("noun", "object", "clause", "person", "figure"))
_DIRECT = frozenset((",", ":"))
"""What stands before direct speech."""
_TIMES = frozenset("this last earlier later".split())
_SUBJECTS = frozenset("i he she it we they there".split())
_NO_CLAUSE = frozenset(
    "to of for with about by on in as at from after before since when while because".split()
)
_FRONTED = frozenset("in on at for by as after since when while".split())
_PLAIN_VERBS = frozenset("say tell think believe add insist argue".split())
_FRONTING_VERBS = frozenset("say tell add announce report".split())
_ASKED = frozenset("what where how why whether who if".split())
_ANSWERS = frozenset("yes no so responsibility victory".split())
_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    dozens hundreds thousands hundred thousand million""".split()
)
_ASIDE = 25
"""Tokens that may stand between a cue and its "that" or quotation."""
_WITHIN_OBJECT = frozenset(("of", "in", "on", "by", "against", "and"))
"""What joins parts of an object: "called the bombing of the school a crime"."""
_REPLIES = frozenset("reject dismiss".split())
_TOLL = frozenset(("life", "lives"))
_NO_ASIDE = frozenset((";", "who", "which"))
_OBJECT = 4
"""Tokens up to the noun that names what is rejected."""
_FIGURE = 10
"""Tokens from "put" to the number."""
_SENTENCE = 5
"""Tokens: what is as long as this and follows a verb that takes clauses is one."""


def content_right(reading: Reading, group: Group, groups: Groups) -> tuple[Range, ...]:
    """Return the content to the right of a cue, by the frames that its verb takes."""
    start, end = group.end + 1, None
    if reading.word(group.end) != "that" or group.cue.frames.isdisjoint(_THAT):
        start, end = _start(reading, group, groups)
    if start >= reading.end:
        return ()
    quote = reading.quote_at(start)
    if quote is not None and reading.lower[start - 1] in _DIRECT:
        return ((start, quote),)
    if end is None:
        end = clause_end(reading, start, groups, group)
    return ((start, end if quote is None else max(quote, end)),)


def _start(reading: Reading, group: Group, groups: Groups) -> tuple[int, int | None]:
    """Return where content to the right begins and, where that had to be found, ends.

    Where there is none it begins with the end of the unit.
    """
    frames, index, none = group.cue.frames, group.end, (reading.end, None)
    if "figure" in frames and not _figure(reading, index):
        return none
    if "person" in frames:
        index = over_addressee(reading, index)
    index = over_adverbials(reading, index)
    if index >= reading.end:
        return none
    word = reading.lower[index]
    if word in _DIRECT:
        direct = "quote" in frames and (word == ":" or reading.quote_at(index + 1) is not None)
        later = index + 1 if direct else _after_aside(reading, group, index + 1)
        return none if later is None else (later, None)
    infinitive = word == "to" and "to" in frames  # "threatening to close it, in a row that ..."
    if not infinitive and (word in reading.words.prepositions or word in _TIMES):
        later = _after_aside(reading, group, index)
        if later is not None:
            return later, None
    if word == "that" and not frames.isdisjoint(_THAT):
        return index + 1, None
    if reading.quote_at(index) is not None or _bare_clause(reading, group, index):
        return index, None
    if not _can_begin(reading, group, index):
        return none
    return _clause(reading, group, groups, index) if frames <= _CLAUSAL else (index, None)


def _bare_clause(reading: Reading, group: Group, index: int) -> bool:
    """Tell whether a pronoun begins a clause that a verb takes without "that": "adding he left"."""
    pronoun = "that" in group.cue.frames and reading.lower[index] in _SUBJECTS
    return pronoun and reading.finite_begins(index + 1, index + 2)


def _clause(reading: Reading, group: Group, groups: Groups, index: int) -> tuple[int, int | None]:
    """Return the range from *index* where it is a clause, as a verb of saying takes it."""
    word, lemma = reading.lower[index], group.cue.lemma
    end = clause_end(reading, index, groups, group)
    if (
        (lemma in _PLAIN_VERBS and end - index >= _SENTENCE)
        or word in _ANSWERS
        or word in _ASKED
        or reading.finite_within(index, end)
        or (lemma in _PLAIN_VERBS and _counts(reading, index))
    ):
        return index, end
    return reading.end, None


def _counts(reading: Reading, index: int) -> bool:
    """Tell whether a headline says no more than a number: "Norway says 40 soldiers killed"."""
    return reading.lower[index].isdigit() and reading.lower[reading.end - 1] not in STOPS


def _after_aside(reading: Reading, group: Group, index: int) -> int | None:
    """Return where "that" or a quotation begins the content after an aside.

    "said, however, that ..."; "said in a letter to its members that ..."; "said of the plan: ..."
    """
    frames = group.cue.frames
    if frames.isdisjoint({"quote", "clause", "that"}):
        return None
    lower = reading.lower
    for at in range(index, min(reading.end, index + _ASIDE)):
        word = lower[at]
        begins = None
        if word == "that" and not frames.isdisjoint(_THAT):
            begins = None if at > index and reading.finite_begins(at + 1, at + 2) else at + 1
        elif reading.quote_at(at) is not None:
            begins = at if "quote" in frames and lower[at - 1] in _DIRECT else None
        elif word not in _NO_ASIDE:
            continue
        if begins is None or at == index:
            return begins
        return None if reading.finite_begins(index, at) else begins
    return None


def _can_begin(reading: Reading, group: Group, index: int) -> bool:
    """Tell whether the word at *index* can begin the content that the verb's frames allow."""
    word, frames = reading.lower[index], group.cue.frames
    if word in BREAKS:
        return False
    if word == "not" and reading.word(index + 1) == "to":
        return reading.word(index + 3) not in reading.words.empty  # "asked not to be named"
    if word == "to":
        after = reading.word(index + 1)
        if after == "be":
            after = reading.word(index + 2)
        if after in reading.words.empty or after in reading.words.determiners:
            return False  # "agreed to a truce" is an act
        return "to" in frames
    if word in _NO_CLAUSE:
        return "clause" in frames and word in _FRONTED and group.cue.lemma in _FRONTING_VERBS
    if frames.isdisjoint(_RIGHTWARD):
        return False
    if _says_nothing(reading, group.cue, index):
        return False
    return frames <= _CLAUSAL or word not in reading.words.coordinators


def _says_nothing(reading: Reading, cue: Cue, index: int) -> bool:
    """Tell whether a cue verb has another sense by its object, which begins at *index*."""
    lemma = cue.lemma
    if lemma == "question":
        return reading.lower[index] in OBJECT_PRONOUNS  # "investigators questioned him"
    if lemma == "address":
        return _audience(reading, index)
    if lemma == "call" and not cue.particle:
        return not _has_predicate(reading, index)
    near = reading.lower[index : min(reading.end, index + _OBJECT + 1)]
    if lemma == "claim":
        return not _TOLL.isdisjoint(near)  # "has claimed at least 46 lives"
    return lemma in _REPLIES and _somebody_elses(reading, index)


def _audience(reading: Reading, index: int) -> bool:
    """Tell whether those addressed stand at *index*, not a problem: "addressed the nation"."""
    words = reading.words
    near = reading.lower[index : min(reading.end, index + _OBJECT)]
    return not words.press.isdisjoint(near) or not words.audiences.isdisjoint(near)


def _has_predicate(reading: Reading, index: int) -> bool:
    """Tell whether the object at *index* is called something: not "called the police"."""
    if "what" in reading.lower[max(reading.start, index - _OBJECT) : index]:
        return True  # "what Norway called abuses"
    end = _object_end(reading, index)
    if end == index:
        return True  # no object that syntax knows
    if reading.quotations.begin_within(index, end) or "one" in reading.lower[index + 1 : end]:
        return True  # 'the plan "a gift"', "the attack one of the worst"
    end, words = over_adverbials(reading, end), reading.words
    word, joined = reading.word(end), words.prepositions | words.subordinators | words.coordinators
    if word == "but":
        return True  # "the price full but fair"
    return bool(word) and not reading.breaks(end) and word not in joined


def _object_end(reading: Reading, index: int) -> int:
    """Return where the object at *index* ends, "of the school" and the like included."""
    end = index
    while end < reading.end:
        phrase = reading.syntax.noun_phrase(end)
        if phrase is None or phrase[0] != end:
            return max(index, end - 1)
        end = phrase[1]
        if reading.word(end) not in _WITHIN_OBJECT:
            break
        end += 1
    return end


def _somebody_elses(reading: Reading, index: int) -> bool:
    """Tell whether what is answered was said by another: "rejected a proposal by Norway"."""
    known = nouns()
    return any(reading.word(at) in known for at in range(index, min(reading.end, index + _OBJECT)))


def _figure(reading: Reading, index: int) -> bool:
    """Tell whether a figure is put at a number: "the death toll in the north at more than 12"."""
    rest = reading.lower[index : min(reading.end, index + _FIGURE)]
    if "at" not in rest:
        return False
    at = rest.index("at")
    counted = not reading.words.figures.isdisjoint(rest[:at])
    return counted and any(word[0].isdigit() or word in _NUMBERS for word in rest[at + 1 : at + 5])

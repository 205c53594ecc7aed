"""Which way a clause looks, back or forward, as its governing verb says.

The nearest verb before the expression in its own clause decides ("talks that ended Tuesday" within
"will invite ... to resume"); where none stands before it ("On Friday the court will rule"), the
first one after it; else the nearest in the clauses before. Findings: of 336 bare weekdays in the
corpora 309 look back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Final

from newsfacts_dates.beside import Direction, fixed
from newsfacts_dates.verbs import leads_infinitive, verbs

__all__ = ["Direction", "direction", "lapsed"]


_REACH = 20
_NEAR = 12
_SHORTEST_PAST = 4
_PLAN_REACH = 4
_OPENING = 3
"""Words before what opens a sentence: "And late on Monday ..."."""
_OBJECT = 3
"""Words that part a verb from an expression, an object being among them: "called talks on"."""
_GROUP: Final = {-1: 1, 0: 1, 1: 3}
"""How many words on a verb's other parts stand: "was shot", "will not be held"."""


def direction(
    words: Sequence[str],
    start: int,
    end: int,
    sentence: tuple[int, int],
    is_present: Callable[[int], bool] = lambda _: False,
) -> Direction:
    """Return which way the verb that governs the words from *start* to *end* looks.

    Args:
        words: all words of the document.
        start: index of the expression's first word.
        end: index after its last.
        sentence: the range of its sentence.
        is_present: tells whether a word is a verb that is finite in the present tense; asked of
            few, as it takes reading the sentence.
    """
    first, last = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    known = fixed(words, start, end, last)
    if known is not None:
        return known
    clause = start - 1
    while clause >= first and words[clause].lower() not in verbs()["boundaries"]:
        clause -= 1
    if clause >= first and words[clause].lower() == "since":
        return -1
    own = range(start - 1, clause, -1)
    if start and _foreseen(words, start - 1, own):
        return 1
    after = range(end, min(last, end + _NEAR))
    before = range(clause - 1, first - 1, -1)
    known = _own_look(words, own, start, last, is_present)
    if known is not None:
        return known
    if clause >= first and _awaited(words[clause], own, is_present):
        return 1
    if any(
        words[index] == "to"
        and leads_infinitive(words, index, last)
        and words[index - 1] not in verbs()["unmet"]
        for index in own
    ):
        rest = takewhile(lambda index: words[index].lower() not in verbs()["boundaries"], after)
        # "attempts to open talks in May failed", but "is trying to win in November"
        return _first_look(words, rest, last) or 1
    if start - sentence[0] <= _OPENING:
        return _main_look(words, (*range(end, last), *before), last) or 0
    return _first_look(words, (*after, *before), last) or 0


def lapsed(words: Sequence[str], start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tell a plan that is told as past, so that its day may have gone by.

    "Was due back on Monday", "planned to march on Monday", "a rally planned for Monday was called
    off"; not "is due", nor "a rally planned for Monday".

    Args:
        words: all words of the document.
        start: index of the expression's first word.
        end: index after its last.
        sentence: the range of its sentence.
    """
    forms = verbs()
    for index in range(start - 1, max(sentence[0], start - _REACH) - 1, -1):
        word = words[index]
        if word in forms["lapsing"] or word in forms["plans"] or word == "to":
            known = _lapsed(words, index, start, end, sentence[0])
            if known is not None:
                return known
        if word in forms["future"] or word in forms["boundaries"]:
            return False
    return False


def _lapsed(words: Sequence[str], index: int, start: int, end: int, first: int) -> bool | None:
    """Tell whether the plan told by the word at *index* is past, None where it tells of none."""
    forms, word = verbs(), words[index]
    before = frozenset(words[max(first, index - 3) : index])
    if word in forms["plans"] and "had" in before:
        return True  # "had urged them to go by Monday"
    if word not in forms["lapsing"] and words[index - 1 : index] not in (["was"], ["were"]):
        return None
    if not before.isdisjoint(forms["past_auxiliaries"]):
        return True
    if not before.isdisjoint(forms["present_auxiliaries"]):
        return False
    at_last = word in forms["convoking"] and words[start - 1] == "for"
    wished = words[index + 1] == "to" and word not in forms["no_past"]
    return wished or at_last or words[end : end + 1] in (["was"], ["were"])


def _own_look(
    words: Sequence[str], own: range, start: int, last: int, is_present: Callable[[int], bool]
) -> Direction | None:
    """Return the direction of the nearest word of the clause before *start* that gives one."""
    for index in own:
        if index < start - _OBJECT and _convoked(words, index):
            return 1
        found = _look(words, index, last)
        if found is not None:
            return found
        if _coming(words, index, start, is_present):
            return 1
    return None


def _coming(
    words: Sequence[str], index: int, start: int, is_present: Callable[[int], bool]
) -> bool:
    """Tell "ahead of talks on Friday", "his term ends on Friday", "the court resumes on Friday"."""
    word, forms = words[index], verbs()
    if word.lower() == "ahead":
        return words[index + 1] == "of"
    if word not in forms["scheduled"]:
        return False
    if word in forms["certain"] and index >= start - 2:
        return True
    return _governs(words, index, start) and is_present(index)


def _main_look(words: Sequence[str], indices: Iterable[int], last: int) -> Direction | None:
    """Return the direction of the first verb at *indices* that is not a relative clause's.

    "On Friday the minister, who quit last week, will fly to Rome"; where there is no other, that
    of the relative clause.
    """
    in_relative, skipped, reach = False, None, 0
    for index in indices:
        word = words[index]
        if word in verbs()["relative"] or (
            word in verbs()["subjects"] and _opens_contact(words[index - 1])
        ):
            in_relative = True
            continue
        look = _look(words, index, last)
        if look is None or (look == skipped and index <= reach):
            continue
        if not in_relative:
            return look
        in_relative, skipped, reach = False, look, index + _GROUP[look]
    return skipped


def _opens_contact(before: str) -> bool:
    """Tell the "she" of "the group she founded" by the word before: a clause that tells of it."""
    return before.isalpha() and before.islower() and before not in verbs()["boundaries"]


def _first_look(words: Sequence[str], indices: Iterable[int], last: int) -> Direction | None:
    """Return the direction of the first of the words at *indices* that gives one."""
    for index in indices:
        look = _look(words, index, last)
        if look is not None:
            return look
    return None


def _governs(words: Sequence[str], index: int, start: int) -> bool:
    """Tell "marks it in May" and "takes place in May" from "marks the May feast" and "takes it"."""
    if words[start - 1] in verbs()["determiners"]:
        return False
    if words[index] in ("turn", "turns"):  # "turns 80 in May", not "turns himself in"
        return words[index + 1][:1].isdigit()
    return words[index] not in verbs()["taking"] or not verbs()["taken"].isdisjoint(
        words[index + 1 : index + 3]
    )


def _convoked(words: Sequence[str], index: int) -> bool:
    """Tell "has invited both to talks on Friday": the perfect names no day of its own."""
    if words[index] not in verbs()["convoking"]:
        return False
    return not {"has", "have"}.isdisjoint(words[max(0, index - 2) : index])


def _awaited(conjunction: str, clause: range, is_present: Callable[[int], bool]) -> bool:
    """Tell "if they win in November" and "when it is heard in May" by the present tense."""
    return conjunction in verbs()["awaiting"] and any(map(is_present, clause))


_BE: Final = frozenset(("is", "are", "was", "were"))
_LIMITS: Final = {"within": "foreseeing", "by": "obliging", "before": "obliging"}


def _foreseen(words: Sequence[str], limit: int, clause: range) -> bool:
    """Tell "predicted a truce within days" from "broke it within days", and "must go by Friday"."""
    kind = _LIMITS.get(words[limit])
    return kind is not None and not verbs()[kind].isdisjoint(
        words[index].lower() for index in clause
    )


def _look(words: Sequence[str], index: int, last: int) -> Direction | None:
    """Return the direction that the word at *index* gives, None if it gives none."""
    forms = verbs()
    word = words[index].lower()
    if word in forms["future"]:
        return -1 if list(words[max(0, index - 2) : index]) == ["had", "been"] else 1
    if word in forms["possible"]:  # "could leave on Friday", but "could not be reached on Friday"
        return None if _denied(words, index, last) else 1
    if word == "to":
        return _infinitive(words, index, last)
    regular = word.endswith("ed") and len(word) >= _SHORTEST_PAST and words[index] == word
    if word in forms["past"] or (regular and word not in forms["adjectives"]):
        return _past(words, index, last, regular=regular)
    return None


def _past(words: Sequence[str], index: int, last: int, *, regular: bool) -> Direction | None:
    """Return the direction of a past form or participle by the words before it."""
    forms, word = verbs(), words[index].lower()
    before = [each.lower() for each in words[max(0, index - 4) : index]]
    if before[-2:] in (["is", "being"], ["are", "being"]):
        return 1  # "a rally is being held on Saturday"
    if regular and _before_noun(before):
        return None  # "the planned visit", "a still unspecified date"
    if word in forms["unchanged"]:
        if _linked(before):
            return 1 if word in forms["foretold"] else None  # "is set for", "will stay shut"
        if before[-1:] == ["to"]:
            return None  # "to hit": what governs the infinitive decides
    elif before[-1:] in (["is"], ["are"]):
        return None  # "the case is heard in May", "is accused of": nothing follows from it
    bare = before[-1:] == ["be"] or (word in forms["unchanged"] and before)
    ahead = forms["future"] | {"to"}
    near = before if before[-1:] == ["be"] else before[-1:]
    if forms["possible"].intersection(near) and not _denied(words, index, last):
        return 1
    return 1 if bare and ahead.intersection(near) else -1  # "will be held"


def _denied(words: Sequence[str], index: int, last: int) -> bool:
    """Tell "could not be reached" and "neither could be found" by the words before and after."""
    near = words[max(0, index - _NEAR) : min(index + 2, last)]
    return not verbs()["denying"].isdisjoint(word.lower() for word in near)


def _linked(before: Sequence[str]) -> bool:
    """Tell the participle of "stay shut" from the past of "they shut"."""
    return bool(before) and before[-1] in verbs()["linking"]


def _before_noun(before: Sequence[str]) -> bool:
    """Tell by the words before a form in -ed that it goes with a noun."""
    determiners = verbs()["determiners"]
    if before[-1:] and before[-1] in determiners:
        return True
    adverb = before[-1:] and (before[-1].endswith("ly") or before[-1] in ("still", "yet", "long"))
    return bool(adverb) and before[-2] in determiners if len(before) > 1 else False


def _infinitive(words: Sequence[str], index: int, last: int) -> Direction | None:
    """Return the direction of "to" and the word after it: forward where that is planned.

    "scheduled to resume" looks ahead; "refused to resume" looks where "refused" does.
    """
    if not leads_infinitive(words, index, last):
        return None
    if words[index + 1] == "be":
        return 1
    before = [word.lower() for word in words[max(0, index - _PLAN_REACH) : index]]
    if before[-1:] and before[-1] in _BE:
        return 1  # "a round that was to begin on Friday"
    if verbs()["plans"].isdisjoint(before) and verbs()["close_plans"].isdisjoint(before[-1:]):
        return None
    return -1 if "had" in before and "been" in before else 1  # "had been scheduled to end"

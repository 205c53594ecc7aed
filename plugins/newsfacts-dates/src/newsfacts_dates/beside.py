"""Which way an expression lies by the words right beside it, whatever the verb.

"As early as Tuesday" and "called a meeting for Monday" look ahead, "Monday's shooting" back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from newsfacts_dates.verbs import leads_infinitive, verbs

__all__ = ["Direction", "fixed"]

Direction = Literal[-1, 0, 1]
"""Back, unknown, forward."""

_NEAR_PROLONGING = 8
_TO_COME: Final = (["set", "for"], ["forecast", "for"])


def fixed(words: Sequence[str], start: int, end: int, last: int) -> Direction | None:
    """Return the direction that words right at the expression fix, whatever the verb."""
    before = [word.lower() for word in words[max(0, start - 3) : start]]
    if _led_ahead(before) or _copula_before(before):
        return 1
    word, after = before[-1:], words[end] if end < last else ""
    if word in (["later"], ["earlier"]):
        return -1  # "later Monday" is of the day of writing
    if word == ["for"] and (after in ("delivery", "settlement") or _appointing(words, start)):
        return 1  # "crude for May delivery", "called a meeting for Monday"
    if word in (["until"], ["till"]) and _deadline(words, start, end, last):
        return 1
    if word == ["to"] and _prolonged(words, start):
        return 1  # "postponed the hearing to Monday"
    if after in ("'s", "’s"):
        return _of_event(before, [each.lower() for each in words[end + 1 : min(last, end + 5)]])
    return None


def _led_ahead(before: Sequence[str]) -> bool:
    """Tell "as early as Tuesday", "a truce starting Monday" and "talks are set for May".

    "Closed until at least June" too: of what is over the end is known.
    """
    if before[-2:] in (["early", "as"], ["soon", "as"]):
        return True
    if before in (["until", "at", "least"], ["till", "at", "least"]):
        return True
    return before[-1:] in (["starting"], ["beginning"], ["effective"]) or before[-2:] in _TO_COME


def _of_event(before: Sequence[str], event: Sequence[str]) -> Direction | None:
    """Return the direction of "Monday's ..." by the words before it and what it is that has it.

    A ruling or a crash has been, whatever will come of it; a vote may be yet to come, as the verb
    says, and so may what is meant by "during Sunday's".
    """
    if not verbs()["happenings"].isdisjoint(event):
        return -1
    if before[-1:] in (["for"], ["before"]) or before[-2:] == ["ahead", "of"]:
        return 1
    appointed = not verbs()["appointments"].isdisjoint(event)
    if appointed and not {"will", "would"}.isdisjoint(event):
        return 1
    return None if appointed or before[-1:] in (["during"], ["at"], ["in"]) else -1


def _copula_before(before: Sequence[str]) -> bool:
    """Tell by the words before, an "on" among them, that a form of "be" leads to the expression."""
    if verbs()["copulas"].isdisjoint(before):
        return False
    likely = not {"likely", "possible"}.isdisjoint(before)  # but "the picture is from Friday"
    passed = ("on", "in", "at", "likely", "possible", *(("from",) if likely else ()))
    words = [word for word in before if word not in passed]
    return words[-1] in verbs()["copulas"]


def _deadline(words: Sequence[str], start: int, end: int, last: int) -> bool:
    """Tell "gave them until Friday to leave" and "adjourned until Friday" from "stayed until"."""
    if end < last and words[end] == "to" and leads_infinitive(words, end, last):
        return True
    return _prolonged(words, start)


def _appointing(words: Sequence[str], start: int) -> bool:
    """Tell "called a meeting for Monday" from "paid for Monday" by the verb before."""
    near = words[max(0, start - _NEAR_PROLONGING) : start]
    return not verbs()["appointing"].isdisjoint(near)


def _prolonged(words: Sequence[str], start: int) -> bool:
    """Tell "adjourned the case until" and "to" by the verb before."""
    near = words[max(0, start - _NEAR_PROLONGING) : start]
    return not verbs()["prolonging"].isdisjoint(near)

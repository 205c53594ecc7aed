"""What a verb group says by itself of how real its event is: modal, tense, aspect, negation."""

from __future__ import annotations

import attrs

from newsfacts.syntax.clauses import Link
from newsfacts.syntax.predicates import Predicates
from newsfacts.syntax.reading import Reading
from newsfacts.values import Status

__all__ = ["Mood", "has_condition", "mood"]


@attrs.frozen
class Mood:
    """Is what a verb group says by itself; status None leaves the event as it is."""

    status: Status | None
    negated: bool


_ONWARD = (["on"], ["ahead"], ["well"], ["badly"], ["nowhere"])
"""Adverbs with which what "is going" has begun: "talks are going on"."""


def mood(reading: Reading, link: Link, words: Predicates) -> Mood:
    """Return the mood of the verb group of *link*.

    "will" is a plan, "will not" a refusal (intended); "would" takes its force from the report
    it stands in; "would have" and "should have" are denied, and so is "had Chad signed, ...";
    "could", "may" and "might" are forecasts, but "could not" tells what was not done. An if-clause
    makes all conditional.
    """
    group = link.group
    if group.modal in ("would", "should") and group.perfect:
        return Mood(Status.CONDITIONAL, not group.negated)
    if _inverted(reading, link):
        return Mood(Status.CONDITIONAL, not group.negated)
    if group.modal in ("will", "shall", "would"):
        return Mood(_future(reading, link, words), group.negated)
    if group.modal is not None:
        unable = group.modal == "cannot" or (group.negated and group.modal in ("can", "could"))
        forecast = group.modal in ("can", "could", "may", "might")
        status = None if unable else Status.PREDICTED if forecast else Status.INTENDED
        if status is not None and has_condition(reading, link, words):
            status = Status.CONDITIONAL
        return Mood(status, group.negated or group.modal == "cannot")
    if group.progressive:
        onward = reading.lower[group.end : group.end + 1] in _ONWARD
        planned = group.lemma in words.motion and group.tense == "present" and not onward
        return Mood(Status.PLANNED if planned else Status.ONGOING, group.negated)
    goes_on = group.lemma in ("continue", "persist") and group.form == "finite"
    return Mood(Status.ONGOING if goes_on else None, group.negated)


def _inverted(reading: Reading, link: Link) -> bool:
    """Tell "had Chad signed the accord, ..." from "had Chad signed the accord?"."""
    subject = link.subject
    if subject is None or subject[0] == 0 or subject[1] != link.group.start:
        return False
    had = subject[0] - 1
    opens = reading.lower[had] == "had" and (had == 0 or reading.tags[had - 1] in ',"c:')
    return opens and reading.lower[-1] != "?"


def _future(reading: Reading, link: Link, words: Predicates) -> Status:
    """Return what "will" and "would" tell."""
    group = link.group
    unless = group.negated and "without" in reading.lower[group.end : link.end]
    if unless or has_condition(reading, link, words):
        return Status.CONDITIONAL
    if group.modal == "would":
        return _would(reading, link)
    return Status.INTENDED if group.negated else Status.PLANNED


def _would(reading: Reading, link: Link) -> Status:
    """Return what "would" tells: a reported intention, a reported plan, else a forecast.

    A speaker's word of what he himself would do or would not do is an intention.
    """
    if reading.governing(link) is None:
        return Status.PREDICTED
    subject = link.subject
    pronoun = subject is not None and reading.tags[subject[1] - 1] == "r"
    own = (pronoun or link.group.negated) and link.group.voice == "active"
    return Status.INTENDED if own else Status.PLANNED


def has_condition(reading: Reading, link: Link, words: Predicates) -> bool:
    """Tell whether an if-clause depends on the verb of *link*."""
    return any(
        other.kind == "adverbial"
        and other.governor == link.group.head
        and other.marker is not None
        and reading.lower[other.marker] in words.conditions
        for other in reading.links
    )

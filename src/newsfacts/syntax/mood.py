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


def mood(reading: Reading, link: Link, words: Predicates) -> Mood:
    """Return the mood of the verb group of *link*.

    "will" is a plan, "will not" a refusal (intended); "would" takes its force from the report
    it stands in; "would have" without a condition that held is denied; "could", "may" and "might"
    are forecasts, but "could not" tells what was not done.
    """
    group = link.group
    modal, negated = group.modal, group.negated
    status: Status | None = None
    if modal in ("will", "shall"):
        status = Status.INTENDED if negated else Status.PLANNED
    elif modal == "would" and group.perfect:
        return Mood(Status.CONDITIONAL, not negated)
    elif modal == "would":
        status = _would(reading, link)
    elif modal == "cannot":
        return Mood(None, negated=True)
    elif modal in ("can", "could") and negated:
        status = None
    elif modal in ("can", "could", "may", "might"):
        status = Status.PREDICTED
    elif modal is not None:
        status = Status.INTENDED
    elif group.progressive:
        planned = group.lemma in words.motion and group.tense == "present"
        status = Status.PLANNED if planned else Status.ONGOING
    elif group.lemma in ("continue", "persist") and group.form == "finite":
        status = Status.ONGOING
    if modal in ("will", "shall", "would"):
        clause = reading.lower[group.end : link.end]
        if has_condition(reading, link, words) or (negated and "without" in clause):
            status = Status.CONDITIONAL
    return Mood(status, negated)


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

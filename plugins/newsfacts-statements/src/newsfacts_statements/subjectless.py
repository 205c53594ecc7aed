"""Cue verbs without a subject of their own: participles, questions, passives."""

from __future__ import annotations

from newsfacts import SpeechAct
from newsfacts_statements.contents import content_right
from newsfacts_statements.extents import bare, clause_end
from newsfacts_statements.phrases import phrase_end, shared_subject, source_left, source_right
from newsfacts_statements.reading import Group, Groups, Range, Reading
from newsfacts_statements.relation import Relation, relation

__all__ = ["asked", "hedge_verb", "participle", "passive"]

_JOINTS = frozenset((",", "and", "–", "—", "--"))
_QUESTIONS = frozenset("if whether about why how what".split())
_AGENT_TAILS = frozenset("to of for as that".split())
_NO_HEDGES = frozenset((SpeechAct.COMMITMENT, SpeechAct.ORDER, SpeechAct.REQUEST))
_DONE = frozenset("hold find read".split())
"""Verbs that with "by" say nothing: "staff held by the rebels"."""
_ADDRESSEE = 12
"""Tokens that may stand between "asked" and its question."""


def participle(
    reading: Reading, group: Group, groups: Groups, subject: Range | None
) -> Relation | None:
    """Read ", adding that ...", "a source saying ...", "with Hamas pledging ..."."""
    if group.start == reading.start:
        return None
    content = content_right(reading, group, groups)
    if not content:
        return None  # before the subject, which may take syntax
    before = reading.lower[group.start - 1]
    if before == "as":
        return relation(group, _quoted(reading, group, groups), content, "quoted-as-saying")
    joined = before in _JOINTS or before in reading.words.prepositions
    if joined or reading.quote_before(group.start) is not None:
        source = subject or shared_subject(reading, group.head)
        return relation(group, source, content, "participle")
    source = source_left(reading, group.start)
    if source is not None and reading.syntax.verb_group(source[0]) is not None:
        source = shared_subject(reading, source[0])  # "Ruiz was heard saying"
    return relation(group, source, content, "noun-participle") if source else None


def _quoted(reading: Reading, group: Group, groups: Groups) -> Range | None:
    """Return who is quoted: "Ruiz was quoted as saying", "the agency quoted Ruiz as saying"."""
    for other in groups.values():
        by = reading.word(other.end) == "by" and other.end < group.start - 1
        if other.passive and (by or other.end == group.start - 1):
            return source_left(reading, other.start)
    return source_left(reading, group.start - 1)


def asked(reading: Reading, group: Group) -> Relation | None:
    """Read "Asked if a truce was near, she ...": a question that nobody in particular puts."""
    if reading.word(group.start - 1) not in {"", ",", "when", "but", "and"}:
        return None
    for at in range(group.end, min(reading.end, group.end + _ADDRESSEE)):
        word = reading.lower[at]
        if word in _QUESTIONS:
            end = at + 1
            while reading.word(end) not in {"", ","}:
                end = reading.quote_at(end) or end + 1
            return relation(group, None, ((at, bare(reading, at, end)),), "asked")
        if word == "," or reading.finite_begins(at, at + 1):
            return None
    return None


def hedge_verb(reading: Reading, group: Group, groups: Groups, subject: Range) -> Relation | None:
    """Read "The attack appears to have killed two": the text's own doubt, no source."""
    if reading.word(group.end) != "to":
        return None
    end = clause_end(reading, group.end, groups, group)
    return relation(group, None, ((subject[0], end),), "hedge-verb")


def passive(reading: Reading, group: Group, groups: Groups) -> Relation | None:
    """Read "X is believed to ...", "X was told that ...", "X was criticised by Y"."""
    frames, act = group.cue.frames, group.cue.act
    after = reading.word(group.end)
    # "a man accused of murder fled": without an auxiliary the clause is not about the cue.
    reduced = group.start == group.head
    if after == "by" and reading.word(group.end + 1).endswith("ing"):
        return None  # "can be ordered by visiting our site"
    if after == "by" and group.cue.lemma not in _DONE:
        source = source_right(reading, group.end + 1)
        patient = _patient(reading, group) if source else None
        if patient is None or source is None:
            return None
        if group.cue.lemma == "quote" and reading.word(source[1]) == "as":
            return None  # "was quoted by Reuters as saying": the saying is the cue
        if reading.lower[patient[0]] == "it" and reading.word(source[1]) == "that":
            start = source[1] + 1
            content = ((start, clause_end(reading, start, groups)),)
            return relation(group, source, content, "passive-agent")
        pieces = (patient, *_tail(reading, source[1], groups, reduced=reduced))
        return relation(group, source, pieces, "passive-agent")
    if "person" in frames:
        return relation(group, None, content_right(reading, group, groups), "passive-addressee")
    if act in _NO_HEDGES:
        return None
    return _hedged(reading, group, groups)


def _hedged(reading: Reading, group: Group, groups: Groups) -> Relation | None:
    """Read "X is believed to ..." and "it is believed that ...": nobody is the source."""
    frames, act, after = group.cue.frames, group.cue.act, reading.word(group.end)
    if after == "to" and act is SpeechAct.SPEECH and "object" in frames:
        return None  # "police were called to the scene", "witnesses are asked to come forward"
    if after in {"to", "of"} and not frames.isdisjoint({"clause", "object", "to"}):
        patient = _patient(reading, group)
        if patient is None:
            return None
        end = (
            phrase_end(reading, group.end)
            if group.start == group.head
            else clause_end(reading, group.end, groups, group)
        )
        return relation(group, None, ((patient[0], end),), "passive-hedge")
    if reading.word(group.start - 1) == "it" and (after == "that" or "clause" in frames):
        content = content_right(reading, group, groups)
        if after == "that" or (content and reading.finite_within(*content[0])):
            return relation(group, None, content, "passive-hedge")
    return None


def _patient(reading: Reading, group: Group) -> Range | None:
    """Return the subject of a passive."""
    subject = source_left(reading, group.start)
    if subject is None or reading.syntax.verb_group(subject[0]) is not None:
        # "Rumours that he fled were dismissed by his office."
        shared = shared_subject(reading, group.head)
        told = shared is not None and reading.word(shared[1]) == "that"
        return (shared[0], group.start) if shared is not None and told else shared
    return subject


def _tail(reading: Reading, index: int, groups: Groups, *, reduced: bool) -> tuple[Range, ...]:
    """Return what an agent leaves of the content: "... by Y of murder", "... by Y to leave"."""
    if reading.word(index) not in _AGENT_TAILS:
        return ()
    if reduced:
        return ((index, phrase_end(reading, index + 1)),)
    return ((index, clause_end(reading, index, groups)),)

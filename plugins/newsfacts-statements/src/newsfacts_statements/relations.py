"""The rules: from a unit of text to who says what in it, as ranges of tokens.

Each cue verb goes to the rule for the way it is used; "according to" and nouns have their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from newsfacts import SpeechAct
from newsfacts_statements.contents import content_right
from newsfacts_statements.extents import clause_end
from newsfacts_statements.headlines import headline, labelled
from newsfacts_statements.nouns import noun_cue, nouns
from newsfacts_statements.parted import according_to, around, as_said, inverted, leading
from newsfacts_statements.phrases import aside, own_subject, shared_subject, source_left
from newsfacts_statements.reading import Group, Groups, Range, Reading
from newsfacts_statements.relation import Relation, relation
from newsfacts_statements.subjectless import asked, hedge_verb, participle, passive
from newsfacts_statements.verbs import cue_verbs

__all__ = ["relations"]

_STATES_OF_MIND = frozenset(
    (SpeechAct.BELIEF, SpeechAct.COMMITMENT, SpeechAct.REQUEST, SpeechAct.CONCERN)
)
_SUBJECT_RELATIVES = frozenset(("who", "which", "that"))
_RELATIVES = frozenset("which what whom that".split())
_NO_SUBJECT = frozenset(("on", "at", "by", "under", "with", "into", "for", "in", "near", "from"))
"""Prepositions after which what stands is no subject."""
_INVERTED = frozenset(("say", "add", "explain"))
"""Verbs that stand before their subject after what was said."""
_NAMING_VERBS = frozenset("call dub".split())


def relations(reading: Reading) -> list[Relation]:
    """Return the attributions of one unit, in the order of their cues."""
    groups = cue_verbs(reading)
    found: list[Relation] = []
    for group in groups.values():
        made = _of_verb(reading, group, groups, found)
        if made is not None:
            found.append(made)
    if len(groups) < len(reading.cue_words):
        found += _without_verb(reading, groups)
    if not reading.start:
        found += headline(reading)
    if not found and reading.quotations.starts:
        found += labelled(reading)
    if len(found) > 1:
        found.sort(key=_BY_CUE)
    return found


_BY_CUE = attrgetter("cue")


def _without_verb(reading: Reading, groups: Groups) -> Iterator[Relation]:
    """Yield the attributions whose cue is a noun or "according to"."""
    known, lower = nouns(), reading.lower
    heads = [group.head for group in groups.values()]
    for index in reading.cue_words:
        word = lower[index]
        if word in known:
            if index in groups or index in heads:
                continue
            made = noun_cue(reading, groups, index)
        elif word == "according":
            made = according_to(reading, groups, index)
        else:
            continue
        if made is not None:
            yield made


def _outer_subject(found: list[Relation], group: Group) -> Range | None:
    """Return the subject that *group* shares: that of the last verb that is nobody's content."""
    for one in reversed(found):
        if one.source is None or one.holds(group.start):
            continue
        if not any(other.holds(one.cue[0]) for other in found if other is not one):
            return one.source
    return None


def _of_verb(
    reading: Reading, group: Group, groups: Groups, found: list[Relation]
) -> Relation | None:
    """Read the attribution that one cue verb makes, if it makes one."""
    if group.cue.lemma == "ask" and group.form != "ing":
        question = asked(reading, group)
        if question is not None:
            return question
    if group.passive:
        return passive(reading, group, groups)
    if group.infinitive:
        return None
    if group.form == "ing" and not group.finite:
        return participle(reading, group, groups, _outer_subject(found, group))
    return _finite(reading, group, groups, found)


def _finite(
    reading: Reading, group: Group, groups: Groups, found: list[Relation]
) -> Relation | None:
    """Find the subject of a finite cue verb: its own, an antecedent, or one that it shares."""
    before = reading.word(group.start - 1)
    if not before and "quote" in group.cue.frames:
        return leading(reading, group)
    if before in _SUBJECT_RELATIVES:
        comma = reading.word(group.start - 2) == ","
        antecedent = source_left(reading, group.start - 1 - comma)
        if antecedent is not None:
            return _relative(reading, group, groups, antecedent, "relative-subject")
    if reading.quote_before(group.start - (before == ",")) is not None:
        return inverted(reading, group, groups)
    if before == "," and group.cue.lemma in _INVERTED and _named_after(reading, group.end):
        return inverted(reading, group, groups)
    if before in reading.words.coordinators:
        content = content_right(reading, group, groups)
        subject = _shared(reading, group, found) if content else None
        return relation(group, subject, content, "same-subject") if subject else None
    return _plain(reading, group, groups, found)


def _named_after(reading: Reading, index: int) -> bool:
    """Tell whether a name follows and no verb: ", said Trooper Ann Lee", not ", said Lee left"."""
    if index >= reading.end or reading.lower[index] in reading.words.times:
        return False
    named = reading.syntax.tokens.words[index][:1].isupper()
    return named and not reading.finite_within(index, reading.end)


def _shared(reading: Reading, group: Group, found: list[Relation]) -> Range | None:
    """Return the subject of another verb that *group* shares."""
    return _outer_subject(found, group) or shared_subject(reading, group.head)


def _plain(
    reading: Reading, group: Group, groups: Groups, found: list[Relation]
) -> Relation | None:
    """Read the attribution of a finite cue verb that stands after its subject."""
    content: tuple[Range, ...] | None = None
    reduced = _reduced(reading, group)
    if _suffered(reading, group):
        return None
    if group.cue.rightward and not reduced:
        # Before its subject, which may take syntax: without content there is no attribution.
        content = content_right(reading, group, groups)
        if not content:
            return None
    source = _beside(reading, group)
    if source is None and reading.word(group.start - 1) == ",":
        if "quote" in group.cue.frames:
            return inverted(reading, group, groups)
        source = _shared(reading, group, found)
    if aside(reading, source) and group.finite:
        source = own_subject(reading, group.head) or source
    if source is None:
        return None
    if reduced:
        return passive(reading, group._replace(passive=True), groups)
    return _of_subject(reading, group, groups, source, content)


def _beside(reading: Reading, group: Group) -> Range | None:
    """Return the noun phrase before a cue verb that is its subject, as far as its words tell."""
    source = source_left(reading, group.start)
    if source is not None and source[1] == source[0] + 1 and _is_verb(reading, source[0]):
        # "an official who asked to be heard said", "the first to arrive said"
        named = source_left(reading, source[0] - 1) if reading.word(source[0] - 1) == "to" else None
        return shared_subject(reading, group.head) or named
    if source is not None and reading.word(source[0] - 1) in _NO_SUBJECT:
        # "a source who spoke on condition of anonymity said"
        return shared_subject(reading, group.head) or source
    return _described(reading, group, source) or source


def _described(reading: Reading, group: Group, beside: Range | None) -> Range | None:
    """Return who is described right before a cue verb: "*the men* who guard the bridge said".

    *beside* is what stands nearest to the verb, the object of that clause.
    """
    if beside is None or _SUBJECT_RELATIVES.isdisjoint(reading.lower[reading.start : beside[0]]):
        return None
    subject = shared_subject(reading, group.head)
    if subject is None or subject[1] >= beside[0]:
        return None
    between = range(subject[1], beside[0])
    at = next((at for at in between if reading.lower[at] in _SUBJECT_RELATIVES), None)
    if at is None or not reading.finite_begins(at + 1, beside[0]):
        return None
    return source_left(reading, at)


def _of_subject(
    reading: Reading,
    group: Group,
    groups: Groups,
    source: Range,
    content: tuple[Range, ...] | None,
) -> Relation | None:
    """Read the attribution of a finite cue verb after its subject.

    *content* is what stands to the right of the cue; None where that is not yet read.
    """
    frames, lead = group.cue.frames, reading.word(source[0] - 1)
    if "hedge" in frames:
        return hedge_verb(reading, group, groups, source)
    if lead == "as":
        aside = as_said(reading, group, groups, source)
        if aside is not None or "aside" in frames:
            return aside
    if group.cue.says:
        before = around(reading, group, groups, source)
        if before is not None:
            return before
    if lead in _RELATIVES:
        return _relative(reading, group, groups, source, "relative-object")
    if content is None:
        content = content_right(reading, group, groups)
    if group.cue.shows and reading.lower[source[1] - 1] in reading.words.evidence:
        content = content or ((group.end, clause_end(reading, group.end, groups)),)
        return relation(group, source, content, "evidence-shows")
    if group.cue.lemma in _NAMING_VERBS and content and _names(reading, content[0]):
        return None
    return relation(group, source, content, "subject-verb-content")


def _reduced(reading: Reading, group: Group) -> bool:
    """Tell whether a past form is a passive without its auxiliary.

    "a man believed to be armed", "a man accused of murder", "a letter requested by Ruiz".
    """
    if group.form != "past" or group.start != group.head:
        return False
    after, act = reading.word(group.end), group.cue.act
    if after == "to":
        hedges = act in {SpeechAct.BELIEF, SpeechAct.PREDICTION}
        return hedges and "to" not in group.cue.frames
    if after == "by":
        by = reading.word(group.end + 1)
        return not (by.endswith("ing") or by in reading.words.venues)  # "said by telephone"
    return after == "of" and act is SpeechAct.ACCUSATION


def _suffered(reading: Reading, group: Group) -> bool:
    """Tell whether the noun before a past form did not do it: "dozens feared drowned"."""
    lemma, after = group.cue.lemma, reading.word(group.end)
    if lemma == "fear":
        return after in reading.words.feared
    return lemma == "brief" and after == "on"  # "two people briefed on the matter said"


def _is_verb(reading: Reading, index: int) -> bool:
    """Tell whether the word at *index*, in small letters, is a verb."""
    word = reading.syntax.tokens.words[index]
    if not word.islower() or reading.syntax.tag(index) != "VERB":
        return False
    return word.endswith("ed") or reading.word(index - 1) == "to"


def _names(reading: Reading, content: Range) -> bool:
    """Tell whether content is but a name: "a village called Al Qasr" says nothing."""
    return all(word[0].isupper() for word in reading.syntax.tokens.words[slice(*content)])


def _relative(
    reading: Reading, group: Group, groups: Groups, source: Range, rule: str
) -> Relation | None:
    """Read a cue in a relative clause: "a source that said ...", "which witnesses said ...".

    "those who want peace" names a kind of people, it attributes nothing.
    """
    if rule == "relative-subject" and group.cue.act in _STATES_OF_MIND:
        return None
    if rule == "relative-object" and group.cue.frames.isdisjoint({"quote", "object"}):
        return None
    lead = reading.word(source[0] - 1)
    if group.cue.lemma in _NAMING_VERBS and lead == "whom":
        return None  # "Lee, whom it called its chief", not "what it called abuses"
    content = content_right(reading, group, groups)
    if lead == "what" and group.cue.says and content and not _is_predicate(reading, content[0]):
        return None  # "what he said next surprised them", not "what he said was a mistake"
    return relation(group, source, content, rule)


def _is_predicate(reading: Reading, content: Range) -> bool:
    """Tell whether content is what is said of "what" before it: "was a mistake"."""
    return reading.lower[content[0]] in reading.words.auxiliaries

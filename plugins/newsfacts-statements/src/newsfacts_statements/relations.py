"""The rules: from a unit of text to who says what in it, as ranges of tokens.

Each rule is a small function named after what it reads; `relations` tries them cue by cue.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsfacts import SpeechAct
from newsfacts_statements.nouns import noun_cues
from newsfacts_statements.reading import Group, Range, Reading
from newsfacts_statements.relation import Relation

__all__ = ["relations"]


def relations(reading: Reading) -> Iterator[Relation]:
    """Yield the attributions of one unit, in the order of their cues."""
    groups = reading.groups()
    found: list[Relation] = []
    for group in groups:
        relation = _of_verb(reading, group, groups, _outer_subject(found, group))
        if relation is not None:
            found.append(relation)
    found += according_to(reading, groups)
    found += noun_cues(reading, groups)
    yield from sorted(found, key=lambda relation: relation.cue)


def _outer_subject(found: list[Relation], group: Group) -> Range | None:
    """Return the subject that *group* shares: that of the last verb that is nobody's content."""
    for relation in reversed(found):
        if relation.source is None or _within(group.start, relation):
            continue
        if not any(_within(relation.cue[0], other) for other in found if other is not relation):
            return relation.source
    return None


def _within(index: int, relation: Relation) -> bool:
    return any(start <= index < end for start, end in relation.content)


def according_to(reading: Reading, groups: list[Group]) -> Iterator[Relation]:
    """Read "according to X, ..." and "..., according to X"."""
    lower, unit = reading.lower, reading.unit
    index = unit.start
    while index + 2 < unit.end:
        quote = reading.quote_at(index)
        if quote is not None:
            index = quote
            continue
        if lower[index] != "according" or lower[index + 1] != "to":
            index += 1
            continue
        source_end = index + 2
        while source_end < unit.end and (
            lower[source_end] not in {",", ".", ";", "–", "—", "--", ")", "which", "who", "that"}
            or (source_end == index + 2)
        ):
            source_end += 1
        source = (index + 2, source_end)
        if index == unit.start or lower[index - 1] in {"and", "but"}:
            after = min(source_end + 1, unit.end)
            content = (after, reading.clause_end(after, groups))
        else:
            start = _left_start(reading, index)
            content = (start, _strip_right(reading, start, index))
        if content[0] < content[1]:
            yield Relation(source, (index, index + 2), (content,), SpeechAct.SPEECH, "according-to")
        index = source_end


def _of_verb(
    reading: Reading, group: Group, groups: list[Group], subject: Range | None
) -> Relation | None:
    """Read the attribution that one cue verb makes, if it makes one."""
    if group.cue.lemma == "ask" and group.form != "ing":
        asked = _asked(reading, group, groups)
        if asked is not None:
            return asked
    if group.passive:
        return _passive(reading, group, groups)
    if group.infinitive:
        return None
    if group.form == "ing" and not group.finite:
        return _participle(reading, group, groups, subject)
    return _finite(reading, group, groups, subject)


def _relation(
    group: Group, source: Range | None, content: tuple[Range, ...] | None, rule: str
) -> Relation | None:
    content = tuple(piece for piece in content or () if piece[0] < piece[1])
    if not content:
        return None
    cue = (group.head, group.end)
    if group.passive:
        cue = (group.start, group.end)
    return Relation(
        source, cue, content, group.cue.act, rule, negated=group.negated, hedge=group.hedge
    )


_STATES_OF_MIND = frozenset((SpeechAct.BELIEF, SpeechAct.COMMITMENT, SpeechAct.REQUEST, SpeechAct.CONCERN))


# -- the verb's own subject ---------------------------------------------------------------------


def _finite(
    reading: Reading, group: Group, groups: list[Group], subject: Range | None
) -> Relation | None:
    lower, unit, frames = reading.lower, reading.unit, group.cue.frames
    before = lower[group.start - 1] if group.start > unit.start else ""
    if before in {"who", "which", "that"} and group.start - 1 > unit.start:
        comma = lower[group.start - 2] == ","
        source = reading.source_left(group.start - 1 - comma)
        if source is not None:
            if group.cue.act in _STATES_OF_MIND:
                return None
            return _relation(group, source, _right(reading, group, groups), "relative-subject")
    if reading.quote_before(group.start) is not None or (
        before == "," and reading.quote_before(group.start - 1) is not None
    ):
        return _inverted(reading, group, groups)
    if before in {"and", "but", "or"}:
        shared = subject or _first_subject(reading, group)
        if shared is None:
            return None
        return _relation(group, shared, _right(reading, group, groups), "same-subject")
    source = reading.source_left(group.start)
    if source is None and before == "," and "quote" not in frames:
        source = subject or _first_subject(reading, group)
    if source is None:
        if group.start == unit.start or before == ",":
            return _inverted(reading, group, groups)
        return None
    if source[0] > unit.start and lower[source[0] - 1] == "as":
        aside = _as_said(reading, group, groups, source)
        if aside is not None or "aside" in frames:
            return aside
    if not frames.isdisjoint({"quote", "clause"}):
        parted = _around(reading, group, groups, source)
        if parted is not None:
            return parted
    lead = lower[source[0] - 1] if source[0] > unit.start else ""
    if lead in {"which", "what", "whom", "that"}:
        if frames.isdisjoint({"quote", "object"}):
            return None
        return _relation(group, source, _right(reading, group, groups), "relative-object")
    if group.cue.lemma in _EVIDENCE_VERBS and lower[source[1] - 1] in _EVIDENCE:
        end = reading.clause_end(group.end, groups)
        content = _right(reading, group, groups) or ((group.end, end),)
        return _relation(group, source, content, "evidence-shows")
    return _relation(group, source, _right(reading, group, groups), "subject-verb-content")


_SENTENCE = 5
"""Tokens: what is as long as this and follows a verb that takes clauses is one."""
_EVIDENCE_VERBS = frozenset("show indicate find reveal suggest demonstrate".split())
_EVIDENCE = frozenset(
    """poll polls survey surveys study studies report reports data figures results statistics numbers
    record records document documents research analysis analyses finding findings investigation evidence
    estimates estimate polling video footage image images photographs emails""".split()
)


def _as_said(
    reading: Reading, group: Group, groups: list[Group], source: Range
) -> Relation | None:
    """Read "As X put it, ..." and "..., as X said"."""
    lower, unit, lead = reading.lower, reading.unit, source[0] - 1
    end = reading.over_adverbials(group.end)
    goes_on = end + 1 < unit.end and lower[end] == ","
    closes = end >= unit.end or lower[end] in {".", "!", "?", ";", ","}
    if "aside" not in group.cue.frames and ("quote" not in group.cue.frames or not closes):
        return None
    pieces: list[Range] = []
    if lead > unit.start and (lower[lead - 1] == "," or reading.quote_before(lead) is not None):
        pieces.append((_left_start(reading, lead - 1), lead - (lower[lead - 1] == ",")))
    elif lead > unit.start:
        return None
    if goes_on:
        pieces.append((end + 1, reading.clause_end(end + 1, groups, group)))
    return _relation(group, source, tuple(pieces), "as-said")


def _around(
    reading: Reading, group: Group, groups: list[Group], source: Range
) -> Relation | None:
    """Read content before "X said": alone, or parted around it."""
    lower, unit = reading.lower, reading.unit
    edge = source[0]
    quoted = reading.quote_before(edge)
    if quoted is None and edge > unit.start and lower[edge - 1] in {",", "–", "—"}:
        quoted = reading.quote_before(edge - 1)
    if quoted is not None:
        start = quoted if _begins(reading, quoted) else _left_start(reading, quoted)
        pieces = ((start, edge if reading.quote_before(edge) is not None else edge - 1),)
        follow = _after_quote_cue(reading, groups, group.end)
        return _relation(group, source, pieces + (follow or ()), "content-subject-verb")
    if edge > unit.start and lower[edge - 1] in {",", "–", "—"}:
        parted = _interrupted(reading, group, groups, edge)
        if parted is not None:
            return _relation(group, source, parted, "interrupted")
        nothing_right = reading.closes(group.end) or _adjunct(reading, group.end)
        if nothing_right and not _content_right(reading, group):
            start = _left_start(reading, edge - 1)
            if edge - 1 - start > 2:  # noqa: PLR2004 - shorter is an adverbial
                return _relation(group, source, ((start, edge - 1),), "content-subject-verb")
    return None


def _interrupted(
    reading: Reading, group: Group, groups: list[Group], edge: int
) -> tuple[Range, ...] | None:
    """Return content on both sides of ", he said,": "The talks, he said, have failed"."""
    index = reading.over_adverbials(group.end)
    if index + 1 >= reading.unit.end or reading.lower[index] != ",":
        return None
    follow = index + 1
    word = reading.lower[follow]
    if any(other.start == follow and not other.finite for other in groups) or word in {"who", "which", "and", "but", "as", "while", "according"}:
        return None
    return ((_left_start(reading, edge - 1), edge - 1), (follow, reading.clause_end(follow, groups, group)))


def _begins(reading: Reading, index: int) -> bool:
    return index == reading.unit.start


def _content_right(reading: Reading, group: Group) -> bool:
    """Tell whether "that" or a quotation still follows the cue's adverbials."""
    index = reading.over_adverbials(group.end)
    end = min(reading.unit.end, index + 15)
    while index < end:
        if reading.lower[index] == "that" or reading.quote_at(index) is not None:
            return True
        if reading.lower[index] in {",", "who", "which"}:
            return False
        index += 1
    return False


def _adjunct(reading: Reading, index: int) -> bool:
    """Tell whether an adjunct follows a cue, not its content: "said after meeting them"."""
    index = reading.over_adverbials(index)
    if index >= reading.unit.end:
        return True
    word = reading.lower[index]
    return (word in reading.words.prepositions and word != "to") or word in reading.words.subordinators - {
        "that", "if", "whether", "what", "how", "why", "there", "who"
    }


def _after_quote_cue(
    reading: Reading, groups: list[Group], index: int
) -> tuple[Range, ...] | None:
    """Return the quotation that resumes after '"...", he said,'."""
    others = {group.head for group in groups}
    while index < reading.unit.end and index not in others:
        quote = reading.quote_at(index)
        if quote is not None:
            resumes = reading.lower[index - 1] in {",", ":", "–", "—", "and", ".", ";"}
            return ((index, quote),) if resumes else None
        index += 1
    return None


def _inverted(reading: Reading, group: Group, groups: list[Group]) -> Relation | None:
    """Read '"...," said X' and "..., says X"."""
    if "quote" not in group.cue.frames:
        return None
    source = reading.source_right(group.end)
    if source is None:
        return None
    unit = reading.unit
    edge = group.start
    if edge == unit.start:
        return None
    quoted = reading.quote_before(edge)
    if quoted is None and reading.lower[edge - 1] == ",":
        edge -= 1
        quoted = reading.quote_before(edge)
    start = quoted if quoted is not None and _begins(reading, quoted) else _left_start(reading, edge)
    pieces: tuple[Range, ...] = ((start, edge),)
    follow = _after_quote_cue(reading, groups, source[1])
    return _relation(group, source, pieces + (follow or ()), "content-verb-subject")


# -- verbs without a subject of their own --------------------------------------------------------


def _participle(
    reading: Reading, group: Group, groups: list[Group], subject: Range | None
) -> Relation | None:
    """Read ", adding that ...", "a source saying ...", "with Hamas pledging ..."."""
    lower, unit = reading.lower, reading.unit
    if group.start == unit.start:
        return None
    before = lower[group.start - 1]
    content = _right(reading, group, groups)
    if before in {",", "and", "–", "—", "--"} or before in reading.words.prepositions or (
        reading.quote_before(group.start) is not None
    ):
        return _relation(group, subject or _first_subject(reading, group), content, "participle")
    source = reading.source_left(group.start)
    return _relation(group, source, content, "noun-participle") if source else None


def _first_subject(reading: Reading, group: Group) -> Range | None:
    """Return the understood subject of a participle: that of the verb it goes with."""
    verb = reading.syntax.verb_group(group.head)
    subject = reading.syntax.subject(verb) if verb is not None else None
    if subject is None or subject[0] < reading.unit.start or subject[1] > reading.unit.end:
        return None
    return subject


def _asked(reading: Reading, group: Group, groups: list[Group]) -> Relation | None:
    """Read "Asked if a truce was near, she ...": a question that nobody in particular puts."""
    lower, unit = reading.lower, reading.unit
    before = lower[group.start - 1] if group.start > unit.start else ","
    if before not in {",", "when", "but", "and"} or group.end >= unit.end:
        return None
    for at in range(group.end, min(unit.end, group.end + 12)):
        if lower[at] in {"if", "whether", "about", "why", "how", "what"}:
            end = at + 1
            while end < unit.end and (lower[end] != "," or reading.quote_before(end + 1)):
                end = reading.quote_at(end) or end + 1
            end = reading.bare(at, end)
            return _relation(group, None, ((at, end),), "asked")
        if lower[at] == "," or reading.finite_within(at, at + 1):
            return None
    return None


def _passive(reading: Reading, group: Group, groups: list[Group]) -> Relation | None:
    """Read "X is believed to ...", "X was told that ...", "X was criticised by Y"."""
    lower, unit = reading.lower, reading.unit
    frames = group.cue.frames
    after = lower[group.end] if group.end < unit.end else "."
    patient = reading.source_left(group.start) or _first_subject(reading, group)
    if after == "by":
        source = reading.source_right(group.end + 1)
        if patient is None or source is None:
            return None
        rest = _tail(reading, source[1], groups)
        return _relation(group, source, (patient, *rest), "passive-agent")
    if after == "as" and group.end + 1 < unit.end and lower[group.end + 1] == "saying":
        return None
    if "person" in frames or (group.cue.lemma == "ask" and after in {"if", "whether", "about"}):
        content = _right(reading, group, groups)
        return _relation(group, None, content, "passive-addressee")
    if group.cue.act in {SpeechAct.COMMITMENT, SpeechAct.ORDER, SpeechAct.REQUEST}:
        return None
    if after in {"to", "of"} and patient is not None and not frames.isdisjoint({"clause", "object", "to"}):
        end = reading.clause_end(group.end, groups)
        return _relation(group, None, ((patient[0], end),), "passive-hedge")
    if after == "that" and lower[group.start - 1] == "it":
        return _relation(group, None, _right(reading, group, groups), "passive-hedge")
    return None


def _tail(reading: Reading, index: int, groups: list[Group]) -> tuple[Range, ...]:
    """Return what an agent leaves of the content: "... by Y of murder", "... by Y to leave"."""
    if index < reading.unit.end and reading.lower[index] in {"to", "of", "for", "as", "that"}:
        return ((index, reading.clause_end(index, groups)),)
    return ()


# -- extents ---------------------------------------------------------------------------------------


def _left_start(reading: Reading, end: int) -> int:
    """Return where the content that ends before *end* begins: with its unit, or after "but"."""
    start = reading.unit.start
    while start < end and reading.lower[start] in {"but", "and", "meanwhile", "however", ",", "-", "–", "—"}:
        start += 1
    return start


def _strip_right(reading: Reading, start: int, end: int) -> int:
    while end > start and reading.lower[end - 1] in {",", "–", "—", "--", "("}:
        end -= 1
    return end


def _right(reading: Reading, group: Group, groups: list[Group]) -> tuple[Range, ...] | None:
    """Return the content to the right of a cue, by the frames that its verb takes."""
    lower, unit, frames = reading.lower, reading.unit, group.cue.frames
    index = group.end
    if "person" in frames:
        index = _over_addressee(reading, index)
    index = reading.over_adverbials(index)
    that = False
    if index < unit.end and lower[index] in {",", ":"}:
        follow = index + 1
        if reading.quote_at(follow) is not None and "quote" in frames:
            return ((follow, reading.quote_at(follow) or follow),)
        if lower[index] == ":" and "quote" in frames and follow < unit.end:
            return ((follow, reading.clause_end(follow, groups, group)),)
        later = _later(reading, group, follow)
        return ((later, reading.clause_end(later, groups, group)),) if later else None
    if index >= unit.end:
        return None
    if lower[index] in reading.words.prepositions or lower[index] in _TIMES_OPEN:
        later = _later(reading, group, index)
        if later is not None:
            return ((later, reading.clause_end(later, groups, group)),)
    if lower[index] == "that" and not frames.isdisjoint({"clause", "that"}):
        that = True
        index += 1
    start = index
    if start >= unit.end:
        return None
    quote = reading.quote_at(start)
    if quote is not None:
        return ((start, max(quote, reading.clause_end(start, groups, group))),)
    if not that and not _can_begin(reading, group, start):
        return None
    end = reading.clause_end(start, groups, group)
    return ((start, end),) if start < end else None


_TIMES_OPEN = frozenset("this last earlier later".split())
_ASIDE = 25
"""Tokens that may stand between a cue and its "that" or quotation."""


def _later(reading: Reading, group: Group, index: int) -> int | None:
    """Return where "that" or a quotation begins the content after an aside.

    "said, however, that ..."; "said in a letter to its members that ..."; "said of the plan: ..."
    """
    frames = group.cue.frames
    if frames.isdisjoint({"quote", "clause", "that"}):
        return None
    for at in range(index, min(reading.unit.end, index + _ASIDE)):
        word = reading.lower[at]
        if word == "that" and not frames.isdisjoint({"clause", "that"}):
            return at + 1
        if reading.quote_at(at) is not None:
            return at if "quote" in frames and reading.lower[at - 1] in {",", ":"} else None
        if word in {";", "who", "which"} or reading.finite_within(at, at + 1):
            return None
    return None


def _over_addressee(reading: Reading, index: int) -> int:
    """Step over whom something was told: "reporters", "Al Jazeera", "the BBC's Newsnight"."""
    if index < reading.unit.end and reading.lower[index] in {"him", "her", "them", "us", "me", "it", "you"}:
        return index + 1
    lower, unit = reading.lower, reading.unit
    at = index
    limit = min(unit.end, index + 10)
    while at < limit:
        word = lower[at]
        if word in {",", ":", "that", "to", "if", "whether"} or reading.quote_at(at) is not None:
            break
        if word in reading.words.pronouns or (at > index and word in reading.words.determiners):
            break
        if word in {"in", "on", "by", "during", "at"}:
            break
        at += 1
    return at


_NO_CLAUSE = frozenset("to of for with about by on in as at from after before since when while because".split())


def _can_begin(reading: Reading, group: Group, index: int) -> bool:
    """Tell whether the word at *index* can begin the content that the verb's frames allow."""
    word, frames = reading.lower[index], group.cue.frames
    if word in {",", ".", ";", ":", ")", "–", "—", "--", "?", "!"}:
        return False
    if word == "to":
        return "to" in frames
    if word in _NO_CLAUSE:
        return "clause" in frames and word in {"in", "on", "at", "for", "by", "as", "after", "since", "when", "while"} and (
            group.cue.lemma in {"say", "tell", "add", "announce", "report"}
        )
    if frames <= {"quote", "that"}:
        return False
    if frames <= {"quote", "clause", "person"}:
        end = reading.clause_end(index, [])
        return (
            word in {"yes", "no", "so"}
            or end - index >= _SENTENCE
            or reading.finite_within(index, end)
        )
    return word not in {"and", "or", "but"}

"""Content before its cue, or parted around it: '"...", X said', "..., said X", "as X put it"."""

from __future__ import annotations

from newsfacts import SpeechAct
from newsfacts_statements.addressees import over_addressee
from newsfacts_statements.extents import (
    attribution_follows,
    bare,
    clause_end,
    closes,
    left_start,
    over_adverbials,
)
from newsfacts_statements.phrases import source_right
from newsfacts_statements.reading import STOPS, Group, Groups, Range, Reading
from newsfacts_statements.relation import Relation, relation

__all__ = ["according_to", "around", "as_said", "inverted", "leading"]

_MARKS = frozenset((",", "–", "—"))
_RESUMING = _MARKS | {":", "and", ".", ";"}
_NOT_RESUMING = frozenset("who which and but as while according though although after".split())
_CLAUSE_OPENERS = frozenset("that if whether what how why who".split())
_SOURCE_ENDS = frozenset((",", ".", ";", "–", "—", "--", ")", "which", "who", "that"))
_LEADING_FORMS = frozenset(("past", "s"))
_DIRECT = frozenset((":", ","))
_INDEFINITE = frozenset(("a", "an"))
_SPANS = frozenset("minutes hours day days week weeks month months year years".split())
_ADVERBIAL = 3
"""Tokens: what is shorter before a comma is an adverbial, no content, unless it has a verb."""
_TIMED = frozenset(("on", "late", "early"))
_CONTRASTS = frozenset("but yet while whereas though although".split())
"""Conjunctions that begin a clause of their own after a source."""
_LOOK_AHEAD = 15
"""Tokens within which "that" shows that content stands to the right."""


def according_to(reading: Reading, groups: Groups, index: int) -> Relation | None:
    """Read what "according to X, ..." or "..., according to X" at *index* attributes."""
    lower, last = reading.lower, reading.end
    if reading.word(index + 1) != "to":
        return None
    end = index + 3
    while end < last and lower[end] not in _SOURCE_ENDS:
        end += 1
    if end > last:
        return None
    source = (index + 2, _source_end(reading, index + 3, end))
    if index == reading.start or lower[index - 1] in {"and", "but"}:
        start = min(end + 1, last)
        start = _over_apposition(reading, start) or start
        content = (start, clause_end(reading, start, groups))
    else:
        start = left_start(reading, index)
        content = (start, bare(reading, start, index))
    if content[0] >= content[1]:
        return None
    return Relation(source, (index, index + 2), (content,), SpeechAct.SPEECH, "according-to")


def _source_end(reading: Reading, start: int, end: int) -> int:
    """Return where a source ends that no mark ends: "officials *on Monday*", "Reuters *but it is*".

    Args:
        reading: the sentence.
        start: index of its second token.
        end: index of the mark or the end after it.
    """
    lower, words = reading.lower, reading.words
    for at in range(start, end):
        follows = reading.word(at + 1)
        timed = lower[at] in _TIMED and (follows == "on" or follows in words.times)
        joined = lower[at] in words.coordinators and (
            follows in words.pronouns or follows in words.subordinators
        )
        if timed or joined or lower[at] in _CONTRASTS:
            return at
    return end


def _over_apposition(reading: Reading, start: int) -> int | None:
    """Step over what a named source is: "According to Memorial, a rights group, 300 were held".

    A clause with its own subject must follow: "a man, 34, was killed" is content.
    """
    lower = reading.lower
    named = reading.syntax.tokens.words[start - 2].istitle()
    if not named or reading.word(start) not in _INDEFINITE:
        return None
    comma = next((at for at in range(start, reading.end) if lower[at] in _SOURCE_ENDS), None)
    if comma is None or lower[comma] != "," or reading.finite_within(start, comma):
        return None
    subject = reading.syntax.noun_phrase(comma + 1) if comma + 1 < reading.end else None
    if subject is None or subject[1] >= reading.end or lower[subject[1] - 1].isdigit():
        return None
    return comma + 1 if reading.finite_begins(subject[1], subject[1] + 1) else None


def as_said(reading: Reading, group: Group, groups: Groups, source: Range) -> Relation | None:
    """Read "As X put it, ..." and "..., as X said": *source* stands after "as"."""
    frames, start, lead = group.cue.frames, reading.start, source[0] - 1
    end = over_adverbials(reading, group.end)
    word = reading.word(end)
    if "aside" not in frames and ("quote" not in frames or (word and word not in STOPS | {","})):
        return None
    comma = lead > start and reading.lower[lead - 1] == ","
    if lead > start and not comma and reading.quote_before(lead) is None:
        return None
    pieces = []
    if lead > start:
        pieces.append((left_start(reading, lead - 1), lead - comma))
    if word == ",":
        pieces.append((end + 1, clause_end(reading, end + 1, groups, group)))
    return relation(group, source, tuple(pieces), "as-said")


def around(reading: Reading, group: Group, groups: Groups, source: Range) -> Relation | None:
    """Read content before "X said": alone, or parted around it."""
    edge = source[0]
    mark = edge > reading.start and reading.lower[edge - 1] in _MARKS
    quoted = reading.quote_before(edge)
    end = edge
    if quoted is None and mark:
        quoted, end = reading.quote_before(edge - 1), edge - 1
    if quoted is not None:
        pieces = ((left_start(reading, quoted), end), *_resumed(reading, groups, group.end))
        return relation(group, source, pieces, "content-subject-verb")
    if not mark:
        return None
    left = (left_start(reading, end), end)
    rest = _interrupted(reading, group, groups)
    # "On Friday, he said that ...": content begins after the cue.
    when = reading.lower[left[0]] in reading.words.prepositions and left[1] - left[0] < _ADVERBIAL
    if rest is not None and not (when and reading.lower[rest[0]] in reading.words.subordinators):
        return relation(group, source, (left, rest), "interrupted")
    if _content_follows(reading, group):
        return None
    if left[1] - left[0] < _ADVERBIAL and not reading.finite_begins(*left):
        return None
    if reading.lower[left[0]] in reading.words.prepositions and not reading.finite_within(*left):
        return None
    return relation(group, source, (left,), "content-subject-verb")


def _interrupted(reading: Reading, group: Group, groups: Groups) -> Range | None:
    """Return the rest of content that ", he said," interrupts: "The talks, he said, failed"."""
    comma = over_adverbials(reading, _addressed(reading, group))
    start = comma + 1
    if reading.word(comma) != "," or reading.word(start) in _NOT_RESUMING | {""}:
        return None
    if attribution_follows(reading, comma, groups):
        return None
    end = clause_end(reading, start, groups, group)
    if _adjoined(reading, start, end) and reading.finite_within(reading.start, group.start):
        return None  # "The bridge fell, he said, in the worst storm in years."
    timed = not _SPANS.isdisjoint(reading.lower[start : start + _ADVERBIAL])
    if timed and not reading.finite_within(start, end):
        return None  # "A truce has begun, he said, four years after the war."
    return (start, end)


def _adjoined(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a range is a phrase that a preposition leads, and no clause."""
    if reading.lower[start] not in reading.words.prepositions:
        return False
    return reading.word(start + 1) == "what" or not reading.finite_within(start, end)


def _addressed(reading: Reading, group: Group) -> int:
    """Return where a cue ends, whom something was told included: "told reporters"."""
    return over_addressee(reading, group.end) if "person" in group.cue.frames else group.end


def _content_follows(reading: Reading, group: Group) -> bool:
    """Tell whether content stands to the right of the cue, and not adjuncts alone."""
    end = _addressed(reading, group)
    if not closes(reading, end) and not _adjunct(reading, end):
        return True
    index = over_adverbials(reading, end)
    for at in range(index, min(reading.end, index + _LOOK_AHEAD)):
        if reading.lower[at] == "that" or reading.quote_at(at) is not None:
            return True
        if reading.lower[at] in {",", "who", "which"}:
            return False
    return False


def _adjunct(reading: Reading, index: int) -> bool:
    """Tell whether an adjunct follows a cue, not its content: "said after meeting them"."""
    word = reading.word(over_adverbials(reading, index))
    if word in reading.words.prepositions:
        return word != "to"
    return not word or word in reading.words.subordinators - _CLAUSE_OPENERS


def _resumed(reading: Reading, groups: Groups, index: int) -> tuple[Range, ...]:
    """Return the quotation that resumes after '"...", he said,', as one range or none."""
    while index < reading.end and index not in groups:
        quote = reading.quote_at(index)
        if quote is not None:
            return ((index, quote),) if reading.lower[index - 1] in _RESUMING else ()
        index += 1
    return ()


def inverted(reading: Reading, group: Group, groups: Groups) -> Relation | None:
    """Read '"...," said X' and "..., says X"."""
    edge = group.start
    if "quote" not in group.cue.frames or edge == reading.start:
        return None
    source = source_right(reading, group.end)
    if source is None:
        return None
    if reading.quote_before(edge) is None and reading.lower[edge - 1] == ",":
        edge -= 1
    pieces = ((left_start(reading, edge), edge), *_resumed(reading, groups, source[1]))
    return relation(group, source, pieces, "content-verb-subject")


def leading(reading: Reading, group: Group) -> Relation | None:
    """Read 'Said X: "..."', where the cue begins the sentence and direct speech follows."""
    source = source_right(reading, group.end) if group.form in _LEADING_FORMS else None
    if source is None or reading.word(source[1]) not in _DIRECT:
        return None
    quote = reading.quote_at(source[1] + 1)
    pieces = ((source[1] + 1, quote),) if quote is not None else ()
    return relation(group, source, pieces, "verb-subject-content")

"""Which triggers a sentence can hold, told by its words alone: the gate of the extractor.

A trigger needs a word of each of its elements. Each such set of words is a bit, and a word has the
bits of the sets that it is in; what a sentence has is then told once, and compared trigger by
trigger with what each needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import cache

import attrs

from newsfacts_negotiations.gates import WORDED
from newsfacts_negotiations.mood import NEGATIVE
from newsfacts_negotiations.triggers import FUTURE, Trigger, adjoining, triggers
from newsfacts_negotiations.words import class_forms

__all__ = ["Listed", "allowed"]

Listed = dict[str, tuple[list[Trigger], list[Trigger]]]
"""By word of a sentence, the triggers anchored there, and those said of it: "<talks> ~~ stall/v"
at "stalled"."""

_EVERYWHERE = frozenset({"the", "a", ",", "."})
"""Words with one of which a set is no gate, for next to no sentence lacks it."""
_COMMON = _EVERYWHERE | frozenset(
    "to of in and an for on at by with from that as is was are were be been has have had it its"
    " their this he his they we who will would not no".split()
)
"""Words with which a set tells little."""

_Needing = tuple[tuple[int, Trigger], ...]
_ALWAYS = 1
"""The bit that every sentence has."""


@attrs.frozen(eq=False)
class _Gate:
    """Is the triggers at a word, each with all the bits that it needs."""

    least: int
    """Bits of which a sentence has one if it has all that any of the triggers needs."""
    anchored: _Needing
    said: _Needing
    rest: int
    """Bits of the words with which forms of several go on: "channel" after "back"."""
    longer: _Needing
    """Triggers anchored at such a form: those of "talks" are many, and "back" is often said."""


@attrs.define
class _Row:
    """Is the gate of a word in the making."""

    least: int = 0
    anchored: list[tuple[int, Trigger]] = attrs.Factory(list)
    said: list[tuple[int, Trigger]] = attrs.Factory(list)
    rest: int = 0
    longer: list[tuple[int, Trigger]] = attrs.Factory(list)


class _Table:
    """Is what is looked up: bits and triggers by word.

    What words have in common, as the forms of a verb have all, is there once: a table that is
    small stays in the processor's caches while other plugins read.
    """

    def __init__(self, every: Iterable[Trigger]) -> None:
        self._sets: dict[frozenset[str], int] = {}
        self._numbers: dict[int, int] = {}
        self._pairs: dict[tuple[int, str], tuple[int, Trigger]] = {}
        self._gates: dict[Hashable, _Gate] = {}
        rows: dict[str, _Row] = defaultdict(_Row)
        for trigger in every:
            self._enter(trigger, rows)
        sums = dict.fromkeys(rows, 0)
        for words, bit in self._sets.items():
            for word in words:
                sums[word] = sums.get(word, 0) | bit
        gates = {word: self._gate(row) for word, row in rows.items()}
        entries: dict[tuple[int, _Gate | None], tuple[int, _Gate | None]] = {}
        self.entries = {
            word: entries.setdefault((bits, gates.get(word)), (bits, gates.get(word)))
            for word, bits in sums.items()
        }
        """The bits of each word, and its triggers, if any are anchored there or said of it."""

    def _enter(self, trigger: Trigger, rows: dict[str, _Row]) -> None:
        """Put *trigger* into the rows of the words at which it is looked for."""
        needed = _needed(trigger)
        for form, rest in trigger.pattern.elements[trigger.pattern.anchor].forms.items():
            needs = [self._bit(each) for each in sorted(needed | _rest(rest), key=_plainness)]
            after = sum(map(self._bit, _rest(rest)))
            row = rows[form]
            row.rest |= after
            row.least |= needs[0] if needs else _ALWAYS
            (row.longer if after else row.anchored).append(self._pair(sum(needs), trigger))
        if _is_predicated(trigger):
            thing, verb, *_ = trigger.pattern.elements
            bit = self._bit(thing.telling)
            for form in verb.forms:
                rows[form].said.append(self._pair(bit, trigger))
                rows[form].least |= bit

    def _bit(self, words: frozenset[str]) -> int:
        return self._sets.setdefault(words, _ALWAYS << 1 + len(self._sets))

    def _number(self, bits: int) -> int:
        return self._numbers.setdefault(bits, bits)

    def _pair(self, need: int, trigger: Trigger) -> tuple[int, Trigger]:
        return self._pairs.setdefault((need, trigger.name), (self._number(need), trigger))

    def _gate(self, row: _Row) -> _Gate:
        parts = row.anchored, row.said, row.longer
        key = row.least, row.rest, *(tuple(map(id, pairs)) for pairs in parts)
        gate = _Gate(
            self._number(row.least),
            tuple(row.anchored),
            tuple(row.said),
            self._number(row.rest),
            tuple(row.longer),
        )
        return self._gates.setdefault(key, gate)


def _needed(trigger: Trigger) -> set[frozenset[str]]:
    """Return the sets of words of each of which a sentence of *trigger* has one.

    Where nearly every sentence has, the set is left out.
    """
    needed = set(trigger.required)
    if trigger.when in ("refusal", "promise"):
        needed.add(FUTURE)
    if trigger.when not in (None, "promise"):
        needed.add(NEGATIVE)
    if trigger.gate in WORDED:
        needed.add(class_forms(WORDED[trigger.gate]))
    return {forms for forms in needed if forms.isdisjoint(_EVERYWHERE)}


def _rest(sequences: tuple[tuple[str, ...], ...]) -> set[frozenset[str]]:
    """Return the words of which a form goes on with one: "channel" after "back"."""
    if any(len(sequence) == 1 for sequence in sequences):
        return set()
    return {frozenset(max(sequence[1:], key=len) for sequence in sequences)}


def _plainness(forms: frozenset[str]) -> tuple[int, int]:
    """Return a number by which the set of words that the fewest sentences have comes first."""
    return len(forms & _COMMON), len(forms)


def _is_predicated(trigger: Trigger) -> bool:
    """Tell whether a trigger is a thing and what is said of it: "*<talks> ~~ break/v down"."""
    first, *rest = trigger.pattern.elements
    return bool(rest) and first.thing and rest[0].tag == "v" and all(map(adjoining, rest[1:]))


@cache
def _table(*, generic: bool) -> _Table:
    return _Table(trigger for trigger in triggers() if generic or not trigger.generic)


def allowed(words: Iterable[str], *, generic: bool) -> Listed:
    """Return the triggers that a sentence allows.

    Args:
        words: its words in lower case.
        generic: whether to take in those whose words are anybody's.
    """
    entries = _table(generic=generic).entries
    present = _ALWAYS
    gates = []
    for word in words:
        # Most words are in no entry: a dict tells by its small index, a set by all of its table.
        if word in entries:
            bits, gate = entries[word]
            present |= bits
            if gate is not None:
                gates.append((word, gate))
    listed: Listed = {}
    for word, gate in gates:
        if not gate.least & present:
            continue
        # Most have one kind alone, and a comprehension over nothing costs a call.
        anchored, said = [], []
        if gate.anchored:
            anchored = [trigger for need, trigger in gate.anchored if need & present == need]
        if gate.rest & present:
            anchored += [trigger for need, trigger in gate.longer if need & present == need]
        if gate.said:
            said = [trigger for need, trigger in gate.said if need & present]
        if anchored or said:
            listed[word] = anchored, said
    return listed

"""Expected records paired with predicted ones, one to one, and what follows: P, R, F1.

Records marked `optional` count neither for nor against: finding them costs nothing, missing them
costs nothing, and what overlaps one is not held against anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import attrs

from newsfacts.evaluation.records import Record

__all__ = ["Matching", "Offsets", "Score", "close", "hull", "iou", "match", "offsets", "overlap"]

Offsets = tuple[int, int]
"""Half-open, in code points."""

Score = Callable[[Record, Record], float]
"""How well a predicted record fits an expected one; 0 where it does not."""

_SIZE = 0.2
_SLACK = 60
"""Code points by which a predicted span may exceed the expected one whatever its overlap."""


def offsets(span: Record) -> Offsets:
    """Return the offsets of a span."""
    return span["start"], span["end"]


def overlap(a: Offsets, b: Offsets) -> int:
    """Return how many code points two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Offsets, b: Offsets) -> float:
    """Return what two stretches share as a part of what they cover together."""
    shared = overlap(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def close(expected: Offsets, predicted: Offsets) -> float:
    """Return their `iou` where *predicted* is of a size with *expected*, else 0.

    So that a whole sentence does not match everything within it.
    """
    score = iou(expected, predicted)
    length = expected[1] - expected[0]
    return score if score >= _SIZE or predicted[1] - predicted[0] <= length + _SLACK else 0.0


def hull(record: Record) -> Offsets:
    """Return the offsets from the start of a record's first content to the end of its last."""
    content = record.get("content")
    if not content:
        return offsets(record["span"])
    return min(span["start"] for span in content), max(span["end"] for span in content)


@attrs.frozen
class Matching:
    """Is which predicted record was taken for which expected one."""

    pairs: tuple[tuple[Record, Record], ...]
    """Expected and predicted, the optional expected ones left out."""
    missed: tuple[Record, ...]
    spurious: tuple[Record, ...]
    costless: int
    """Predicted records that count neither way, for the annotation does not list their like."""

    @property
    def precision(self) -> float:
        """The part of the predicted records that was expected; 0 where there are none."""
        return _ratio(len(self.pairs), len(self.pairs) + len(self.spurious))

    @property
    def recall(self) -> float:
        """The part of the expected records that was predicted; 0 where there are none."""
        return _ratio(len(self.pairs), len(self.pairs) + len(self.missed))

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def match(
    expected: Sequence[Record],
    predicted: Sequence[Record],
    score: Score,
    *,
    spared: Callable[[Record], bool] = lambda _: False,
) -> Matching:
    """Pair *expected* with *predicted* one to one, the best score first.

    Args:
        expected: records of one kind.
        predicted: records of that kind.
        score: how well two fit.
        spared: which unmatched predicted records cost nothing.
    """
    pairs = _pairs(expected, predicted, score)
    taken_expected = {place for place, _ in pairs}
    taken_predicted = {place for _, place in pairs}
    lenient: defaultdict[str, list[Offsets]] = defaultdict(list)
    for record in expected:
        if record.get("optional"):
            lenient[record["article"]].append(hull(record))
    unmatched = [record for j, record in enumerate(predicted) if j not in taken_predicted]
    return Matching(
        pairs=tuple(
            (expected[i], predicted[j]) for i, j in pairs if not expected[i].get("optional")
        ),
        missed=tuple(
            record
            for i, record in enumerate(expected)
            if i not in taken_expected and not record.get("optional")
        ),
        spurious=tuple(
            record
            for record in unmatched
            if not spared(record) and not _touches(hull(record), lenient[record["article"]])
        ),
        costless=sum(map(spared, unmatched)),
    )


def _pairs(
    expected: Sequence[Record], predicted: Sequence[Record], score: Score
) -> list[tuple[int, int]]:
    """Return places in *expected* and *predicted*; ties go to what counts, then to the earlier."""
    near: defaultdict[str, list[int]] = defaultdict(list)
    for j, record in enumerate(predicted):
        near[record["article"]].append(j)
    candidates = sorted(
        (-points, bool(record.get("optional")), i, j)
        for i, record in enumerate(expected)
        for j in near[record["article"]]
        if (points := score(record, predicted[j])) > 0
    )
    left, right = set[int](), set[int]()
    pairs = []
    for _, _, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _touches(stretch: Offsets, others: Iterable[Offsets]) -> bool:
    return any(overlap(stretch, other) for other in others)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0

"""`evaluate`: the figures of every expected kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from newsfacts.errors import RecordError
from newsfacts.evaluation.kinds import KINDS, KindEvaluation, any_kind
from newsfacts.evaluation.records import Record, flattened
from newsfacts.extraction import Extraction

__all__ = ["Evaluation", "evaluate"]


@attrs.frozen
class Evaluation:
    """Is how well each expected kind was found."""

    kinds: Mapping[str, KindEvaluation]
    """By name: the first-party kinds first, then the others in the order of their names."""

    @property
    def figures(self) -> dict[str, dict[str, float]]:
        """The figures by kind and name."""
        return {kind: dict(each.figures) for kind, each in self.kinds.items()}

    def __getitem__(self, name: str) -> float:
        """Return one figure, as in `evaluation["date.strict"]`.

        Raises:
            KeyError: if there is none of that name.
        """
        kind, _, figure = name.rpartition(".")
        return self.kinds[kind].figures[figure]

    def __str__(self) -> str:
        """Return one line a kind."""
        width = max(map(len, self.kinds), default=0)
        return "\n".join(
            f"{kind:{width}}  "
            + "  ".join(
                f"{name} {figure:.3f}" if isinstance(figure, float) else f"{name} {figure}"
                for name, figure in each.figures.items()
            )
            for kind, each in self.kinds.items()
        )


def evaluate(
    expected: Iterable[Record | Extraction], predicted: Iterable[Record | Extraction]
) -> Evaluation:
    """Return how well *predicted* finds what is *expected*, kind by kind.

    Args:
        expected: claim records or annotation records; those with a true `optional` count neither
            for nor against. Kinds that are not expected are not looked at.
        predicted: claim records, or extractions.

    Raises:
        RecordError: if a record has no article, kind or span, or if both hold records but of no
            article in common.
    """
    wanted: defaultdict[str, list[Record]] = defaultdict(list)
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in flattened(expected):
        wanted[record["kind"]].append(record)
    for record in flattened(predicted):
        found[record["kind"]].append(record)
    if wanted and found and not _articles(wanted) & _articles(found):
        raise RecordError("no article id is in both, expected and predicted")
    first = [kind for kind in KINDS if kind in wanted]
    kinds = first + sorted(wanted.keys() - KINDS.keys())
    return Evaluation({k: KINDS.get(k, any_kind)(wanted[k], found[k]) for k in kinds})


def _articles(by_kind: Mapping[str, Iterable[Record]]) -> set[str]:
    return {record["article"] for records in by_kind.values() for record in records}

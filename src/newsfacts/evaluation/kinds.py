"""The figures of each kind.

| kind | figures |
|---|---|
| date | `strict` (same span), `relaxed` (overlap), `value`, `interval` (overlap and the same): F1; `type` |
| actor | `strict`, `relaxed`: F1 of mentions; `type`; `identity`: B-cubed F1 over all articles |
| statement | `content_*` (hulls share half of what they cover); `source`, `cue`, `quotation`, `speaker` |
| casualty | `claim_*` (spans of a size overlap, same effect); `touched_r`; its fields |
| negotiation | `claim_*` (likewise, same event); `touched_r`; its fields |
| any other | `claim_*` (spans of a size overlap); `strict_f1`; every field that the expected records have |

Figures of fields are shares of the matched records. B-cubed: Bagga and Baldwin, 1998.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from newsfacts.evaluation.matching import (
    Matching,
    Score,
    close,
    hull,
    iou,
    match,
    offsets,
    overlap,
)
from newsfacts.evaluation.naming import same
from newsfacts.evaluation.records import Record

__all__ = ["KINDS", "KindEvaluation", "any_kind"]

Test = Callable[[Any, Any], bool]


@attrs.frozen
class KindEvaluation:
    """Is how well one kind was found."""

    figures: Mapping[str, float]
    """By name, between 0 and 1; `costless` is a number of records."""
    missed: tuple[Record, ...] = attrs.field(repr=lambda records: f"<{len(records)}>")
    """Expected and not found."""
    spurious: tuple[Record, ...] = attrs.field(repr=lambda records: f"<{len(records)}>")
    """Found and not expected."""


def _exact(a: Record, b: Record) -> float:
    return float(offsets(a["span"]) == offsets(b["span"]))


def _overlapping(a: Record, b: Record) -> float:
    return iou(offsets(a["span"]), offsets(b["span"]))


def _of_a_size(a: Record, b: Record) -> float:
    return close(offsets(a["span"]), offsets(b["span"]))


def _half_of_the_content(a: Record, b: Record) -> float:
    score = iou(hull(a), hull(b))
    return score if score >= 0.5 else 0.0  # noqa: PLR2004 - half


def _and(score: Score, test: Test) -> Score:
    """Return *score*, and 0 where the records do not pass *test*."""
    return lambda a, b: score(a, b) if test(a, b) else 0.0


def _equal(name: str) -> Test:
    return lambda a, b: bool(a.get(name) == b.get(name))


def _same(name: str) -> Test:
    return lambda a, b: same(a[name], b.get(name))


def _touching(name: str) -> Test:
    """Tell whether the two spans in a field overlap."""
    return lambda a, b: bool(b.get(name) and overlap(offsets(a[name]), offsets(b[name])))


def _share(matching: Matching, test: Test, where: str | None = None) -> float:
    """Return the part of the matched records that passes, of those whose field *where* is set."""
    passed = [test(a, b) for a, b in matching.pairs if where is None or a.get(where)]
    return sum(passed) / len(passed) if passed else 0.0


def _prf(name: str, matching: Matching) -> dict[str, float]:
    return {
        f"{name}_p": matching.precision,
        f"{name}_r": matching.recall,
        f"{name}_f1": matching.f1,
    }


def _bounds(record: Record) -> tuple[str | None, str | None]:
    """Return the days on which a record's interval starts and ends."""
    interval = record.get("interval") or {}
    start, end = (str(interval.get(name) or "")[:10] or None for name in ("start", "end"))
    return start, end


def _source(record: Record) -> Any:
    attribution = record.get("attribution")
    if not isinstance(attribution, Mapping):
        return attribution
    return [attribution.get(name) for name in ("source", "speaker", "speaker_name")]


def _same_source(a: Record, b: Record) -> bool:
    wanted, found = _source(a), _source(b)
    return found is None if wanted is None else same(wanted, found)


def _dates(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    def f1(test: Test) -> float:
        return match(expected, predicted, _and(_overlapping, test)).f1

    strict = match(expected, predicted, _exact)
    relaxed = match(expected, predicted, _overlapping)
    figures = _strict_and_relaxed(strict, relaxed) | {"value": f1(_equal("value"))}
    if any("interval" in record for record in expected):
        figures["interval"] = f1(lambda a, b: _bounds(a) == _bounds(b))
    figures["type"] = _share(relaxed, _equal("type"))
    return KindEvaluation(figures, strict.missed, strict.spurious)


def _strict_and_relaxed(strict: Matching, relaxed: Matching) -> dict[str, float]:
    return {
        "strict": strict.f1,
        "strict_p": strict.precision,
        "strict_r": strict.recall,
        "relaxed": relaxed.f1,
    }


_BESIDE_NAMES = ("title", "nominal", "pronoun")


def _actors(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    places = any(record.get("type") == "place" for record in expected)

    def spared(record: Record) -> bool:
        """Tell what the contract allows and these expected records do not list."""
        place = record.get("type") == "place" and not places
        return place or record.get("form") in _BESIDE_NAMES

    strict = match(expected, predicted, _exact, spared=spared)
    relaxed = match(expected, predicted, _overlapping, spared=spared)
    figures = _strict_and_relaxed(strict, relaxed) | {"costless": relaxed.costless}
    if any(record.get("type") for record in expected):
        figures["type"] = _share(relaxed, _equal("type"))
    if any(record.get("actor") for record in expected):
        figures["identity"] = _bcubed(relaxed)
    return KindEvaluation(figures, strict.missed, strict.spurious)


def _bcubed(matching: Matching) -> float:
    """Return how well mentions of one actor, and of no other, were given one id: B-cubed F1."""
    ids = [(a["actor"], b.get("actor")) for a, b in matching.pairs]
    wanted: defaultdict[Any, set[int]] = defaultdict(set)
    found: defaultdict[Any, set[int]] = defaultdict(set)
    for place, (actor, taken_for) in enumerate(ids):
        wanted[actor].add(place)
        found[taken_for].add(place)
    shared = [len(wanted[a] & found[b]) for a, b in ids]
    if not ids:
        return 0.0
    precision = sum(n / len(found[b]) for n, (_, b) in zip(shared, ids, strict=True)) / len(ids)
    everything = len(ids) + len(matching.missed)
    recall = sum(n / len(wanted[a]) for n, (a, _) in zip(shared, ids, strict=True)) / everything
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _statements(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    matching = match(expected, predicted, _half_of_the_content)
    figures = _prf("content", matching)
    figures["source"] = _share(matching, _touching("source"), "source")
    figures["cue"] = _share(matching, _touching("cue"), "cue")
    if any(record.get("quotation") for record in expected):
        figures["quotation"] = _share(matching, _equal("quotation"))
    if any(record.get("speaker_name") for record in expected):
        figures["speaker"] = _share(
            matching,
            lambda a, b: same(a["speaker_name"], [b.get("speaker_name"), b.get("speaker")]),
            "speaker_name",
        )
    return KindEvaluation(figures, matching.missed, matching.spurious)


def _claims(
    expected: Sequence[Record], predicted: Sequence[Record], label: str
) -> tuple[Matching, dict[str, float]]:
    """Match claims that have the same *label*; say too how many had a claim of any."""
    matching = match(expected, predicted, _and(_of_a_size, _equal(label)))
    touched = match(expected, predicted, _of_a_size).recall
    return matching, _prf("claim", matching) | {"touched_r": touched}


def _casualties(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    matching, figures = _claims(expected, predicted, "effect")
    # Annotations name the whole by `ref`, claims by `id`.
    wholes = {(each["article"], each.get("ref") or each.get("id")): each for each in expected}
    found = {(each["article"], each.get("id") or each.get("ref")): each for each in predicted}

    def breaks_down_the_same(a: Record, b: Record) -> bool:
        whole = wholes.get((a["article"], a.get("part_of")))
        taken = found.get((b["article"], b.get("part_of")))
        return bool(whole and taken and overlap(offsets(whole["span"]), offsets(taken["span"])))

    figures |= {
        "value": _share(matching, _same_count("value")),
        "comparator": _share(matching, _same_count("comparator")),
        "bounds": _share(matching, _same_count("low", "high")),
        "unit": _share(matching, _equal("unit")),
        "group": _share(matching, _same("group"), "group"),
        "since": _share(matching, lambda a, b: _bounds(a)[0] == _bounds(b)[0], "interval"),
        "place": _share(matching, _same("place"), "place"),
        "breakdown": _share(
            attrs.evolve(
                matching,
                pairs=tuple(
                    (a, b) for a, b in matching.pairs if a.get("part_of") or b.get("part_of")
                ),
            ),
            breaks_down_the_same,
        ),
        "source": _share(matching, _same_source),
    }
    return KindEvaluation(figures, matching.missed, matching.spurious)


def _same_count(*names: str) -> Test:
    def test(a: Record, b: Record) -> bool:
        wanted, found = a.get("count") or {}, b.get("count") or {}
        return all(wanted.get(name) == found.get(name) for name in names)

    return test


def _negotiations(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    matching, figures = _claims(expected, predicted, "event")
    figures |= {
        "status": _share(matching, _equal("status")),
        "negated": _share(matching, lambda a, b: bool(a.get("negated")) == bool(b.get("negated"))),
    }
    for role in ("initiator", "counterpart", "mediator", "venue"):
        figures[role] = _share(matching, _same(role), role)
    figures["source"] = _share(matching, _same_source)
    return KindEvaluation(figures, matching.missed, matching.spurious)


_NO_FIELDS = frozenset(
    ("article", "id", "kind", "span", "extractor", "rule", "ref", "note", "optional", "attribution")
)
"""What tells records apart or comments on them, and claims nothing."""


def any_kind(expected: Sequence[Record], predicted: Sequence[Record]) -> KindEvaluation:
    """Compare claims of a kind that nothing is known of: where they are, then field by field."""
    matching = match(expected, predicted, _of_a_size)
    figures = _prf("claim", matching) | {"strict_f1": match(expected, predicted, _exact).f1}
    fields = {name for record in expected for name in record if name not in _NO_FIELDS}
    for name in sorted(fields):
        figures[name] = _share(matching, _agreeing(name))
    if any("attribution" in record for record in expected):
        figures["source"] = _share(matching, _same_source)
    return KindEvaluation(figures, matching.missed, matching.spurious)


def _agreeing(name: str) -> Test:
    return lambda a, b: _agree(a.get(name), b.get(name))


def _agree(wanted: Any, found: Any) -> bool:
    """Tell whether two values of a field mean the same: spans overlap, parties name the same."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        if all(isinstance(each.get("start"), int) for each in (wanted, found)):
            return overlap(offsets(wanted), offsets(found)) > 0
        return dict(wanted) == dict(found)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(_agree, wanted, found))
    if isinstance(wanted, str) and isinstance(found, Mapping | list):
        return same(wanted, found)
    return bool(wanted == found)


KINDS: Final[Mapping[str, Callable[[Sequence[Record], Sequence[Record]], KindEvaluation]]] = {
    "date": _dates,
    "actor": _actors,
    "statement": _statements,
    "casualty": _casualties,
    "negotiation": _negotiations,
}
"""The kinds that have figures of their own."""

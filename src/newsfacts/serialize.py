"""Claim records, out and in: one JSON object a claim, as the reference describes them.

Models know nothing of records; what a record adds is here: the article's id, the kind's name.
Records of a kind that nobody here knows come in as `RawClaim`s and go out verbatim.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from newsfacts.claims import ActorClaim, Claim, DateClaim, StatementClaim
from newsfacts.errors import RecordError
from newsfacts.extraction import Extraction
from newsfacts.structuring import reasons
from newsfacts.values import UNSET, Attribution, ClaimId, Span, Unset

__all__ = ["RawClaim", "claim_of", "dumps", "loads", "record_of", "records_of"]

SHARED_KINDS: Mapping[str, type[Claim]] = {
    kind.kind: kind for kind in (ActorClaim, DateClaim, StatementClaim)
}
_FIRST = ("status", "negated", "hedge", "attribution")
_LAST = ("extractor", "rule")


@attrs.frozen
class RawClaim:
    """Is a claim of a kind that no plugin here knows: its record, as it was read."""

    record: Mapping[str, Any] = attrs.field(repr=False)
    """As it was read."""

    @property
    def kind(self) -> str:
        """The kind's name."""
        return str(self.record["kind"])

    @property
    def id(self) -> ClaimId:
        """The claim's id."""
        return ClaimId(str(self.record["id"]))

    @property
    def span(self) -> Span:
        """The words that make the claim."""
        return Span(**self.record["span"])


def record_of(claim: Claim | RawClaim, article: str) -> dict[str, Any]:
    """Return the record of *claim*, ready for JSON.

    A claim that nobody has attributed (no statement extractor ran) has no key `attribution`.

    Args:
        claim: any claim.
        article: the id of its article; a `RawClaim` keeps its own.
    """
    if isinstance(claim, RawClaim):
        return dict(claim.record)
    fields: dict[str, Any] = _converter().unstructure(claim)
    record = {"article": article, "id": claim.id, "kind": claim.kind, "span": fields["span"]}
    record |= {name: fields.pop(name) for name in _FIRST}
    last = {name: fields.pop(name) for name in _LAST}
    if record["attribution"] is UNSET:
        del record["attribution"]
    return record | fields | last | {"span": record["span"]}


def records_of(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """Yield the records of every claim of *extraction*, in the order of the text."""
    for claim in extraction.claims:
        yield record_of(claim, extraction.article.id)


def claim_of(
    record: Mapping[str, Any], kinds: Mapping[str, type[Claim]] | None = None
) -> Claim | RawClaim:
    """Return the claim that *record* holds.

    Args:
        record: a claim record, as `record_of` returns it; unknown fields are refused.
        kinds: claim classes by kind, as `Pipeline.plan.kinds` gives them; the shared kinds (date,
            actor, statement) are always known.

    Raises:
        RecordError: if a field is missing, unknown or of the wrong type; names it.
    """
    for name in ("article", "id", "kind", "span"):
        if name not in record:
            raise RecordError(f"a claim record has no {name!r}: {_brief(record)}")
    if not isinstance(record["kind"], str):
        raise RecordError(f"a record's 'kind' is a string: {_brief(record)}")
    kind = (kinds or {}).get(record["kind"]) or SHARED_KINDS.get(record["kind"])
    if kind is None:
        return RawClaim(dict(record))
    names = {field.name for field in attrs.fields(kind)}
    unknown = sorted(record.keys() - names - {"article", "kind"})
    if unknown:
        raise RecordError(f"kind {kind.kind!r} has no field {', '.join(unknown)}: {_brief(record)}")
    values = {"attribution": UNSET} | dict(record)
    try:
        claim: Claim = _converter().structure(values, kind)
    except Exception as error:
        why = reasons(error)
        raise RecordError(f"not a {kind.kind} record: {why}: {_brief(record)}") from error
    if claim.id != record["id"]:
        raise RecordError(
            f"id {record['id']!r} is not that of its kind, span and key ({claim.id}): "
            f"{_brief(record)}"
        )
    return claim


def dumps(record: Mapping[str, Any]) -> str:
    """Return *record* as one line of JSON, without the line's end."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def loads(
    lines: Iterable[str], kinds: Mapping[str, type[Claim]] | None = None
) -> Iterator[tuple[str, Claim | RawClaim]]:
    """Yield article id and claim of each line of JSON; empty lines are passed over.

    Raises:
        RecordError: at the first line that is no claim record; names the line.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise RecordError("not a JSON object")
            claim = claim_of(record, kinds)
        except RecordError as error:
            raise RecordError(f"line {number}: {error}") from error
        except (ValueError, RecursionError) as error:
            raise RecordError(f"line {number}: not JSON: {error}") from error
        yield record["article"], claim


def _brief(record: Mapping[str, Any]) -> str:
    return repr(dict(record))[:120]


def _day_or_moment(value: Any, _: Any) -> dt.date | dt.datetime | None:
    """Read a bound of an interval."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no ISO 8601 date or date-time")
    if len(value) > len("2014-08-23"):
        return dt.datetime.fromisoformat(value)
    return dt.date.fromisoformat(value)


def _number(value: Any, _: Any) -> int | float | None:
    """Read a number as JSON has it, without turning one kind into the other."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise TypeError(f"{value!r} is no number")


@cache
def _converter() -> cattrs.Converter:
    """Build the converter once; only records need it."""
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook(Unset, lambda value: value)
    converter.register_structure_hook(dt.date | dt.datetime | None, _day_or_moment)
    converter.register_structure_hook(int | float | None, _number)

    def structure_attribution(value: Any, _: Any) -> Attribution | Unset | None:
        if value is None or value is UNSET:
            return value
        return converter.structure(value, Attribution)

    converter.register_structure_hook(Attribution | Unset | None, structure_attribution)

    def is_claim(cls: Any) -> bool:
        return isinstance(cls, type) and issubclass(cls, Claim)

    # A factory, for a plain hook on Claim would call itself for every subclass.
    converter.register_unstructure_hook_factory(
        is_claim,
        lambda cls: make_dict_unstructure_fn(cls, converter, id=override(omit=True)),
    )
    return converter

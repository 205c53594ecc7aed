"""Records to compare, from files, mappings or extractions; actors become one record a mention."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsfacts.errors import RecordError
from newsfacts.extraction import Extraction
from newsfacts.serialize import records_of

__all__ = ["Record", "flattened", "load_records"]

Record = Mapping[str, Any]
"""A claim record, or an annotation record: `article`, `kind`, `span`, and fields of its kind."""


def load_records(path: str | Path) -> Iterator[Record]:
    """Yield the records of a JSON Lines file.

    Raises:
        RecordError: at the first line that is no record with an article, a kind and a span; names
            file and line.
        OSError: if the file cannot be read.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(f"{path}: byte {error.start} is not UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _checked(json.loads(line))
        except RecordError as error:
            raise RecordError(f"{path}: line {number}: {error}") from error
        except (ValueError, RecursionError) as error:
            raise RecordError(f"{path}: line {number}: not JSON: {error}") from error


def flattened(records: Iterable[Record | Extraction]) -> Iterator[Record]:
    """Yield every record, those of an extraction included; an actor's once for each mention.

    Raises:
        RecordError: if a record has no article, kind or span.
    """
    for each in records:
        for record in records_of(each) if isinstance(each, Extraction) else [_checked(each)]:
            if record["kind"] == "actor" and record.get("mentions"):
                for mention in record["mentions"]:
                    form = mention.get("form")
                    yield {**record, "span": mention, "form": form, "mentions": None}
            else:
                yield record


def _checked(record: Any) -> Record:
    if not isinstance(record, Mapping):
        raise RecordError(f"not a record but {record!r:.80}")
    for name in ("article", "kind", "span"):
        if name not in record:
            raise RecordError(f"a record to compare needs {name!r}: {dict(record)!r:.120}")
    span = record["span"]
    offsets = [span.get(name) for name in ("start", "end")] if isinstance(span, Mapping) else []
    if not offsets or not all(isinstance(offset, int) for offset in offsets):
        raise RecordError(f"a span needs 'start' and 'end': {dict(record)!r:.120}")
    return record

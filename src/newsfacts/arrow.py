"""Tables in, tables out: articles and claims as Apache Arrow record batches (`newsfacts[arrow]`).

`extract_batches` is what Spark's `mapInArrow`, Dask, DuckDB, polars and Parquet files have in
common: an iterator of record batches goes in, one comes out, a bounded number at a time.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsfacts.article import Article
from newsfacts.errors import ArticleError
from newsfacts.extraction import Extraction
from newsfacts.inputs import article_of
from newsfacts.pipeline import Pipeline
from newsfacts.serialize import dumps, records_of

__all__ = [
    "ARTICLES_SCHEMA",
    "CLAIMS_SCHEMA",
    "articles_of",
    "claims_batch",
    "extract_batches",
    "parquet_writer",
]

ROWS = 64
"""Articles whose claims make one batch."""

GROUP_ROWS = 20_000
"""Claims in a row group of a Parquet file, which is what a reader can pass over."""

_log = logging.getLogger(__name__)


def _schema(*fields: tuple[str, pa.DataType, bool, str]) -> pa.Schema:
    return pa.schema(
        pa.field(name, kind, nullable=nullable, metadata={"description": description})
        for name, kind, nullable, description in fields
    )


ARTICLES_SCHEMA = _schema(
    ("id", pa.string(), False, "names the article in its claims"),
    ("text", pa.string(), False, "the article's text; every offset counts its code points"),
    ("published", pa.string(), True, "publication date or date-time, ISO 8601; may be a date"),
    ("headline", pa.string(), True, "headline"),
    ("publisher", pa.string(), True, "publisher"),
    ("url", pa.string(), True, "address"),
    ("author", pa.string(), True, "author"),
    ("language", pa.string(), True, "BCP 47 language tag"),
)
"""What a table of articles holds; only `text` must be there, other columns are passed over."""

CLAIMS_SCHEMA = _schema(
    ("article", pa.string(), False, "the article's id"),
    ("id", pa.string(), False, "unique within the article, stable from run to run"),
    ("kind", pa.string(), False, "date, actor, statement, casualty, negotiation, vendor.kind"),
    ("start", pa.int64(), False, "offset of the first code point of the claim's words"),
    ("end", pa.int64(), False, "offset after their last code point"),
    ("text", pa.string(), False, "the article's words from start to end"),
    ("status", pa.string(), False, "how real it is, as the text puts it"),
    ("negated", pa.bool_(), False, "whether the text denies it"),
    ("hedge", pa.string(), True, "the hedging words"),
    ("source", pa.string(), True, "who says so, in the text's words; null: the article itself"),
    ("speaker", pa.string(), True, "actor id of who says so"),
    ("speaker_name", pa.string(), True, "name of who says so"),
    ("statement", pa.string(), True, "id of the statement claim that it stands in"),
    ("extractor", pa.string(), False, "what made it"),
    ("rule", pa.string(), False, "which rule of it"),
    ("record", pa.string(), False, "the whole claim record, the kind's own fields too, as JSON"),
)
"""What a table of claims holds: what all kinds share, and the whole record as JSON."""


def extract_batches(
    batches: Iterable[pa.RecordBatch], *, pipeline: Pipeline | None = None, strict: bool = False
) -> Iterator[pa.RecordBatch]:
    """Yield the claims of the articles in *batches*, in order, as batches of `CLAIMS_SCHEMA`.

    Args:
        batches: with the columns of `ARTICLES_SCHEMA`; an article without id is named by its text.
        pipeline: that of the installed plugins by default, built once a process.
        strict: raise at the first row or extractor that fails; otherwise failures are logged (as
            warnings of the logger `newsfacts.arrow`) and cost their claims.

    Raises:
        ArticleError: with *strict*, if a row is no article; always, if there is no column `text`.
        ExceptionGroup: with *strict*, as `Pipeline.run` does.
    """
    pipeline = pipeline or _installed()
    for batch in batches:
        for first in range(0, batch.num_rows, ROWS):
            records: list[Mapping[str, Any]] = []
            for article in articles_of(batch.slice(first, ROWS)):
                if isinstance(article, ArticleError):
                    if strict:
                        raise article
                    _log.warning("%s", article)
                    continue
                extraction = pipeline.run(article, strict=strict)
                for diagnostic in extraction.diagnostics:
                    _log.warning("%s", diagnostic)
                records += records_of(extraction)
            yield _batch(records)


def articles_of(batch: pa.RecordBatch) -> Iterator[Article | ArticleError]:
    """Yield the article of each row of *batch*, or why it is none.

    Raises:
        ArticleError: if there is no column `text` (or `article_body`).
    """
    if not {"text", "article_body"} & set(batch.schema.names):
        raise ArticleError(f"no column 'text' among {', '.join(batch.schema.names) or 'none'}")
    for row in batch.to_pylist():
        try:
            yield article_of({name: _plain(value) for name, value in row.items()})
        except ArticleError as error:
            yield ArticleError(f"article {row.get('id')!r}: {error}")


def claims_batch(extractions: Iterable[Extraction]) -> pa.RecordBatch:
    """Return the claims of *extractions* as one batch of `CLAIMS_SCHEMA`."""
    return _batch([record for extraction in extractions for record in records_of(extraction)])


@contextmanager
def parquet_writer(file: IO[bytes]) -> Iterator[Callable[[pa.RecordBatch], None]]:
    """Give a function that takes batches of claims; *file* is whole when the context ends.

    Args:
        file: open for writing bytes.
    """
    held: list[pa.RecordBatch] = []
    with pq.ParquetWriter(file, CLAIMS_SCHEMA) as writer:

        def write(batch: pa.RecordBatch) -> None:
            held.append(batch)
            if sum(each.num_rows for each in held) >= GROUP_ROWS:
                flush()

        def flush() -> None:
            writer.write_table(pa.Table.from_batches(held, CLAIMS_SCHEMA))
            held.clear()

        yield write
        flush()


def _plain(value: Any) -> Any:
    """Return a date or date-time as the string that an article record has."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _batch(records: Iterable[Mapping[str, Any]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([_row(record) for record in records], schema=CLAIMS_SCHEMA)


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    attribution = record.get("attribution") or {}
    return {
        **{name: record.get(name) for name in CLAIMS_SCHEMA.names},
        **record["span"],
        **{name: attribution.get(name) for name in ("source", "speaker", "speaker_name")},
        "statement": attribution.get("statement"),
        "record": dumps(record),
    }


@cache
def _installed() -> Pipeline:
    """Build the pipeline of the installed plugins once a process."""
    return Pipeline.discover()

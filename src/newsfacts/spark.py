"""Spark: claims of a DataFrame of articles, on however many machines (`newsfacts[spark]`).

Each Python worker builds the pipeline once and keeps it; articles and claims travel as Arrow.
The plugins must be installed on the executors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from newsfacts.arrow import ARTICLES_SCHEMA, CLAIMS_SCHEMA, extract_batches
from newsfacts.discovery import listed
from newsfacts.pipeline import Pipeline

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["CLAIMS_DDL", "extract"]

BATCH = 256
"""Articles a batch: Spark's own 10,000 rows would be held in memory at once."""
_BATCH_KEY = "spark.sql.execution.arrow.maxRecordsPerBatch"

_SPARK_NAMES = {pa.string(): "string", pa.int64(): "bigint", pa.bool_(): "boolean"}

CLAIMS_DDL = ", ".join(f"`{field.name}` {_SPARK_NAMES[field.type]}" for field in CLAIMS_SCHEMA)
"""`newsfacts.arrow.CLAIMS_SCHEMA` as Spark writes schemas."""


def extract(
    articles: DataFrame,
    *,
    only: Iterable[str] | None = None,
    block: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    nlp: str | None = None,
    strict: bool = False,
) -> DataFrame:
    """Return the claims of a DataFrame of articles, with the columns of `CLAIMS_SCHEMA`.

    A DataFrame in fewer partitions than there are cores is repartitioned; where the session would
    send more than 256 rows a batch, its setting (`spark.sql.execution.arrow.maxRecordsPerBatch`)
    is lowered to that.

    Args:
        articles: with the columns of `newsfacts.arrow.ARTICLES_SCHEMA`, others are dropped;
            `published` may be a string, a date or a timestamp.
        only: as for `Pipeline.discover`.
        block: as for `Pipeline.discover`.
        options: as for `Pipeline.discover`, of values that JSON can hold.
        nlp: the name of an installed spaCy Language.
        strict: let the job fail at the first article or extractor that does; otherwise failures
            are logged by the executors and cost their claims.

    Raises:
        TypeError: if *only* or *block* is one string instead of a list of them.
        ValueError: if there is no column `text`.
    """
    names = [name for name in ARTICLES_SCHEMA.names if name in articles.columns]
    if "text" not in names:
        raise ValueError(f"no column 'text' among {', '.join(articles.columns)}")
    session = articles.sparkSession
    if int(session.conf.get(_BATCH_KEY) or 0) not in range(1, BATCH + 1):
        session.conf.set(_BATCH_KEY, str(BATCH))
    wanted = None if only is None else listed("only", only)
    recipe = json.dumps([wanted, listed("block", block), options, nlp])

    def claims(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return extract_batches(batches, pipeline=_pipeline(recipe), strict=strict)

    return _spread(articles.select(*names), session).mapInArrow(claims, CLAIMS_DDL)


def _spread(articles: DataFrame, session: SparkSession) -> DataFrame:
    """Give every core a partition; leave the partitions of a remote session (Connect) alone."""
    context = getattr(session, "_sc", None)
    if context is None or articles.rdd.getNumPartitions() >= context.defaultParallelism:
        return articles
    return articles.repartition(context.defaultParallelism)


@cache
def _pipeline(recipe: str) -> Pipeline:
    """Build the pipeline of a recipe once a worker process."""
    only, block, options, nlp = json.loads(recipe)
    return Pipeline.discover(only=only, block=block, options=options, nlp=nlp)

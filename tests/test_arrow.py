import datetime as dt
import json
import logging

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from toys import article, floods, names, said

from newsfacts import Pipeline
from newsfacts.arrow import ARTICLES_SCHEMA, CLAIMS_SCHEMA, extract_batches
from newsfacts.cli import cli
from newsfacts.errors import ArticleError
from newsfacts.inputs import read_articles
from newsfacts.serialize import records_of

PIPELINE = Pipeline([names, said, floods])
TEXTS = ["Abbas met Biden. Floods rose, Egypt said.", "", "Nobody came.", "Floods, Abbas reported."]


def table(texts, **columns):
    ids = [f"a{n}" for n in range(len(texts))]
    days = ["2024-05-03"] * len(texts)
    return pa.table({"id": ids, "text": texts, "published": days, **columns})


def expected(texts):
    found = PIPELINE.map(article(text, id=f"a{n}") for n, text in enumerate(texts))
    return [record for extraction in found for record in records_of(extraction)]


def claims(given, **options):
    batches = list(extract_batches(given.to_batches(), pipeline=PIPELINE, **options))
    assert all(batch.schema.equals(CLAIMS_SCHEMA, check_metadata=True) for batch in batches)
    return [row for batch in batches for row in batch.to_pylist()]


def test_rows_hold_the_records_in_order():
    rows = claims(table(TEXTS * 50))
    records = expected(TEXTS * 50)
    assert [json.loads(row["record"]) for row in rows] == records
    for row, record in zip(rows, records, strict=True):
        assert {"start": row["start"], "end": row["end"], "text": row["text"]} == record["span"]
        for name in ("article", "id", "kind", "status", "negated", "hedge", "extractor", "rule"):
            assert row[name] == record[name]
    assert {row["source"] for row in rows} == {None, "Egypt", "Abbas"}


def test_every_column_says_what_it_holds():
    for schema in (ARTICLES_SCHEMA, CLAIMS_SCHEMA):
        assert all(field.metadata[b"description"] for field in schema)


def test_dates_come_as_strings_dates_or_timestamps_and_other_columns_are_passed_over():
    for value in (dt.date(2024, 5, 3), dt.datetime(2024, 5, 3, tzinfo=dt.UTC), "2024-05-03", None):
        given = table(["Abbas"], extra=[1]).set_column(2, "published", pa.array([value]))
        assert len(claims(given)) == 1


def test_a_row_that_is_no_article_is_told_and_the_others_are_done(caplog):
    given = table(["Abbas met Biden.", None, "Floods rose."])
    with caplog.at_level(logging.WARNING, "newsfacts.arrow"):
        rows = claims(given)
    assert {row["article"] for row in rows} == {"a0", "a2"}
    assert "'a1'" in caplog.text
    with pytest.raises(ArticleError, match="a1"):
        claims(given, strict=True)
    with pytest.raises(ArticleError, match="no column 'text'"):
        claims(table(["x"]).drop_columns("text"))


def test_bad_parquet_is_an_error_in_its_place(tmp_path):
    bad = tmp_path / "bad.parquet"
    bad.write_bytes(b"no such thing")
    pq.write_table(table(["x"]).drop_columns("text"), tmp_path / "none.parquet")
    for path in (bad, tmp_path / "none.parquet", tmp_path / "missing.parquet"):
        (error,) = read_articles([path])
        assert isinstance(error, ArticleError)
        assert str(path) in str(error)


def test_parquet_needs_a_file():
    result = CliRunner().invoke(cli, ["extract", "x.txt", "--format", "parquet"])
    assert result.exit_code == 2
    assert "--output" in result.output

"""Spark in local mode against one process, row for row: `uv run --group slow pytest -m slow`."""

import sys

import pytest
from toys import article

from newsfacts import Pipeline
from newsfacts.arrow import CLAIMS_SCHEMA
from newsfacts.serialize import dumps, records_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

TEXTS = [
    "Egypt said on Tuesday that talks with Norway would resume within days.",
    "At least 12 people were killed in the north since May 3, officials said.",
    "",
]


@pytest.fixture(scope="module")
def session():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
        yield session
        session.stop()


@pytest.fixture
def articles():
    return [article(text, id=f"a{n}") for n, text in enumerate(TEXTS * 40)]


def test_spark_finds_what_one_process_does(session, articles):
    from newsfacts import spark

    rows = [(each.id, each.text, each.published) for each in articles]
    frame = session.createDataFrame(rows, "id string, text string, published date").coalesce(1)
    found = spark.extract(frame, block=["negotiations"])
    assert found.columns == CLAIMS_SCHEMA.names
    assert found.rdd.getNumPartitions() == 2
    pipeline = Pipeline.discover(block=["negotiations"])
    expected = [
        dumps(record) for extraction in pipeline.map(articles) for record in records_of(extraction)
    ]
    assert sorted(row.record for row in found.collect()) == sorted(expected)
    assert int(session.conf.get("spark.sql.execution.arrow.maxRecordsPerBatch")) == spark.BATCH


def test_a_frame_without_text_is_refused(session):
    from newsfacts import spark

    with pytest.raises(ValueError, match="no column 'text' among body"):
        spark.extract(session.createDataFrame([("x",)], "body string"))

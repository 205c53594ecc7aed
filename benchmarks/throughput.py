"""CPU time of the pipeline and its parts beside `spacy.blank("en")`, in one process and one run.

    uv run python benchmarks/throughput.py PATH... [--jobs 2 --jobs 4] [--spark 2000] [--json FILE]

PATHs are what `newsfacts extract` takes; each distinct text is read once a round. The least of
several rounds counts, and every round begins with a new tokenizer for spaCy and a new pipeline for
newsfacts, so that both begin with empty caches; tables and patterns, which are loaded once a
process, are loaded before (`startup.py` has their time).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import spacy
from measuring import Row, cpu, distinct_articles, exhaust, peak_megabytes, report

from newsfacts import Article, Extractor, Pipeline
from newsfacts.language import Reader
from newsfacts.serialize import dumps, records_of

LANGUAGE, DOC, RECORDS, REST, WHOLE = (
    "tokens and sentences",
    "spaCy Docs, where asked for",
    "records as JSON",
    "pipeline: plan, checks, attribution",
    "whole pipeline",
)
BLANK = "spacy.blank('en') alone"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, action="append", default=[])
    parser.add_argument("--spark", type=int, metavar="ARTICLES")
    parser.add_argument("--json")
    given = parser.parse_args()
    articles = distinct_articles(given.paths)
    exhaust(Pipeline.discover().map(articles[:50]))
    rounds = [one_round(articles) for _ in range(given.rounds)]
    # Whole rounds are compared, for on a shared machine no two are alike.
    least = min(rounds, key=lambda times: times[WHOLE] / times[BLANK])
    report("CPU time on one core", rows_of(least, articles), given.json)
    if given.jobs:
        rows = [wall_clock(jobs, articles) for jobs in (1, *given.jobs)]
        report("Several processes", rows, given.json)
    if given.spark:
        report("Spark in local mode", [on_spark(articles, given.spark)], given.json)


def one_round(articles: Sequence[Article]) -> dict[str, float]:
    """Return the CPU seconds of every part over all *articles*."""
    blank = spacy.blank("en")
    times = Counter({BLANK: cpu(lambda: exhaust(blank(each.text) for each in articles))})
    pipeline = timed(Pipeline.discover(), times)

    def run() -> None:
        """Read every article and write its records; keep nothing, as with spaCy above."""
        for extraction in pipeline.map(articles):
            start = time.process_time()
            exhaust(dumps(record) for record in records_of(extraction))
            times[RECORDS] += time.process_time() - start

    times[WHOLE] = cpu(run)
    times[WHOLE] -= times[RECORDS]
    times[REST] = 2 * times[WHOLE] + times[RECORDS] + times[BLANK] - times.total()
    return times


def timed(pipeline: Pipeline, times: Counter[str]) -> Pipeline:
    """Return a pipeline that adds what its parts take to *times*."""

    class TimedReader(Reader):
        def tokens(self, text: str) -> Any:
            start = time.process_time()
            view = super().tokens(text)
            times[LANGUAGE] += time.process_time() - start
            return view

        def doc(self, text: str, view: Any) -> Any:
            start = time.process_time()
            doc = super().doc(text, view)
            times[DOC] += time.process_time() - start
            return doc

    def watched(each: Extractor) -> Extractor:
        def function(**arguments: Any) -> list[Any]:
            start = time.process_time()
            found = list(each.function(**arguments))
            times[each.name] += time.process_time() - start
            return found

        return attrs.evolve(each, function=function)

    copy = Pipeline(map(watched, pipeline.plan.order))
    copy._reader = TimedReader()  # noqa: SLF001 - the place where its work can be timed
    return copy


def rows_of(times: dict[str, float], articles: Sequence[Article]) -> list[Row]:
    """Return the table: a row a part, `spacy.blank("en")` first, the whole last."""
    size = sum(len(each.text) for each in articles)
    first, last = [BLANK, LANGUAGE, DOC], [REST, WHOLE, RECORDS]
    others = [name for name in times if name not in {*first, *last}]
    return [
        {
            "part": name,
            "CPU s": times[name],
            "ratio": times[name] / times[BLANK],
            "articles/s": int(len(articles) / max(times[name], 1e-9)),
            "characters/s": int(size / max(times[name], 1e-9)),
            "peak MB": peak_megabytes(),
        }
        for name in (*first, *others, *last)
        if times[name] > 0
    ]


def wall_clock(jobs: int, articles: Sequence[Article]) -> Row:
    """Return articles per second of wall clock with *jobs* processes, their start left out."""
    pipeline = Pipeline.discover()
    start, number = 0.0, 0
    for number, _ in enumerate(pipeline.map(repeated(articles, jobs), jobs=jobs)):
        if number == WARM_UP * jobs:
            start = time.perf_counter()
    taken = time.perf_counter() - start
    return {"jobs": jobs, "articles": number, "articles/s": (number - WARM_UP * jobs) / taken}


WARM_UP = 150


def repeated(articles: Sequence[Article], times: int) -> Iterable[Article]:
    """Yield all *articles* as often as there are processes, under ids of their own."""
    for turn in range(times):
        for each in articles:
            yield attrs.evolve(each, id=f"{turn}-{each.id}")


def on_spark(articles: Sequence[Article], count: int) -> Row:
    """Return articles per second of a second run on local Spark (the first starts its workers)."""
    from pyspark.sql import SparkSession

    from newsfacts import spark

    builder = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    rows = [(each.id, each.text, str(each.published)) for each in articles[:count]]
    frame = session.createDataFrame(rows, "id string, text string, published string")
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        claims = spark.extract(frame).count()
        seconds.append(time.perf_counter() - start)
    return {
        "articles": len(rows),
        "claims": claims,
        "first run s": seconds[0],
        "second run s": seconds[1],
        "articles/s": len(rows) / seconds[1],
    }


if __name__ == "__main__":
    main()

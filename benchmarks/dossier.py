"""Print what a dossier of many articles costs: time and memory, at n articles, 2n and 4n.

    uv run python benchmarks/dossier.py [--articles 10000] [--store FILE]

The articles are made of the sentences of `seeds/`: twelve each, drawn by lot (fixed seed), their
numbers changed, published over a year. All are of one conflict, so that far more of their claims
meet than in a year's news. Times are CPU seconds of one process; memory is the peak of resident
memory. With --store the extractions are kept in that DuckDB file and read back from it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from newsfacts import Article, Extraction, Pipeline
from newsfacts.dossier import Dossier, Store
from newsfacts.dossier.page import report_html
from newsfacts.sentences import sentence_starts

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCES = 12
FIRST = dt.date(2024, 1, 1)
LAST_OF_MONTH = 31
YEARS = range(1900, 2101)
NUMBER = re.compile(r"\d[\d,]*\d")


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    print("articles    read  copies  compose  facts  relations  series   page  page MB  peak MB")
    for part in (4, 2, 1):
        measure(given.articles // part, given.store)


def measure(number: int, path: Path | None) -> None:
    """Compose *number* articles and print what it cost."""
    pipeline = Pipeline.discover()
    start = time.process_time()
    if path is None:
        dossier = Dossier(pipeline.map(articles(number)))
    else:
        with Store(path, pipeline.plan.kinds) as store:
            fresh = (each for each in articles(number) if each not in store)
            for _ in store.add(pipeline.map(fresh)):
                pass
            dossier = Dossier(up_to(number, store))
    read = time.process_time()
    assert len(dossier.origins) == number
    copied = time.process_time()
    counts = len(dossier.facts), len(dossier.relations), len(dossier.series)
    composed = time.process_time()
    page = len(report_html(dossier))
    shown = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{number:8} {read - start:7.1f} {copied - read:7.1f} {composed - copied:8.1f}"
        f" {counts[0]:6} {counts[1]:10} {counts[2]:7} {shown - composed:6.1f}"
        f" {page / 1e6:8.1f} {peak:8.0f}",
        flush=True,
    )


def up_to(number: int, store: Store) -> Iterator[Extraction]:
    """Yield the first *number* extractions of *store*."""
    for at, extraction in enumerate(store):
        if at < number:
            yield extraction


def articles(number: int) -> Iterator[Article]:
    """Yield *number* articles, the same every time."""
    lot = random.Random(7)  # noqa: S311 - sentences, not secrets
    sentences = list(pool())
    for at in range(number):
        drawn = " ".join(lot.sample(sentences, SENTENCES))
        text = NUMBER.sub(lambda found: varied(found.group(), lot), drawn)
        day = FIRST + dt.timedelta(days=lot.randrange(365))
        yield Article(text, id=f"{at:06}", published=day)


def pool() -> Iterator[str]:
    """Yield the sentences of the seeds."""
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text("utf-8")
        starts = [0, *sentence_starts(text), len(text)]
        for start, end in itertools.pairwise(starts):
            sentence = " ".join(text[start:end].split())
            if sentence.endswith("."):
                yield sentence


def varied(number: str, lot: random.Random) -> str:
    """Return *number* a little larger, as written; years and days of the month as they are."""
    value = int(number.replace(",", ""))
    if value <= LAST_OF_MONTH or value in YEARS:
        return number
    return f"{value + lot.randrange(value // 10 + 1):,}"


if __name__ == "__main__":
    main()

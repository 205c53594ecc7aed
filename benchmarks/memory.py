"""Whether memory stays flat over many distinct articles.

    uv run python benchmarks/memory.py PATH... [--articles 10000] [--json FILE]

Articles are made of the sentences of those at PATHs, in another order, with words that no other
article has: what is remembered of words must be bounded, or it shows.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from measuring import distinct_articles, peak_megabytes, report

from newsfacts import Article, Pipeline


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--json")
    given = parser.parse_args()
    sentences = [
        sentence
        for article in distinct_articles(given.paths)
        for sentence in article.text.split(". ")
    ]
    pipeline = Pipeline.discover()
    rows = []
    for number, _ in enumerate(pipeline.map(made_of(sentences, given.articles)), 1):
        if number * 10 % given.articles == 0:
            rows.append({"articles": number, "MB": now(), "peak MB": peak_megabytes()})
    report("Memory", rows, given.json)


def made_of(sentences: list[str], count: int) -> Iterator[Article]:
    """Yield *count* articles of about 1,200 characters."""
    chance = random.Random(0)  # noqa: S311 - no secret
    for number in range(count):
        words = " ".join(f"Al{chance.randrange(10**9):x}" for _ in range(8))
        text = ". ".join([*chance.choices(sentences, k=8), words])
        yield Article(text, id=str(number), published="2024-05-03")


def now() -> float:
    """Return the memory that this process holds (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()

"""What the benchmarks share: articles, CPU time, tables."""

from __future__ import annotations

import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsfacts import Article
from newsfacts.inputs import read_articles

Row = dict[str, Any]


def distinct_articles(paths: Sequence[str]) -> list[Article]:
    """Return the articles at *paths*, each text once; those without a date get one."""
    found = {
        article.text: article
        for article in read_articles(paths)
        if isinstance(article, Article) and article.text
    }
    return [
        article
        if article.published
        else Article(article.text, id=article.id, published="2024-05-03")
        for article in found.values()
    ]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that *work* takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def exhaust(things: Iterable[object]) -> None:
    """Take everything, keep nothing."""
    for _ in things:
        pass


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def machine() -> Row:
    """Return what figures depend on."""
    return {
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "newsfacts": version("newsfacts"),
        "machine": f"{platform.machine()}, {platform.system()}",
    }


def report(title: str, rows: Sequence[Row], into: str | None) -> None:
    """Print *rows* as a table; add them to the JSON file *into*, if one is named."""
    print(f"\n{title}\n")
    names = list(rows[0])
    print("| " + " | ".join(names) + " |")
    print("|" + "---|" * len(names))
    for row in rows:
        print("| " + " | ".join(_cell(row[name]) for name in names) + " |")
    if into:
        path = Path(into)
        known = json.loads(path.read_text()) if path.exists() else {}
        path.write_text(json.dumps(known | {"machine": machine(), title: rows}, indent=1) + "\n")


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if value < 1000 else f"{value:,.0f}"  # noqa: PLR2004
    return f"{value:,}" if isinstance(value, int) else str(value)

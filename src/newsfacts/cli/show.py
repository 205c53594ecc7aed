"""`newsfacts show`: an article with its claims marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from newsfacts.cli.report import Report
from newsfacts.cli.settings import build_pipeline, plugin_settings, reading_settings
from newsfacts.inputs import read_articles

__all__ = ["show"]


@click.command()
@click.argument("path", metavar="PATH")
@reading_settings
@plugin_settings
def show(
    path: str,
    *,
    published: dt.date | None,
    max_chars: int,
    only: Sequence[str],
    block: Sequence[str],
    settings: Sequence[str],
    config: Path | None,
) -> None:
    """Show the article at PATH with its claims marked in colour."""
    from rich.console import Console

    from newsfacts.render import legend, marked_article

    report = Report()
    pipeline = build_pipeline(report, only, block, settings, config)
    articles = report.articles(read_articles([path], published=published, max_chars=max_chars))
    console = Console()
    for extraction in report.extractions(pipeline.map(articles)):
        console.print(legend(claim.kind for claim in extraction), end="\n\n")
        console.print(marked_article(extraction))
    report.close()

"""`newsfacts extract`: the claims of articles, as a table or as JSON Lines."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from newsfacts.article import Article
from newsfacts.cli.report import Report
from newsfacts.cli.settings import build_pipeline, plugin_settings, reading_settings
from newsfacts.inputs import read_articles
from newsfacts.output import writing_to

if TYPE_CHECKING:
    from newsfacts.extraction import Extraction

__all__ = ["extract"]

HANDFUL = 5
"""More articles than these get a progress bar."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Default: a table on a terminal, JSON Lines elsewhere")  # fmt: skip # noqa: E501
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, whole or not at all")  # fmt: skip # noqa: E501
@click.option("--strict", is_flag=True, help="Show the traceback of every error at the end")
@reading_settings
@plugin_settings
def extract(
    paths: Sequence[str],
    shape: str | None,
    output: Path | None,
    *,
    strict: bool,
    published: dt.date | None,
    max_chars: int,
    only: Sequence[str],
    block: Sequence[str],
    settings: Sequence[str],
    config: Path | None,
) -> None:
    """Write the claims of the articles at PATH...

    A PATH is a text file, a directory of them, a .jsonl file with an article a line, or - for
    standard input.
    """
    report = Report()
    pipeline = build_pipeline(report, only, block, settings, config)
    articles = report.articles(read_articles(paths, published=published, max_chars=max_chars))
    extractions = report.extractions(pipeline.map(_counted(articles)))
    if shape is None:
        shape = "table" if output is None and sys.stdout.isatty() else "jsonl"
    try:
        with writing_to(output) as file:
            if shape == "jsonl":
                _write_records(extractions, file)
            else:
                _write_tables(extractions, file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise click.ClickException(f"{output or 'standard output'}: {error.strerror}") from error
    report.close(strict=strict)


def _counted(articles: Iterable[Article]) -> Iterator[Article]:
    """Yield *articles* and, on a terminal and for more than a handful, show how far it is."""
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), "articles", MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("articles", total=None, visible=False)
        for number, article in enumerate(articles, 1):
            yield article
            progress.update(task, completed=number, visible=number > HANDFUL)


def _write_records(extractions: Iterable[Extraction], file: TextIO) -> None:
    from newsfacts.serialize import dumps, records_of

    for extraction in extractions:
        file.writelines(dumps(record) + "\n" for record in records_of(extraction))


def _write_tables(extractions: Iterable[Extraction], file: TextIO) -> None:
    from rich.console import Console

    from newsfacts.render import claims_table

    console = Console(file=file)
    for extraction in extractions:
        console.print(claims_table(extraction))

"""`newsfacts extract`: the claims of articles, as a table or as JSON Lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from newsfacts.article import Article
from newsfacts.cli.report import Report
from newsfacts.cli.settings import Inputs, Plugins, input_settings, plugin_settings
from newsfacts.errors import NewsfactsError
from newsfacts.journal import journaled
from newsfacts.output import is_stream, writing_to
from newsfacts.workers import spread

if TYPE_CHECKING:
    from pyarrow import RecordBatch

    from newsfacts.extraction import Diagnostic, Extraction
    from newsfacts.pipeline import Pipeline

__all__ = ["extract"]

HANDFUL = 5
"""More articles than these get a progress bar."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "shape", type=click.Choice(["table", "jsonl", "parquet"]), help="Default: a table on a terminal, Parquet to *.parquet, JSON Lines elsewhere")  # fmt: skip # noqa: E501
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, whole or not at all")  # fmt: skip # noqa: E501
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Read in this many processes")  # fmt: skip # noqa: E501
@click.option("--resume", is_flag=True, help="Continue the interrupted run that was to write the same --output")  # fmt: skip # noqa: E501
@click.option("--strict", is_flag=True, help="Show the traceback of every error at the end")
@input_settings
@plugin_settings
def extract(
    paths: Sequence[str],
    shape: str | None,
    output: Path | None,
    *,
    jobs: int,
    resume: bool,
    strict: bool,
    inputs: Inputs,
    plugins: Plugins,
) -> None:
    """Write the claims of the articles at PATH...

    A PATH is a text file, a directory of them, a .jsonl file with an article a line, a .parquet
    file with an article a row, or - for standard input.
    """
    if shape is None:
        shape = _shape_of(output)
    if shape == "parquet" and output is None:
        raise click.UsageError("Parquet goes to a file: name it with --output")
    to_file = output is not None and not is_stream(output)
    if resume and not (to_file and shape == "jsonl"):
        raise click.UsageError("--resume continues JSON Lines that go to an --output file")
    report = Report()
    pipeline = plugins.pipeline(report)
    # All that decides the output beside the articles: only the same run can be continued.
    about = json.dumps([plugins.reader(pipeline), str(inputs.published), inputs.max_chars])
    run = _Run(pipeline, _counted(inputs.articles(report, paths)), jobs, report)
    try:
        if shape == "table":
            run.write_tables(output)
        elif shape == "parquet":
            run.write_parquet(output)
        elif output is None or not to_file:
            run.write_records(output)
        else:
            run.write_file(output, about, resume=resume)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise click.ClickException(f"{output or 'standard output'}: {error.strerror}") from error
    except NewsfactsError as error:
        raise click.ClickException(str(error)) from error
    report.close(strict=strict)


@attrs.frozen
class _Run:
    """Is a pipeline over articles; its methods are the ways to write what comes out."""

    pipeline: Pipeline
    articles: Iterable[Article]
    jobs: int
    report: Report

    def write_tables(self, output: Path | None) -> None:
        """Write a table an article, for people."""
        from rich.console import Console

        from newsfacts.render import claims_table

        with writing_to(output) as file:
            console = Console(file=file)
            for extraction in self.pipeline.map(self.articles, jobs=self.jobs):
                self.report.diagnostics(extraction.diagnostics)
                console.print(claims_table(extraction))

    def write_parquet(self, output: Path | None) -> None:
        """Write a Parquet file with a row a claim, `newsfacts.arrow.CLAIMS_SCHEMA`."""
        try:
            from newsfacts.arrow import parquet_writer
        except ImportError as error:
            raise click.ClickException("Parquet needs pyarrow: install newsfacts[arrow]") from error
        with writing_to(output) as file, parquet_writer(file.buffer) as write:
            for _, (batch, diagnostics) in spread(
                self.pipeline, self.articles, jobs=self.jobs, finish=_rows
            ):
                self.report.diagnostics(diagnostics)
                write(batch)

    def write_records(self, output: Path | None) -> None:
        """Write JSON Lines to standard output, a device or a pipe."""
        with writing_to(output) as file:
            for _, (lines, diagnostics) in self._records(self.articles):
                self.report.diagnostics(diagnostics)
                file.write(lines)

    def write_file(self, output: Path, about: str, *, resume: bool) -> None:
        """Write JSON Lines to a file, in a way that can be continued."""
        try:
            with journaled(output, about=about, resume=resume) as journal:
                self.report.failed |= journal.failed
                for article, (lines, diagnostics) in self._records(journal.rest(self.articles)):
                    failed = self.report.diagnostics(diagnostics)
                    journal.write(article.id, lines.encode(), failed=failed)
        except KeyboardInterrupt:
            click.echo("interrupted; the same command with --resume goes on from here", err=True)
            raise

    def _records(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, tuple[str, tuple[Diagnostic, ...]]]]:
        return spread(self.pipeline, articles, jobs=self.jobs, finish=_lines)


def _shape_of(output: Path | None) -> str:
    """Return the format for an output that none was asked for."""
    if output is not None:
        return "parquet" if output.suffix == ".parquet" else "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


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


def _rows(extraction: Extraction) -> tuple[RecordBatch, tuple[Diagnostic, ...]]:
    """Return the claims of *extraction* as an Arrow batch; what a worker process sends back."""
    from newsfacts.arrow import claims_batch

    return claims_batch([extraction]), extraction.diagnostics


def _lines(extraction: Extraction) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the records of *extraction* as JSON Lines; what a worker process sends back."""
    from newsfacts.serialize import dumps, records_of

    lines = "".join(dumps(record) + "\n" for record in records_of(extraction))
    return lines, extraction.diagnostics

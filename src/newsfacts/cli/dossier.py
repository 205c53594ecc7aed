"""What the commands over many articles share: options, and the dossier that those describe."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from newsfacts.cli.report import Report
from newsfacts.cli.settings import Inputs, Plugins, gathered, input_settings, plugin_settings
from newsfacts.errors import NewsfactsError
from newsfacts.output import writing_to

if TYPE_CHECKING:
    from newsfacts.dossier import Dossier

__all__ = ["Reading", "dossier_settings", "shape_of", "write_rows"]

F = TypeVar("F", bound=Callable[..., Any])


def dossier_settings(function: F) -> F:
    """Add what says which articles are composed; the command gets it as *reading*."""
    function = gathered("reading", Reading)(function)
    for option in (
        click.argument("paths", nargs=-1, metavar="PATH..."),
        click.option(
            "--store",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Keep what is read in this DuckDB file, and compose all that is in it",
        ),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            help="Read in this many processes",
        ),
    ):
        function = option(function)
    return plugin_settings(input_settings(function))


@attrs.frozen
class Reading:
    """Is which articles to compose and how to read them, as the command line says."""

    paths: Sequence[str]
    store: Path | None
    jobs: int
    inputs: Inputs
    plugins: Plugins

    def dossier(self, report: Report) -> Dossier:
        """Read the articles and compose them; *report* tells what goes wrong.

        Raises:
            ClickException: if there is nothing to read, or a library is missing.
        """
        from newsfacts.dossier import Dossier, Store

        if not self.paths and self.store is None:
            raise click.UsageError("Missing argument 'PATH...'.")
        pipeline = self.plugins.pipeline(report)
        articles = self.inputs.articles(report, self.paths)
        try:
            if self.store is None:
                extractions = report.extractions(pipeline.map(articles, jobs=self.jobs))
                dossier = Dossier(extractions)
            else:
                kinds = pipeline.plan.kinds
                reader = "\n".join(self.plugins.reader(pipeline))
                with Store(self.store, kinds, reader=reader) as store:
                    fresh = (each for each in articles if each not in store)
                    for _ in store.add(report.extractions(pipeline.map(fresh, jobs=self.jobs))):
                        pass
                    dossier = Dossier(report.extractions(store))
            report.diagnostics(dossier.diagnostics)
        except NewsfactsError as error:
            raise click.ClickException(str(error)) from error
        return dossier

    def rows(
        self, report: Report, rows_of: Callable[[Dossier], Iterable[dict[str, Any]]]
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows that *rows_of* makes of the dossier; nothing is read before the first.

        So that an output that cannot be written is told before the articles are read.
        """
        yield from rows_of(self.dossier(report))


def shape_of(shape: str | None, output: Path | None) -> str:
    """Return the format asked for, else a table on a terminal and JSON Lines elsewhere."""
    import sys

    return shape or ("table" if output is None and sys.stdout.isatty() else "jsonl")


def write_rows(
    rows: Iterable[dict[str, Any]],
    columns: Sequence[tuple[str, Callable[[dict[str, Any]], str]]],
    shape: str,
    output: Path | None,
) -> None:
    """Write *rows* as JSON Lines, or as a table of *columns* (heading, cell of a row)."""
    try:
        with writing_to(output) as file:
            if shape == "jsonl":
                for row in rows:
                    file.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
                return
            from rich.console import Console
            from rich.table import Table

            from newsfacts.render import legible

            table = Table(*(heading for heading, _ in columns))
            for row in rows:
                table.add_row(*(legible(cell(row)) for _, cell in columns))
            Console(file=file).print(table)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise click.ClickException(f"{output or 'standard output'}: {error.strerror}") from error

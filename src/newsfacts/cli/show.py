"""`newsfacts show`: an article with its claims marked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.cli.report import Report
from newsfacts.cli.settings import Inputs, Plugins, input_settings, plugin_settings
from newsfacts.output import writing_to

if TYPE_CHECKING:
    from newsfacts.extraction import Extraction

__all__ = ["show"]


@click.command()
@click.argument("path", metavar="PATH")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to this file instead")  # fmt: skip # noqa: E501
@input_settings
@plugin_settings
def show(path: str, *, html: Path | None, inputs: Inputs, plugins: Plugins) -> None:
    """Show the article at PATH with its claims marked in colour."""
    report = Report()
    articles = inputs.articles(report, [path])
    extractions = report.extractions(plugins.pipeline(report).map(articles))
    if html is None:
        _print(extractions)
    else:
        _write(extractions, html)
    report.close()


def _print(extractions: Iterable[Extraction]) -> None:
    from rich.console import Console

    from newsfacts.render import legend, marked_article

    with writing_to(None) as file:
        console = Console(file=file)
        for extraction in extractions:
            console.print(legend(claim.kind for claim in extraction), end="\n\n")
            console.print(marked_article(extraction))


def _write(extractions: Iterable[Extraction], path: Path) -> None:
    from newsfacts.render_html import page_html

    try:
        with writing_to(path) as file:
            file.write(page_html(extractions))
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error

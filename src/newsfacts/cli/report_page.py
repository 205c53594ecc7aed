"""`newsfacts report`: many articles as one page that needs no network."""

from __future__ import annotations

from pathlib import Path

import click

from newsfacts.cli.dossier import Reading, dossier_settings
from newsfacts.cli.report import Report
from newsfacts.errors import NewsfactsError
from newsfacts.output import writing_to

__all__ = ["report"]


@click.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Write the page to this file, whole or not at all")  # fmt: skip # noqa: E501
@click.option("--most", type=click.IntRange(min=1), default=1000, show_default=True, help="Show so many facts; the page says how many there are")  # fmt: skip # noqa: E501
@dossier_settings
def report(output: Path, most: int, reading: Reading) -> None:
    """Write a page on the articles at PATH...: contradictions, tolls, timeline, talks, actors."""
    from newsfacts.dossier.page import refuse_without_libraries, report_html

    told = Report()
    try:
        refuse_without_libraries()
        with writing_to(output) as file:
            file.write(report_html(reading.dossier(told), most=most))
    except NewsfactsError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
    told.close()

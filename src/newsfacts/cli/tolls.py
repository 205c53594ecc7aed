"""`newsfacts tolls`: how the numbers moved across articles, one war and place at a time."""

from __future__ import annotations

from pathlib import Path

import click

from newsfacts.cli.dossier import Reading, dossier_settings, shape_of, write_rows
from newsfacts.cli.report import Report

__all__ = ["tolls"]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}"


COLUMNS = (
    ("series", lambda row: row["series"]),
    ("day", lambda row: row["day"]),
    ("low", lambda row: _number(row["low"])),
    ("value", lambda row: _number(row["value"])),
    ("high", lambda row: _number(row["high"])),
    ("who says so", lambda row: row["source"] or ""),
    ("article", lambda row: row["article"]),
    ("words", lambda row: row["text"]),
    ("from context", lambda row: ", ".join(row["implied"])),
)


@click.command()
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Default: a table on a terminal, JSON Lines elsewhere")  # fmt: skip # noqa: E501
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, whole or not at all")  # fmt: skip # noqa: E501
@dossier_settings
def tolls(shape: str | None, output: Path | None, reading: Reading) -> None:
    """Write the tolls in the articles at PATH..., by series and day: low, value, high, source."""
    from newsfacts.dossier.tables import tolls as rows_of

    report = Report()
    write_rows(reading.rows(report, rows_of), COLUMNS, shape_of(shape, output), output)
    report.close()

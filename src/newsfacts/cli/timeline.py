"""`newsfacts timeline`: what happened when, by how many reports, across articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from newsfacts.cli.dossier import Reading, dossier_settings, shape_of, write_rows
from newsfacts.cli.report import Report

__all__ = ["timeline"]

COLUMNS = (
    ("day", lambda row: f"{row['day'] or '?'}{'' if row['dated'] == 'stated' else ' (published)'}"),
    ("what", lambda row: row["what"]),
    ("status", lambda row: ("not " if row["negated"] else "") + row["status"]),
    ("reports", lambda row: str(row["reports"])),
    ("who says so", lambda row: ", ".join(row["voices"])),
    ("words", lambda row: row["claims"][0]["text"]),
    ("", lambda row: ", ".join(sorted({each["kind"] for each in row["relations"]}))),
)


@click.command()
@click.option("--format", "shape", type=click.Choice(["table", "jsonl"]), help="Default: a table on a terminal, JSON Lines elsewhere")  # fmt: skip # noqa: E501
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, whole or not at all")  # fmt: skip # noqa: E501
@click.option("--kind", help="Facts of this kind alone")
@dossier_settings
def timeline(shape: str | None, output: Path | None, kind: str | None, reading: Reading) -> None:
    """Write the facts of the articles at PATH..., by day: one row a fact, repeats as evidence."""
    from newsfacts.dossier.tables import timeline as rows_of

    report = Report()
    rows = reading.rows(report, rows_of)
    if kind is not None:
        rows = _of_kind(rows, kind)
    write_rows(rows, COLUMNS, shape_of(shape, output), output)
    report.close()


def _of_kind(rows: Iterable[dict[str, Any]], kind: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one kind; where there are none, tell which kinds there are."""
    kinds = set()
    for row in rows:
        kinds.add(row["kind"])
        if row["kind"] == kind:
            yield row
    if kind not in kinds:
        found = ", ".join(sorted(kinds)) or "none"
        click.echo(f"warning: there are no facts of kind {kind!r}; kinds found: {found}", err=True)

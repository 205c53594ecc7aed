"""`newsfacts evaluate`: how good predicted claims are, against expected ones."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from newsfacts.errors import RecordError

if TYPE_CHECKING:  # imported when it runs, so that --help stays quick
    from newsfacts.evaluation import Evaluation
    from newsfacts.evaluation.records import Record

__all__ = ["evaluate"]


@click.command()
@click.argument("expected", type=click.Path(exists=True, dir_okay=False))
@click.argument("predicted", type=click.Path(exists=True, dir_okay=False))
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Look at this kind alone (repeatable)")  # fmt: skip # noqa: E501
@click.option("--misses", is_flag=True, help="List what was missed, and what was found beside it")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON")
@click.option("--require", "floors", multiple=True, metavar="KIND.FIGURE>=X", help="Exit with status 1 where a figure falls short (repeatable)")  # fmt: skip # noqa: E501
def evaluate(
    expected: str,
    predicted: str,
    *,
    kinds: Sequence[str],
    misses: bool,
    as_json: bool,
    floors: Sequence[str],
) -> None:
    """Compare the claims in PREDICTED with those in EXPECTED, kind by kind.

    Both are JSON Lines files of claim records (what `extract` writes) or of annotation records.
    """
    from newsfacts.evaluation import evaluate as compare
    from newsfacts.evaluation import load_records

    wanted = [_floor(floor) for floor in floors]
    try:
        relevant = list(load_records(expected))
        if kinds:
            _refuse_unknown(kinds, {str(record["kind"]) for record in relevant}, expected)
            relevant = [record for record in relevant if record["kind"] in kinds]
        result = compare(relevant, load_records(predicted))
    except RecordError as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(result.figures, indent=2) if as_json else str(result))
    if misses:
        _list_misses(result)
    short = [name for name, floor in wanted if not _reached(result, name, floor)]
    if short:
        sys.exit(1)


def _refuse_unknown(wanted: Sequence[str], kinds: Collection[str], path: str) -> None:
    unknown = ", ".join(each for each in wanted if each not in kinds)
    if unknown:
        found = ", ".join(sorted(kinds)) or "none"
        raise click.ClickException(f"{path}: no records of kind {unknown}; kinds found: {found}")


def _floor(text: str) -> tuple[str, float]:
    name, _, number = text.partition(">=")
    try:
        return name.strip(), float(number)
    except ValueError:
        raise click.UsageError(f"--require {text!r}: write KIND.FIGURE>=NUMBER") from None


def _reached(result: Evaluation, name: str, floor: float) -> bool:
    try:
        figure = result[name]
    except KeyError:
        click.echo(f"there is no figure {name}", err=True)
        return False
    if figure < floor:
        click.echo(f"{name} is {figure:.3f}, not {floor}", err=True)
        return False
    return True


def _list_misses(result: Evaluation) -> None:
    for kind, each in result.kinds.items():
        _list(f"missed    {kind}", each.missed)
        _list(f"spurious  {kind}", each.spurious)


_TELLING = ("effect", "event", "value", "actor", "type")
"""The first of these fields that a record has says most about it."""


def _list(title: str, records: Iterable[Record]) -> None:
    for record in records:
        what = next((str(record[name]) for name in _TELLING if record.get(name)), "")
        span = record["span"]
        words = " ".join((span.get("text") or "").split())[:90]
        click.echo(f"{title}  {record['article']}  {span['start']}  {what}  {words!r}")

"""The command line: articles in, claims out; data alone on standard output.

Exit status: 0 if all went well, 1 if an article or an extractor failed (the others are still done),
2 for a wrong command line.
"""

from __future__ import annotations

import click

from newsfacts.cli.evaluate import evaluate
from newsfacts.cli.extract import extract
from newsfacts.cli.inspect import plan, plugins, schema
from newsfacts.cli.report_page import report
from newsfacts.cli.show import show
from newsfacts.cli.timeline import timeline
from newsfacts.cli.tolls import tolls

__all__ = ["cli"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsfacts")
def cli() -> None:
    """Read news articles; get claims: dated, attributed, resting on exact words."""


for command in (extract, show, timeline, tolls, report, evaluate, plugins, plan, schema):
    cli.add_command(command)

"""Options that several commands share, and the pipeline that they describe."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newsfacts.cli.report import Report
from newsfacts.errors import NewsfactsError
from newsfacts.inputs import MAX_CHARS

if TYPE_CHECKING:  # imported when it is built, so that --help stays quick
    from newsfacts.pipeline import Pipeline

__all__ = ["build_pipeline", "plugin_settings", "reading_settings"]

F = TypeVar("F", bound=Callable[..., Any])


def _date(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD") from None


def plugin_settings(function: F) -> F:
    """Add the options that choose and set plugins."""
    for option in (
        click.option(
            "--only", multiple=True, metavar="PLUGIN", help="Run this plugin (repeatable)"
        ),
        click.option("--block", multiple=True, metavar="PLUGIN", help="Leave this plugin out"),
        click.option(
            "--option",
            "settings",
            multiple=True,
            metavar="PLUGIN.KEY=VALUE",
            help="Set an option of a plugin (repeatable)",
        ),
        click.option(
            "--config",
            type=click.Path(dir_okay=False, path_type=Path),
            help="TOML file with a table of options for each plugin",
        ),
    ):
        function = option(function)
    return function


def reading_settings(function: F) -> F:
    """Add the options that say how articles are read."""
    for option in (
        click.option(
            "--published",
            metavar="DATE",
            callback=_date,
            help="Publication date (YYYY-MM-DD) of articles that have none of their own",
        ),
        click.option(
            "--max-chars",
            type=click.IntRange(min=1),
            default=MAX_CHARS,
            show_default=True,
            help="Refuse longer articles",
        ),
    ):
        function = option(function)
    return function


def build_pipeline(
    report: Report,
    only: Sequence[str],
    block: Sequence[str],
    settings: Sequence[str],
    config: Path | None,
) -> Pipeline:
    """Return the pipeline that the options describe; *report* tells what it has to say."""
    from newsfacts.pipeline import Pipeline

    try:
        pipeline = Pipeline.discover(
            only=only or None, block=block, options=_options(settings, config)
        )
    except NewsfactsError as error:
        raise click.ClickException(str(error)) from error
    report.diagnostics(pipeline.diagnostics)
    return pipeline


def _options(settings: Sequence[str], config: Path | None) -> dict[str, dict[str, Any]]:
    """Return the options of each plugin: the file's, then the command line's."""
    options: dict[str, dict[str, Any]] = {}
    if config is not None:
        try:
            tables = tomllib.loads(config.read_text("utf-8"))
        except OSError as error:
            raise click.ClickException(f"{config}: {error.strerror or error}") from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise click.ClickException(f"{config}: not TOML: {error}") from error
        for plugin, values in tables.items():
            if not isinstance(values, dict):
                raise click.ClickException(f"{config}: {plugin!r} is not a table of options")
            options[plugin] = dict(values)
    for setting in settings:
        name, equals, value = setting.partition("=")
        plugin, dot, key = name.partition(".")
        if not (equals and dot and plugin and key):
            raise click.UsageError(f"--option {setting!r}: write PLUGIN.KEY=VALUE")
        options.setdefault(plugin, {})[key] = value
    return options

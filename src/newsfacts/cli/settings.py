"""Options that several commands share, each group handed to the command as one object."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from newsfacts.article import Article
from newsfacts.cli.report import Report
from newsfacts.errors import NewsfactsError
from newsfacts.inputs import MAX_CHARS, read_articles

if TYPE_CHECKING:  # imported when it is built, so that --help stays quick
    from newsfacts.pipeline import Pipeline

__all__ = ["Inputs", "Plugins", "gathered", "input_settings", "plugin_settings"]

F = TypeVar("F", bound=Callable[..., Any])


def _date(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write YYYY-MM-DD") from None


def gathered(name: str, group: type[Any]) -> Callable[[F], F]:
    """Hand a command the parameters that are fields of *group* as one object called *name*."""

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def command(**parameters: Any) -> Any:
            fields = {field.name: parameters.pop(field.name) for field in attrs.fields(group)}
            return function(**parameters, **{name: group(**fields)})

        return command  # type: ignore[return-value]  # the same parameters, but for the group's

    return decorate


@attrs.frozen
class Plugins:
    """Is which plugins run, with which options, as the command line says."""

    only: Sequence[str]
    block: Sequence[str]
    settings: Sequence[str]
    config: Path | None

    def pipeline(self, report: Report) -> Pipeline:
        """Return the pipeline described; *report* tells what it has to say.

        Raises:
            ClickException: if there is no such pipeline.
        """
        from newsfacts.pipeline import Pipeline

        try:
            pipeline = Pipeline.discover(
                only=self.only or None,
                block=self.block,
                options=_options(self.settings, self.config),
            )
        except NewsfactsError as error:
            raise click.ClickException(str(error)) from error
        report.diagnostics(pipeline.diagnostics)
        return pipeline

    def reader(self, pipeline: Pipeline) -> list[str]:
        """Return all that decides what *pipeline* reads: its extractors and their options."""
        config = self.config.read_text("utf-8") if self.config else ""
        return [*(each.label for each in pipeline.plan.order), *self.settings, config]


@attrs.frozen
class Inputs:
    """Is how articles are read, as the command line says."""

    published: dt.date | None
    max_chars: int

    def articles(self, report: Report, paths: Sequence[str]) -> Iterator[Article]:
        """Yield the articles at *paths*; *report* tells what cannot be read."""
        found = read_articles(paths, published=self.published, max_chars=self.max_chars)
        return report.articles(found)


def plugin_settings(function: F) -> F:
    """Add the options that choose and set plugins; the command gets them as *plugins*."""
    function = gathered("plugins", Plugins)(function)
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


def input_settings(function: F) -> F:
    """Add the options that say how articles are read; the command gets them as *inputs*."""
    function = gathered("inputs", Inputs)(function)
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

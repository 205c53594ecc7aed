"""`newsfacts plugins`, `plan`, `schema`: what is installed, how it runs, what it writes."""

from __future__ import annotations

import json
from typing import Any

import click

from newsfacts.cli.report import Report
from newsfacts.cli.settings import Plugins, plugin_settings

__all__ = ["plan", "plugins", "schema"]


@click.command()
@click.option("--load", is_flag=True, help="Import each; say what it provides and needs, or why it failed")  # fmt: skip # noqa: E501
@click.option("--json", "as_json", is_flag=True, help="Write JSON")
def plugins(*, load: bool, as_json: bool) -> None:
    """List the installed plugins, without importing any unless --load."""
    from newsfacts.plugins import find_plugins, load_plugins

    found = find_plugins()
    rows: list[dict[str, Any]] = [
        {"name": plugin.name, "distribution": plugin.distribution, "version": plugin.version}
        for plugin in found
    ]
    if load:
        loaded = load_plugins(found)
        for row, plugin in zip(rows, found, strict=True):
            row["extractors"] = [
                {
                    "name": each.name,
                    "provides": [kind.kind for kind in each.provides],
                    "needs": [n.kind.kind for n in each.needs if n.kind and n.required],
                    "takes": [n.kind.kind for n in each.needs if n.kind and not n.required],
                }
                for each in loaded.extractors
                if each.plugin == plugin.name
            ]
            failed = [
                each.message
                for each in loaded.diagnostics
                if each.plugin == plugin.name and each.distribution == plugin.label
            ]
            row["error"] = failed[0] if failed else None
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['name']}  {row['distribution'] or '?'} {row['version'] or ''}".rstrip())
        for each in row.get("extractors", ()):
            click.echo(
                f"  {each['name']}: provides {', '.join(each['provides'])}"
                + "".join(
                    f"; {word} {', '.join(each[word])}" for word in ("needs", "takes") if each[word]
                )
            )
        if row.get("error"):
            click.echo(f"  failed: {row['error']}")


@click.command()
@plugin_settings
def plan(plugins: Plugins) -> None:
    """Show the order in which extractors run, and what is missing."""
    report = Report()
    click.echo(plugins.pipeline(report).plan.explain())
    report.close()


@click.command()
@plugin_settings
def schema(plugins: Plugins) -> None:
    """Write the JSON Schema of the records of the installed plugins."""
    from newsfacts.schema import schema_of

    report = Report()
    kinds = plugins.pipeline(report).plan.kinds
    click.echo(json.dumps(schema_of(kinds.values()), ensure_ascii=False, indent=2))
    report.close()

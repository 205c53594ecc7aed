"""Which installed plugins make a pipeline: those asked for, with what they need, that can run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from newsfacts.errors import PlanError, PluginError
from newsfacts.extraction import Code, Diagnostic
from newsfacts.extractors import Extractor
from newsfacts.plan import Plan, Problem, arrange
from newsfacts.plugins import Plugin, find_plugins, load_plugins

__all__ = ["discover", "listed"]


def discover(
    *,
    only: Iterable[str] | None = None,
    block: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """Return the plan of the installed plugins, and what there is to say about the others.

    Raises:
        PluginError: if *only*, *block* or *options* name a plugin that is not installed.
    """
    wanted = None if only is None else set(only)
    blocked = set(block)
    found = find_plugins()
    _known("only", wanted or (), found)
    _known("block", blocked, found)
    _known("options", options or (), found)
    loaded = load_plugins([plugin for plugin in found if plugin.name not in blocked], options)
    plan, problems = arrange(loaded.extractors)
    diagnostics = [*loaded.diagnostics, *map(_diagnostic, problems)]
    if wanted is not None:
        diagnostics = [each for each in diagnostics if each.plugin in wanted]
        plan, kept = _narrowed(plan, wanted)
        diagnostics += kept
    return plan, tuple(diagnostics)


def listed(argument: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return *names*; one string, whose letters would be taken for names, is refused.

    Raises:
        TypeError: if *names* is a string; names the *argument*.
    """
    if isinstance(names, str):
        raise TypeError(f"{argument} is a string; give a list of names: {argument}=[{names!r}]")
    return tuple(names)


def _known(argument: str, names: Collection[str], plugins: Collection[Plugin]) -> None:
    """Refuse names that no installed plugin bears."""
    installed = {plugin.name for plugin in plugins}
    unknown = sorted(set(names) - installed)
    if unknown:
        raise PluginError(
            f"{argument}: no plugin called {', '.join(unknown)}; "
            f"installed are {', '.join(sorted(installed)) or 'none'}"
        )


def _diagnostic(problem: Problem) -> Diagnostic:
    error = PlanError(problem.message)
    return Diagnostic(
        code=problem.code,
        message=problem.message,
        plugin=problem.extractor.plugin,
        distribution=problem.extractor.distribution,
        extractor=problem.extractor.name,
        error=error,
    )


def _narrowed(plan: Plan, wanted: Collection[str]) -> tuple[Plan, list[Diagnostic]]:
    """Return the plan of the wanted plugins' extractors and of the providers that feed them."""
    reasons: dict[str, str] = {}
    keep: list[Extractor] = [each for each in plan.order if each.plugin in wanted]
    names = {each.name for each in keep}
    for consumer in keep:  # grows while it runs: providers have needs too
        for need in consumer.needs:
            for provider in plan.providers(need):
                if provider.name not in names:
                    names.add(provider.name)
                    keep.append(provider)
                    reasons[provider.name] = consumer.name
    kept = [
        Diagnostic(
            code=Code.PROVIDER_KEPT,
            message=f"kept, for {reasons[each.name]!r} takes its claims",
            severity="warning",
            plugin=each.plugin,
            distribution=each.distribution,
            extractor=each.name,
        )
        for each in plan.order
        if each.name in reasons
    ]
    return Plan(tuple(each for each in plan.order if each.name in names)), kept

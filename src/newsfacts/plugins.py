"""Finds and loads plugins: entry points of the group `newsfacts`, one failure at a time.

Finding reads metadata alone and imports nothing. Loading imports a plugin, registers it with
pluggy and asks it for its extractors; whatever it does wrong becomes a diagnostic that names it,
and the next plugin is loaded as if nothing had happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, EntryPoint, entry_points
from types import ModuleType
from typing import Any

import attrs
import pluggy

from newsfacts import hookspecs
from newsfacts.errors import PluginError
from newsfacts.extraction import Code, Diagnostic
from newsfacts.extractors import Extractor
from newsfacts.options import Options

__all__ = ["GROUP", "Loaded", "Plugin", "find_plugins", "load_plugins"]

GROUP = "newsfacts"
"""The entry point group."""


@attrs.frozen
class Plugin:
    """Is an installed plugin as its metadata describes it; nothing of it is imported."""

    name: str
    """Name of the entry point."""
    module: str
    """What the entry point names."""
    distribution: str | None
    """Name of the distribution that it came with."""
    version: str | None
    """Version of that distribution."""
    entry_point: EntryPoint = attrs.field(eq=False, repr=False)
    """What loads it."""

    @property
    def label(self) -> str:
        """Distribution and version, as in `newsfacts-dates 0.1.0`."""
        return f"{self.distribution} {self.version}" if self.distribution else self.module


@attrs.frozen
class Loaded:
    """Is what plugins offer, and what went wrong in asking them."""

    extractors: tuple[Extractor, ...]
    """Marked with the plugin that each came from."""
    diagnostics: tuple[Diagnostic, ...]
    """One for each plugin that cannot be used."""


def find_plugins() -> tuple[Plugin, ...]:
    """Return every installed plugin, sorted by name, without importing any."""
    found = {_plugin(entry_point) for entry_point in entry_points(group=GROUP)}
    return tuple(sorted(found, key=lambda plugin: (plugin.name, plugin.label, plugin.module)))


def _plugin(entry_point: EntryPoint) -> Plugin:
    distribution: Distribution | None = entry_point.dist
    return Plugin(
        entry_point.name,
        entry_point.value,
        distribution.name if distribution else None,
        distribution.version if distribution else None,
        entry_point,
    )


def load_plugins(
    plugins: Sequence[Plugin], options: Mapping[str, Mapping[str, Any]] | None = None
) -> Loaded:
    """Import *plugins* and return the extractors that they offer.

    Args:
        plugins: which, as `find_plugins` returns them. Two of one name are both left out.
        options: settings by plugin name.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    extractors: list[Extractor] = []
    diagnostics: list[Diagnostic] = []
    names = [plugin.name for plugin in plugins]
    for plugin in plugins:
        try:
            if names.count(plugin.name) > 1:
                raise PluginError(_namesakes(plugin, plugins))
            extractors += _ask(manager, plugin, (options or {}).get(plugin.name, {}))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin can raise anything
            diagnostics.append(_failure(plugin, error))
    return Loaded(tuple(extractors), tuple(diagnostics))


def _ask(
    manager: pluggy.PluginManager, plugin: Plugin, values: Mapping[str, Any]
) -> list[Extractor]:
    """Load one plugin and return its extractors, marked with where they came from."""
    module: ModuleType | object = plugin.entry_point.load()
    manager.register(module, plugin.name)
    try:
        manager.check_pending()
        others = [other for other in manager.get_plugins() if other is not module]
        hook = manager.subset_hook_caller("newsfacts_extractors", others)
        if not hook.get_hookimpls():
            raise PluginError(
                f"{plugin.module} offers no hook; mark its function newsfacts_extractors with "
                f"@newsfacts.hookimpl"
            )
        options = Options(plugin.name, values)
        answers = hook(options=options)
        if not answers:
            raise PluginError("newsfacts_extractors returned None; return a list of extractors")
        offered = _checked(answers[0])
        options.refuse_unread()
    except BaseException:
        # Left registered, it would be blamed on the next plugin by check_pending().
        manager.unregister(module)
        raise
    return [
        attrs.evolve(extractor, plugin=plugin.name, distribution=plugin.label)
        for extractor in offered
    ]


def _checked(answer: Iterable[Any]) -> tuple[Extractor, ...]:
    offered = tuple(answer)
    for thing in offered:
        if not isinstance(thing, Extractor):
            raise PluginError(
                f"newsfacts_extractors returned {thing!r}, which is no Extractor; "
                f"wrap a function in newsfacts.extractor(...)"
            )
    return offered


def _namesakes(plugin: Plugin, plugins: Sequence[Plugin]) -> str:
    labels = " and ".join(other.label for other in plugins if other.name == plugin.name)
    return f"two plugins are called {plugin.name!r}: {labels}; uninstall or rename one of them"


def _failure(plugin: Plugin, error: BaseException) -> Diagnostic:
    error.add_note(f"while loading plugin {plugin.name!r} of {plugin.label}")
    says = str(error) if isinstance(error, PluginError) else f"{type(error).__name__}: {error}"
    return Diagnostic(
        code=Code.PLUGIN_FAILED,
        message=f"plugin {plugin.name!r} cannot be used: {says}",
        plugin=plugin.name,
        distribution=plugin.label,
        error=error,
    )

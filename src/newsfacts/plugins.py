"""Finds and loads plugins: entry points of the group `newsfacts`, one failure at a time.

Finding reads metadata alone and imports nothing. Loading imports a plugin, registers it with
pluggy and asks it for its extractors, or for its linkers; whatever it does wrong becomes a
diagnostic that names it, and the next plugin is loaded as if nothing had happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import Distribution, EntryPoint, entry_points
from types import ModuleType
from typing import Any, TypeVar

import attrs
import pluggy

from newsfacts import hookspecs
from newsfacts.dossier.linker import Linker
from newsfacts.errors import PluginError
from newsfacts.extraction import Code, Diagnostic
from newsfacts.extractors import Extractor
from newsfacts.options import Options

__all__ = ["GROUP", "Loaded", "Plugin", "find_plugins", "load_linkers", "load_plugins"]

T = TypeVar("T")

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
    found, diagnostics = _load(plugins, options, _extractors)
    return Loaded(tuple(found), tuple(diagnostics))


def load_linkers(
    plugins: Sequence[Plugin], options: Mapping[str, Mapping[str, Any]] | None = None
) -> tuple[tuple[Linker, ...], tuple[Diagnostic, ...]]:
    """Import *plugins* and return the linkers that they offer, and one diagnostic a failure.

    Args:
        plugins: which, as `find_plugins` returns them. Two of one name are both left out.
        options: settings by plugin name.
    """
    found, diagnostics = _load(plugins, options, _linkers)
    return tuple(found), tuple(diagnostics)


Ask = Callable[[pluggy.PluginManager, object, Plugin, Options], Iterable[T]]


def _load(
    plugins: Sequence[Plugin], options: Mapping[str, Mapping[str, Any]] | None, ask: Ask[T]
) -> tuple[list[T], list[Diagnostic]]:
    """Import and register *plugins* one by one, and *ask* each for what it offers."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    found: list[T] = []
    diagnostics: list[Diagnostic] = []
    names = [plugin.name for plugin in plugins]
    for plugin in plugins:
        try:
            if names.count(plugin.name) > 1:
                raise PluginError(_namesakes(plugin, plugins))
            values = Options(plugin.name, (options or {}).get(plugin.name, {}))
            found += _registered(manager, plugin, values, ask)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin can raise anything
            diagnostics.append(_failure(plugin, error))
    return found, diagnostics


def _registered(
    manager: pluggy.PluginManager, plugin: Plugin, options: Options, ask: Ask[T]
) -> Iterable[T]:
    """Load and register one plugin and return what it offers."""
    module: ModuleType | object = plugin.entry_point.load()
    manager.register(module, plugin.name)
    try:
        manager.check_pending()
        if not manager.get_hookcallers(module):
            raise PluginError(
                f"{plugin.module} offers no hook; mark its function newsfacts_extractors with "
                f"@newsfacts.hookimpl"
            )
        return ask(manager, module, plugin, options)
    except BaseException:
        # Left registered, it would be blamed on the next plugin by check_pending().
        manager.unregister(module)
        raise


def _extractors(
    manager: pluggy.PluginManager, module: object, plugin: Plugin, options: Options
) -> list[Extractor]:
    """Return the plugin's extractors, marked with where they came from."""
    offered = _answer(manager, module, "newsfacts_extractors", options)
    for thing in offered:
        if not isinstance(thing, Extractor):
            raise PluginError(
                f"newsfacts_extractors returned {thing!r}, which is no Extractor; "
                f"wrap a function in newsfacts.extractor(...)"
            )
    options.refuse_unread()
    return [
        attrs.evolve(extractor, plugin=plugin.name, distribution=plugin.label)
        for extractor in offered
    ]


def _linkers(
    manager: pluggy.PluginManager, module: object, _: Plugin, options: Options
) -> tuple[Linker, ...]:
    """Return the plugin's linkers; what its options are is for its extractors to check."""
    offered = _answer(manager, module, "newsfacts_linkers", options)
    for thing in offered:
        if not isinstance(thing, Linker):
            raise PluginError(f"newsfacts_linkers returned {thing!r}, which is no Linker")
    return offered


def _answer(
    manager: pluggy.PluginManager, module: object, name: str, options: Options
) -> tuple[Any, ...]:
    """Return what one plugin's implementation of a hook offers; nothing where it has none."""
    others = [other for other in manager.get_plugins() if other is not module]
    hook = manager.subset_hook_caller(name, others)
    if not hook.get_hookimpls():
        return ()
    answers = hook(options=options)
    if not answers:
        thing = name.removeprefix("newsfacts_")
        raise PluginError(f"{name} returned None; return a list of {thing}")
    return tuple(answers[0])


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

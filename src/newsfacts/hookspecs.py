"""The whole contract between newsfacts and its plugins: a hook to read, a hook to compose.

A plugin is a module (or any object) that an entry point in the group `newsfacts` names:

    from newsfacts import extractor, hookimpl

    @hookimpl
    def newsfacts_extractors(options):
        return [extractor(sanctions)]

A plugin that owns a kind can say, with the second, how its claims compose across articles.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from newsfacts.dossier.linker import Linker
from newsfacts.extractors import Extractor
from newsfacts.options import Options

__all__ = ["hookimpl", "hookspec", "newsfacts_extractors", "newsfacts_linkers"]

PROJECT = "newsfacts"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def newsfacts_extractors(options: Options) -> Iterable[Extractor]:  # type: ignore[empty-body]
    """Return the extractors that this plugin offers.

    Called once a plugin when a pipeline is built, never per article. An implementation may leave
    *options* out of its signature.

    Args:
        options: this plugin's own settings, read-only; `options.structure(Cls)` checks them into
            an attrs class.
    """


@hookspec
def newsfacts_linkers(options: Options) -> Iterable[Linker]:  # type: ignore[empty-body]
    """Return how claims of this plugin's kinds compose across articles.

    Called once a plugin when a dossier is made. A kind that has none is listed claim by claim.

    Args:
        options: this plugin's own settings, as `newsfacts_extractors` gets them.
    """

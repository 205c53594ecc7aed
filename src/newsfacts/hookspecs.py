"""The whole contract between newsfacts and its plugins: one hook.

A plugin is a module (or any object) that an entry point in the group `newsfacts` names:

    from newsfacts import extractor, hookimpl

    @hookimpl
    def newsfacts_extractors(options):
        return [extractor(sanctions)]
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from newsfacts.extractors import Extractor
from newsfacts.options import Options

__all__ = ["hookimpl", "hookspec", "newsfacts_extractors"]

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

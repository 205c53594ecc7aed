"""Casualties for newsfacts: how many, who, where, since when, by whom.

The plugin offers one extractor, `casualties`; what it yields is `claims.CasualtyClaim`.
"""

from newsfacts import Extractor, Options, extractor, hookimpl
from newsfacts.dossier import Linker

__all__ = ["newsfacts_extractors", "newsfacts_linkers"]


@hookimpl
def newsfacts_extractors(options: Options) -> list[Extractor]:
    """Return the extractor of casualties."""
    from newsfacts_casualties.extract import Casualties

    return [extractor(options.structure(Casualties), name="casualties")]


@hookimpl
def newsfacts_linkers() -> list[Linker]:
    """Return how casualties compose across articles."""
    from newsfacts_casualties.across import linker

    return [linker()]

"""The course of talks, act by act: a plugin of newsfacts."""

from newsfacts import Extractor, extractor, hookimpl
from newsfacts.dossier import Linker


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the one extractor of this plugin; it has no options."""
    from newsfacts_negotiations.extract import negotiations

    return [extractor(negotiations)]


@hookimpl
def newsfacts_linkers() -> list[Linker]:
    """Return how negotiations compose across articles."""
    from newsfacts_negotiations.across import linker

    return [linker()]

"""The course of talks, act by act: a plugin of newsfacts."""

from newsfacts import Extractor, extractor, hookimpl


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the one extractor of this plugin; it has no options."""
    from newsfacts_negotiations.extract import negotiations

    return [extractor(negotiations)]

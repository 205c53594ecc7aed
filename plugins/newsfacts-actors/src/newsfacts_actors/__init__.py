"""Finds who is in the story: a plugin of newsfacts. The rules are in `extract` and its helpers."""

from newsfacts import Extractor, Options, extractor, hookimpl

__all__ = ["newsfacts_extractors"]


@hookimpl
def newsfacts_extractors(options: Options) -> list[Extractor]:
    """Offer the one extractor of this plugin, `actors`."""
    from newsfacts_actors.extract import Actors

    return [extractor(options.structure(Actors), name="actors")]

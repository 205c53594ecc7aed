"""Who says what: attribution relations with source, cue and content, and the speaker resolved."""

from __future__ import annotations

from newsfacts import Extractor, Options, extractor, hookimpl

__all__ = ["newsfacts_extractors"]


@hookimpl
def newsfacts_extractors(options: Options) -> list[Extractor]:
    """Return the one extractor of statements."""
    from newsfacts_statements.extract import Statements

    return [extractor(options.structure(Statements))]

"""Sanctions in the news: a plugin of newsfacts."""

from newsfacts import Extractor, extractor, hookimpl

from acme_sanctions.claims import Measure, SanctionClaim
from acme_sanctions.extract import sanctions

__all__ = ["Measure", "SanctionClaim", "newsfacts_extractors", "sanctions"]


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer `sanctions`."""
    return [extractor(sanctions)]

"""Every temporal expression of an article, resolved: the plugin's one hook."""

from newsfacts import Extractor, Options, extractor, hookimpl

__all__ = ["newsfacts_extractors"]


@hookimpl
def newsfacts_extractors(options: Options) -> list[Extractor]:
    """Offer `dates`, set up with the user's options (see `newsfacts_dates.extract.Dates`)."""
    from newsfacts_dates.extract import Dates

    return [extractor(options.structure(Dates), name="dates")]

"""The article: a text as it was given, and what is known about it from elsewhere."""

from __future__ import annotations

import datetime as dt
import hashlib

import attrs

from newsfacts.errors import ArticleError
from newsfacts.values import Span

__all__ = ["Article"]


def _published(value: dt.date | str | None) -> dt.date | None:
    """Return the date or date-time that an ISO 8601 string names; dates and None as they are."""
    if value is None or isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise TypeError(
            f"'published' is {value!r} ({type(value).__name__}); "
            f"give a date, a date-time or an ISO 8601 string of either"
        )
    try:
        if len(value) > len("2014-08-23"):
            return dt.datetime.fromisoformat(value)
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"'published' is no ISO 8601 date or date-time: {value!r}") from None


def _encodable(article: Article, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse lone surrogates: no encoding holds them, so no record of them could be written."""
    if not isinstance(value, str):
        raise TypeError(f"an article's {attribute.name} is {type(value).__name__}, not a string")
    if value.isascii():
        return
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"article {article.id!r}: {attribute.name} holds a lone surrogate "
            f"(U+{ord(value[error.start]):04X}) at code point {error.start}; "
            f"decode the source with errors='replace' or mend it"
        ) from None


_encodable_or_none = attrs.validators.optional(_encodable)


@attrs.frozen
class Article:
    """Is one news article: its text, never normalised, and its metadata.

    Every offset in every claim counts code points of `text`.

    Raises:
        ArticleError: if the text, the id or another string holds a lone surrogate.
        TypeError: if *published* is no date, date-time or string, or another value no string.
        ValueError: if *published* is a string but no ISO 8601 date or date-time.
    """

    text: str = attrs.field(validator=_encodable)
    """As it was given."""
    id: str = attrs.field(kw_only=True, validator=_encodable)
    """Names it in records; by default a hash of the text."""
    headline: str | None = attrs.field(kw_only=True, default=None, validator=_encodable_or_none)
    """Its title, where that is known apart from the text; extractors read the text alone."""
    published: dt.date | None = attrs.field(kw_only=True, default=None, converter=_published)
    """Day or moment of publication, or an ISO 8601 string of either; relative dates need it."""
    publisher: str | None = attrs.field(kw_only=True, default=None, validator=_encodable_or_none)
    """Who published it."""
    url: str | None = attrs.field(kw_only=True, default=None, validator=_encodable_or_none)
    """Where it was published."""
    author: str | None = attrs.field(kw_only=True, default=None, validator=_encodable_or_none)
    """Who wrote it."""
    language: str | None = attrs.field(kw_only=True, default=None, validator=_encodable_or_none)
    """Its language (BCP 47), as far as the caller knows; kept, not read."""

    @id.default  # noqa: A003 - the attribute, not the builtin
    def _id_of_text(self) -> str:
        """Name an article that came without a name by its text, the same in every run."""
        # Whatever is no string is refused by its validator, which runs after this.
        text = str(self.text).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=8).hexdigest()

    def __repr__(self) -> str:
        """Return its id, its date and its length; the text and the rest can be long."""
        date = f" of {self.published}" if self.published else ""
        return f"<Article {self.id!r}{date}, {len(self.text)} code points>"

    def _repr_html_(self) -> str:
        """Return headline, metadata and text for a notebook."""
        from newsfacts.render_html import article_html

        return article_html(self)

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, without a time of day."""
        if isinstance(self.published, dt.datetime):
            return self.published.date()
        return self.published

    def span(self, start: int, end: int) -> Span:
        """Return the span from *start* to *end*, with its words.

        Raises:
            ValueError: if it is empty or not within the text.
        """
        return Span(start, end, self.text[start:end])

"""What the tests of dates share: a text read into claims, on a day that each file sets."""

import datetime as dt
from collections.abc import Callable

import pytest

from newsfacts import Article, DateClaim, Note
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates.extract import Dates

_READER = Reader()


@pytest.fixture
def today() -> dt.date:
    """Return the day of publication of texts that name none: a Wednesday."""
    return dt.date(2024, 3, 6)


@pytest.fixture
def extract(today) -> Callable[..., list[DateClaim | Note]]:
    """Return a function from a text to all that the extractor says of it."""

    def run(text: str, published: dt.date | None = today, dates: Dates | None = None):
        article = Article(text, published=published)
        return list((dates or Dates())(article, tokens(_READER.read(text))))

    return run


@pytest.fixture
def read(extract) -> Callable[..., list[DateClaim]]:
    """Return a function from a text to its dates."""

    def run(*arguments: object, **named: object) -> list[DateClaim]:
        return [each for each in extract(*arguments, **named) if isinstance(each, DateClaim)]

    return run


@pytest.fixture
def told(read) -> Callable[..., list[tuple[str, str]]]:
    """Return a function from a text to the words and values of its dates, a value with its mod."""

    def run(*arguments: object) -> list[tuple[str, str]]:
        return [
            (claim.text, f"{claim.value} {claim.mod}" if claim.mod else claim.value)
            for claim in read(*arguments)
        ]

    return run

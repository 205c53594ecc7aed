from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs
import pytest
from spacy.tokens import Doc
from toys import FloodClaim, floods, names

from newsfacts import ActorClaim, Article, Claim, DateClaim, Note, extractor

if TYPE_CHECKING:
    from elsewhere import Weather


def both(doc: Doc, article: Article, dates: tuple[DateClaim, ...] = ()) -> Iterator[ActorClaim | FloodClaim]:  # fmt: skip # noqa: E501
    yield from ()


@attrs.frozen
class Configured:
    depth: int = 3

    def __call__(self, article: Article) -> Iterator[FloodClaim | Note]:
        yield from ()


def test_the_signature_is_the_data_flow():
    made = extractor(both)
    assert made.name == "both"
    assert [(n.parameter, n.source, n.kind, n.required) for n in made.needs] == [
        ("doc", "doc", None, True),
        ("article", "article", None, True),
        ("dates", "claims", DateClaim, False),
    ]
    assert made.provides == (ActorClaim, FloodClaim)


def test_an_instance_is_named_by_its_class_and_a_note_is_no_provision():
    made = extractor(Configured(depth=4))
    assert made.name == "configured"
    assert made.provides == (FloodClaim,)
    assert extractor(Configured(), name="other").name == "other"


def test_without_a_distribution_the_label_names_the_module():
    assert extractor(names).label == "toys:names"


def unannotated(article, dates: tuple[DateClaim, ...]) -> Iterator[FloodClaim]:
    yield from ()


def listing(dates: list[DateClaim]) -> Iterator[FloodClaim]:
    yield from ()


def silent(article: Article):
    yield


def untyped_return(article: Article) -> Iterator[int]:
    yield 1


def hidden(weather: Weather) -> Iterator[FloodClaim]:
    yield from ()


def circular(claims: tuple[Claim, ...]) -> Iterator[FloodClaim]:
    yield from ()


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (unannotated, "parameter 'article' has no annotation"),
        (listing, "parameter 'dates' is annotated list"),
        (silent, "return annotation is None"),
        (untyped_return, "return annotation"),
        (hidden, "'Weather', which is not there at run time; import it outside of TYPE_CHECKING"),
        (circular, "needs Claim, which it provides itself"),
    ],
)
def test_a_signature_that_says_too_little_is_refused(function, says):
    with pytest.raises(TypeError, match=f"extractor '{function.__name__}'.*{says}"):
        extractor(function)


def test_reading_a_signature_imports_nothing():
    before = set(sys.modules)
    extractor(floods)
    assert set(sys.modules) == before

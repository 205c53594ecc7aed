"""What an author of extractors gets, as mypy sees it: checked, never run."""

from collections.abc import Iterator
from typing import ClassVar, assert_type

import attrs
from spacy.tokens import Doc

from newsfacts import (
    Article,
    Claim,
    DateClaim,
    Extraction,
    Extractor,
    Note,
    Options,
    Pipeline,
    Span,
    Status,
    extractor,
    hookimpl,
)
from newsfacts.testing import check_extractor, marked, run
from newsfacts.tokens import Tokens, tokens


@attrs.frozen(kw_only=True)
class FloodClaim(Claim):
    """Is a flood."""

    kind: ClassVar[str] = "acme.flood"

    depth: float | None = None


@attrs.frozen
class Floods:
    """Finds floods."""

    deepest: float = 3.0

    def __call__(
        self, article: Article, view: Tokens, doc: Doc, dates: tuple[DateClaim, ...] = ()
    ) -> Iterator[FloodClaim | Note]:
        """Yield the floods."""
        assert_type(tokens(doc), Tokens)
        assert_type(view.span(0, 1), Span)
        yield FloodClaim(span=article.span(0, 1), status=Status.PLANNED, rule="first")
        yield FloodClaim(span=article.span(0, 1), colour="red")  # type: ignore[call-arg]
        yield FloodClaim()  # type: ignore[call-arg]
        yield Note("dry", "no water")


@hookimpl
def newsfacts_extractors(options: Options) -> list[Extractor]:
    """Offer the extractor."""
    assert_type(options.structure(Floods), Floods)
    return [extractor(options.structure(Floods), name="floods")]


assert_type(extractor(Floods()), Extractor)
extractor(3)  # type: ignore[arg-type]
assert_type(marked("a [b]"), tuple[Article, tuple[Span, ...]])
assert_type(run(Floods(), Article("Text.")), Extraction)
assert_type(Pipeline([Floods()]), Pipeline)
check_extractor(Floods(), [Article("Text.")], given=lambda article: ())
check_extractor(Floods(), ["Text."])  # type: ignore[list-item]
claim = FloodClaim(span=Span(0, 1, "T"))
assert_type(claim.depth, float | None)
claim.depth = 2.0  # type: ignore[misc]

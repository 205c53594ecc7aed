"""Toy kinds and extractors that the core's tests share."""

import re
from collections.abc import Iterator
from typing import ClassVar

import attrs

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    Article,
    Claim,
    ClaimId,
    DateClaim,
    Mention,
    MentionForm,
    Party,
    Quantity,
    Span,
    StatementClaim,
    TimexType,
)

NAMES = re.compile(r"\b[A-Z][a-z]+\b")
SAID = re.compile(r"(?P<content>[^.]+), (?P<source>\w+) (?P<cue>said|reported)")


@attrs.frozen(kw_only=True)
class FloodClaim(Claim):
    """Is a flood, as a third party's kind might put it."""

    kind: ClassVar[str] = "acme.flood"
    key: ClassVar[tuple[str, ...]] = ("depth.value",)

    depth: Quantity = attrs.field(metadata={"doc": "how deep"})
    river: Party | None = attrs.field(default=None, metadata={"doc": "which river"})
    causes: tuple[Span, ...] = attrs.field(default=(), metadata={"doc": "why"})
    part_of: ClaimId | None = attrs.field(default=None, metadata={"doc": "the larger flood"})


def article(text: str = "Abbas met Biden. Floods rose, Egypt said.", **more: str) -> Article:
    return Article(text, **{"id": "toy", "published": "2024-05-03"} | more)


def flood(of: Article, words: str, **more: object) -> FloodClaim:
    start = of.text.index(words)
    more.setdefault("depth", Quantity(value=1, low=1, high=1))
    return FloodClaim(span=of.span(start, start + len(words)), **more)


def names(article: Article) -> Iterator[ActorClaim]:
    for found in NAMES.finditer(article.text):
        yield ActorClaim(
            span=article.span(*found.span()),
            actor=ActorId(found.group().lower()),
            name=found.group(),
            type=ActorType.OTHER,
            mentions=(Mention(*found.span(), found.group(), MentionForm.NAME),),
        )


def years(article: Article) -> Iterator[DateClaim]:
    for found in re.finditer(r"\b(19|20)\d\d\b", article.text):
        yield DateClaim(span=article.span(*found.span()), type=TimexType.DATE, value=found.group())


def said(article: Article) -> Iterator[StatementClaim]:
    for found in SAID.finditer(article.text):
        content = article.span(*found.span("content"))
        yield StatementClaim(
            span=content,
            content=(content,),
            source=article.span(*found.span("source")),
            cue=article.span(*found.span("cue")),
            quotation="indirect",
            speaker_name=found["source"],
        )


def floods(article: Article, actors: tuple[ActorClaim, ...]) -> Iterator[FloodClaim]:
    for found in re.finditer(r"[Ff]loods", article.text):
        yield flood(article, found.group())

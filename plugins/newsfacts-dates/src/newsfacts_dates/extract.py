"""The extractor `dates`: recognises temporal expressions and resolves them, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs
from spacy.tokens import Doc

from newsfacts import Article, DateClaim
from newsfacts.tokens import tokens
from newsfacts_dates.direction import direction
from newsfacts_dates.grammar import load
from newsfacts_dates.recognise import recognise
from newsfacts_dates.resolve import Context, resolve

__all__ = ["Dates"]


@attrs.frozen
class Dates:
    """Finds every temporal expression of an article, and the time it stands for."""

    date_order: Literal["MDY", "DMY"] = "MDY"
    """How 10/7/2023 reads."""

    def __call__(self, article: Article, doc: Doc) -> Iterator[DateClaim]:
        """Yield the dates, times, durations and sets of *article*, in the order of the text."""
        view = tokens(doc)
        context = Context(article.published_on, self.date_order)
        for found in recognise(view, load()):
            context.look = lambda found=found: direction(view, found.start, found.end)
            context.before = view.words[found.start - 1].lower() if found.start else ""
            context.after = view.words[found.end].lower() if found.end < len(view) else ""
            resolution = resolve(found, context)
            if resolution is not None:
                yield DateClaim(
                    span=view.span(found.start, found.end),
                    type=resolution.type,
                    value=resolution.value,
                    mod=resolution.mod,
                    interval=resolution.interval,
                    rule=found.rule.name,
                )

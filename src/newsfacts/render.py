"""What people read in a terminal: the table of claims, the article with its claims marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.table import Table
from rich.text import Text

from newsfacts.extraction import Extraction
from newsfacts.telling import reading_of, sayer_of, spans_of

__all__ = ["claims_table", "legend", "marked_article"]

STYLES: Final = {
    "date": "cyan",
    "actor": "green",
    "statement": "underline",
    "casualty": "bold red",
    "negotiation": "bold yellow",
}
OTHER_STYLE: Final = "magenta"
"""For the kinds of third parties."""


def claims_table(extraction: Extraction) -> Table:
    """Return the claims of one article as a table, in the order of the text."""
    published = extraction.article.published
    title = f"{extraction.article.id}" + (f", published {published}" if published else "")
    table = Table(title=title, title_justify="left", title_style="bold", expand=True)
    table.add_column("at", justify="right", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("claim", ratio=3)
    table.add_column("words", ratio=4)
    table.add_column("who says so", ratio=2)
    for claim in extraction.claims:
        table.add_row(
            str(claim.span.start),
            Text(claim.kind, style=_style(claim.kind)),
            Text(reading_of(claim)),
            Text(_shortened(claim.text)),
            Text(sayer_of(claim)),
        )
    return table


def marked_article(extraction: Extraction) -> Text:
    """Return the article's text with its claims marked in colour; statements are underlined."""
    text = Text(extraction.article.text)
    # The longest first: what stands within another claim keeps its own colour.
    for claim in sorted(extraction.claims, key=lambda claim: -len(claim.span)):
        for span in spans_of(claim):
            text.stylize(_style(claim.kind), span.start, span.end)
    return text


def legend(kinds: Iterable[str]) -> Text:
    """Return what the colours mean."""
    words = [Text(kind, style=_style(kind)) for kind in sorted(set(kinds))]
    return Text("  ").join(words)


def _style(kind: str) -> str:
    return STYLES.get(kind, OTHER_STYLE)


def _shortened(text: str, longest: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"

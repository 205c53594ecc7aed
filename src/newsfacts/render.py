"""What people read in a terminal: the table of claims, the article with its claims marked.

Control characters of a text are shown, not sent: a terminal would obey them, and rich leaves some
out, which moves every mark after them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rich.table import Table
from rich.text import Text

from newsfacts.extraction import Extraction
from newsfacts.telling import reading_of, sayer_of, spans_of

__all__ = ["claims_table", "legend", "legible", "marked_article"]

STYLES: Final = {
    "date": "cyan",
    "actor": "green",
    "statement": "underline",
    "casualty": "bold red",
    "negotiation": "bold yellow",
}
OTHER_STYLE: Final = "magenta"
"""For the kinds of third parties."""

_LINE_END = re.compile(r"\r(?=\n)")
_CONTROLS: Final[dict[int, int | str]] = {
    **{code: 0x2400 + code for code in range(0x20)},
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    0x7F: 0x2421,
    **{ord(each): each for each in "\t\n"},
    ord("\r"): "\n",
}
"""Unicode's pictures of control characters; those of C1 have none. All are one code point."""


def claims_table(extraction: Extraction) -> Table:
    """Return the claims of one article as a table, in the order of the text."""
    published = extraction.article.published
    title = legible(extraction.article.id + (f", published {published}" if published else ""))
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
            legible(reading_of(claim)),
            legible(_shortened(claim.text)),
            legible(sayer_of(claim)),
        )
    return table


def marked_article(extraction: Extraction) -> Text:
    """Return the article's text with its claims marked in colour; statements are underlined."""
    text = legible(extraction.article.text)
    # The longest first: what stands within another claim keeps its own colour.
    for claim in sorted(extraction.claims, key=lambda claim: -len(claim.span)):
        for span in spans_of(claim):
            text.stylize(_style(claim.kind), span.start, span.end)
    return text


def legible(text: str) -> Text:
    """Return *text* for a terminal, every code point at its offset, with control characters shown.

    A carriage return ends a line, or is a space where a newline follows that ends it.
    """
    return Text(_LINE_END.sub(" ", text).translate(_CONTROLS))


def legend(kinds: Iterable[str]) -> Text:
    """Return what the colours mean."""
    words = [Text(kind, style=_style(kind)) for kind in sorted(set(kinds))]
    return Text("  ").join(words)


def _style(kind: str) -> str:
    return STYLES.get(kind, OTHER_STYLE)


def _shortened(text: str, longest: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"

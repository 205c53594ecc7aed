"""What people read on a page or in a notebook: claims marked in the article by spaCy's displaCy.

Everything that comes from a text or a plugin is escaped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import Any, Final

from newsfacts.article import Article
from newsfacts.claims import Claim
from newsfacts.extraction import Extraction
from newsfacts.telling import reading_of, sayer_of, spans_of
from newsfacts.values import Span

__all__ = ["article_html", "claim_html", "extraction_html", "page_html"]

COLOURS: Final = {
    "date": "#8fd3e8",
    "actor": "#a5d6a7",
    "statement": "#d7dce2",
    "casualty": "#ff9e9e",
    "negotiation": "#ffdd80",
}
OTHER_COLOUR: Final = "#dcb6f2"
"""For the kinds of third parties."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a;
       font-family: system-ui, sans-serif; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""

# displaCy's own templates put white space around every word and show all marked words in bold.
_TEMPLATE = {
    "span": '<span style="display: inline-block; position: relative; white-space: pre; '
    'height: {total_height}px">{text}{span_slices}{span_starts}</span>',
    "slice": '<span style="background: {bg}; top: {top_offset}px; height: 4px; left: 0; '
    'width: 100%; position: absolute"></span>',
    "start": '<span style="background: {bg}; top: {top_offset}px; height: 4px; left: 0; '
    'width: 100%; position: absolute"><span style="background: {bg}; color: #000; z-index: 10; '
    "top: -.5em; padding: 1px 3px; position: absolute; font-size: .6em; line-height: 1; "
    'border-radius: 3px">{label}{kb_link}</span></span>',
}
_PIECES = re.compile(r"[^\n]{1,2000}\S{0,200}")
"""Paragraphs, the endless ones in pieces: displaCy looks at every span for every token."""
_WORDS = re.compile(r"\S+\s*")


def page_html(extractions: Iterable[Extraction]) -> str:
    """Return a whole page that shows *extractions*, with nothing to load from elsewhere."""
    shown = list(extractions)
    body = "\n<hr>\n".join(extraction_html(each) for each in shown)
    return _PAGE.format(title=escape(", ".join(each.article.id for each in shown)), body=body)


def extraction_html(extraction: Extraction) -> str:
    """Return an article with its claims marked, and a table of them."""
    kinds = dict.fromkeys(claim.kind for claim in extraction)
    return "".join(
        [
            "<div>",
            _heading(extraction.article),
            f"<p>{' '.join(map(_badge, sorted(kinds)))}</p>",
            _marked(extraction),
            f"<details><summary>{len(extraction)} claims</summary>",
            _table(extraction),
            "</details>",
            *(f"<p>{escape(str(each))}</p>" for each in extraction.diagnostics),
            "</div>",
        ]
    )


def article_html(article: Article) -> str:
    """Return headline, metadata and text of *article*."""
    paragraphs = (f"<p>{escape(line)}</p>" for line in article.text.splitlines() if line.strip())
    return f"<div>{_heading(article)}{''.join(paragraphs)}</div>"


def claim_html(claim: Claim) -> str:
    """Return what *claim* claims, its words, and who says so."""
    said = sayer_of(claim)
    by = f" <small>according to {escape(said)}</small>" if said else ""
    words = f"<q>{escape(claim.text)}</q> <small>{claim.span.start}-{claim.span.end}</small>"
    return f"<div>{_badge(claim.kind)} {escape(reading_of(claim))}{by}<br>{words}</div>"


def _heading(article: Article) -> str:
    known = (article.id, article.published, article.publisher, article.author)
    about = " · ".join(escape(str(each)) for each in known if each)
    return f"<h3>{escape(article.headline or article.id)}</h3><p><small>{about}</small></p>"


def _badge(kind: str) -> str:
    style = f"background: {_colour(kind)}; color: #000; padding: 0 .4em; border-radius: 3px"
    return f'<span style="{style}">{escape(kind)}</span>'


def _colour(kind: str) -> str:
    return COLOURS.get(kind, OTHER_COLOUR)


def _table(extraction: Extraction) -> str:
    heads = "".join(f"<th>{head}</th>" for head in ("at", "kind", "claim", "words", "who says so"))
    rows = (
        (
            str(claim.span.start),
            _badge(claim.kind),
            escape(reading_of(claim)),
            escape(claim.text),
            escape(sayer_of(claim)),
        )
        for claim in extraction
    )
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _marked(extraction: Extraction) -> str:
    """Return the text with its claims marked, a paragraph at a time (displaCy has no lines)."""
    from spacy import displacy

    text = extraction.article.text
    marks = sorted(
        ((span, claim.kind) for claim in extraction for span in spans_of(claim)),
        key=lambda mark: (mark[0].start, mark[0].end, mark[1]),
    )
    colours = {escape(kind): _colour(kind) for _, kind in marks}
    markup: str = displacy.render(
        list(_paragraphs(text, marks)),
        style="span",
        manual=True,
        jupyter=False,
        options={"colors": colours, "template": _TEMPLATE},
    )
    return markup


def _paragraphs(text: str, marks: Sequence[tuple[Span, str]]) -> Iterator[dict[str, Any]]:
    """Yield each paragraph as displaCy wants it: tokens, and spans over them."""
    upcoming = 0
    open_marks: list[tuple[Span, str]] = []
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        while upcoming < len(marks) and marks[upcoming][0].start < end:
            open_marks.append(marks[upcoming])
            upcoming += 1
        open_marks = [mark for mark in open_marks if mark[0].end > start]
        if piece.group().isspace():
            continue
        clipped = [(max(s.start, start), min(s.end, end), kind) for s, kind in open_marks]
        cuts = _cuts(text, start, end, clipped)
        yield {
            "text": piece.group(),
            "tokens": [text[a:b] for a, b in pairwise(cuts)],
            "spans": [
                {
                    "start_token": bisect_left(cuts, first),
                    "end_token": bisect_left(cuts, last),
                    "label": escape(kind),
                }
                for first, last, kind in clipped
            ],
        }


def _cuts(text: str, start: int, end: int, marks: Iterable[tuple[int, int, str]]) -> list[int]:
    """Return the offsets at which a piece is cut: around marks, and within them into words."""
    cuts = {start, end}
    for first, last, _ in marks:
        cuts |= {first, last}
        cuts.update(word.start() for word in _WORDS.finditer(text, first, last))
    return sorted(cuts)

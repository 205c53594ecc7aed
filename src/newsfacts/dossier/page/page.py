"""How the page is made: what it shows, as plain values, goes through a template that escapes all.

The charts are Vega-Lite, its program embedded by vl-convert; the page's own policy (CSP) lets no
other script run and nothing be loaded.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from newsfacts.article import Article
from newsfacts.dossier.dossier import Dossier
from newsfacts.dossier.linker import Fact, Located, RelationKind, Series
from newsfacts.dossier.page.marked import paragraphs
from newsfacts.dossier.tables import timeline, tolls
from newsfacts.errors import NewsfactsError
from newsfacts.sentences import sentence_starts
from newsfacts.telling import sayer_of

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["MOST", "refuse_without_libraries", "report_html"]

MOST = 1000
"""Facts that a page shows unless more are asked for."""
QUOTED = 3
"""Claims of a fact that a page quotes; it tells how many more there are."""


def refuse_without_libraries() -> None:
    """Do nothing where a page can be made; the libraries are looked for, not imported.

    Raises:
        NewsfactsError: if Jinja or vl-convert is not installed.
    """
    for module, name in (("jinja2", "Jinja"), ("vl_convert", "vl-convert")):
        if find_spec(module) is None:
            raise NewsfactsError(f"a report needs {name}: install newsfacts[report]")


def report_html(dossier: Dossier, *, most: int = MOST) -> str:
    """Return the page.

    Args:
        dossier: what to show.
        most: how many facts to show; those in a contradiction come first, then those that most
            articles report, then the latest. The page says how many there are.

    Raises:
        NewsfactsError: if Jinja or vl-convert is not installed.
    """
    refuse_without_libraries()
    shown = _shown(dossier, most)
    script = _script()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return _template().render(
        **_Page(dossier, shown).parts(),
        script=script,
        script_digest=digest,
        style=_file("report.css"),
    )


def _shown(dossier: Dossier, most: int) -> frozenset[str]:
    """Return the ids of the facts to show."""
    opposed = {fact.id for each in dossier.contradictions for fact in (each.earlier, each.later)}
    latest = {fact.id: place for place, fact in enumerate(dossier.facts)}
    ordered = sorted(
        dossier.facts, key=lambda fact: (fact.id not in opposed, -fact.reports, -latest[fact.id])
    )
    return frozenset(fact.id for fact in ordered[:most])


class _Page:
    """Gathers what the template shows."""

    def __init__(self, dossier: Dossier, shown: frozenset[str]) -> None:
        self.dossier = dossier
        self.facts = [fact for fact in dossier.facts if fact.id in shown]
        self.shown = shown
        self.quoted: dict[str, dict[str, Located[Any]]] = {}
        for fact in self.facts:
            for one in fact.members[:QUOTED]:
                self.quoted.setdefault(one.article.id, {})[one.claim.id] = one
        self.articles = [each for each in dossier.articles if each.id in self.quoted]
        self.numbers = {each.id: number for number, each in enumerate(self.articles)}

    def parts(self) -> dict[str, Any]:
        """Return the variables of the template."""
        rows = [self._fact(row) for row in timeline(self.dossier) if row["fact"] in self.shown]
        counts = [
            self._linked(row)
            for row in tolls(self.dossier)
            if row["claim"] in self.quoted.get(row["article"], ())
        ]
        return {
            "facts": rows,
            "read": len(self.dossier.articles),
            "total": len(self.dossier.facts),
            "corroborated": sum(fact.corroborated for fact in self.dossier.facts),
            "days": _days(self.dossier),
            "contradictions": [
                {
                    "reason": each.reason,
                    "sides": [self._side(side) for side in each.evidence],
                }
                for each in self.dossier.contradictions
                if {each.earlier.id, each.later.id} <= self.shown
            ],
            "superseded": sum(
                each.kind is RelationKind.SUPERSEDES for each in self.dossier.relations
            ),
            "tolls": counts,
            "courses": [
                self._course(each) for each in self.dossier.series if not each.counts
            ],
            "actors": self.dossier.actors[:MOST],
            "actors_found": len(self.dossier.actors),
            "articles": [self._article(each) for each in self.articles],
            "chart": {"timeline": [_dot(row) for row in rows], "tolls": counts},
            "kinds": sorted({row["kind"] for row in rows}),
        }  # fmt: skip

    def _fact(self, row: Mapping[str, Any]) -> dict[str, Any]:
        claims = [self._linked(each) for each in row["claims"][:QUOTED]]
        related = [each for each in row["relations"] if each["with"] in self.shown]
        more = len(row["claims"]) - len(claims)
        return {**row, "claims": claims, "more": more, "relations": related}

    def _linked(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return *row* with the place on the page of the claim that it quotes."""
        return {**row, "link": self._link(row["article"], row["claim"])}

    def _link(self, article: str, claim: str) -> str:
        return f"c{self.numbers[article]}-{claim}" if article in self.numbers else ""

    def _side(self, one: Located[Any]) -> dict[str, Any]:
        before, after = _sentence(one)
        return {
            "link": self._link(*one.where),
            "article": one.article.headline or one.article.id,
            "published": str(one.article.published_on or ""),
            "source": sayer_of(one.claim),
            "before": before,
            "text": one.claim.text,
            "after": after,
        }

    def _course(self, series: Series) -> dict[str, Any]:
        points = [
            {"day": str(point.day), "label": point.label, **self._end(point.fact)}
            for point in series.points
            if point.fact.id in self.shown
        ]  # fmt: skip
        return {"title": series.title, "what": series.labels[0][0], "points": points}

    def _end(self, fact: Fact) -> dict[str, Any]:
        return {"link": self._link(*fact.first.where), "text": fact.first.claim.text}

    def _article(self, article: Article) -> dict[str, Any]:
        name = article.id
        claims = (
            (self._link(name, one.claim.id), one.claim.span) for one in self.quoted[name].values()
        )
        return {
            "number": self.numbers[name],
            "id": name,
            "headline": article.headline or name,
            "about": [
                str(each) for each in (article.published, article.publisher, article.author) if each
            ],
            "url": article.url if (article.url or "").startswith(("https://", "http://")) else None,
            "paragraphs": list(paragraphs(article.text, claims)),
        }


def _dot(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the chart of the timeline knows of a fact."""
    return {
        "fact": f"f-{row['fact']}",
        "day": row["day"],
        "lane": row["what"].removeprefix("not: ").partition(":")[0],
        "kind": row["kind"],
        "what": row["what"],
        "status": ("not " if row["negated"] else "") + row["status"],
        "reports": row["reports"],
        "words": row["claims"][0]["text"] if row["claims"] else "",
    }


def _sentence(one: Located[Any]) -> tuple[str, str]:
    """Return the words of a claim's sentence before it and after it."""
    text, span = one.article.text, one.claim.span
    start, end = 0, len(text)
    for offset in sentence_starts(text):
        if offset <= span.start:
            start = offset
        elif offset >= span.end:
            end = offset
            break
    return text[start : span.start].lstrip(), text[span.end : end].rstrip()


def _days(dossier: Dossier) -> tuple[str, ...]:
    known = [str(each.published_on) for each in dossier.articles if each.published_on]
    return (known[0], known[-1]) if known else ()


def _file(name: str) -> str:
    return files("newsfacts.dossier.page").joinpath(name).read_text("utf-8")


@cache
def _script() -> str:
    """Return the page's program with Vega in it."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(_file("report.js"))
    return bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_file("report.html"))

"""A dossier as rows, for JSON Lines and tables: one a fact, or one a point of a toll."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsfacts.dossier.dossier import Dossier
from newsfacts.dossier.linker import Located, Point, Relation
from newsfacts.telling import sayer_of

__all__ = ["timeline", "tolls"]

Row = dict[str, Any]


def timeline(dossier: Dossier) -> Iterator[Row]:
    """Yield a row a fact, by day.

    `day` is when it happened where the text says (`dated` is `stated`), else when it was published
    (`published`); `details` is what its kind adds; `relations` name other rows by `fact`.
    """
    related = _related(dossier.relations)
    for fact in dossier.facts:
        claim = fact.first.claim
        when = dossier.when(fact)
        yield {
            "fact": fact.id,
            "day": _iso(dossier.day(fact)),
            "dated": "stated" if when and (when.start or when.end) else "published",
            "kind": fact.kind,
            "what": dossier.title(fact),
            "status": str(claim.status),
            "negated": claim.negated,
            "hedge": claim.hedge,
            "actors": list(fact.actors),
            "reports": fact.reports,
            "articles": list(fact.articles),
            "voices": list(fact.voices),
            "details": dossier.columns(fact),
            "claims": [_quoted(one) for one in fact.members],
            "relations": related.get(fact.id, []),
        }


def tolls(dossier: Dossier) -> Iterator[Row]:
    """Yield a row a point of each series that counts, by series and day.

    `low`, `value` and `high` are as the text gives them, null where it gives none; `implied` names
    what was taken from context (`place`, `since`).
    """
    for series in dossier.series:
        if not series.counts:
            continue
        for point in series.points:
            yield {
                "series": series.title,
                **dict(series.labels),
                "since": _iso(series.start),
                "day": _iso(point.day),
                "low": point.low,
                "value": point.value,
                "high": point.high,
                "implied": list(point.implied),
                "fact": point.fact.id,
                "reports": point.fact.reports,
                **_quoted(_report(point)),
            }


def _report(point: Point) -> Located[Any]:
    """Return the claim of a point's fact that was published on its day, else the first."""
    of_day = (one for one in point.fact.members if one.published == point.day)
    return next(of_day, point.fact.first)


def _quoted(one: Located[Any]) -> Row:
    span = one.claim.span
    return {
        "article": one.article.id,
        "published": _iso(one.published),
        "claim": one.claim.id,
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "source": sayer_of(one.claim) or None,
    }


def _related(relations: tuple[Relation, ...]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for relation in relations:
        for one, other in (
            (relation.earlier, relation.later),
            (relation.later, relation.earlier),
        ):
            row = {"kind": str(relation.kind), "with": other.id, "reason": relation.reason}
            found.setdefault(one.id, []).append(
                row | {"this": "earlier" if one is relation.earlier else "later"}
            )
    return found


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None

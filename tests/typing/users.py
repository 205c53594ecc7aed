"""What a program that reads articles gets, as mypy sees it: checked, never run.

`assert_type` fails where a public signature loosens or changes; a `type: ignore` that is no longer
needed fails too, for then something wrong is no longer refused.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, assert_type

import newsfacts
from newsfacts import (
    ActorClaim,
    ActorId,
    Article,
    Attribution,
    Claim,
    ClaimId,
    DateClaim,
    Diagnostic,
    Extraction,
    Interval,
    Mention,
    Pipeline,
    Quantity,
    Span,
    StatementClaim,
    Status,
)
from newsfacts.errors import ArticleError
from newsfacts.evaluation import Evaluation, evaluate
from newsfacts.inputs import read_articles
from newsfacts.plan import Plan
from newsfacts.serialize import RawClaim, loads, records_of
from newsfacts.values import Unset

article = Article("Text.", id="a", published="2024-05-03", publisher="Example Times")
assert_type(article.text, str)
assert_type(article.published, dt.date | None)
assert_type(article.published_on, dt.date | None)
assert_type(article.span(0, 4), Span)
Article("Text.", published=dt.date(2024, 5, 3))
Article("Text.", publised="2024-05-03")  # type: ignore[call-arg]
Article("Text.", published=2024)  # type: ignore[arg-type]
article.text = "other"  # type: ignore[misc]

extraction = newsfacts.extract("Text.", published="2024-05-03")
assert_type(extraction, Extraction)
assert_type(extraction.claims, tuple[Claim, ...])
assert_type(extraction.of(DateClaim), tuple[DateClaim, ...])
assert_type(extraction[ClaimId("x")], Claim)
assert_type(extraction.diagnostics, tuple[Diagnostic, ...])
assert_type(extraction.rows(DateClaim), list[dict[str, Any]])
assert_type([claim.kind for claim in extraction], list[str])
extraction.of(str)  # type: ignore[type-var]
extraction.rows("date")  # type: ignore[arg-type]

pipeline = Pipeline.discover(only=["dates"], options={"dates": {"date_order": "DMY"}})
assert_type(pipeline, Pipeline)
assert_type(pipeline.run(article, strict=True), Extraction)
assert_type(pipeline.map([article]), Iterator[Extraction])
assert_type(pipeline.plan, Plan)
pipeline.run("Text.")  # type: ignore[arg-type]

date = extraction.of(DateClaim)[0]
assert_type(date.id, ClaimId)
assert_type(date.span, Span)
assert_type(date.status, Status)
assert_type(date.negated, bool)
assert_type(date.hedge, str | None)
assert_type(date.attribution, Attribution | Unset | None)
assert_type(date.value, str)
assert_type(date.interval, Interval | None)
assert_type(Interval(None, None).start, dt.date | dt.datetime | None)

actor = extraction.of(ActorClaim)[0]
assert_type(actor.actor, ActorId)
assert_type(actor.mentions, tuple[Mention, ...])
extraction[actor.mentions]  # type: ignore[index]

statement = extraction.of(StatementClaim)[0]
assert_type(statement.source, Span | None)
assert_type(statement.content, tuple[Span, ...])
assert_type(statement.speaker, ActorId | None)
assert_type(Quantity(value=1).low, int | float | None)

assert_type(records_of(extraction), Iterator[dict[str, Any]])
assert_type(loads(["{}"]), Iterator[tuple[str, Claim | RawClaim]])
assert_type(read_articles(["seeds"]), Iterator[Article | ArticleError])
assert_type(evaluate([extraction], [extraction]), Evaluation)
assert_type(evaluate([], [])["date.strict"], float)

"""Print how fast one extractor is, beside spaCy's blank English tokenizer in the same run.

    uv run python benchmarks/speed.py dates PATH [PATH ...]

PATHs are what `newsfacts extract` takes. What is timed is the extractor alone, in CPU time, the
best of several rounds: Docs, their tokens and the claims that it needs of other extractors are
made before, since all share them. The last lines are for one text of n characters and of 2n, made
of the articles: in linear time the second takes twice as long.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import spacy

from newsfacts import Article, Claim, Extractor, Pipeline
from newsfacts.inputs import read_articles
from newsfacts.language import Reader
from newsfacts.tokens import tokens

ROUNDS = 5
LONG_TEXT = 400_000

Call = Callable[[], Iterable[Any]]


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extractor", help="name of an installed extractor, as in 'dates'")
    parser.add_argument("paths", nargs="+", help="articles")
    given = parser.parse_args()
    found = list(read_articles(given.paths))
    articles = [article for article in found if isinstance(article, Article)]
    plan = Pipeline.discover(only=[given.extractor]).plan.order
    measured = next(each for each in plan if given.extractor in (each.name, each.plugin))
    size = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {size:,} characters; best of {ROUNDS} rounds, CPU time")
    ours = best(calls(measured, plan, articles))
    blank = spacy.blank("en")
    theirs = best([partial(blank, article.text) for article in articles])
    print(f"{measured.label:40} {size / ours:14,.0f} characters/s")
    print(f"{'spaCy blank English':40} {size / theirs:14,.0f} characters/s")
    print(f"{'share of its CPU':40} {ours / theirs:14.3f}")
    text = "\n\n".join(article.text for article in articles)
    while len(text) < 2 * LONG_TEXT:
        text = f"{text}\n\n{text}"
    for length in (LONG_TEXT, 2 * LONG_TEXT):
        long = Article(text[:length], published=articles[0].published)
        seconds = best(calls(measured, plan, [long]))
        print(f"{f'one text of {length:,} characters':40} {seconds:13.3f} s")


def calls(
    measured: Extractor, plan: Sequence[Extractor], articles: Iterable[Article]
) -> list[Call]:
    """Return a call of *measured* for each article, with all that it needs made."""
    reader = Reader()
    ready: list[Call] = []
    for article in articles:
        doc = reader.read(article.text)
        tokens(doc)
        claims: list[Claim] = []

        def call(
            each: Extractor,
            article: Article = article,
            doc: Any = doc,
            claims: list[Claim] = claims,
        ) -> Iterable[Any]:
            given = {"article": article, "doc": doc}
            arguments = {
                need.parameter: tuple(claim for claim in claims if isinstance(claim, need.kind))
                if need.kind
                else given[need.source]
                for need in each.needs
            }
            return each.function(**arguments)

        for each in plan:
            if each is measured:
                break
            claims += [thing for thing in call(each) if isinstance(thing, Claim)]
        ready.append(partial(call, measured))
    return ready


def best(ready: Sequence[Call]) -> float:
    """Return the least CPU seconds that a round of all calls took."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for call in ready:
            for _thing in call():
                pass
        rounds.append(time.process_time() - start)
    return min(rounds)


if __name__ == "__main__":
    main()

"""Every first-party extractor pays what `check_extractor` asks of any."""

import pytest

from newsfacts import Article, Pipeline
from newsfacts.testing import check_extractor

ARTICLES = [
    Article(
        "CAIRO (Reuters) - Egypt will host talks between Israel and Hamas on Tuesday, its "
        "foreign minister said. \u201cWe expect a truce within days,\u201d Sameh Shoukry said.\n\n"
        "At least 12 people, including four children, were killed in Gaza on Sunday, the health "
        "ministry said. More than 2,000 have been killed since October 7.\n",
        id="talks",
        published="2024-05-06",
    ),
    Article(
        "The rebels released 30 soldiers last week, but the government said no deal had been "
        "reached. U.N. envoy Anna Berg urged both sides to resume negotiations in Geneva.",
        id="rebels",
        published="2024-05-06",
    ),
]


@pytest.fixture(scope="module")
def found():
    pipeline = Pipeline.discover()
    return {article.id: pipeline.run(article, strict=True) for article in ARTICLES}


@pytest.mark.parametrize("extractor", Pipeline.discover().plan.order, ids=lambda each: each.name)
def test_every_first_party_extractor_owes_nothing(extractor, found):
    taken = tuple(need.kind for need in extractor.needs if need.kind)
    check_extractor(extractor, ARTICLES, given=lambda article: found[article.id].of(taken))

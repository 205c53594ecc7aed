import multiprocessing
from collections.abc import Iterator

import pytest
from toys import article, names
from worker_toys import broken, deadly, slow_first, unlucky, unsendable

from newsfacts import ActorClaim, Article, Pipeline
from newsfacts.errors import WorkerError


def articles(count: int) -> list[Article]:
    return [article(f"Abbas met Biden {n}. Floods rose.", id=str(n)) for n in range(count)]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr("newsfacts.workers.BATCH_ARTICLES", 3)
    yield
    assert not multiprocessing.active_children()


def test_many_processes_find_what_one_does_in_the_same_order():
    pipeline = Pipeline([slow_first])
    alone = list(pipeline.map(articles(20)))
    assert [each.article.id for each in alone] == [str(n) for n in range(20)]
    assert list(pipeline.map(articles(20), jobs=2)) == alone


def test_a_worker_that_dies_costs_the_article_that_it_was_reading():
    found = list(Pipeline([deadly]).map(articles(8), jobs=2))
    assert [each.article.id for each in found] == [str(n) for n in range(8)]
    assert [len(each.claims) for each in found] == [3, 3, 3, 0, 0, 3, 3, 3]
    (diagnostic,) = found[3].diagnostics
    assert (diagnostic.code, diagnostic.article) == ("worker-died", "3")
    assert "SIGKILL" in diagnostic.message


def test_errors_come_back_with_where_they_arose():
    (extraction,) = Pipeline([unlucky]).map(articles(1), jobs=2)
    (diagnostic,) = extraction.diagnostics
    assert isinstance(diagnostic.error, LookupError)
    assert any("unlucky" in note for note in diagnostic.error.__notes__)
    with pytest.raises(ExceptionGroup, match="article '0'"):
        list(Pipeline([unlucky]).map(articles(1), jobs=2, strict=True))


def test_claims_that_cannot_be_sent_cost_their_article():
    found = list(Pipeline([unsendable]).map(articles(3), jobs=2))
    assert [[each.code for each in one.diagnostics] for one in found] == [[], ["worker-failed"], []]
    assert [len(each.claims) for each in found] == [1, 0, 1]


def test_workers_end_with_whoever_stops_asking():
    results = Pipeline([names]).map(articles(50), jobs=2)
    assert next(results).article.id == "0"
    results.close()
    assert not multiprocessing.active_children()


def test_reading_ahead_is_bounded():
    taken = []
    source = (taken.append(one.id) or one for one in articles(1000))
    results = Pipeline([names]).map(source, jobs=2)
    next(results)
    assert len(taken) <= 8 * 3 * 2 + 3
    results.close()


def test_a_pipeline_that_cannot_be_copied_says_so():
    def inside(article: Article) -> Iterator[ActorClaim]:
        yield from names(article)

    with pytest.raises(TypeError, match="top of a module"):
        list(Pipeline([inside]).map(articles(1), jobs=2))
    with pytest.raises(ValueError, match="at least one"):
        list(Pipeline([names]).map(articles(1), jobs=0))


def test_a_pipeline_that_cannot_be_built_there_says_why():
    pipeline = Pipeline([names])
    pipeline._recipe = (broken, ())
    with pytest.raises(WorkerError, match="no plugin today"):
        list(pipeline.map(articles(1), jobs=2))

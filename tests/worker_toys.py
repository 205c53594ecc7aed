"""Extractors that try the worker processes, in a module that those can import."""

import os
import signal
import time
from collections.abc import Iterator

from toys import FloodClaim, flood, names

from newsfacts import ActorClaim, Article, Pipeline, Quantity


def slow_first(article: Article) -> Iterator[ActorClaim]:
    if article.id == "0":
        time.sleep(0.5)
    yield from names(article)


def deadly(article: Article) -> Iterator[ActorClaim]:
    if article.id in ("3", "4"):
        os.kill(os.getpid(), signal.SIGKILL)
    yield from names(article)


def unlucky(article: Article) -> Iterator[FloodClaim]:
    raise LookupError(article.id)
    yield


def unsendable(article: Article) -> Iterator[FloodClaim]:
    depth = (lambda: 1) if article.id == "1" else 1
    yield flood(article, "Abbas", depth=Quantity(value=depth))


def broken() -> Pipeline:
    raise RuntimeError("no plugin today")

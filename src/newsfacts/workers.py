"""Many cores: long-lived worker processes that each run a copy of the pipeline.

Articles go out in batches, one batch a worker at a time, and its results come back together. Which
article a dying worker was reading is found by giving out its batch again, article by article.
Results are handed on in the order of the articles, whatever finishes first; how far the fastest may
be ahead is bounded.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from newsfacts.article import Article
from newsfacts.errors import WorkerError
from newsfacts.extraction import Code, Diagnostic, Extraction

if TYPE_CHECKING:
    from newsfacts.pipeline import Pipeline

__all__ = ["spread"]

T = TypeVar("T")

BATCH_ARTICLES = 16
BATCH_CHARS = 60_000
"""A batch ends with the article that passes either bound, so that long ones go one by one."""
AHEAD = 8
"""Batches a worker by which reading may be ahead of the article that is handed on next."""

_Numbered = tuple[int, Article]
_Batch = list[_Numbered]


def spread(
    pipeline: Pipeline,
    articles: Iterable[Article],
    *,
    jobs: int,
    finish: Callable[[Extraction], T],
) -> Iterator[tuple[Article, T]]:
    """Yield each of *articles*, in order, with what *finish* makes of its extraction.

    Args:
        pipeline: is pickled once; its extractors must be importable in another process.
        articles: read as needed, a bounded number ahead.
        jobs: how many worker processes; with one, none is started.
        finish: runs in the worker, so that little has to travel; an importable function.

    Raises:
        TypeError: if the pipeline cannot be pickled.
        ValueError: if *jobs* is less than one.
        WorkerError: if a worker cannot build the pipeline.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; at least one process has to do the work")
    if jobs == 1:
        for few in _batches(enumerate(articles)):
            for extraction in pipeline.together([article for _, article in few]):
                yield extraction.article, finish(extraction)
    else:
        yield from _shared_out(pipeline, articles, jobs, finish)


def _shared_out(
    pipeline: Pipeline, articles: Iterable[Article], jobs: int, finish: Callable[[Extraction], T]
) -> Iterator[tuple[Article, T]]:
    """Do what `spread` does with several worker processes."""
    crew = _Crew(_pickled(pipeline, finish), jobs)
    batches = _batches(enumerate(articles))
    waiting: dict[int, Article] = {}
    done: dict[int, T] = {}
    upcoming = 0
    try:
        while True:
            while crew.hands() and len(waiting) < AHEAD * BATCH_ARTICLES * jobs:
                batch = next(batches, None)
                if batch is None:
                    break
                waiting.update(batch)
                crew.give(batch)
            if not waiting:
                return
            for number, result in crew.results():
                done[number] = finish(result.extraction) if isinstance(result, _Lost) else result
            while upcoming in done:
                yield waiting.pop(upcoming), done.pop(upcoming)
                upcoming += 1
    finally:
        crew.dismiss()


def _pickled(pipeline: Pipeline, finish: Callable[[Extraction], Any]) -> bytes:
    try:
        return pickle.dumps((pipeline, finish))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise TypeError(
            f"with several jobs a pipeline is copied to other processes, and this one cannot be: "
            f"{error}; define its extractors at the top of a module that can be imported"
        ) from error


def _batches(articles: Iterator[_Numbered]) -> Iterator[_Batch]:
    batch: _Batch = []
    chars = 0
    try:
        for number, article in articles:
            batch.append((number, article))
            chars += len(article.text)
            if len(batch) >= BATCH_ARTICLES or chars >= BATCH_CHARS:
                yield batch
                batch, chars = [], 0
    except Exception:  # what came before the fault is read all the same
        if batch:
            yield batch
        raise
    if batch:
        yield batch


@attrs.define(eq=False)
class _Worker:
    """Is a worker process as its employer sees it."""

    process: Any
    pipe: Connection
    ready: bool = False
    batch: _Batch = attrs.field(factory=list)


@attrs.frozen
class _Lost:
    """Is what comes in the place of a result that died with its worker."""

    extraction: Extraction


class _Crew:
    """Is the workers: takes batches, gives results, replaces who dies."""

    def __init__(self, recipe: bytes, size: int) -> None:
        self._recipe = recipe
        self._size = size
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")
        self._again: deque[_Batch] = deque()
        """What dead workers had, article by article."""

    def hands(self) -> bool:
        """Tell whether somebody can take a batch."""
        return not self._again and self._free()

    def give(self, batch: _Batch) -> None:
        """Hand *batch* to somebody who has none; start a worker if need be.

        A worker with a batch is never sent another: it may be sending itself, and both would wait.
        """
        worker = next((each for each in self._workers if not each.batch), None) or self._hire()
        worker.batch = batch
        if worker.ready:
            self._send(worker)

    def results(self) -> Iterator[tuple[int, Any]]:
        """Wait for results and yield them; a `_Lost` in the place of one that died.

        Raises:
            WorkerError: if a worker cannot build the pipeline.
        """
        while self._again and self._free():
            self.give(self._again.popleft())
        busy = {each.pipe: each for each in self._workers if each.batch}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]  # they are what was waited for
            try:
                message = worker.pipe.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            if worker.ready:
                batch, worker.batch = worker.batch, []
                for (number, _), result in zip(batch, message, strict=True):
                    yield number, pickle.loads(result)  # noqa: S301 - our own
            elif message is None:
                worker.ready = True
                self._send(worker)
            else:
                raise WorkerError(f"a worker cannot build the pipeline:\n{message}")

    def dismiss(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _free(self) -> bool:
        return len(self._workers) < self._size or any(not each.batch for each in self._workers)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._recipe), daemon=True)
        process.start()
        theirs.close()  # else its end would outlive the worker here, and its death go unnoticed
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _send(self, worker: _Worker) -> None:
        try:
            worker.pipe.send([article for _, article in worker.batch])
        except OSError:
            return  # it is dead, which the next look for results finds

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, _Lost]]:
        """Take a dead worker off; yield what its death cost, or have each article read again."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        status = worker.process.exitcode
        if not worker.ready:
            raise WorkerError(
                f"a worker died at its start (exit status {status}); a script that uses several "
                f'jobs does its work under `if __name__ == "__main__":`'
            )
        if len(worker.batch) > 1:
            self._again.extend([each] for each in worker.batch)
            return
        ((number, article),) = worker.batch
        died = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        message = f"the process that was reading it died ({died}); its claims are missing"
        yield number, _Lost(_failure(article, Code.WORKER_DIED, WorkerError(message)))


def _failure(article: Article, code: Code, error: BaseException) -> Extraction:
    diagnostic = Diagnostic(code=code, message=str(error), article=article.id, error=error)
    return Extraction(article, (), (diagnostic,))


def _work(pipe: Connection, recipe: bytes) -> None:
    """Be a worker: build the pipeline, then answer batches until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the employer's to handle
    try:
        pipeline, finish = pickle.loads(recipe)  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - a plugin can raise anything
        pipe.send(traceback.format_exc())
        return
    try:
        pipe.send(None)
        while True:
            extractions = pipeline.together(pipe.recv())
            pipe.send([_pickled_result(each, finish) for each in extractions])
    except (EOFError, OSError):
        return  # the employer is gone


def _pickled_result(extraction: Extraction, finish: Callable[[Extraction], Any]) -> bytes:
    diagnostics = tuple(map(_portable, extraction.diagnostics))
    try:
        return pickle.dumps(finish(attrs.evolve(extraction, diagnostics=diagnostics)))
    except Exception as error:  # noqa: BLE001 - claims of a third party can hold anything
        failure = WorkerError(f"its claims cannot be sent on: {type(error).__name__}: {error}")
        lost = _failure(extraction.article, Code.WORKER_FAILED, failure)
        return pickle.dumps(finish(lost))


def _portable(diagnostic: Diagnostic) -> Diagnostic:
    """Return *diagnostic* with an error that can be sent on, its traceback as a note."""
    error = diagnostic.error
    if error is None:
        return diagnostic
    trace = "".join(traceback.format_exception(error))
    try:
        copy: BaseException = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an error can hold anything
        copy = WorkerError(f"{type(error).__name__}: {error}")
    copy.add_note(f"in a worker process:\n{trace}")
    return attrs.evolve(diagnostic, error=copy)

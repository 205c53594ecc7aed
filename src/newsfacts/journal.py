"""An output that can be continued: written beside its place, with a journal of what is in it.

`out.jsonl` grows as `.out.jsonl.partial`; `.out.jsonl.journal` says after which byte each article
ends. A run that is killed leaves both; the next one cuts the output after the last whole article
and goes on. A line of the journal is written after what it tells of, so it never tells too much.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from newsfacts.article import Article
from newsfacts.errors import NewsfactsError

__all__ = ["Journal", "journaled"]


@attrs.frozen
class _Done:
    """Is one line of the journal: an article that stands in the output."""

    article: str
    end: int
    """The size of the output after it, in bytes."""
    failed: bool


class Journal:
    """Takes what is made of each article, in order; knows what an earlier run has made."""

    def __init__(self, output: BinaryIO, lines: BinaryIO, done: list[_Done]) -> None:
        self._output = output
        self._lines = lines
        self._done = done

    @property
    def failed(self) -> bool:
        """Whether something failed in the earlier run."""
        return any(each.failed for each in self._done)

    def rest(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield those of *articles* that are not in the output yet.

        Raises:
            NewsfactsError: if the first of them are not those of the earlier run.
        """
        found = iter(articles)
        for done in self._done:
            article = next(found, None)
            if article is None or article.id != done.article:
                raise NewsfactsError(
                    f"the interrupted run read {done.article!r} where there is now "
                    f"{article.id if article else 'nothing'!r}; start again without --resume"
                )
        yield from found

    def write(self, article: str, data: bytes, *, failed: bool) -> None:
        """Add what was made of the article of this id, and whether something failed in it."""
        self._output.write(data)
        self._output.flush()
        line = [article, self._output.tell(), failed]
        self._lines.write(json.dumps(line).encode() + b"\n")
        self._lines.flush()


@contextmanager
def journaled(path: Path, *, about: str, resume: bool) -> Iterator[Journal]:
    """Write *path* through a journal; it appears under its name when all of it is there.

    Args:
        path: where the output will stand; a link goes on to lead to its file.
        about: what else decides the output (settings, versions); a run is only continued by one
            that is about the same.
        resume: continue an interrupted run if there is one; otherwise begin anew.

    Raises:
        NewsfactsError: if the interrupted run was about something else.
        OSError: if a file cannot be written.
    """
    path = path.resolve()
    partial = path.with_name(f".{path.name}.partial")
    journal = path.with_name(f".{path.name}.journal")
    done = list(_read(journal, partial, about)) if resume and partial.exists() else []
    with partial.open("r+b" if done else "wb") as output, journal.open("wb") as lines:
        output.truncate(done[-1].end if done else 0)
        output.seek(0, os.SEEK_END)
        header = [about, *([each.article, each.end, each.failed] for each in done)]
        lines.writelines(json.dumps(line).encode() + b"\n" for line in header)
        lines.flush()
        yield Journal(output, lines, done)
        output.flush()
        os.fsync(output.fileno())
    os.replace(partial, path)  # noqa: PTH105 - the atomic one, by name
    journal.unlink()


def _read(journal: Path, partial: Path, about: str) -> Iterator[_Done]:
    """Yield what the journal tells of, as far as both files are whole."""
    size = partial.stat().st_size
    lines = iter(journal.read_bytes().splitlines(keepends=True) if journal.exists() else ())
    header = _whole(next(lines, b""))
    if header is None:
        return
    if header != about:
        raise NewsfactsError(
            f"the interrupted run that {journal} tells of had other settings, plugins or versions; "
            f"start again without --resume"
        )
    for line in lines:
        values = _whole(line)
        if values is None or values[1] > size:
            return
        yield _Done(*values)


def _whole(line: bytes) -> Any:
    """Return what a line of the journal holds, or None if it was cut."""
    return json.loads(line) if line.endswith(b"\n") else None

"""Articles from files: text files, directories of them, JSON Lines, standard input.

Bad input never loses good output: what cannot be read comes out as an `ArticleError` in its place,
and the next article follows.
"""

from __future__ import annotations

import codecs
import datetime as dt
import json
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from newsfacts.article import Article
from newsfacts.errors import ArticleError

__all__ = ["MAX_CHARS", "article_of", "read_articles"]

MAX_CHARS = 10_000_000
"""Longer articles are refused unless the caller says otherwise."""

_Found = tuple[Article | ArticleError, str]
"""An article, or why there is none, and the place it was looked for in."""

PARQUET_ROWS = 256
METADATA = "metadata.jsonl"
STDIN = "-"

_NO_TEXT = {
    **dict.fromkeys((".json", ".ndjson"), "articles in JSON come one a line from a .jsonl file"),
    **dict.fromkeys(
        (".htm", ".html", ".xml", ".csv", ".tsv"),
        "what is read are .txt, .jsonl and .parquet; take the text out of it first",
    ),
}
"""Read as text, these would give claims that rest on markup; what to do instead, by suffix."""

_Known = Mapping[str, tuple[Mapping[str, Any], str]]
"""What is known of articles from elsewhere, by id, and where that stands."""

_FIELDS = tuple(field.name for field in attrs.fields(Article))
_SCHEMA_ORG = {
    "article_body": "text",
    "date_published": "published",
    "in_language": "language",
    "identifier": "id",
}
"""schema.org NewsArticle names in snake case, and ours."""


def read_articles(
    paths: Iterable[str | Path], *, published: dt.date | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Article | ArticleError]:
    """Yield the articles at *paths*, or in the place of each that cannot be read, why.

    Args:
        paths: text files in UTF-8, directories (their `*.txt`, not deeper), `.jsonl` files with an
            article a line, `.parquet` files with an article a row, or `-` for standard input (JSON
            Lines if its first character is a brace). A file `metadata.jsonl` in the directory
            supplies what is known by id. A byte order mark before JSON is passed over; in a text
            it is kept, for offsets count all of a text.
        published: publication date for the articles that have none of their own.
        max_chars: articles of more code points are refused.
    """
    seen: dict[str, str] = {}
    for found, where in _everything(paths):
        if isinstance(found, ArticleError):
            yield found
            continue
        article = found
        if article.published is None and published is not None:
            article = attrs.evolve(article, published=published)
        if article.id in seen:
            yield ArticleError(
                f"{where}: a second article with id {article.id!r}; the first is {seen[article.id]}"
            )
        elif len(article.text) > max_chars:
            yield ArticleError(
                f"{where}: article {article.id!r} has {len(article.text):,} code points, more than "
                f"{max_chars:,}; split it or raise the limit (--max-chars)"
            )
        else:
            seen[article.id] = where
            yield article


def article_of(record: Mapping[str, Any]) -> Article:
    """Return the article that a record of JSON holds.

    Args:
        record: `text` and `id`, and what else `Article` takes; schema.org's NewsArticle names in
            snake case are taken too, other keys are passed over. An empty string says as little as
            null, but for the text, which can be empty.

    Raises:
        ArticleError: if there is no text, or a value is of the wrong type; names the key.
    """
    values = {_SCHEMA_ORG.get(key, key): value for key, value in record.items()}
    values = {
        key: values[key]
        for key in _FIELDS
        if values.get(key) is not None and (values[key] != "" or key == "text")
    }
    if "text" not in values:
        raise ArticleError("it has no 'text' (or 'article_body')")
    if type(values.get("id")) is int:
        values["id"] = str(values["id"])
    for key, value in values.items():
        if not isinstance(value, str):
            raise ArticleError(f"its {key!r} is {type(value).__name__}, not a string")
    try:
        return Article(**values)
    except ValueError as error:
        raise ArticleError(f"its {error}") from error


def _everything(paths: Iterable[str | Path]) -> Iterator[_Found]:
    """Yield every article or error with the place that it was found in."""
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input()
            continue
        path = Path(path)  # noqa: PLW2901 - the same path, as a Path
        if path.is_dir():
            yield from _directory(path)
        elif (suffix := path.suffix.lower()) in _NO_TEXT:
            yield ArticleError(f"{path}: this is no plain text: {_NO_TEXT[suffix]}"), str(path)
        elif suffix == ".parquet":
            yield from _parquet(path)
        elif suffix == ".jsonl":
            yield from _file(path, {})
        else:
            known = yield from _metadata(path.parent)
            yield from _file(path, known)


def _directory(path: Path) -> Iterator[_Found]:
    known = yield from _metadata(path)
    try:
        # No glob: whether that tells .TXT from .txt depends on the machine.
        texts = sorted(each for each in path.iterdir() if each.suffix.lower() == ".txt")
    except OSError as error:
        yield ArticleError(f"{path}: {error.strerror or error}"), str(path)
        return
    if not texts:
        reason = "no *.txt in this directory; name files of other kinds one by one"
        yield ArticleError(f"{path}: {reason}"), str(path)
    for text in texts:
        yield from _file(text, known)


def _file(path: Path, known: _Known) -> Iterator[_Found]:
    try:
        with path.open("rb") as file:
            if path.suffix.lower() == ".jsonl":
                yield from _lines(file, str(path))
            else:
                about, source = known.get(path.stem, ({}, ""))
                found = _text(file.read(), str(path), {"id": path.stem, **about}, source)
                yield found, str(path)
    except OSError as error:
        yield ArticleError(f"{path}: {error.strerror or error}"), str(path)


def _parquet(path: Path) -> Iterator[_Found]:
    """Yield the article of each row of a Parquet file, a bounded number in memory."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq

        from newsfacts.arrow import articles_of
    except ImportError:
        yield ArticleError(f"{path}: Parquet needs pyarrow: install newsfacts[arrow]"), str(path)
        return
    try:
        with pq.ParquetFile(path) as file:
            batches = file.iter_batches(PARQUET_ROWS)
            rows = (found for batch in batches for found in articles_of(batch))
            for number, found in enumerate(rows, 1):
                where = f"{path}, row {number}"
                if isinstance(found, ArticleError):
                    yield ArticleError(f"{where}: {found}"), where
                else:
                    yield found, where
    except (OSError, pa.ArrowException, ArticleError) as error:
        yield ArticleError(f"{path}: {error}"), str(path)


def _standard_input() -> Iterator[_Found]:
    where = "standard input"
    data = sys.stdin.buffer.read()
    if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from _lines(data.splitlines(), where)
    else:
        yield _text(data, where, {"id": "stdin"}), where


def _text(
    data: bytes, where: str, known: Mapping[str, Any], source: str = ""
) -> Article | ArticleError:
    """Return the article that a text file holds; *source* is where what is known of it stands."""
    try:
        return article_of({**known, "text": data.decode()})
    except UnicodeDecodeError as error:
        return ArticleError(f"{where}: byte {error.start} is not UTF-8 ({error.reason})")
    except ArticleError as error:
        return ArticleError(f"{where}: {error}" + (f" (see {source})" if source else ""))


def _lines(lines: Iterable[bytes], where: str) -> Iterator[_Found]:
    """Yield the article of each line of JSON."""
    for number, line in _numbered(lines):
        place = f"{where}, line {number}"
        try:
            yield article_of(_record(line)), place
        except ArticleError as error:
            yield ArticleError(f"{place}: {error}"), place


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold something, counted from 1, without a byte order mark before all."""
    for number, line in enumerate(lines, 1):
        bare = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if bare.strip():
            yield number, bare.rstrip()


def _record(line: bytes) -> Mapping[str, Any]:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ArticleError(f"byte {error.start} of the line is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise ArticleError(f"not JSON: {error.msg} at character {error.pos}") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise ArticleError(f"it holds {type(record).__name__}, not an object")
    return record


def _metadata(directory: Path) -> Generator[_Found, None, _Known]:
    """Return (as the generator's value) what `metadata.jsonl` knows by id; yield its errors."""
    path = directory / METADATA
    known: dict[str, tuple[Mapping[str, Any], str]] = {}
    if not path.is_file():
        return known
    try:
        data = path.read_bytes()
    except OSError as error:
        yield ArticleError(f"{path}: {error.strerror or error}"), str(path)
        return known
    for number, line in _numbered(data.split(b"\n")):
        place = f"{path}, line {number}"
        try:
            record = _record(line)
            name = str(record["id"])
        except (ArticleError, KeyError) as error:
            reason = "it has no 'id'" if isinstance(error, KeyError) else str(error)
            yield ArticleError(f"{place}: {reason}"), place
            continue
        if name in known:
            first = known[name][1]
            yield ArticleError(f"{place}: a second record of id {name!r}; {first} counts"), place
        else:
            known[name] = record, place
    return known

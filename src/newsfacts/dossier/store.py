"""Where extractions are kept between runs: one DuckDB file, articles and claim records.

A store keeps what was read, never what was composed: a dossier of everything in it is made anew,
so that a day's articles added to it give what one run over all of them gives.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import attrs

from newsfacts.article import Article
from newsfacts.claims import Claim
from newsfacts.errors import NewsfactsError
from newsfacts.extraction import Code, Diagnostic, Extraction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["Store"]

_TABLES = """
create table if not exists articles (
    id varchar primary key, digest varchar not null, article varchar not null,
    claims varchar not null
)
"""
_PUT = "insert or replace into articles values (?, ?, ?, ?)"
_BATCH = 500


class Store:
    """Keeps extractions in a DuckDB file. A context manager.

    Args:
        path: the file, made where it is not there.
        kinds: claim classes by kind, as `Pipeline.plan.kinds` gives them, to read claims back.
        reader: names what reads the articles (plugins and versions); an article that another
            reader read is not in the store.

    Raises:
        NewsfactsError: if DuckDB is not installed, or the file is not a store.
    """

    def __init__(
        self, path: Path | str, kinds: Mapping[str, type[Claim]], *, reader: str = ""
    ) -> None:
        try:
            import duckdb
        except ImportError as error:
            raise NewsfactsError("a store needs DuckDB: install newsfacts[dossier]") from error
        self._kinds = kinds
        self._reader = reader
        try:
            self._database: DuckDBPyConnection = duckdb.connect(str(path))
            self._database.execute(_TABLES)
        except duckdb.Error as error:
            raise NewsfactsError(f"{path}: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __contains__(self, article: Article) -> bool:
        """Tell whether *article*, just as it is, has been read by this reader."""
        found = self._database.execute(
            "select digest from articles where id = ?", [article.id]
        ).fetchone()
        return found is not None and found[0] == self._digest(article)

    def __len__(self) -> int:
        """Return the number of articles."""
        row = self._database.execute("select count(*) from articles").fetchone()
        return int(row[0]) if row else 0

    def add(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """Keep *extractions* and yield them on; one of an id that is there takes its place.

        What has been yielded is in the file when the iterator ends or is closed. An extraction
        with errors is yielded, not kept, so that it is read again.
        """
        batch: list[tuple[str, str, str, str]] = []
        try:
            for extraction in extractions:
                if not any(each.severity == "error" for each in extraction.diagnostics):
                    batch.append(self._row(extraction))
                yield extraction
                if len(batch) >= _BATCH:
                    self._put(batch)
                    batch = []
        finally:
            self._put(batch)

    def __iter__(self) -> Iterator[Extraction]:
        """Yield every extraction, by article id.

        Claims of a kind that no loaded plugin provides stay in the file and are left out; the
        first article that has some bears a warning that says so.
        """
        from newsfacts.serialize import RawClaim, claim_of

        unknown: set[str] = set()
        rows = self._database.cursor().execute("select article, claims from articles order by id")
        while batch := rows.fetchmany(_BATCH):
            for about, records in batch:
                article = Article(**json.loads(about))
                found = [claim_of(record, self._kinds) for record in json.loads(records)]
                claims = tuple(each for each in found if not isinstance(each, RawClaim))
                kinds = {each.kind for each in found if isinstance(each, RawClaim)} - unknown
                unknown |= kinds
                yield Extraction(
                    article, claims, tuple(_left_out(kind, article) for kind in sorted(kinds))
                )

    def _put(self, batch: list[tuple[str, str, str, str]]) -> None:
        if not batch:
            return
        self._database.begin()
        try:
            self._database.executemany(_PUT, batch)
            self._database.commit()
        except BaseException:
            with suppress(Exception):
                self._database.rollback()
            raise

    def _row(self, extraction: Extraction) -> tuple[str, str, str, str]:
        from newsfacts.serialize import records_of

        article = extraction.article
        about = json.dumps(_about(article), ensure_ascii=False)
        claims = json.dumps(list(records_of(extraction)), ensure_ascii=False)
        return article.id, self._digest(article), about, claims

    def _digest(self, article: Article) -> str:
        about = json.dumps([self._reader, _about(article)], ensure_ascii=False)
        return hashlib.blake2b(about.encode(), digest_size=16).hexdigest()


def _left_out(kind: str, article: Article) -> Diagnostic:
    return Diagnostic(
        code=Code.UNKNOWN_KIND,
        message=f"claims of kind {kind!r} in the store are left out, here and in later articles: "
        "no loaded plugin provides that kind; install or enable the one that wrote them",
        severity="warning",
        article=article.id,
    )


def _about(article: Article) -> dict[str, Any]:
    fields = attrs.asdict(article)
    published = fields["published"]
    return fields | {"published": published.isoformat() if published else None}

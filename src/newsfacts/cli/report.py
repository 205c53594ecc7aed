"""What went wrong, told on standard error as it happens, and the exit status that follows."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from newsfacts.article import Article
from newsfacts.errors import ArticleError

if TYPE_CHECKING:
    from newsfacts.extraction import Diagnostic, Extraction

__all__ = ["Report"]


class Report:
    """Tells on standard error what went wrong, as it happens, and ends with the exit status."""

    def __init__(self) -> None:
        self.failed = False
        self.errors: list[BaseException] = []

    def articles(self, found: Iterable[Article | ArticleError]) -> Iterator[Article]:
        """Yield the articles, tell the errors."""
        for each in found:
            if isinstance(each, ArticleError):
                self.failed = True
                self.errors.append(each)
                click.echo(f"error: {each}", err=True)
            else:
                yield each

    def extractions(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """Yield the extractions, tell their diagnostics."""
        for extraction in extractions:
            self.diagnostics(extraction.diagnostics)
            yield extraction

    def diagnostics(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Tell what there is to say, and return whether it is of a failure."""
        failed = False
        for each in diagnostics:
            click.echo(f"{each.severity}: {each}", err=True)
            failed |= each.severity == "error"
            if each.error is not None:
                self.errors.append(each.error)
        self.failed |= failed
        return failed

    def close(self, *, strict: bool = False) -> None:
        """Exit with status 1 if anything failed; with *strict*, show where first."""
        if strict and self.errors:
            import traceback

            for error in self.errors:
                click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
        if self.failed:
            sys.exit(1)

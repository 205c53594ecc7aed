"""What comes out: the claims of one article, and what there is to say about how they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypeVar

import attrs

from newsfacts.article import Article
from newsfacts.claims import Claim
from newsfacts.values import ClaimId

__all__ = ["Code", "Diagnostic", "Extraction"]

C = TypeVar("C", bound=Claim)


class Code(StrEnum):
    """Names what the core can have to say; extractors add codes of their own with a `Note`."""

    PLUGIN_FAILED = "plugin-failed"
    DUPLICATE_EXTRACTOR = "duplicate-extractor"
    NEED_WITHOUT_PROVIDER = "need-without-provider"
    CYCLE = "cycle"
    PROVIDER_KEPT = "provider-kept"
    EXTRACTOR_FAILED = "extractor-failed"
    SKIPPED = "skipped"
    DUPLICATE_CLAIM = "duplicate-claim"
    LINKER_FAILED = "linker-failed"
    WORKER_DIED = "worker-died"
    WORKER_FAILED = "worker-failed"
    UNKNOWN_KIND = "unknown-kind"


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Is something that went wrong, or that a reader of the claims should know, as a value."""

    code: str
    """A short word for programs: one of `Code`, or of an extractor's own."""
    message: str
    """A sentence for people: what, where, and what to do."""
    severity: Literal["error", "warning"] = "error"
    """`error` where claims are missing for it, `warning` where they are all there."""
    plugin: str | None = None
    """Name of the plugin at fault."""
    distribution: str | None = None
    """Name and version of the distribution at fault."""
    extractor: str | None = None
    """Name of the extractor at fault."""
    article: str | None = None
    """Id of the article that it happened on; None where it happened before any."""
    error: BaseException | None = attrs.field(default=None, eq=False, repr=False)
    """The exception, with a note that says where it was raised."""

    def __str__(self) -> str:
        """Return it on one line, what it is about first."""
        parts = [self.article, self.distribution or self.plugin, self.extractor]
        return ": ".join([*filter(None, parts), self.message])


@attrs.frozen
class Extraction:
    """Is what a pipeline read in one article: claims in the order of the text, and diagnostics."""

    article: Article
    """What was read."""
    claims: tuple[Claim, ...]
    """In the order of the text."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What went wrong, and what a reader of the claims should know."""

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    def of(self, kind: type[C]) -> tuple[C, ...]:
        """Return the claims of one kind, subclasses included, in the order of the text."""
        return tuple(claim for claim in self.claims if isinstance(claim, kind))

    def rows(self, kind: type[Claim] = Claim) -> list[dict[str, Any]]:
        """Return the claims of one kind as flat rows, for any dataframe library.

        A row is a claim's record with what it nests spread over columns: `start`, `end` and
        `text` of the span, `count_value`, `interval_start`, `attribution_source`. Every row has
        the same columns; values are plain (dates are ISO 8601 strings), lists are kept as lists.

        Args:
            kind: a claim class; `Claim` gives every claim with the columns that all have.
        """
        from newsfacts.tabular import rows_of

        return rows_of(self.of(kind), kind, self.article.id)

    def __getitem__(self, claim_id: ClaimId | str) -> Claim:
        """Return the claim with this id.

        Raises:
            KeyError: if there is none.
        """
        return self._by_id[claim_id]

    def __iter__(self) -> Iterator[Claim]:
        """Iterate over the claims."""
        return iter(self.claims)

    def __len__(self) -> int:
        """Return the number of claims."""
        return len(self.claims)

    def __repr__(self) -> str:
        """Return the article's id and how many claims of each kind there are."""
        counts = Counter(claim.kind for claim in self.claims)
        found = [f"{count} {kind}" for kind, count in sorted(counts.items())]
        if self.diagnostics:
            found.append(f"{len(self.diagnostics)} diagnostics")
        return f"<Extraction of {self.article.id!r}: {', '.join(found) or 'no claims'}>"

    def _repr_html_(self) -> str:
        """Return the article with its claims marked, and a table of them, for a notebook."""
        from newsfacts.render_html import extraction_html

        return extraction_html(self)

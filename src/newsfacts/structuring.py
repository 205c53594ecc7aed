"""What cattrs says of a value that does not fit, in words for people."""

from __future__ import annotations

from cattrs import transform_error
from cattrs.v import format_exception

__all__ = ["reasons"]


def reasons(error: BaseException) -> str:
    """Return why a value could not be structured: each fault with its path."""
    return "; ".join(transform_error(error, format_exception=_reason))


def _reason(error: BaseException, expected: type | None) -> str:
    """Keep what a value error says for itself; cattrs' own wording leaves the value out."""
    if isinstance(error, ValueError | TypeError) and str(error):
        return str(error)
    return format_exception(error, expected)

"""What cattrs says of a value that does not fit, in words for people."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from cattrs import transform_error
from cattrs.v import format_exception

__all__ = ["reasons"]


def reasons(error: BaseException) -> str:
    """Return why a value could not be structured: each fault with its path."""
    return "; ".join(transform_error(error, format_exception=_reason))


def _reason(error: BaseException, expected: Any) -> str:
    """Keep what a value error says for itself; cattrs' own wording leaves the value out."""
    if get_origin(expected) is Literal:
        return f"must be {' or '.join(map(repr, get_args(expected)))}"
    if isinstance(error, ValueError | TypeError) and str(error):
        return str(error)
    return format_exception(error, expected)

"""A copy of a claim that bears its origin and who says so, made faster than `attrs.evolve` does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MemberDescriptorType
from typing import Any

import attrs

from newsfacts.claims import Claim
from newsfacts.values import Attribution, Unset

__all__ = ["stamped"]


def stamped(
    claim: Claim, label: str, attribution: Attribution | Unset | None, hedge: str | None
) -> Claim:
    """Return a copy of *claim* with its origin and who says so.

    `attrs.evolve` makes a claim from the beginning, id included; at one call a claim that shows.
    """
    # mypy takes a class whose instances compare by value for unhashable.
    return _stamper(type(claim))(claim, label, attribution, hedge)  # type: ignore[arg-type]


_STAMP = {"extractor": "label", "attribution": "attribution", "hedge": "hedge"}


@cache
def _stamper(kind: type[Claim]) -> Callable[..., Claim]:
    """Return the function that stamps claims of one kind.

    It is written out field by field, as attrs writes a class's methods: a loop over the fields
    takes more than twice as long.
    """
    names = [field.name for field in attrs.fields(kind)]
    sets = [f"    set_{name}(copy, {_STAMP.get(name, f'claim.{name}')})" for name in names]
    lines = ["def stamped(claim, label, attribution, hedge):", "    copy = new(kind)", *sets]
    known: dict[str, Any] = {f"set_{name}": _setter(kind, name) for name in names}
    known |= {"kind": kind, "new": object.__new__}
    exec("\n".join([*lines, "    return copy"]), known)  # noqa: S102 - of the names of fields alone
    made: Callable[..., Claim] = known["stamped"]
    return made


def _setter(kind: type, name: str) -> Callable[[Any, Any], None]:
    """Return what sets a field of a frozen class: its slot, if it has one."""
    slot = getattr(kind, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda copy, value: object.__setattr__(copy, name, value)

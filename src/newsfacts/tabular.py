"""Claims as flat rows: what dataframe libraries and databases read."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.claims import Claim
from newsfacts.serialize import record_of

__all__ = ["columns_of", "rows_of"]

Path = tuple[str, ...]
"""The names that lead to a value in a nested record."""


def rows_of(claims: Iterable[Claim], kind: type[Claim], article: str) -> list[dict[str, Any]]:
    """Return one flat row a claim, all with the columns of *kind*."""
    # mypy takes a class whose instances compare by value for unhashable.
    columns = columns_of(kind)  # type: ignore[arg-type]
    records = (record_of(claim, article) for claim in claims)
    return [{name: _at(record, path) for name, path in columns.items()} for record in records]


@cache
def columns_of(kind: type[Claim]) -> Mapping[str, Path]:
    """Return the columns of *kind*, each with where its value stands in a record."""
    fields = dict(_columns(kind, (), ()))
    first = {"article": ("article",), "id": ("id",), "kind": ("kind",)}
    last = {name: fields.pop(name) for name in ("extractor", "rule")}
    return first | fields | last


def _columns(cls: type, path: Path, within: tuple[type, ...]) -> Iterable[tuple[str, Path]]:
    """Yield name and path of every column of an attrs class, what it nests spread out."""
    hints = get_type_hints(cls)
    for field in attrs.fields(cls):
        here = (*path, field.name)
        nested = _nested(hints[field.name])
        if nested and nested not in within:
            yield from _columns(nested, here, (*within, nested))
        else:
            # The span is what a row is about: its columns bear no prefix.
            yield "_".join(here[1:] if here[0] == "span" and len(here) > 1 else here), here


def _nested(hint: Any) -> type | None:
    """Return the attrs class that a field holds, alone or beside None."""
    parts = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    classes = [part for part in parts if isinstance(part, type) and attrs.has(part)]
    return classes[0] if len(classes) == 1 else None


def _at(record: Mapping[str, Any], path: Path) -> Any:
    value: Any = record
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value.value if isinstance(value, Enum) else value

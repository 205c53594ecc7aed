"""What every claim owes: spans that are the article's own words, references that lead somewhere.

Spans, parties and claim ids are found at any depth by a kind's declared types, read once a kind.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.claims import Claim
from newsfacts.values import UNSET, ClaimId, Party, Span

__all__ = ["faults"]

Walk = Callable[[Any], Iterator[Any]]


def faults(claim: Claim, text: str, known: Container[str]) -> Iterable[str]:
    """Return what is wrong with *claim*, if anything is.

    Args:
        claim: any claim.
        text: the article's text.
        known: ids of the claims that it may refer to.
    """
    # mypy takes a class whose instances compare by value for unhashable.
    plain, rows, others = _shape(type(claim))  # type: ignore[arg-type]
    # Nearly all claims are sound, and most hold just spans: those are checked without ceremony.
    values = plain(claim)
    for get in rows:
        values += get(claim) or ()
    for found in values:
        if found is None:
            continue
        if isinstance(found, str):
            if found not in known:
                return _faults(claim, text, known)
        elif text[found.start : found.end] != found.text:
            return _faults(claim, text, known)
    for get in others:
        value = get(claim)
        if value is not None and value is not UNSET:
            return _faults(claim, text, known)
    return ()


def _faults(claim: Claim, text: str, known: Container[str]) -> Iterator[str]:
    """Yield what is wrong with *claim*, whatever its fields hold."""
    for name, walk in _walks(type(claim)):  # type: ignore[arg-type]
        value = getattr(claim, name)
        if value is None or value is UNSET:
            continue
        for found in walk(value):
            if isinstance(found, str):
                if found not in known:
                    yield f"{name} refers to claim {found!r}, which is not there"
            elif found.start is None:
                continue
            elif not text.startswith(found.text, found.start) or found.end > len(text):
                yield (
                    f"{name} {found.start}-{found.end} {found.text[:40]!r} "
                    f"is not what the article says there"
                )


_Get = Callable[[Any], Any]


@cache
def _shape(kind: type[Claim]) -> tuple[_Get, list[_Get], list[_Get]]:
    """Return what gets the fields that hold a span or reference, a tuple of them, or others."""
    hints = get_type_hints(kind)
    # `span`, which all kinds have, comes twice: a getter of one field alone gives no tuple.
    plain = ["span"]
    rows: list[_Get] = []
    others: list[_Get] = []
    for name, walk in _walks(kind):  # type: ignore[arg-type]
        arguments = get_args(hints[name])
        row = get_origin(hints[name]) is tuple and arguments[1:] == (...,)
        if walk is _itself:
            plain.append(name)
        elif row and _walk(arguments[0]) is _itself:
            rows.append(attrgetter(name))
        else:
            others.append(attrgetter(name))
    return attrgetter(*plain), rows, others


@cache
def _walks(kind: type[Claim]) -> tuple[tuple[str, Walk], ...]:
    """Return, for each field that can hold a span or a reference, how to find those in it."""
    hints = get_type_hints(kind)
    walks = ((field.name, _walk(hints[field.name])) for field in attrs.fields(kind))
    return tuple((name, walk) for name, walk in walks if walk and name != "id")


def _walk(hint: Any) -> Walk | None:
    """Return a function that yields every Span, Party and ClaimId in a value of type *hint*."""
    if hint is ClaimId or (isinstance(hint, type) and issubclass(hint, Span | Party)):
        return _itself
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        members = [part for part in arguments if part is not type(None)]
        if all(_walk(part) is _itself for part in members):
            return _itself
        return _first_of([(part, walk) for part in members if (walk := _walk(part))])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        inner = _walk(arguments[1])
        return inner and _each(inner, lambda value: value.values())
    if isinstance(origin, type) and issubclass(origin, Iterable):
        inner = next(filter(None, map(_walk, arguments)), None)
        return inner and _each(inner, iter)
    if isinstance(hint, type) and attrs.has(hint):
        return _fields(hint) if _holds(hint) else None
    return None


def _holds(hint: Any, known: frozenset[type] = frozenset()) -> bool:
    """Tell whether a value of type *hint* can hold a Span, Party or ClaimId at any depth.

    Args:
        hint: a type.
        known: classes that are looked through already, for one may hold itself.
    """
    if hint is ClaimId or (isinstance(hint, type) and issubclass(hint, Span | Party)):
        return True
    if isinstance(hint, type) and attrs.has(hint) and hint not in known:
        hints, known = get_type_hints(hint), known | {hint}
        return any(_holds(hints[field.name], known) for field in attrs.fields(hint))
    return any(_holds(argument, known) for argument in get_args(hint))


def _itself(value: Any) -> Iterator[Any]:
    yield value


def _each(inner: Walk, items: Callable[[Any], Iterable[Any]]) -> Walk:
    def walk(value: Any) -> Iterator[Any]:
        for item in items(value):
            if item is not None:
                yield from inner(item)

    return walk


def _first_of(parts: list[tuple[Any, Walk]]) -> Walk | None:
    """Return how to walk a value of a union: by the first member that it is an instance of."""
    if not parts:
        return None

    classes = [(str if hint is ClaimId else get_origin(hint) or hint, walk) for hint, walk in parts]

    def walk(value: Any) -> Iterator[Any]:
        for cls, inner in classes:
            if isinstance(value, cls):
                yield from inner(value)
                return

    return walk


@cache
def _fields(cls: type) -> Walk:
    # Looked up when first used, for a class may hold itself (Attribution.via).
    found: list[tuple[str, Walk]] | None = None

    def walk(value: Any) -> Iterator[Any]:
        nonlocal found
        if found is None:
            hints = get_type_hints(cls)
            walks = ((field.name, _walk(hints[field.name])) for field in attrs.fields(cls))
            found = [(name, inner) for name, inner in walks if inner]
        for name, inner in found:
            part = getattr(value, name)
            if part is not None:
                yield from inner(part)

    return walk

"""JSON Schema (draft 2020-12) of claim records, read off the claim classes.

No library reads these classes as they are (one that reads attrs classes refuses a bound that is a
date or a date-time), so the walk over the type hints is ours.
"""

from __future__ import annotations

import datetime as dt
import inspect
import types
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.claims import Claim
from newsfacts.values import Unset

__all__ = ["schema_of"]

Schema = dict[str, Any]

_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}",
        "description": "ISO 8601 date-time; a zone only where the text states one",
    },
    Any: {},
}


def schema_of(kinds: Iterable[type[Claim]]) -> Schema:
    """Return the JSON Schema of one record of any of *kinds*."""
    definitions: dict[str, Schema] = {}
    branches = []
    for kind in sorted(set(kinds), key=lambda kind: kind.kind):
        definitions[kind.kind] = _record(kind, definitions)
        branches.append({"$ref": f"#/$defs/{kind.kind}"})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsfacts claim record",
        "oneOf": branches,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(kind: type[Claim], definitions: dict[str, Schema]) -> Schema:
    """Return the schema of one kind's record."""
    properties = {
        "article": {"type": "string", "description": "the article's id"},
        "kind": {"const": kind.kind},
        **_properties(kind, definitions),
    }
    required = [name for name in properties if name != "attribution"]
    return _object(_summary(kind), properties, required)


def _properties(cls: type, definitions: dict[str, Schema]) -> dict[str, Schema]:
    hints = get_type_hints(cls)
    properties = {}
    for field in attrs.fields(cls):
        schema = _schema(hints[field.name], definitions)
        description = field.metadata.get("doc")
        properties[field.name] = schema | ({"description": description} if description else {})
    return properties


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a value of type *hint*; attrs classes go to *definitions*."""
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        parts = [_schema(part, definitions) for part in arguments if part is not Unset]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if isinstance(hint, type) and attrs.has(hint):
        return _reference(hint, definitions)
    raise TypeError(f"{hint!r} has no JSON Schema here; claim fields hold plain values")


def _reference(cls: type, definitions: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of an attrs class, which may hold itself."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        properties = _properties(cls, definitions)
        definitions[name] = _object(_summary(cls), properties, list(properties))
    return {"$ref": f"#/$defs/{name}"}


def _object(description: str, properties: dict[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _summary(cls: type) -> str:
    """Return the first sentence of a class's docstring."""
    return (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " ")

"""The extractor: a plain typed function whose signature is its place in the flow of data.

A parameter is what it needs: the `Article`, its `Tokens`, spaCy's `Doc` (which costs far more than
tokens do), or `tuple[SomeClaim, ...]` (subclasses included); a default makes the need optional.
The return type is what it provides: `Iterator[A]`, or `Iterator[A | B]` for two kinds.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterable
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.article import Article
from newsfacts.claims import Claim
from newsfacts.tokens import Tokens

__all__ = ["Extractor", "Need", "Note", "extractor"]


@attrs.frozen
class Note:
    """Is what an extractor has to say beside its claims; it becomes a `Diagnostic`.

    An extractor yields it like a claim; its return annotation need not name it.
    """

    code: str
    """A short word for programs, as in `no-publication-date`."""
    message: str
    """A sentence for people."""


@attrs.frozen
class Need:
    """Is one parameter of an extractor: what it takes, and whether it can do without."""

    parameter: str
    """The parameter's name."""
    kind: type[Claim] | None
    """The claim kind, or None for the article, its tokens or its Doc."""
    source: str
    """`claims`, `article`, `tokens` or `doc`."""
    required: bool
    """Whether the parameter has no default."""


@attrs.frozen
class Extractor:
    """Is a function that yields claims, with what it needs and provides. Made by `extractor()`."""

    name: str
    """Its name in the plan; no other extractor of a pipeline may bear it."""
    function: Callable[..., Iterable[Claim | Note]]
    """What is called with an argument for each need, by name."""
    needs: tuple[Need, ...]
    """What its parameters take."""
    provides: tuple[type[Claim], ...]
    """The kinds of its claims."""
    distribution: str | None = None
    """Name and version of the distribution it came from, as in `newsfacts-dates 0.1.0`."""
    plugin: str | None = None
    """Name of the entry point that it came from."""

    @property
    def label(self) -> str:
        """What its claims bear as `extractor`, as in `newsfacts-dates 0.1.0:dates`."""
        origin = self.distribution or getattr(self.function, "__module__", None)
        return f"{origin or type(self.function).__module__}:{self.name}"


def extractor(
    function: Callable[..., Iterable[Claim | Note]], *, name: str | None = None
) -> Extractor:
    """Return *function* as an extractor, its needs and provisions read from its signature.

    Args:
        function: a function, or an instance of a class with `__call__` (a frozen attrs class
            where it has options).
        name: a Python identifier; the function's or the class's own name by default.

    Raises:
        TypeError: if a parameter or the return value has no annotation that says what it is.
    """
    own = name or getattr(function, "__name__", None) or type(function).__name__.lower()
    described = function if inspect.isroutine(function) else type(function).__call__
    try:
        hints = get_type_hints(described)
    except NameError as error:
        raise TypeError(
            f"extractor {own!r}: its signature names {error.name!r}, which is not there at run "
            f"time; import it outside of TYPE_CHECKING"
        ) from error
    parameters = [
        parameter
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    ]
    needs = tuple(_need(own, parameter, hints) for parameter in parameters)
    provides = _provisions(own, hints.get("return"))
    for need in needs:
        if need.kind and any(issubclass(kind, need.kind) for kind in provides):
            raise TypeError(
                f"extractor {own!r}: parameter {need.parameter!r} needs {need.kind.__name__}, "
                f"which it provides itself"
            )
    return Extractor(own, function, needs, provides)


def _need(own: str, parameter: inspect.Parameter, hints: dict[str, Any]) -> Need:
    """Read one parameter: what it takes, and whether it has a default."""
    where = f"extractor {own!r}: parameter {parameter.name!r}"
    if parameter.name not in hints:
        raise TypeError(
            f"{where} has no annotation; annotate it with Article, Tokens, Doc or tuple[K, ...]"
        )
    hint = hints[parameter.name]
    required = parameter.default is parameter.empty
    if hint is Article:
        return Need(parameter.name, None, "article", required)
    if hint is Tokens:
        return Need(parameter.name, None, "tokens", required)
    if _is_doc(hint):
        return Need(parameter.name, None, "doc", required)
    match get_args(hint):
        case (type() as kind, end) if (
            get_origin(hint) is tuple and end is Ellipsis and issubclass(kind, Claim)
        ):
            return Need(parameter.name, kind, "claims", required)
    raise TypeError(
        f"{where} is annotated {hint!r}; it can be Article, Tokens, Doc or tuple[K, ...]"
    )


def _is_doc(hint: Any) -> bool:
    """Tell spaCy's Doc by name, so that reading a signature does not import spaCy."""
    return (
        isinstance(hint, type)
        and hint.__name__ == "Doc"
        and hint.__module__.partition(".")[0] == "spacy"
    )


def _provisions(own: str, hint: Any) -> tuple[type[Claim], ...]:
    """Read the return annotation: the claim kinds it iterates over."""
    origin = get_origin(hint)
    arguments = get_args(hint)
    if isinstance(origin, type) and issubclass(origin, Iterable) and arguments:
        inner = arguments[0]
        named = get_args(inner) if get_origin(inner) in (Union, types.UnionType) else (inner,)
        kinds = [kind for kind in named if kind is not Note]
        if all(isinstance(kind, type) and issubclass(kind, Claim) for kind in kinds):
            return tuple(kinds)
    raise TypeError(
        f"extractor {own!r}: its return annotation is {hint!r}; "
        f"it can be Iterator[K] or Iterator[K | L], of claim kinds"
    )

"""Attributes made when first asked for, as by `functools.cached_property`, but without a lock.

Python 3.11 takes one at each first use, which costs more than much of what is made here; 3.12
does without. Two threads that ask at once may both make the value, which is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["lazy"]

_Value = TypeVar("_Value")


class lazy(Generic[_Value]):  # noqa: N801 - a decorator, named as `property` is
    """Makes an attribute of a method that is called once an instance; it needs a `__dict__`."""

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> _Value:
        """Return the value, which from now on hides this descriptor."""
        value = self._make(instance)
        # Past a frozen class's own; `__dict__`, once looked at, becomes an object of its own.
        object.__setattr__(instance, self._name, value)
        return value

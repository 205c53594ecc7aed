"""The settings of one plugin, as the user gave them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

from newsfacts.errors import OptionsError

__all__ = ["Options"]

T = TypeVar("T", bound=attrs.AttrsInstance)


class Options(Mapping[str, Any]):
    """Is a read-only mapping of one plugin's own settings.

    Values come as Python or TOML gives them, or as strings from the command line; `structure`
    turns them into what the plugin declares.
    """

    def __init__(self, plugin: str, values: Mapping[str, Any] | None = None) -> None:
        self._plugin = plugin
        self._values = dict(values or {})
        self._unread = set(self._values)

    def __getitem__(self, key: str) -> Any:
        self._unread.discard(key)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Options({self._plugin!r}, {self._values!r})"

    def refuse_unread(self) -> None:
        """Refuse settings that the plugin never looked at.

        Raises:
            OptionsError: if there are any; names each.
        """
        if self._unread:
            raise OptionsError(
                f"plugin {self._plugin!r} has no option {', '.join(sorted(self._unread))}"
            )

    def structure(self, cls: type[T]) -> T:
        """Return these settings as an instance of the attrs class *cls*, its defaults filled in.

        Raises:
            OptionsError: if a key is unknown or a value does not fit; names each.
        """
        import cattrs

        from newsfacts.structuring import reasons

        # cattrs goes by the fields' names; users give what the class takes, which can be an alias.
        names = {field.alias or field.name: field.name for field in attrs.fields(cls) if field.init}
        unknown = sorted(self._values.keys() - names.keys())
        if unknown:
            raise OptionsError(
                f"plugin {self._plugin!r} has no option {', '.join(unknown)}; "
                f"it has {', '.join(sorted(names)) or 'none'}"
            )
        self._unread.clear()
        converter = cattrs.Converter()
        converter.register_structure_hook(bool, _boolean)
        try:
            return converter.structure({names[key]: self._values[key] for key in self}, cls)
        except Exception as error:
            raise OptionsError(f"options of plugin {self._plugin!r}: {reasons(error)}") from error


def _boolean(value: Any, _: type[bool]) -> bool:
    """Read a boolean as TOML or the command line gives it."""
    if isinstance(value, bool):
        return value
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    try:
        return words[str(value).lower()]
    except KeyError:
        raise ValueError(f"{value!r} is neither true nor false") from None

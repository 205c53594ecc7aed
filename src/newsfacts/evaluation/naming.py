"""Whether two roles name the same party: annotators write words, plugins give ids and spans."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["same", "words"]

_WORDS = re.compile(r"[a-z0-9]+")
_NAMING = ("name", "text", "actor", "speaker_name", "source")
"""Fields of a role that can name its party."""


@cache
def _vocabulary() -> tuple[Mapping[str, str], frozenset[str]]:
    """Load which words name the same, and which name nobody."""
    data = tomllib.loads(files("newsfacts").joinpath("data/naming.toml").read_text("utf-8"))
    return data["same"], frozenset(data["ignored"])


def words(role: Any) -> frozenset[str]:
    """Return the words that tell a role's party: of a string, a record or a list of either."""
    if role is None:
        return frozenset()
    if isinstance(role, list | tuple):
        return frozenset().union(*map(words, role))
    if isinstance(role, Mapping):
        role = " ".join(str(role.get(name) or "") for name in _NAMING)
    alike, ignored = _vocabulary()
    found = _WORDS.findall(str(role).lower())
    return frozenset(alike.get(word, word) for word in found) - ignored


def same(expected: Any, predicted: Any) -> bool:
    """Tell whether two roles share a telling word, or neither has any."""
    wanted, found = words(expected), words(predicted)
    return bool(wanted & found) if wanted else not found

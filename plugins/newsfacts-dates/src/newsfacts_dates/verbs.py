"""The verbs and other words that say which way a clause looks (data/verbs.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

__all__ = ["leads_infinitive", "verbs"]


@cache
def verbs() -> dict[str, frozenset[str]]:
    """Return the lists of words by name."""
    raw = files("newsfacts_dates").joinpath("data/verbs.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(raw).items()}


def leads_infinitive(words: Sequence[str], index: int, last: int) -> bool:
    """Tell "to resume" from "to the border", "to reporters" and "to Cairo"."""
    following = words[index + 1] if index + 1 < last else ""
    plural = following.endswith("s") and not following.endswith(("ss", "us"))
    return (
        following.isalpha()
        and following.islower()
        and not plural
        and following not in verbs()["after_to"]
    )

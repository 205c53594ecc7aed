"""Full names in a text, titles left out: "Prime Minister Ana Ruiz" for "Ruiz"."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from newsfacts_statements.lexicon import words

__all__ = ["PARTICLES", "full_name", "titles"]

PARTICLES = frozenset("of the for and al de la von van bin ben el der da di".split())
"""Small words that a name can hold."""
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*"
    r"(?: (?:(?:of|the|al|de|la|von|van|bin|ben|el|der|da|di) )?[^\W\d_a-z][\w’'-]*)+"
)
_LONGEST_NAME = 60
"""Code points that stand before or after a last name in the longest full name."""
_ABBREVIATED = 3
"""Letters of an initial or abbreviation in a name, its full stop included."""
_MOST_NAMES = 6
"""Words of a full name; a longer run is a text in capitals."""


@cache
def titles() -> frozenset[str]:
    """Load the words that stand before a name without belonging to it, once."""
    lines = files(__package__).joinpath("data", "titles.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def full_name(text: str, last: str) -> str | None:
    """Return the first full name in *text* that ends with *last*, titles left out."""
    ending = f" {last}"
    at = text.find(ending)
    while at >= 0:
        end = at + len(ending)
        before = text[text.rfind(" ", 0, at) + 1 : at]
        if before.islower() and before.isascii() and before not in PARTICLES:
            at = text.find(ending, end)
            continue  # no name goes before
        for match in _FULL_NAME.finditer(text, max(0, at - _LONGEST_NAME), end + _LONGEST_NAME):
            if match.end() >= end:
                name = _untitled(match.group().split(" ")) if match.end() == end else []
                if 1 < len(name) <= _MOST_NAMES:
                    return " ".join(name)
                break
        at = text.find(ending, end)
    return None


def _untitled(name: list[str]) -> list[str]:
    """Leave out what stands before a name: "Prime Minister", "But", "The"."""
    for index in range(len(name) - 2, -1, -1):
        if name[index].lower() in titles():
            name = name[index + 1 + 2 * (name[index + 1] == "of") :]
            break
    for index in range(len(name) - 2, -1, -1):
        if name[index].endswith(".") and len(name[index]) > _ABBREVIATED:
            name = name[index + 1 :]  # a sentence ends there
            break
    closed = words().closed
    for index in range(len(name) - 2, -1, -1):
        if name[index].lower() in closed and name[index].lower() not in PARTICLES:
            name = name[index + 1 :]  # "Instead of Berg", "ACCORDING TO BERG"
            break
    while name and name[0].lower() in PARTICLES:
        name = name[1:]
    return name

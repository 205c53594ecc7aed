"""Which articles are copies of one text: wire copy counts as one report.

Texts whose runs of five words are alike for the most part (Jaccard similarity, estimated by
MinHash and found by locality-sensitive hashing: Broder 1997, Leskovec et al., Mining of Massive
Datasets, chapter 3; the library is datasketch) are one report, through any chain of such pairs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from newsfacts.errors import NewsfactsError

if TYPE_CHECKING:
    from datasketch import MinHash

__all__ = ["copies", "refuse_without_library"]

ALIKE = 0.6
"""Share of runs of words that copies have in common, cuts and new first lines allowed for."""
RUN = 5
"""Words in a run."""
PERMUTATIONS = 128
"""How fine the estimate is: a standard error of about .04."""
CANDIDATES = 0.45
"""The index's own threshold is soft; it is asked for more, and what it brings is measured."""
_WORD = re.compile(r"\w+")


def refuse_without_library() -> None:
    """Do nothing where texts can be compared; the library is looked for, not imported.

    Raises:
        NewsfactsError: if datasketch is not installed.
    """
    if find_spec("datasketch") is None:
        raise NewsfactsError("comparing articles needs datasketch: install newsfacts[dossier]")


def copies(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each article's id, the id of the first article that it is a copy of, or its own.

    Args:
        texts: ids and texts, in the order in which the first is chosen.

    Raises:
        NewsfactsError: if datasketch is not installed.
    """
    refuse_without_library()
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=CANDIDATES, num_perm=PERMUTATIONS)
    sketches: dict[str, MinHash] = {}
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    order: dict[str, int] = {}
    same: dict[bytes, str] = {}
    for name, text in texts:
        order[name] = len(order)
        parent[name] = name
        words = " ".join(_WORD.findall(text.lower()))
        digest = hashlib.blake2b(words.encode(), digest_size=16).digest()
        if digest in same:
            parent[name] = same[digest]
            continue
        same[digest] = name
        sketch = _sketch(words)
        if sketch is None:
            continue
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= ALIKE:
                one, two = sorted((root(name), root(other)), key=order.__getitem__)
                parent[two] = one
        sketches[name] = sketch
        index.insert(name, sketch)
    return {name: root(name) for name in parent}


def _sketch(words: str) -> MinHash | None:
    """Return the MinHash of a text's runs of words; None where it has none."""
    from datasketch import MinHash

    found = words.split(" ")
    runs = {" ".join(found[at : at + RUN]).encode() for at in range(len(found) - RUN + 1)}
    if not runs:
        return None
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch(sorted(runs))
    return sketch

"""Many articles together: who is who, what happened, how the numbers moved, who says otherwise.

    dossier = Dossier(Pipeline.discover().map(articles))
    for series in dossier.series: ...
    for relation in dossier.relations: ...

Repeated reports are evidence: claims that say the same are one `Fact` that keeps them all. How the
claims of a kind compose its plugin says, with a `Linker` from the hook `newsfacts_linkers`.
"""

from newsfacts.dossier.dossier import Dossier
from newsfacts.dossier.linker import (
    Fact,
    FactKey,
    Linker,
    Located,
    Point,
    Relation,
    RelationKind,
    Series,
    nearby,
)
from newsfacts.dossier.people import Actor
from newsfacts.dossier.store import Store

__all__ = [
    "Actor",
    "Dossier",
    "Fact",
    "FactKey",
    "Linker",
    "Located",
    "Point",
    "Relation",
    "RelationKind",
    "Series",
    "Store",
    "nearby",
]

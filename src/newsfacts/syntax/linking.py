"""How the verb groups of a sentence hang together: clauses, subjects, governors.

One pass from left to right with a stack of open clauses. What stands between two verb groups
decides how the second joins the first: a relative pronoun, a subordinator, a coordinator, a comma,
a bare noun phrase after a verb that takes clauses, or nothing at all, where the first was only
embedded ("the soldiers killed in Gaza were buried").
"""

from __future__ import annotations

from newsfacts.syntax.clauses import Clauses, Link
from newsfacts.syntax.finite import link_finite
from newsfacts.syntax.nonfinite import link_infinitive, link_participle
from newsfacts.syntax.values import VerbGroup

__all__ = ["links"]

_EMBEDDED = frozenset({"infinitive", "participle", "adverbial", "relative"})


def links(clauses: Clauses, groups: list[VerbGroup]) -> list[Link]:
    """Return a link for each verb group of a sentence, in order."""
    gap = 0
    semicolons = ";" in clauses.lower
    for group in groups:
        if semicolons and (parted := clauses.part(gap, group.start)):
            gap = parted
        if group.form == "infinitive":
            link = link_infinitive(clauses, group, gap)
        elif group.form == "finite":
            link = link_finite(clauses, group, gap)
        else:
            link = link_participle(clauses, group, gap)
        clauses.links.append(link)
        gap = group.end
    _close(clauses)
    return clauses.links


def _close(clauses: Clauses) -> None:
    """Give each clause its end: where the next begins that it does not hold."""
    size = len(clauses.tags)
    while size and clauses.tags[size - 1] in '."':
        size -= 1
    for number, link in enumerate(clauses.links):
        if link.end < 0 or link.kind == "main":
            link.end = max(size, link.group.end)
        if link.kind in _EMBEDDED:
            link.end = max(link.group.end, _stop(link, clauses.links[number + 1 :]))


def _stop(link: Link, later: list[Link]) -> int:
    """Return where an embedded clause stops before a later clause that is not inside it."""
    inside = {link.group.head}
    for other in later:
        if other.start >= link.end:
            break
        if other.governor in inside or other.kind == "relative" or other.antecedent is not None:
            inside.add(other.group.head)
            continue
        resumed = other.start <= link.start
        return max(other.group.start if resumed else other.start, link.group.end)
    return link.end

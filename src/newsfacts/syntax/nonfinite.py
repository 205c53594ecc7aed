"""How infinitives, participles and gerunds join what stands before them."""

from __future__ import annotations

from newsfacts.syntax.clauses import Clauses, Link, Phrase
from newsfacts.syntax.values import VerbGroup

__all__ = ["link_infinitive", "link_participle"]

_ADVERBIAL_PREPOSITIONS = frozenset("of after before since without by while when".split())


def link_infinitive(c: Clauses, group: VerbGroup, gap: int) -> Link:
    """Link an infinitive to the verb or noun it depends on."""
    start, last = group.start, c.last
    link = Link(group, "infinitive", start)
    code = c.tags[start - 1] if start else ""
    if code == "c":
        base = next((x for x in reversed(c.links) if x.kind == "infinitive"), None)
        if base is not None:
            link.governor, link.subject = base.governor, base.subject
            link.antecedent = base.antecedent
            return c.open(link, keep=c.below(base))
    phrase = c.ends.get(start)
    if phrase is not None and phrase[0] > 0 and c.lower[phrase[0] - 1] == "for":
        return _for_to(c, link, phrase, gap)
    objects = c.between(last.group.end if last else gap, start)
    controlled = bool(objects) and last is not None and last.group.lemma in c.grammar.object_control
    nouns = [p for p in c.between(gap, start) if c.governs(p) and _adjoins(c, p, start)]
    if nouns and not (controlled and last and last.group.voice == "active"):
        c.settle(gap, start)
        link.governor = nouns[-1][1] - 1
        link.subject = _possessor(c, nouns[-1]) or (last.subject if last else None)
    elif phrase is not None and group.voice == "passive" and not controlled:
        c.settle(gap, start)
        link.subject = link.antecedent = phrase
        link.governor = last.group.head if last else None
    elif last is not None:
        link.governor = last.group.head
        active = controlled and last.group.voice == "active"
        link.subject = objects[0] if active else last.subject
    return c.open(link)


def _for_to(c: Clauses, link: Link, phrase: Phrase, gap: int) -> Link:
    """Link "for the talks to resume" to what "for" hangs on."""
    noun = c.ends.get(phrase[0] - 1)
    link.subject = phrase
    if noun is not None and c.governs(noun):
        c.settle(gap, phrase[0])
        link.governor = noun[1] - 1
    elif c.last is not None:
        link.governor = c.last.group.head
    return c.open(link)


def _adjoins(c: Clauses, phrase: Phrase, start: int) -> bool:
    """Tell whether only prepositional phrases stand between a noun and *start*."""
    return set(c.tags[phrase[1] : start]).isdisjoint(",.:sw()Vvzdn")


def _possessor(c: Clauses, phrase: Phrase) -> Phrase | None:
    """Return the possessor in a noun phrase: "Israel's decision", "its plan"."""
    for i in range(*phrase):
        if c.tags[i] == "'":
            return phrase[0], i
        if c.tags[i] == "$":
            return i, i + 1
    return None


def link_participle(c: Clauses, group: VerbGroup, gap: int) -> Link:
    """Link a participle or gerund to what it describes or depends on."""
    last = c.last
    link = Link(group, "participle", group.start)
    before = group.start - 1
    while before >= 0 and c.tags[before] in 'R"Q(':
        before -= 1
    code = c.tags[before] if before >= 0 else ""
    mate = _mate(c, group, before) if code == "c" else None
    if mate is not None:
        link.governor, link.subject = mate.governor, mate.subject
        link.antecedent = mate.antecedent
        return c.open(link, keep=c.below(mate))
    phrase = c.ends.get(before + 1)
    if phrase is not None and not c.temporal(phrase):
        c.settle(gap, group.start)
        link.antecedent = link.subject = phrase
        link.governor = last.group.head if last else None
        return c.open(link)
    if code == ",":
        c.settle(gap, before)
        pending = c.pending()
        if pending is not None:
            link.subject = link.antecedent = c.stack[pending].subject
            return c.open(link)
    if code and code in "Is":
        link.start = before
        noun = c.ends.get(before)
        if noun is not None and (c.lower[before] == "of" or c.governs(noun)):
            c.settle(gap, before)
            link.governor = noun[1] - 1
            link.subject = _possessor(c, noun) or (last.subject if last else None)
            return c.open(link)
    return _after_main(c, link, code)


def _mate(c: Clauses, group: VerbGroup, coordinator: int) -> Link | None:
    """Return the verb that a participle after "and" goes with."""
    last = c.last
    if last is None or last.kind == "participle":
        return last
    if last.kind == "infinitive" and c.tags[group.head] == "g":
        # "blocked the road, forcing him to turn and leaving four hurt"
        other = next((x for x in reversed(c.links) if x.kind == "participle"), None)
        return other if other is not None and c.tags[other.group.head] == "g" else None
    aside = coordinator > 0 and c.tags[coordinator - 1] == ","
    if not aside or c.tags[group.head] != "n" or last.group.perfect:
        return None
    # "has killed 12, though more may have died, and driven thousands away"
    main = next((x for x in reversed(c.links) if x.kind in ("main", "coordinate")), None)
    return main if main is not None and main.group.perfect and main is not last else None


def _after_main(c: Clauses, link: Link, code: str) -> Link:
    """Link a participle or gerund to the verb before it, or have it wait for one."""
    adverbial = code in (",", "") or c.lower[link.start] in _ADVERBIAL_PREPOSITIONS
    main = c.finite() if adverbial else c.last
    if code == "," and main is not None and main.kind == "adverbial":
        main = c.governing(main) or main  # "left when it was over, rejecting"
    said = c.last is not None and c.last.kind == "parenthetical"
    if said and link.group.lemma in c.grammar.clausal:
        main = c.last  # '...," he said, adding that'
    if main is None:
        c.waiting.append(link)
        return c.open(link)
    link.governor = main.group.head
    link.subject = main.subject
    return c.open(link)

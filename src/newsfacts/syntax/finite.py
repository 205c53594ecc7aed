"""How finite verbs join what stands before them: relative, subordinate, coordinate or plain."""

from __future__ import annotations

from newsfacts.syntax.clauses import Clauses, Link, Phrase
from newsfacts.syntax.values import VerbGroup

__all__ = ["link_finite"]


def link_finite(c: Clauses, group: VerbGroup, gap: int) -> Link:
    """Link a finite verb by what stands between it and the verb before."""
    marker = _marker(c, gap, group.start)
    if marker is not None and c.tags[marker] in "w$":
        link = _relative(c, group, gap, marker)
    elif marker is not None:
        link = _subordinate(c, group, gap, marker)
    else:
        coordinator = _coordinator(c, gap, group.start)
        if coordinator is not None:
            link = _coordinate(c, group, coordinator)
        else:
            link = _plain(c, group, gap)
    if link.subject is not None and c.tags[link.subject[0]] == "E":
        link.subject = c.starts.get(group.end, link.subject)
    return link


def _marker(c: Clauses, gap: int, start: int) -> int | None:
    """Return the last relative pronoun or subordinator of a range, unless a clause ends after."""
    for i in range(start - 1, gap - 1, -1):
        if c.tags[i] in "sw" or c.lower[i] == "whose":
            return i
        if c.tags[i] in ":." or (c.tags[i] == "c" and not c.between(i, start)):
            return None
    return None


def _relative(c: Clauses, group: VerbGroup, gap: int, marker: int) -> Link:
    """Link a relative clause to what it describes."""
    link = Link(group, "relative", marker, marker=marker)
    before = marker
    asks = c.tags[marker - 1 : marker] == "I" and c.lower[marker] in ("who", "what")
    while before > 0 and c.tags[before - 1] in ',(")I:':
        before -= 1
    antecedent = None if asks else c.ends.get(before)
    c.settle(gap, before)
    if antecedent is not None:
        link.antecedent = _antecedent(c, antecedent, group)
    link.subject = c.subject_in(marker + (c.tags[marker] == "w"), group.start)
    owned = c.starts.get(marker)
    if owned is not None and owned == link.subject:
        # "The men whose release Chad demands": what is theirs is the object.
        link.subject = c.starts.get(owned[1], owned)
    link.subject = link.subject or link.antecedent
    if antecedent is None and c.last is not None:
        link.kind, link.governor = "complement", c.last.group.head
    return c.open(link)


def _antecedent(c: Clauses, phrase: Phrase, group: VerbGroup) -> Phrase:
    """Return what a relative pronoun stands for.

    Where the nearest noun disagrees with the verb in number, it is the noun that the nearest hangs
    on ("the leader of the rebels who was"); a time is passed over.
    """
    first = c.lower[group.start]
    singular = c.tags[group.start] == "z" or first in ("is", "was", "has")
    plural = c.tags[group.start] == "v" or first in ("are", "were", "have")
    head = c.tags[phrase[1] - 1]
    wrong = (singular and head == "S") or (plural and head in "NP") or c.temporal(phrase)
    outer = c.ends.get(phrase[0] - 1)
    if wrong and outer is not None and c.tags[phrase[0] - 1] == "I":
        return outer
    return phrase


def _subordinate(
    c: Clauses, group: VerbGroup, gap: int, marker: int, subject: Phrase | None = None
) -> Link:
    """Link a clause that a subordinator opens; *subject* where it is known already."""
    word, last = c.lower[marker], c.last
    asked = marker > 0 and (
        c.lemma(marker - 1) in c.grammar.asking or (last is not None and last.group.lemma == "ask")
    )
    content = word in ("that", "whether") or (word == "if" and asked)
    link = Link(group, "complement" if content else "adverbial", marker, marker=marker)
    link.subject = subject or c.subject_in(marker + 1, group.start)
    if content:
        noun = c.ends.get(marker)
        if noun is not None and c.governs(noun):
            c.settle(gap, marker)
            link.governor = noun[1] - 1
        else:
            link.governor = _content_of(c, marker)
        return c.open(link)
    main = c.finite()
    fronted = c.stack[-1].link is None and c.stack[-1].subject is None
    c.settle(gap, marker)
    if main is None or (fronted and c.pending() is None):
        c.waiting.append(link)
    if main is not None:
        link.governor = main.group.head
        link.subject = link.subject or main.subject
    return c.open(link)


def _content_of(c: Clauses, marker: int) -> int | None:
    """Return the verb whose content a that-clause is: "said X left and that Y stayed"."""
    before = [x for x in c.links if x.group.end <= marker]
    if marker and c.tags[marker - 1] == "c":
        contents = [x for x in before if x.kind == "complement"]
        if contents:
            return contents[-1].governor
    return before[-1].group.head if before else None


def _coordinator(c: Clauses, gap: int, start: int) -> int | None:
    """Return the coordinator that joins the verb at *start* to what stands before, if any."""
    for i in range(start - 1, gap - 1, -1):
        if c.tags[i] == "," and c.tags[i + 1] != "c" and c.subject_in(i + 1, start) is not None:
            coordinated = c.tags.find("c", i + 1, start)
            if coordinated < 0:
                return None
        if c.tags[i] != "c" or c.inside(i) or _joins_adverbs(c, gap, i, start):
            continue
        if not c.between(i, start) or not _joins_nouns(c, gap, i):
            return i
    return None


def _joins_adverbs(c: Clauses, gap: int, i: int, start: int) -> bool:
    """Tell "Chad flatly and publicly refused" from "it fought fiercely and finally won"."""
    adverbs = c.tags[i - 1] == "R" and set(c.tags[i + 1 : start]) == {"R"}
    return adverbs and c.subject_in(gap, i) is not None and not c.tags[gap:i].startswith("R")


def _joins_nouns(c: Clauses, gap: int, i: int) -> bool:
    """Tell whether the coordinator at *i* joins nouns of one subject, not clauses."""
    if not c.links:
        return i > c.opening
    phrase = c.ends.get(i)
    if c.tags[i - 1] in ',"' or phrase is None:
        return False
    between = c.lower[phrase[0] - 1 : phrase[0]] == ["between"]
    content = c.takes_clause() and gap in c.starts and "," not in c.tags[gap:i]
    return between or c.pending() is not None or content


def _coordinate(c: Clauses, group: VerbGroup, coordinator: int) -> Link:
    """Link a verb that "and" or "but" joins to an earlier finite one."""
    link = Link(group, "coordinate", coordinator)
    subject = c.subject_in(coordinator + 1, group.start)
    comma = coordinator > 0 and c.tags[coordinator - 1] in ',"'
    mates = [f.link for f in c.stack if f.link is not None and f.link.group.form == "finite"]
    if not mates:
        link.kind = "main"
        link.subject = subject or c.stack[0].subject
        c.open(link, keep=0)
        c.resolve_waiting(link)
        return link
    mate = mates[-1]
    outer = [m for m in mates if m.kind in ("main", "coordinate")]
    if mate.kind in ("relative", "adverbial") and outer:
        parallel = _alike(c, group, outer[-1].group) and not _alike(c, group, mate.group)
        if comma or parallel or subject is not None:
            mate = outer[-1]
    same = mate.kind == "complement" and mate.group.modal == group.modal
    if comma and subject is None and mate.kind == "complement" and not same and outer:
        mate = outer[-1]
    link.subject = subject or mate.subject
    if mate.kind != "relative" or subject is None:
        link.governor, link.marker = mate.governor, mate.marker
    if mate.kind in ("relative", "adverbial", "complement"):
        link.kind, link.antecedent = mate.kind, mate.antecedent
    return c.open(link, keep=c.below(mate))


def _alike(c: Clauses, one: VerbGroup, other: VerbGroup) -> bool:
    """Tell whether two verbs begin with one auxiliary: "had refused ... and had threatened"."""
    return one.start < one.head and c.lower[one.start] == c.lower[other.start]


def _plain(c: Clauses, group: VerbGroup, gap: int) -> Link:
    """Link a finite verb that no word introduces."""
    link, last = Link(group, "main", gap), c.last
    subject = c.subject_in(gap, group.start)
    saying = group.lemma in c.grammar.clausal
    before, pending = c.tags[group.start - 1 : group.start], c.pending()
    # A subject that waits has its verb here: "Deng, who left the city, warned Chad".
    quoted = before == '"' or (before == "," and pending is None)
    if saying and quoted and group.end in c.starts and last is not None:
        link.subject = c.starts[group.end]  # '...," said Abbas'
        return _parenthetical(c, link, gap)
    if last is not None and last.kind == "relative" and gap == group.start and c.takes_clause():
        # "The men who police said fled": "who" is the subject of the second verb.
        link.kind, link.governor, link.subject = "complement", last.group.head, last.antecedent
        return c.open(link)
    comma = c.tags.rfind(",", gap, group.start)
    after_comma = c.subject_in(comma + 1, group.start) if comma >= 0 else None
    if saying and after_comma is not None and _interrupts(c, group, gap, comma):
        link.subject, link.start = after_comma, after_comma[0]
        return _parenthetical(c, link, gap)
    direct = subject is not None and "," not in c.tags[gap : subject[0]]
    if subject is not None and direct and c.takes_clause() and last is not None:
        link.kind, link.start, link.subject = "complement", subject[0], subject
        link.governor = last.group.head
        return c.open(link)
    if pending is not None and not (c.waiting and after_comma):
        frame = c.stack[pending]
        if frame.marker is not None:
            del c.stack[pending:]
            return _subordinate(c, group, frame.gap, frame.marker, frame.subject)
        link.subject, link.governor = frame.subject, frame.governor
        if frame.governor is not None:
            link.kind = "complement"
        keep = pending
    else:
        link.subject = subject
        if after_comma is not None and (last is not None or not _renames(c, subject, after_comma)):
            link.subject = after_comma
        keep = 0
    if link.subject is not None:
        link.start = min(link.subject[0], group.start)
    c.open(link, keep=keep)
    c.resolve_waiting(link)
    return link


def _interrupts(c: Clauses, group: VerbGroup, gap: int, comma: int) -> bool:
    """Tell whether ", officials said" follows or interrupts what was said.

    What follows the verb is then punctuation, or a time and punctuation; a fronted clause before
    the comma ("If it fails, he said") is not what was said.
    """
    if c.waiting or not (c.links or c.subject_in(gap, comma)):
        return False
    i = group.end
    passed = "tRICPNSDJr" if group.lemma == "tell" else "tRIC"  # "told reporters on Monday"
    while i < len(c.tags) and c.tags[i] in passed:
        i += 1
    return c.tags[i : i + 1] in (",", ".", "", '"') and not _renames(
        c, c.subject_in(gap, comma), c.subject_in(comma + 1, group.start)
    )


def _renames(c: Clauses, first: Phrase | None, second: Phrase | None) -> bool:
    """Tell whether *second*, between commas, renames *first*: "Ann Holt, a judge, said"."""
    if first is None or second is None or c.links:
        return False
    return first[1] + 1 == second[0] and c.tags[second[1] : second[1] + 1] == ","


def _parenthetical(c: Clauses, link: Link, gap: int) -> Link:
    """Link ", officials said": the clauses around it go on, governed by it."""
    link.kind = "parenthetical"
    if not c.links:
        c.settle(gap, link.start - 1)
    for other in c.links:
        if other.kind in ("main", "coordinate") and other.governor is None:
            other.governor = link.group.head
    return link

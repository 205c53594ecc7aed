"""Counts that leave their effect to a neighbour: in a comparison, a list, "of the dead", by degree.

Each reads a phrase that no effect word of its own claims, and takes the effect of the sentence's
counts before it, or of the dead or hurt that the sentence begins with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import SUFFERERS, Form, Hit
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.links import Link
from newsfacts_casualties.nearness import Scene
from newsfacts_casualties.nouns import Counted

__all__ = [
    "compared",
    "fronted",
    "gapped",
    "graded",
    "headed",
    "itemised",
    "released",
    "resumed",
    "tabled",
    "totalled",
]

_COMPARED = (
    ["compared", "with"],
    ["compared", "to"],
    ["up", "from"],
    ["down", "from"],
    [",", "against"],
)
_TIMES = frozenset("in over during for last the a previously".split())
_COPULAS = frozenset(("were", "was", "are", "is"))
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_STRUCTURE = NounKind.STRUCTURE
_RECORDED = frozenset("recorded reported registered confirmed logged counted documented in".split())
_RESUMING = (["and"], [","], [";"], ["further"], ["while"])
_DEGREES = frozenset(
    "seriously critically severely badly gravely grievously slightly lightly moderately fully "
    "completely totally partially partly beyond".split()
)
_BY_DEGREE = (Effect.INJURED, Effect.DAMAGED)
_OPENERS = frozenset((",", "(", "-", "–", "—", "--"))
_LIST_OPENERS = frozenset((":", "(", "–", "—", "--"))
_LOCATIVES = frozenset(("in", "at", "near", "on", "from"))
_SEPARATORS = frozenset((",", "and", ";", ")", "as", "well", "plus"))
_OPENING = 3
"""Tokens from a colon to the first item of its list: ": an estimated"."""
_PLACE = 7
"""Tokens at most of a place between two items: "15 in the east of Marwa, nine in ..."."""
_RAISING = frozenset("taking bringing pushing raising putting takes brings took brought".split())
_PUTTING = frozenset("put puts putting".split())
_TOLD = frozenset("it figure number toll total count".split())
_TOTAL = 7
"""Tokens from "taking" to the new total."""
_FRONTED = 6
"""Tokens from a sentence's start to the dead whom it counts: "Of the more than 30 dead"."""
_FRONTING = ("of", "among")
_PARTING = frozenset((",", ";", "and", "who", "by"))
_AFTER = 10
"""Tokens from a participle to the main verb: "taken hostage last week were released"."""


def compared(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read "96 have died, compared with 103 in 2020" and "27 deaths, Kaski with nine"."""
    phrase, view = scene.phrases[index], scene.view
    if not phrase.bare:
        return None
    before = [linked[other] for other in sorted(linked) if other < index]
    whole = next((link for link in reversed(before) if link.whole is None), None)
    if whole is None or whole.kind not in (*_PEOPLE, None):
        return None
    lead = scene.words(phrase.start - 2, phrase.start)
    timed = not _TIMES.isdisjoint(scene.words(phrase.end, phrase.end + 1))
    listed = lead[-1:] == ["with"] and len(lead) > 1 and view.words[phrase.start - 2].istitle()
    if not listed and not (timed and lead in _COMPARED):
        return None
    hit = attrs.evolve(whole.hit, start=phrase.start, end=phrase.end, passive=False)
    return Link(phrase, hit, whole.effect, "compared", None, NounKind.PEOPLE)


def fronted(scene: Scene, index: int) -> Link | None:
    """Read "Of the dead, 17 were pupils": part of a toll that was told before."""
    phrase = scene.phrases[index]
    hit = _those(scene)
    if hit is None or phrase.start < hit.end:
        return None
    if phrase.kind is None and phrase.number < phrase.end:
        phrase = attrs.evolve(phrase, end=phrase.number, head=None)  # "ten jumped"
    if not (phrase.bare or phrase.kind in _PEOPLE):
        return None
    # "Of the hurt, ten had jumped from the roof"; "17 were men and nine women"
    heads = phrase.start == hit.end + 1 or _goes_on(scene, index)
    if not heads and _COPULAS.isdisjoint(scene.words(phrase.end, phrase.end + 1)):
        return None
    part = attrs.evolve(phrase, of_effect=True)
    return Link(part, hit, hit.trigger.effect, "fronted", None, NounKind.PEOPLE)


def _goes_on(scene: Scene, index: int) -> bool:
    """Tell whether a part follows another and "were" is understood: "and nine women"."""
    phrase = scene.phrases[index]
    joined = scene.words(phrase.start - 1, phrase.start) in (["and"], [","])
    before = scene.words(scene.phrases[index - 1].end, phrase.start) if index else []
    return joined and phrase.kind is NounKind.PEOPLE and not _COPULAS.isdisjoint(before)


def _those(scene: Scene) -> Hit | None:
    """Return the effect word with which a sentence sets out to break down a toll."""
    if scene.view.lower[scene.start] not in _FRONTING:
        return None
    for hit in scene.hits:
        near = hit.start <= scene.start + _FRONTED
        if near and scene.words(hit.end, hit.end + 1) == [","]:
            return hit if scene.view.lower[hit.start] in SUFFERERS | {"killed"} else None
    return None


def resumed(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read the second of "Nine of the dead were children and four were women".

    Of "52 deaths were in Marwa; a further 17 were recorded in Orun" too, whose noun is understood.
    """
    phrase = scene.phrases[index]
    before = linked.get(index - 1) if phrase.bare else None
    if before is None or before.kind not in (*_PEOPLE, None):
        return None
    after = scene.words(phrase.end, phrase.end + 2)
    joined = scene.words(phrase.start - 1, phrase.start)
    if len(after) <= 1 or after[0] not in _COPULAS or joined not in _RESUMING:
        return None
    if before.phrase.of_effect and noun_kind(after[1]) is NounKind.PEOPLE:
        part = attrs.evolve(phrase, of_effect=True)
        return Link(part, before.hit, before.effect, "fronted", None, NounKind.PEOPLE)
    if before.hit.trigger.form is Form.NOUN and after[1] in _RECORDED:
        hit = attrs.evolve(before.hit, start=phrase.start, end=phrase.end, passive=False)
        part = attrs.evolve(phrase, of_effect=before.phrase.of_effect)
        return Link(part, hit, before.effect, "gapped", None, NounKind.PEOPLE)
    return None


def released(scene: Scene, link: Link) -> Link | None:
    """Read the main verb of "seven guards taken hostage in May were released"."""
    phrase, held = link.phrase, link.hit
    if held.passive or held.start != phrase.end or held.trigger.form is Form.NOUN:
        return None
    for hit in scene.hits:
        gap = scene.words(held.end, hit.start)
        if hit.start >= held.end and hit.passive and len(gap) <= _AFTER:
            if not _PARTING.isdisjoint(gap):
                return None
            return Link(phrase, hit, hit.trigger.effect, link.rule, None, phrase.kind)
    return None


def graded(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read "15 people were hurt, nine seriously" and "70 huts damaged (12 beyond repair)"."""
    phrase = scene.phrases[index]
    before = linked.get(index - 1) if phrase.bare else None
    if before is None or before.effect not in _BY_DEGREE:
        return None
    after = scene.words(phrase.end, phrase.end + 2)
    if after[:1] == [] or after[0] not in _DEGREES:
        return None
    told = max(before.phrase.end, before.hit.end)
    if told >= phrase.start or scene.view.lower[phrase.start - 1] not in _OPENERS:
        return None
    if any(told <= hit.start < phrase.start for hit in scene.hits):
        return None
    same = any(
        hit.start == phrase.end + 1 and hit.trigger.effect is before.effect for hit in scene.hits
    )
    ends = len(after) == 1 or after[0] == "beyond" or not after[1][0].isalpha() or same
    if not ends or not _within(phrase, before.phrase):
        return None
    whole = index - 1 if before.whole is None else before.whole
    hit = attrs.evolve(before.hit, start=phrase.start, end=phrase.end, passive=False)
    return Link(phrase, hit, before.effect, "graded", whole, before.kind)


def gapped(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read "Three died in Nuwara, two in Galle": place by place, the verb told once.

    Of "12 died and 30 were hurt in Nuwara, four and nine in Galle" each takes the verb of its turn.
    """
    before = linked.get(index - 1)
    if before is None or before.whole is not None or not scene.phrases[index].bare:
        return None
    like: Link | None = None
    if before.rule == "gapped" and _between(scene, index) == ["and"]:
        like = linked.get(index - 2) if _is_placed(scene, index) else None
    elif _follows_place(scene, index, before):
        if _is_placed(scene, index):
            like = before
        elif index + 1 < len(scene.phrases) and _between(scene, index + 1) == ["and"]:
            pair = scene.phrases[index + 1].bare and _is_placed(scene, index + 1)
            like = linked.get(index - 2) if pair else None
    if like is None:
        return None
    phrase = scene.phrases[index]
    hit = attrs.evolve(like.hit, start=phrase.start, end=phrase.end, passive=False)
    return Link(phrase, hit, like.effect, "gapped", None, NounKind.PEOPLE)


def _between(scene: Scene, index: int) -> list[str]:
    """Return the words between a phrase and the one before it."""
    return scene.words(scene.phrases[index - 1].end, scene.phrases[index].start)


def _is_placed(scene: Scene, index: int) -> bool:
    """Tell whether a name follows a phrase after a preposition: "two in Galle"."""
    after = scene.phrases[index].end
    name = scene.view.words[after + 1] if after + 1 < scene.end else ""
    return name[:1].isupper() and scene.view.lower[after] in _LOCATIVES


def _follows_place(scene: Scene, index: int, before: Link) -> bool:
    """Tell whether only a place and a comma stand between a phrase and the clause before it."""
    told = max(before.phrase.end, before.hit.end)
    gap = scene.words(told, scene.phrases[index].start)
    while gap and (gap[0] in closed("auxiliaries") or gap[0] in closed("adverbs")):
        gap = gap[1:]  # "four deaths were reported in Tenna, two in Arkan"
        told += 1
    placed = 1 < len(gap) <= _PLACE and gap[0] in _LOCATIVES and gap[-1] in _SEPARATORS
    return placed and not any(told <= hit.start < told + len(gap) for hit in scene.hits)


def totalled(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read a number for what befell the one before.

    "One man died near the hall, taking the total to 129", "49 died, though some put it at 100".
    """
    phrase, before = scene.phrases[index], linked.get(index - 1)
    if before is None or not phrase.bare or before.kind not in (*_PEOPLE, None):
        return None
    lead = scene.words(phrase.start - _TOTAL, phrase.start)
    raised = lead[-1:] == ["to"] and "total" in lead and not _RAISING.isdisjoint(lead)
    put = lead[-1:] == ["at"] and not _PUTTING.isdisjoint(lead) and not _TOLD.isdisjoint(lead)
    if not raised and not put:
        return None
    hit = attrs.evolve(before.hit, start=phrase.start, end=phrase.end, passive=False)
    return Link(phrase, hit, before.effect, "totalled", None, NounKind.PEOPLE)


def tabled(scene: Scene, index: int) -> Link | None:
    """Read "most of the deaths were in Harouz (1,293) and Tarud (452)": part of the toll before."""
    phrase, view = scene.phrases[index], scene.view
    bracketed = phrase.bare and scene.words(phrase.start - 1, phrase.start) == ["("]
    if not (bracketed and scene.words(phrase.end, phrase.end + 1) == [")"]):
        return None
    deaths = [hit for hit in scene.hits if hit.trigger.form is Form.NOUN and hit.end < phrase.start]
    counted = any(
        other.start < hit.end and hit.start < other.end for hit in deaths for other in scene.phrases
    )
    if not deaths or counted or not view.words[phrase.start - 2][0].isupper():
        return None
    hit = attrs.evolve(deaths[-1], start=phrase.start, end=phrase.end, passive=False)
    part = attrs.evolve(phrase, of_effect=True)
    return Link(part, hit, hit.trigger.effect, "tabled", None, NounKind.PEOPLE)


def headed(scene: Scene, index: int) -> Link | None:
    """Read "Houses destroyed: 120", the entry of a table whose noun comes before."""
    phrase = scene.phrases[index]
    if not phrase.bare or scene.words(phrase.start - 1, phrase.start) != [":"]:
        return None
    hit = next((hit for hit in scene.hits if hit.end == phrase.start - 1), None)
    if hit is None or hit.trigger.effect is not Effect.DAMAGED:
        return None
    if hit.start == scene.start or noun_kind(scene.view.lower[hit.start - 1]) is not _STRUCTURE:
        return None
    return Link(phrase, hit, hit.trigger.effect, "headed", None, _STRUCTURE)


def itemised(scene: Scene, linked: Mapping[int, Link]) -> dict[int, Link]:
    """Read what a colon, dash or bracket breaks a count down into, place by place or one by one.

    "killing 17 people: nine men, six women and two boys", "27 died: 15 in Marwa and 12 in Hama".
    What it lists cannot be more than the whole.
    """
    found: dict[int, Link] = {}
    for index in sorted(linked):
        whole = linked[index]
        if whole.whole is None and whole.kind in (*_PEOPLE, None) and not whole.phrase.share:
            items = _items(scene, index, whole, linked)
            for item in items:
                phrase = scene.phrases[item]
                hit = attrs.evolve(whole.hit, start=phrase.start, end=phrase.end, passive=False)
                kind = NounKind.PEOPLE
                found[item] = Link(phrase, hit, whole.effect, "itemised", index, kind)
    return found


def _items(scene: Scene, index: int, whole: Link, linked: Mapping[int, Link]) -> list[int]:
    """Return the phrases of the list that follows a count, none where the sum does not fit."""
    most = whole.phrase.quantity.value or whole.phrase.quantity.high
    told = max(whole.phrase.end, whole.hit.end)
    first = next((at for at in range(index + 1, len(scene.phrases)) if at not in linked), None)
    if most is None or first is None or first > index + 2 or scene.phrases[first].start <= told:
        return []
    opening = scene.words(scene.phrases[first].start - _OPENING, scene.phrases[first].start)
    if _LIST_OPENERS.isdisjoint(opening):
        return []
    items: list[int] = []
    for at in range(first, len(scene.phrases)):
        if at in linked or not _is_item(scene, at, items):
            break
        items.append(at)
    total = sum(scene.phrases[at].quantity.value or most + 1 for at in items)
    if total > most or (len(items) == 1 and "(" not in opening and total < most):
        return []
    return items


def _is_item(scene: Scene, at: int, items: Sequence[int]) -> bool:
    """Tell whether a phrase goes on with a list: people, or a number and its place."""
    phrase = scene.phrases[at]
    placed = not _LOCATIVES.isdisjoint(scene.words(phrase.end, phrase.end + 1))
    if phrase.share or not (phrase.kind in _PEOPLE or (phrase.bare and placed)):
        return False
    if any(hit.start == phrase.end for hit in scene.hits):
        return False
    if not items:
        return True
    gap = scene.words(scene.phrases[items[-1]].end, phrase.start)
    if not gap or len(gap) > _PLACE or gap[-1] not in _SEPARATORS:
        return False
    return _SEPARATORS.issuperset(gap) or gap[0] in _LOCATIVES


def _within(part: Counted, whole: Counted) -> bool:
    """Tell whether a count can be part of another."""
    value, most = part.quantity.value, whole.quantity.value or whole.quantity.high
    return value is not None and (most is None or value <= most)

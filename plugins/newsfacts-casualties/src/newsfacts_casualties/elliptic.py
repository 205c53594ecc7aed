"""Counts that leave their effect to a neighbour: in a comparison, a list, a fronted "of the dead".

Each reads a phrase that no effect word of its own claims, and takes the effect of the sentence's
counts before it, or of the dead or hurt that the sentence begins with.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsfacts_casualties.effects import SUFFERERS, Form, Hit
from newsfacts_casualties.lexicon import NounKind
from newsfacts_casualties.links import Link
from newsfacts_casualties.nearness import Scene

__all__ = ["compared", "fronted", "released"]

_COMPARED = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
_TIMES = frozenset("in during for last the a previously".split())
_COPULAS = frozenset(("were", "was", "are", "is"))
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_FRONTED = 6
"""Tokens from a sentence's start to the dead whom it counts: "Of the more than 30 dead"."""
_PARTING = frozenset((",", ";", "and", "who", "by"))
_AFTER = 10
"""Tokens from a participle to the main verb: "taken hostage last week were released"."""


def compared(scene: Scene, index: int, linked: Mapping[int, Link]) -> Link | None:
    """Read "96 have died, compared with 103 in 2020" and "27 deaths, Kaski with nine"."""
    phrase, view = scene.phrases[index], scene.view
    before = [linked[other] for other in sorted(linked) if other < index]
    whole = next((link for link in reversed(before) if link.whole is None), None)
    if whole is None or not phrase.bare or whole.kind not in (*_PEOPLE, None):
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
    if hit is None or phrase.start < hit.end or not (phrase.bare or phrase.kind in _PEOPLE):
        return None
    if _COPULAS.isdisjoint(scene.words(phrase.end, phrase.end + 1)):
        return None
    part = attrs.evolve(phrase, of_effect=True)
    return Link(part, hit, hit.trigger.effect, "fronted", None, NounKind.PEOPLE)


def _those(scene: Scene) -> Hit | None:
    """Return the effect word with which a sentence sets out to break down a toll."""
    if scene.words(scene.start, scene.start + 1) not in (["of"], ["among"]):
        return None
    for hit in scene.hits:
        near = hit.start <= scene.start + _FRONTED
        if near and scene.words(hit.end, hit.end + 1) == [","]:
            return hit if scene.view.lower[hit.start] in SUFFERERS | {"killed"} else None
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

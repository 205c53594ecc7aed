"""Which counted noun phrase of a sentence an effect word speaks of.

To its right a phrase has words that it suffers ("12 people in three villages were killed"), to its
left words that do it ("killing 12 and injuring 30"); the nearest that fits wins, as `nearness`
weighs it. Parts ("including three children") follow their whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import Form, Hit, shot_dead
from newsfacts_casualties.elliptic import (
    compared,
    fronted,
    gapped,
    graded,
    headed,
    itemised,
    released,
    resumed,
    tabled,
    totalled,
)
from newsfacts_casualties.lexicon import NounKind, nouns_in
from newsfacts_casualties.links import Link
from newsfacts_casualties.nearness import Scene
from newsfacts_casualties.nouns import Counted
from newsfacts_casualties.paths import SAYING

__all__ = ["links"]

_NEAR = 1.0
"""Weight under which a noun that the lexicon does not know may count."""
_SPEAKER = 5
"""Tokens within which a verb of saying follows its subject's first noun."""
_REACH = 60
"""Tokens; effect words farther from a phrase are not weighed."""
_NEAREST = 8
"""Effect words weighed for a phrase."""
_PEOPLE = (NounKind.PEOPLE, NounKind.GROUP)
_OF_PEOPLE = (Effect.MISSING, Effect.CAPTIVE, Effect.RELEASED)
"""Effects whose words are said of things as well, so that a noun must be known."""
_REMAINS = frozenset("body bodies corpse corpses dead deceased remains deaths".split())
_EVENTS = {
    **dict.fromkeys(("death", "deaths", "fatality", "fatalities"), Effect.KILLED),
    **dict.fromkeys(("injury", "injuries"), Effect.INJURED),
}
"""Nouns for what befell somebody, to whom nothing else befalls."""
_GRAVE = frozenset("seriously critically severely gravely badly serious life grave major".split())
_MONEY = 100_000
_PRONOUNS = ("them", "whom")
_ANAPHORS = ("them", "those", "whom", "which", "these", "victims", "men", "people", None)
_OPENERS = frozenset(("including", "includes", "included", "include", "whom"))
_PLACED = (["in"], ["at"], ["near"], ["on"])
_AMONG = (("among", "them"), ("of", "them"), ("of", "whom"), ("among", "whom"))


def links(
    view: Tokens, start: int, end: int, phrases: Sequence[Counted], found: Sequence[Hit]
) -> list[Link]:
    """Return the links between the phrases and the effect words of a sentence, in order.

    Args:
        view: the document's tokens.
        start: index of the sentence's first token.
        end: index of the token after it.
        phrases: its counted noun phrases.
        found: its effect words.
    """
    scene = Scene(view, start, end, tuple(phrases), tuple(found))
    linked: dict[int, Link] = {}
    parts: list[int] = []
    for index in range(len(phrases)):
        if _is_part(scene, index, parts):
            parts.append(index)
        elif not _speaks(scene, index) and (link := _linked(scene, index, linked)):
            linked[index] = link
    linked |= itemised(scene, linked)
    for index in parts:
        if link := _part(scene, index, linked) or _nearest(scene, index, linked):
            linked[index] = link
    if not linked:
        return []
    linked = {
        index: _fatal(scene, link) for index, link in linked.items() if not _only_mild(scene, link)
    }
    described = [link for index in sorted(linked) if (link := _described(scene, linked[index]))]
    order = sorted(linked)
    place = {index: at for at, index in enumerate(order)}
    return [
        link if link.whole is None else attrs.evolve(link, whole=place[link.whole])
        for link in map(linked.__getitem__, order)
    ] + described


def _speaks(scene: Scene, index: int) -> bool:
    """Tell whether somebody without a number only says it: "hurt 60, a rebel committee said"."""
    phrase = scene.phrases[index]
    if not phrase.article or scene.words(phrase.start - 1, phrase.start) != [","]:
        return False
    after = scene.words(phrase.end, phrase.end + _SPEAKER)
    said = next((at for at, word in enumerate(after) if word in SAYING), None)
    return said is not None and not {",", "and", "who", "was", "were"} & set(after[:said])


def _linked(scene: Scene, index: int, linked: dict[int, Link]) -> Link | None:
    """Return the link of a phrase that is no part; of those before it only where there are any."""
    if not linked:
        return (
            _nearest(scene, index, linked)
            or tabled(scene, index)
            or headed(scene, index)
            or fronted(scene, index)
        )
    return (
        _restated(scene, index, linked)
        or graded(scene, index, linked)
        or _nearest(scene, index, linked)
        or gapped(scene, index, linked)
        or resumed(scene, index, linked)
        or totalled(scene, index, linked)
        or tabled(scene, index)
        or headed(scene, index)
        or fronted(scene, index)
        or compared(scene, index, linked)
    )


def _fatal(scene: Scene, link: Link) -> Link:
    """Read on to "dead" in "shot three protesters dead"."""
    if link.effect is Effect.INJURED and shot_dead(scene.view.lower, link.phrase.end):
        return attrs.evolve(link, effect=Effect.KILLED)
    return link


def _only_mild(scene: Scene, link: Link) -> bool:
    """Tell that nobody was hurt *badly*: "none of them seriously", "no serious injuries"."""
    if link.phrase.quantity.value != 0 or link.effect is not Effect.INJURED:
        return False
    told = scene.words(link.phrase.start, max(link.phrase.end, link.hit.end) + 1)
    return not _GRAVE.isdisjoint(told)


def _is_part(scene: Scene, index: int, parts: Sequence[int]) -> bool:
    """Tell whether a phrase breaks down another: "including", "of them", "among them"."""
    if index == 0:
        return False
    phrase = scene.phrases[index]
    before = tuple(scene.words(phrase.start - 2, phrase.start))
    if before[-1:] == ("with",) and phrase.bare and phrase.quantity.value is not None:
        # "12 died, with five in Marwa", not "compared with nine in 2020"
        placed = scene.words(phrase.end, phrase.end + 1) in _PLACED
        return placed and before[0] == ","
    if phrase.anaphoric or before in _AMONG or not _OPENERS.isdisjoint(before[-1:]):
        return True
    bracketed = before[-1:] == ("(",) and scene.phrases[index - 1].end == phrase.start - 1
    if bracketed and phrase.share and phrase.kind is NounKind.PEOPLE:
        return True  # "745,000 people (59% children)"
    gap = scene.words(scene.phrases[index - 1].end, phrase.start)
    return index - 1 in parts and bool(gap) and set(gap) <= {",", "and", "as", "well"}


def _part(scene: Scene, index: int, linked: dict[int, Link]) -> Link | None:
    """Give a part the effect of its whole: the nearest earlier count that is no part."""
    phrase = scene.phrases[index]
    for other in range(index - 1, -1, -1):
        link = linked.get(other)
        if link is None and phrase.head in _PRONOUNS and _are_people(scene.phrases[other]):
            return _own(scene, index)  # "and 83 were saved, five of them hurt": of the saved
        if link is not None and link.whole is None and _can_be_part(phrase, link):
            if own := _own(scene, index):
                apart = own.effect is not link.effect and _names_others(phrase, link.phrase)
                return own if apart else attrs.evolve(own, whole=other)
            if counting := _counts_effect(scene, index, link):
                return attrs.evolve(counting, whole=other)
            return Link(phrase, link.hit, link.effect, "part", other, phrase.kind or link.kind)
    return None


def _are_people(phrase: Counted) -> bool:
    """Tell whether a phrase counts several people, whom "them" can take up."""
    return phrase.kind is NounKind.PEOPLE and not phrase.article and not phrase.bare


def _described(scene: Scene, link: Link) -> Link | None:
    """Return what else befell those counted: "freed 12 villagers held captive since May"."""
    phrase = link.phrase
    if phrase.kind not in _PEOPLE:
        return None
    if link.hit.start >= phrase.start:
        return released(scene, link) if link.effect is Effect.CAPTIVE else None
    for hit in scene.hits:
        held = hit.trigger.effect is Effect.CAPTIVE and link.effect is Effect.RELEASED
        if hit.start == phrase.end and held and hit.trigger.form in (Form.BEFORE, Form.EITHER):
            return Link(phrase, hit, Effect.CAPTIVE, "suffers", None, phrase.kind)
    return None


def _own(scene: Scene, index: int) -> Link | None:
    """Return the link of a part to a verb of its own: "17 were hurt, two of whom later died"."""
    phrase = scene.phrases[index]
    of_whom = scene.words(phrase.start - 2, phrase.start) == ["of", "whom"]
    for hit in _around(scene.hits, phrase) if phrase.anaphoric or of_whom else ():
        for weight, rule in scene.weights(index, hit, {}):
            killing = hit.end == phrase.start and scene.view.lower[hit.start].endswith("ing")
            struck = killing or rule == "suffers"  # "killing two of them"
            if struck and weight < _NEAR and _fits(phrase, hit, weight):
                return Link(phrase, hit, hit.trigger.effect, rule, None, phrase.kind)
    return None


def _names_others(phrase: Counted, whole: Counted) -> bool:
    """Tell "12 rebels died, three of the guards were hurt" from "two of the rebels later died"."""
    return phrase.head not in (*_ANAPHORS, whole.head) and not phrase.of_effect


def _counts_effect(scene: Scene, index: int, whole: Link) -> Link | None:
    """Return the link of a part that says what befell it: "30 cases, including four deaths"."""
    phrase = scene.phrases[index]
    if whole.effect not in (Effect.AFFECTED, Effect.DISPLACED):
        return None
    for hit in scene.hits:
        inside = hit.start < phrase.end and phrase.start < hit.end
        if inside and hit.trigger.effect is not whole.effect:
            for _, rule in scene.weights(index, hit, {}):
                return Link(phrase, hit, hit.trigger.effect, rule, None, NounKind.PEOPLE)
    return None


def _can_be_part(phrase: Counted, whole: Link) -> bool:
    """Tell whether a phrase counts what its whole counts; of buildings all sorts can be part."""
    value, most = phrase.quantity.value, whole.phrase.quantity.high
    if value is not None and most is not None and value > most and not phrase.share:
        return False
    if whole.effect is Effect.DAMAGED:
        taken_up = phrase.anaphoric and phrase.head in _ANAPHORS  # "317 of them totally"
        return taken_up or phrase.kind not in (NounKind.PEOPLE, NounKind.THING)
    return (phrase.kind or NounKind.PEOPLE) is (whole.kind or NounKind.PEOPLE)


def _restated(scene: Scene, index: int, linked: dict[int, Link]) -> Link | None:
    """Read the second of "300 households (about 1,100 people) were evacuated"."""
    phrase, before = scene.phrases[index], linked.get(index - 1)
    if before is None or phrase.kind not in _PEOPLE:
        return None
    if scene.words(before.phrase.end, phrase.start) != ["("]:
        return None
    people = before.kind is NounKind.PEOPLE or before.phrase.bare
    if people and (phrase.quantity.value or 0) < (before.phrase.quantity.low or 0):
        if not before.phrase.bare or before.whole is not None:
            return None  # "11 deaths (7 children)"
        return attrs.evolve(before, phrase=phrase, rule="part", kind=phrase.kind, whole=index - 1)
    return attrs.evolve(before, phrase=phrase, rule="restated", kind=phrase.kind)


def _nearest(scene: Scene, index: int, linked: dict[int, Link]) -> Link | None:
    """Return the link to the effect word that weighs least of those that fit."""
    phrase = scene.phrases[index]
    lent, objects = False, {}
    if linked:
        lent = _elides(phrase) and any(x.kind is NounKind.STRUCTURE for x in linked.values())
        objects = {other: link.hit for other, link in linked.items()}
    best: tuple[float, int] | None = None
    found: Link | None = None
    for rank, hit in enumerate(_around(scene.hits, phrase)):
        damaged = lent and hit.trigger.effect is Effect.DAMAGED
        if not (damaged or _fits(phrase, hit, 0.0)):
            continue  # however near: cheaper asked than how near
        for weight, rule in scene.weights(index, hit, objects):
            if (best is None or (weight, rank) < best) and (
                damaged or weight < _NEAR or _fits(phrase, hit, weight)
            ):
                kind = NounKind.PEOPLE if _is_counted_effect(phrase, hit) else phrase.kind
                effect = hit.trigger.effect
                if hit.trigger.people and kind in _PEOPLE:
                    effect = hit.trigger.people
                elif effect is Effect.DAMAGED:
                    kind = NounKind.STRUCTURE
                best = weight, rank
                found = Link(phrase, hit, effect, rule, None, kind)
    return found


def _elides(phrase: Counted) -> bool:
    """Tell whether a count leaves its noun to one before: "300 damaged", "1,200 others"."""
    return phrase.bare or phrase.head == "others"


def _around(hits: Sequence[Hit], phrase: Counted) -> list[Hit]:
    """Return the effect words nearest to a phrase, in the order of the text."""
    first, last = phrase.start - _REACH, phrase.end + _REACH
    near = [hit for hit in hits if hit.start <= last and hit.end >= first]
    if len(near) <= _NEAREST:
        return near
    nearest = sorted((_between(hit, phrase), hit.start) for hit in near)[:_NEAREST]
    kept = {start for _, start in nearest}
    return [hit for hit in near if hit.start in kept]


def _between(hit: Hit, phrase: Counted) -> int:
    """Return how many tokens stand between an effect word and a phrase."""
    return max(hit.start - phrase.end, phrase.start - hit.end)


def _is_counted_effect(phrase: Counted, hit: Hit) -> bool:
    """Tell whether a phrase's head is the effect word: "12 deaths"."""
    noun = hit.trigger.form is Form.NOUN and phrase.head in hit.trigger.words
    return noun and not phrase.anaphoric


def _fits_restricted(phrase: Counted, hit: Hit) -> bool:
    """Tell whether a phrase has the noun that an effect word asks for: "swapped 40 prisoners"."""
    if not hit.trigger.only:
        return phrase.kind in _PEOPLE
    held = hit.trigger.only == "captives" and phrase.held
    return held or phrase.head in nouns_in(hit.trigger.only)


def _travels(phrase: Counted, hit: Hit) -> bool:
    """Tell whether somebody only goes where the displaced do: "both delegations had arrived"."""
    return len(hit.trigger.words) > 1 and phrase.head in nouns_in("travellers")


def _is_other_effect(phrase: Counted, effect: Effect) -> bool:
    """Tell "six bodies were taken to hospital", "two deaths were confirmed in camps"."""
    remains = effect is Effect.INJURED and phrase.head in _REMAINS
    return remains or _EVENTS.get(phrase.head or "", effect) is not effect


def _fits(phrase: Counted, hit: Hit, weight: float) -> bool:
    """Tell whether what a phrase counts can suffer the effect."""
    kind, effect = phrase.kind, hit.trigger.effect
    if _is_other_effect(phrase, effect):
        return False
    if effect is Effect.LAUNCHED:
        return kind is NounKind.MUNITION and not phrase.article
    if hit.trigger.only or hit.trigger.people_only:
        return _fits_restricted(phrase, hit)
    if effect is Effect.DAMAGED:
        return kind is NounKind.STRUCTURE or (hit.trigger.people is not None and kind in _PEOPLE)
    if phrase.share:
        return kind in _PEOPLE or (phrase.bare and weight < _NEAR)
    if effect is Effect.DISPLACED and (kind is NounKind.STRUCTURE or _travels(phrase, hit)):
        return "evacuat" in hit.trigger.words[0]  # "5,000 homes were evacuated"
    if kind is None:
        if effect in _OF_PEOPLE and not phrase.bare:
            return False  # "to release two recordings", "three bicycles were missing"
        if effect is Effect.RELEASED and (phrase.quantity.low or 0) >= _MONEY:
            return False  # "released millions in cash"
        return phrase.bare or weight < _NEAR or _is_counted_effect(phrase, hit)
    return kind in _PEOPLE or _is_counted_effect(phrase, hit)

"""Which counted noun phrase of a sentence an effect word speaks of.

Without a parse, a phrase is linked by what stands between it and the effect word. To its right it
takes words that suffer in it ("12 people in three villages were killed"), to its left words that do
it ("killing 12 and injuring 30"); the link with the least between wins. Parts ("including three
children") follow their whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsfacts.tokens import Tokens
from newsfacts_casualties.claims import Effect
from newsfacts_casualties.effects import Form, Hit
from newsfacts_casualties.lexicon import NounKind, closed, noun_kind
from newsfacts_casualties.nouns import Counted

__all__ = ["Link", "links"]

_FAR = 14
"""Tokens that may stand between a phrase and its effect word."""
_NEAR = 1.0
_PEOPLE_EFFECTS = frozenset(Effect) - {Effect.DAMAGED, Effect.LAUNCHED}
_TOLL_LEADS = frozenset(
    "at to of is was reached reaches hit hits passed passes topped tops exceeded exceeds stands stood "
    "near nears neared surpassed surpasses over above : among".split()
)
_BRINGS = frozenset(
    "bring brings bringing brought raise raises raising raised push pushes pushing pushed take takes "
    "taking took".split()
)
_GLUE = frozenset(
    "the a an and or of another other its his her their our those these all both".split()
)
_PARTS = frozenset("including includes included include them whom".split())


@attrs.frozen
class Link:
    """Ties a counted phrase to an effect word."""

    phrase: Counted
    hit: Hit
    effect: Effect
    rule: str
    whole: int | None = None
    """Index, among the sentence's links, of what this one is part of."""
    kind: NounKind | None = None


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
    return _Sentence(view, start, end, tuple(phrases), tuple(found)).links()


@attrs.frozen
class _Sentence:
    view: Tokens
    start: int
    end: int
    phrases: tuple[Counted, ...]
    hits: tuple[Hit, ...]

    def links(self) -> list[Link]:
        whole: dict[int, Link] = {}
        parts: list[int] = []
        for index, phrase in enumerate(self.phrases):
            if self._is_part(index, parts):
                parts.append(index)
            elif link := self._link(index, whole):
                whole[index] = link
        for index in parts:
            if link := self._part(index, whole) or self._link(index, whole):
                whole[index] = link
        order = sorted(whole)
        position = {index: place for place, index in enumerate(order)}
        return [
            attrs.evolve(link, whole=None if link.whole is None else position[link.whole])
            for link in (whole[index] for index in order)
        ]

    def _is_part(self, index: int, parts: Sequence[int]) -> bool:
        """Tell whether a phrase breaks down another: "including", "of them", "among them"."""
        lower, phrase = self.view.lower, self.phrases[index]
        before = lower[max(self.start, phrase.start - 2) : phrase.start]
        if phrase.anaphoric or (before and before[-1] in ("including", "includes", "whom")):
            return index > 0
        if before[-2:] in (["among", "them"], ["of", "them"], ["of", "whom"], ["including", "at"]):
            return index > 0
        if index - 1 in parts:
            gap = lower[self.phrases[index - 1].end : phrase.start]
            return set(gap) <= {",", "and", "as", "well"} and bool(gap)
        return False

    def _part(self, index: int, whole: dict[int, Link]) -> Link | None:
        """Give a part the effect of its whole: the nearest earlier count that is no part."""
        phrase = self.phrases[index]
        for other in range(index - 1, -1, -1):
            link = whole.get(other)
            if link is None or link.whole is not None:
                continue
            if (phrase.kind or NounKind.PEOPLE) is not (link.kind or NounKind.PEOPLE) and not (
                link.effect is Effect.DAMAGED
                and phrase.kind not in (NounKind.PEOPLE, NounKind.THING)
            ):
                continue
            return Link(phrase, link.hit, link.effect, "part", other, phrase.kind)
        return None

    def _link(self, index: int, whole: dict[int, Link]) -> Link | None:
        phrase = self.phrases[index]
        if (restated := whole.get(index - 1)) and phrase.kind in (NounKind.PEOPLE, NounKind.GROUP):
            if self.view.lower[restated.phrase.end : phrase.start] == ["("]:
                return attrs.evolve(restated, phrase=phrase, rule="restated", kind=phrase.kind)
        options: list[tuple[float, int, Link]] = []
        for rank, hit in enumerate(self.hits):
            for cost, rule in self._costs(index, hit, whole):
                effect = hit.trigger.effect
                kind = self._fits(phrase, effect, cost, hit)
                if kind is not False:
                    options.append((cost, rank, Link(phrase, hit, effect, rule, None, kind)))
        if not options:
            return None
        return min(options, key=lambda option: option[:2])[2]

    def _fits(
        self, phrase: Counted, effect: Effect, cost: float, hit: Hit
    ) -> NounKind | bool | None:
        """Tell whether what a phrase counts can suffer *effect*; return its kind, or False."""
        kind = phrase.kind
        if effect is Effect.LAUNCHED:
            return kind if kind is NounKind.MUNITION and not phrase.article else False
        if phrase.share:
            return kind if kind is not NounKind.THING else False
        if hit.trigger.people_only and kind not in (NounKind.PEOPLE, NounKind.GROUP):
            return False
        if hit.trigger.form is Form.NOUN and phrase.head in hit.trigger.words:
            return NounKind.PEOPLE
        if effect is Effect.DISPLACED and kind is NounKind.STRUCTURE:
            return kind if "evacuat" in hit.trigger.words[0] else False
        if effect is Effect.DAMAGED:
            if kind is NounKind.STRUCTURE:
                return kind
            return False
        if kind in (NounKind.PEOPLE, NounKind.GROUP):
            return kind
        if kind is None:
            return None if phrase.bare or cost < _NEAR else False
        return False

    def _costs(self, index: int, hit: Hit, whole: dict[int, Link]) -> list[tuple[float, str]]:
        phrase, form = self.phrases[index], hit.trigger.form
        if hit.start < phrase.end and phrase.start < hit.end:
            if form is Form.NOUN and hit.end == phrase.end:
                return [(0.9, "counted_effect")]
            inside = phrase.number <= hit.start and hit.end < phrase.end
            return [(1.5, "attribute")] if inside and form in (Form.EITHER, Form.BEFORE) else []
        costs: list[tuple[float, str]] = []
        if phrase.end <= hit.start:
            if (cost := self._brought_to(phrase, hit)) is not None:
                costs.append((cost, "toll_before"))
            if form is Form.NOUN and hit.start == phrase.end:
                costs.append((0.2, "counted_effect"))
            if form is Form.BEFORE or (form is Form.EITHER and not self._active(hit)):
                cost = self._right(index, hit)
                if cost is not None:
                    costs.append((cost, "suffers"))
            return costs
        if form in (Form.BEFORE, Form.EITHER) and (
            (cost := self._along_with(phrase, hit)) is not None
        ):
            costs.append((cost, "along_with"))
        if form is Form.TOLL or self._number_of(hit):
            cost = self._toll(phrase, hit)
            if cost is not None:
                costs.append((cost, "toll"))
        if form in (Form.ACTIVE, Form.AFTER) or self._active(hit):
            cost = self._left(index, hit, whole)
            if cost is not None:
                costs.append((cost, "done_to"))
        return costs

    def _active(self, hit: Hit) -> bool:
        """Tell whether a form that can be past or participle takes an object here."""
        if hit.trigger.form is not Form.EITHER or hit.passive or hit.end >= self.end:
            return False
        follows = self.view.lower[hit.end]
        if any(phrase.start == hit.end for phrase in self.phrases):
            return True
        if follows in closed("adverbs") or follows in closed("prepositions"):
            return False
        return (
            follows in closed("determiners")
            or follows in ("him", "them", "her", "himself", "herself", "civilians")
            or (
                self.view.words[hit.end][0].isupper()
                and not self.view.words[hit.start][0].isupper()
            )
            or noun_kind(follows) is not None
        )

    def _number_of(self, hit: Hit) -> bool:
        """Tell whether "number of", a few words before, makes a toll of an effect word."""
        before = self.view.lower[max(self.start, hit.start - 6) : hit.start]
        return "number" in before and "of" in before

    def _brought_to(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh "brings to 274,000 the number of people displaced"."""
        lower = self.view.lower
        before = lower[max(self.start, phrase.start - 4) : phrase.start]
        path = lower[phrase.end : hit.start]
        brought = before[-1:] == ["to"] and any(word in _BRINGS for word in before)
        if not brought or len(path) > _FAR or path[:1] != ["the"]:
            return None
        return 0.6 if hit.trigger.form is Form.TOLL or self._number_of(hit) else None

    def _between(self, start: int, end: int, but: Hit) -> bool:
        """Tell whether another effect word stands between."""
        return any(
            start <= hit.start < end and hit is not but and hit.trigger.form is not Form.NOUN
            for hit in self.hits
        )

    def _right(self, index: int, hit: Hit) -> float | None:
        """Weigh what stands between a phrase and an effect word to its right."""
        phrase, lower = self.phrases[index], self.view.lower
        path = lower[phrase.end : hit.start]
        following = self.phrases[index + 1] if index + 1 < len(self.phrases) else None
        if following and following.end <= hit.start and _joins(lower[phrase.end : following.start]):
            cost = self._right(index + 1, hit)
            if cost is not None and self._alike(phrase, following):
                return cost + 0.3
        path = _without_parenthesis(path)
        light = closed("adverbs") | closed("auxiliaries") | {"and", "or", "to", "the", "as"}
        joined = path[:1] in (["or"], ["and"])
        if all(word in light for word in path) and not joined:
            return 0.01 * len(path)
        others = [other for other in self.hits if phrase.end <= other.start < hit.start]
        if others and all(
            lower[other.end : other.end + 1] in (["or"], ["and"]) and other.passive
            for other in others
        ):
            return 2.5
        if len(path) > _FAR or self._between(phrase.end, hit.start, hit):
            return None
        prior = lower[phrase.start - 1] if phrase.start > self.start else ""
        if prior in closed("prepositions") - {"of", "by", "including", "with", "for", "than"}:
            return None
        first = path[0]
        relative = first in ("who", "that", "which", "whom")
        if any(word in closed("barriers") for word in path[1 if relative else 0 :]):
            return None
        if not (relative or first in closed("prepositions") or first in (",", "and")):
            return None
        if first == ",":
            return None
        if first == "and" and (not hit.passive or len(path) > 8):  # noqa: PLR2004
            return None
        if hit.trigger.form is Form.EITHER and not hit.passive:
            if lower[hit.end : hit.end + 1] not in (["by"], ["from"]):
                return None
        return 2 + 0.05 * len(path)

    def _alike(self, one: Counted, other: Counted) -> bool:
        """Tell whether two coordinated phrases can share an effect."""
        people = (NounKind.PEOPLE, NounKind.GROUP, None)
        return one.kind is other.kind or (one.kind in people and other.kind in people)

    def _left(self, index: int, hit: Hit, whole: dict[int, Link]) -> float | None:
        """Weigh what stands between a phrase and an effect word to its left."""
        phrase, lower = self.phrases[index], self.view.lower
        path = lower[hit.end : phrase.start]
        if all(word in _GLUE or word in closed("adverbs") for word in path) and len(path) < 4:  # noqa: PLR2004
            return 0.02 * len(path)
        if len(path) > _FAR or self._between(hit.end, phrase.start, hit):
            return None
        objects = [
            other
            for other in range(index)
            if self.phrases[other].start >= hit.end and other in whole and whole[other].hit is hit
        ]
        if not objects:
            return None
        gap = lower[self.phrases[objects[-1]].end : phrase.start]
        if not gap or gap[-1] not in ("and", ",", "plus", "or"):
            if gap[-3:] != ["as", "well", "as"]:
                return None
        if any(word in closed("barriers") or word in closed("auxiliaries") for word in gap):
            return None
        return 1 + 0.05 * len(gap)

    def _along_with(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh "was killed along with two of his bodyguards"."""
        lower = self.view.lower
        path = lower[hit.end : phrase.start]
        together = path[-2:] in (["along", "with"], ["together", "with"]) or path[-3:] == [
            "as",
            "well",
            "as",
        ]
        if not together or len(path) > _FAR or self._between(hit.end, phrase.start, hit):
            return None
        return 2.5

    def _toll(self, phrase: Counted, hit: Hit) -> float | None:
        """Weigh a number given for a toll: "put the death toll in Israel at 12"."""
        lower = self.view.lower
        path = lower[hit.end : phrase.start]
        if len(path) > _FAR or not path or self._between(hit.end, phrase.start, hit):
            return None
        if not phrase.bare and phrase.kind not in (NounKind.PEOPLE, NounKind.GROUP):
            return None
        lead = [word for word in path if word not in closed("adverbs")]
        if not lead or lead[-1] not in _TOLL_LEADS or lead[-1:] == ["by"]:
            return None
        return 0.5 + 0.01 * len(path)


def _joins(gap: list[str]) -> bool:
    """Tell whether the words between two phrases coordinate them: "and", ",", "or", "("."""
    return bool(gap) and set(gap) <= {"and", "or", ",", "(", "as", "well", "plus"} and gap != ["as"]


def _without_parenthesis(path: list[str]) -> list[str]:
    """Drop what stands between two commas, dashes or brackets after the phrase."""
    if path and path[0] in (",", "(", "[", "-", "–", "—", "--"):
        close = {"(": ")", "[": "]"}.get(path[0], path[0])
        if close in path[1:]:
            last = len(path) - 1 - path[::-1].index(close)
            return path[last + 1 :]
    return path

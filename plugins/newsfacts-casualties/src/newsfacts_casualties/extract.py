"""The extractor of casualties: sentence by sentence, only where an effect word and a count meet."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from spacy.tokens import Doc

from newsfacts import (
    ActorClaim,
    Article,
    ClaimId,
    Comparator,
    DateClaim,
    Quantity,
)
from newsfacts.quantities import bounded, quantities
from newsfacts.tokens import Tokens, tokens
from newsfacts_casualties.claims import CasualtyClaim
from newsfacts_casualties.lexicon import NounKind, gate, noun_kind
from newsfacts_casualties.linking import Link, hits, links
from newsfacts_casualties.nouns import Counted, counted, unit

__all__ = ["Casualties"]


@attrs.frozen
class Casualties:
    """Finds counts of people and structures that something happened to."""

    points_group: bool = False
    """Whether a point groups thousands ("2.090" is two thousand and ninety)."""

    def __call__(
        self,
        doc: Doc,
        article: Article,
        dates: tuple[DateClaim, ...] = (),
        actors: tuple[ActorClaim, ...] = (),
    ) -> Iterator[CasualtyClaim]:
        """Yield the casualties of an article, in the order of its text."""
        view = tokens(doc)
        words = gate()
        lower = view.lower
        seen: set[ClaimId] = set()
        for start, end in view.sentences:
            if words.isdisjoint(lower[start:end]):
                continue
            for claim in self._sentence(view, start, end, dates, actors):
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield claim

    def _sentence(
        self,
        view: Tokens,
        start: int,
        end: int,
        dates: tuple[DateClaim, ...],
        actors: tuple[ActorClaim, ...],
    ) -> Iterator[CasualtyClaim]:
        found = hits(view, start, end)
        if not found:
            return
        mentions = quantities(
            view.text, view.starts[start], view.end(end - 1), points_group=self.points_group
        )
        phrases: list[Counted] = []
        for mention in mentions:
            phrase = counted(view, mention, end)
            if phrase is not None:
                if phrases and phrase.start < phrases[-1].end:
                    phrases[-1] = phrase if phrase.start <= phrases[-1].start else phrases[-1]
                    continue
                phrases.append(phrase)
        if not phrases:
            return
        made: list[CasualtyClaim] = []
        for link in links(view, start, end, phrases, found):
            whole = made[link.whole] if link.whole is not None else None
            made.append(_claim(view, start, link, whole, made))
        yield from made
        yield from _mostly(view, start, end, made)


def _claim(
    view: Tokens, start: int, link: Link, whole: CasualtyClaim | None, made: list[CasualtyClaim]
) -> CasualtyClaim:
    phrase = link.phrase
    group = (
        " ".join(view.text[view.starts[phrase.number] : view.end(phrase.end - 1)].split()) or None
    )
    if phrase.number >= phrase.end:
        group = next((claim.group for claim in reversed(made) if claim.unit == "people"), None)
    if group and group.startswith("of "):
        group = group[3:]
    return CasualtyClaim(
        span=view.span(phrase.start, phrase.end),
        effect=link.effect,
        count=phrase.quantity,
        unit="people" if link.kind is NounKind.PEOPLE and not phrase.share else unit(view, phrase),
        group=group,
        of=group if phrase.share else None,
        part_of=whole.id if whole else None,
        rule=link.rule,
    )


def _mostly(
    view: Tokens, start: int, end: int, made: list[CasualtyClaim]
) -> Iterator[CasualtyClaim]:
    """Yield "mostly women and children" as more than half of the count before it."""
    lower = view.lower
    for at in range(start, end):
        if lower[at] not in ("mostly", "mainly", "largely"):
            continue
        last = at + 1
        while last < end and (
            noun_kind(lower[last]) is NounKind.PEOPLE or lower[last] in ("and", "young", "elderly")
        ):
            last += 1
        if last == at + 1:
            continue
        before = [claim for claim in made if claim.span.end <= view.starts[at] and claim.count.low]
        wholes = [claim for claim in before if claim.part_of is None and claim.unit == "people"]
        if wholes:
            whole = wholes[-1]
            low = bounded(whole.count.low, Comparator.MOST_OF).low
            yield attrs.evolve(
                whole,
                span=view.span(at, last),
                count=Quantity(value=None, low=low, high=None, comparator=Comparator.MOST_OF),
                group=view.span(at + 1, last).text,
                part_of=whole.id,
                rule="mostly",
            )

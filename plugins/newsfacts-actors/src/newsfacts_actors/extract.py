"""The extractor: names, then who they are, then one claim an actor."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from newsfacts import ActorClaim, Article, Mention
from newsfacts.tokens import tokens
from newsfacts.values import ActorId
from spacy.tokens import Doc

from newsfacts_actors.knowledge import knowledge, words
from newsfacts_actors.link import Identified, link
from newsfacts_actors.recognise import recognise
from newsfacts_actors.lines import titled_lines

__all__ = ["Actors"]


@attrs.frozen
class Actors:
    """Finds the actors of an article; calling it yields one claim an actor, in order of mention."""

    def __call__(self, article: Article, doc: Doc) -> Iterator[ActorClaim]:
        """Yield the actors of *article*."""
        view = tokens(doc)
        openings = {view.starts[first] for first, _ in view.sentences}
        known, lexicon = knowledge(), words()
        found = list(
            recognise(article.text, known, lexicon, openings, titled_lines(article.text))
        )
        actors: dict[str, list[Identified]] = {}
        for one in link(article.text, found, known, lexicon):
            actors.setdefault(one.actor, []).append(one)
        for actor, mentions in actors.items():
            first = mentions[0]
            yield ActorClaim(
                span=article.span(first.start, first.end),
                actor=ActorId(actor),
                name=first.name,
                type=first.type,
                country=first.country,
                rule=first.rule,
                mentions=tuple(
                    Mention(m.start, m.end, article.text[m.start : m.end], form=m.form)
                    for m in mentions
                ),
            )

"""The extractor: names, then who they are, then what refers to them, then one claim an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

import attrs

from newsfacts import ActorClaim, Article, Mention
from newsfacts.tokens import Tokens
from newsfacts.values import ActorId, Span
from newsfacts_actors.capitals import shouted_names
from newsfacts_actors.entities import with_entities
from newsfacts_actors.kinds import OTHER
from newsfacts_actors.knowledge import Knowledge, knowledge, words
from newsfacts_actors.lines import lines
from newsfacts_actors.link import Identified, link
from newsfacts_actors.recognise import recognise
from newsfacts_actors.refer import references
from newsfacts_actors.roles import Role, roles
from newsfacts_actors.tables import UserActor, extended, read_table

__all__ = ["Actors"]


@attrs.frozen
class Actors:
    """Finds the actors of an article; calling it yields one claim an actor, in order of mention.

    Its options are the user's own knowledge, which wins over the tables of the plugin.
    """

    table: str | None = None
    """Path of a TOML file of [[actor]] tables."""
    actor: tuple[UserActor, ...] = ()
    """Actors given as options."""
    ignore: tuple[str, ...] = ()
    """Names of the plugin's tables to leave out."""

    def __call__(self, article: Article, tokens: Tokens) -> Iterator[ActorClaim]:
        """Yield the actors of *article*.

        Raises:
            OSError, ValueError: if the user's table cannot be read.
        """
        text = article.text
        known, lexicon = _knowledge(self.table, self.actor, self.ignore), words()
        titled, shouted = lines(text)
        found = recognise(tokens, known, lexicon, titled=titled, shouted=shouted)
        if shouted:
            found += shouted_names(text, known, lexicon, shouted)
            found.sort()
        if tokens.doc is not None and tokens.doc.ents:
            found = with_entities(found, tokens.doc)
        mentions = link(text, found, known, lexicon)
        held = roles(text, mentions, lexicon)
        referring = list(references(text, mentions, held))
        if referring:
            mentions = sorted(mentions + referring, key=_PLACE)
        yield from _claims(article, mentions, held)


_PLACE = itemgetter(0, 1)
"""Where a mention begins and ends."""


@cache
def _knowledge(
    table: str | None, actors: tuple[UserActor, ...], ignored: tuple[str, ...]
) -> Knowledge:
    """Return the plugin's tables with the user's, made once for each set of options."""
    own = (*read_table(table), *actors) if table else actors
    return extended(knowledge(), own, ignored) if own or ignored else knowledge()


def _claims(
    article: Article, mentions: Sequence[Identified], held: dict[str, Role]
) -> Iterator[ActorClaim]:
    """Yield one claim for each actor of *mentions*."""
    text = article.text
    actors: dict[str, list[Identified]] = {}
    for mention in mentions:
        actor = mention.who.id
        if actor in actors:
            actors[actor].append(mention)
        else:
            actors[actor] = [mention]
    for actor, own in actors.items():
        first = sure = own[0]
        if first.who.type is OTHER:
            sure = next((one for one in own if one.who.type is not OTHER), first)
        who, role = sure.who, held.get(actor)
        yield ActorClaim(
            span=Span(first.start, first.end, text[first.start : first.end]),
            actor=ActorId(actor),
            name=who.name,
            type=who.type,
            role=role.text if role else None,
            affiliation=ActorId(role.affiliation) if role and role.affiliation else None,
            country=who.country or (role.country if role else None),
            rule=sure.rule,
            mentions=tuple(
                [Mention(start, end, text[start:end], form) for start, end, _, form, _ in own]
            ),
        )

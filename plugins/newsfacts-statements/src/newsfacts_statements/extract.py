"""Finds every statement of an article: who says what, and resolves who that is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress
from operator import itemgetter

import attrs

from newsfacts import ActorClaim, SpeechAct, StatementClaim
from newsfacts.claims import Quotation
from newsfacts.syntax import Syntax, syntax
from newsfacts.tokens import Tokens
from newsfacts_statements.continuations import continued
from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.nouns import nouns
from newsfacts_statements.quotes import quotes
from newsfacts_statements.reading import Range, Reading
from newsfacts_statements.relation import Relation
from newsfacts_statements.relations import relations
from newsfacts_statements.speakers import Speakers
from newsfacts_statements.units import Quotations, Unit, units

__all__ = ["Statements"]


@attrs.frozen
class Statements:
    """Yields the attribution relations of an article."""

    __name__ = "statements"

    speech_only: bool = False
    """Whether to leave out beliefs and wishes and keep what was said."""

    def __call__(
        self, view: Tokens, actors: tuple[ActorClaim, ...] = ()
    ) -> Iterator[StatementClaim]:
        """Yield the statements of an article, in the order of their cues."""
        shallow = syntax(view)
        quotations = Quotations.of(view, quotes(view.text))
        speakers = Speakers(shallow, actors)
        seen = set()
        found = _found(shallow, quotations)
        for relation in continued(found, view, quotations):
            if self.speech_only and relation.act in _BELIEFS:
                continue
            claim = _claim(view, quotations, relation, speakers)
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim


@cache
def _gate() -> frozenset[str]:
    """Return every word that can be a cue: a sentence without one is not read."""
    return frozenset((*cues(), *nouns(), "according"))


def _found(shallow: Syntax, quotations: Quotations) -> Iterator[tuple[Unit, list[Relation]]]:
    """Yield each unit with what it attributes; only one with a cue word is read."""
    view, closed = shallow.tokens, words()
    lower = view.lower
    hits = list(compress(range(len(lower)), map(_gate().__contains__, lower)))
    hits = quotations.outside(hits)
    at, count = 0, len(hits)
    for unit in units(view, quotations, hits):
        first = at
        while at < count and hits[at] < unit.end:
            at += 1
        # The first line may be a headline that names its source by a colon alone.
        if at > first or not unit.start:
            reading = Reading(shallow, lower, quotations, closed, unit, hits[first:at])
            yield unit, relations(reading)
        else:
            yield unit, []


_END = itemgetter(1)
_BELIEFS = frozenset((SpeechAct.BELIEF,))


def _claim(
    view: Tokens, quotations: Quotations, relation: Relation, speakers: Speakers
) -> StatementClaim:
    pieces = relation.content
    if len(pieces) > 1:
        pieces = tuple(sorted(pieces))
    content = tuple([view.span(*piece) for piece in pieces])
    hull = content[0] if len(pieces) == 1 else view.span(pieces[0][0], max(pieces, key=_END)[1])
    source = view.span(*relation.source) if relation.source else None
    speaker = speakers.resolve(relation.source, relation.content) if relation.source else None
    return StatementClaim(
        span=hull,
        source=source,
        cue=view.span(*relation.cue),
        content=content,
        quotation=_quotation(quotations, relation.content),
        speaker=speaker.actor if speaker else None,
        speaker_name=speaker.name if speaker else None,
        act=relation.act,
        negated=relation.negated,
        hedge=view.span(*relation.hedge).text if relation.hedge else None,
        rule=relation.rule,
    )


def _quotation(quotations: Quotations, content: tuple[Range, ...]) -> Quotation:
    """Tell whether the content is quoted wholly, partly or not at all."""
    if not quotations.ranges:
        return "indirect"
    for start, end in content:
        if quotations.closes.get(start) != end:
            break
    else:
        return "direct"
    return "mixed" if any(quotations.within(*piece) for piece in content) else "indirect"

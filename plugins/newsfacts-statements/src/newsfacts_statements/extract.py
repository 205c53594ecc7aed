"""Finds every statement of an article: who says what, and resolves who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress, pairwise
from operator import itemgetter

import attrs

from newsfacts import ActorClaim, Span, SpeechAct, StatementClaim
from newsfacts.claims import Quotation
from newsfacts.syntax import Syntax, syntax
from newsfacts.tokens import Tokens
from newsfacts_statements.continuations import continued
from newsfacts_statements.headlines import label
from newsfacts_statements.lexicon import cues, words
from newsfacts_statements.nouns import nouns
from newsfacts_statements.quotes import quotes
from newsfacts_statements.reading import Range, Reading
from newsfacts_statements.relation import Relation
from newsfacts_statements.relations import relations
from newsfacts_statements.speakers import Speakers
from newsfacts_statements.units import Quotations, units

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
        for relation in _relations(shallow, quotations):
            if self.speech_only and relation.act in _BELIEFS:
                continue
            claim = _claim(view, quotations, relation, speakers)
            if claim.id not in seen:
                seen.add(claim.id)
                yield claim


@cache
def _gate() -> tuple[frozenset[str], dict[str, frozenset[str] | None]]:
    """Return every word that can be a cue, and the words one of which must follow each.

    None where anything can: a verb needs no particle. A sentence without a cue is not read.
    """
    gate: dict[str, frozenset[str] | None] = {"according": frozenset(("to",))}
    for word, noun in nouns().items():
        gate[word] = noun.followers
    for word, senses in cues().items():
        particles = [sense.cue.particle[:1] for sense in senses]
        known = gate.get(word) or frozenset()
        gate[word] = known.union(*particles) if all(particles) else None
    return frozenset(gate), gate


def _hits(lower: list[str]) -> list[int]:
    """Return the tokens that can be cues."""
    (words_, gate), size = _gate(), len(lower)
    hits = []
    for at in compress(range(size), map(words_.__contains__, lower)):
        followers = gate[lower[at]]
        if followers is None or (at + 1 < size and lower[at + 1] in followers):
            hits.append(at)
    return hits


def _relations(shallow: Syntax, quotations: Quotations) -> Iterable[Relation]:
    """Return what each unit attributes; only one with a cue word is read."""
    view, closed, lower = shallow.tokens, words(), shallow.tokens.lower
    hits = quotations.outside(_hits(lower))
    labels = {first - 1 for first in quotations.starts if lower[first - 1] == ":"}
    found: list[tuple[int, int, list[Relation]]] = []
    for start, end, cue_words in units(view, quotations, hits):
        # The first line may be a headline that names its source by a colon alone.
        if cue_words or not start or (labels and label(lower, start, end) in labels):
            reading = Reading(shallow, lower, quotations, closed, start, end, cue_words)
            found.append((start, end, relations(reading)))
        else:
            found.append((start, end, []))
    if quotations.ranges:
        return continued(found, view, quotations)
    return [relation for _, _, several in found for relation in several]


_END = itemgetter(1)
_BELIEFS = frozenset((SpeechAct.BELIEF,))
_SELVES = frozenset("i we he she it they".split())
_WILL = frozenset("will would shall 'll ’ll".split())
_PENALTIES = frozenset(
    "punished punish targeted retaliate retaliated destroyed executed attacked consequences price"
    " sanctions reprisals retaliation".split()
)
_NOBODY = frozenset("no nobody none neither".split())
"""Who leads with these says nothing: "No group claimed responsibility"."""


def _claim(
    view: Tokens, quotations: Quotations, relation: Relation, speakers: Speakers
) -> StatementClaim:
    who, cue, pieces, _, rule, negated, hedge = relation
    span = view.span
    if len(pieces) == 1:
        hull = span(*pieces[0])
        content: tuple[Span, ...] = (hull,)
    else:
        pieces = tuple(sorted(pieces))
        content = tuple([span(*piece) for piece in pieces])
        hull = span(pieces[0][0], max(pieces, key=_END)[1])
    speaker = speakers.resolve(who, pieces) if who else None
    return StatementClaim(
        span=hull,
        source=span(*who) if who else None,
        cue=span(*cue),
        content=content,
        quotation=_quotation(quotations, pieces) if quotations.ranges else "indirect",
        speaker=speaker.actor if speaker else None,
        speaker_name=speaker.name if speaker else None,
        act=_act(view.lower, relation),
        negated=negated or (who is not None and view.lower[who[0]] in _NOBODY),
        hedge=span(*hedge).text if hedge else None,
        rule=rule,
    )


def _act(lower: list[str], relation: Relation) -> SpeechAct:
    """Return what is done by saying it: who warns of what others will do threatens nobody."""
    if relation.act is not SpeechAct.THREAT or not lower[relation.cue[0]].startswith("warn"):
        return relation.act
    said = [word for start, end in relation.content for word in lower[start:end]]
    own = any(one in _SELVES and other in _WILL for one, other in pairwise(said))
    harm = not _WILL.isdisjoint(said) and not _PENALTIES.isdisjoint(said)
    return SpeechAct.THREAT if own or harm else SpeechAct.CONCERN


def _quotation(quotations: Quotations, content: tuple[Range, ...]) -> Quotation:
    """Tell whether the content is quoted wholly, partly or not at all."""
    closes, quoted = quotations.closes, False
    for start, end in content:
        if closes.get(start) != end:
            break
    else:
        return "direct"
    for start, end in content:
        quoted = quoted or quotations.within(start, end)
    return "mixed" if quoted else "indirect"

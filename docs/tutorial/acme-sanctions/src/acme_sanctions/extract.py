"""The extractor: a pattern finds the words, the claims of other plugins say who and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsfacts import ActorClaim, Article, DateClaim, Mention, Party, Span, Status
from newsfacts.tokens import Tokens

from acme_sanctions.claims import Measure, SanctionClaim

__all__ = ["sanctions"]

PATTERN = re.compile(
    r"""
    (?P<future> \b(?:will|would|to)\s+ )?
    (?P<words>
      \b (?: (?P<imposed> impos(?:e[sd]?|ing) | slap(?:s|ped)? )
           | (?P<lifted> lift(?:s|ed|ing)? | eas(?:e[sd]?|ing) ) )
      (?: \s+ [\w-]+ ){0,3}? \s+ sanctions \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
AGAINST = re.compile(r"\s+(?:on|against)\b", re.IGNORECASE)


def sanctions(
    article: Article, tokens: Tokens, actors: tuple[ActorClaim, ...], dates: tuple[DateClaim, ...]
) -> Iterator[SanctionClaim]:
    """Yield every imposing and lifting of sanctions that stands in the active voice."""
    for found in PATTERN.finditer(article.text):
        span = article.span(*found.span("words"))
        first, last = tokens.sentence_range(tokens.at(span.start))
        sentence = tokens.span(first, last)
        named = [(m, a) for a in actors for m in a.mentions if sentence.contains(m)]
        against = AGAINST.match(article.text, span.end)
        yield SanctionClaim(
            span=span,
            measure=Measure.IMPOSED if found["imposed"] else Measure.LIFTED,
            status=Status.PLANNED if found["future"] else Status.ACTUAL,
            imposer=last_before(span, named),
            target=first_after(span, named) if against else None,
            interval=next((d.interval for d in dates if sentence.contains(d.span)), None),
            rule="active",
        )


Named = Iterable[tuple[Mention, ActorClaim]]


def last_before(span: Span, named: Named) -> Party | None:
    """Return the actor named last before *span*."""
    before = [each for each in named if each[0].end <= span.start]
    if not before:
        return None
    mention, actor = max(before, key=lambda each: each[0].start)
    return Party.at(mention, actor.actor)


def first_after(span: Span, named: Named) -> Party | None:
    """Return the actor named first after *span*."""
    after = [each for each in named if each[0].start >= span.end]
    if not after:
        return None
    mention, actor = min(after, key=lambda each: each[0].start)
    return Party.at(mention, actor.actor)

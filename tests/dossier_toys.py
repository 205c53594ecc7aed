"""A toy kind with a linker, and extractions made by hand, for the tests of the dossier."""

import datetime as dt
import itertools

from toys import FloodClaim

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    Article,
    Attribution,
    Extraction,
    Mention,
    MentionForm,
    Party,
    Quantity,
)
from newsfacts.dossier import FactKey, Linker, Point, Relation, RelationKind, Series


def actor(of, words, actor_id, **more):
    start = of.text.index(words)
    mention = Mention(start, start + len(words), words, MentionForm.NAME)
    return ActorClaim(
        span=of.span(start, start + len(words)),
        actor=ActorId(actor_id),
        name=words,
        type=more.pop("type", ActorType.PLACE),
        mentions=(mention,),
        **more,
    )


def report(depth, day, *, name=None, river="Oder", more="", source=None, text=None):
    """Return the extraction of an article that says how deep a river stands."""
    text = text or f"The {river} stood {depth} metres deep. {more}"
    article = Article(text, id=name or f"{day}-{depth}", published=day)
    words = f"{depth} metres deep"
    start = text.index(words)
    claim = FloodClaim(
        span=article.span(start, start + len(words)),
        depth=Quantity(value=depth, low=depth, high=depth),
        river=Party(river, ActorId(river.lower())),
        attribution=Attribution(source=source) if source else None,
        rule="toy",
    )
    return Extraction(article, (actor(article, river, river.lower()), claim))


def fact(one):
    return FactKey((one.claim.river.actor, one.claim.depth.value), one.published)


def rising(facts):
    ordered = sorted(facts, key=lambda each: each.first.published)
    for one, other in itertools.pairwise(ordered):
        if other.first.claim.depth.value > one.first.claim.depth.value:
            evidence = one.first, other.first
            yield Relation(RelationKind.SUPERSEDES, one, other, "it rose", evidence)


def depths(facts):
    points = tuple(
        Point(each.first.published, each, each.first.claim.text, value=each.first.claim.depth.value)
        for each in sorted(facts, key=lambda each: each.first.published or dt.date.max)
    )
    yield Series("acme.flood", (("river", facts[0].first.claim.river.text),), None, points)


FLOODS = Linker(
    kind=FloodClaim,
    block=lambda one: one.claim.river.actor,
    fact=fact,
    relate=rising,
    trace=depths,
    columns=lambda each: {"river": each.first.claim.river.text},
)

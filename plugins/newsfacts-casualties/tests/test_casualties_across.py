"""Counts across articles: which are one fact, which toll they belong to, which cannot both be so.

Claims are made by hand, so that what another plugin finds has no part in it.
"""

import datetime as dt
import re

import pytest

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    Article,
    Attribution,
    Comparator,
    Extraction,
    Interval,
    Mention,
    MentionForm,
    Quantity,
    Status,
)
from newsfacts.dossier import Dossier, RelationKind
from newsfacts_casualties.across import linker
from newsfacts_casualties.claims import CasualtyClaim, Effect

ACTORS = {
    "Norlanders": ("norlanders", ActorType.POPULATION, "NOR"),
    "Norland": ("norland", ActorType.STATE, "NOR"),
    "Ost Province": ("ost_province", ActorType.PLACE, "NOR"),
    "Ost": ("ost", ActorType.PLACE, "NOR"),
    "West": ("west", ActorType.PLACE, "NOR"),
}


def actors(of):
    for name, (actor, kind, country) in ACTORS.items():
        found = [
            Mention(*each.span(), name, MentionForm.NAME)
            for each in re.finditer(rf"\b{name}\b", of.text)
        ]
        if found:
            yield ActorClaim(
                span=of.span(found[0].start, found[0].end),
                actor=ActorId(actor),
                name=name,
                type=kind,
                country=country,
                mentions=tuple(found),
            )


def report(text, words, value, day, *, since=None, until=None, source=None, **more):
    """Return the extraction of an article that has one count."""
    article = Article(text, published=day)
    start = text.index(words)
    more.setdefault("count", Quantity(value=value, low=value, high=value))
    interval = Interval(
        dt.date.fromisoformat(since) if since else None,
        dt.date.fromisoformat(until) if until else None,
    )
    claim = CasualtyClaim(
        span=article.span(start, start + len(words)),
        effect=more.pop("effect", Effect.KILLED),
        interval=interval if since or until else None,
        attribution=Attribution(source=source) if source else None,
        **more,
    )
    return Extraction(article, (*actors(article), claim))


def people(value, day, **more):
    text = f"The war has killed {value} Norlanders ({day})."
    return report(text, f"{value} Norlanders", value, day, group="Norlanders", **more)


def in_ost(value, day, *, place="Ost Province", **more):
    text = f"Shelling killed {value} in {place} ({day})."
    return report(text, str(value), value, day, place=place, **more)


def dossier(*reports):
    return Dossier(reports, linkers=[linker()])


def tolls(*reports):
    return [
        (dict(each.labels)["place"], str(each.start), [point.value for point in each.points])
        for each in dossier(*reports).series
    ]


def test_who_is_named_and_where_it_is_meet():
    found = tolls(
        in_ost(300, "2030-02-01", since="2030-01-01"),
        people(400, "2030-02-20", since="2030-01-02"),
        in_ost(512, "2030-03-01", since="2030-01-01", place="Ost"),
    )
    assert found == [("Ost", "2030-01-01", [300, 400, 512])]


def test_wars_are_not_mixed():
    found = tolls(
        people(700, "2030-02-01", since="2030-01-01"),
        people(512, "2034-02-20", since="2034-01-05"),
    )
    assert found == [("", "2030-01-01", [700]), ("", "2034-01-05", [512])]


@pytest.mark.parametrize(
    ("value", "day", "joins"),
    [(400, "2030-02-15", True), (200, "2030-02-15", False), (900, "2030-02-15", False),
     (400, "2032-02-15", False)],
    ids=["between", "below the figure before", "above the figure after", "long after"],
)  # fmt: skip
def test_a_count_without_a_start_joins_only_what_it_continues(value, day, joins):
    found = dossier(
        in_ost(300, "2030-02-01", since="2030-01-01"),
        in_ost(512, "2030-03-01", since="2030-01-01"),
        people(value, day),
    ).series
    points = {point.value: point for each in found if each.start for point in each.points}
    assert (value in points) == joins
    if joins:
        assert set(points[value].implied) == {"since", "place"}


def test_places_apart_are_tolls_apart():
    found = tolls(
        in_ost(300, "2030-02-01", since="2030-01-01"),
        in_ost(21, "2030-02-01", since="2030-01-01", place="West"),
    )
    assert found == [("Ost", "2030-01-01", [300]), ("West", "2030-01-01", [21])]


@pytest.mark.parametrize(
    "more",
    [
        {"since": "2030-02-01", "until": "2030-02-02"},
        {"negated": True},
        {"status": Status.PREDICTED},
    ],
    ids=["a day's", "denied", "predicted"],
)
def test_what_is_no_toll(more):
    assert not tolls(people(512, "2030-02-02", **({"since": "2030-01-01"} | more)))


def test_a_part_is_no_toll():
    assert not tolls(people(512, "2030-02-02", since="2030-01-01", part_of="0" * 16))


def test_a_count_of_nobody_known_is_no_toll():
    text = "The mine fire has killed 300."
    assert not tolls(report(text, "300", 300, "2030-02-01", since="2030-01-01"))


def test_a_rising_toll_supersedes():
    found = dossier(
        people(300, "2030-02-01", since="2030-01-01"), people(512, "2030-03-01", since="2030-01-01")
    )
    (relation,) = found.relations
    assert relation.kind is RelationKind.SUPERSEDES
    assert [each.claim.count.value for each in relation.evidence] == [300, 512]


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ({"value": 512, "day": "2030-02-01"}, {"value": 300, "day": "2030-02-09"}, True),
        ({"value": 512, "day": "2030-02-01", "source": "a"},
         {"value": 300, "day": "2030-02-01", "source": "b"}, True),
        ({"value": 512, "day": "2030-02-01", "source": "a"},
         {"value": 300, "day": "2030-02-01", "source": "a"}, False),
        ({"value": 512, "day": "2030-02-01"},
         {"value": 300, "day": "2030-02-09",
          "count": Quantity(value=300, low=300, comparator=Comparator.MORE_THAN)}, False),
        ({"value": 512, "day": "2030-02-01", "effect": Effect.DISPLACED},
         {"value": 300, "day": "2030-02-09", "effect": Effect.DISPLACED}, False),
    ],
    ids=["it fell", "two sources", "one source", "an old bound still holds", "people return"],
)  # fmt: skip
def test_counts_that_cannot_both_be_so(one, other, wrong):
    found = dossier(*(people(**each, since="2030-01-01") for each in (one, other)))
    assert [bool(found.contradictions), len(found.relations)] == [wrong, int(wrong)]


def test_a_telling_figure_is_one_fact_a_small_one_needs_place_and_day():
    (one,) = dossier(people(512, "2030-02-01"), in_ost(512, "2030-02-20")).facts
    assert one.reports == 2
    small = [
        in_ost(4, "2030-02-01"),
        in_ost(4, "2030-02-20"),
        in_ost(4, "2030-02-01", place="West"),
    ]
    assert len(dossier(*small).facts) == 3
    assert len(dossier(in_ost(4, "2030-02-01"), in_ost(4, "2030-02-02", place="Ost")).facts) == 1


def test_nearly_and_more_than_are_not_one():
    nearly = Quantity(value=1900, high=1900, comparator=Comparator.NEARLY)
    over = Quantity(value=1900, low=1900, comparator=Comparator.MORE_THAN)
    found = dossier(
        people(1900, "2030-02-01", count=nearly), people(1900, "2030-02-02", count=over)
    )
    assert len(found.facts) == 2

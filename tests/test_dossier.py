"""Many articles together: facts, who reports them, what supersedes what, whatever the order."""

import sys

import attrs
import pytest
from dossier_toys import FLOODS, report
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import ActorClaim, ActorId, ActorType, Article, Extraction, Mention
from newsfacts.dossier import Dossier, Linker, nearby
from newsfacts.dossier.copies import copies
from newsfacts.dossier.people import merged
from newsfacts.errors import NewsfactsError
from newsfacts.extraction import Code

FILLER = (
    "Engineers watched the dykes through the night while volunteers filled sandbags in the old"
    " town hall and the mayor asked people to stay away from the banks until the morning."
)
OTHER = (
    "A spokeswoman for the water board told reporters in the capital that pumps had been moved"
    " upstream, that schools would close for a day and that no bridge was in danger so far."
)


def dossier(*reports, linkers=(FLOODS,)):
    return Dossier(reports, linkers=linkers)


def shape(of):
    """Return all that a dossier says, without identities of objects."""
    return (
        [(each.id, each.reports, each.voices, *(m.where for m in each.members)) for each in of],
        [(each.kind, each.earlier.id, each.later.id) for each in of.relations],
        [(each.title, [(p.day, p.fact.id) for p in each.points]) for each in of.series],
        of.actors,
    )  # fmt: skip


def test_equal_claims_of_near_days_are_one_fact_with_all_as_evidence():
    found = dossier(
        report(4, "2024-05-01", more=FILLER),
        report(4, "2024-05-02", more=OTHER, source="the mayor"),
        report(4, "2024-07-01"),
        report(5, "2024-05-03"),
    )
    first, other, later = found.facts
    assert [len(each.members) for each in found] == [2, 1, 1]
    assert (first.reports, first.corroborated, first.voices) == (2, True, ("the mayor",))
    assert other.first.claim.depth.value == 5
    assert str(later.days[0]) == "2024-07-01"


def test_copies_of_one_text_are_one_report():
    found = dossier(
        report(4, "2024-05-01", name="wire", more=FILLER),
        report(4, "2024-05-02", name="copy", more=FILLER + " (Reporting by others.)"),
    )
    (fact,) = found.facts
    assert (len(fact.members), fact.reports) == (2, 1)
    assert found.origins == {"wire": "wire", "copy": "wire"}


def test_without_the_library_one_article_is_read_and_the_second_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "datasketch", None)
    days = iter([report(n, f"2024-05-0{n}", name=f"a{n}") for n in (1, 2, 3)])
    with pytest.raises(NewsfactsError, match=r"install newsfacts\[dossier\]"):
        Dossier(days, linkers=[FLOODS])
    assert Dossier(days, linkers=[FLOODS]).articles[0].id == "a3"


def test_a_copy_is_told_by_runs_of_words_not_by_its_subject():
    long = f"{FILLER} {OTHER}"
    texts = [("a", long), ("b", long.replace("night", "day")), ("c", OTHER), ("d", "Short.")]
    assert copies(texts) == {"a": "a", "b": "a", "c": "c", "d": "d"}
    assert copies([("x", ""), ("y", "...")]) == {"x": "x", "y": "x"}


def test_relations_and_series_come_from_the_linker_a_block_at_a_time():
    found = dossier(
        report(4, "2024-05-01"), report(6, "2024-05-20"), report(5, "2024-05-10", river="Elbe")
    )
    (relation,) = found.relations
    assert [each.claim.text for each in relation.evidence] == ["4 metres deep", "6 metres deep"]
    assert [each.title for each in found.series] == ["Elbe", "Oder"]
    assert [point.value for point in found.series[1].points] == [4, 6]
    assert found.columns(found.facts[0]) == {"river": "Oder"}
    assert not found.contradictions


def test_a_kind_without_a_linker_is_listed_not_merged():
    found = dossier(report(4, "2024-05-01"), report(4, "2024-05-02"), linkers=())
    assert [len(each.members) for each in found] == [1, 1]
    assert not found.series
    assert found.title(found.facts[0]) == "4"


def test_actors_are_merged_by_id():
    one, other = report(4, "2024-05-01"), report(5, "2024-05-02", river="Oder")
    claims = (attrs.evolve(other.claims[0], name="River Oder", country="POL"), other.claims[1])
    (actor,) = dossier(one, Extraction(other.article, claims)).actors
    assert (actor.id, actor.country, actor.mentions) == ("oder", "POL", 2)
    assert actor.names == ("Oder", "River Oder")
    assert len(actor.articles) == 2


def test_an_actor_is_what_most_articles_say_it_is():
    said = [
        ("b", "Oder", ActorType.STATE, "POL", "noaa", "river"),
        ("a", "the Oder", ActorType.PLACE, "DEU", "eu", None),
        ("c", "Oder", ActorType.PLACE, "DEU", "eu", "border"),
        ("c", "Odra", ActorType.PLACE, None, None, "river"),
    ]
    words = Article("Oder").span(0, 4)
    mention = Mention(0, 4, "Oder", "name")
    claims = [
        ActorClaim(
            span=words, actor=ActorId("oder"), name=name, type=kind, country=country,
            affiliation=affiliation and ActorId(affiliation), role=role, mentions=(mention,),
        )
        for _, name, kind, country, affiliation, role in said
    ]  # fmt: skip
    rare = attrs.evolve(claims[0], actor=ActorId("aare"))
    located = [*zip([each[0] for each in said], claims, strict=True), ("a", rare)]
    first, second = merged(located)
    assert (first.id, second.id) == ("oder", "aare")
    assert (first.name, first.type, first.country, first.affiliation) == (
        "Oder", ActorType.PLACE, "DEU", "eu",
    )  # fmt: skip
    assert (first.roles, first.articles, first.mentions) == (
        ("border", "river"), ("b", "a", "c"), 4,
    )  # fmt: skip
    assert first.names == ("Oder", "Odra", "the Oder")


def test_what_a_linker_raises_is_a_diagnostic_and_costs_only_what_was_asked():
    def broken(_):
        raise KeyError("depth")

    for spoilt in ("fact", "block", "relate", "trace"):
        linker = attrs.evolve(FLOODS, **{spoilt: broken})
        found = dossier(report(4, "2024-05-01"), report(5, "2024-05-02"), linkers=[linker])
        assert len(found.facts) == 2
        (said,) = found.diagnostics
        assert said.code == Code.LINKER_FAILED
        assert "acme.flood" in said.message


def test_of_two_articles_of_one_id_the_later_counts():
    found = dossier(report(4, "2024-05-01", name="a"), report(5, "2024-05-01", name="a"))
    assert [each.first.claim.depth.value for each in found] == [5]


def test_articles_without_a_date_or_a_claim_do_no_harm():
    found = dossier(report(4, None, name="a"), Extraction(Article("Nothing.", id="b"), ()))
    assert found.day(found.facts[0]) is None
    assert len(found.articles) == 2
    assert not Dossier([], linkers=()).facts


@given(st.permutations(range(6)))
def test_the_order_of_the_articles_makes_no_difference(order):
    reports = [report(4 + n % 3, f"2024-05-0{n + 1}", name=f"a{n}") for n in range(6)]
    shuffled = dossier(*(reports[n] for n in order))
    assert shape(shuffled) == shape(dossier(*reports))


def test_nearby_never_pairs_all():
    days = [(day.first.published, day) for day in dossier(*_many()).facts]
    pairs = list(nearby(days, days, days=400, most=3))
    assert len(pairs) <= 6 * len(days)
    assert all(abs((a.first.published - b.first.published).days) <= 400 for a, b in pairs)


def _many():
    return [
        report(n + 1, f"2024-{1 + n // 28:02}-{1 + n % 28:02}", name=f"m{n}") for n in range(90)
    ]


def test_grouping_asks_once_a_claim():
    asked = []

    def counting(one):
        asked.append(one.where)
        return FLOODS.fact(one)

    linker: Linker = attrs.evolve(FLOODS, fact=counting)
    assert len(dossier(*_many(), linkers=[linker]).facts) == 90
    assert len(asked) == len(set(asked)) == 90

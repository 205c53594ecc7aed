from collections.abc import Iterator

import pytest
from toys import FloodClaim, floods, names, said, years

from newsfacts import ActorClaim, Article, DateClaim, StatementClaim, extractor
from newsfacts.errors import PlanError
from newsfacts.plan import Plan, arrange


def reads_floods(floods: tuple[FloodClaim, ...]) -> Iterator[StatementClaim]:
    yield from ()


def hen(eggs: tuple[DateClaim, ...]) -> Iterator[ActorClaim]:
    yield from ()


def egg(hens: tuple[ActorClaim, ...]) -> Iterator[DateClaim]:
    yield from ()


def more_names(article: Article) -> Iterator[ActorClaim]:
    yield from ()


def order(*functions):
    return [each.name for each in Plan.of(map(extractor, functions)).order]


def test_providers_run_before_consumers_and_names_break_ties():
    expected = ["more_names", "names", "years", "floods", "reads_floods"]
    assert order(reads_floods, floods, years, names, more_names) == expected
    assert order(names, more_names, years, floods, reads_floods) == expected


def test_a_need_without_provider_names_who_has_it():
    with pytest.raises(PlanError, match=r"'floods'.*needs actor claims.*install newsfacts-actors"):
        order(floods)
    with pytest.raises(
        PlanError, match=r"needs acme.flood claims.*plugin that provides acme.flood"
    ):
        order(reads_floods)


def test_a_cycle_is_drawn():
    with pytest.raises(
        PlanError, match=r"need each other's claims: (egg before hen|hen before egg)"
    ):
        order(hen, egg)


def test_two_of_one_name_are_both_named():
    with pytest.raises(PlanError, match="two extractors are called 'names': toys:names and toys:"):
        Plan.of([extractor(names), extractor(said, name="names")])


def test_what_can_run_is_arranged_and_what_cannot_is_told():
    plan, problems = arrange([extractor(f) for f in (hen, egg, years, reads_floods)])
    assert [each.name for each in plan.order] == ["years"]
    assert sorted((p.code, p.extractor.name) for p in problems) == [
        ("cycle", "egg"),
        ("cycle", "hen"),
        ("need-without-provider", "reads_floods"),
    ]


def test_what_needs_a_dropped_extractor_is_dropped_too():
    plan, problems = arrange([extractor(f) for f in (floods, reads_floods)])
    assert not plan.order
    assert {p.extractor.name for p in problems} == {"floods", "reads_floods"}


def test_the_plan_explains_itself():
    assert Plan.of([extractor(names), extractor(floods)]).explain() == (
        "1. names (toys:names) provides actor\n"
        "2. floods (toys:floods) provides acme.flood\n"
        "   needs actor from names"
    )

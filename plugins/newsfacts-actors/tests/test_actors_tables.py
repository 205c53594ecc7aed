"""The tables: whole, consistent, and as the scripts write them."""

from collections import Counter
from importlib.resources import files

import pytest

from newsfacts import ActorType
from newsfacts_actors.knowledge import knowledge, normal, slug, words

DATA = files("newsfacts_actors").joinpath("data")
WIDTHS = {
    "states.txt": 2,
    "demonyms.txt": 5,
    "populations.txt": 4,
    "organisations.txt": 5,
    "people.txt": 4,
    "places.txt": 2,
}


def rows(name):
    lines = DATA.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", sorted(p.name for p in DATA.iterdir()))
def test_every_table_says_where_it_comes_from(name):
    head = DATA.joinpath(name).read_text("utf-8")[:600]
    assert head.startswith("# ")
    assert "Source: " in head


@pytest.mark.parametrize(("name", "width"), WIDTHS.items())
def test_rows_have_their_fields(name, width):
    assert [row for row in rows(name) if len(row) != width] == []


@pytest.mark.parametrize("name", ["populations.txt", "organisations.txt", "people.txt"])
def test_ids_are_unique_and_slugs(name):
    ids = [row[0] for row in rows(name)]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if i != slug(i)] == []


def test_codes_are_those_of_states():
    codes = {row[0] for row in rows("states.txt")}
    column = {"populations.txt": 1, "organisations.txt": 2, "people.txt": 1, "places.txt": 0}
    used = {row[n] for name, n in column.items() for row in rows(name)} - {""}
    assert used - codes == set()
    assert {row[0] for row in rows("demonyms.txt")} <= codes
    assert all(len(code) == 3 for code in codes)


def test_types_are_actor_types():
    assert {row[1] for row in rows("organisations.txt")} <= set(map(str, ActorType))


def test_no_id_means_two_types():
    types: dict[str, set[str]] = {}
    for known in knowledge().names.values():
        types.setdefault(known.entity.id, set()).add(known.entity.type)
    assert {i: kinds for i, kinds in types.items() if len(kinds) > 1} == {}


def test_coverage_is_broad():
    kinds = Counter(known.entity.type for known in knowledge().names.values())
    bodies = {known.entity.id for known in knowledge().names.values()}
    assert len(bodies) > 2500
    assert kinds["armed_group"] > 400
    assert kinds["media"] > 250


def test_normal_form_keeps_length():
    text = "Côte d’Ivoire – al-Shabaab’s “X”\u00a0Y"
    assert len(normal(text)) == len(text)


def test_no_title_or_stop_word_is_lost():
    lexicon = words()
    assert lexicon.title_heads <= lexicon.titles | {"Undersecretary"}
    assert "the" in lexicon.common
    assert "hamas" not in lexicon.common

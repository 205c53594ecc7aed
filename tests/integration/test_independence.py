"""Each first-party plugin works with none of the others; together they compose."""

from pathlib import Path

import pytest

from newsfacts import Pipeline
from newsfacts.inputs import read_articles
from newsfacts.plugins import find_plugins

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ["actors", "casualties", "dates", "negotiations", "statements"]


@pytest.mark.parametrize("name", NAMES)
def test_a_plugin_works_alone(name):
    others = [plugin.name for plugin in find_plugins() if plugin.name != name]
    pipeline = Pipeline.discover(block=others)
    assert not pipeline.diagnostics
    claims = []
    for extraction in pipeline.map(read_articles([SEEDS])):
        assert not extraction.diagnostics
        claims += extraction.claims
    kinds = {kind.kind for each in pipeline.plan.order for kind in each.provides}
    assert {claim.kind for claim in claims} == kinds
    assert all(claim.rule for claim in claims)


@pytest.mark.parametrize("name", NAMES)
def test_the_others_work_without_it(name):
    pipeline = Pipeline.discover(block=[name])
    assert not pipeline.diagnostics
    for extraction in pipeline.map(read_articles([SEEDS])):
        assert not extraction.diagnostics
        assert extraction.claims

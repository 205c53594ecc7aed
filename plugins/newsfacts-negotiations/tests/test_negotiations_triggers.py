"""Every trigger finds the words that its example brackets."""

import pytest

from newsfacts import Article
from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations
from newsfacts_negotiations.triggers import Trigger, triggers


@pytest.fixture(scope="module")
def reader():
    return Reader()


def found(reader, text):
    return list(negotiations(Article(text), reader.read(text)))


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.name)
def test_a_trigger_finds_its_example(reader, trigger: Trigger):
    before, _, rest = trigger.example.partition("[")
    words, _, after = rest.partition("]")
    claims = found(reader, before + words + after)
    hits = [claim for claim in claims if claim.rule == trigger.name]
    assert hits, claims
    start, end = len(before), len(before) + len(words)
    assert any(claim.span.start < end and start < claim.span.end for claim in hits)
    assert {claim.event for claim in hits} == {trigger.event}


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.name)
def test_a_trigger_finds_nothing_in_its_counterexamples(reader, trigger: Trigger):
    for text in trigger.counter:
        assert trigger.name not in {claim.rule for claim in found(reader, text)}

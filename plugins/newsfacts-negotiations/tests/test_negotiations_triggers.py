"""Every trigger finds just the words that its example brackets."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations
from newsfacts_negotiations.gates import GATES
from newsfacts_negotiations.senses import SENSES
from newsfacts_negotiations.telling import TELLING
from newsfacts_negotiations.triggers import Trigger, triggers


@pytest.fixture(scope="module")
def reader():
    return Reader()


def found(reader, text):
    return list(negotiations(reader.read(text)))


@pytest.mark.parametrize("trigger", triggers(), ids=lambda trigger: trigger.name)
def test_a_trigger_finds_the_words_of_its_example(reader, trigger: Trigger):
    before, _, rest = trigger.example.partition("[")
    words, closed, after = rest.partition("]")
    assert closed, "the example brackets no words"
    claims = found(reader, before + words + after)
    assert (trigger.name, trigger.event, words) in {
        (claim.rule, claim.event, claim.text) for claim in claims
    }


@pytest.mark.parametrize(
    ("trigger", "text"),
    [(trigger, text) for trigger in triggers() for text in trigger.counter],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_trigger_finds_nothing_in_its_counterexamples(reader, trigger, text):
    assert trigger.name not in {claim.rule for claim in found(reader, text)}


def test_names_are_unique_and_every_gate_and_sense_is_known():
    names = [trigger.name for trigger in triggers()]
    assert len(names) == len(set(names))
    assert {trigger.gate for trigger in triggers()} - {None} <= GATES.keys() | TELLING.keys()
    assert {trigger.unless for trigger in triggers()} == {None, *SENSES}
    assert {trigger.when for trigger in triggers()} <= {
        None,
        "refusal",
        "promise",
        "negated",
        "failure",
    }

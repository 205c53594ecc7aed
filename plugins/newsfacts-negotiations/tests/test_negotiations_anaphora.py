"""What "it" and "they" stand for among things of talks, and which verbs can be said of these."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations


@pytest.fixture(scope="module")
def reader():
    return Reader()


def acts(reader, text):
    return [(claim.event.value, claim.text) for claim in negotiations(reader.read(text))]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A truce was declared in Gao, and it held until May.", ("ceasefire", "it held")),
        ("The rebels declared a truce. It was broken within days.", ("violate", "It was broken")),
        ("The rebels declared a truce. It took effect at dawn.", ("ceasefire", "It took effect")),
        ("The peace talks failed in March. They resumed in May.", ("resume", "They resumed")),
        ("The rebels signed an accord. Captain Rao rejected it.", ("reject", "rejected it")),
        ("The rebels made an offer. Chad turned it down.", ("reject", "turned it down")),
    ],
)
def test_a_pronoun_is_read_as_the_thing_told_of_before(reader, text, act):
    assert act in acts(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad proposed a truce. It began a census on Monday.",
        "Chad proposed a truce. It was agreed that schools would open.",
        "Chad proposed a truce. Nobody came. It held for a week.",
        "Chad proposed a truce. They held for a week.",
    ],
)
def test_what_only_a_party_does_or_nobody_is_said_of_no_truce(reader, text):
    assert [event for event, _ in acts(reader, text)] == ["offer"]


def test_a_thing_is_no_party(reader):
    claims = list(negotiations(reader.read("Chad proposed a truce. The rebels accepted it.")))
    assert [party.text for party in claims[-1].initiator] == ["The rebels"]
    assert not claims[-1].counterpart

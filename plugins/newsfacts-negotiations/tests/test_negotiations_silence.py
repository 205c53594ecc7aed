"""What is no negotiation, and text that is no text."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp. said it agreed to acquire Widget Inc. for $40 a share.",
        "The company's shareholders rejected the takeover offer of $12 a share.",
        "The striker turned down a new contract and will leave the club in the summer.",
        "The coach praised his players after the match ended in a draw.",
        "The studio released the film in May to strong sales.",
        "The ministry released a statement on the weather.",
        "A spokesman for the ministry declined to comment.",
        "The minister rejected accusations of fraud.",
        "Voters go to the polls on Sunday to elect a new parliament.",
        "Government troops captured the town after three days of shelling.",
        "The bomb killed four soldiers and wounded nine.",
        "The judge sentenced the general to ten years in prison.",
        "Soldiers fired on the crowd, witnesses said.",
        "The economy grew by two percent in the third quarter.",
        "She met her husband at university.",
        "Demand for bread has risen since the war.",
        "The party holds 40 of the 90 seats in the assembly.",
        "The club is in talks with the striker over a new contract.",
        "China pledged $5 million to the victims of the earthquake.",
        "The rebels called a strike.",
        "The army did not immediately respond to a request for comment on the truce talks.",
        "The ministry has yet to reply to an email about the ceasefire.",
        "The president received no reply from the rebels.",
        "The premier condemned the killings and vowed that the perpetrators would be punished.",
        "Asked whether the rebels would retaliate, the general said nothing of the war.",
        "The rebels will receive a strong response from the army.",
        "Brazil is hosting the Olympics.",
        "THE ARMY RECEIVED ARTILLERY SUPPORT DURING THE WAR.",
        "The general called a meeting of shareholders.",
        "Had the talks succeeded, the island would be one.",
        "Heavy rain broke a dam near the capital.",
        "Shares in the brewer fell after it offered to buy a rival.",
        "Peru and Ghana will meet in Lagos on Sunday in a match that both must win.",
        "A cold front threatens the olive harvest in Lebanon.",
        "The frigate was released from dry dock after repairs.",
        "The president congratulated the handball team on its silver medal.",
        "The supermarket chains called a truce in their price war.",
        "The vaccine blocks an agreement between proteins.",
        "The farmer went to court to stop the deal.",
        "The minister rejected the senator's remarks.",
        "The senator offered a defence of the bill.",
    ],
)
def test_it_keeps_silent(reader, text):
    assert list(negotiations(reader.read(text))) == []


WORDS = (
    "talks truce agreed to reject the Israel will not “ ” ( ) , . ; said that and with between"
    " 7 % — ceasefire release prisoners of meeting \u200f \U0001f54a \n \n\n"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_any_row_of_words_is_read(reader, text):
    doc = reader.read(text)
    claims = list(negotiations(doc))
    assert all(text[claim.span.start : claim.span.end] == claim.text for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    assert claims == list(negotiations(reader.read(text)))


def calls(reader, text):
    """Count the Python calls that reading *text* takes."""
    doc = reader.read(text)
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        list(negotiations(doc))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "the rebels agreed to resume talks and the army rejected the truce , ",
        "talks ",
        "the talks were held ",
        "“ agreed ",
        "release " * 3 + "the prisoners of ",
        "$ 7 % , ",
    ],
)
def test_work_grows_with_length_alone(reader, unit):
    calls(reader, unit)
    once, twice = calls(reader, unit * 60), calls(reader, unit * 120)
    assert twice <= 2.3 * once + 500


def test_a_mediation_without_a_mediator_names_none(reader):
    (claim,) = negotiations(reader.read("They met with mediation."))
    assert claim.mediator == ()

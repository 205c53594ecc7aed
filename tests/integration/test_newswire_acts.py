"""Acts as news agencies word them: names in brackets, half-quoted appeals, prospects, sources."""

import pytest

from newsfacts import Article

_WAR = "The army and the rebels fought on in Chad. "
"""What makes an article plainly one of conflict."""


@pytest.fixture
def acts(pipeline):
    """Return a function from a text to its acts, without those of the first sentence."""

    def run(text):
        claims = pipeline.run(Article(_WAR + text, published="2024-03-06")).claims
        return [claim for claim in claims if claim.kind == "negotiation"]

    return run


def texts(parties):
    return [party.text for party in parties]


@pytest.mark.parametrize(
    "text",
    [
        'Kenya urged both sides to "hold their fire and open negotiations".',
        "Kenya urged both sides to hold their fire and open negotiations.",
    ],
)
def test_what_is_asked_for_after_and_is_no_act(acts, text):
    assert [claim.event for claim in acts(text)] == ["call"]


def test_a_short_name_in_brackets_does_not_end_the_row_of_parties(acts):
    (claim,) = acts(
        "Kenya suspended talks between the Chadian Armed Forces (CAF) and the Northern Front (NF)."
    )
    assert texts(claim.counterpart) == ["the Chadian Armed Forces", "the Northern Front"]


def test_they_are_all_whom_they_stand_for(acts):
    text = "Chad's army and the Northern Front (NF) agreed they will refrain from attacks."
    (claim,) = acts(text)
    assert texts(claim.initiator) == ["Chad's army", "the Northern Front"]


def test_a_readiness_is_of_those_who_are_ready(acts):
    (claim,) = acts("Qatar announced the readiness of the army and the rebels to open the roads.")
    assert (claim.event, texts(claim.initiator)) == ("offer", ["the army", "the rebels"])


def test_a_city_is_named_after_of(acts):
    (claim,) = acts("The rebels and the army are holding talks in the Saudi city of Jeddah.")
    assert claim.venue.text == "the Saudi city of Jeddah"


def test_what_became_of_the_talks_is_told_once(acts):
    (claim,) = acts("The envoy said that indirect talks had not restarted by May.")
    assert (claim.event, claim.negated) == ("resume", True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("An agreement on prisoners is expected soon, the envoy said.", "agree"),
        ("A deal was close, the envoy said.", "agree"),
        ("A peace deal is on the horizon, the envoy said.", "agree"),
        ("A truce is unlikely, the envoy said.", "ceasefire"),
    ],
)
def test_a_word_on_prospects_is_the_act_predicted(acts, text, event):
    (claim,) = acts(text)
    assert (claim.event, claim.status) == (event, "predicted")


@pytest.mark.parametrize(
    "text",
    [
        "A deal is expected to lift exports.",
        "Agreeing to a truce would be a mistake, the general said.",
        "Accepting the plan means defeat, the general said.",
        "Mediators will be compelled to go home.",
        "A mediation source spoke of rain.",
    ],
)
def test_what_is_only_talked_about_is_no_act(acts, text):
    assert acts(text) == []


def test_what_was_done_is_one_whatever_is_said_of_it(acts):
    (claim,) = acts("Signing the accord was a mistake, the general said.")
    assert (claim.event, claim.status) == ("agree", "actual")


def test_progress_of_talks_does_not_reach_into_the_next_clause(acts):
    text = "Talks between the unions and the cabinet made progress and a deal is likely by May."
    found = [(claim.event, claim.status) for claim in acts(text)]
    assert found == [("negotiate", "actual"), ("agree", "predicted")]


def test_who_stands_behind_a_quotation_is_no_counterpart(acts):
    text = '"We want to resume the talks," a source with the Northern Front told Reuters.'
    assert [texts(claim.counterpart) for claim in acts(text)] == [[]]


def test_a_joint_mediation_is_of_those_it_names(acts):
    (claim,) = acts("The joint mediation of Kenya, Oman and Peru has set no date.")
    assert texts(claim.initiator) == ["Kenya", "Oman", "Peru"]


@pytest.mark.parametrize(
    "text",
    [
        "The next round of talks is scheduled to open on February 17 in Marwa.",
        "The army and the rebels met for barely an hour in the lake city of Marwa on Monday.",
        "The army and the rebels agreed in Marwa on Monday to exchange 40 prisoners.",
        "The army and the rebels agreed to exchange 40 prisoners at talks in Marwa.",
        "The army and the rebels reached a deal after two days of talks in Marwa.",
    ],
)
def test_where_it_was_stands_behind_how_long_and_when(acts, text):
    assert acts(text)[0].venue.text.endswith("Marwa")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels put a plan to the government in a few days.",
        "The army agreed in principle to exchange prisoners with the rebels.",
    ],
)
def test_a_time_or_a_principle_is_no_place(acts, text):
    assert [claim.venue for claim in acts(text)] == [None]


def test_talks_that_come_to_their_close_are_not_broken_off(acts):
    text = "The army and the rebels signed a deal, ending nine days of negotiations."
    assert "break_off" not in [claim.event for claim in acts(text)]
    assert "break_off" in [claim.event for claim in acts("The rebels ended the negotiations.")]


def test_an_inverted_condition_is_no_act(acts):
    assert acts("A regional force will drive the rebels out should they refuse.") == []


def test_who_is_jailed_can_be_freed(acts):
    (claim,) = acts("The government had not freed nearly 390 jailed comrades, the rebels said.")
    assert (claim.event, claim.negated) == ("implement", True)


def test_contacts_that_are_going_on_are_no_plan(acts):
    (claim,) = acts("Discreet contacts between the army and the rebels are going on.")
    assert claim.status == "ongoing"


@pytest.mark.parametrize(
    ("text", "initiator", "counterpart"),
    [
        ("The army rejected the truce, according to the presidency.", ["The army"], []),
        ("Both the army and the rebels rejected the plan.", ["the army", "the rebels"], []),
        ("Neither the army nor the rebels accepted the plan.", ["the army", "the rebels"], []),
        ("Talks between the rebels and the army were called off.", ["the rebels", "the army"], []),
        ("The army will withdraw from the north.", ["The army"], []),
    ],
)
def test_who_did_it_with_whom(acts, text, initiator, counterpart):
    (claim,) = acts(text)
    assert (texts(claim.initiator), texts(claim.counterpart)) == (initiator, counterpart)


def test_a_breach_is_laid_to_those_who_attacked(acts):
    text = "The army said it repelled an attack by the rebels in violation of the truce."
    (claim,) = acts(text)
    assert (claim.event, texts(claim.initiator)) == ("violate", ["the rebels"])


def test_a_deal_that_was_brokered_was_whatever_will_come_of_it(acts):
    found = acts("Under the deal, brokered by Oman, the army will withdraw from the north.")
    assert [(claim.event, claim.status) for claim in found] == [
        ("mediate", "actual"),
        ("implement", "planned"),
    ]


def test_heads_are_of_politics_as_whom_they_lead_is(acts):
    (claim,) = acts("The president met with the heads of the two armies at his palace.")
    assert texts(claim.counterpart) == ["the heads of the two armies"]
    assert acts("The president met with the heads of the two choirs at his palace.") == []


def test_no_answer_yet_is_a_stall_and_not_denied(acts):
    (claim,) = acts("The rebels have yet to respond to the proposal.")
    assert (claim.event, claim.negated) == ("stall", False)


def test_who_frees_somebody_in_exchange_did_it(acts):
    (claim,) = acts("The army freed 12 rebels on Friday in exchange for two dead soldiers.")
    assert (claim.event, texts(claim.initiator)) == ("implement", ["The army"])

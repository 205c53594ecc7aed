"""Who speaks, what is only a condition, and what goes on from an act before."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations

LEAD = (
    "The UN envoy is in the capital, where the government and the rebels have been at war since"
    " March. Foreign diplomats and army commanders are there too. "
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


def told(reader, text):
    return list(negotiations(reader.read(LEAD + text)))


def events(reader, text):
    return [claim.event.value for claim in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A joint statement urged both armies to stop the shelling.", "call"),
        ("The resolution demands an immediate ceasefire.", "demand"),
        ("The declaration welcomed the truce.", "endorse"),
        ("Neither has signed the treaty.", "agree"),
        ("Participants commended Tarvia for the truce.", "endorse"),
        ("A federation of traders' associations appealed to the rebels to stop.", "call"),
        ("Western capitals urged the rebels to stop.", "call"),
    ],
)
def test_texts_bodies_and_sides_act_where_talks_are_told_of(reader, text, event):
    assert event in events(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The bank's statement urged clients to save.",
        "The film company rejected the script.",
        "Neither had signed the guest book.",
    ],
)
def test_elsewhere_they_are_anybodys(reader, text):
    assert not list(negotiations(reader.read(text)))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army will fire unless the rebels free the two pilots.", "implement"),
        ("The road opens once the treaty is signed.", "agree"),
        ("Nothing moves until both sides sign the accord.", "agree"),
    ],
)
def test_a_condition_is_no_act(reader, text, event):
    assert event not in events(reader, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Once both sides had signed the accord, the road opened.", "agree"),
        ("If talks fail the bloc will sanction both armies.", "threaten"),
        ("The convoys will leave once the truce takes effect.", "ceasefire"),
        ("Asked if a truce would begin on Friday, the minister said it would.", "ceasefire"),
    ],
)
def test_what_is_past_asked_or_to_come_of_it_is_one(reader, text, event):
    assert event in events(reader, text)


def test_a_passive_goes_on_after_and(reader):
    assert "violate" in events(reader, "The truce was announced in May and broken within hours.")


def test_news_that_is_welcomed_is_told_as_well(reader):
    text = "The envoy welcomed the announcement that both armies had extended their truce."
    assert events(reader, text) == ["endorse", "ceasefire"]


def test_a_demand_that_says_whose_it_is_stands_beside_its_refusal(reader):
    text = "The general rejected the rebels' demand for a withdrawal."
    assert events(reader, text) == ["reject", "demand"]


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Under a plan put forward by Tarvia, the army would leave.", "Tarvia"),
        ("The general rebuffed an appeal from Tarvia to open the road.", "Tarvia"),
    ],
)
def test_a_plan_by_and_an_appeal_from_somebody_say_whose_they_are(reader, text, initiator):
    found = [[party.text for party in claim.initiator] for claim in told(reader, text)]
    assert [initiator] in found


def test_what_was_not_agreed_is_denied(reader):
    [claim] = told(reader, "The farmers had not agreed to lift their blockade.")
    assert (claim.event.value, claim.negated) == ("agree", True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Briefing the Security Council, he spoke of rain.", "meet"),
        ("As agreed, the last battalion pulled out of the zone.", "agree"),
        ("He came to terms with the loss after the peace talks.", "meet"),
    ],
)
def test_words_that_tell_of_no_meeting_and_no_new_agreement(reader, text, event):
    assert event not in events(reader, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The two ministers resolved to stop all movements.", "agree"),
        ("Officials of the two states resolved to stop all movements.", "agree"),
        ("The border committee met twice in June.", "meet"),
        ("Gunmen freed 12 of the 38 passengers on Sunday.", "implement"),
        ("The envoy flew in, and he was received by the emir.", "meet"),
    ],
)
def test_several_agree_sit_twice_and_are_received(reader, text, event):
    assert event in events(reader, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoys that arrived in Oslo on Monday signed the truce.", ["meet", "agree"]),
        ("Chad (backed by Niger) signed the truce.", ["endorse", "agree"]),
        ("The truce offer was turned down by Chad.", ["reject"]),
        ("The truce offer that Chad turned down was Norway's.", ["reject"]),
        ("A summit of the two presidents was cancelled.", ["break_off"]),
        ("A summit of the two presidents ended a quarrel.", ["meet"]),
    ],
)
def test_a_main_verb_says_more_than_what_its_subject_did_or_is(reader, text, found):
    assert events(reader, text) == found


@pytest.mark.parametrize(
    ("text", "initiators"),
    [
        ("Experts from Chad and Niger will meet in Oslo on Monday.", ["Chad", "Niger"]),
        ("Chad's signing of the accord angered Niger.", ["Chad"]),
        ("The suspension of the peace talks by Chad angered Niger.", ["Chad"]),
        ("Technical teams from the two countries met after the truce.", ["the two countries"]),
    ],
)
def test_who_sent_them_and_whose_act_a_noun_tells_of(reader, text, initiators):
    [claim] = told(reader, text)
    assert [party.text for party in claim.initiator] == initiators


def test_talks_that_aim_at_an_end_do_not_end(reader):
    text = "Talks aimed at ending the war opened in Oslo on Monday without one of the sides."
    assert "break_off" not in events(reader, text)


def test_nobody_refuses_what_will_not_be_done(reader):
    text = "The four prisoners will not be released before the truce, the rebels said."
    assert events(reader, text) == ["implement"]

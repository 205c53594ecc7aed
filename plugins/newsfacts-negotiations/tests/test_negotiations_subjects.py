"""Who acts: crowds that face a power, and subjects that stand far from their verb."""

import pytest

from newsfacts import Span, StatementClaim
from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations


@pytest.fixture(scope="module")
def reader():
    return Reader()


def acts(reader, text):
    return [
        (str(claim.event), [party.text for party in claim.initiator])
        for claim in negotiations(reader.read(text))
    ]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("The lecturers rejected the ministry's offer.", "reject", ["The lecturers"]),
        ("Widows of the dead urged the junta to talk.", "call", ["Widows"]),
        ("Ferrymen demanded that the soldiers leave the quay.", "demand", ["Ferrymen"]),
        ("Some of the officers spurned the amnesty.", "reject", ["Some of the officers"]),
    ],
)
def test_a_crowd_that_faces_a_power_is_a_side(reader, text, event, who):
    assert (event, who) in acts(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The pupils rejected the new menu.",
        "Residents welcomed the new library.",
        "The gardeners demanded a longer hose.",
        "They met at a dance and married in June.",
        "The minister visited relatives in the hills.",
    ],
)
def test_a_crowd_among_itself_is_none(reader, text):
    assert acts(reader, text) == []


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "Demanding the withdrawal of the guard, Lomé recalled its envoy.",
            "demand",
            ["Lomé"],
        ),
        ("Accra accused Lomé of violating the treaty.", "violate", ["Lomé"]),
        ("The rebels debated, amended and finally rejected the plan.", "reject", ["The rebels"]),
        ("The truce that the militia broke was short.", "violate", ["the militia"]),
        ("The pact that Accra and the rebels signed is void.", "agree", ["Accra", "the rebels"]),
        ("The nuns whom the rebels freed on Monday are well.", "implement", ["the rebels"]),
        ("The minister -- in a rare speech -- threatened to close the border.", "threaten", None),
        ("Lomé brokers deal between clans", "mediate", ["Lomé"]),
        ("Accra, Lomé back truce plan", "endorse", ["Accra", "Lomé"]),
        ("Accra sent two bishops to mediate between the camps.", "mediate", ["Accra"]),
        ("The emir gave a flat no to the envoy.", "reject", ["The emir"]),
        ("The ministry is in negotiations with the union.", "negotiate", ["The ministry"]),
    ],
)
def test_a_subject_far_from_its_verb_is_found(reader, text, event, who):
    found = acts(reader, text)
    assert event in {each for each, _ in found}
    assert who is None or (event, who) in found


@pytest.mark.parametrize(
    ("text", "event", "whom"),
    [
        ("The rebels rejected the government's offer.", "reject", "the government"),
        ("The king offered a truce to the guerrillas.", "offer", "the guerrillas"),
        ("The bishop spoke by phone to the rebels.", "meet", "the rebels"),
    ],
)
def test_the_other_side_is_found(reader, text, event, whom):
    claims = [claim for claim in negotiations(reader.read(text)) if claim.event == event]
    assert [party.text for claim in claims for party in claim.counterpart] == [whom]


def test_talks_with_rebels_are_negotiations_and_with_a_minister_a_meeting(reader):
    assert [each for each, _ in acts(reader, "Accra held talks with the rebels.")] == ["negotiate"]
    assert [each for each, _ in acts(reader, "Accra held talks with the minister.")] == ["meet"]


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        (
            "In a televised address President Olm offered the rebels talks.",
            "offer",
            "President Olm",
        ),
        ("The rebels renewed their call for a truce.", "call", "The rebels"),
        ("The Swiss gave up their attempt to mediate.", "break_off", "The Swiss"),
    ],
)
def test_a_doer_named_by_title_people_or_possessive_is_found(reader, text, event, who):
    assert (event, [who]) in acts(reader, text)


def test_who_says_so_does_it(reader):
    text = "There will be no talks with the rebels, General Varo said."
    start = text.index("General")
    source = Span(start, start + len("General Varo"), "General Varo")
    content = Span(0, text.index(","), text[: text.index(",")])
    said = StatementClaim(
        span=content,
        source=source,
        content=(content,),
        quotation="indirect",
        speaker_name="Varo",
    )
    claims = list(negotiations(reader.read(text), statements=(said,)))
    assert [(str(claim.event), claim.initiator[0].text) for claim in claims] == [("reject", "Varo")]


@pytest.mark.parametrize(
    "text",
    [
        "The health ministry urged citizens to wash their hands.",
        "The mayor called on residents to save water.",
        "The education minister met pupils on Monday.",
        "The union of painters welcomed the rules.",
        "House sales stalled in May.",
    ],
)
def test_what_offices_do_with_the_public_is_no_act(reader, text):
    assert acts(reader, text) == []


@pytest.mark.parametrize(
    ("text", "event", "who"),
    [
        ("Ghana has circulated a statement urging both armies to talk.", "call", ["Ghana"]),
        ("The rebels put out a letter proposing a fresh truce.", "offer", ["The rebels"]),
        ("The bishops published a letter demanding an amnesty.", "demand", ["The bishops"]),
        ("The general accused the rebels of playing for time.", "stall", ["the rebels"]),
        ("The council is likely to welcome the redeployment.", "endorse", ["The council"]),
    ],
)
def test_who_issues_a_statement_or_is_accused_does_it(reader, text, event, who):
    assert (event, who) in acts(reader, text)

"""How real an act is, sentence by sentence: nothing planned or denied is told as done."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize(
    ("text", "event", "status", "negated"),
    [
        ("Asmara and Addis Ababa signed a peace agreement in Jeddah.", "agree", "actual", False),
        ("The rebels will not sign the accord.", "reject", "intended", False),
        ("The rebels will not sign the accord if shells fall.", "reject", "conditional", False),
        ("The rebels would not sign it without a pledge.", "reject", "conditional", False),
        ("The two sides nearly signed the accord.", "agree", "actual", True),
        ("The two sides are close to signing the accord.", "agree", "predicted", False),
        (
            "Asmara and Addis Ababa will sign a peace agreement in Jeddah.",
            "agree",
            "planned",
            False,
        ),
        ("The rebels have not accepted the proposal.", "agree", "actual", True),
        ("The government denied that it had agreed to a ceasefire.", "agree", "actual", True),
        ("No agreement was reached at the summit.", "agree", "actual", True),
        ("The movement will not accept a partial truce.", "reject", "intended", False),
        ("The front will continue negotiating with the army.", "negotiate", "intended", False),
        ("The peace talks are still under way in Doha.", "negotiate", "ongoing", False),
        (
            "The rebel leader said that a truce would begin on Monday.",
            "ceasefire",
            "predicted",
            False,
        ),
        ("Diplomats expect a ceasefire before the winter.", "ceasefire", "predicted", False),
        (
            "Asked whether a truce would begin on Monday, the minister said: “No.”",
            "ceasefire",
            "predicted",
            True,
        ),
        ("Oman has been mediating between the two governments.", "mediate", "ongoing", False),
        ("Oman is working to secure a ceasefire in the south.", "mediate", "ongoing", False),
        ("Norway mediated between the two governments in 2002.", "mediate", "actual", False),
        ("The peace process has been frozen since 2014.", "stall", "ongoing", False),
        ("The pope is calling for an end to the war.", "call", "actual", False),
        ("The general threatened to shell the port.", "threaten", "actual", False),
        ("The army is fully prepared to expand the offensive.", "threaten", "intended", False),
        (
            "The president would release the rebels if the army agreed.",
            "offer",
            "conditional",
            False,
        ),
        ("The prime minister is expected to meet the rebel leader.", "meet", "predicted", False),
        ("Talks on the border are due to resume in May.", "resume", "planned", False),
        ("There is no ceasefire yet, the minister said.", "ceasefire", "actual", True),
        ("The summit was closed without an agreement being reached.", "break_off", "actual", False),
        ("Attempts to open negotiations collapsed.", "break_off", "actual", False),
        (
            "Ships must be returned and troops withdrawn from the port.",
            "implement",
            "intended",
            False,
        ),
        (
            "The government will begin formal peace talks on Monday.",
            "negotiate",
            "planned",
            False,
        ),
        ("The foreign minister wants to resume the peace talks.", "resume", "intended", False),
        ("Monks marched to the palace to demand the king's abdication.", "demand", "actual", False),
        ("There was no sign of agreement on the border.", "stall", "actual", False),
        ("Urged by the elders to end the siege, he did not reply.", "call", "actual", False),
    ],
)
def test_an_act_is_as_real_as_the_text_says(reader, text, event, status, negated):
    claims = [claim for claim in negotiations(reader.read(text)) if claim.event == event]
    assert [(claim.status, claim.negated) for claim in claims] == [(status, negated)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The pope called for talks to resume at once.", ["call"]),
        ("The rebels agreed to hold peace talks in Oslo.", ["offer"]),
        ("The minister rejected calls for a ceasefire.", ["reject"]),
        ("Togo invited both delegations to Lome to resume talks.", ["offer", "resume"]),
        ("The army demanded that the rebels release the hostages.", ["demand"]),
        ("The envoy urged restraint and called on both armies to withdraw.", ["call", "call"]),
    ],
)
def test_what_an_act_is_about_is_no_act(reader, text, events):
    assert [claim.event for claim in negotiations(reader.read(text))] == events

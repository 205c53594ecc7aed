"""What articles do and single sentences do not: talks taken up, told of twice, recalled."""

import pytest

from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations

_WAR = (
    "The war between the government and the rebels went on. Mediators hope for a ceasefire before"
    " peace talks on the withdrawal of troops resume. "
)
"""What makes an article plainly one of conflict."""


@pytest.fixture(scope="module")
def reader():
    return Reader()


def claims(reader, text):
    return list(negotiations(reader.read(text)))


def events(reader, text):
    return [str(claim.event) for claim in claims(reader, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks, put off twice, should begin in May.", ["stall", "negotiate"]),
        ("Peace talks began on Monday and were suspended on Friday.", ["negotiate", "break_off"]),
        (
            "Talks with the rebels on the province, which began in May, have stalled.",
            ["negotiate", "stall"],
        ),
        ("The talks collapsed and ended without a deal.", ["break_off"]),
    ],
)
def test_each_verb_of_the_talks_tells_an_act(reader, text, expected):
    assert sorted(set(events(reader, text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king hailed the accord that both sides signed in May.", ["endorse", "agree"]),
        ("The rebels rejected a truce which the army had declared.", ["reject", "ceasefire"]),
        ("Ghana called for talks that would end the war.", ["call"]),
        ("The front has spurned the accord and promised to fight on.", ["reject", "threaten"]),
    ],
)
def test_what_is_recalled_is_no_topic(reader, text, expected):
    assert events(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Both governments signed the document on Friday.", "agree"),
        ("Asked for an answer, the generals declined again.", "reject"),
        ("The two will meet on Sunday.", "meet"),
        ("A second round may be held in June.", "negotiate"),
        ("The two armies disagreed over the port.", "stall"),
    ],
)
def test_plain_words_are_a_partys_where_the_article_is_of_conflict(reader, text, event):
    assert event in events(reader, _WAR + text)
    assert event not in events(reader, "The garden was in bloom. " + text)


@pytest.mark.parametrize(
    ("text", "counterpart"),
    [
        ("The premier met the army chief last week.", "the army chief"),
        ("The rebels signed an accord with the army last Thursday.", "the army"),
        ("The government is at war. The bloc called on them to disarm.", "them"),
        ("The war went on. The envoy implored both to stop fighting.", "both"),
    ],
)
def test_the_other_side_is_named_without_the_time(reader, text, counterpart):
    assert [party.text for claim in claims(reader, text) for party in claim.counterpart] == [
        counterpart
    ]


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("The army last week rejected the truce.", ["The army"]),
        (
            "Envoys of the junta and of the front met on Sunday, the ministry said.",
            ["the junta", "the front"],
        ),
        ("Village chiefs, weary of war, went to see the governor.", ["Village chiefs"]),
    ],
)
def test_who_acts_is_named_without_the_time_and_who_tells_it(reader, text, initiator):
    assert [party.text for party in claims(reader, text)[0].initiator] == initiator


def test_what_somebody_is_only_asked_to_do_is_not_done(reader):
    assert "ceasefire" not in events(reader, "The priest asked the men to lay down their arms.")


_STRIKE = "The union called a strike. Pickets stood at the gate as the walkout went on. "
"""What makes an article one of a labour dispute."""


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Management rejected the offer.", "reject"),
        ("The company has torn up the agreement.", "violate"),
        ("The crane drivers will join the walkout.", "threaten"),
    ],
)
def test_employers_and_workers_are_sides_of_a_strike(reader, text, event):
    assert event in events(reader, _STRIKE + text)
    assert event not in events(reader, "Shares of the carmaker rose. " + text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The handover was delayed by a day.", "stall"),
        ("That was turned down.", "reject"),
        ("An amnesty was granted in July.", "implement"),
    ],
)
def test_what_is_done_to_a_thing_of_talks_needs_no_doer(reader, text, event):
    assert event in events(reader, _WAR + text)
    assert event not in events(reader, "The garden was in bloom. " + text)


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Hardliners around the minister, Ilan Toro, rejected the truce.", ["Hardliners"]),
        ("The queen praised the deal the rebels struck in June.", ["the rebels"]),
        ("Chad and Niger have both rejected the truce.", ["Chad", "Niger"]),
        (
            "The junta ruled out talks with the front, which it calls vile, insisting that it go.",
            ["The junta"],
        ),
        ("Earlier the envoy urged both armies to stop.", ["the envoy"]),
    ],
)
def test_who_acts_is_found_beyond_an_aside(reader, text, initiator):
    assert [party.text for party in claims(reader, text)[-1].initiator] == initiator


@pytest.mark.parametrize(
    "text",
    [
        "Togo denies backing the rebels.",
        "The minister of aid got funds on the condition it dropped the claim.",
    ],
)
def test_what_is_denied_or_a_condition_is_no_act(reader, text):
    assert not {"endorse", "offer"} & set(events(reader, text))


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ('Chad accused the Tigers of "flagrant breaches" of the truce.', ["the Tigers"]),
        ("In defiance of the accord, the militia kept its guns.", ["the militia"]),
        ("Togo accused the front of shelling a town in breach of the truce.", ["the front"]),
        ("The disarmament of the rebel forces began in June.", ["the rebel forces"]),
    ],
)
def test_a_noun_of_breach_or_leaving_says_whose_it_is(reader, text, initiator):
    assert [party.text for party in claims(reader, text)[0].initiator] == initiator


def test_who_will_pay_is_threatened_by_who_says_so(reader):
    (claim,) = claims(reader, "The junta will pay dearly for the raid.")
    assert [party.text for party in claim.counterpart] == ["The junta"]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop called for greater Christian ethics in business.",
        "The council agreed on a new logo for the city.",
        "The governor reached a plea deal with prosecutors.",
    ],
)
def test_what_is_no_matter_of_talks_is_passed_over(reader, text):
    assert events(reader, text) == []


def test_terms_end_where_another_clause_begins(reader):
    text = "The army demanded that the rebels leave the town, and the king flew home."
    assert [claim.terms.text for claim in claims(reader, text)] == ["the rebels leave the town"]

"""Who acts, with whom, through whom, where, what about and by when."""

import datetime as dt

import attrs
import pytest

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    DateClaim,
    Interval,
    Mention,
    MentionForm,
    Span,
    StatementClaim,
    TimexType,
)
from newsfacts.language import Reader
from newsfacts_negotiations.extract import negotiations

STATES = ("Egypt", "Qatar", "Sudan", "Chad", "Norway", "Togo", "Mali")


@pytest.fixture(scope="module")
def reader():
    return Reader()


def actor(text, name, kind=ActorType.STATE):
    start = text.index(name)
    mention = Mention(start, start + len(name), name, MentionForm.NAME)
    return ActorClaim(
        span=Span(start, start + len(name), name),
        actor=ActorId(name.lower()),
        name=name,
        type=kind,
        mentions=(mention,),
    )


def read(reader, text, **claims):
    actors = tuple(actor(text, name) for name in STATES if name in text)
    places = tuple(actor(text, name, ActorType.PLACE) for name in ("Doha", "Lome") if name in text)
    return list(negotiations(reader.read(text), actors=actors + places, **claims))


def texts(parties):
    return [party.text for party in parties]


@pytest.mark.parametrize(
    ("text", "event", "role", "expected"),
    [
        ("Sudan held peace talks with Chad in Doha.", "negotiate", "initiator", ["Sudan"]),
        ("Sudan held peace talks with Chad in Doha.", "negotiate", "counterpart", ["Chad"]),
        (
            "Talks between Sudan and Chad began in Doha.",
            "negotiate",
            "initiator",
            ["Sudan", "Chad"],
        ),
        ("The envoy urged Chad to withdraw.", "call", "counterpart", ["Chad"]),
        ("Sudan demanded that Chad withdraw its troops.", "demand", "counterpart", ["Chad"]),
        ("Sudan insisted that the army pull back.", "demand", "counterpart", ["the army"]),
        ("Sudan demanded that it be signed.", "demand", "counterpart", []),
        ("The envoy flew to Doha to see the emir.", "meet", "counterpart", ["the emir"]),
        (
            "The envoy arrived in Doha for a meeting with the rebels.",
            "meet",
            "counterpart",
            ["the rebels"],
        ),
        (
            "Sudan is in talks with Chad brokered by Togo.",
            "negotiate",
            "mediator",
            ["Togo"],
        ),
        (
            "Sudan says it will withdraw its troops from Chad if Togo does.",
            "offer",
            "counterpart",
            ["Chad"],
        ),
        ("Mali agreed to hold peace talks with Togo in Lome.", "offer", "counterpart", ["Togo"]),
        ("Mali urged Chad to withdraw its troops from Togo.", "call", "counterpart", ["Chad"]),
        ("Chad was urged by Norway to withdraw.", "call", "initiator", ["Norway"]),
        ("Chad was urged by Norway to withdraw.", "call", "counterpart", ["Chad"]),
        ("The rebels' demands for autonomy were ignored.", "demand", "initiator", ["The rebels"]),
        ("Sudan will negotiate through Qatar until May.", "negotiate", "mediator", ["Qatar"]),
        (
            "Sudan had taken part in negotiations with Chad with Qatar and Egypt mediation.",
            "mediate",
            "initiator",
            ["Qatar", "Egypt"],
        ),
        ("Mali violated the truce and rejected the plan.", "reject", "initiator", ["Mali"]),
        (
            "Mali, Chad and Togo signed a peace treaty.",
            "agree",
            "initiator",
            ["Mali", "Chad", "Togo"],
        ),
        ("Mr. Deng, who left Mali, warned Chad of war.", "threaten", "initiator", ["Mr. Deng"]),
        ("LOME, May 3 (Wire) - Sudan rejected the truce.", "reject", "initiator", ["Sudan"]),
        ("Sudan met the king of Chad last year.", "meet", "counterpart", ["the king of Chad"]),
        (
            "Talks failed over the rebels' demand that all charges against aides be dropped.",
            "demand",
            "counterpart",
            [],
        ),
    ],
)
def test_roles(reader, text, event, role, expected):
    (claim,) = [claim for claim in read(reader, text) if claim.event == event]
    assert texts(getattr(claim, role)) == expected


def test_parties_bear_the_ids_of_actors_and_their_words(reader):
    text = "Sudan held peace talks with Chad in Doha."
    (claim,) = read(reader, text)
    (party,) = claim.initiator
    assert (party.actor, text[party.start : party.end]) == ("sudan", "Sudan")
    assert claim.venue is not None
    assert claim.venue.actor == "doha"


def test_who_says_that_nobody_will_be_bullied_threatens_nobody(reader):
    text = '"Sudan will not be intimidated," the king said.'
    assert [claim.initiator for claim in read(reader, text) if claim.event == "threaten"] in (
        [],
        [()],
    )


def test_an_office_is_who_is_named_behind_it(reader):
    text = "Sudan's envoy, Ann Lee, rejected the truce."
    lee = actor(text, "Ann Lee", ActorType.PERSON)
    (claim,) = negotiations(reader.read(text), actors=(actor(text, "Sudan"), lee))
    assert [(party.text, party.actor) for party in claim.initiator] == [
        ("Sudan's envoy", "ann lee")
    ]


def test_a_round_is_held_where_it_begins(reader):
    (claim,) = read(reader, "A new round of talks for a truce in Sudan began in Doha.")
    assert claim.venue is not None
    assert claim.venue.text == "Doha"


def test_who_invites_to_talks_hosts_them(reader):
    text = "Togo invited the Sudan and Chad delegations to Lome to resume peace talks."
    offer, resumed = read(reader, text)
    assert (offer.event, resumed.event) == ("offer", "resume")
    assert offer.venue is not None
    assert resumed.venue is not None
    assert (resumed.venue.text, resumed.venue.start) == ("Lome", None)
    assert [(party.text, party.start) for party in resumed.mediator] == [("Togo", None)]


def test_the_talks_are_those_told_before_and_their_parties_are_implied(reader):
    text = "Peace talks between Sudan and Chad began in May. The talks were stalled by June."
    _, stalled = read(reader, text)
    assert stalled.event == "stall"
    assert [(party.actor, party.start) for party in stalled.initiator] == [
        ("sudan", None),
        ("chad", None),
    ]


def test_nobody_is_implied_where_nobody_was_told(reader):
    (claim,) = read(reader, "The peace talks have stalled.")
    assert (claim.initiator, claim.counterpart, claim.venue) == ((), (), None)


def test_we_is_who_speaks(reader):
    text = "“We are ready for talks,” Rao said."
    end = text.index(" Rao")
    statement = StatementClaim(
        span=Span(0, end, text[:end]),
        content=(Span(0, end, text[:end]),),
        quotation="direct",
        speaker=ActorId("rao"),
        speaker_name="Rao",
    )
    (claim,) = read(reader, text, statements=(statement,))
    assert [(party.text, party.actor, party.start) for party in claim.initiator] == [
        ("Rao", "rao", None)
    ]


def test_dates_give_interval_and_deadline(reader):
    text = "The army demanded the release of the hostages by Friday."
    start = text.index("Friday")
    day = DateClaim(
        span=Span(start, start + 6, "Friday"),
        type=TimexType.DATE,
        value="2024-05-03",
        interval=Interval(dt.date(2024, 5, 3), dt.date(2024, 5, 4)),
    )
    (claim,) = read(reader, text, dates=(day,))
    assert claim.deadline is not None
    assert claim.deadline.text == "by Friday"
    assert claim.interval is not None


def test_facets_and_codes(reader):
    text = "Both armies agreed in principle to a temporary ceasefire."
    (claim,) = read(reader, text)
    assert (claim.event, claim.extent, claim.phase) == ("agree", "in_principle", "agreement")
    assert claim.topic == ("ceasefire",)
    assert (claim.cameo, claim.plover) == ("057", "AGREE")
    (claim,) = read(reader, "The rebels demanded the release of all prisoners.")
    assert claim.topic == ("prisoners_hostages",)
    assert (claim.cameo, claim.plover) == ("1053", "REQUEST")
    assert claim.terms is not None
    assert claim.terms.text == "the release of all prisoners"
    (claim,) = read(reader, "The front took part in indirect talks.")
    assert (claim.directness, claim.cameo) == ("indirect", "046")


@pytest.mark.parametrize(
    ("text", "event", "role", "expected"),
    [
        (
            "Mali ruled out talks until Togo withdraws its troops, rejecting a plan by Norway.",
            "reject",
            "initiator",
            ["Mali"],
        ),
        ("The peace talks were broken off by Chad in May.", "break_off", "initiator", ["Chad"]),
        ("Chad demanded the withdrawal of Sudan forces.", "demand", "counterpart", ["Sudan"]),
        ("Sudan threatened to invade Chad.", "threaten", "counterpart", ["Chad"]),
        ("Under a deal, Chad forces must leave Doha.", "demand", "counterpart", ["Chad forces"]),
        ("Norway and Togo are acting as guarantors.", "mediate", "initiator", ["Norway", "Togo"]),
        (
            "Norway, which hosted earlier rounds, met the Sudan rebels.",
            "mediate",
            "initiator",
            ["Norway"],
        ),
        (
            "Chad has no part in Mali's engagement with Togo that led to a peace deal.",
            "agree",
            "counterpart",
            ["Togo"],
        ),
    ],
)
def test_roles_further_off(reader, text, event, role, expected):
    casts = [texts(getattr(claim, role)) for claim in read(reader, text) if claim.event == event]
    assert expected in casts


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("The minister of defence rejected the truce.", "initiator", ["The minister of defence"]),
        (
            "The head of the junta and rebels of the north signed a ceasefire.",
            "initiator",
            ["The head of the junta", "rebels of the north"],
        ),
        ("Truce in effect between Sudan and Chad, Togo says", "initiator", ["Sudan", "Chad"]),
        ("Sudan and Chad agreed to extend their ceasefire.", "counterpart", []),
        ("The rebels dismissed the peace plan as a gift to Sudan.", "counterpart", []),
        ("The peace talks with Chad have stalled.", "counterpart", ["Chad"]),
        (
            "Sudan had refused to negotiate while rebels were armed and had threatened to attack.",
            "initiator",
            ["Sudan"],
        ),
    ],
)
def test_whole_parties_and_no_others(reader, text, role, expected):
    for claim in read(reader, text):
        assert texts(getattr(claim, role)) == expected


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Sudan and Chad agreed late Tuesday to extend the truce.", "to extend the truce"),
        ('Sudan undertook to "stop at once" the raids.', 'to "stop at once" the raids'),
        ('The rebels dismissed the peace plan as "a gift".', "the peace plan"),
        ("Sudan urged both sides to halt fire and warned that time was short.", "to halt fire"),
    ],
)
def test_terms_are_what_is_asked_or_agreed(reader, text, terms):
    (claim,) = (claim for claim in read(reader, text) if claim.terms)
    assert claim.terms.text == terms


@pytest.mark.parametrize(
    ("text", "words", "deadline"),
    [
        ("Sudan and Chad agreed to extend the truce by 90 days.", "90 days", None),
        ("Sudan refused to negotiate while rebels left by Friday.", "Friday", None),
        ("Sudan demanded that the rebels leave by Friday.", "Friday", "by Friday"),
    ],
)
def test_a_deadline_is_the_acts_own(reader, text, words, deadline):
    start = text.index(words)
    date = DateClaim(
        span=Span(start, start + len(words), words),
        type=TimexType.DURATION if words[0].isdigit() else TimexType.DATE,
        value="P90D" if words[0].isdigit() else "2024-05-03",
        interval=None,
    )
    claim = read(reader, text, dates=(date,))[0]
    assert (claim.deadline and claim.deadline.text) == deadline


def test_freed_prisoners_are_nobodys_counterpart(reader):
    (claim,) = read(reader, "Chad freed two rebel prisoners.")
    assert (texts(claim.initiator), claim.counterpart) == (["Chad"], ())


def test_who_mediates_in_an_aside_mediates_what_follows(reader):
    text = "Egypt, whose envoys have been mediating, said that Sudan and Chad agreed to a truce."
    (agreed,) = [claim for claim in read(reader, text) if claim.event == "agree"]
    assert [party.start for party in agreed.mediator] == [None]


def test_envoys_of_two_states_are_neither_state(reader):
    text = "Talks with Russian and Turkish delegations began."
    actors = (actor(text, "Russian"), actor(text, "Turkish"))
    (claim,) = negotiations(reader.read(text), actors=actors)
    assert [(party.text, party.actor) for party in claim.counterpart] == [
        ("Russian and Turkish delegations", None)
    ]


def test_the_day_of_a_meeting_hides_no_venue(reader):
    (claim,) = read(reader, "The ministers of Mali and Togo met on Friday in Doha.")
    assert claim.venue is not None
    assert claim.venue.text == "Doha"


def test_a_year_that_names_a_truce_dates_nothing(reader):
    text = "The army breached the 2003 truce."
    start = text.index("2003")
    year = DateClaim(
        span=Span(start, start + 4, "2003"),
        type=TimexType.DATE,
        value="2003",
        interval=Interval(dt.date(2003, 1, 1), dt.date(2004, 1, 1)),
    )
    (claim,) = read(reader, text, dates=(year,))
    assert claim.interval is None


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Sudan talks resumed on Monday.", []),
        ("Talks between Sudan and Chad resumed on Monday.", ["Sudan", "Chad"]),
    ],
)
def test_a_land_before_talks_is_their_topic(reader, text, initiator):
    assert texts(read(reader, text)[0].initiator) == initiator


def test_a_visit_at_home_is_no_contact(reader):
    text = "The premier of Sudan visited Lome."
    sudan, lome = actor(text, "Sudan"), actor(text, "Lome", ActorType.PLACE)
    abroad = (attrs.evolve(sudan, country="SDN"), attrs.evolve(lome, country="TGO"))
    home = (attrs.evolve(sudan, country="SDN"), attrs.evolve(lome, country="SDN"))
    assert [claim.event for claim in negotiations(reader.read(text), actors=abroad)] == ["meet"]
    assert list(negotiations(reader.read(text), actors=home)) == []


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("The truce holds. 12:05 Sudan offers to mediate.", "initiator", ["Sudan"]),
        ("Sudan called on all donors to fund the truce.", "counterpart", ["all donors"]),
        ("Sudan and Mali signed a Chad-brokered truce.", "counterpart", []),
        ("Sudan would act as a neutral go-between in talks.", "counterpart", []),
        ("Sudan shuttled between hotel rooms to save the talks.", "counterpart", []),
        ("Sudan shuttled between the two capitals.", "counterpart", ["the two capitals"]),
        ("Sudan and Mali agreed on a deal on the road between Doha and Lome.", "counterpart", []),
    ],
)
def test_who_stands_beside_an_act_without_being_its_side(reader, text, role, expected):
    assert [texts(getattr(claim, role)) for claim in read(reader, text)][-1] == expected


def test_who_knows_of_a_mediation_does_not_mediate(reader):
    assert read(reader, "A source close to the mediation said that Chad would come.") == []

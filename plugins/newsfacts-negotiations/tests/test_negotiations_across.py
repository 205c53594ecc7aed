"""Acts across articles: which are one, which deny each other, what came of plans."""

import datetime as dt
import re

import pytest

from newsfacts import (
    ActorClaim,
    ActorId,
    ActorType,
    Article,
    Extraction,
    Interval,
    Mention,
    MentionForm,
    Party,
    Status,
)
from newsfacts.dossier import Dossier, RelationKind
from newsfacts_negotiations.across import linker
from newsfacts_negotiations.claims import NegotiationClaim, NegotiationEvent

ACTORS = {
    "Norland": ("norland", ActorType.STATE, "NOR", None),
    "Sudland": ("sudland", ActorType.STATE, "SUD", None),
    "Estland": ("estland", ActorType.STATE, "EST", None),
    "Premier Ask": ("ask", ActorType.PERSON, "NOR", "norland"),
    "Port City": ("port_city", ActorType.PLACE, "SUD", None),
}


def actors(of):
    for name, (actor, kind, country, affiliation) in ACTORS.items():
        for each in re.finditer(rf"\b{name}\b", of.text):
            yield ActorClaim(
                span=of.span(*each.span()),
                actor=ActorId(actor),
                name=name,
                type=kind,
                country=country,
                affiliation=ActorId(affiliation) if affiliation else None,
                mentions=(Mention(*each.span(), name, MentionForm.NAME),),
            )
            break


def parties(of, names):
    return tuple(
        Party.at(of.span(of.text.index(n), of.text.index(n) + len(n)), ActorId(ACTORS[n][0]))
        for n in names
    )


def act(of, event, words, *, who=(), whom=(), by=(), venue=None, on=None, **more):
    start = of.text.index(words)
    day = dt.date.fromisoformat(on) if on else None
    return NegotiationClaim(
        span=of.span(start, start + len(words)),
        event=NegotiationEvent(event),
        initiator=parties(of, who),
        counterpart=parties(of, whom),
        mediator=parties(of, by),
        venue=parties(of, [venue])[0] if venue else None,
        interval=Interval(day, day + dt.timedelta(days=1)) if day else None,
        **more,
    )


def report(text, day, *acts):
    """Return the extraction of an article; each act is (event, words, fields)."""
    article = Article(text, published=day)
    claims = (act(article, event, words, **fields) for event, words, fields in acts)
    return Extraction(article, (*actors(article), *claims))


def dossier(*reports):
    return Dossier(reports, linkers=[linker()])


def kinds(*reports):
    return [each.kind for each in dossier(*reports).relations]


ENDED = ("Talks of Norland and Sudland ended.", "2030-05-01",
         ("break_off", "ended", {"who": ["Norland", "Sudland"]}))  # fmt: skip


def going(day="2030-05-02", who=("Norland", "Sudland"), status=Status.ONGOING):
    text = f"{' and '.join(who)} still talk, envoys said on {day}."
    return report(text, day, ("negotiate", "still talk", {"who": who, "status": status}))


@pytest.mark.parametrize(
    ("other", "wrong"),
    [
        (going(), True),
        (going(day="2030-06-02"), False),
        (going(who=("Norland", "Estland")), False),
        (going(status=Status.PLANNED), False),
    ],
    ids=["they go on", "a month later", "other sides", "they will"],
)
def test_talks_that_ended_and_go_on(other, wrong):
    assert kinds(report(*ENDED), other) == [RelationKind.CONTRADICTS] * wrong


@pytest.mark.parametrize(
    ("status", "denied_on", "wrong"),
    [
        (Status.PREDICTED, "2030-05-02", True),
        (Status.INTENDED, "2030-05-02", False),
        (Status.ACTUAL, "2030-05-02", False),
        (Status.PREDICTED, "2030-05-20", False),
    ],
    ids=["predicted", "only wanted", "has begun", "on another day"],
)
def test_a_truce_foreseen_and_denied(status, denied_on, wrong):
    text = "A truce would begin, one said. No truce would come, said another."
    found = report(
        text,
        "2030-05-01",
        ("ceasefire", "would begin", {"status": status, "on": "2030-05-02"}),
        ("ceasefire", "would come", {"status": "predicted", "negated": True, "on": denied_on}),
    )
    assert kinds(found) == [RelationKind.CONTRADICTS] * wrong


def test_a_plan_that_came_about():
    planned = report("Norland will meet Sudland.", "2030-05-01",
                     ("meet", "will meet", {"who": ["Norland"], "whom": ["Sudland"],
                                            "status": Status.PLANNED}))  # fmt: skip
    met = report("Norland met Sudland.", "2030-05-09",
                 ("meet", "met", {"who": ["Norland"], "whom": ["Sudland"]}))  # fmt: skip
    assert kinds(planned, met) == [RelationKind.REALISES]
    assert not kinds(met, going(status=Status.ACTUAL))


def test_a_premier_stands_for_his_state_and_reports_of_one_act_are_one():
    one = report("Norland broke the deal with Sudland.", "2030-05-01",
                 ("violate", "broke", {"who": ["Norland"], "whom": ["Sudland"]}))  # fmt: skip
    fields = {"who": ["Premier Ask"], "whom": ["Sudland"]}
    text = "Premier Ask of Norland breached terms, Sudland said."
    other = report(text, "2030-05-02", ("violate", "breached", fields))
    (fact,) = dossier(one, other).facts
    assert fact.reports == 2


def test_demands_are_one_only_on_one_subject_and_acts_of_nobody_stay_apart():
    def demand(day, topic):
        text = f"Norland demanded it on {day}."
        fields = {"who": ["Norland"], "topic": topic}
        return report(text, day, ("demand", "demanded", fields))

    days = ("2030-05-01", "2030-05-02")
    assert len(dossier(demand(days[0], ("aid",)), demand(days[1], ("aid",))).facts) == 1
    assert len(dossier(demand(days[0], ("aid",)), demand(days[1], ("borders",))).facts) == 2
    assert len(dossier(demand(days[0], ()), demand(days[1], ())).facts) == 2
    nobody = [report(f"Talks were held ({day}).", day, ("negotiate", "held", {})) for day in days]
    assert len(dossier(*nobody).facts) == 2


def test_the_course_of_talks_and_who_mediates():
    held = {"who": ["Norland"], "whom": ["Sudland"], "by": ["Estland"], "venue": "Port City"}
    first = report("Norland met Sudland in Port City; Estland mediated.", "2030-05-01",
                   ("negotiate", "met", held))  # fmt: skip
    later = report(ENDED[0], "2030-05-03", ENDED[2])
    far = going(day="2031-05-01")
    found = dossier(first, later, far).series
    assert [(each.title, [p.label for p in each.points]) for each in found] == [
        ("Norland – Sudland since 2030-05-01", ["negotiate", "break off"]),
        ("Estland · Norland – Sudland · Port City since 2030-05-01", ["negotiate"]),
    ]

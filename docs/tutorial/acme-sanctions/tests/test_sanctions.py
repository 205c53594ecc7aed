import datetime as dt

from newsfacts import ActorClaim, ActorId, ActorType, Interval, Mention, MentionForm, Pipeline
from newsfacts.testing import check_extractor, evaluate, marked, run

from acme_sanctions import Measure, SanctionClaim, sanctions

TEXT = "[Norway] [imposed new sanctions] on [Belarus] on Friday. Belarus protested."


def actor(span, name):
    return ActorClaim(
        span=span,
        actor=ActorId(name.lower()),
        name=name,
        type=ActorType.STATE,
        mentions=(Mention(span.start, span.end, span.text, MentionForm.NAME),),
    )


def test_the_active_voice_says_who_and_against_whom():
    article, (norway, words, belarus) = marked(TEXT)
    (claim,) = run(sanctions, article, [actor(norway, "Norway"), actor(belarus, "Belarus")])
    assert claim.span == words
    assert claim.measure is Measure.IMPOSED
    assert (claim.imposer.actor, claim.target.actor) == ("norway", "belarus")


def test_what_will_be_is_planned():
    article, _ = marked("The bloc will lift sanctions.")
    (claim,) = run(sanctions, article)
    assert (claim.measure, claim.status) == (Measure.LIFTED, "planned")
    assert claim.imposer is claim.target is None


def test_it_owes_nothing():
    check_extractor(sanctions, [marked(TEXT, published="2024-05-03")[0]])


def test_with_the_plugins_it_needs():
    article, _ = marked(f"{TEXT} Sanctions helped, [Norway] said.", id="a", published="2024-05-06")
    others = [each for each in Pipeline.discover().plan.order if each.name != "sanctions"]
    extraction = Pipeline([*others, sanctions]).run(article, strict=True)
    (claim,) = extraction.of(SanctionClaim)
    assert claim.interval == Interval(dt.date(2024, 5, 3), dt.date(2024, 5, 4))
    expected = [
        {
            "article": "a",
            "kind": "acme.sanction",
            "span": {"start": 7, "end": 28, "text": "imposed new sanctions"},
            "measure": "imposed",
            "target": "Belarus",
        }
    ]
    figures = evaluate(expected, [extraction]).figures["acme.sanction"]
    assert figures["claim_f1"] == figures["measure"] == figures["target"] == 1

import itertools

import pytest
from toys import article, flood

from newsfacts import Attribution, StatementClaim
from newsfacts.attributing import attributions

TEXT = "Floods are believed to have risen, Abbas said, AFP reported. Rain fell."


def statement(where, words, source=None, cue=None):
    def span(piece):
        start = where.text.index(piece)
        return where.span(start, start + len(piece))

    return StatementClaim(
        span=span(words),
        content=(span(words),),
        source=source and span(source),
        cue=cue and span(cue),
        quotation="indirect",
        speaker_name=source,
    )


@pytest.fixture
def claims():
    where = article(TEXT)
    return {
        "inner": statement(where, "Floods are believed to have risen", "Abbas", "said"),
        "outer": statement(
            where, "Floods are believed to have risen, Abbas said", "AFP", "reported"
        ),
        "hedge": statement(where, "Floods are believed to have risen,", None, "are believed"),
        "inside": flood(where, "Floods"),
        "beside": flood(where, "Rain"),
    }


def test_the_smallest_content_with_a_source_gives_the_attribution(claims):
    attribution, hedge = attributions(claims.values())[claims["inside"].id]
    assert (attribution.source, attribution.statement) == ("Abbas", claims["inner"].id)
    assert attribution.via.source == "AFP"
    assert attribution.via.via is None
    assert hedge is None


def test_a_statement_without_source_that_stands_nearer_gives_a_hedge_alone(claims):
    where = article(TEXT)
    nearer = statement(where, "Floods are", None, "are believed")
    attribution, hedge = attributions([*claims.values(), nearer])[claims["inside"].id]
    assert (attribution.source, hedge) == ("Abbas", "are believed")


def test_a_relayed_statement_points_at_the_outer_one(claims):
    found = attributions(claims.values())
    assert found[claims["inner"].id][0].statement == claims["outer"].id
    assert claims["outer"].id not in found


def test_nobody_relays_themselves():
    where = article("Abbas fears floods, Abbas said, AFP reported.")
    fear = statement(where, "floods", "Abbas", "fears")
    speech = statement(where, "Abbas fears floods", "Abbas", "said")
    report = statement(where, "Abbas fears floods, Abbas said", "AFP", "reported")
    claim = flood(where, "floods")
    attribution, _ = attributions([fear, speech, report, claim])[claim.id]
    assert (attribution.source, attribution.via.source) == ("Abbas", "AFP")


def test_what_stands_in_no_content_is_the_articles_own(claims):
    assert claims["beside"].id not in attributions(claims.values())


def test_a_decided_attribution_is_left_alone(claims):
    where = article(TEXT)
    decided = flood(where, "Floods", attribution=None)
    assert decided.id not in attributions([claims["inner"], decided])


def test_the_order_of_the_claims_makes_no_difference(claims):
    expected = attributions(claims.values())
    for order in itertools.permutations(claims.values()):
        assert attributions(order) == expected


def test_two_statements_of_one_content_never_hold_each_other():
    where = article("Floods rose, Abbas said and Biden repeated.")
    one = statement(where, "Floods rose", "Abbas", "said")
    two = statement(where, "Floods rose", "Biden", "repeated")
    found = attributions([two, one, flood(where, "Floods")])
    held = [claim for claim in (one, two) if claim.id in found]
    assert len(held) == 1
    assert isinstance(found[held[0].id][0], Attribution)


def test_work_grows_with_the_text_not_with_its_square(monkeypatch):
    looked = []
    import newsfacts.attributing as module

    real = module._holds
    monkeypatch.setattr(module, "_holds", lambda *args: looked.append(1) or real(*args))

    def count(times):
        where = article(" ".join(f"Floods rose {n}, Abbas said." for n in range(times)))
        made = []
        for n in range(times):
            words = f"Floods rose {n},"
            made += [statement(where, words, "Abbas", "said"), flood(where, words[7:-1])]
        looked.clear()
        attributions(made)
        return len(looked)

    assert count(200) <= 2.2 * count(100)

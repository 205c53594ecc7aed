import attrs
from toys import FloodClaim, article, flood

from newsfacts import Attribution, DateClaim, Quantity, StatementClaim


def test_an_id_is_the_same_whatever_the_rule_or_the_attribution():
    one = flood(article(), "Floods", rule="a", hedge="reportedly")
    two = flood(article(), "Floods", rule="b", attribution=Attribution(source="Egypt"))
    assert one.id == two.id
    assert attrs.evolve(one, negated=True).id == one.id


def test_an_id_tells_kind_span_and_key_apart():
    where = article()
    base = flood(where, "Floods")
    assert len(base.id) == 16
    assert base.id != flood(where, "rose").id
    assert base.id != flood(where, "Floods", depth=Quantity(value=2)).id
    date = DateClaim(span=base.span, type="DATE", value="2024")
    assert date.id not in (base.id, DateClaim(span=base.span, type="TIME", value="2024").id)


def test_an_id_does_not_change_from_release_to_release():
    assert flood(article(), "Floods").id == "f9dc1a40902c9483"


def test_statements_of_one_content_differ_by_their_cue():
    where = article()
    content = where.span(17, 28)
    made = [
        StatementClaim(span=content, content=(content,), quotation="indirect", cue=cue)
        for cue in (None, where.span(36, 40), where.span(30, 35))
    ]
    assert len({claim.id for claim in made}) == 3


def test_a_summary_falls_back_on_the_key():
    assert flood(article(), "Floods").summary == "1"
    assert FloodClaim.attributable

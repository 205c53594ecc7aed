from collections.abc import Iterator

import attrs
import pytest
from spacy.tokens import Doc
from toys import FloodClaim, article, flood, floods, names, said, years

import newsfacts
from newsfacts import (
    ActorClaim,
    Article,
    Claim,
    ClaimId,
    DateClaim,
    Note,
    Party,
    Pipeline,
    Quantity,
    Span,
)
from newsfacts.errors import ArticleError
from newsfacts.tokens import Tokens


def fails(article: Article) -> Iterator[ActorClaim]:
    yield from names(article)
    raise ZeroDivisionError("no luck")


def undeclared(article: Article) -> Iterator[DateClaim]:
    yield from names(article)


def dangling(article: Article) -> Iterator[FloodClaim]:
    yield flood(article, "Floods", part_of="nowhere")


def beyond(article: Article) -> Iterator[FloodClaim]:
    yield FloodClaim(span=Span(10_000, 10_003, "abc"), depth=Quantity())


def half_sound(article: Article) -> Iterator[FloodClaim]:
    yield flood(article, "rose")
    yield from beyond(article)


def misquoted(article: Article) -> Iterator[FloodClaim]:
    yield flood(article, "Floods", causes=(Span(0, 5, "Cause"),))


def misplaced_party(article: Article) -> Iterator[FloodClaim]:
    yield flood(article, "Floods", river=Party("Nile", None, 0, 4))


def refers(article: Article) -> Iterator[FloodClaim]:
    whole = flood(article, "Floods rose")
    yield flood(article, "Floods", part_of=whole.id, river=Party("Nile"))
    yield whole


@attrs.frozen(kw_only=True, slots=False)
class LooseClaim(Claim):
    """Is a claim of a class without slots, whose fields hold spans in every shape."""

    kind = "acme.loose"

    either: Span | str | None = attrs.field(default=None, metadata={"doc": "words or a name"})
    named: dict[str, Span] = attrs.field(factory=dict, metadata={"doc": "words by name"})


def loose(article: Article) -> Iterator[LooseClaim]:
    words = article.span(0, 5)
    yield LooseClaim(span=words, either="nowhere", named={"first": words})


def misnamed(article: Article) -> Iterator[LooseClaim]:
    yield LooseClaim(span=article.span(0, 5), named={"first": Span(0, 3, "Nil")})


def mistaken(article: Article) -> Iterator[LooseClaim]:
    yield LooseClaim(span=article.span(0, 5), either=Span(0, 3, "Nil"))


@attrs.frozen(kw_only=True)
class PartClaim(Claim):
    """Is a part of a flood, found by an extractor of its own."""

    kind = "acme.part"

    part_of: ClaimId = attrs.field(metadata={"doc": "the flood"})


def part(article: Article) -> Iterator[PartClaim]:
    yield PartClaim(span=article.span(0, 5), part_of=flood(article, "rose").id)


def twice(article: Article) -> Iterator[FloodClaim]:
    yield flood(article, "Floods", rule="first")
    yield flood(article, "Floods", rule="second")


def notes(article: Article) -> Iterator[FloodClaim | Note]:
    yield Note("dry", "no rain today")


def meets(doc: Doc) -> Iterator[FloodClaim]:
    word = next(token for token in doc if token.text == "met")
    start = word.idx
    yield FloodClaim(span=Span(start, start + 3, "met"), depth=Quantity())


def test_claims_come_in_the_order_of_the_text_with_their_origin():
    extraction = Pipeline([floods, names, said]).run(article())
    starts = [(claim.span.start, claim.span.end) for claim in extraction]
    assert starts == sorted(starts)
    assert {claim.extractor for claim in extraction} == {"toys:floods", "toys:names", "toys:said"}
    assert not extraction.diagnostics


def test_any_kind_is_attributed_once_statements_are_looked_for():
    extraction = Pipeline([floods, names, said]).run(article())
    (claim,) = extraction.of(FloodClaim)
    assert claim.attribution.speaker_name == "Egypt"
    assert extraction[claim.attribution.statement].kind == "statement"
    assert all(actor.attribution is None for actor in extraction.of(ActorClaim))


def test_nobody_decides_who_says_so_without_a_statement_extractor():
    (claim,) = Pipeline([floods, names]).run(article()).of(FloodClaim)
    assert claim.attribution is newsfacts.values.UNSET


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (fails, "ZeroDivisionError: no luck"),
        (undeclared, "it yielded ActorClaim, its return annotation says DateClaim"),
        (dangling, "part_of refers to claim 'nowhere', which is not there"),
        (beyond, "span 10000-10003 'abc' is not what the article says there"),
        (misquoted, "causes 0-5 'Cause' is not what the article says there"),
        (misplaced_party, "river 0-4 'Nile' is not what the article says there"),
        (misnamed, "named 0-3 'Nil' is not what the article says there"),
        (mistaken, "either 0-3 'Nil' is not what the article says there"),
    ],
)
def test_a_broken_extractor_costs_its_own_claims_and_no_others(broken, says):
    extraction = Pipeline([broken, said]).run(article())
    assert [claim.kind for claim in extraction] == ["statement"]
    (diagnostic,) = extraction.diagnostics
    assert (diagnostic.code, diagnostic.article) == ("extractor-failed", "toy")
    assert says in diagnostic.message
    assert any(broken.__name__ in note for note in diagnostic.error.__notes__)


def test_claims_that_were_dropped_are_none_to_refer_to():
    extraction = Pipeline([half_sound, part]).run(article())
    assert not extraction.claims
    assert [each.extractor for each in extraction.diagnostics] == ["half_sound", "part"]
    assert "which is not there" in extraction.diagnostics[1].message


def test_consumers_of_a_failed_provider_are_skipped():
    extraction = Pipeline([fails, floods, years]).run(article("Floods in 2024."))
    assert [claim.kind for claim in extraction] == ["date"]
    assert [each.code for each in extraction.diagnostics] == ["extractor-failed", "skipped"]
    assert "it needs actor claims, and fails failed" in extraction.diagnostics[1].message


def test_strict_raises_after_the_run():
    with pytest.raises(ExceptionGroup) as raised:
        Pipeline([fails, beyond]).run(article(), strict=True)
    assert len(raised.value.exceptions) == 2


def test_references_and_implied_parties_are_fine():
    extraction = Pipeline([refers]).run(article())
    part = next(claim for claim in extraction.of(FloodClaim) if claim.part_of)
    assert extraction[part.part_of].text == "Floods rose"


def test_a_kind_without_slots_is_stamped_and_a_name_is_no_reference():
    (claim,) = Pipeline([loose]).run(article()).of(LooseClaim)
    assert claim.either == "nowhere"
    assert claim.extractor.endswith("loose")


def test_what_an_extractor_yielded_is_left_as_it_was():
    made = flood(article(), "Floods")

    def again(article: Article) -> Iterator[FloodClaim]:
        yield made

    (claim,) = Pipeline([again, said]).run(article()).of(FloodClaim)
    assert (made.extractor, made.attribution) == ("", newsfacts.values.UNSET)
    assert claim.attribution.source == "Egypt"


def test_a_second_claim_of_one_id_is_dropped_with_a_warning():
    extraction = Pipeline([twice]).run(article())
    assert [claim.rule for claim in extraction] == ["first"]
    assert [(d.code, d.severity) for d in extraction.diagnostics] == [
        ("duplicate-claim", "warning")
    ]


def test_a_note_becomes_a_warning():
    (diagnostic,) = Pipeline([notes]).run(article()).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("dry", "warning")
    assert str(diagnostic) == "toy: notes: no rain today"


def test_the_same_article_gives_the_same_extraction():
    pipeline = Pipeline([floods, names, said])
    assert pipeline.run(article()) == pipeline.run(article())


def test_map_keeps_the_order():
    articles = [article(id=str(n)) for n in range(5)]
    assert [each.article.id for each in Pipeline([names]).map(articles)] == list("01234")


def test_a_text_that_cannot_be_read_costs_those_who_read_it_alone(monkeypatch):
    from newsfacts.language import Reader

    def fails(*_):
        raise ValueError("no such character")

    monkeypatch.setattr(Reader, "tokens", fails)
    extraction = Pipeline([names, counted]).run(article())
    assert extraction.diagnostics[0].code == "extractor-failed"
    assert len(extraction) == len(Pipeline([names]).run(article())) > 0


def test_what_is_no_article_is_refused_by_name_and_costs_nothing_before_it():
    results = Pipeline([names]).map([article(id="0"), "Abbas met Biden."])
    assert next(results).article.id == "0"
    with pytest.raises(ArticleError, match=r"an Article, not str: make one"):
        next(results)
    with pytest.raises(ArticleError, match="no UTF-8"):
        Pipeline([names]).run(ArticleError("no UTF-8"))


def test_map_reads_but_a_few_ahead():
    taken = []
    articles = (taken.append(n) or article(id=str(n)) for n in range(1000))
    next(Pipeline([names]).map(articles))
    assert 1 <= len(taken) < 50


def test_what_came_before_a_fault_of_the_source_is_read():
    def articles():
        yield article(id="0")
        yield article(id="1")
        raise OSError("the disk is gone")

    extractions = Pipeline([names]).map(articles())
    assert [next(extractions).article.id for _ in range(2)] == ["0", "1"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(extractions)


def test_an_empty_article_gives_no_claims():
    extraction = Pipeline([floods, names, said, years]).run(Article(""))
    assert len(extraction) == 0
    assert not extraction.diagnostics


def counted(tokens: Tokens) -> Iterator[FloodClaim]:
    yield FloodClaim(span=tokens.span(0, 1), depth=Quantity(value=len(tokens)))


def test_tokens_and_doc_are_made_once_and_only_where_they_are_needed(monkeypatch):
    from newsfacts.language import Reader

    made = []
    for name in ("tokens", "doc"):
        real = getattr(Reader, name)
        monkeypatch.setattr(
            Reader, name, lambda *a, real=real, name=name: made.append(name) or real(*a)
        )
    Pipeline([names]).run(article())
    assert not made
    assert len(Pipeline([counted]).run(article())) == 1
    assert made == ["tokens"]
    assert Pipeline([names, meets]).run(article()).of(FloodClaim)
    assert made == ["tokens", "tokens", "doc"]


def test_a_language_of_the_users_own_is_read_with(monkeypatch):
    import spacy

    nlp = spacy.blank("de")
    assert Pipeline([meets], nlp=nlp).run(article()).of(FloodClaim)


def test_extraction_finds_by_id_and_kind():
    extraction = Pipeline([names]).run(article())
    assert extraction.of(Claim) == extraction.claims
    assert len(extraction) == 4
    with pytest.raises(KeyError):
        extraction["nowhere"]
    assert "4 actor" in repr(extraction)


def test_a_pipeline_shows_its_order():
    assert repr(Pipeline([floods, names])) == "Pipeline([names, floods])"
    assert attrs.asdict(Pipeline([names]).plan)["order"]

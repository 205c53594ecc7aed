import re
from collections.abc import Iterator
from typing import ClassVar

import attrs
import pytest
import toys
from hypothesis import given, strategies
from spacy.tokens import Doc

from newsfacts import ActorClaim, Article, Claim, Note, StatementClaim
from newsfacts.errors import ExtractorError
from newsfacts.testing import HOSTILE_TEXTS, check_extractor, marked, run
from newsfacts.tokens import Tokens, tokens

TEXT = "Abbas met Biden in 2024. Floods rose, Egypt said."
ARTICLES = [Article(TEXT, id="a", published="2024-05-03")]


def test_marked_gives_the_article_and_its_spans_in_the_order_in_which_they_open():
    article, spans = marked("He [left [Gaza] on] [Friday].", published="2024-05-03", id="x")
    assert article == Article("He left Gaza on Friday.", published="2024-05-03", id="x")
    assert [(span.start, span.text) for span in spans] == [
        (3, "left Gaza on"), (8, "Gaza"), (16, "Friday"),
    ]  # fmt: skip


def test_marked_takes_other_marks_where_the_text_has_brackets():
    article, (span,) = marked("He said «[sic]» it.", marks="«»")
    assert (article.text, span.text) == ("He said [sic] it.", "[sic]")


@pytest.mark.parametrize("text", ["a [b", "a b]", "a [] b", "[a]] [b"])
def test_marked_refuses_marks_that_mark_nothing(text):
    with pytest.raises(ValueError, match=r"mark|closes|span"):
        marked(text)


@given(strategies.text(alphabet="ab[]é \n", max_size=30))
def test_marked_spans_are_the_article_s_own_words(text):
    try:
        article, spans = marked(text)
    except ValueError:
        return
    assert article.text == re.sub(r"[\[\]]", "", text)
    assert len(spans) == text.count("[")
    for span in spans:
        assert article.text[span.start : span.end] == span.text


def test_run_gives_an_extractor_the_claims_it_needs_and_returns_its_own_alone():
    seen = []

    def floods(article: Article, actors: tuple[ActorClaim, ...]) -> Iterator[toys.FloodClaim]:
        seen.append(actors)
        yield toys.flood(article, "Floods")

    actors = tuple(toys.names(ARTICLES[0]))
    assert [claim.kind for claim in run(floods, ARTICLES[0], actors)] == ["acme.flood"]
    assert [claim.kind for claim in run(floods, ARTICLES[0])] == ["acme.flood"]
    assert seen == [actors, ()]


def test_run_attributes_claims_to_given_statements():
    (statement,) = (s for s in toys.said(ARTICLES[0]) if s.source.text == "Egypt")
    (flood,) = run(toys.floods, ARTICLES[0], [statement])
    assert flood.attribution.source == "Egypt"
    assert flood.attribution.statement == statement.id


def test_run_raises_what_the_extractor_raises():
    def broken(article: Article) -> Iterator[toys.FloodClaim]:
        yield 1 / 0

    with pytest.raises(ZeroDivisionError) as caught:
        run(broken, ARTICLES[0])
    assert "in extractor" in caught.value.__notes__[0]


def test_run_checks_as_a_pipeline_does():
    def elsewhere(article: Article) -> Iterator[toys.FloodClaim]:
        yield toys.flood(Article("Floods."), "Floods", rule="r")

    with pytest.raises(ExtractorError, match="is not what the article says there"):
        run(elsewhere, ARTICLES[0])


def test_run_keeps_what_an_extractor_notes():
    def noting(article: Article) -> Iterator[toys.FloodClaim]:
        yield Note("dry", "no water here")

    (diagnostic,) = run(noting, ARTICLES[0]).diagnostics
    assert (diagnostic.code, diagnostic.severity) == ("dry", "warning")


def floods(article: Article, actors: tuple[ActorClaim, ...] = ()) -> Iterator[toys.FloodClaim]:
    for found in re.finditer("floods", article.text, re.IGNORECASE):
        yield toys.flood(article, found.group(), rule="word")
        return


def test_check_extractor_is_content_with_an_extractor_that_pays_its_debts():
    check_extractor(floods, ARTICLES, given=toys.names)


def test_check_extractor_reads_every_hostile_text():
    read = set()

    def reader(article: Article) -> Iterator[toys.FloodClaim]:
        read.add(article.text)
        yield from floods(article)

    check_extractor(reader, ARTICLES)
    assert read >= set(HOSTILE_TEXTS.values())


def unnamed(article: Article) -> Iterator[toys.FloodClaim]:
    yield from (attrs.evolve(claim, rule="") for claim in floods(article))


def twice(article: Article) -> Iterator[toys.FloodClaim]:
    yield from floods(article)
    yield from floods(article)


def failing(article: Article) -> Iterator[toys.FloodClaim]:
    yield from floods(article)
    if not article.text:
        raise IndexError("no first word")


def undated(article: Article) -> Iterator[toys.FloodClaim]:
    if article.published.year:
        yield from floods(article)


class Fickle:
    def __init__(self):
        self.runs = 0

    def __call__(self, article: Article) -> Iterator[toys.FloodClaim]:
        self.runs += 1
        yield from (attrs.evolve(claim, rule=f"run {self.runs}") for claim in floods(article))


def marking(article: Article, doc: Doc) -> Iterator[toys.FloodClaim]:
    doc.user_data["mine"] = 1
    yield from floods(article)


def lowering(article: Article, doc: Doc) -> Iterator[toys.FloodClaim]:
    words = tokens(doc).words
    words[:] = [word.lower() for word in words]
    yield from floods(article)


def clearing(article: Article, view: Tokens) -> Iterator[toys.FloodClaim]:
    view.sentences.clear()
    yield from floods(article)


def remembering(article: Article, view: Tokens) -> Iterator[toys.FloodClaim]:
    view.memo["mine"] = 1
    yield from floods(article)


@attrs.frozen(kw_only=True)
class ListClaim(Claim):
    kind: ClassVar[str] = "acme.list"

    places: tuple[str, ...]


def listing(article: Article) -> Iterator[ListClaim]:
    for claim in floods(article):
        yield ListClaim(span=claim.span, rule="r", places=["a list"])


def silent(article: Article) -> Iterator[toys.FloodClaim]:
    yield from ()


@pytest.mark.parametrize(
    ("extractor", "says"),
    [
        (unnamed, "every claim must name its rule"),
        (twice, "no two claims may have one id"),
        (failing, "article 'hostile: empty': it must not raise IndexError: no first word"),
        (undated, "article 'a, bare': it must not raise AttributeError"),
        (Fickle(), "a second run must give the same claims"),
        (marking, "it must leave 'doc' as it was given"),
        (lowering, "it must leave 'doc' as it was given"),
        (clearing, "it must leave 'view' as it was given"),
        (remembering, "it must leave 'view' as it was given"),
        (listing, "a record must be read back as the same claim"),
        (silent, "finds nothing in these articles"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_check_extractor_names_what_is_owed(extractor, says):
    with pytest.raises(AssertionError, match=re.escape(says)):
        check_extractor(extractor, ARTICLES)


def test_check_extractor_sees_given_claims_changed():
    def renaming(article: Article, said: tuple[StatementClaim, ...]) -> Iterator[toys.FloodClaim]:
        for statement in said:
            object.__setattr__(statement, "speaker_name", "somebody else")
        yield from floods(article)

    with pytest.raises(AssertionError, match="it must leave 'said' as it was given"):
        check_extractor(renaming, ARTICLES, given=toys.said)


def test_check_extractor_refuses_a_signature_that_says_nothing():
    def bare(article):
        yield from ()

    with pytest.raises(TypeError, match="parameter 'article' has no annotation"):
        check_extractor(bare, ARTICLES)

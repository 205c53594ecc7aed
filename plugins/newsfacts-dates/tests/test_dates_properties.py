"""What holds for any text and any day of publication."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Article, DateClaim
from newsfacts.language import Reader
from newsfacts.tokens import tokens
from newsfacts_dates.extract import Dates
from newsfacts_dates.grammar import lexicon, load

READER = Reader()
WORDS = sorted(
    {word for words in lexicon().values() for word in words}
    | {word for rule in load().rules for word in rule.example.replace("[", " ").split()}
    | {"1", "31", "0", "99", "1999", "9999", "00:00", "31/12/99", "\n\n", "2014–2013", "''", "“"}
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([dt.date.min, dt.date.max]))


@settings(deadline=None, max_examples=400)
@given(TEXTS, DAYS)
def test_any_text_any_day(text: str, published: dt.date | None) -> None:
    article = Article(text, published=published)
    view = tokens(READER.read(text))
    things = list(Dates(infer_published=True)(article, view))
    assert things == list(Dates(infer_published=True)(article, view))
    claims = [thing for thing in things if isinstance(thing, DateClaim)]
    ends = 0
    for claim in claims:
        assert text[claim.span.start : claim.span.end] == claim.text
        assert ends <= claim.span.start
        ends = claim.span.end
        if claim.interval and claim.interval.start and claim.interval.end:
            assert str(claim.interval.start) <= str(claim.interval.end)

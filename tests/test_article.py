import datetime as dt

import pytest

from newsfacts import Article
from newsfacts.errors import ArticleError


def test_published_takes_iso_strings_and_dates():
    assert Article("x", published="2024-05-03").published == dt.date(2024, 5, 3)
    moment = Article("x", published="2024-05-03T10:00:00+02:00")
    assert moment.published_on == dt.date(2024, 5, 3)
    assert moment.published.utcoffset() == dt.timedelta(hours=2)
    assert Article("x").published_on is None


def test_published_refuses_what_is_no_date():
    with pytest.raises(ValueError, match=r"'published' is no ISO 8601 date or .*'last week'"):
        Article("x", published="last week")


@pytest.mark.parametrize(
    ("text", "more", "says"),
    [
        ("x", {"published": 20240503}, r"'published' is 20240503 \(int\); give a date"),
        ("x", {"published": float("nan")}, r"'published' is nan \(float\)"),
        (b"x", {}, "article's text is bytes, not a string"),
        (None, {}, "article's text is NoneType, not a string"),
        ("x", {"id": 5}, "article's id is int, not a string"),
        ("x", {"publisher": 5}, "article's publisher is int, not a string"),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(text, more, says):
    with pytest.raises(TypeError, match=says):
        Article(text, **more)


def test_an_article_without_an_id_is_named_by_its_text():
    assert Article("one").id == Article("one").id != Article("two").id


def test_a_lone_surrogate_is_refused_with_its_place():
    with pytest.raises(ArticleError, match=r"article 'a'.*U\+D800.*code point 3"):
        Article("abc\ud800", id="a")
    for name in ("headline", "publisher", "url", "author", "language"):
        with pytest.raises(ArticleError, match=rf"article 'a': {name} holds .*U\+DFFF.*point 1"):
            Article("abc", id="a", **{name: "x\udfff"})


def test_a_span_is_a_slice_of_code_points():
    assert Article("a 😀 b").span(2, 3).text == "😀"
    with pytest.raises(ValueError, match="a span holds"):
        Article("abc").span(2, 5)


def test_the_text_is_never_normalised():
    text = "e\u0301\r\n\u200f“x”\u00a0"
    assert Article(text).text == text

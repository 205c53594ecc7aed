import datetime as dt
import io
import json

import pytest

from newsfacts import Article
from newsfacts.errors import ArticleError
from newsfacts.inputs import article_of, read_articles


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_bytes("Second\r\nline “x”".encode())
    (tmp_path / "a.txt").write_bytes(b"First")
    (tmp_path / "c.md").write_bytes(b"not an article")
    (tmp_path / "metadata.jsonl").write_text('{"id": "a", "published": "2024-05-03", "url": "u"}\n')
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "d.txt").write_bytes(b"too deep")
    return tmp_path


def read(*paths, **arguments):
    found = list(read_articles(paths, **arguments))
    articles = [each for each in found if isinstance(each, Article)]
    return articles, [str(each) for each in found if isinstance(each, ArticleError)]


def test_a_directory_gives_its_texts_in_order_and_what_is_known_of_them(folder):
    articles, errors = read(folder)
    assert [(a.id, a.published, a.url) for a in articles] == [
        ("a", dt.date(2024, 5, 3), "u"),
        ("b", None, None),
    ]
    assert articles[1].text == "Second\r\nline “x”"
    assert not errors


def test_a_text_file_is_known_by_the_metadata_beside_it(folder):
    ((article,), _) = read(folder / "a.txt")
    assert article.published == dt.date(2024, 5, 3)


def test_a_date_for_all_yields_to_an_articles_own(folder):
    articles, _ = read(folder, published=dt.date(2020, 1, 1))
    assert [a.published.year for a in articles] == [2024, 2020]


def test_lines_of_json_take_schema_org_names(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(
        '{"id": "x", "article_body": "Text", "date_published": "2024-05-03T10:00:00Z", "k": 1}\n'
        "\n"
        '{"id": 7, "text": "More"}\n'
    )
    articles, errors = read(path)
    assert [(a.id, a.text) for a in articles] == [("x", "Text"), ("7", "More")]
    assert articles[0].published_on == dt.date(2024, 5, 3)
    assert not errors


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{nope", "line 2: not JSON: Expecting property name enclosed in double quotes at char"),
        (b'  {"id": "y", "text":', "line 2: not JSON: Expecting value at character 21"),
        (b"[" * 100_000, "line 2: not JSON that can be read: maximum recursion depth"),
        (b'{"id": %s}' % (b"9" * 5_000), "line 2: not JSON that can be read: Exceeds the limit"),
        (b'{"id": true, "text": "t"}', "line 2: its 'id' is bool, not a string"),
        (b"[1]", "line 2: it holds list, not an object"),
        (b'{"id": "y"}', "line 2: it has no 'text'"),
        (b'{"id": "y", "text": 3}', "line 2: its 'text' is int, not a string"),
        (b'{"id": "y", "text": "t", "published": "soon"}', "line 2: its 'published' is no ISO"),
        (b'{"id": "y", "text": "\xff"}', "line 2: byte 21 of the line is not UTF-8"),
        (b'{"id": "y", "text": "\\ud800"}', "line 2: article 'y': text holds a lone surrogate"),
        (b'{"id": "x", "text": "again"}', "line 2: a second article with id 'x'; the first is"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_read(tmp_path, line, says):
    path = tmp_path / "articles.jsonl"
    good = b'{"id": "%s", "text": "fine"}'
    path.write_bytes(b"\n".join([good % b"x", line, good % b"z"]))
    articles, (error,) = read(path)
    assert [a.id for a in articles] == ["x", "z"]
    assert says in error
    assert str(path) in error


def test_bad_bytes_name_the_file_and_the_byte(folder):
    (folder / "bad.txt").write_bytes(b"abc\xffdef")
    articles, (error,) = read(folder)
    assert len(articles) == 2
    assert error.endswith("bad.txt: byte 3 is not UTF-8 (invalid start byte)")


def test_what_is_not_there_is_named(folder, tmp_path):
    articles, errors = read(folder / "none.txt", folder / "deeper" / "d.txt", folder / "no.jsonl")
    assert [a.id for a in articles] == ["d"]
    assert [error.rpartition(": ")[2] for error in errors] == ["No such file or directory"] * 2


def test_an_unreadable_file_is_named(folder):
    (folder / "aa.txt").mkdir()
    articles, (error,) = read(folder)
    assert [a.id for a in articles] == ["a", "b"]
    assert "aa.txt: Is a directory" in error


def test_a_directory_without_texts_is_named(tmp_path):
    reason = "no *.txt in this directory; name files of other kinds one by one"
    assert read(tmp_path) == ([], [f"{tmp_path}: {reason}"])


def test_a_directory_that_cannot_be_listed_is_named(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    assert read(tmp_path) == ([], [f"{tmp_path}: Permission denied"])


def test_suffixes_in_capitals_are_the_same_on_every_machine(tmp_path):
    (tmp_path / "a.TXT").write_bytes(b"First")
    (tmp_path / "b.JSONL").write_bytes(b'{"id": "x", "text": "Second"}')
    articles, errors = read(tmp_path, tmp_path / "b.JSONL")
    assert [(a.id, a.text) for a in articles] == [("a", "First"), ("x", "Second")]
    assert not errors


@pytest.mark.parametrize("name", ["a.json", "a.ndjson", "a.html", "a.HTM", "a.xml", "a.csv"])
def test_markup_is_not_read_as_an_article(tmp_path, name):
    (tmp_path / name).write_bytes(b'{"id": "a", "text": "Twelve people were killed."}')
    articles, (error,) = read(tmp_path / name)
    assert not articles
    assert f"{name}: this is no plain text: " in error
    assert ".jsonl" in error


def test_bad_metadata_is_named_and_costs_nothing_else(folder):
    (folder / "metadata.jsonl").write_text('{"id": "a", "url": "u"}\nnope\n{"url": "v"}\n')
    articles, errors = read(folder)
    assert [a.url for a in articles] == ["u", None]
    assert ["line 2: not JSON" in errors[0], "line 3: it has no 'id'" in errors[1]] == [True, True]


def test_what_metadata_say_wrongly_of_an_article_is_named_where_it_stands(folder):
    (folder / "metadata.jsonl").write_text('\n{"id": "a", "published": "May 3"}\n')
    articles, (error,) = read(folder)
    assert [a.id for a in articles] == ["b"]
    assert "a.txt: its 'published' is no ISO 8601 date" in error
    assert error.endswith(f"(see {folder / 'metadata.jsonl'}, line 2)")


def test_two_metadata_of_one_id_are_named_and_the_first_counts(folder):
    (folder / "metadata.jsonl").write_text(
        '{"id": "a", "published": "2024-05-03"}\n{"id": "a", "published": "2024-05-04"}\n'
    )
    articles, (error,) = read(folder)
    assert articles[0].published == dt.date(2024, 5, 3)
    assert "metadata.jsonl, line 2: a second record of id 'a'; " in error
    assert error.endswith("metadata.jsonl, line 1 counts")


def test_a_byte_order_mark_is_no_part_of_json(folder, monkeypatch):
    line = '{"id": "a", "text": "Text", "published": "2024-05-03"}\r\n'.encode("utf-8-sig")
    (folder / "lines.jsonl").write_bytes(line)
    (folder / "metadata.jsonl").write_bytes(line)
    for path in (folder / "lines.jsonl", folder / "a.txt"):
        ((article,), errors) = read(path)
        assert (article.published, errors) == (dt.date(2024, 5, 3), [])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert [each.text for each in read("-")[0]] == ["Text"]


def test_a_byte_order_mark_of_a_text_counts_as_the_code_point_that_it_is(folder):
    (folder / "a.txt").write_bytes("Text".encode("utf-8-sig"))
    ((article,), _) = read(folder / "a.txt")
    assert article.text == "\ufeffText"


def test_an_empty_string_says_as_little_as_null():
    article = article_of({"id": "", "text": "t", "published": "", "headline": ""})
    assert (article.published, article.headline) == (None, None)
    assert article.id == Article("t").id
    assert article_of({"id": "e", "text": ""}).text == ""


def test_longer_articles_are_refused_with_the_way_out(folder):
    articles, (error,) = read(folder, max_chars=5)
    assert [a.id for a in articles] == ["a"]
    assert "16 code points, more than 5" in error
    assert "--max-chars" in error


@pytest.mark.parametrize("given", ["plain text", '{"id": "stdin", "text": "plain text"}'])
def test_standard_input_is_text_or_lines(monkeypatch, given):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    ((article,), _) = read("-")
    assert (article.id, article.text) == ("stdin", "plain text")


def test_a_record_may_hold_all_that_an_article_does():
    values = {"id": "i", "text": "t", "headline": "h", "publisher": "p", "url": "u", "author": "a"}
    article = article_of(json.loads(json.dumps(values | {"in_language": "en"})))
    assert (article.headline, article.author, article.language) == ("h", "a", "en")

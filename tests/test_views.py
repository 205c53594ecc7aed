"""How articles, claims and extractions show themselves: reprs, notebooks, pages, rows."""

import io
import re
import unicodedata
from html.parser import HTMLParser

import attrs
import pytest
import toys
from click.testing import CliRunner
from hypothesis import given, strategies
from rich.console import Console

from newsfacts import (
    Attribution,
    Claim,
    DateClaim,
    Diagnostic,
    Extraction,
    Interval,
    Party,
    Pipeline,
    Quantity,
    StatementClaim,
    Status,
)
from newsfacts.cli import cli
from newsfacts.render import claims_table, legible, marked_article
from newsfacts.render_html import page_html
from newsfacts.testing import HOSTILE_TEXTS, run

EVIL = "<script>alert('&')</script>"


def extraction(text="Floods rose in 2024, Egypt said. Abbas met Biden."):
    article = toys.article(text, headline="A & B", publisher=EVIL)
    pipeline = Pipeline([toys.floods, toys.names, toys.years, toys.said])
    return pipeline.run(article, strict=True)


class Visible(HTMLParser):
    """Collects the text that a page shows, and fails on tags that do not match."""

    def __init__(self):
        super().__init__()
        self.text, self.open, self.tags = "", [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in {"meta", "hr", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def visible(html):
    parser = Visible()
    parser.feed(html)
    parser.close()
    assert not parser.open
    return parser


def test_reprs_are_short():
    found = extraction()
    assert repr(found.article) == "<Article 'toy' of 2024-05-03, 49 code points>"
    assert repr(found) == "<Extraction of 'toy': 1 acme.flood, 4 actor, 1 date, 1 statement>"
    assert repr(Extraction(found.article, ())) == "<Extraction of 'toy': no claims>"
    assert repr(found.of(DateClaim)[0]) == "<DateClaim 15-19 '2024': DATE 2024>"
    assert repr(found.of(toys.FloodClaim)[0]) == "<FloodClaim 0-6 'Floods': 1>"


def test_a_long_claim_shows_its_first_words():
    article = toys.article("Floods " * 100)
    claim = toys.flood(article, article.text.strip())
    assert len(repr(claim)) < 100


def test_a_kind_can_have_a_repr_of_its_own():
    @attrs.frozen(kw_only=True)
    class LoudClaim(Claim):
        kind = "acme.loud"

        def __repr__(self):
            return "LOUD"

    assert repr(LoudClaim(span=toys.article().span(0, 5))) == "LOUD"


@pytest.mark.parametrize("thing", ["article", "claim", "extraction"])
def test_a_notebook_gets_well_formed_html_with_everything_escaped(thing):
    found = extraction(f"Floods rose {EVIL} in Gaza, Egypt said.")
    claim = attrs.evolve(
        found.of(toys.FloodClaim)[0],
        hedge=EVIL,
        status=Status.PREDICTED,
        attribution=Attribution(source=EVIL, via=Attribution(source="Reuters")),
    )
    found = Extraction(found.article, (claim,), (Diagnostic(code="x", message=EVIL),))
    things = {"article": found.article, "claim": claim, "extraction": found}
    html = things[thing]._repr_html_()
    assert "script" not in visible(html).tags
    assert EVIL in visible(html).text
    if thing != "article":
        assert "via Reuters" in visible(html).text


def test_a_page_shows_the_whole_text_and_every_claim():
    found = extraction("Floods rose in 2024, Egypt said.\n\nAbbas met Biden.\n")
    shown = visible(page_html([found]))
    assert "A & B" in shown.text
    for word in found.article.text.split():
        assert word.rstrip(".,") in shown.text
    for kind in ("acme.flood", "actor", "date", "statement"):
        assert kind in shown.text


@given(strategies.text(alphabet="Ab <&\n’é😀", max_size=60), strategies.data())
def test_whatever_the_text_every_piece_of_it_is_shown(text, data):
    article = toys.article(text)
    ranges = data.draw(
        strategies.lists(strategies.tuples(*[strategies.integers(0, len(text))] * 2), max_size=4)
    )
    claims = {
        claim.id: claim
        for a, b in ranges
        if a < b
        for claim in [toys.FloodClaim(span=article.span(a, b), depth=Quantity(value=1))]
    }
    shown = visible(page_html([Extraction(article, tuple(claims.values()))])).text
    assert "".join(text.split()) in "".join(shown.split()).replace("acme.flood", "")


def test_an_endless_line_is_shown_in_pieces():
    article = toys.article("It was so. " * 10_000 + "The floods rose.")
    html = page_html([Extraction(article, (toys.flood(article, "The floods rose"),))])
    pieces = html.split('<div class="spans"')[1:]
    assert (
        max(len(visible(f"<div {piece.partition('</div>')[0]}</div>").text) for piece in pieces)
        < 2_300
    )
    assert "acme.flood" in pieces[-1]


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_hostile_texts_are_shown(name):
    article = toys.article(HOSTILE_TEXTS[name])
    claims = (toys.flood(article, article.text),) if article.text else ()
    assert visible(page_html([Extraction(article, claims)])).text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x07\n", "\x0b"])
def test_the_words_marked_in_a_terminal_are_those_of_the_claims(end):
    found = extraction(f"One.{end}{end}Floods rose in 2024,{end}Egypt said.")
    marked = marked_article(found)
    words = {marked.plain[span.start : span.end] for span in marked.spans}
    assert {"Floods", "2024", "Egypt"} <= words
    assert len(marked.plain) == len(found.article.text)


@given(strategies.text())
def test_a_terminal_is_sent_no_control_characters_and_every_code_point_keeps_its_offset(text):
    shown = legible(text).plain
    assert len(shown) == len(text)
    assert not {each for each in shown if unicodedata.category(each) == "Cc"} - {"\t", "\n"}


def table(found):
    """Return the lines of a table of claims, each as a list of its cells."""
    console = Console(file=io.StringIO(), width=1_000)
    console.print(claims_table(found))
    lines = console.file.getvalue().splitlines()
    return [[cell.strip() for cell in re.split("[┃│]", line) if cell] for line in lines]


def test_a_table_has_a_line_a_claim_with_what_is_claimed_its_words_and_who_says_so():
    article = toys.article(f"Floods{' rose' * 40}. They fell, Egypt said.", published=None)
    long = toys.flood(article, f"Floods{' rose' * 40}", hedge="maybe")
    said = Attribution(statement=long.id, source="Egypt")
    short = toys.flood(article, "They fell", attribution=said, negated=True)
    title, _, heads, _, *lines, _ = table(Extraction(article, (long, short)))
    assert title == ["toy"]
    assert heads == ["at", "kind", "claim", "words", "who says so"]
    assert lines == [
        ["0", "acme.flood", "1 (maybe)", f"Floods{' rose' * 30} ro…", ""],
        [str(short.span.start), "acme.flood", "not: 1", "They fell", "Egypt"],
    ]
    dated = attrs.evolve(article, published="2024-05-03")
    assert table(Extraction(dated, ()))[0] == ["toy, published 2024-05-03"]


def test_a_table_of_a_hostile_article_sends_no_escape_sequences():
    evil = "\x1b[2J\x9b"
    pipeline = Pipeline([toys.floods, toys.names])
    console = Console(file=io.StringIO(), width=200)
    console.print(claims_table(pipeline.run(toys.article(f"Floods {evil}", id=f"a{evil}"))))
    assert "Floods" in console.file.getvalue()
    assert not set("\x1b\x9b") & set(console.file.getvalue())


def test_show_writes_a_page(tmp_path):
    (tmp_path / "one.txt").write_text("Egypt said on Tuesday that talks would go on.")
    page = tmp_path / "page.html"
    arguments = ["show", str(tmp_path / "one.txt"), "--published", "2024-05-03"]
    result = CliRunner().invoke(cli, [*arguments, "--html", str(page)])
    assert (result.exit_code, result.stdout) == (0, "")
    html = page.read_text()
    assert html.startswith("<!DOCTYPE html>")
    assert "src=" not in html
    assert "Tuesday" in visible(html).text
    result = CliRunner().invoke(cli, [*arguments, "--html", str(tmp_path / "none" / "page.html")])
    assert result.exit_code == 1
    assert "No such file" in result.stderr


def test_rows_are_flat_and_all_have_the_columns_of_their_kind():
    article = toys.article()
    claims = (
        toys.flood(article, "Floods", river=Party("Nile"), depth=Quantity(value=2, high=3)),
        toys.flood(
            article,
            "rose",
            attribution=Attribution(source="AFP", via=Attribution(source="Egypt")),
        ),
    )
    first, second = Extraction(article, claims).rows(toys.FloodClaim)
    assert list(first) == list(second)
    assert list(first)[:6] == ["article", "id", "kind", "start", "end", "text"]
    assert list(first)[-2:] == ["extractor", "rule"]
    assert (first["start"], first["text"], first["status"]) == (17, "Floods", "actual")
    assert type(first["status"]) is str
    assert (first["depth_value"], first["depth_low"], first["depth_high"]) == (2, None, 3)
    assert (first["river_text"], second["river_text"]) == ("Nile", None)
    assert (first["attribution_source"], second["attribution_source"]) == (None, "AFP")
    assert second["attribution_via"]["source"] == "Egypt"
    assert first["causes"] == []


def test_rows_of_any_kind_have_the_columns_that_all_have():
    found = extraction()
    rows = found.rows()
    assert [row["kind"] for row in rows] == [claim.kind for claim in found]
    assert all("value" not in row for row in rows)


def test_rows_write_dates_as_records_do():
    (date,) = run(toys.years, toys.article("In 2024."))
    interval = Interval(toys.article().published, None)
    claims = (attrs.evolve(date, interval=interval),)
    (row,) = Extraction(toys.article("In 2024."), claims).rows(DateClaim)
    assert (row["interval_start"], row["interval_end"]) == ("2024-05-03", None)
    assert Extraction(toys.article(), ()).rows(StatementClaim) == []

"""The page: all of an article escaped, every claim a place to jump to, nothing from elsewhere."""

import re
from html.parser import HTMLParser

from dossier_toys import FLOODS, report
from hypothesis import given
from hypothesis import strategies as st

from newsfacts import Span
from newsfacts.dossier import Dossier
from newsfacts.dossier.page import report_html
from newsfacts.dossier.page.marked import paragraphs

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \u202e{{ 7*7 }} </script> & \"'"


def page(*reports, **more):
    return report_html(Dossier(reports, linkers=[FLOODS]), **more)


class Elements(HTMLParser):
    """Collects the ids and links of a page, and its elements."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.ids, self.links, self.loads = [], [], [], []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name == "href":
                self.links.append(value)
            elif name == "src" or name.startswith("on"):
                self.loads.append((tag, name, value))


def test_every_link_leads_to_one_place_on_the_page():
    found = Elements(page(report(4, "2024-05-01"), report(5, "2024-05-09", source="the mayor")))
    assert len(found.ids) == len(set(found.ids))
    assert found.links
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
    assert not found.loads


def test_what_an_article_says_stays_text():
    hostile = report(4, "2024-05-01", name="</script><b>", more=HOSTILE, source=HOSTILE)
    markup = page(hostile, report(5, "2024-05-02"))
    found = Elements(markup)
    assert found.tags.count("script") == 2  # the data, the program
    assert not {"img", "b"} & set(found.tags)
    assert not found.loads
    assert "&lt;script&gt;alert(1)" in markup
    assert "{{ 7*7 }}" in markup


def test_an_address_that_is_no_web_address_is_no_link():
    one = report(4, "2024-05-01")
    for url, shown in (("javascript:alert(1)", False), ("https://example.org/a", True)):
        object.__setattr__(one.article, "url", url)
        assert (url in Elements(page(one)).links) == shown


def test_the_policy_lets_only_this_program_run():
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page())
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]+';", policy)
    assert "unsafe-eval" not in policy


def test_the_page_is_the_same_every_time_and_tells_what_it_leaves_out():
    reports = [report(n, f"2024-05-{n:02}") for n in range(1, 9)]
    assert page(*reports) == page(*reversed(reports))
    assert "Shown are 3 of 8 facts" in page(*reports, most=3)


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20))))
def test_pieces_make_up_the_text_and_every_claim_begins_once(text, places):
    claims = [
        (f"c{n}", Span(start, start + size, text[start : start + size]))
        for n, (start, size) in enumerate(places)
        if start + size <= len(text)
    ]
    pieces = [piece for p in paragraphs(text, claims) for sentence in p for piece in sentence]
    assert "".join(piece.text for piece in pieces) == text
    assert sorted(name for piece in pieces for name in piece.begins) == sorted(n for n, _ in claims)
    assert sum(len(each.text) for each in pieces if each.claimed) == len(
        {offset for _, span in claims for offset in range(span.start, span.end)}
    )

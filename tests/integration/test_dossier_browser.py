"""The report in a real browser: Debian's Chromium without a window, driven by Playwright.

    apt-get install chromium
    uv run --group browser pytest -m browser

With CI=true a missing browser is a failure; elsewhere it is a reason to skip, and is told.
"""

import itertools
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import cli

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).parents[2] / "seeds"
HOSTILE = """\
Envoys from Norland met Sudland delegates in Port City on Monday to negotiate a ceasefire, \
the mediator said. <script>document.title = 'owned'</script><img src=x onerror="alert(1)"> \
At least 45 people were killed in Port City since May 1, \u202eofficials\u202c said. </script> \
'"><svg onload=alert(2)> {{ 7*7 }} ${7*7}
"""


def missing(what):
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("no Chromium: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("no Playwright: uv run --group browser pytest -m browser")
    with sync_playwright() as playwright:
        # As root, as in a container, Chromium has no sandbox of its own.
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    hostile = folder / "</title><script>alert(3)</script>.txt".replace("/", "")
    hostile.write_text(HOSTILE, encoding="utf-8")
    output = folder / "report.html"
    arguments = ["report", str(SEEDS), str(hostile), "--published", "2021-05-20"]
    result = CliRunner().invoke(cli, [*arguments, "-o", str(output)])
    assert result.exit_code == 0, result.output
    return output.as_uri()


@pytest.fixture
def page(browser, report, request):
    """Return the page, opened; what it asks for elsewhere, says or raises fails the test."""
    page = browser.new_page(**getattr(request, "param", {}))
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda each: asked.append(each.url))
    page.goto(report)
    page.wait_for_selector("#timeline-chart svg .mark-symbol path")
    page.wait_for_selector("#toll-chart svg .mark-symbol path")
    yield page
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    page.close()


def shown(page, selector):
    return page.locator(f"{selector}:visible").count()


def test_it_shows_what_was_found(page):
    assert page.title() == "Dossier of 6 articles"
    assert shown(page, ".pair") == 3
    options = page.locator("#toll option").all_inner_texts()
    assert any("killed" in each and "Gaza (5)" in each for each in options)
    assert shown(page, "#toll-table tbody tr") == 5


def test_the_timeline_is_filtered_by_words_kind_actor_and_reports(page):
    every = shown(page, "#facts > li")

    def left():
        page.wait_for_timeout(300)
        count, of = map(int, re.findall(r"\d+", page.inner_text("#shown")))
        assert (shown(page, "#facts > li"), every) == (count, of)
        return count

    page.fill("#words", "ceasefire")
    assert 0 < left() < every
    page.fill("#words", "")
    page.select_option("#kind", "casualty")
    assert 0 < left() < every
    assert shown(page, "#facts > li[data-kind=negotiation]") == 0
    page.select_option("#kind", "")
    page.check("#many")
    assert left() == 2
    page.uncheck("#many")
    page.select_option("#actor", "hamas")
    assert 0 < left() < every
    assert shown(page, "#facts > li:not([data-actors~=hamas])") == 0


def test_the_list_of_actors_is_filtered_and_leads_to_the_timeline(page):
    page.fill("#who", "marzouk")
    assert shown(page, "#actor-table tbody tr") == 1
    page.fill("#who", "hamas")
    row = page.locator("#actor-table tbody tr[data-actor=hamas]")
    row.get_by_role("button").click()
    assert page.input_value("#actor") == "hamas"
    assert page.url.endswith("#timeline")


@pytest.mark.parametrize(
    "selector",
    [".pair mark >> nth=0", "#toll-table tr:not([hidden]) a >> nth=0", "#facts ul a >> nth=5"],
)
def test_links_jump_to_the_words_and_light_their_sentence(page, selector):
    link = page.locator(selector)
    words = link.inner_text().strip("“”")
    link.click()
    lit = page.locator("mark:has(:target)")
    assert words.strip() in lit.inner_text() or lit.inner_text() in words
    assert lit.is_visible()
    box, height = lit.bounding_box(), page.viewport_size["height"]
    assert 0 <= box["y"] < height
    assert page.locator(".sentence:has(:target)").count() == 1
    assert page.evaluate("document.activeElement.classList.contains('at')")


def test_a_point_of_a_chart_leads_to_its_words(page):
    page.locator("#toll-chart svg .mark-symbol path").first.click()
    page.wait_for_url(re.compile("#c"))
    assert page.locator("mark:has(:target)").is_visible()


def test_it_can_be_used_by_keyboard(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.pair')")
    page.focus("#toll")
    first = page.input_value("#toll")
    page.keyboard.press("ArrowDown")
    assert page.input_value("#toll") != first


def test_a_screen_reader_finds_names_for_all_it_can_act_on(page):
    unnamed = page.evaluate(
        "[...document.querySelectorAll('input, select, button, a, [role=img], [role=region]')]"
        ".filter(each => !(each.labels?.length || each.getAttribute('aria-label')"
        " || each.textContent.trim())).map(each => each.outerHTML)"
    )
    assert unnamed == []
    levels = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3')].map(each => +each.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_a_hostile_article_is_inert(page):
    page.wait_for_timeout(300)
    assert page.title() == "Dossier of 6 articles"
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    text = page.locator("article.text", has_text="<script>document.title").inner_text()
    assert "{{ 7*7 }} ${7*7}" in text
    assert page.evaluate(
        "[...document.querySelectorAll('.sentence')]"
        ".every(each => getComputedStyle(each).unicodeBidi === 'isolate')"
    )


@pytest.mark.parametrize(
    "page",
    [
        {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
        {"viewport": {"width": 360, "height": 740}, "color_scheme": "light"},
    ],
    indirect=True,
    ids=["dark", "light"],
)
def test_a_phone_shows_it_without_scrolling_sideways_and_with_contrast(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for selector in ("body", ".note", ".pair a", ".badge"):
        assert contrast(page, selector) >= 4.5, selector


def contrast(page, selector):
    """Return the WCAG contrast of an element's ink with the page or card behind it."""
    ink, paper = page.evaluate(
        """selector => {
            const element = document.querySelector(selector);
            let behind = element;
            const solid = each => !getComputedStyle(each).backgroundColor.endsWith(', 0)');
            while (!solid(behind)) behind = behind.parentElement;
            return [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
        }""",
        selector,
    )
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    channels = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

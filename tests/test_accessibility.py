"""Every kind of page and state, in a browser: axe, 320 pixels, keyboard, text spacing, schemes, and a clean console."""

import gzip
from pathlib import Path

import pytest
from django.db import OperationalError
from playwright.sync_api import Response

from esv.design.context import path_in
from esv.search import selectors
from tests import places

pytestmark = pytest.mark.django_db

AXE = (Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
KEY_PAGES = ["/", "/zoeken/?vraag=nazorg", "/handelingsperspectieven/"]


def every_page(language):
    addresses = (*places.general(), *places.items(), *places.SEARCHES.values(), "/deze/pagina/is/er/niet/")
    return [path_in(path, language) for path in addresses]


def faults(page):
    """What axe finds: the rule, and the first element it is about."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]]


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def strict_page(browser):
    """A page under our own content policy; what it asks for and complains of is kept in ``heard``."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.heard, page.asked = [], []
    page.on("console", lambda message: page.heard.append((message.type, message.text)))
    page.on("pageerror", lambda error: page.heard.append(("error", str(error))))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_on_any_page(site, page, language):
    found = {}
    for path in every_page(language):
        page.goto(site + path)
        if wrong := faults(page):
            found[path] = wrong

    assert not found


def test_axe_finds_nothing_when_the_database_is_gone(site, page, monkeypatch):
    def gone(*args, **options):
        raise OperationalError

    monkeypatch.setattr(selectors, "find", gone)

    for path in ("/zoeken/?vraag=nazorg", "/en/zoeken/?vraag=nazorg"):
        answer = page.goto(site + path)

        assert answer.status == 503
        assert not faults(page)


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_nothing_in_either_scheme(site, browser, scheme):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()

    for path in (*KEY_PAGES, "/stijlgids/", *places.items()[:6]):
        page.goto(site + path)

        assert not faults(page), path
    context.close()


def test_nothing_scrolls_sideways_at_320_pixels(site, browser):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()

    wide = {}
    for language in ("nl", "en"):
        for path in every_page(language):
            page.goto(site + path)
            if sideways(page) > 0:
                wide[path] = sideways(page)
    context.close()

    assert not wide


def test_more_text_spacing_breaks_nothing(site, browser):
    context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
    page = context.new_page()

    for path in (*KEY_PAGES, *places.items()):
        page.goto(site + path)
        page.add_style_tag(content=SPACING)

        assert sideways(page) <= 0, path
        assert not page.evaluate(
            "[...document.querySelectorAll('main a, main p, main h1, main h2')]"
            ".some(e => getComputedStyle(e).overflow === 'hidden' && e.scrollHeight > e.clientHeight + 1"
            " && !e.classList.contains('visually-hidden'))"
        )
    context.close()


@pytest.mark.parametrize("path", KEY_PAGES)
def test_the_first_tab_is_a_skip_link_that_leads_to_the_content(site, page, path):
    page.goto(site + path)

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert first == "Naar de inhoud"
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("path", KEY_PAGES)
def test_every_focus_is_visible_in_reading_order_and_large_enough(site, page, path):
    page.goto(site + path)
    tops = []

    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return {tag: e.tagName, outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                    visible: r.bottom > 0 && r.top < innerHeight && r.width > 0, top: r.top + scrollY}; }"""
        )
        if seen["tag"] == "BODY":
            break
        assert seen["outline"], seen
        assert seen["visible"], seen
        tops.append(seen["top"])

    assert len(tops) > 10


@pytest.mark.parametrize(
    "options", [{"forced_colors": "active"}, {"color_scheme": "dark"}, {"reduced_motion": "reduce"}]
)
def test_the_page_stays_whole_under_other_preferences(site, browser, options):
    context = browser.new_context(**options)
    page = context.new_page()

    page.goto(site + "/handelingsperspectieven/")

    assert page.locator("h1").is_visible()
    assert page.locator(".rating__mark").first.is_visible()
    assert page.locator(".status-line").first.is_visible()
    context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_complains_asks_others_or_leaves_a_cookie(site, strict_page, language):
    expected = ("Failed to load resource: the server responded with a status of",)  # of the error pages themselves

    for path in every_page(language):
        strict_page.goto(site + path)

    complaints = [text for kind, text in strict_page.heard if kind in {"error", "warning"}]
    assert [text for text in complaints if not text.startswith(expected)] == []
    assert all(url.startswith(site) for url in strict_page.asked)
    assert strict_page.context.cookies() == []
    assert strict_page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("path", ["/", "/zoeken/?vraag=nazorg+na+een+melding", "/stijlgids/", "/bronnen/"])
def test_the_first_view_of_a_page_takes_at_most_100_kilobytes(site, browser, path):
    context = browser.new_context()
    page = context.new_page()
    sizes = []

    def weigh(response: Response) -> None:
        body = response.body()
        sizes.append(len(body if response.url.endswith(".woff2") else gzip.compress(body)))

    page.on("requestfinished", lambda request: weigh(request.response()))

    page.goto(site + path, wait_until="networkidle")

    context.close()
    assert len(sizes) >= 4, "the page, its styles, its font and its script"
    assert sum(sizes) <= 100_000

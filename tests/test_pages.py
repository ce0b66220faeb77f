"""Every page of the site, in both languages, as a browser without script gets it."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from esv.design.context import path_in
from esv.editorial.vocabulary import Status
from esv.knowledge.models import ActionPerspective, Figure
from esv.network.models import RoleRoute, SupportChannel
from tests import places

LANGUAGES = ("nl", "en")
STATUS_LINE = {
    "nl": "Startuitgave. Nog niet beoordeeld door twee bevoegde redacteuren.",
    "en": "Starter edition. Not yet reviewed by two mandated editors.",
}
POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self'; script-src 'self'; style-src 'self'"
)

pytestmark = [pytest.mark.usefixtures("catalogue"), pytest.mark.django_db]


@pytest.fixture
def visitor():
    return Client(raise_request_exception=True)


def found(pattern, html):
    """What the first group of a pattern finds, which is there."""
    match = re.search(pattern, html, re.DOTALL)
    assert match, pattern
    return match.group(1)


def every_page(language):
    return [path_in(path, language) for path in (*places.general(), *places.items(), *places.SEARCHES.values())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_its_language(visitor, language):
    for path in every_page(language):
        response = visitor.get(path)

        assert response.status_code in {200, 422}, path
        assert response.headers["Content-Language"] == language
        assert f'<html lang="{language}">' in response.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_sets_a_cookie_and_every_page_starts_from_nothing_allowed(visitor, language):
    for path in every_page(language):
        response = visitor.get(path)

        assert not response.cookies, path
        assert sorted(response.headers["Content-Security-Policy"].split("; ")) == sorted(POLICY.split("; "))
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_no_page_has_script_or_style_in_itself_or_from_elsewhere(visitor):
    for path in every_page("nl"):
        html = visitor.get(path).text

        assert "<style" not in html, path
        assert not re.search(r"<script(?![^>]* src=\"/static/)", html)
        assert not re.search(r"\s(style|on\w+)=", html)
        assert not re.search(r"<(?:link|script|img)[^>]*(?:src|href)=\"(?:https?:)?//(?!localhost)", html)


def test_the_language_switch_stays_on_the_page_and_each_names_the_other(visitor):
    for path in every_page("nl"):
        dutch, english = visitor.get(path).text, visitor.get(path_in(path, "en")).text

        for html in (dutch, english):
            pairs = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', html))
            assert pairs == {
                "nl": f"{settings.SITE_URL}{path.split('?')[0]}",
                "en": f"{settings.SITE_URL}{path_in(path, 'en').split('?')[0]}",
            }
        assert f'href="{path.replace("&", "&amp;")}" lang="nl" hreflang="nl"' in english.replace("&#x27;", "'")


def test_every_page_has_one_main_a_skip_link_first_and_a_title_of_its_own(visitor):
    titles: dict[str, str] = {}
    for path in (*places.general(), *places.items()):
        html = visitor.get(path).text
        body = html[html.index("<body") :]
        title = found(r"<title>(.*?)</title>", html)

        assert html.count("<main") == 1
        assert html.count("<h1") == 1
        assert "nl-skip-link" in found(r"(<a\s.*?>)", body)
        assert titles.setdefault(title, path) == path, f"{path} and {titles[title]} are both called {title}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_says_that_it_has_not_been_reviewed(visitor, language):
    for path in places.items():
        assert STATUS_LINE[language] in visitor.get(path_in(path, language)).text, path


def test_every_item_has_a_permanent_address_that_leads_to_it(visitor):
    for path in places.items():
        html = visitor.get(path).text
        permanent = found(r'href="(/id/[^"]+)"', html)

        response = visitor.get(permanent)

        assert response.status_code == 303
        assert response.headers["Location"] == path


def test_a_permanent_address_keeps_the_language(visitor):
    figure = Figure.objects.all()[0]

    response = visitor.get(f"/en{figure.permanent_path}")

    assert response.headers["Location"] == f"/en{figure.path}"


def test_a_permanent_address_that_leads_nowhere_is_not_here(visitor):
    assert visitor.get("/id/bron/0000000").status_code == 404
    assert visitor.get("/id/appel/0000000").status_code == 404


def test_what_is_not_public_does_not_exist(visitor):
    figure = Figure.objects.all()[0]
    Figure.objects.filter(pk=figure.pk).update(status=Status.DRAFT)

    assert visitor.get(figure.path).status_code == 404
    assert visitor.get(figure.permanent_path).status_code == 404
    assert figure.path not in visitor.get("/cijfers/").text


def test_a_promise_that_is_not_in_force_is_not_shown(visitor):
    promise = places.promise_not_in_force()

    assert visitor.get(promise.path).status_code == 404
    assert promise.promise_nl not in visitor.get("/beloften/").text


def test_past_its_review_date_a_page_says_since_when(visitor):
    perspective = ActionPerspective.objects.all()[0]
    yesterday = timezone.localdate() - timedelta(days=1)
    ActionPerspective.objects.filter(pk=perspective.pk).update(review_due_on=yesterday)

    assert "Deze tekst is over zijn controledatum heen" in visitor.get(perspective.path).text


def test_ratings_are_called_the_proposal_of_one_rater(visitor):
    perspective = ActionPerspective.objects.all()[0]

    assert "een voorstel van één beoordelaar" in visitor.get(perspective.path).text
    assert "Voorstel, één beoordelaar" in visitor.get("/handelingsperspectieven/").text


def test_what_was_not_studied_is_said_not_left_out(visitor):
    perspective = ActionPerspective.objects.filter(findings__is_studied=False)[0]

    html = visitor.get(f"/en{perspective.path}").text

    missing = perspective.findings.filter(is_studied=False).count()
    assert html.count("Not studied in the sources we read.") == missing


def test_a_figure_is_never_without_what_it_counts_among_whom_when_and_what_it_does_not_say(visitor):
    pages = {figure: visitor.get(figure.path).text for figure in Figure.objects.all()}
    listed = visitor.get("/cijfers/").text

    for figure, html in pages.items():
        for text in (figure.what_nl, figure.population_nl, figure.period_nl, figure.response_nl):
            assert text in html.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")
        assert figure.path in listed


def test_what_is_uncertain_about_a_route_is_always_there(visitor):
    for route in RoleRoute.objects.all():
        assert "Wat onzeker is aan deze route" in visitor.get(route.path).text


def test_the_help_page_shows_only_lines_that_were_seen_and_are_meant_for_it(visitor):
    html = visitor.get("/hulplijnen/").text

    for channel in SupportChannel.objects.all():
        assert (channel.path in html) == (channel.is_verified and channel.is_for_acute_page)


def test_a_source_on_the_wrong_shelf_points_to_the_right_one(visitor):
    response = visitor.get("/instrumenten/knaw-advies-bestaat-niet/")
    assert response.status_code == 404

    figure = Figure.objects.select_related("source").filter(source__source_type="study")[0]
    wrong = figure.source.path.replace("/bronnen/", "/instrumenten/")
    assert visitor.get(wrong).headers["Location"] == figure.source.path


@pytest.mark.parametrize("number", ["0", "99", "twee", "-1", "9" * 30])
def test_a_page_of_a_list_that_is_not_there_is_not_here(visitor, number):
    assert visitor.get(f"/bronnen/?pagina={number}").status_code == 404


def test_every_item_of_every_shelf_can_be_read(visitor):
    for path in places.everything():
        assert visitor.get(path).status_code == 200, path

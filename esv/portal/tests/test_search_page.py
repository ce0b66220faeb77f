"""The search page, with a stand-in for what search answers."""

import logging

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from esv.search import selectors
from esv.search.findings import FacetValue, Finding, Findings, Reason, Segment, Suggestion

pytestmark = pytest.mark.django_db
NASTY = ["😀😀", "كيف أبلغ عن التحرش؟", "<script>alert(1)</script>", "'; DROP TABLE x; --", "%s {{ a }} {% b %}"]


def finding(**changes):
    fields = {
        "key": "source:handbook",
        "kind": "source",
        "path": "/bronnen/handbook/",
        "title": (Segment("Aftercare ", is_match=False), Segment("guide", is_match=True)),
        "passage": (Segment("What to do afterwards.", is_match=False),),
        "language": "en",
        "original_language": "en",
        "status": "unreviewed",
        "ratings": {},
        "facets": {},
        "reasons": (Reason("same-meaning"), Reason("other-language")),
    }
    return Finding(**{**fields, **changes})


@pytest.fixture
def answer(monkeypatch):
    """Lets a test say what search answers, and keeps what was asked of it."""
    asked = []

    def set_up(**changes):
        fields = {
            "question": "nazorg",
            "question_language": "nl",
            "corrections": {},
            "findings": (finding(),),
            "total": 1,
            "has_good_answer": True,
            "facets": {"kind": (FacetValue("source", 3, is_chosen=False), FacetValue("figure", 1, is_chosen=False))},
            "is_complete": True,
        }
        findings = Findings(**{**fields, **changes})

        def find(question, **options):
            asked.append((question, options))
            return findings

        monkeypatch.setattr(selectors, "find", find)
        return asked

    return set_up


def test_a_short_question_is_sent_on_to_an_address_that_can_be_shared(client, answer):
    asked = answer()

    response = client.post("/zoeken/", {"vraag": "Hoe richten we nazorg in?", "soort": "source"})

    assert response.status_code == 303
    assert response.headers["Location"] == "/zoeken/?vraag=Hoe+richten+we+nazorg+in%3F&soort=source"
    assert asked == []


def test_a_long_question_is_answered_without_standing_in_any_address(client, answer):
    answer()
    question = "Een lange vraag over nazorg. " * 30

    response = client.post("/zoeken/", {"vraag": question})

    assert response.status_code == 200
    assert "Aftercare" in response.text
    assert "?vraag=" not in response.text
    assert 'name="kies" value="soort:source"' in response.text


def test_too_long_a_question_is_kept_in_the_field_with_what_to_do(client, answer):
    asked = answer()
    question = "a" * 20_000

    response = client.post("/zoeken/", {"vraag": question})

    assert response.status_code == 422
    assert question in response.text
    assert "langer dan 5.000 tekens" in response.text
    assert asked == []


def test_an_empty_question_gets_a_summary_above_the_form_that_links_to_the_field(client):
    response = client.post("/zoeken/", {"vraag": "   "})

    html = response.text
    assert response.status_code == 422
    assert "<title>1 fout: Zoeken" in html
    assert html.index('role="alert"') < html.index("<form")
    assert '<a href="#vraag">' in html
    assert 'aria-invalid="true" aria-describedby="vraag-error"' in html


@pytest.mark.parametrize("question", NASTY)
def test_whatever_is_typed_is_shown_as_typed(client, answer, question):
    answer(question=question)

    response = client.get("/zoeken/", {"vraag": question})

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert 'dir="auto"' in response.text


def test_a_result_says_what_it_is_why_it_was_found_and_how_far_it_was_reviewed(client, answer):
    answer()

    html = client.get("/zoeken/?vraag=nazorg").text

    assert '<mark class="nl-mark">guide</mark>' in html
    assert "zelfde betekenis · antwoordt in het Engels" in html
    assert 'lang="en"' in html
    assert "Nog niet beoordeeld" in html
    assert "Bron" in html


def test_ratings_of_a_result_are_shown_as_the_proposal_of_one_rater(client, answer):
    answer(findings=(finding(ratings={"effect": "positive", "certainty": "low", "harm": "possible"}),))

    assert "Voorstel, één beoordelaar" in client.get("/zoeken/?vraag=nazorg").text


def test_nothing_good_enough_is_admitted_with_the_nearest_as_nearest_and_the_desk_as_not_open(client, answer):
    answer(has_good_answer=False)

    html = client.get("/zoeken/?vraag=nazorg").text

    assert "We hebben niets dat goed genoeg is" in html
    assert "Wat er het dichtst bij komt" in html
    assert "Het loket is nog niet open" in html
    assert "Aftercare" in html


def test_a_correction_is_told_and_can_be_undone(client, answer):
    asked = answer(corrections={"intimdatie": "intimidatie"})

    html = client.get("/zoeken/?vraag=intimdatie").text
    client.get("/zoeken/?vraag=intimdatie&letterlijk=ja")

    assert "<strong>intimidatie</strong>" in html
    assert "?vraag=intimdatie&amp;letterlijk=ja" in html
    assert [options["corrects"] for _question, options in asked] == [True, False]


def test_what_is_chosen_reaches_search_and_can_be_let_go(client, answer):
    asked = answer(facets={"kind": (FacetValue("source", 3, is_chosen=True), FacetValue("figure", 1, is_chosen=False))})

    html = client.get("/zoeken/?vraag=nazorg&soort=source&pagina=2").text

    assert asked[0][1]["chosen"] == {"kind": ("source",)}
    assert asked[0][1]["first"] == 10
    assert 'href="?vraag=nazorg"' in html
    assert 'aria-current="true"' in html


@pytest.mark.parametrize("path", ["/zoeken/", "/en/zoeken/"])
def test_with_script_the_same_part_of_the_same_page_is_sent(client, answer, path):
    answer()

    whole = client.get(path, {"vraag": "nazorg"}).text
    part = client.get(path, {"vraag": "nazorg"}, headers={"HX-Request": "true"})

    assert part.text.strip() in whole
    assert part.text.strip().startswith('<div id="answer">')
    assert "HX-Request" in part.headers["Vary"]


def test_suggestions_are_links_to_pages_and_come_by_post(client, monkeypatch):
    found = [
        Suggestion("Nazorg", "concept", "/begrippen/nazorg/", "nl"),
        Suggestion("Aftercare", "source", "/bronnen/a/", "en"),
    ]
    monkeypatch.setattr(selectors, "suggest", lambda beginning, *, language: found)
    address = reverse("portal:suggestions")

    html = client.post(address, {"vraag": "naz"}).text

    assert 'href="/begrippen/nazorg/"' in html
    assert '<span lang="en">Aftercare</span>' in html
    assert "2 suggesties" in html
    assert client.get(address).status_code == 405
    assert client.post(address, {"vraag": "na"}).text.strip() == ""


@pytest.mark.parametrize(("path", "text"), [("/zoeken/", "antwoordt even niet"), ("/en/zoeken/", "does not answer")])
def test_without_its_database_the_site_says_so_on_a_page_of_its_own(client, monkeypatch, path, text):
    def gone(*args, **options):
        raise OperationalError("connection to server lost: nazorg")

    monkeypatch.setattr(selectors, "find", gone)

    response = client.get(path, {"vraag": "nazorg"})

    assert response.status_code == 503
    assert text in response.text
    assert response.headers["Retry-After"] == "60"


@pytest.mark.parametrize(
    ("path", "text"), [("/zoeken/", "ging bij ons iets mis"), ("/en/zoeken/", "went wrong on our")]
)
def test_an_error_of_ours_is_a_page_that_blames_nobody(client, monkeypatch, path, text):
    def broken(*args, **options):
        raise ZeroDivisionError

    monkeypatch.setattr(selectors, "find", broken)
    client.raise_request_exception = False

    response = client.get(path, {"vraag": "nazorg"})

    assert response.status_code == 500
    assert text in response.text


@pytest.mark.parametrize(
    ("path", "text"), [("/nergens/", "Deze pagina is er niet"), ("/en/nergens/", "This page is not here")]
)
def test_what_is_not_here_is_told_in_the_language_of_the_address(client, path, text):
    response = client.get(path)

    assert response.status_code == 404
    assert text in response.text


def test_what_cannot_be_read_is_told_kindly(client):
    response = client.post("/zoeken/", {"vraag": "a" * 1_100_000})

    assert response.status_code == 400
    assert "Dit konden we niet lezen" in response.text


def test_no_question_is_ever_logged(client, answer, monkeypatch, caplog):
    answer()
    caplog.set_level(logging.DEBUG)

    client.get("/zoeken/?vraag=geheimwoord")
    client.post("/zoeken/", {"vraag": "geheimwoord " * 60})
    client.post(reverse("portal:suggestions"), {"vraag": "geheimwoord"})

    assert "geheimwoord" not in caplog.text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options", "trace"])
@pytest.mark.parametrize("path", ["/", "/en/bronnen/"])
def test_a_page_that_can_only_be_read_says_so(client, method, path):
    response = getattr(Client(enforce_csrf_checks=True), method)(path)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    expected = "This page can only be read" if path.startswith("/en/") else "Deze pagina kun je alleen lezen"
    assert expected in response.content.decode()
    assert not response.cookies


def test_what_was_chosen_is_said_when_nothing_is_found_within_it(client, answer):
    answer(has_good_answer=False, findings=(), total=0)

    response = client.get("/zoeken/?vraag=nazorg&soort=figure")

    assert "binnen je keuze" in response.content.decode()


def test_without_an_answer_there_is_nothing_to_narrow(client, answer):
    answer(has_good_answer=False)

    assert "<details" not in client.get("/zoeken/?vraag=nazorg").content.decode()
    assert "<details" in client.get("/zoeken/?vraag=nazorg&soort=source").content.decode()

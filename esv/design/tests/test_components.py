"""Components keep their contract, and a wrong argument fails at once."""

from datetime import date
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils.safestring import SafeString

from esv.design.templatetags import components, marks, text


def drawn(source, **context):
    return Template(source).render(Context(context))


@pytest.mark.parametrize(("kind", "role"), [("error", 'role="alert"'), ("success", 'role="status"')])
def test_errors_are_announced_at_once_and_successes_politely(kind, role):
    assert role in components.notice(SafeString("<p>Tekst.</p>"), kind)


def test_a_notice_that_only_informs_is_not_announced():
    assert "role=" not in components.notice(SafeString("<p>Tekst.</p>"), "info", title="Titel")


def test_what_stands_in_a_notice_is_escaped_unless_it_is_markup():
    html = drawn('{% notice "info" title=title %}<p>{{ text }}</p>{% endnotice %}', title="<b>", text="<i>")

    assert "&lt;b&gt;" in html
    assert "<p>&lt;i&gt;</p>" in html


WRONG: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
    (components.notice, (SafeString(""), "warning"), {}),
    (components.button, ("Zoek",), {"kind": "danger"}),
    (components.button, ("Zoek",), {"href": "/", "name": "vraag"}),
    (components.entry, (SafeString(""), "Titel"), {"href": ""}),
    (components.entry, (SafeString(""), "Titel"), {"href": "/", "level": 1}),
    (components.status_line, ("draft",), {}),
    (components.breadcrumbs, ([],), {}),
    (marks.icon, ("heart",), {}),
    (marks.station, (SafeString(""), "Titel"), {"anchor": ""}),
    (marks.course, ([("Vraag", "Zin.", True)],), {}),
    (marks.rating, ("price", "high"), {"is_agreed": False}),
    (marks.rating, ("effect", "high"), {"is_agreed": False}),
    (marks.ratings_line, ("positive", "sure", "possible"), {"is_agreed": False}),
    (text.outside_link, ("Bron",), {"href": "javascript:alert(1)"}),
]


@pytest.mark.parametrize(("component", "arguments", "options"), WRONG)
def test_a_wrong_argument_fails_at_once(component, arguments, options):
    with pytest.raises(ValueError, match=r"\w"):
        component(*arguments, **options)


def test_a_button_is_a_button_and_a_link_is_a_link():
    assert components.button("Zoek").startswith("<button")
    assert components.button("Zoek", href="/zoeken/").startswith('<a class="nl-button')


def test_an_entry_in_another_language_says_so_and_is_marked_as_such():
    html = components.entry(SafeString(""), "Handbook", href="/bronnen/handbook/", language="en")

    assert "In het Engels" in html
    assert 'lang="en"' in html


def test_an_entry_that_is_not_reviewed_says_so():
    html = components.entry(SafeString(""), "Titel", href="/x/", status="unreviewed")

    assert "Nog niet beoordeeld door twee bevoegde redacteuren." in html


def test_on_the_review_date_itself_there_is_no_banner_and_the_day_after_there_is():
    due = date(2026, 3, 1)

    assert "over zijn controledatum" not in components.review_line(due, today=due)
    assert "over zijn controledatum" in components.review_line(due, today=date(2026, 3, 2))


def test_a_list_of_one_page_has_no_pages_to_leaf_through():
    assert components.pagination(Paginator(range(3), 10).page(1)) == ""


def test_pages_say_where_you_are_and_what_comes_before_and_after():
    html = components.pagination(Paginator(range(30), 10).page(2), address="?vraag=a&pagina=")

    assert "Pagina 2 van 3" in html
    assert 'rel="prev" href="?vraag=a&amp;pagina=1"' in html
    assert 'rel="next" href="?vraag=a&amp;pagina=3"' in html


@pytest.mark.parametrize("kind", marks.RATING_WORDS)
def test_every_rating_has_its_words_and_a_mark_that_readers_skip(kind):
    for value, word in marks.RATING_WORDS[kind].items():
        html = marks.rating(kind, value, is_agreed=False)

        assert str(word) in html
        assert str(marks.RATING_NAMES[kind]) in html
        assert 'aria-hidden="true"' in html


def test_a_proposal_looks_different_from_what_was_agreed_and_is_called_one():
    proposal = marks.ratings_line("positive", "low", "possible", is_agreed=False)
    agreed = marks.ratings_line("positive", "low", "possible", is_agreed=True)

    assert "Voorstel, één beoordelaar" in proposal
    assert "rating__mark--agreed" not in proposal
    assert "Voorstel" not in agreed
    assert agreed.count("rating__mark--agreed") == 3


def test_certainty_is_as_many_bars_as_it_has_steps():
    bars = [marks.rating("certainty", value, is_agreed=True).count("v-") for value in marks.BARS]

    assert bars == [1, 2, 3, 4]

"""A question in an address comes back as it was, and nonsense in an address does no harm."""

import pytest
from django.http import QueryDict

from esv.portal.asking import LAST_PAGE, Asking


def read(query):
    return Asking.read(QueryDict(query))


def test_an_address_and_a_question_are_each_others_mirror():
    query = "vraag=nazorg+na+een+melding&soort=source&soort=figure&thema=nazorg&letterlijk=ja&pagina=3"

    asking = read(query)

    assert asking.question == "nazorg na een melding"
    assert asking.chosen == {"kind": ("source", "figure"), "theme": ("nazorg",)}
    assert read(asking.query) == asking


def test_choosing_twice_lets_go_and_goes_back_to_the_first_page():
    asking = read("vraag=nazorg&pagina=4")

    chosen = asking.toggled("kind", "source")

    assert chosen.page == 1
    assert chosen.chosen["kind"] == ("source",)
    assert chosen.toggled("kind", "source").chosen["kind"] == ()


@pytest.mark.parametrize("page", ["0", "-1", "twee", "", "99999999999999", "1e3"])
def test_a_page_that_makes_no_sense_is_a_page_that_does(page):
    assert 1 <= read(f"vraag=a&pagina={page}").page <= LAST_PAGE


def test_what_is_not_known_is_left_out():
    assert read("vraag=a&kleur=rood&soort=&kies=kleur:rood&kies=") == Asking("a")


def test_a_null_character_never_reaches_the_database():
    asking = read("vraag=a%00b&soort=x%00")

    assert asking == Asking("ab")


def test_a_choice_sent_as_a_button_is_toggled():
    assert read("vraag=a&soort=source&kies=soort:source").chosen["kind"] == ()
    assert read("vraag=a&kies=thema:nazorg").chosen["theme"] == ("nazorg",)


def test_only_a_short_question_fits_in_an_address():
    assert Asking("a" * 700).fits_in_address
    assert not Asking("a" * 800).fits_in_address


def test_what_counts_is_the_length_as_written_in_the_address():
    assert not Asking("🙂" * 400).fits_in_address
    assert not Asking("م" * 500).fits_in_address
    assert not Asking("a" * 700, chosen={"theme": ("b" * 80, "c" * 80)}).fits_in_address

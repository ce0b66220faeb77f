"""Text that is there in one language only is shown and marked, not hidden."""

import pytest
from django.template import Context, Template
from django.utils import translation

from esv.glossary.models import Concept


def drawn(source, thing):
    return Template("{% load reading %}" + source).render(Context({"thing": thing}))


def test_a_text_in_the_readers_language_is_not_marked():
    concept = Concept(pref_label_nl="nazorg", pref_label_en="aftercare")

    with translation.override("en"):
        assert drawn('{% reads thing "pref_label" %}', concept) == "aftercare"


def test_a_text_that_is_not_translated_is_marked_with_its_language():
    concept = Concept(pref_label_nl="nazorg", pref_label_en="")

    with translation.override("en"):
        assert drawn('{% reads thing "pref_label" %}', concept) == '<span lang="nl">nazorg</span>'
        assert drawn('{% language_if_other thing "pref_label" %}', concept) == "nl"


def test_codes_are_named_and_an_unknown_code_fails():
    with translation.override("nl"):
        assert (
            Template('{% load reading %}{% names_of codes "role" %}').render(
                Context({"codes": ["decaan", "vertrouwenspersoon"]})
            )
            == "Decaan, vertrouwenspersoon"
        )
    with pytest.raises(ValueError, match="astronaut"):
        Template('{% load reading %}{% names_of codes "role" %}').render(Context({"codes": ["astronaut"]}))

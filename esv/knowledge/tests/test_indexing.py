import pytest

from esv.glossary.tests.factories import ConceptFactory
from esv.knowledge import indexing
from esv.knowledge.models import PerspectiveStep, SourceTheme
from esv.knowledge.tests.factories import PerspectiveFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_source_is_found_in_both_languages_and_chosen_by_theme_role_and_level():
    source = SourceFactory(slug="een-studie", language="en", audience=["hr"], levels=["team"])
    SourceTheme.objects.create(source=source, theme=ConceptFactory(slug="nazorg", theme=True), position=0)

    entry = indexing.entry_of_source(source)

    assert entry.key == "source:een-studie"
    assert entry.texts["nl"].summary == "Waar het over gaat."
    assert entry.texts["nl"].title == source.title
    assert entry.facets["theme"] == ("nazorg",)
    assert (entry.facets["role"], entry.facets["level"], entry.language) == (("hr",), ("team",), "en")


def test_the_steps_of_a_perspective_can_be_found_under_a_heading_in_the_language_of_the_text():
    perspective = PerspectiveFactory()
    PerspectiveStep.objects.create(
        perspective=perspective, position=0, who_nl="Bestuur", who_en="Board", what_nl="Beslist.", what_en="Decides."
    )

    texts = indexing.entry_of_perspective(perspective).texts

    assert "## Steps\n\n1. Board: Decides." in texts["en"].body
    assert "1. Bestuur: Beslist." in texts["nl"].body

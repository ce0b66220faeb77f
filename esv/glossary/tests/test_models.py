import pytest
from django.db import IntegrityError

from esv.glossary.models import Concept
from esv.glossary.tests.factories import ConceptFactory

pytestmark = pytest.mark.django_db


def test_a_theme_and_a_concept_may_share_an_id_and_have_their_own_addresses():
    concept = ConceptFactory(slug="pesten")
    theme = ConceptFactory(slug="pesten", theme=True)

    assert (concept.key, concept.path) == ("concept:pesten", "/begrippen/pesten/")
    assert (theme.key, theme.path) == ("theme:pesten", "/themas/pesten/")
    assert concept.permanent_path != theme.permanent_path


def test_two_concepts_with_one_id_are_refused():
    ConceptFactory(slug="pesten")

    with pytest.raises(IntegrityError):
        ConceptFactory(slug="pesten")


def test_a_concept_does_not_stand_under_itself():
    concept = ConceptFactory()
    concept.broader = concept

    with pytest.raises(IntegrityError, match="not_under_itself"):
        concept.save()


def test_a_concept_of_the_glossary_has_a_definition_in_both_languages():
    with pytest.raises(IntegrityError, match="defined"):
        ConceptFactory(definition_en="")


def test_a_draft_is_not_public():
    ConceptFactory(draft=True)
    public = ConceptFactory()

    assert list(Concept.objects.public()) == [public]


def test_the_law_and_the_address_of_a_source_can_be_told_apart():
    concept = ConceptFactory(source="Arbeidsomstandighedenwet, artikel 5; https://voorbeeld.nl/wet")

    assert concept.source_text == "Arbeidsomstandighedenwet, artikel 5"
    assert concept.source_url == "https://voorbeeld.nl/wet"

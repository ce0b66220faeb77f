import pytest
from django.utils import timezone

from esv.editorial.services import Origin
from esv.glossary import services
from esv.glossary.models import Concept, ConceptRelation
from esv.glossary.records import ConceptRecord, ThemeRecord
from esv.glossary.tests.factories import DisputedTermFactory
from esv.search.models import IndexedEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def origin():
    return Origin("proef/glossary.yaml", timezone.now())


def concept(slug, **others):
    return ConceptRecord.model_validate(
        {
            "id": slug,
            "pref_label_nl": slug,
            "pref_label_en": slug,
            "alt_labels_nl": [],
            "alt_labels_en": [],
            "definition_nl": "Wat het betekent.",
            "definition_en": "What it means.",
            "broader": None,
            "related": [],
            "source": "Eigen omschrijving",
            "verified": True,
            **others,
        }
    )


def theme(slug, broader=None):
    labels = {f"{field}_{language}": slug for field in ("label", "scope_note") for language in ("nl", "en")}
    return ThemeRecord.model_validate({"id": slug, "broader": broader, **labels})


def test_concepts_may_point_at_one_another_in_one_go(origin):
    services.keep_concepts(
        [concept("melding", related=["klacht"]), concept("klacht", broader="melding")], origin=origin
    )

    assert ConceptRelation.objects.get().other.slug == "klacht"
    assert Concept.objects.get(slug="klacht").broader == Concept.objects.get(slug="melding")


def test_a_theme_never_stands_under_itself(origin):
    services.keep_themes([theme("a"), theme("b", "a")], origin=origin)

    with pytest.raises(services.CircleError, match="a → b → a"):
        services.keep_themes([theme("a", "b")], origin=origin)

    assert Concept.objects.get(slug="a").broader is None


def test_a_concept_is_found_by_each_of_its_names(origin):
    services.keep_concepts([concept("nazorg", alt_labels_nl=["opvolging"])], origin=origin)

    assert IndexedEntry.objects.get(key="concept:nazorg").names["nl"] == ["nazorg", "opvolging"]


def test_a_disputed_term_is_found_by_the_new_name_of_its_concept(origin):
    services.keep_concepts([concept("slachtoffer")], origin=origin)
    DisputedTermFactory(slug="betwist-slachtoffer", concept=Concept.objects.get())

    services.keep_concepts([concept("slachtoffer", pref_label_nl="getroffene")], origin=origin)

    assert IndexedEntry.objects.get(key="term:betwist-slachtoffer").names["nl"] == ["getroffene"]

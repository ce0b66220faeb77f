"""Concepts, themes and disputed terms to test with."""

import factory

from esv.editorial.tests.factories import EntryFactory
from esv.glossary.models import Concept, ConceptScheme, DefinitionBasis, DisputedDefinition, DisputedTerm, Scheme


class SchemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ConceptScheme
        django_get_or_create = ("slug",)

    slug = Scheme.GLOSSARY


class ConceptFactory(EntryFactory):
    class Meta:
        model = Concept

    class Params:
        theme = factory.Trait(scheme=factory.SubFactory(SchemeFactory, slug=Scheme.THEMES))

    scheme = factory.SubFactory(SchemeFactory)
    pref_label_nl = factory.Sequence(lambda number: f"begrip {number}")
    pref_label_en = factory.Sequence(lambda number: f"concept {number}")
    definition_nl = "Wat het betekent."
    definition_en = "What it means."


class DisputedTermFactory(EntryFactory):
    class Meta:
        model = DisputedTerm

    concept = factory.SubFactory(ConceptFactory)
    why_contested_nl = "Mensen bedoelen er iets anders mee."
    why_contested_en = "People mean different things by it."
    how_we_use_it_nl = "Ruim."
    how_we_use_it_en = "Broadly."


class DisputedDefinitionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DisputedDefinition

    slug = factory.Sequence(lambda number: f"definitie-{number}")
    term = factory.SubFactory(DisputedTermFactory)
    position = 0
    holder_nl = "Een raad"
    holder_en = "A council"
    definition_nl = "Het ene."
    definition_en = "The one."
    purpose_nl = "Meten"
    purpose_en = "To measure"
    basis = DefinitionBasis.TEXT_SEEN

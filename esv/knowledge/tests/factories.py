"""Sources, perspectives and figures to test with."""

import factory

from esv.editorial.tests.factories import EntryFactory
from esv.editorial.vocabulary import Certainty, Effect, Harm
from esv.glossary.tests.factories import ConceptFactory
from esv.knowledge.models import ActionPerspective, Basis, Figure, Source, SourceType, Unit


class SourceFactory(EntryFactory):
    class Meta:
        model = Source

    class Params:
        instrument = factory.Trait(source_type=SourceType.INSTRUMENT)

    title = factory.Sequence(lambda number: f"Bron {number}")
    title_en = factory.Sequence(lambda number: f"Source {number}")
    authors = "Een onderzoeker"
    language = "nl"
    source_type = SourceType.STUDY
    summary_nl = "Waar het over gaat."
    summary_en = "What it is about."


class PerspectiveFactory(EntryFactory):
    class Meta:
        model = ActionPerspective

    title_nl = factory.Sequence(lambda number: f"Doe {number}")
    title_en = factory.Sequence(lambda number: f"Do {number}")
    effect = Effect.UNKNOWN
    certainty = Certainty.LOW
    harm = Harm.POSSIBLE
    basis_problem = Basis.PRACTICE
    basis_short = Basis.SUMMARY
    basis_interpretation = Basis.SOURCES
    basis_emmie = Basis.SOURCES
    basis_steps = Basis.PRACTICE
    basis_conditions = Basis.PRACTICE
    basis_limits = Basis.PRACTICE
    basis_harm_check = Basis.PRACTICE
    basis_ratings = Basis.JUDGEMENT


class FigureFactory(EntryFactory):
    class Meta:
        model = Figure

    value = 62
    unit = Unit.PERCENT
    concept = factory.SubFactory(ConceptFactory)
    source = factory.SubFactory(SourceFactory)

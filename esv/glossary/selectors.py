"""Reads of the glossary that combine tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from esv.editorial.selectors import as_record
from esv.glossary.models import Concept, DisputedDefinition, DisputedTerm
from esv.glossary.records import ConceptRecord, DefinitionRecord, DisputedTermRecord, ThemeRecord


def concepts_with_relations() -> QuerySet[Concept]:
    """The concepts of the glossary with what they point at."""
    return Concept.objects.in_glossary().select_related("broader").prefetch_related("relations__other")


def terms_with_definitions() -> QuerySet[DisputedTerm]:
    """The disputed terms with their definitions."""
    return DisputedTerm.objects.select_related("concept").prefetch_related("definitions")


def theme_records() -> dict[str, ThemeRecord]:
    """All themes as in files, by id."""
    return {
        theme.slug: as_record(ThemeRecord, theme, id=theme.slug, broader=_slug_or_none(theme.broader))
        for theme in Concept.objects.themes().select_related("broader")
    }


def concept_records() -> dict[str, ConceptRecord]:
    """All concepts of the glossary as in files, by id."""
    return {concept.slug: _concept_record(concept) for concept in concepts_with_relations()}


def _concept_record(concept: Concept) -> ConceptRecord:
    return as_record(
        ConceptRecord,
        concept,
        id=concept.slug,
        broader=_slug_or_none(concept.broader),
        related=[relation.other.slug for relation in concept.relations.all()],
    )


def term_records(sources: Mapping[str, Sequence[str]]) -> dict[str, DisputedTermRecord]:
    """All disputed terms as in files, by id.

    Args:
        sources: ids of the sources of each definition, by the id of the definition; they are kept elsewhere.
    """
    return {
        term.slug: as_record(
            DisputedTermRecord,
            term,
            id=term.slug,
            concept=term.concept.slug,
            definitions=[_definition_record(row, sources[row.slug][0]) for row in term.definitions.all()],
        )
        for term in terms_with_definitions()
    }


def _definition_record(definition: DisputedDefinition, source: str) -> DefinitionRecord:
    return as_record(DefinitionRecord, definition, id=definition.slug, source=source)


def _slug_or_none(concept: Concept | None) -> str | None:
    return concept.slug if concept else None

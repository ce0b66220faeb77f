"""What search is told about concepts, themes and disputed terms."""

from __future__ import annotations

from esv.editorial.bilingual import LANGUAGES, headed, joined, written
from esv.glossary.models import Concept, DisputedDefinition, DisputedTerm
from esv.search.entries import WAYFINDING, Entry, EntryText


def entry_of_concept(concept: Concept) -> Entry:
    """A concept or theme, to be found by each of its names."""
    return Entry(
        key=concept.key,
        kind=concept.kind,
        path=concept.path,
        texts={language: _concept_text(concept, language) for language in LANGUAGES},
        status=concept.status,
        facets={"theme": (concept.slug,)} if concept.is_theme else {},
        concept=not concept.is_theme,
        weight=WAYFINDING if concept.is_theme else 1.0,
        suggested_until=concept.last_day_of_suggestions,
    )


def _concept_text(concept: Concept, language: str) -> EntryText:
    return EntryText(
        title=written(concept, "pref_label", language),
        summary=written(concept, "definition", language) or written(concept, "scope_note", language),
        labels=tuple(written(concept, "alt_labels", language)),
    )


def entry_of_term(term: DisputedTerm) -> Entry:
    """A disputed term, with every definition of it."""
    return Entry(
        key=term.key,
        kind=term.kind,
        path=term.path,
        texts={language: _term_text(term, language) for language in LANGUAGES},
        status=term.status,
        suggested_until=term.last_day_of_suggestions,
    )


def _term_text(term: DisputedTerm, language: str) -> EntryText:
    definitions = (_definition_text(definition, language) for definition in term.definitions.all())
    return EntryText(
        title=written(term.concept, "pref_label", language),
        summary=written(term, "why_contested", language),
        body=joined([written(term, "how_we_use_it", language), *definitions]),
    )


def _definition_text(definition: DisputedDefinition, language: str) -> str:
    sentences = f"{written(definition, 'definition', language)} {written(definition, 'purpose', language)}."
    return headed(written(definition, "holder", language), sentences)

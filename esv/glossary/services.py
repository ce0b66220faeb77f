"""Every write of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from esv.editorial.selectors import by_slug
from esv.editorial.services import Origin, make_findable, replace_links, save_entries, save_parts
from esv.glossary import hierarchy, indexing, selectors
from esv.glossary.models import Concept, ConceptQuerySet, ConceptRelation, ConceptScheme, DisputedTerm, Scheme
from esv.glossary.records import ConceptRecord, DisputedTermRecord, ThemeRecord


class CircleError(ValueError):
    """A concept would stand under itself; the message names the circle."""


@transaction.atomic
def keep_themes(records: Sequence[ThemeRecord], *, origin: Origin) -> None:
    """Write themes, put them in their hierarchy and make them findable.

    Raises:
        CircleError: a theme would stand under itself.
    """
    saved = _save_in_scheme(Scheme.THEMES, Concept.objects.themes(), records, origin)
    make_findable(saved, indexing.entry_of_concept)


@transaction.atomic
def keep_concepts(records: Sequence[ConceptRecord], *, origin: Origin) -> None:
    """Write concepts of the glossary with their relations and make them, and terms named after them, findable.

    Raises:
        CircleError: a concept would stand under itself.
    """
    saved = _save_in_scheme(Scheme.GLOSSARY, Concept.objects.in_glossary(), records, origin)
    known = by_slug(Concept.objects.in_glossary())
    related = {record.id: [known[slug] for slug in record.related] for record in records}
    replace_links(
        ConceptRelation,
        owner="concept",
        target="other",
        targets={concept: related[concept.slug] for concept in saved},
    )
    make_findable(saved, indexing.entry_of_concept)
    _put_terms(selectors.terms_with_definitions().filter(concept__in=saved))


@transaction.atomic
def keep_terms(records: Sequence[DisputedTermRecord], *, origin: Origin) -> None:
    """Write disputed terms with their definitions and make them findable.

    Raises:
        ProtectedError: a definition that is gone is still used by a figure.
    """
    concepts = by_slug(Concept.objects.in_glossary())
    links = {record.id: {"concept": concepts[record.concept]} for record in records}
    terms = save_entries(DisputedTerm.objects.all(), records, origin=origin, links=links)
    for record in records:
        term = terms[record.id]
        save_parts(term.definitions.all(), {part.id: part for part in record.definitions}, term=term)
    _put_terms(selectors.terms_with_definitions().filter(slug__in=[record.id for record in records]))


def _put_terms(terms: Iterable[DisputedTerm]) -> None:
    make_findable(terms, indexing.entry_of_term)


def _save_in_scheme(
    scheme: Scheme, concepts: ConceptQuerySet, records: Sequence[ThemeRecord] | Sequence[ConceptRecord], origin: Origin
) -> list[Concept]:
    ConceptScheme.objects.get_or_create(slug=scheme)
    saved = save_entries(concepts, records, origin=origin, scheme_id=scheme)
    known = by_slug(concepts.all())
    for record in records:
        concept, broader = saved[record.id], known[record.broader] if record.broader else None
        if concept.broader != broader:
            concept.broader = broader
            concept.save(update_fields=["broader"])
    _refuse_circles(concepts)
    return list(saved.values())


def _refuse_circles(concepts: ConceptQuerySet) -> None:
    broader: dict[str, str | None] = dict(concepts.values_list("slug", "broader__slug"))
    for circle in hierarchy.circles(broader):
        raise CircleError(" → ".join(circle))

"""Reads of the knowledge that combine tables."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import QuerySet

from esv.knowledge.models import (
    ActionPerspective,
    ChannelSource,
    DefinitionSource,
    Dilemma,
    EvidenceDimension,
    EvidenceFinding,
    Exercise,
    Figure,
    FigureComparison,
    FunctionSource,
    RouteSource,
    Source,
)

Citation = type[DefinitionSource] | type[ChannelSource] | type[FunctionSource] | type[RouteSource]


def sources_with_themes() -> QuerySet[Source]:
    """The sources with their themes."""
    return Source.objects.prefetch_related("theme_links__theme")


def perspectives_with_parts() -> QuerySet[ActionPerspective]:
    """The perspectives with everything that belongs to them."""
    return ActionPerspective.objects.prefetch_related(
        "steps",
        "findings__source_links__source",
        "harm_checks",
        "source_links__source",
        "instrument_links__instrument",
        "concept_links__concept",
        "theme_links__theme",
    )


def figures_with_parts() -> QuerySet[Figure]:
    """The figures with concept, definition, source and comparisons."""
    return Figure.objects.select_related("concept", "definition", "source").prefetch_related("comparisons__other")


def dilemmas_with_parts() -> QuerySet[Dilemma]:
    """The dilemmas with options, themes and perspectives."""
    return Dilemma.objects.prefetch_related("options", "theme_links__theme", "perspective_links__perspective")


def exercises_with_parts() -> QuerySet[Exercise]:
    """The exercises with roles, steps, themes and perspectives."""
    return Exercise.objects.prefetch_related(
        "roles", "steps__role_information__role", "theme_links__theme", "perspective_links__perspective"
    )


def cited_sources(citation: Citation) -> dict[str, list[str]]:
    """Ids of the sources, in order, by the id of what cites them."""
    found = defaultdict(list)
    for citing, source in citation._default_manager.order_by("citing", "position").values_list(
        "citing__slug", "source__slug"
    ):
        found[citing].append(source)
    return dict(found)


def findings_by_dimension(perspective: ActionPerspective) -> dict[str, EvidenceFinding]:
    """What is known of a perspective on each of the five dimensions, always in the same order."""
    findings = {finding.dimension: finding for finding in perspective.findings.all()}
    return {dimension.value: findings[dimension] for dimension in EvidenceDimension}


def comparable(figure: Figure, *, yes: bool) -> list[FigureComparison]:
    """The comparisons of a figure that may, or may not, be made."""
    return [row for row in figure.comparisons.all() if row.is_comparable == yes]


def theme_slugs(thing: Source | ActionPerspective | Dilemma | Exercise) -> list[str]:
    """The ids of the themes of a thing, in order."""
    return [link.theme.slug for link in thing.theme_links.all()]


def perspective_slugs(thing: Dilemma | Exercise) -> list[str]:
    """The ids of the perspectives of a thing, in order."""
    return [link.perspective.slug for link in thing.perspective_links.all()]

"""Reads of the network that combine tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from esv.editorial.selectors import as_record
from esv.network.models import (
    Initiative,
    Institution,
    RoleRoute,
    RouteGuide,
    RouteStage,
    SupportChannel,
    SupportDirectory,
)
from esv.network.records import (
    ChannelRecord,
    DirectoryRecord,
    FunctionRecord,
    InitiativeRecord,
    InstitutionRecord,
    NeedRecord,
    OtherNameRecord,
    RouteGuideRecord,
    RouteKindRecord,
    RouteRecord,
)

SourceIds = Mapping[str, Sequence[str]]


def institutions_with_names() -> QuerySet[Institution]:
    """The institutions with their other names."""
    return Institution.objects.prefetch_related("other_names")


def initiatives_with_themes() -> QuerySet[Initiative]:
    """The initiatives with their themes."""
    return Initiative.objects.prefetch_related("theme_links__theme")


def routes_with_steps() -> QuerySet[RoleRoute]:
    """The routes with need, guide and functions."""
    return RoleRoute.objects.select_related("need", "guide").prefetch_related("steps__function")


def institution_records() -> dict[str, InstitutionRecord]:
    """All institutions as in files, by id."""
    return {row.slug: _institution_record(row) for row in institutions_with_names()}


def _institution_record(institution: Institution) -> InstitutionRecord:
    names = [as_record(OtherNameRecord, name) for name in institution.other_names.all()]
    return as_record(InstitutionRecord, institution, id=institution.slug, other_names=names)


def initiative_records() -> dict[str, InitiativeRecord]:
    """All initiatives as in files, by id."""
    return {row.slug: _initiative_record(row) for row in initiatives_with_themes()}


def _initiative_record(initiative: Initiative) -> InitiativeRecord:
    themes = [link.theme.slug for link in initiative.theme_links.all()]
    return as_record(InitiativeRecord, initiative, id=initiative.slug, themes=themes)


def directory_records() -> dict[str, DirectoryRecord]:
    """What stands around the channels, as in files, by id."""
    return {row.slug: as_record(DirectoryRecord, row) for row in SupportDirectory.objects.all()}


def channel_records(sources: SourceIds) -> dict[str, ChannelRecord]:
    """All channels as in files, by id; ``sources`` are the ids of their sources, which are kept elsewhere."""
    return {
        row.slug: as_record(ChannelRecord, row, id=row.slug, source=next(iter(sources.get(row.slug, [])), None))
        for row in SupportChannel.objects.order_by("pk")
    }


def guide_records(*, function_sources: SourceIds, route_sources: SourceIds) -> dict[str, RouteGuideRecord]:
    """The whole of needs, functions and routes as in files, by id of the guide.

    Args:
        function_sources: ids of the sources of each function, by its id.
        route_sources: ids of the sources of each route, by its id.
    """
    return {guide.slug: _guide_record(guide, function_sources, route_sources) for guide in RouteGuide.objects.all()}


def _guide_record(guide: RouteGuide, function_sources: SourceIds, route_sources: SourceIds) -> RouteGuideRecord:
    routes = routes_with_steps().filter(guide=guide)
    return as_record(
        RouteGuideRecord,
        guide,
        institution_kinds=[as_record(RouteKindRecord, kind) for kind in guide.institution_kinds.all()],
        needs=[as_record(NeedRecord, need, id=need.slug) for need in guide.needs.all()],
        functions=[
            as_record(FunctionRecord, row, id=row.slug, sources=list(function_sources.get(row.slug, [])))
            for row in guide.functions.all()
        ],
        routes=[_route_record(route, list(route_sources.get(route.slug, []))) for route in routes],
    )


def _route_record(route: RoleRoute, sources: list[str]) -> RouteRecord:
    steps = {
        stage.value: [step.function.slug for step in route.steps.all() if step.stage == stage] for stage in RouteStage
    }
    return as_record(RouteRecord, route, need=route.need.slug, sources=sources, **steps)

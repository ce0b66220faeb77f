"""Every write of the network."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from esv.editorial.selectors import by_slug
from esv.editorial.services import Origin, columns, make_findable, replace_links, replace_rows, save_entries, save_parts
from esv.glossary.models import Concept
from esv.network import indexing, selectors
from esv.network.models import (
    Initiative,
    InitiativeTheme,
    Institution,
    InstitutionName,
    Need,
    OrganisationalFunction,
    RoleRoute,
    RouteGuide,
    RouteInstitutionKind,
    RouteStage,
    RouteStep,
    SupportChannel,
    SupportDirectory,
)
from esv.network.records import (
    ChannelRecord,
    DirectoryRecord,
    InitiativeRecord,
    InstitutionRecord,
    RouteGuideRecord,
    RouteRecord,
)
from esv.search import services as search


@transaction.atomic
def keep_institutions(records: Sequence[InstitutionRecord], *, origin: Origin) -> None:
    """Write institutions with their other names and make them findable."""
    saved = save_entries(Institution.objects.all(), records, origin=origin)
    rows = {
        saved[record.id]: [
            InstitutionName(institution=saved[record.id], position=position, **columns(name, InstitutionName))
            for position, name in enumerate(record.other_names)
        ]
        for record in records
    }
    replace_rows(InstitutionName, owner="institution", rows=rows)
    fresh = selectors.institutions_with_names().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_institution)


@transaction.atomic
def keep_initiatives(records: Sequence[InitiativeRecord], *, origin: Origin) -> None:
    """Write initiatives with their themes and make them findable."""
    saved = save_entries(Initiative.objects.all(), records, origin=origin)
    themes = by_slug(Concept.objects.themes())
    targets = {saved[record.id]: [themes[slug] for slug in record.themes] for record in records}
    replace_links(InitiativeTheme, owner="initiative", target="theme", targets=targets)
    fresh = selectors.initiatives_with_themes().filter(slug__in=saved)
    make_findable(fresh, indexing.entry_of_initiative)


@transaction.atomic
def keep_directory(records: Sequence[DirectoryRecord], *, origin: Origin) -> None:
    """Write what stands around the list of channels."""
    save_entries(SupportDirectory.objects.all(), records, origin=origin)


@transaction.atomic
def keep_channels(records: Sequence[ChannelRecord], *, origin: Origin) -> None:
    """Write support channels and make them findable; what cites a source is written in ``knowledge``."""
    saved = save_entries(SupportChannel.objects.all(), records, origin=origin)
    make_findable(saved.values(), indexing.entry_of_channel)


@transaction.atomic
def keep_guide(records: Sequence[RouteGuideRecord], *, origin: Origin) -> None:
    """Write the guide with its needs, functions and routes; make the routes findable."""
    guides = save_entries(RouteGuide.objects.all(), records, origin=origin)
    for record in records:
        guide = guides[record.slug]
        before = set(guide.routes.values_list("slug", flat=True))
        _keep_parts_of_guide(guide, record)
        for gone in before - {route.slug for route in record.routes}:
            search.remove(f"{RoleRoute.KIND}:{gone}")
        make_findable(selectors.routes_with_steps().filter(guide=guide), indexing.entry_of_route)


def _keep_parts_of_guide(guide: RouteGuide, record: RouteGuideRecord) -> None:
    kinds = [
        RouteInstitutionKind(guide=guide, position=position, **columns(kind, RouteInstitutionKind))
        for position, kind in enumerate(record.institution_kinds)
    ]
    replace_rows(RouteInstitutionKind, owner="guide", rows={guide: kinds})
    needs = save_parts(Need.objects.filter(guide=guide), {need.id: need for need in record.needs}, guide=guide)
    functions = save_parts(
        OrganisationalFunction.objects.filter(guide=guide), {row.id: row for row in record.functions}, guide=guide
    )
    routes = save_parts(
        RoleRoute.objects.filter(guide=guide),
        {route.slug: route for route in record.routes},
        links={route.slug: {"need": needs[route.need]} for route in record.routes},
        guide=guide,
    )
    steps = {routes[route.slug]: _steps(route, routes[route.slug], functions) for route in record.routes}
    replace_rows(RouteStep, owner="route", rows=steps)


def _steps(record: RouteRecord, route: RoleRoute, functions: dict[str, OrganisationalFunction]) -> list[RouteStep]:
    named = {RouteStage.FIRST: record.first, RouteStage.THEN: record.then, RouteStage.OUTSIDE: record.outside}
    in_order = [(stage, slug) for stage, slugs in named.items() for slug in slugs]
    return [
        RouteStep(route=route, stage=stage, function=functions[slug], position=position)
        for position, (stage, slug) in enumerate(in_order)
    ]

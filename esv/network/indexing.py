"""What search is told about institutions, initiatives, support channels and routes."""

from __future__ import annotations

from django.utils import translation

from esv.editorial.bilingual import LANGUAGES, joined, written
from esv.editorial.vocabulary import InstitutionKind
from esv.network.models import Initiative, Institution, RoleRoute, SupportChannel
from esv.search.entries import WAYFINDING, Entry, EntryText


def entry_of_institution(institution: Institution) -> Entry:
    """An institution, to be found by its name, short name and other names."""
    return Entry(
        key=institution.key,
        kind=institution.kind,
        path=institution.path,
        texts={language: _institution_text(institution, language) for language in LANGUAGES},
        status=institution.status,
        facets={"institution_kind": (institution.institution_kind,)},
        weight=WAYFINDING,
        suggested_until=institution.last_day_of_suggestions,
    )


def _institution_text(institution: Institution, language: str) -> EntryText:
    with translation.override(language):
        kind = str(InstitutionKind(institution.institution_kind).label)
    own_name = written(institution, "name", language) or institution.name
    names = [institution.short_name, institution.name, *(other.name for other in institution.other_names.all())]
    return EntryText(
        title=own_name,
        summary=", ".join(part for part in (kind, institution.city) if part),
        labels=tuple(name for name in dict.fromkeys(names) if name and name != own_name),
    )


def entry_of_initiative(initiative: Initiative) -> Entry:
    """An initiative; its name is the same in both languages."""
    return Entry(
        key=initiative.key,
        kind=initiative.kind,
        path=initiative.path,
        texts={
            language: EntryText(
                title=initiative.name,
                summary=written(initiative, "description", language),
                body=initiative.organisation,
            )
            for language in LANGUAGES
        },
        status=initiative.status,
        facets={"theme": tuple(link.theme.slug for link in initiative.theme_links.all())},
        suggested_until=initiative.last_day_of_suggestions,
    )


def entry_of_channel(channel: SupportChannel) -> Entry:
    """A support channel, to be found by its name and by what it is for."""
    return Entry(
        key=channel.key,
        kind=channel.kind,
        path=channel.path,
        texts={
            language: EntryText(
                title=channel.name,
                summary=written(channel, "for", language),
                body=written(channel, "note", language),
                labels=(channel.phone,) if channel.phone else (),
            )
            for language in LANGUAGES
        },
        status=channel.status,
        weight=WAYFINDING,
        suggested_until=channel.last_day_of_suggestions,
    )


def entry_of_route(route: RoleRoute) -> Entry:
    """A route, to be found by its need, its functions and what is said about it."""
    return Entry(
        key=route.key,
        kind=route.kind,
        path=route.path,
        texts={language: _route_text(route, language) for language in LANGUAGES},
        status=route.guide.status,
        facets={"institution_kind": (route.institution_kind,)},
        weight=WAYFINDING,
        suggested_until=route.guide.last_day_of_suggestions,
    )


def _route_text(route: RoleRoute, language: str) -> EntryText:
    with translation.override(language):
        kind = str(InstitutionKind(route.institution_kind).label)
    functions = [written(step.function, "name", language) for step in route.steps.all()]
    return EntryText(
        title=f"{written(route.need, 'label', language)} ({kind})",
        summary=written(route, "note", language),
        body=joined(
            [written(route.need, "expect", language), "; ".join(functions), written(route, "uncertainty", language)]
        ),
    )

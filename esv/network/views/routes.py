"""Who does what: where to go with a need, and always what is uncertain about that."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from esv.network.models import RoleRoute, RouteGuide, RouteStage


def guide(request: HttpRequest) -> HttpResponse:
    """The needs for each kind of institution, each leading to its route."""
    found = RouteGuide.objects.public().filter(slug=RouteGuide.SLUG).first()
    kinds = list(found.institution_kinds.all()) if found else []
    routes = found.routes.select_related("need").order_by("need__position", "pk") if found else []
    shelves = [
        {"kind": kind, "routes": [route for route in routes if route.institution_kind == kind.institution_kind]}
        for kind in kinds
    ]
    return render(request, "network/guide.html", {"item": found, "shelves": shelves})


def route(request: HttpRequest, slug: str) -> HttpResponse:
    """One route: to whom first, to whom then, and who outside the institution.

    Raises:
        Http404: there is no such route, or the guide it belongs to is not public.
    """
    found = get_object_or_404(RoleRoute.objects.select_related("guide", "need"), slug=slug)
    if not RouteGuide.objects.public().filter(pk=found.guide_id).exists():
        raise Http404
    steps = list(found.steps.select_related("function"))
    stages = [
        {"code": stage.value, "title": stage.label, "functions": [s.function for s in steps if s.stage == stage]}
        for stage in RouteStage
    ]
    kind = found.guide.institution_kinds.get(institution_kind=found.institution_kind)
    context = {
        "item": found,
        "kind": kind,
        "stages": [stage for stage in stages if stage["functions"]],
        "cited": found.source_links.select_related("source"),
    }
    return render(request, "network/route.html", context)

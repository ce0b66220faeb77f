"""Action perspectives: what an institution can do, on what grounds and at what cost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404, reader_language
from esv.knowledge.models import ActionPerspective


def perspective_list(request: HttpRequest) -> HttpResponse:
    """All perspectives, by title in the reader's language."""
    perspectives = ActionPerspective.objects.public().order_by(f"title_{reader_language()}", "pk")
    return render(request, "knowledge/perspective_list.html", {"page": page_of(perspectives, request, size=40)})


def perspective(request: HttpRequest, slug: str) -> HttpResponse:
    """One perspective, along the thread from problem to sources."""
    found = public_or_404(ActionPerspective.objects.all(), slug)
    context = {
        "item": found,
        "findings": found.findings.prefetch_related("sources"),
        "harm_checks": found.harm_checks.all(),
        "source_links": found.source_links.select_related("source"),
        "instruments": found.instruments.order_by("perspective_instrument_links__position"),
        "concepts": found.concepts.order_by("perspective_links__position"),
        "themes": found.themes.order_by("perspective_theme_links__position"),
        "dilemmas": found.dilemmas.public().order_by("pk"),
    }
    return render(request, "knowledge/perspective.html", context)

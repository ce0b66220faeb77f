"""The glossary: what words mean, also where people do not agree about that."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404, reader_language
from esv.glossary.models import Concept, DisputedTerm


def concept_list(request: HttpRequest) -> HttpResponse:
    """All concepts, in the alphabet of the reader's language."""
    concepts = Concept.objects.in_glossary().public().order_by(f"pref_label_{reader_language()}", "pk")
    return render(request, "glossary/concept_list.html", {"page": page_of(concepts, request, size=200)})


def concept(request: HttpRequest, slug: str) -> HttpResponse:
    """One concept, with what is broader, narrower and related."""
    found = public_or_404(Concept.objects.in_glossary().select_related("broader"), slug)
    context = {
        "item": found,
        "narrower": found.narrower.public().order_by("pk"),
        "related": found.related.public().order_by("relations_from__position"),
        "disputes": found.disputes.public().order_by("pk"),
        "other_language": "en" if reader_language() == "nl" else "nl",
    }
    return render(request, "glossary/concept.html", context)


def term_list(request: HttpRequest) -> HttpResponse:
    """All disputed terms."""
    terms = DisputedTerm.objects.public().select_related("concept").order_by("pk")
    return render(request, "glossary/term_list.html", {"page": page_of(terms, request)})


def term(request: HttpRequest, slug: str) -> HttpResponse:
    """One disputed term, its definitions side by side."""
    found = public_or_404(DisputedTerm.objects.select_related("concept"), slug)
    definitions = found.definitions.prefetch_related("source_links__source")
    return render(request, "glossary/term.html", {"item": found, "definitions": definitions})

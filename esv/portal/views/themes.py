"""Themes: everything in the catalogue about one subject."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial import bilingual
from esv.editorial.showing import public_or_404, reader_language
from esv.glossary.models import Concept
from esv.knowledge.models import ActionPerspective, Dilemma, Exercise, Source
from esv.network.models import Initiative
from esv.portal.asking import Asking

SOURCES_SHOWN = 12


def theme_list(request: HttpRequest) -> HttpResponse:
    """All themes, the narrower under the broader."""
    by_name = Concept.objects.themes().public().order_by(f"pref_label_{reader_language()}", "pk")
    top = by_name.top().prefetch_related(Prefetch("narrower", by_name))
    return render(request, "portal/theme_list.html", {"themes": top})


def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme, with what can be done, what is known and who is at work on it."""
    found = public_or_404(Concept.objects.themes().select_related("broader"), slug)
    title = f"title_{reader_language()}"
    sources = Source.objects.public().filter(themes=found).order_by("-year", "title", "pk")
    context = {
        "item": found,
        "narrower": found.narrower.public().order_by(f"pref_label_{reader_language()}", "pk"),
        "perspectives": ActionPerspective.objects.public().filter(themes=found).order_by(title, "pk"),
        "sources": sources[:SOURCES_SHOWN],
        "source_count": sources.count(),
        "search_query": Asking(bilingual.read(found, "pref_label", reader_language()).text, {"theme": (slug,)}).query,
        "initiatives": Initiative.objects.public().filter(themes=found).order_by("name", "pk"),
        "dilemmas": Dilemma.objects.public().filter(themes=found).order_by(title, "pk"),
        "exercises": Exercise.objects.public().filter(themes=found).order_by(title, "pk"),
    }
    return render(request, "portal/theme.html", context)

"""Sources and instruments: what has been published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from esv.design.context import path_in
from esv.editorial.showing import page_of, public_or_404, reader_language
from esv.knowledge.models import Source
from esv.knowledge.models.sources import INSTRUMENT_TYPES

NEWEST_FIRST = ("-year", "title", "pk")


def source_list(request: HttpRequest) -> HttpResponse:
    """Studies, reports, laws and whatever else is no instrument, newest first."""
    sources = Source.objects.public().exclude(source_type__in=INSTRUMENT_TYPES).order_by(*NEWEST_FIRST)
    return render(request, "knowledge/source_list.html", {"page": page_of(sources, request)})


def instrument_list(request: HttpRequest) -> HttpResponse:
    """Instruments and guidelines, newest first."""
    instruments = Source.objects.public().instruments().order_by(*NEWEST_FIRST)
    return render(request, "knowledge/instrument_list.html", {"page": page_of(instruments, request)})


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """One source or instrument; asked for on the wrong shelf, it points to the right one."""
    found = public_or_404(Source.objects.all(), slug)
    path = path_in(found.path, reader_language())
    if request.path != path:
        return redirect(path, permanent=True)
    context = {
        "item": found,
        "themes": found.themes.order_by("source_links__position"),
        "perspectives": found.perspectives.public().order_by("title_nl", "pk"),
        "carried_out_with_it": found.perspectives_as_instrument.public().order_by("title_nl", "pk"),
        "figures": found.figures.public().order_by("pk"),
    }
    return render(request, "knowledge/source.html", context)

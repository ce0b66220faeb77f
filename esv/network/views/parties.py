"""Institutions and initiatives."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404
from esv.network.models import Initiative, Institution


def institution_list(request: HttpRequest) -> HttpResponse:
    """All institutions, by name. There is no figure and no judgement about any of them."""
    institutions = Institution.objects.public().order_by("name", "pk")
    return render(request, "network/institution_list.html", {"page": page_of(institutions, request, size=100)})


def institution(request: HttpRequest, slug: str) -> HttpResponse:
    """One institution: what it is called and where it is found."""
    found = public_or_404(Institution.objects.all(), slug)
    return render(request, "network/institution.html", {"item": found, "other_names": found.other_names.all()})


def initiative_list(request: HttpRequest) -> HttpResponse:
    """All initiatives, by name."""
    initiatives = Initiative.objects.public().order_by("name", "pk")
    return render(request, "network/initiative_list.html", {"page": page_of(initiatives, request)})


def initiative(request: HttpRequest, slug: str) -> HttpResponse:
    """One initiative."""
    found = public_or_404(Initiative.objects.all(), slug)
    themes = found.themes.order_by("initiative_links__position")
    return render(request, "network/initiative.html", {"item": found, "themes": themes})

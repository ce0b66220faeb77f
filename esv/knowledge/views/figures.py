"""Published figures, never without what they count, among whom, when, and what they do not say."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404
from esv.knowledge.models import Figure


def figure_list(request: HttpRequest) -> HttpResponse:
    """All figures, in the order of the editors: not by size, because they are not to be ranked."""
    figures = Figure.objects.public().select_related("source", "concept").order_by("pk")
    return render(request, "knowledge/figure_list.html", {"page": page_of(figures, request)})


def figure(request: HttpRequest, slug: str) -> HttpResponse:
    """One figure, with those it may and may not stand beside."""
    found = public_or_404(Figure.objects.select_related("source", "concept", "definition__term"), slug)
    comparisons = found.comparisons.select_related("other")
    context = {
        "item": found,
        "comparable": [one for one in comparisons if one.is_comparable],
        "not_comparable": [one for one in comparisons if not one.is_comparable],
    }
    return render(request, "knowledge/figure.html", context)

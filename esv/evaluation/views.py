"""What the platform promises in public. A promise is shown only while its check runs and passes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404
from esv.evaluation.models import Promise, PromiseState


def promise_list(request: HttpRequest) -> HttpResponse:
    """The promises in force, and how many are still proposed."""
    context = {
        "page": page_of(Promise.objects.public().in_force().order_by("pk"), request),
        "proposed": Promise.objects.public().filter(state=PromiseState.PROPOSED).count(),
    }
    return render(request, "evaluation/promise_list.html", context)


def promise(request: HttpRequest, slug: str) -> HttpResponse:
    """One promise in force, with its check."""
    found = public_or_404(Promise.objects.in_force(), slug)
    return render(request, "evaluation/promise.html", {"item": found})

"""Dilemmas and exercises: invented situations to talk about. Nothing that anybody answers is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import page_of, public_or_404
from esv.knowledge.models import ActionPerspective, Dilemma, Exercise


def dilemma_list(request: HttpRequest) -> HttpResponse:
    """All dilemmas, in the order of the editors."""
    dilemmas = Dilemma.objects.public().order_by("pk")
    return render(request, "knowledge/dilemma_list.html", {"page": page_of(dilemmas, request)})


def dilemma(request: HttpRequest, slug: str) -> HttpResponse:
    """One dilemma with its options, none of which is the right one."""
    found = public_or_404(Dilemma.objects.all(), slug)
    context = {
        "item": found,
        "options": found.options.all(),
        "themes": found.themes.order_by("dilemma_links__position"),
        "perspectives": ActionPerspective.objects.public().filter(dilemmas=found).order_by("dilemma_links__position"),
    }
    return render(request, "knowledge/dilemma.html", context)


def exercise_list(request: HttpRequest) -> HttpResponse:
    """All exercises, in the order of the editors."""
    exercises = Exercise.objects.public().order_by("pk")
    return render(request, "knowledge/exercise_list.html", {"page": page_of(exercises, request)})


def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    """One exercise, step by step."""
    found = public_or_404(Exercise.objects.all(), slug)
    context = {
        "item": found,
        "steps": found.steps.prefetch_related("role_information__role"),
        "roles": found.roles.all(),
        "themes": found.themes.order_by("exercise_links__position"),
        "perspectives": ActionPerspective.objects.public().filter(exercises=found).order_by("exercise_links__position"),
    }
    return render(request, "knowledge/exercise.html", context)

"""The living styleguide: every component with its contract and an example."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.design.templatetags import components, marks, text

COLOURS = ("paper", "surface", "ink", "accent", "lamp", "info", "success", "attention", "error")


@dataclass(frozen=True, slots=True)
class Specimen:
    """A component on the styleguide page; ``template`` shows it in use."""

    name: str
    contract: str
    template: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text for the example of marked text."""

    text: str
    is_match: bool


SHOWN: tuple[Callable[..., Any], ...] = (
    components.notice,
    components.button,
    components.entry,
    components.status_line,
    components.review_line,
    components.breadcrumbs,
    components.pagination,
    marks.thread_mark,
    marks.thread,
    marks.station,
    marks.course,
    marks.rating,
    marks.ratings_line,
    marks.icon,
    text.marked,
    text.prose,
    text.outside_link,
)


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component with its docstring, which is its contract, and an example."""
    context = {
        "colours": COLOURS,
        "specimens": [_specimen(component) for component in SHOWN],
        "past": date(2025, 1, 1),
        "today": date(2026, 1, 1),
        "future": date(2027, 1, 1),
        "sheet": Paginator(range(90), 30).page(2),
        "pieces": [Piece("Wie doet de ", is_match=False), Piece("nazorg", is_match=True), Piece("?", is_match=False)],
        "steps": [("Vraag", "Een zin.", True), ("Kennis", "Een zin.", True), ("Les", "Een zin.", False)],
        "way": [("Home", "/"), ("Stijlgids", "/stijlgids/")],
        "markdown": "Een alinea met **nadruk** en een [adres](https://example.org/).\n\n- een\n- twee",
    }
    return render(request, "styleguide/page.html", context)


def _specimen(component: Callable[..., Any]) -> Specimen:
    name = component.__name__
    return Specimen(name, inspect.cleandoc(component.__doc__ or ""), f"styleguide/{name}.html")

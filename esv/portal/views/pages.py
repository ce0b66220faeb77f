"""Home, the shelves of the catalogue, the pages about the platform, and permanent addresses."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from esv.design.context import path_in
from esv.editorial.showing import reader_language
from esv.glossary.models import Concept
from esv.portal.asking import Asking
from esv.portal.shelves import SHELVES, find_by_reference


def home(request: HttpRequest) -> HttpResponse:
    """One question field, what this is and is not, and what is in the catalogue."""
    themes = Concept.objects.themes().public().top().order_by(f"pref_label_{reader_language()}", "pk")
    context = {
        "asking": Asking(),
        "errors": [],
        "examples": [_("How do we arrange aftercare after a report?"), _("What does a confidential adviser do?")],
        "shelves": SHELVES,
        "steps": _steps(),
        "themes": themes,
    }
    return render(request, "portal/home.html", context)


def catalogue(request: HttpRequest) -> HttpResponse:
    """Every shelf of the catalogue, with how much stands on it."""
    return render(request, "portal/catalogue.html", {"shelves": SHELVES})


def about(request: HttpRequest) -> HttpResponse:
    """What the platform is and is not, how it works, and how to reach us."""
    return render(request, "portal/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, how that was checked, and what to do when something does not work."""
    return render(request, "portal/accessibility.html")


def permanent(_request: HttpRequest, word: str, reference: str) -> HttpResponse:
    """Send on from a short permanent address to the page as it is called today.

    Raises:
        Http404: it leads to nothing that visitors may see.
    """
    found = find_by_reference(word, reference.upper())
    if found is None:
        raise Http404
    return HttpResponseRedirect(path_in(found.path, reader_language()), status=303)


def _steps() -> list[tuple[str, str, bool]]:
    """From question to lesson: name, sentence, and whether it is open yet."""
    return [
        (_("Question"), _("You ask it in your own words."), True),
        (_("Knowledge"), _("You see what is known, and why it was found."), True),
        (_("Expert"), _("Not open yet: a person who helps when knowledge is not enough."), False),
        (_("Lesson"), _("Not open yet: what was learned, without names, for everyone."), False),
    ]

"""The main parts of the site, for the navigation on every page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def navigation(_request: HttpRequest) -> dict[str, Any]:
    """Names and addresses of the main parts."""
    parts = [
        (_("Search"), "portal:search"),
        (_("What you can do"), "knowledge:perspectives"),
        (_("Themes"), "portal:themes"),
        (_("Sources"), "knowledge:sources"),
        (_("Concepts"), "glossary:concepts"),
        (_("Who does what"), "network:guide"),
    ]
    return {"navigation": [(name, reverse(view)) for name, view in parts]}

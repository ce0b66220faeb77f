"""What every page knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


@dataclass(frozen=True, slots=True)
class Alternate:
    """This page in one of the languages.

    Attributes:
        language: language code.
        name: name of the language in that language.
        path: address on this site, with what was asked for in it.
        url: address with the name of the site, without what was asked for.
        is_current: whether it is the page shown.
    """

    language: str
    name: str
    path: str
    url: str
    is_current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """The addresses of this page in every language, and where help and contact are found."""
    alternates = [_alternate(request, language) for language in LANGUAGE_NAMES]
    return {"alternates": alternates, "canonical": next(page.url for page in alternates if page.is_current)}


def path_in(path: str, language: str) -> str:
    """Turn a path into that of the same page in another language: Dutch at ``/…``, English at ``/en/…``."""
    bare = path.removeprefix("/en") if path == "/en" or path.startswith("/en/") else path
    return f"/{language}{bare}" if language != settings.LANGUAGE_CODE else bare or "/"


def _alternate(request: HttpRequest, language: str) -> Alternate:
    path = path_in(request.path, language)
    query = request.META.get("QUERY_STRING", "")
    return Alternate(
        language=language,
        name=LANGUAGE_NAMES[language],
        path=f"{path}?{query}" if query else path,
        url=f"{settings.SITE_URL.rstrip('/')}{path}",
        is_current=language == get_language(),
    )

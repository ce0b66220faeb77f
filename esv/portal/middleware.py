"""Pages for what goes wrong before or around a view: a method that is not known, a database that does not answer."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.portal.views.errors import not_allowed

RETRY_AFTER_SECONDS = 60
KNOWN_METHODS = ("GET", "HEAD", "POST")

logger = logging.getLogger(__name__)


class ReadingOnlyMiddleware:
    """Refuse, with a page, what is no way to read: only the search form may send something."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse a method nobody needs here."""
        response = self.get_response(request) if request.method in KNOWN_METHODS else not_allowed(request)
        if response.status_code == 405 and not response.content:
            return not_allowed(request)
        return response


class DatabaseDownMiddleware:
    """Answer with a page that needs no database when the database is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a lost database into a page; leave every other error to Django."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.error("database.unreachable", extra={"status_code": 503})
        response = render(request, "errors/503.html", status=503)
        response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
        response.headers["Cache-Control"] = "no-store"
        return response

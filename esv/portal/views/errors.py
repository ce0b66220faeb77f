"""What visitors see when something is wrong. None of these pages needs the database."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by this name
    """The browser sent something that cannot be read."""
    return render(request, "errors/400.html", status=400)


def not_allowed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it by this name
    """Something was sent to a page that can only be read."""
    response = render(request, "errors/405.html", status=405)
    response.headers["Allow"] = "GET, HEAD"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by this name
    """There is nothing here, or nothing that this visitor may see: the two look the same."""
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong on our side."""
    return render(request, "errors/500.html", status=500)

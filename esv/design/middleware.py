"""Headers that every answer carries and that Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class PermissionsPolicyMiddleware:
    """Switch off what a page of ours never needs, and keep our files to our own pages (STANDARDS SEC-4)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and add the headers."""
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = POLICY
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

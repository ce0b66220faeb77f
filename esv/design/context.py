"""What every page knows."""

from typing import Any

from django.http import HttpRequest


def page(_request: HttpRequest) -> dict[str, Any]:
    """The address of this page in the other language, and which language that is."""
    return {}

"""Where somebody who needs help now can turn to, outside the institution."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from esv.editorial.showing import public_or_404
from esv.network.models import SupportChannel, SupportDirectory


def channel_list(request: HttpRequest) -> HttpResponse:
    """The help lines that were seen in a source and are meant for this page, in the order of the editors."""
    context = {
        "channels": SupportChannel.objects.for_acute_page(),
        "directory": SupportDirectory.objects.filter(slug=SupportDirectory.SLUG).first(),
    }
    return render(request, "network/channel_list.html", context)


def channel(request: HttpRequest, slug: str) -> HttpResponse:
    """One help line, with what of it was seen and what was not."""
    return render(request, "network/channel.html", {"item": public_or_404(SupportChannel.objects.all(), slug)})

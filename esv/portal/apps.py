"""Registration of the app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Home, search page, theme pages: what a visitor sees first."""

    name = "esv.portal"

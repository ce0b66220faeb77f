"""Registration of the app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The whole catalogue in and out as files: import, export, starter edition."""

    name = "esv.exchange"

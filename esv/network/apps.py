"""Registration of the app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """Institutions, initiatives, support channels and who does what where."""

    name = "esv.network"

"""Registration of the app."""

from django.apps import AppConfig


class GlossaryConfig(AppConfig):
    """Concepts, themes and disputed definitions (begrippenkader)."""

    name = "esv.glossary"

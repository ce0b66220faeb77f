"""Registration of the app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Index and ranking of anything that has text."""

    name = "esv.search"

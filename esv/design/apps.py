"""Registration of the app."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The look and the parts of pages: components, base pages, tokens, icons."""

    name = "esv.design"

"""Registration of the app."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """Sources, action perspectives, instruments, figures, dilemmas and exercises."""

    name = "esv.knowledge"

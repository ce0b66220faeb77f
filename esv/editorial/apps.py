"""Registration of the app."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """What everything that editors keep has in common: status, owner, review date, provenance, references."""

    name = "esv.editorial"

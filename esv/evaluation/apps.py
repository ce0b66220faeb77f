"""Registration of the app."""

from django.apps import AppConfig


class EvaluationConfig(AppConfig):
    """The promise ledger and the self-assessment."""

    name = "esv.evaluation"

"""``bin/esv refresh``: tell search anew about the whole catalogue, as it is today."""

from typing import Any

from django.core.management import BaseCommand

from esv.exchange import services


class Command(BaseCommand):
    """A thin door to ``exchange.services.refresh_search``."""

    help = "Tell search anew about the whole catalogue; bin/serve does so by itself after an upgrade."

    def handle(self, **options: Any) -> None:
        """Refresh, and say how much was different."""
        self.stdout.write(f"{services.refresh_search()} entries were new or different to search")

"""``bin/esv prepare``: bring the database, the starter edition and the static files up to date."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from esv.exchange import selectors as exchange
from esv.exchange.services import refresh_search
from esv.search import stored_vectors, versions


class Command(BaseCommand):
    """What ``bin/serve`` does before it serves; a second run skips what is done."""

    help = "Migrate the database, import the starter edition when it is new, and collect the static files."

    def handle(self, **options: Any) -> None:
        """Do the three steps, saying which."""
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0)
        if exchange.is_new(settings.STARTER_EDITION_DIR):
            self.stdout.write("Importing the starter edition …")
            call_command("import", language="en")
        if not versions.was_made_by(exchange.teller()):
            self.stdout.write("Telling search about everything …")
            refresh_search()
        stored_vectors.use_pgvector()
        call_command("collectstatic", interactive=False, verbosity=0)

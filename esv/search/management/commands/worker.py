"""``bin/esv worker``: do the work that waits, for as long as it runs."""

from typing import Any

from django.core.management import BaseCommand, call_command

from esv.search import stored_vectors, tasks


class Command(BaseCommand):
    """Run queued tasks; what a killed worker left is taken up first."""

    help = "Do queued work (making vectors for search) until stopped. bin/serve runs one."

    def handle(self, **options: Any) -> None:
        """Queue what is missing, then work."""
        if stored_vectors.missing_count():
            tasks.embed_missing.enqueue()
        call_command("db_worker", verbosity=0)

"""``bin/esv search_index``: how the index stands, and making it anew."""

from typing import Any

from django.core.management import BaseCommand, CommandParser
from rich.console import Console
from rich.progress import Progress

from esv.search import live, services, stored_vectors
from esv.search.models import IndexedEntry, IndexedPassage


class Command(BaseCommand):
    """Show the index, rebuild it in every process, or make the missing vectors here and now."""

    help = "Show how the search index stands; --rebuild makes it anew in every process, --embed makes missing vectors."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("--rebuild", action="store_true", help="forget all vectors and load everything anew")
        parser.add_argument("--embed", action="store_true", help="make the missing vectors now instead of in a worker")

    def handle(self, *, rebuild: bool, embed: bool, **options: Any) -> None:
        """Do what is asked, then show how the index stands."""
        if rebuild:
            services.rebuild()
        if embed or rebuild:
            self._embed()
        snapshot = live.index().refresh()
        self.stdout.write(
            f"{IndexedEntry.objects.findable().count()} entries, {IndexedPassage.objects.count()} passages, "
            f"{stored_vectors.missing_count()} without vector; {snapshot.engine.passage_count} in this process."
        )

    def _embed(self) -> None:
        with Progress(console=Console(stderr=True)) as bar:
            row = bar.add_task("making vectors", total=stored_vectors.missing_count())
            stored_vectors.embed_missing(lambda made: bar.update(row, completed=made))

"""``bin/esv export``: write the catalogue as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser

from esv.exchange import services


class Command(BaseCommand):
    """A thin door to ``exchange.services.export_catalogue``."""

    help = "Write the whole catalogue to a folder, as files that bin/esv import reads again without loss."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path, help="made when it is not there; files of the same names are replaced")

    def handle(self, *, folder: Path, **options: Any) -> None:
        """Export, and say which files were written."""
        for file in services.export_catalogue(folder):
            self.stdout.write(str(file))

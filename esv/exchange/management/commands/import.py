"""``bin/esv import``: bring files into the catalogue, or only see what that would do."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import track

from esv.exchange import services
from esv.exchange.kinds import Kind
from esv.exchange.services import ImportRefusedError, KindReport


class Command(BaseCommand):
    """A thin door to ``exchange.services.import_catalogue``."""

    help = "Import the starter edition, or the folders and files named. All or nothing; a second time changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which files, and how."""
        parser.add_argument("paths", nargs="*", type=Path, help="folders and files (default: the starter edition)")
        parser.add_argument("--dry-run", action="store_true", help="check and count, change nothing")
        parser.add_argument("--language", choices=["nl", "en"], default=settings.LANGUAGE_CODE, help="of the messages")

    def handle(self, *, paths: list[Path], dry_run: bool, language: str, **options: Any) -> None:
        """Import, and say what was done or what is wrong.

        Raises:
            CommandError: something is wrong with the files; nothing was imported.
        """
        with translation.override(language):
            try:
                reports = services.import_catalogue(
                    paths or [settings.STARTER_EDITION_DIR], now=timezone.now(), dry_run=dry_run, progress=_shown
                )
            except ImportRefusedError as error:
                raise CommandError(_refusal(error)) from None
            for report in reports:
                self.stdout.write(_line(report))
            if dry_run:
                self.stdout.write(_("Only tried: nothing was changed."))


def _shown(kinds: Sequence[Kind]) -> Iterable[Kind]:
    """Show a progress bar where somebody watches."""
    return track(
        kinds, description=_("Importing"), console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True
    )


def _refusal(error: ImportRefusedError) -> str:
    count = len(error.problems)
    conclusion = ngettext(
        "%(count)s problem: nothing was imported.", "%(count)s problems: nothing was imported.", count
    ) % {"count": count}
    return "\n".join([*map(str, error.problems), conclusion])


def _line(report: KindReport) -> str:
    line = _("%(kind)s: %(added)s added, %(changed)s changed, %(unchanged)s unchanged") % {
        "kind": report.label,
        "added": len(report.added),
        "changed": len(report.changed),
        "unchanged": len(report.unchanged),
    }
    if not report.left_alone:
        return line
    names = ", ".join(report.left_alone[:10]) + ("…" if len(report.left_alone) > 10 else "")
    left = _("%(count)s not in the files, left as they are (%(names)s)")
    return f"{line}; {left % {'count': len(report.left_alone), 'names': names}}"

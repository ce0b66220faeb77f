"""``bin/esv ask "…"``: ask a practice question in the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import translation
from rich.console import Console
from rich.text import Text

from esv.editorial.vocabulary import Certainty, Effect, Harm, Status
from esv.portal import names, reasons
from esv.search import selectors
from esv.search.findings import Finding, Findings, Segment

RATINGS = {"effect": Effect, "certainty": Certainty, "harm": Harm}


class Command(BaseCommand):
    """Ask, and see what is known with the reason for every match. Nothing is stored."""

    help = "Ask a practice question and see what is known, with the reason for every match."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the question, how many answers, the language of the answer, and the form."""
        parser.add_argument("question")
        parser.add_argument("--limit", type=int, default=5)
        parser.add_argument("--language", choices=("nl", "en"), help="of the reasons; default: that of the question")
        parser.add_argument("--json", action="store_true", dest="as_json", help="for machines")

    def handle(self, *, question: str, limit: int, language: str | None, as_json: bool, **options: Any) -> None:
        """Ask and print."""
        if not question.strip():
            raise CommandError('Type a question between quotes, for instance: bin/esv ask "Hoe richten we nazorg in?"')
        findings = selectors.find(question, limit=limit)
        if as_json:
            self.stdout.write(json.dumps(asdict(findings), ensure_ascii=False, indent=2))
            return
        with translation.override(language or findings.question_language or "nl"):
            console = Console(highlight=False, force_terminal=self.stdout.isatty())
            with console.capture() as shown:
                _print(findings, console)
        self.stdout.write(shown.get())


def _print(findings: Findings, console: Console) -> None:
    gettext = translation.gettext
    for asked, meant in findings.corrections.items():
        console.print(gettext("Searched for “%(meant)s” instead of “%(asked)s”.") % {"meant": meant, "asked": asked})
    if not findings.has_good_answer:
        console.print(gettext("We have nothing that answers this well. The nearest we have:"), style="bold")
    for number, finding in enumerate(findings.findings, start=1):
        _print_finding(number, finding, console)
    if not findings.is_complete:
        console.print(gettext("Not all texts can be found by meaning yet; try again in a minute."))


def _print_finding(number: int, finding: Finding, console: Console) -> None:
    console.print(Text(f"\n{number}. ") + _marked(finding.title) + Text(f"  [{names.kind(finding.kind)}]", style="dim"))
    console.print(Text("   ") + _marked(finding.passage))
    why = " · ".join(reasons.in_words(finding.reasons, page_language=finding.language))
    console.print(Text(f"   {why}" if why else "", style="italic"))
    console.print(Text("   " + " · ".join(_facts(finding)), style="dim"))


def _facts(finding: Finding) -> list[str]:
    ratings = [str(RATINGS[name](code).label) for name, code in finding.ratings.items() if name in RATINGS]
    status = [str(Status(finding.status).label)] if finding.status else []
    return [*ratings, *status, finding.path]


def _marked(segments: tuple[Segment, ...]) -> Text:
    return Text.assemble(
        *((segment.text, "bold underline") if segment.is_match else segment.text for segment in segments)
    )

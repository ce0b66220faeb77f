"""``bin/esv evaluate``: the doors for measuring, each with exactly the pipeline of the product."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress, TaskID

from esv.search import embedding, judging, live, measuring, selectors, stored_vectors


class Command(BaseCommand):
    """Measure retrieval on a corpus of others, or the answers of the starter catalogue."""

    help = "Measure: 'retrieval' on a corpus and questions in files, 'catalogue' on our own catalogue."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add a parser for each door; paths are relative to the folder the command is called from."""
        doors = parser.add_subparsers(
            dest="door", metavar="retrieval|catalogue", required=True, parser_class=argparse.ArgumentParser
        )
        retrieval = doors.add_parser("retrieval", help="a corpus and questions in JSON lines; writes a TREC run")
        retrieval.add_argument("--corpus", type=Path, required=True)
        retrieval.add_argument("--queries", type=Path, required=True)
        retrieval.add_argument("--vector-cache", type=Path, help="keep vectors in this folder for a next run")
        catalogue = doors.add_parser("catalogue", help="questions in YAML, asked as a visitor would")
        catalogue.add_argument("--questions", type=Path, required=True)
        for door in (retrieval, catalogue):
            door.add_argument("--out", type=Path, required=True)

    def handle(self, *, door: str, **options: Any) -> None:
        """Open the door asked for; a file that cannot be used is told in one line."""
        try:
            if door == "retrieval":
                self._retrieval(**options)
            else:
                self._catalogue(**options)
        except (measuring.MeasuringError, judging.QuestionFileError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename} cannot be read or written: {error.strerror}.") from error

    def _retrieval(self, *, corpus: Path, queries: Path, out: Path, vector_cache: Path | None, **_options: Any) -> None:
        with Progress(console=Console(stderr=True), transient=True) as bar:
            timing = measuring.evaluate_retrieval(
                corpus,
                queries,
                out,
                stored_vectors.embedder(),
                words=live.word_list(),
                vector_cache=vector_cache,
                progress=_shown_on(bar),
            )
        median = sorted(timing.query_ms.values())[len(timing.query_ms) // 2]
        self.stdout.write(
            f"{len(timing.query_ms)} questions asked; indexed in {timing.index_seconds:.1f} s, "
            f"median {median:.1f} ms a question, {timing.rss_mb:.0f} MB. Run: {out}"
        )

    def _catalogue(self, *, questions: Path, out: Path, **_options: Any) -> None:
        asked = judging.read_questions(questions)
        answers = list(judging.ask_all(asked, _as_a_visitor))
        lines = [{"id": one.id, "hits": one.hits, "abstained": one.abstained} for one in answers]
        out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        missing = stored_vectors.missing_count()
        if missing:
            self.stderr.write(
                f"{missing} passages have no vector yet: these figures are not those of the finished index."
            )
        for name, (mean, low, high, count) in judging.measures(asked, answers).items():
            self.stdout.write(f"{name:18} {mean:.3f}   95 % interval {low:.3f} to {high:.3f}   over {count} questions")


def _as_a_visitor(question: str) -> tuple[list[str], bool]:
    findings = selectors.find(question, limit=judging.MOST_HITS)
    return [finding.key for finding in findings.findings], not findings.has_good_answer


def _shown_on(bar: Progress) -> embedding.Progress:
    rows: dict[str, TaskID] = {}

    def show(what: str, done: int, total: int) -> None:
        if what not in rows:
            rows[what] = bar.add_task(what, total=total)
        bar.update(rows[what], completed=done)

    return show

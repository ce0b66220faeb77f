"""``bin/bench search|confidence [--questions FILE] [--scale FILE] [--write]``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import django

SHARED_QUESTIONS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "questions-dev.yaml"


def main() -> None:
    """Measure what is asked for, print the tables, and keep them when told to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from house.bench import confidence, quality, report, scale

    options = _options()
    if options.what == "one-size":
        scale.print_one(options.scale, options.size)
        return
    if options.what == "confidence":
        print(confidence.section(options.questions, write=options.write))
        return
    for name, text in (
        ("search-quality", quality.section(options.questions)),
        ("search-growth", scale.section(options.scale) if options.scale else ""),
    ):
        print(text, end="\n\n", flush=True)
        if options.write and text:
            report.write(name, text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measure, and show the tables.")
    parser.add_argument("what", choices=("search", "confidence", "one-size"))
    parser.add_argument("--questions", type=Path, default=SHARED_QUESTIONS, help="labelled questions (YAML)")
    parser.add_argument("--scale", type=Path, help="many real texts (JSON lines, also .gz), to see how search grows")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/measurements.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()

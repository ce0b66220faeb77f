"""Tables of measurements, on the screen and in ``docs/measurements.md``."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MEASUREMENTS = ROOT / "docs" / "measurements.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    lines = [" | ".join(head), " | ".join(["---", *["---:"] * (len(head) - 1)]), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" for line in lines)


def origin(command: str) -> str:
    """When, with what and on what a table was measured."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return (
        f"Measured on {date.today().isoformat()} with `{command}`, commit {commit.stdout.strip() or 'unknown'}, "  # noqa: DTZ011 - a day
        f"Python {platform.python_version()}, {os.cpu_count()} processor cores (shared, so times are upper bounds)."
    )


def write(section: str, body: str) -> None:
    """Replace a section of ``docs/measurements.md``, which is marked by comments, or add it at the end."""
    begin, end = f"<!-- begin {section} -->", f"<!-- end {section} -->"
    block = f"{begin}\n{body.strip()}\n{end}"
    old = MEASUREMENTS.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    fresh = pattern.sub(lambda _match: block, old) if pattern.search(old) else f"{old.rstrip()}\n\n{block}\n"
    MEASUREMENTS.write_text(fresh, encoding="utf-8")

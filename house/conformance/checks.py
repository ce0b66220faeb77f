"""The checks, one function for each instrument; each gives a verdict for every page or file it looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from house import setup
from house.conformance import tools
from house.conformance.pages import PROSE, Page, prose
from house.conformance.verdicts import Verdict, judge, not_run

SECONDS_FOR_ONE = 300
PUBLICCODE_SCHEMA = Path("schemas") / "publiccode-core-0.7-eigen.schema.json"


def answers(pages: Iterable[Page]) -> Iterator[Verdict]:
    """Whether the key pages are there at all."""
    for page in pages:
        findings = [] if page.status == 200 else [f"answers {page.status or 'nothing'}"]
        yield judge("page", unquote(page.path), findings)


def headers(validators: Path, site: str, pages: Iterable[Page]) -> Iterator[Verdict]:
    """The headers that internet.nl looks at."""
    runner = validators / "runners" / "headers_check.py"
    for page in pages:
        yield _run("headers", page.path, runner, [sys.executable, runner, "web", site + page.path])
    if not site.startswith("https:"):
        yield not_run(
            "headers", "strict transport security", "needs https; give --site https://… (one year, includeSubDomains)"
        )


def in_browser(validators: Path, site: str, pages: Iterable[Page]) -> Iterator[Verdict]:
    """Accessibility in a real browser, and what a screen reader says."""
    instruments = {"accessibility": "a11y.mjs", "screen reader": "schermlezer.mjs"}
    try:
        folder, environment = tools.node_folder(), tools.browser_environment()
    except tools.ToolError as error:
        yield from (not_run(check, "all pages", str(error)) for check in instruments)
        return
    for page in pages:
        for check, name in instruments.items():
            runner = validators / "runners" / name
            yield _run(check, page.path, runner, ["node", runner, site + page.path], folder, environment)


def reading(validators: Path, pages: Iterable[Page]) -> Iterator[Verdict]:
    """How hard the Dutch of the pages with running text is; a signal only, as the instrument itself says."""
    runner = validators / "runners" / "leesbaarheid.py"
    try:
        python = tools.python_environment("reading") / "python"
    except tools.ToolError as error:
        yield not_run("reading", "all pages", str(error))
        return
    for page in pages:
        if page.path not in PROSE:
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(prose(page.html))
            file.flush()
            verdict = _run("reading", page.path, runner, [python, runner, file.name])
        findings = [finding.replace(f"{file.name} ", "") for finding in verdict.findings]
        outcome = "signal" if verdict.outcome == "failed" else verdict.outcome
        yield Verdict(verdict.check, verdict.about, outcome, tuple(findings))


def publiccode(validators: Path) -> Verdict:
    """Whether ``publiccode.yml`` follows the standard."""
    schema = validators / PUBLICCODE_SCHEMA
    if not schema.exists():
        return not_run("publiccode", "publiccode.yml", f"{PUBLICCODE_SCHEMA} is not in the folder of validators")
    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")), format_checker=FormatChecker())
    written = yaml.safe_load((setup.ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    findings = [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(written)]
    return judge("publiccode", "publiccode.yml", findings)


def citation() -> Verdict:
    """Whether ``CITATION.cff`` follows the standard."""
    try:
        program = tools.python_environment("cffconvert") / "cffconvert"
    except tools.ToolError as error:
        return not_run("cffconvert", "CITATION.cff", str(error))
    return _run("cffconvert", "CITATION.cff", program, [program, "--validate"], setup.ROOT)


def licences() -> Verdict:
    """Whether every file has a licence."""
    program = Path(sys.executable).with_name("reuse")
    return _run("reuse", "all files", program, [program, "lint", "--lines"], setup.ROOT)


def _run(
    check: str,
    about: str,
    program: Path,
    command: list[str | Path],
    folder: Path = setup.ROOT,
    environment: Mapping[str, str] | None = None,
) -> Verdict:
    """Run an instrument and read its verdict: the exit code, and as findings the lines that say what is wrong."""
    about = unquote(about)
    if not program.exists():
        return not_run(check, about, f"{program.name} is not there")
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            timeout=SECONDS_FOR_ONE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return not_run(check, about, f"no outcome within {SECONDS_FOR_ONE} s")
    return read(check, about, done)


def read(check: str, about: str, done: subprocess.CompletedProcess[str]) -> Verdict:
    """The verdict of an instrument that has ended; one that broke down without a finding could not run."""
    if done.returncode == 0:
        return judge(check, about, [])
    said = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    findings = [line for line in said if line.startswith(("FOUT", "LET OP"))]
    if findings:
        return judge(check, about, findings)
    if check in ("reuse", "cffconvert"):
        return judge(check, about, [*said, *done.stderr.split("\n")[-6:]] or ["no explanation was given"])
    return not_run(check, about, " ".join(done.stderr.split()[-60:]) or f"it ended with {done.returncode}")

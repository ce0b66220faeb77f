"""The checks, one function for each instrument; each gives a verdict for every page or file it looked at."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from house import setup
from house.conformance import tools
from house.conformance.instruments import Instrument
from house.conformance.pages import PROSE, Page, prose
from house.conformance.verdicts import Verdict, as_signal, judge, not_run

PUBLICCODE_SCHEMA = Path("schemas") / "publiccode-core-0.7-eigen.schema.json"
#: How the runners begin a line that says what is wrong.
MARKS = ("FOUT", "LET OP")


def answers(pages: Iterable[Page]) -> Iterator[Verdict]:
    """Whether the key pages are there at all."""
    for page in pages:
        findings = [] if page.status == 200 else [f"answers {page.status or 'nothing'}"]
        yield judge("page", unquote(page.path), findings)


def headers(validators: Path, site: str, pages: Iterable[Page]) -> Iterator[Verdict]:
    """The headers that internet.nl looks at."""
    runner = validators / "runners" / "headers_check.py"
    instrument = Instrument("headers", (sys.executable, runner, "web"), runner, marks=MARKS)
    for page in pages:
        yield instrument.look(page.path, site + page.path)
    if not site.startswith("https:"):
        why = "needs https (one year, includeSubDomains): give --site https://…"
        yield not_run("headers", "strict transport security", why)


def in_browser(validators: Path, site: str, pages: Iterable[Page]) -> Iterator[Verdict]:
    """Accessibility in a real browser, and what a screen reader says."""
    names = {"accessibility": "a11y.mjs", "screen reader": "schermlezer.mjs"}
    try:
        folder, environment = tools.node_folder(), tools.browser_environment()
    except tools.ToolError as error:
        yield from (not_run(check, "all pages", str(error)) for check in names)
        return
    runners = {check: validators / "runners" / name for check, name in names.items()}
    instruments = [
        Instrument(check, ("node", runner), runner, folder, environment, MARKS) for check, runner in runners.items()
    ]
    for page in pages:
        for instrument in instruments:
            yield instrument.look(page.path, site + page.path)


def reading(validators: Path, pages: Iterable[Page]) -> Iterator[Verdict]:
    """How hard the Dutch of the pages with running text is; a signal only, as the instrument itself says."""
    runner = validators / "runners" / "leesbaarheid.py"
    try:
        python = tools.python_environment("reading") / "python"
    except tools.ToolError as error:
        yield not_run("reading", "all pages", str(error))
        return
    instrument = Instrument("reading", (python, runner), runner, marks=MARKS)
    for page in pages:
        if page.path in PROSE:
            yield _reading(instrument, page)


def _reading(instrument: Instrument, page: Page) -> Verdict:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(prose(page.html))
        file.flush()
        return as_signal(instrument.look(page.path, file.name), without=f"{file.name} ")


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
    return Instrument("cffconvert", (program, "--validate"), program).look("CITATION.cff")


def licences() -> Verdict:
    """Whether every file has a licence."""
    program = Path(sys.executable).with_name("reuse")
    return Instrument("reuse", (program, "lint", "--lines"), program).look("all files")

"""All checks that need no test: format, lint, types, contracts, templates, migrations, translations, licences.

``python -m house.check`` runs them all and names those that failed; ``python -m house.check types contracts``
runs the named ones.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COMMAND = (sys.executable, "-m", "config.commandline")

#: Licences of packages that may go together with EUPL-1.2 (its appendix, and the permissive ones).
LICENCES = (
    "MIT", "BSD", "Apache", "ISC", "Python Software Foundation", "PSF", "MPL", "Mozilla", "LGPL", "Lesser General",
    "EUPL", "CC0", "Unlicense", "0BSD", "Zlib", "PostgreSQL", "Public Domain",
)  # fmt: skip


def checks() -> dict[str, Sequence[str]]:
    """The command of each check, by name."""
    return {
        "format": (str(BIN / "ruff"), "format", "--check", "."),
        "lint": (str(BIN / "ruff"), "check", "."),
        "types": (str(BIN / "mypy"), "."),
        "contracts": (str(BIN / "lint-imports"), "--no-cache"),
        "templates": (str(BIN / "djade"), "--target-version", "5.2", "--check", *_templates()),
        "settings": (*COMMAND, "check", "--fail-level", "WARNING"),
        "migrations": (*COMMAND, "makemigrations", "--check", "--dry-run"),
        "translations": (sys.executable, "-m", "house.translations", "check"),
        "packages": (
            str(BIN / "pip-licenses"), "--format=plain", "--partial-match", "--allow-only", ";".join(LICENCES),
            "--packages", *_packages(),
        ),
        "licences": (str(BIN / "reuse"), "lint", "--quiet"),
    }  # fmt: skip


def _templates() -> list[str]:
    return [str(path) for path in sorted(ROOT.glob("esv/*/templates/**/*.html"))]


def _packages() -> list[str]:
    """The packages that the product runs with; tools of developers are not passed on."""
    lines = (ROOT / "requirements" / "product.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if "==" in line]


def run(name: str, command: Sequence[str]) -> bool:
    """Run one check; its output is shown when it fails."""
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    verdict = "failed" if done.returncode else "ok"
    print(f"{name:14}{verdict:8}{time.monotonic() - started:5.1f} s", flush=True)
    if done.returncode:
        print(f"{done.stdout}{done.stderr}", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run the checks named on the command line, or all; return 1 when one failed."""
    known = checks()
    names = sys.argv[1:] or list(known)
    if unknown := [name for name in names if name not in known]:
        raise SystemExit(f"There is no check named {', '.join(unknown)}. There are: {', '.join(known)}.")
    failed = [name for name in names if not run(name, known[name])]
    if failed:
        print(f"\nFailed: {', '.join(failed)}. One check alone: bin/check {failed[0]}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())

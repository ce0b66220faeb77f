"""Set the product up, step by step; a second run skips what is done.

Runs on Python's standard library alone. Each step names the files it depends on; its stamp under ``var/stamps``
holds their fingerprint, so that a changed lock file repeats exactly the steps that need it. A step that is
interrupted leaves no stamp and is done again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
VENV = Path(os.environ.get("ESV_VENV", ROOT / ".venv"))
BOOTSTRAP = VENV.with_name(VENV.name + "-bootstrap")
PYTHON = VENV / "bin" / "python"


@dataclass(frozen=True)
class Step:
    """One step of the set-up: what it says, what it depends on, what it leaves behind, what it does."""

    name: str
    says: str
    inputs: tuple[str, ...]
    leaves: tuple[Path, ...]
    run: Callable[[], None]

    @property
    def stamp(self) -> Path:
        """Where the fingerprint of the last finished run is kept: one for each environment where it fills one."""
        owner = f"{VENV.name.lstrip('.')}-" if any(VENV in path.parents for path in self.leaves) else ""
        return VAR / "stamps" / f"{owner}{self.name}"

    def fingerprint(self) -> str:
        """Hash of the step's inputs."""
        digest = hashlib.sha256()
        for path in sorted(found for pattern in self.inputs for found in ROOT.glob(pattern)):
            if path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
        return digest.hexdigest()

    def is_done(self) -> bool:
        """Whether the last finished run had the same inputs and what it left is still there."""
        return (
            all(path.exists() for path in self.leaves)
            and self.stamp.exists()
            and self.stamp.read_text() == self.fingerprint()
        )


def run(*command: str | Path, env: dict[str, str] | None = None, folder: Path | None = None) -> None:
    """Run a command in the project folder, or another. Its output goes to ``var/log/setup.log``; a failure shows it.

    Raises:
        SystemExit: the command failed; the last lines of its output and the log file are named.
    """
    log = VAR / "log" / "setup.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=folder or ROOT, env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
    with log.open("a", encoding="utf-8") as file:
        file.write(f"$ {' '.join(words)}\n{done.stdout}{done.stderr}\n")
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise SystemExit(
            f"\n{tail}\n\nThis step failed. All output is in {log}. Run the command again to go on from here."
        )


def make_environment() -> None:
    """Make the two environments: one that holds uv, and the product's own."""
    if not (BOOTSTRAP / "bin" / "uv").exists():
        run(sys.executable, "-m", "venv", "--clear", BOOTSTRAP)
    requirements = ROOT / "requirements" / "bootstrap.txt"
    run(BOOTSTRAP / "bin" / "python", "-m", "pip", "install", "--require-hashes", "-r", requirements)
    if not PYTHON.exists():
        run(BOOTSTRAP / "bin" / "uv", "venv", "--python", sys.executable, VENV)


def install_python_packages() -> None:
    """Install exactly what the lock files name, and nothing else."""
    run(
        BOOTSTRAP / "bin" / "uv", "pip", "sync", "--system-certs", "--require-hashes", "--python", PYTHON,
        "requirements/product.txt", "requirements/develop.txt",
    )  # fmt: skip


def node() -> Path:
    """The folder of node and npm: the machine's own when it is recent enough, else the one of a Python package."""
    found = shutil.which("node")
    if found and shutil.which("npm"):
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= 20:
            return Path(found).parent
    tools = VAR / "node"
    if not (tools / "bin" / "npm").exists():
        run(sys.executable, "-m", "venv", "--clear", tools)
        requirements = ROOT / "requirements" / "node.txt"
        run(tools / "bin" / "python", "-m", "pip", "install", "--require-hashes", "-r", requirements)
    return tools / "bin"


def with_node() -> dict[str, str]:
    """The environment in which node and npm are found."""
    return {"PATH": f"{node()}{os.pathsep}{os.environ['PATH']}"}


def install_node_packages() -> None:
    """Install the styles, fonts and scripts of others, and the tools that bundle and check them."""
    run("npm", "ci", "--no-progress", env=with_node())


def build_assets() -> None:
    """Bundle styles, scripts and fonts into ``var/assets``, from where Django serves them."""
    run("node", "house/assets.mjs", env=with_node())


def convert_model() -> None:
    """Convert the search model from its package into the form the product reads."""
    run(PYTHON, "-m", "esv.search.vectors.convert_e5", "--out", VAR / "model")


def make_word_lists() -> None:
    """Make the word lists of the search speller from the dictionaries among the installed packages."""
    run(PYTHON, "-m", "esv.search.analysis.word_list", "--out", VAR / "words")


def compile_translations() -> None:
    """Compile the Dutch texts of the interface."""
    run(PYTHON, "-m", "house.translations", "compile")


def unpack_browser() -> None:
    """Unpack the browser that the tests use."""
    run("node", "house/browser.mjs", VAR / "browser", env=with_node())


STEPS = {
    step.name: step
    for step in (
        Step(
            "environment",
            "making the Python environment",
            ("requirements/bootstrap.txt",),
            (PYTHON,),
            make_environment,
        ),
        Step(
            "packages",
            "installing the locked Python packages",
            ("requirements/product.txt", "requirements/develop.txt"),
            (VENV / "bin" / "mypy",),
            install_python_packages,
        ),
        Step(
            "node",
            "installing styles, fonts and scripts",
            ("package.json", "package-lock.json"),
            (ROOT / "node_modules" / "esbuild",),
            install_node_packages,
        ),
        Step(
            "assets",
            "bundling styles and scripts",
            ("package-lock.json", "house/assets.mjs", "esv/*/styles/**/*", "esv/*/scripts/**/*"),
            (VAR / "assets", VAR / "static"),
            build_assets,
        ),
        Step(
            "model",
            "converting the search model (about a minute)",
            ("esv/search/vectors/*.py", "esv/search/vectors/reference/*"),
            (VAR / "model" / "model.json",),
            convert_model,
        ),
        Step(
            "words",
            "making the word lists of the speller",
            ("package-lock.json", "esv/search/analysis/hunspell.py", "esv/search/analysis/word_list.py"),
            (VAR / "words" / "nl.npy", VAR / "words" / "en.npy"),
            make_word_lists,
        ),
        Step(
            "translations",
            "compiling the Dutch texts",
            ("locale/*/LC_MESSAGES/*.po",),
            (),
            compile_translations,
        ),
        Step(
            "browser",
            "unpacking the browser for the tests",
            ("package-lock.json",),
            (VAR / "browser" / "chromium",),
            unpack_browser,
        ),
    )
}
FOR_SERVING = ("environment", "packages", "node", "assets", "model", "words", "translations")
FOR_TESTING = (*FOR_SERVING, "browser")


def set_up(names: Iterable[str]) -> None:
    """Run the named steps in order, skipping what is done."""
    todo = [STEPS[name] for name in names if not STEPS[name].is_done()]
    for number, step in enumerate(todo, start=1):
        print(f"[{number}/{len(todo)}] {step.says} …", flush=True)
        started = time.monotonic()
        step.run()
        step.stamp.parent.mkdir(parents=True, exist_ok=True)
        step.stamp.write_text(step.fingerprint())
        print(f"      done in {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Read the purpose from the command line and set up what it needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--for", dest="purpose", choices=("serving", "testing"), default="testing")
    purpose = parser.parse_args().purpose
    try:
        set_up(FOR_SERVING if purpose == "serving" else FOR_TESTING)
    except KeyboardInterrupt:
        raise SystemExit("\nStopped. Nothing is broken: run the command again to go on from here.") from None


if __name__ == "__main__":
    main()

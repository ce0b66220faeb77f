"""What the instruments need: two small Python environments, a folder of npm packages and the browser.

Each is installed at first use from a locked list in this folder and again only when that list changes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from house import setup

LISTS = Path(__file__).resolve().parent
PLACE = setup.VAR / "conformance"
NODE_LISTS = ("package.json", "package-lock.json")


class ToolError(RuntimeError):
    """Something an instrument needs could not be installed; the message holds the end of the output."""


def python_environment(name: str) -> Path:
    """The folder of programs of a Python environment that holds what ``<name>.txt`` lists.

    Raises:
        ToolError: it could not be installed.
    """
    folder = PLACE / name
    requirements = LISTS / f"{name}.txt"
    uv = setup.BOOTSTRAP / "bin" / "uv"

    def install() -> None:
        setup.run(uv, "venv", "--clear", "--python", setup.PYTHON, folder)
        setup.run(
            uv, "pip", "sync", "--system-certs", "--require-hashes", "--python", folder / "bin" / "python", requirements
        )

    _once(f"conformance-{name}", (requirements,), folder / "bin" / "python", install)
    return folder / "bin"


def node_folder() -> Path:
    """The folder from which the instruments in JavaScript find their packages.

    Raises:
        ToolError: they could not be installed.
    """
    folder = PLACE / "node"

    def install() -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name in NODE_LISTS:
            shutil.copyfile(LISTS / name, folder / name)
        # Not with --prefix: npm then no longer reads the settings of the machine, such as its certificates.
        setup.run("npm", "ci", "--ignore-scripts", "--no-progress", env=setup.with_node(), folder=folder)

    _once("conformance-node", tuple(LISTS / name for name in NODE_LISTS), folder / "node_modules", install)
    return folder


def browser_environment() -> dict[str, str]:
    """The environment in which an instrument finds node and the browser that ``bin/setup`` unpacked.

    Raises:
        ToolError: the browser is not there.
    """
    browser = setup.VAR / "browser" / "chromium"
    if not browser.exists():
        raise ToolError("the browser is not unpacked: run bin/setup")
    libraries = (browser.parent / "library-path").read_text(encoding="utf-8").strip()
    known = [path for path in (libraries, os.environ.get("LD_LIBRARY_PATH", "")) if path]
    return {**setup.with_node(), "CHROMIUM": str(browser), "LD_LIBRARY_PATH": os.pathsep.join(known)}


def _once(name: str, inputs: tuple[Path, ...], leaves: Path, install: Callable[[], None]) -> None:
    paths = tuple(str(path.relative_to(setup.ROOT)) for path in inputs)
    step = setup.Step(name, f"installing {name}", paths, (leaves,), install)
    if step.is_done():
        return
    try:
        step.run()
    except SystemExit as error:
        raise ToolError(f"{step.says} failed: {error}") from error
    step.stamp.parent.mkdir(parents=True, exist_ok=True)
    step.stamp.write_text(step.fingerprint())

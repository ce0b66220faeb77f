"""The Dutch texts of the interface: ``python -m house.translations compile | collect``.

Works with the ``polib`` library, so that no gettext programs need to be installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def compile_all() -> None:
    """Write the ``.mo`` file beside every ``.po`` file."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    {"compile": compile_all}[sys.argv[1]]()

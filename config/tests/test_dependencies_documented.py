import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON_LISTS = ("requirements/*.in", "house/conformance/*.in")
NODE_LISTS = ("package.json", "house/conformance/package.json")


def normal(name: str) -> str:
    return name if name.startswith("@") else re.sub(r"[-_]+", "-", name).lower()


def asked_for() -> set[str]:
    names: set[str] = set()
    for file in (file for pattern in PYTHON_LISTS for file in ROOT.glob(pattern)):
        names.update(re.findall(r"^\w[\w.-]*", file.read_text(encoding="utf-8"), flags=re.MULTILINE))
    for path in NODE_LISTS:
        listed = json.loads((ROOT / path).read_text(encoding="utf-8"))
        names.update(listed.get("dependencies", {}), listed.get("devDependencies", {}))
    return {normal(name) for name in names}


def documented() -> dict[str, list[str]]:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|(.*)\|$", page, flags=re.MULTILINE)
    return {normal(name): [cell.strip() for cell in rest.split("|")] for name, rest in rows}


def test_every_package_asked_for_is_documented_and_no_other():
    assert asked_for() == set(documented())


@pytest.mark.parametrize("name", documented())
def test_every_package_says_why_it_is_here_who_keeps_it_and_its_licence(name):
    cells = documented()[name]

    assert len(cells) == 3
    assert all(cells)

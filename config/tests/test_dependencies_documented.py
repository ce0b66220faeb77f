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
    names = set()
    for path in (path for pattern in PYTHON_LISTS for path in ROOT.glob(pattern)):
        names |= {
            match[0]
            for line in path.read_text(encoding="utf-8").splitlines()
            if (match := re.match(r"[\w.-]+", line))
            if not line.startswith("-")
        }
    for path in NODE_LISTS:
        listed = json.loads((ROOT / path).read_text(encoding="utf-8"))
        names |= {*listed.get("dependencies", {}), *listed.get("devDependencies", {})}
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

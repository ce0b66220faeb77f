import re

import pytest
from django.core.management import get_commands

from house.setup import ROOT

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page):
    path = ROOT / page
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))

    broken = [link for link in links if ":" not in link and not (path.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_is_explained_exists(page):
    written = (ROOT / page).read_text(encoding="utf-8")

    scripts = {name for name in re.findall(r"(?<![\w/])bin/([a-z]+)\b", written) if not (ROOT / "bin" / name).exists()}
    commands = set(re.findall(r"\bbin/esv ([a-z_]+)\b", written)) - {*get_commands(), "help"}

    assert (scripts, commands) == (set(), set())


def test_all_descriptions_name_the_same_version():
    written = {
        "pyproject.toml": r'^version = "([^"]+)"',
        "publiccode.yml": r"^softwareVersion: (\S+)",
        "CITATION.cff": r"^version: (\S+)",
        "CHANGELOG.md": r"^## \[(\d[^\]]*)\]",
    }

    versions = {
        re.findall(pattern, (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[0]
        for name, pattern in written.items()
    }

    assert len(versions) == 1

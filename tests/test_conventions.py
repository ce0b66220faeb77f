"""How our code looks, as far as a program can see it."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for path in (ROOT / "esv").rglob("*.py") if not {"tests", "migrations"} & set(path.parts))
TEMPLATES = sorted((ROOT / "esv").glob("*/templates/**/*.html"))
STYLES = sorted((ROOT / "esv" / "design" / "styles").rglob("*.css"))
BY_PATTERN = re.compile(r"styleguide/\w+\.html$|components/\w+\.html$|errors/\w+\.html$")
LONGEST_FUNCTION = 55
LONGEST_FILE = 400


def functions(path):
    return [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def length(function):
    return (function.end_lineno or 0) - function.lineno + 1


def test_every_template_is_used():
    mentioned = "".join(path.read_text() for path in (*SOURCES, *TEMPLATES))
    names = {str(path).split("/templates/", 1)[1] for path in TEMPLATES}

    assert {name for name in names if name not in mentioned and not BY_PATTERN.search(name)} == set()


def test_every_component_template_belongs_to_a_component():
    rendered = "".join(path.read_text() for path in SOURCES)

    for path in TEMPLATES:
        if "/components/" in str(path):
            assert f"components/{path.name}" in rendered, path


def test_no_template_has_style_or_script_in_itself():
    for path in TEMPLATES:
        text = path.read_text()

        assert not re.search(r"<style|\sstyle=|\son\w+=", text), path
        assert not re.search(r"<script(?![^>]*src=)", text), path


def test_templates_load_nothing_from_elsewhere():
    for path in (*TEMPLATES, *STYLES):
        assert not re.search(r"(?:src=\"|url\([\"']?)(?:https?:)?//", path.read_text()), path


def test_every_class_in_a_template_has_a_style_or_a_purpose():
    styles = "".join(path.read_text() for path in STYLES)
    vendor = ("nl-", "utrecht-", "prose", "icon", "results", "home", "swatch__colour--", "standing")

    for path in TEMPLATES:
        for classes in re.findall(r'class="([^"{}]+)"', path.read_text()):
            for name in classes.split():
                assert f".{name}" in styles or name.startswith(vendor), f"{name} in {path.name}"


def test_functions_are_small():
    lengths = sorted(length(function) for path in SOURCES for function in functions(path))

    assert lengths[-1] <= LONGEST_FUNCTION
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 34


def test_files_are_about_one_subject():
    long = {path.name: lines for path in SOURCES if (lines := path.read_text().count("\n")) > LONGEST_FILE}

    assert long == {}
    assert not [path for path in SOURCES if path.stem in {"utils", "helpers", "common", "misc"}]


@pytest.mark.parametrize("module", ["services", "selectors"])
def test_every_door_of_an_app_says_what_a_caller_must_know(module):
    for path in SOURCES:
        if path.stem == module:
            for function in functions(path):
                if not function.name.startswith("_"):
                    assert ast.get_docstring(function), f"{function.name} in {path}"


def test_no_app_sends_signals():
    for path in SOURCES:
        assert "django.dispatch" not in path.read_text(), path
        assert "db.models.signals" not in path.read_text(), path


def test_every_app_says_what_it_is_for():
    for config in apps.get_app_configs():
        if config.name.startswith("esv."):
            assert config.module.__doc__, config.name

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
READ_IN = ("config/settings.py", "config/gunicorn.py")
READERS = {"text", "secret", "boolean", "integer", "choice", "words"}


def variables_read(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if ast.unparse(node.func.value) == "env" and node.func.attr in READERS:
            name = ast.literal_eval(node.args[0])
            yield name
            if node.func.attr == "secret":
                yield f"{name}_FILE"


def documented() -> dict[str, list[str]]:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    section = page.partition("## The product")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([A-Z_]+)` \|(.*)\|$", section, flags=re.MULTILINE)
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in rows}


def test_every_variable_the_product_reads_is_documented_and_no_other():
    read = {name for path in READ_IN for name in variables_read((ROOT / path).read_text(encoding="utf-8"))}

    assert read == set(documented())


@pytest.mark.parametrize("name", documented())
def test_every_setting_says_its_meaning_its_default_and_what_production_needs(name):
    cells = documented()[name]

    assert len(cells) == 3
    assert all(cells)


def test_no_setting_is_read_past_the_typed_readers():
    past = [path for path in READ_IN if "os.environ" in (ROOT / path).read_text(encoding="utf-8")]

    assert past == []

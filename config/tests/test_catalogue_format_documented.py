import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from esv.exchange.kinds import LAYOUTS

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "catalogue-format.md"


def sections() -> dict[str, str]:
    name, *rest = re.split(r"^## (.+)\n", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return dict(zip([name, *rest[1::2]], rest[::2], strict=True))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def fields_of(record: type[BaseModel]) -> Iterator[str]:
    for name, field in record.model_fields.items():
        yield re.sub(r"_(nl|en)$", "_*", field.alias or name)
        for model in models_in(field.annotation):
            yield from fields_of(model)


@pytest.mark.parametrize("file", LAYOUTS)
def test_every_field_of_a_file_is_explained(file):
    written = sections()["For all files"] + sections()[file]
    named = set(re.findall(r"`([a-z_]+\*?)`", written))

    fields = {field for kind in LAYOUTS[file].kinds for field in fields_of(kind.record)}

    assert {field for field in fields if field not in named and field.replace("_*", "_en") not in named} == set()


def test_every_file_is_explained_and_no_other():
    assert set(sections()) - {"For all files"} == set(LAYOUTS)

"""From records to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from esv.editorial.records import in_file
from esv.exchange.kinds import Kind, Layout


class _Dumper(yaml.CSafeDumper):
    """Writes every value out, however often it is the same one."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Never an alias."""
        return True


def write(file: Path, layout: Layout) -> Path:
    """Write what is in the catalogue of the kinds of one file."""
    file.write_text(as_yaml(_content(layout)), encoding="utf-8")
    return file


def as_yaml(content: object) -> str:
    """Plain values as the text of a file."""
    return str(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100_000))


def _content(layout: Layout) -> list[Any] | dict[str, Any]:
    if layout.items:
        return _all(layout.items)
    head = _all(layout.head)[:1] if layout.head else []
    content: dict[str, Any] = head[0] if head else {}
    return content | {name: _all(kind) for name, kind in (layout.sections or {}).items()}


def _all(kind: Kind) -> list[dict[str, Any]]:
    return [in_file(record) for record in kind.current().values()]

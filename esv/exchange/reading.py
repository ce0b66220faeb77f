"""From bytes to values: YAML, read without trust.

YAML can do much that a catalogue does not need and that can hurt: aliases that grow without end, tags that make
objects, nesting that overflows. Those are refused by reading the events of the parser one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml
from django.utils.translation import gettext as _
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from esv.editorial.records import Path
from esv.exchange.problems import Problem

MOST_BYTES = 10_000_000  # thirty times the largest file of the starter edition
DEEPEST = 30
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")}


class Unreadable(Exception):  # noqa: N818 - it is what the file is
    """A file cannot be read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class Document:
    """What a file holds.

    Attributes:
        name: folder and file.
        content: its bytes.
        data: its values.
        lines: the line, from one, of every value by the path that leads to it.
        problems: what is wrong with it but does not stop the reading.
    """

    name: str
    content: bytes = b""
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """The line of a value, or of what it should have been in."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read(file: FilePath) -> Document:
    """Read a file.

    Raises:
        Unreadable: it is too large, no UTF-8, empty, no YAML, or YAML that is not accepted here.
    """
    document = Document(f"{file.resolve().parent.name}/{file.name}")
    document.content = _bytes(file, document.name)
    _Reader(document, _text(document)).read()
    return document


def _bytes(file: FilePath, name: str) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            advice = _("Files of at most %(most)s MB are read; divide it.") % {"most": MOST_BYTES // 1_000_000}
            raise Unreadable(Problem(name, _("This file is too large."), advice))
        return file.read_bytes()
    except OSError as error:
        problem = Problem(name, _("This file cannot be read."), str(error.strerror or ""))
        raise Unreadable(problem) from error


def _text(document: Document) -> str:
    try:
        text = document.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("Byte %(place)s is not UTF-8.") % {"place": error.start + 1}
        line = document.content.count(b"\n", 0, error.start) + 1
        problem = Problem(document.name, message, _("Save the file as UTF-8."), line)
        raise Unreadable(problem) from error
    if not text.strip():
        raise Unreadable(Problem(document.name, _("This file is empty."), _("Leave it out, or fill it.")))
    return text


class _Reader:
    """Builds the values of one document."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.loader = yaml.CSafeLoader(text)

    def read(self) -> None:
        try:
            self._skip_to_content()
            self.document.data = self._value(self._next(), ())
            self._refuse_second_document()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message = _("This is not YAML (column %(column)s): %(what)s.") % {
                "column": mark.column + 1 if mark else "?",
                "what": error.problem or error.context,
            }
            self._stop(message, _("Look at indents, quotes and colons here."), mark)
        except yaml.reader.ReaderError as error:
            self._stop(
                _("Character %(place)s may not stand in YAML.") % {"place": int(error.position) + 1}, _("Remove it.")
            )
        finally:
            self.loader.dispose()

    def _next(self) -> Any:
        return self.loader.get_event()

    def _skip_to_content(self) -> None:
        self._next()  # the beginning of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._stop(_("This file is empty."), _("Leave it out, or fill it."))

    def _refuse_second_document(self) -> None:
        self._next()  # the end of the document
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._stop(_("A second document begins here."), _("Use one document for each file."), event.start_mark)

    def _value(self, event: Any, path: Path) -> Any:
        self.document.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._stop(_("Aliases (*) are not accepted."), _("Write the value out."), event.start_mark)
        if len(path) > DEEPEST:
            self._stop(_("This is nested too deeply."), _("Use fewer levels."), event.start_mark)
        if event.tag and not event.implicit:
            self._refuse_tag(event.tag, event.start_mark)
        return self._list(path) if isinstance(event, SequenceStartEvent) else self._mapping(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._name(event)
            here = (*path, name)
            if name in values:
                self._note(_("This field is there twice."), _("Keep one of the two."), event.start_mark, here)
            self.document.lines[here] = event.start_mark.line + 1
            values[name] = self._value(self._next(), here)
        return values

    def _name(self, event: Any) -> str:
        if not isinstance(event, ScalarEvent) or event.value == "<<":
            self._stop(_("The name of a field must be a word."), _("Write name: value."), event.start_mark)
        return str(event.value)

    def _scalar(self, event: ScalarEvent) -> Any:
        tag = event.tag or self.loader.resolve(  # type: ignore[no-untyped-call]
            yaml.ScalarNode, event.value, event.implicit
        )
        if tag not in _PLAIN_TAGS:
            self._refuse_tag(tag, event.start_mark)
        try:
            return self.loader.construct_object(yaml.ScalarNode(tag, event.value))
        except ValueError:
            self._stop(_("“%(text)s” is not a value.") % {"text": event.value[:60]}, "", event.start_mark)

    def _refuse_tag(self, tag: str, mark: Any) -> None:
        self._stop(_("The tag %(tag)s is not accepted.") % {"tag": tag[:60]}, _("Write a plain value."), mark)

    def _note(self, message: str, advice: str, mark: Any, path: Path) -> None:
        self.document.problems.append(Problem(self.document.name, message, advice, mark.line + 1, path=path))

    def _stop(self, message: str, advice: str, mark: Any = None) -> None:
        raise Unreadable(Problem(self.document.name, message, advice, mark.line + 1 if mark else None))


def entry_at(data: Any, path: Path) -> str:
    """The id of the innermost entry on the way to a value; empty where there is none."""
    found = ""
    for step in ((), *path):
        data = data if step == () else _inside(data, step)
        if isinstance(data, Mapping) and isinstance(data.get("id"), str):
            found = data["id"]
    return found


def _inside(data: Any, step: Any) -> Any:
    if isinstance(data, Mapping):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None

"""Reading a bilingual field in the reader's language, and saying so when it is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class ReaderText:
    """A text as a reader gets it.

    Attributes:
        text: the text; empty only where it is there in no language.
        language: the language in which it is written, for the ``lang`` attribute.
        is_translated: False where the reader gets the other language and must be told so.
    """

    text: str
    language: str
    is_translated: bool

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ReaderList:
    """A list of texts as a reader gets it; see ``ReaderText``."""

    items: tuple[str, ...]
    language: str
    is_translated: bool


def read(thing: Model, field: str, language: str) -> ReaderText:
    """Read ``field`` (``title`` means ``title_nl`` and ``title_en``) in the reader's language.

    Raises:
        AttributeError: the thing has no such bilingual field.
    """
    for written_in in _preferred_first(language):
        text = getattr(thing, f"{field}_{written_in}")
        if text:
            return ReaderText(text, written_in, is_translated=written_in == language)
    return ReaderText("", language, is_translated=True)


def read_list(thing: Model, field: str, language: str) -> ReaderList:
    """Read a field that holds a list of texts in the reader's language.

    Raises:
        AttributeError: the thing has no such bilingual field.
    """
    for written_in in _preferred_first(language):
        items = getattr(thing, f"{field}_{written_in}")
        if items:
            return ReaderList(tuple(items), written_in, is_translated=written_in == language)
    return ReaderList((), language, is_translated=True)


def written(thing: Model, field: str, language: str) -> str:
    """The text of a field in exactly this language; empty where it is not there.

    Raises:
        AttributeError: the thing has no such bilingual field.
    """
    text: str = getattr(thing, f"{field}_{language}")
    return text


def headed(heading: str, text: str) -> str:
    """A text under a heading, as Markdown; nothing without a text."""
    return f"## {heading}\n\n{text}" if text else ""


def joined(parts: Iterable[str]) -> str:
    """Parts of a text with an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def _preferred_first(language: str) -> tuple[str, ...]:
    return (language, *(other for other in LANGUAGES if other != language))

"""What entries look like in files: the parts that every app's records share.

A record has the names of the model's fields; where a file calls a field something else, that is its alias. Errors
carry a type of their own, so that the importer can say in the reader's language what is wrong and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin

from django.core.exceptions import ValidationError as UrlError
from django.core.validators import URLValidator
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    StrictBool,
    StrictInt,
    ValidationInfo,
    field_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from esv.editorial import states
from esv.editorial.vocabulary import Status

Path = tuple[str | int, ...]
R = TypeVar("R", bound="Record")

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_check_url = URLValidator(schemes=["http", "https"])


def _readable(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("empty_text", "empty")
    if _CONTROL_CHARACTERS.search(text):
        raise PydanticCustomError("control_characters", "control characters")
    return text


def _web_address(text: str) -> str:
    try:
        _check_url(text)
    except UrlError as error:
        raise PydanticCustomError("bad_url", "not a web address") from error
    return text


Slug = Annotated[str, Field(pattern=_SLUG, max_length=80)]
Text = Annotated[str, Field(max_length=20_000), AfterValidator(_readable)]
LongLabel = Annotated[str, Field(max_length=300), AfterValidator(_readable)]
Label = Annotated[str, Field(max_length=200), AfterValidator(_readable)]
ShortLabel = Annotated[str, Field(max_length=100), AfterValidator(_readable)]
Url = Annotated[str, Field(max_length=500), AfterValidator(_web_address)]
Year = Annotated[StrictInt, Field(ge=1800, le=2100)]
Months = Annotated[StrictInt, Field(ge=1, le=120)]
Yes = StrictBool

STATUS_IN_FILES = {
    Status.DRAFT: "draft",
    Status.UNREVIEWED: "starter edition, not yet reviewed by two mandated editors",
    Status.PUBLISHED: "published",
}


def _status_from_file(value: object) -> object:
    for status, words in STATUS_IN_FILES.items():
        if value == words:
            return status
    if isinstance(value, Status):
        return value
    raise PydanticCustomError("unknown_code", "not a status", {"expected": " | ".join(STATUS_IN_FILES.values())})


FileStatus = Annotated[
    Status,
    BeforeValidator(_status_from_file),
    PlainSerializer(lambda status: STATUS_IN_FILES[Status(status)]),
]


class EntryId(str):
    """The id of another entry; its class says of which kind."""

    __slots__ = ()
    kind: ClassVar[str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept a text in the shape of an id."""
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(strict=True, pattern=_SLUG, max_length=80)
        )


class SourceId(EntryId):
    """The id of a source; also apps that do not know sources may name one."""

    kind = "source"


class Record(BaseModel):
    """A mapping in a file. Unknown fields are refused; a text in one language needs the other too."""

    UNPAIRED: ClassVar[frozenset[str]] = frozenset()  # each language has as many as it needs, perhaps none

    model_config = ConfigDict(extra="forbid", validate_default=True)

    @field_validator("*", mode="after")
    @classmethod
    def _is_there_in_both_languages(cls, value: Any, info: ValidationInfo) -> Any:
        """Compare the English field with the Dutch one, which stands before it."""
        name = info.field_name or ""
        dutch_name = f"{name.removesuffix('_en')}_nl"
        if name.endswith("_en") and name not in cls.UNPAIRED and dutch_name in info.data:
            _check_pair(info.data[dutch_name], value, dutch_name)
        return value


def _check_pair(dutch: Any, english: Any, dutch_name: str) -> None:
    if bool(dutch) != bool(english):
        raise PydanticCustomError("one_language", "one language only", {"other": dutch_name})
    if isinstance(dutch, list) and len(dutch) != len(english):
        context = {"other": dutch_name, "here": len(english), "there": len(dutch)}
        raise PydanticCustomError("unequal_lists", "unequal lists", context)


class KeptRecord(Record):
    """What editors keep about every entry. A file may leave it out: then what is there already stays.

    ``KIND`` is the kind of the entry. Without ``review_due_on`` a new entry is due for review counted from the day of
    the import.
    """

    KIND: ClassVar[str]

    status: FileStatus = Status.UNREVIEWED
    owner: Label | None = None
    review_due_on: date | None = None

    @property
    def slug(self) -> str:
        """The id of the entry."""
        raise NotImplementedError

    def defined(self) -> Iterator[tuple[str, str, Path]]:
        """Every id this record brings: kind, id and where it stands."""
        yield self.KIND, self.slug, ("id",)

    def keeping(self: R, current: R) -> R:
        """The same record, with what the file leaves to the editors taken from the current one."""
        left_out = {"status", "owner", "review_due_on", "review_after_months"} - self.model_fields_set
        kept = {name: getattr(current, name) for name in left_out if name in type(self).model_fields}
        return self.model_copy(update=kept)


class EntryRecord(KeptRecord):
    """An entry with an id of its own, as background: reviewed every two years."""

    id: Slug
    review_after_months: Months = states.MONTHS_FOR_BACKGROUND

    @property
    def slug(self) -> str:
        """The id of the entry."""
        return self.id


class RatedRecord(EntryRecord):
    """An entry whose file always says its status and how soon it is reviewed."""

    status: FileStatus
    review_after_months: Months


_AT_THE_END = ("review_after_months", "status", "editorial_status", "owner", "review_due_on")


def in_file(record: Record) -> dict[str, Any]:
    """The record as plain values under the names that files use; optional fields without a value are left out."""
    values = record.model_dump(by_alias=True, exclude_defaults=True, warnings=False)
    ordered = {"id": values["id"]} if "id" in values else {}
    ordered |= {name: value for name, value in values.items() if name not in _AT_THE_END}
    ordered |= {name: values[name] for name in _AT_THE_END if name in values}
    return {name: plain(value) for name, value in ordered.items()}


def plain(value: Any) -> Any:
    """The same value without classes of ours: codes and ids become texts."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, EntryId) else value


def references_in(shape: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, EntryId]]:
    """Every id of another entry in values from a file, with where it stands; the values need not be right.

    Args:
        shape: the class of the record, or the type of a field.
        value: what the file has there.
        path: where that is.
    """
    if not isinstance(shape, type) or get_origin(shape):
        yield from _references_in_parts(shape, value, path)
    elif issubclass(shape, EntryId):
        if isinstance(value, str) and re.fullmatch(_SLUG, value):
            yield path, shape(value)
    elif issubclass(shape, Record) and isinstance(value, dict):
        for name, field in shape.model_fields.items():
            known_as = field.alias or name
            yield from references_in(field.annotation, value.get(known_as), (*path, known_as))


def _references_in_parts(shape: Any, value: Any, path: Path) -> Iterator[tuple[Path, EntryId]]:
    inner = [part for part in get_args(shape) if part is not type(None)]
    if get_origin(shape) is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from references_in(inner[0], item, (*path, index))
    elif get_origin(shape) is not list:
        for part in inner[:1]:
            yield from references_in(part, value, path)

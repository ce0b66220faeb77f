"""What is wrong with a file: where, what, and what to do; worded in the language that is active."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic_core import ErrorDetails

from esv.editorial.records import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        file: folder and name.
        message: what is wrong.
        advice: what to do about it.
        line: from one; None where it is not known.
        entry: id of the entry, as far as there is one.
        path: fields and places in lists that lead to it.
    """

    file: str
    message: str
    advice: str = ""
    line: int | None = None
    entry: str = ""
    path: Path = ()

    def __str__(self) -> str:
        place = [self.file]
        if self.line:
            place.append(_("line %(line)s") % {"line": self.line})
        if self.entry:
            place.append(_("entry %(entry)s") % {"entry": self.entry})
        if self.path:
            place.append(_("field %(field)s") % {"field": field_name(self.path)})
        said = f"{', '.join(place)}: {self.message}"
        return f"{said} {self.advice}" if self.advice else said


def field_name(path: Path) -> str:
    """A path as one word: ``steps_nl[2].who``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}"
    return name.removeprefix(".")


Wording = tuple[str | Promise, str | Promise]

_TEXT: Wording = (gettext_lazy("This must be text."), gettext_lazy("Put it between quotes."))
_NUMBER: Wording = (gettext_lazy("This must be a whole number."), gettext_lazy("Write it without quotes or point."))
_DAY: Wording = (gettext_lazy("This is not a date."), gettext_lazy("Write it as 2027-01-31."))
_MAPPING: Wording = (gettext_lazy("This must have fields with names."), gettext_lazy("Write name: value on each line."))
_CODE: Wording = (gettext_lazy("“%(input)s” is not a known code."), gettext_lazy("Use one of: %(expected)s."))

WORDINGS: Mapping[str, Wording] = {
    "missing": (gettext_lazy("This field is missing."), gettext_lazy("Add it.")),
    "extra_forbidden": (
        gettext_lazy("This field is not known here."),
        gettext_lazy("Check its spelling, or remove it: nothing is left out in silence."),
    ),
    "string_type": _TEXT,
    "int_type": _NUMBER,
    "float_type": (gettext_lazy("This must be a number."), gettext_lazy("Write it without quotes.")),
    "bool_type": (gettext_lazy("This must be true or false."), gettext_lazy("Write true or false without quotes.")),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "list_type": (gettext_lazy("This must be a list."), gettext_lazy("Begin each item with a hyphen.")),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "enum": _CODE,
    "unknown_code": _CODE,
    "string_too_long": (
        gettext_lazy("This text is too long."),
        gettext_lazy("Use at most %(max_length)s characters."),
    ),
    "string_too_short": (gettext_lazy("This is empty."), gettext_lazy("Fill it in.")),
    "empty_text": (gettext_lazy("This is empty."), gettext_lazy("Fill it in.")),
    "string_pattern_mismatch": (
        gettext_lazy("“%(input)s” does not have the right shape."),
        gettext_lazy("It must fit %(pattern)s."),
    ),
    "control_characters": (
        gettext_lazy("This text holds characters that cannot be shown."),
        gettext_lazy("Type it again, or paste it without layout."),
    ),
    "bad_url": (
        gettext_lazy("“%(input)s” is not a web address."),
        gettext_lazy("Write the whole address, with https:// in front."),
    ),
    "one_language": (
        gettext_lazy("The text is there in one language only."),
        gettext_lazy("Fill in both this field and %(other)s."),
    ),
    "unequal_lists": (
        gettext_lazy("The Dutch list has %(there)s items and the English one %(here)s."),
        gettext_lazy("Give both lists the same items in the same order."),
    ),
    "too_short": (
        gettext_lazy("This list has %(actual_length)s items."),
        gettext_lazy("It needs at least %(min_length)s."),
    ),
    "too_long": (
        gettext_lazy("This list has %(actual_length)s items."),
        gettext_lazy("It may have at most %(max_length)s."),
    ),
    "greater_than_equal": (gettext_lazy("%(input)s is too low."), gettext_lazy("It must be at least %(ge)s.")),
    "less_than_equal": (gettext_lazy("%(input)s is too high."), gettext_lazy("It may be at most %(le)s.")),
    "too_many_words": (
        gettext_lazy("This text has %(words)s words."),
        gettext_lazy("Plain language has at most %(most)s here."),
    ),
    "not_studied_unsaid": (
        gettext_lazy("This is empty."),
        gettext_lazy("Write not_studied where it was not studied; that is a result too."),
    ),
    "over_hundred_percent": (gettext_lazy("A share is at most 100 per cent."), gettext_lazy("Check value and unit.")),
    "too_many_decimals": (gettext_lazy("This number has too many decimals."), gettext_lazy("Keep at most three.")),
    "compared_twice": (
        gettext_lazy("A figure is compared twice, or with itself."),
        gettext_lazy("Name every other figure once, in one of the two lists."),
    ),
    "steps_out_of_order": (
        gettext_lazy("The numbers do not count up from 1."),
        gettext_lazy("Number them 1, 2, 3 and so on."),
    ),
    "unknown_role": (
        gettext_lazy("Nobody plays this role: %(roles)s."),
        gettext_lazy("Use the names of the roles of this exercise, in both languages."),
    ),
    "bad_group_size": (
        gettext_lazy("“%(input)s” is not a size of a group."),
        gettext_lazy("Write the smallest and the largest, such as 4-8."),
    ),
}
_OTHER: Wording = (gettext_lazy("This is not right (%(type)s)."), gettext_lazy("Compare it with the starter edition."))


def worded(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do, in the active language."""
    message, advice = WORDINGS.get(error["type"], _OTHER)
    details: dict[str, Any] = {**error.get("ctx", {}), "type": error["type"], "input": _shortened(error["input"])}
    if "expected" in details:
        details["expected"] = details["expected"].replace(" or ", ", ").replace("'", "")
    return str(message) % details, str(advice) % details


def _shortened(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"

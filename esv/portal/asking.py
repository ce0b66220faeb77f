"""A question as it stands in an address or a form: the words, what was chosen to narrow it, and the page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

FACET_NAMES = {
    "soort": "kind",
    "thema": "theme",
    "niveau": "level",
    "fase": "phase",
    "rol": "role",
    "instelling": "institution_kind",
    "taal": "language",
    "bewijs": "evidence",
}
# Bytes after the question mark. Web servers refuse a request line of more than about 4,000; what is told at length is
# better kept out of histories.
LONGEST_IN_ADDRESS = 800
LONGEST = 5000
MOST_CODES = 20
LAST_PAGE = 10


@dataclass(frozen=True, slots=True)
class Asking:
    """What a visitor asks, and how it is narrowed.

    Attributes:
        question: the words; may be empty.
        chosen: codes by facet name of search (``kind``, ``theme`` …).
        page: page of the results, counted from one, at most ``LAST_PAGE``.
        is_literal: whether the words are meant as they were typed.
    """

    question: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    is_literal: bool = False

    @classmethod
    def read(cls, data: QueryDict) -> Self:
        """Read an address or a form that was sent; what cannot be understood is left out."""
        asking = cls(
            question=data.get("vraag", "").replace("\x00", ""),
            chosen={facet: codes for name, facet in FACET_NAMES.items() if (codes := _codes(data.getlist(name)))},
            page=_page(data.get("pagina", "1")),
            is_literal=data.get("letterlijk") == "ja",
        )
        name, _, code = data.get("kies", "").partition(":")
        return asking.toggled(FACET_NAMES[name], code) if name in FACET_NAMES and code else asking

    @property
    def fits_in_address(self) -> bool:
        """Whether it is short enough, as it is written in an address, for one that can be shared."""
        return len(self.query) <= LONGEST_IN_ADDRESS

    @property
    def query(self) -> str:
        """What follows the question mark in the address of this search."""
        return urlencode(list(self.parts()))

    def parts(self) -> Iterator[tuple[str, str]]:
        """Names and values as they stand in addresses and forms, the page left out when it is the first."""
        yield "vraag", self.question
        yield from self.narrowing()
        if self.page > 1:
            yield "pagina", str(self.page)

    def narrowing(self) -> Iterator[tuple[str, str]]:
        """The names and values that narrow the question."""
        for name, facet in FACET_NAMES.items():
            yield from ((name, code) for code in self.chosen.get(facet, ()))
        if self.is_literal:
            yield "letterlijk", "ja"

    def toggled(self, facet: str, code: str) -> Self:
        """The same question with a code chosen, or no longer chosen, from its first page."""
        codes = self.chosen.get(facet, ())
        codes = tuple(other for other in codes if other != code) if code in codes else (*codes, code)
        return replace(self, chosen={**self.chosen, facet: codes}, page=1)

    def at(self, page: int) -> Self:
        """The same question at another page of its results."""
        return replace(self, page=page)

    def literal(self, *, is_literal: bool) -> Self:
        """The same question with its words meant, or not meant, as they were typed."""
        return replace(self, is_literal=is_literal, page=1)

    def without_narrowing(self) -> Self:
        """The same question with nothing chosen."""
        return replace(self, chosen={}, page=1)


def _codes(values: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value and len(value) <= 80 and "\x00" not in value))[
        :MOST_CODES
    ]


def _page(value: str) -> int:
    return min(max(int(value), 1), LAST_PAGE) if value.isdecimal() and len(value) < 5 else 1

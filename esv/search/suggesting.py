"""Titles and other names that fit what is being typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from esv.search.analysis.tokens import tokens
from esv.search.findings import Suggestion

MOST_COMPARED = 40  # characters of a name that are compared


class Named(Protocol):
    """What titles are taken from."""

    kind: str
    path: str
    names: dict[str, list[str]]
    suggested_until: date | None


class Titles:
    """Names sorted by every word they can be looked up by; one look-up takes a few comparisons."""

    def __init__(self, entries: Iterable[Named]) -> None:
        self._sorted: list[tuple[str, int]] = []
        self._suggestions: list[Suggestion] = []
        self._until: list[date] = []
        for entry in entries:
            self._add(entry)
        self._sorted.sort()

    def beginning_with(self, beginning: str, *, language: str, limit: int, on: date) -> list[Suggestion]:
        """Names of which some word, and what follows it, begins with what was typed.

        Names in the reader's language come first. Each page is suggested once, and none whose last day was before
        ``on``.
        """
        typed = " ".join(_words(beginning))[:MOST_COMPARED]
        if not typed:
            return []
        found = sorted(
            {number for number in self._numbers(typed) if self._until[number] >= on},
            key=lambda number: self._order(self._suggestions[number], language, typed),
        )
        return _one_for_each_page((self._suggestions[number] for number in found), limit)

    def _add(self, entry: Named) -> None:
        for language, names in entry.names.items():
            for name in filter(None, names):
                words = _words(name)
                self._sorted.extend(
                    (" ".join(words[start:])[:MOST_COMPARED], len(self._suggestions)) for start in range(len(words))
                )
                self._suggestions.append(Suggestion(name, entry.kind, entry.path, language))
                self._until.append(entry.suggested_until or date.max)

    def _numbers(self, typed: str) -> Iterator[int]:
        for place in range(bisect_left(self._sorted, (typed, -1)), len(self._sorted)):
            text, number = self._sorted[place]
            if not text.startswith(typed):
                return
            yield number

    @staticmethod
    def _order(suggestion: Suggestion, language: str, typed: str) -> tuple[bool, bool, int, str]:
        starts = " ".join(_words(suggestion.text)).startswith(typed)
        return suggestion.language != language, not starts, len(suggestion.text), suggestion.text


def _words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def _one_for_each_page(suggestions: Iterable[Suggestion], limit: int) -> list[Suggestion]:
    first: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        first.setdefault(suggestion.path, suggestion)
        if len(first) == limit:
            break
    return list(first.values())

"""Everything that is searched, at one moment: it never changes, so a search can go on while the next one is made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from esv.search.analysis.language import LANGUAGES
from esv.search.lexical import LexicalIndex, Mask
from esv.search.lexical.postings import PostingsIndex
from esv.search.passages import Passage
from esv.search.ranking.meaning import MeaningIndex, Vectors


@dataclass(frozen=True, slots=True)
class Library:
    """Passages with their words and vectors, numbered in the order in which they came.

    ``items`` gives for every passage the number that its item has in ``item_numbers``, ``languages`` the place of its
    language in ``LANGUAGES`` (one further for any other); ``alive`` is False for passages that were
    taken out or replaced since the last rebuild.
    """

    passages: tuple[Passage, ...]
    item_numbers: dict[str, int]
    items: npt.NDArray[np.int32]
    languages: npt.NDArray[np.int8]
    alive: Mask
    lexical: LexicalIndex
    meaning: MeaningIndex

    @classmethod
    def build(cls, passages: Sequence[Passage], vectors: Vectors) -> Self:
        """Index passages from scratch; ``vectors`` has a row for each, zeros where there is none yet."""
        numbers = _number_items({}, passages)
        return cls(
            tuple(passages),
            numbers,
            _items_of(passages, numbers),
            _codes(passages),
            np.ones(len(passages), dtype=np.bool_),
            PostingsIndex.build(passages),
            MeaningIndex.build(vectors, [passage.language for passage in passages]),
        )

    def with_put(self, passages: Sequence[Passage], vectors: Vectors) -> Self:
        """The same with the items of these passages added, or replaced where they were there."""
        numbers = _number_items(self.item_numbers, passages)
        before = self.without({passage.item for passage in passages})
        languages = [passage.language for passage in passages]
        return replace(
            before,
            passages=(*self.passages, *passages),
            item_numbers=numbers,
            items=np.concatenate([self.items, _items_of(passages, numbers)]),
            languages=np.concatenate([self.languages, _codes(passages)]),
            alive=np.concatenate([before.alive, np.ones(len(passages), dtype=np.bool_)]),
            lexical=self.lexical.with_added(passages),
            meaning=self.meaning.with_added(vectors, languages),
        )

    def without(self, items: Collection[str]) -> Self:
        """The same with these items taken out; unknown ones are passed over."""
        gone = [self.item_numbers[item] for item in items if item in self.item_numbers]
        return replace(self, alive=self.alive & ~np.isin(self.items, gone))

    def rebuilt(self) -> Self:
        """The same passages indexed anew, without what was taken out."""
        kept = self.alive.nonzero()[0]
        return self.build([self.passages[number] for number in kept], self.meaning.vectors[kept])

    def mask(self, allowed: Collection[str] | None) -> Mask:
        """True for the passages that are there and belong to an allowed item."""
        if allowed is None:
            return self.alive
        chosen = [self.item_numbers[item] for item in allowed if item in self.item_numbers]
        return self.alive & np.isin(self.items, chosen)

    def written_in(self, language: str) -> Mask:
        """True for the passages in a language."""
        return np.asarray(self.languages == _code(language))

    def without_translations(self, mask: Mask, language: str) -> Mask:
        """Leave out the other languages of an item that has a passage in this one."""
        own = self.written_in(language)
        has_own = np.zeros(len(self.item_numbers), dtype=np.bool_)
        has_own[self.items[own & mask]] = True
        return np.asarray(mask & (own | ~has_own[self.items]))


def _codes(passages: Sequence[Passage]) -> npt.NDArray[np.int8]:
    return np.array([_code(passage.language) for passage in passages], dtype=np.int8)


def _code(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)


def _number_items(known: dict[str, int], passages: Sequence[Passage]) -> dict[str, int]:
    numbers = dict(known)
    for passage in passages:
        numbers.setdefault(passage.item, len(numbers))
    return numbers


def _items_of(passages: Sequence[Passage], numbers: dict[str, int]) -> npt.NDArray[np.int32]:
    return np.array([numbers[passage.item] for passage in passages], dtype=np.int32)

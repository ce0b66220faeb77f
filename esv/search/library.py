"""Everything that is searched, at one moment: it never changes, so a search can go on while the next one is made."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from esv.search.analysis.language import LANGUAGES
from esv.search.lexical import LexicalIndex, Mask, Ranked, Text
from esv.search.lexical.postings import PostingsIndex
from esv.search.passages import Passage
from esv.search.ranking.meaning import MeaningIndex
from esv.search.vectors.embedder import Vectors

MOST_IN_MEMORY = 100_000


@dataclass(frozen=True, slots=True)
class Library:
    """Versions of items: all passages of an item in one language, numbered in the order in which they came.

    Words are looked up in a whole version, meaning in each of its passages. The passages of version v are
    ``passages[bounds[v]:bounds[v + 1]]``. Per version: ``items`` holds the number that its item has in
    ``item_numbers``, ``languages`` the place of its language in ``LANGUAGES`` (one further for any other), ``weights``
    what its score is multiplied by, and ``alive`` is False when it was taken out or replaced since the last rebuild.
    """

    passages: tuple[Passage, ...]
    bounds: npt.NDArray[np.int64]
    item_numbers: Mapping[str, int]
    items: npt.NDArray[np.int32]
    languages: npt.NDArray[np.int8]
    weights: npt.NDArray[np.float32]
    alive: Mask
    lexical: LexicalIndex
    meaning: MeaningIndex
    disk: Path | None = None

    @classmethod
    def build(cls, passages: Sequence[Passage], vectors: Vectors, model_hash: str, disk: Path | None = None) -> Self:
        """Index passages from scratch; ``vectors`` has a row for each, zeros where there is none yet.

        ``model_hash`` tells which model made the vectors. With a folder in ``disk`` the words of more than
        ``MOST_IN_MEMORY`` versions are indexed there.
        """
        batch = _batch(passages, vectors, {})
        return cls(
            batch.passages,
            batch.bounds,
            batch.item_numbers,
            batch.items,
            batch.languages,
            batch.weights,
            np.ones(len(batch.items), dtype=np.bool_),
            _lexical(batch.texts(), disk),
            MeaningIndex.build(batch.vectors, [passage.language for passage in batch.passages], model_hash),
            disk,
        )

    def with_put(self, passages: Sequence[Passage], vectors: Vectors) -> Self:
        """The same with the items of these passages added, or replaced where they were there."""
        batch = _batch(passages, vectors, self.item_numbers)
        before = self.without({passage.item for passage in passages})
        return replace(
            before,
            passages=(*self.passages, *batch.passages),
            bounds=np.concatenate([self.bounds, self.bounds[-1] + batch.bounds[1:]]),
            item_numbers=batch.item_numbers,
            items=np.concatenate([self.items, batch.items]),
            languages=np.concatenate([self.languages, batch.languages]),
            weights=np.concatenate([self.weights, batch.weights]),
            alive=np.concatenate([before.alive, np.ones(len(batch.items), dtype=np.bool_)]),
            lexical=self.lexical.with_added(batch.texts()),
            meaning=before.meaning.with_added(batch.vectors, [passage.language for passage in batch.passages]),
        )

    def without(self, items: Collection[str]) -> Self:
        """The same with these items taken out; unknown ones are passed over."""
        gone = self.alive & np.isin(self.items, self._numbers(items))
        if not gone.any():
            return self
        passages = [number for version in np.flatnonzero(gone) for number in self.passages_of(int(version))]
        return replace(self, alive=self.alive & ~gone, meaning=self.meaning.without(passages))

    def rebuilt(self) -> Self:
        """The same passages indexed anew, without what was taken out."""
        kept = np.flatnonzero(self.alive[self.versions])
        vectors = self.meaning.vectors_of(kept.astype(np.int32))
        return self.build(
            [self.passages[number] for number in kept], vectors, self.meaning.index.content_hash, self.disk
        )

    def among(self, allowed: Collection[str] | None) -> Mask:
        """True for the versions that are there and belong to an allowed item."""
        return self.alive if allowed is None else self.alive & np.isin(self.items, self._numbers(allowed))

    def written_in(self, language: str) -> Mask:
        """True for the versions in a language."""
        return np.asarray(self.languages == _code(language))

    def without_translations(self, mask: Mask, language: str) -> Mask:
        """Leave out the other languages of an item that has a version in this one."""
        own = self.written_in(language)
        has_own = np.zeros(len(self.item_numbers), dtype=np.bool_)
        has_own[self.items[own & mask]] = True
        return np.asarray(mask & (own | ~has_own[self.items]))

    @property
    def versions(self) -> npt.NDArray[np.int32]:
        """For every passage the number of its version."""
        return np.repeat(np.arange(len(self.items), dtype=np.int32), np.diff(self.bounds))

    @property
    def alive_passages(self) -> int:
        """The number of passages that can be found."""
        return int(np.diff(self.bounds)[self.alive].sum())

    def weighed(self, ranked: Ranked) -> Ranked:
        """The same versions with their scores multiplied by their weights, in the order that gives."""
        scores = ranked.scores * self.weights[ranked.ordinals]
        order = np.argsort(-scores, kind="stable")
        return Ranked(ranked.ordinals[order], scores[order])

    def passages_of(self, version: int) -> range:
        """The numbers of the passages of a version."""
        return range(int(self.bounds[version]), int(self.bounds[version + 1]))

    def _numbers(self, items: Collection[str]) -> list[int]:
        return [self.item_numbers[item] for item in items if item in self.item_numbers]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Passages put in order of version, with what a library keeps of them."""

    passages: tuple[Passage, ...]
    vectors: Vectors
    bounds: npt.NDArray[np.int64]
    item_numbers: Mapping[str, int]
    items: npt.NDArray[np.int32]
    languages: npt.NDArray[np.int8]
    weights: npt.NDArray[np.float32]

    def texts(self) -> list[Text]:
        """What the lexical index reads: a title once, and the text of all passages."""
        versions = zip(self.bounds, self.bounds[1:], strict=False)
        return [_as_text(self.passages[start:end]) for start, end in versions]


def _batch(passages: Sequence[Passage], vectors: Vectors, known: Mapping[str, int]) -> _Batch:
    numbers: dict[tuple[str, str], int] = {}
    versions = [numbers.setdefault((passage.item, passage.language), len(numbers)) for passage in passages]
    order = np.argsort(versions, kind="stable")
    items = dict(known)
    for item, _ in numbers:
        items.setdefault(item, len(items))
    weights = {(passage.item, passage.language): passage.weight for passage in passages}
    return _Batch(
        tuple(passages[place] for place in order),
        vectors if np.array_equal(order, np.arange(len(order))) else vectors[order],
        np.concatenate([[0], np.cumsum(np.bincount(versions, minlength=len(numbers)))]).astype(np.int64),
        items,
        np.array([items[item] for item, _ in numbers], dtype=np.int32),
        np.array([_code(language) for _, language in numbers], dtype=np.int8),
        np.array([weights[version] for version in numbers], dtype=np.float32),
    )


def _lexical(texts: Sequence[Text], disk: Path | None) -> LexicalIndex:
    if disk is None or len(texts) <= MOST_IN_MEMORY:
        return PostingsIndex.build(texts)
    from esv.search.lexical.disk import DiskIndex

    return DiskIndex.build(texts, disk)


def _as_text(passages: Sequence[Passage]) -> Text:
    first = passages[0]
    return Text(first.language, first.title, "\n".join(passage.text for passage in passages))


def _code(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)

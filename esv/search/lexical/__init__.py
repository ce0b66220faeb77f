"""Finds texts by their words: the same search on postings in memory or on an index on disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from esv.search.analysis.analyser import Analyser

Ordinals = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Text:
    """What is looked up as a whole: all text of an item in one language."""

    language: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """What to look for: index terms and four-letter pieces, each with its weight."""

    terms: Mapping[str, float] = field(default_factory=dict)
    grams: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Texts by their place in the index, best first, with scores above zero."""

    ordinals: Ordinals
    scores: Scores


class LexicalIndex(Protocol):
    """An index that does not change; adding gives a new one that shares what stayed the same.

    Texts have the number in which they were added. Texts that are gone stay in the index: the caller
    leaves them out with ``allowed``.
    """

    @property
    def analyser(self) -> Analyser:
        """What was learned from the texts present at the last build."""
        ...

    @property
    def size(self) -> int:
        """The number of texts, gone ones included."""
        ...

    @property
    def added_count(self) -> int:
        """The number of texts added since the last build."""
        ...

    def with_added(self, texts: Sequence[Text]) -> Self:
        """An index that holds these texts as well, numbered onwards from ``size``."""
        ...

    def has_word(self, word: str) -> bool:
        """Whether a folded word occurs in any text, those added later included."""
        ...

    def occurs(self, term: str) -> bool:
        """Whether any text holds a term."""
        ...

    def rarity(self, term: str) -> float:
        """How much a term tells: the inverse document frequency used in scoring; highest when it occurs nowhere."""
        ...

    def search(
        self, query: LexicalQuery, *, limit: int, allowed: Mask | None = None, also: Ordinals | None = None
    ) -> Ranked:
        """The ``limit`` best texts, and the score of those in ``also`` where it is cheap to know.

        Args:
            query: terms and grams with weights.
            limit: the most texts to return, ``also`` not counted.
            allowed: True for every text that may be found; all when left out.
            also: texts whose score is wanted even when they are not among the best.
        """
        ...

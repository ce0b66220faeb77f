"""Finds passages by their words: the same search on postings in memory or on an index on disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from esv.search.analysis.analyser import Analyser
from esv.search.passages import Passage

Ordinals = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """What to look for: index terms and four-letter pieces, each with its weight."""

    terms: Mapping[str, float] = field(default_factory=dict)
    grams: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages by their place in the index, best first, with scores above zero."""

    ordinals: Ordinals
    scores: Scores


class LexicalIndex(Protocol):
    """An index that does not change; adding gives a new one that shares what stayed the same.

    Passages have the number in which they were added. Passages that are gone stay in the index: the caller
    leaves them out with ``allowed``.
    """

    @property
    def analyser(self) -> Analyser:
        """What was learned from the passages present at the last build."""
        ...

    @property
    def size(self) -> int:
        """The number of passages, gone ones included."""
        ...

    @property
    def added_count(self) -> int:
        """The number of passages added since the last build."""
        ...

    def with_added(self, passages: Sequence[Passage]) -> Self:
        """An index that holds these passages as well, numbered onwards from ``size``."""
        ...

    def has_word(self, word: str) -> bool:
        """Whether a folded word occurs in any passage, those added later included."""
        ...

    def occurs(self, term: str) -> bool:
        """Whether any passage holds a term."""
        ...

    def rarity(self, term: str) -> float:
        """How much a term tells: the inverse document frequency used in scoring; highest when it occurs nowhere."""
        ...

    def search(
        self, query: LexicalQuery, *, limit: int, allowed: Mask | None = None, also: Ordinals | None = None
    ) -> Ranked:
        """The ``limit`` best passages, and the score of those in ``also`` where it is cheap to know.

        Args:
            query: terms and grams with weights.
            limit: the most passages to return, ``also`` not counted.
            allowed: True for every passage that may be found; all when left out.
            also: passages whose score is wanted even when they are not among the best.
        """
        ...

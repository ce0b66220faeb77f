"""Mends typing errors with the words of the indexed texts; learns nothing from questions."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from esv.search.analysis.grams import grams

LONG_WORD = 8
SHORTEST_WORD = 4

_CANDIDATES = 40
_BIGRAM = 2
# Pairs of letters that one error can change: swapped neighbours touch three.
_PAIRS_PER_ERROR = 3


class Speller:
    """Finds the indexed word that was probably meant.

    ``counts`` says in how many indexed texts a folded word occurs. Words with digits and words of fewer than
    ``SHORTEST_WORD`` letters are neither mended nor proposed.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._words = sorted(word for word in counts if len(word) >= SHORTEST_WORD and word.isalpha())
        self._counts = [counts[word] for word in self._words]
        self._lengths = np.array([len(word) for word in self._words], dtype=np.int16)
        self._postings = _postings_by_bigram(self._words)

    def meant(self, word: str) -> str | None:
        """The nearest indexed word: at most one error under ``LONG_WORD`` letters, else two; None without one.

        Of equally near words the one with the same first letter, then the one in most texts, is taken.
        """
        if len(word) < SHORTEST_WORD or not word.isalpha():
            return None
        allowed = 1 if len(word) < LONG_WORD else 2
        found = [(self._rank(word, number, allowed), number) for number in self._candidates(word, allowed)]
        near = [pair for pair in found if pair[0][0] <= allowed]
        return self._words[min(near)[1]] if near else None

    def _rank(self, word: str, number: int, allowed: int) -> tuple[int, bool, int]:
        candidate = self._words[number]
        return edits(word, candidate, allowed), candidate[0] != word[0], -self._counts[number]

    def _candidates(self, word: str, allowed: int) -> list[int]:
        """The words that share most pairs of letters, and are about as long."""
        lists = [self._postings[pair] for pair in grams(word, _BIGRAM) if pair in self._postings]
        if not lists:
            return []
        shared = np.bincount(np.concatenate(lists), minlength=len(self._words))
        longest = np.maximum(self._lengths, len(word))
        near = (np.abs(self._lengths - len(word)) <= allowed) & (shared > longest - _PAIRS_PER_ERROR * allowed)
        likeness = np.where(near, shared / (self._lengths + len(word)), 0.0)
        best = (
            np.argpartition(-likeness, _CANDIDATES)[:_CANDIDATES]
            if len(likeness) > _CANDIDATES
            else likeness.nonzero()[0]
        )
        return [int(number) for number in best if likeness[number] > 0.0]


def edits(one: str, other: str, most: int) -> int:
    """Letters to add, drop, replace or swap with a neighbour (Damerau-Levenshtein); ``most + 1`` when it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, against in enumerate(other, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return most + 1
        before, above = above, here
    return min(above[-1], most + 1)


def _postings_by_bigram(words: Iterable[str]) -> dict[str, npt.NDArray[np.int32]]:
    lists: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for pair in grams.__wrapped__(word, _BIGRAM):
            lists.setdefault(pair, []).append(number)
    return {pair: np.array(numbers, dtype=np.int32) for pair, numbers in lists.items()}

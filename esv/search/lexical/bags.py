"""Counts the words of many texts at once."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from esv.search.analysis.tokens import fold, words
from esv.search.lexical import Text

TITLE_WEIGHT = 2


class WordNumbers(dict[str, int]):
    """Numbers words as written by their folded form, in the order in which they are first seen."""

    def __init__(self) -> None:
        super().__init__()
        self.folded: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        number = self.folded.setdefault(fold(written), len(self.folded))
        self[written] = number
        return number


@dataclass(frozen=True, slots=True)
class Bags:
    """How often each word occurs in each text, a word of the title counting ``TITLE_WEIGHT`` times.

    ``matrix`` has a row per text and a column per word of ``vocabulary``; ``languages`` holds the language of
    every row.
    """

    vocabulary: list[str]
    matrix: sparse.csr_matrix
    languages: npt.NDArray[np.str_]

    def rows_in(self, language: str) -> npt.NDArray[np.bool_]:
        """True for the texts in a language."""
        return np.asarray(self.languages == language)

    def texts_with_word(self, language: str) -> dict[str, int]:
        """In how many texts of a language each word occurs; words that occur in none are left out."""
        columns = self.matrix[self.rows_in(language).nonzero()[0]].indices
        counted = np.bincount(columns, minlength=len(self.vocabulary))
        return {self.vocabulary[number]: int(counted[number]) for number in counted.nonzero()[0]}


def count_words(texts: Sequence[Text], *, at_once: int = 20_000) -> Bags:
    """Count the words of texts, ``at_once`` of them at a time to bound the memory it takes."""
    numbers = WordNumbers()
    blocks = [_block(texts[start : start + at_once], numbers) for start in range(0, len(texts), at_once)]
    width = len(numbers.folded)
    for block in blocks:
        block.resize(block.shape[0], width)
    matrix = sparse.vstack(blocks, format="csr") if blocks else sparse.csr_matrix((0, 0), dtype=np.float32)
    return Bags(list(numbers.folded), matrix, np.array([text.language for text in texts], dtype=np.str_))


def _block(texts: Sequence[Text], numbers: WordNumbers) -> sparse.csr_matrix:
    titles, title_ends = _numbered((text.title for text in texts), numbers)
    bodies, body_ends = _numbered((text.body for text in texts), numbers)
    shape = (len(texts), len(numbers.folded))
    return TITLE_WEIGHT * _counted(titles, title_ends, shape) + _counted(bodies, body_ends, shape)


def _numbered(texts: Iterable[str], numbers: WordNumbers) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    flat = array("i")
    ends = [0]
    for text in texts:
        flat.extend([numbers[word] for word in words(text)])
        ends.append(len(flat))
    return np.array(flat, dtype=np.int32), np.array(ends, dtype=np.int64)


def _counted(flat: npt.NDArray[np.int32], ends: npt.NDArray[np.int64], shape: tuple[int, int]) -> sparse.csr_matrix:
    counted = sparse.csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=shape)
    counted.sum_duplicates()
    return counted

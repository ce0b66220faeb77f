"""Postings in memory: for every term the texts that hold it, with what it adds to their score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from esv.search.analysis.analyser import Analyser, is_stop_word
from esv.search.analysis.grams import grams
from esv.search.analysis.language import LANGUAGES
from esv.search.lexical import Scores
from esv.search.lexical.bags import Bags

SATURATION = 1.2
LENGTH_SHARE = 0.75

_ROWS_AT_ONCE = 16_384
_FULL = 255.0


@dataclass(frozen=True, slots=True)
class Field:
    """The postings of one kind of term.

    The texts of the term in column c are ``docs[starts[c]:starts[c + 1]]``. ``impacts`` is the part of BM25 that
    depends on the text, tf / (tf + norm), as 0-255: a byte costs less than 0.4 % of a score.
    """

    columns: Mapping[str, int]
    starts: npt.NDArray[np.int64]
    docs: npt.NDArray[np.int32]
    impacts: npt.NDArray[np.uint8]

    def frequency(self, term: str) -> int:
        """In how many texts a term occurs."""
        column = self.columns.get(term)
        return 0 if column is None else int(self.starts[column + 1] - self.starts[column])

    def add_scores(self, weights: Mapping[str, float], onto: Scores) -> None:
        """Add to every text the weight times the impact of the terms it holds."""
        for term, weight in weights.items():
            column = self.columns.get(term)
            if column is not None:
                here = slice(self.starts[column], self.starts[column + 1])
                onto[self.docs[here]] += self.impacts[here] * np.float32(weight / _FULL)


@dataclass(frozen=True, slots=True)
class Block:
    """Postings of some of the texts, term by term."""

    starts: npt.NDArray[np.int64]
    docs: npt.NDArray[np.int32]
    impacts: npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Segment:
    """The postings of a number of texts, in words and in four-letter pieces."""

    size: int
    vocabulary: frozenset[str]
    terms: Field
    grams: Field


def build_segment(bags: Bags, analyser: Analyser) -> Segment:
    """Make the postings of counted texts."""
    return Segment(
        size=bags.matrix.shape[0],
        vocabulary=frozenset(bags.vocabulary),
        terms=_build_field(bags, *_terms_by_word(bags, analyser)),
        grams=_build_field(bags, *_grams_by_word(bags)),
    )


def _terms_by_word(bags: Bags, analyser: Analyser) -> tuple[list[str], dict[str, sparse.csr_matrix]]:
    """The names of the terms, and per language a matrix of words (rows) by terms (columns)."""
    names: dict[str, int] = {}
    maps = {}
    for language in np.unique(bags.languages):
        per_word = analyser.terms_of(bags.vocabulary, str(language)) if len(bags.vocabulary) else []
        used = _used_words(bags, str(language))
        chosen = [terms if use else () for terms, use in zip(per_word, used, strict=True)]
        maps[str(language)] = _numbered(chosen, names)
    return list(names), maps


def _grams_by_word(bags: Bags) -> tuple[list[str], dict[str, sparse.csr_matrix]]:
    names: dict[str, int] = {}
    per_word = [() if is_stop_word(word, LANGUAGES) else grams.__wrapped__(word) for word in bags.vocabulary]
    mapped = _numbered(per_word, names)
    return list(names), {str(language): mapped for language in np.unique(bags.languages)}


def _used_words(bags: Bags, language: str) -> npt.NDArray[np.bool_]:
    rows = bags.matrix[bags.rows_in(language).nonzero()[0]]
    return np.bincount(rows.indices, minlength=len(bags.vocabulary)) > 0


def _numbered(per_word: Sequence[Sequence[str]], names: dict[str, int]) -> sparse.csr_matrix:
    columns = [names.setdefault(name, len(names)) for terms in per_word for name in terms]
    ends = np.cumsum([0, *(len(terms) for terms in per_word)])
    ones = np.ones(len(columns), dtype=np.float32)
    return sparse.csr_matrix((ones, columns, ends), shape=(len(per_word), len(names)))


def _build_field(bags: Bags, names: list[str], maps: Mapping[str, sparse.csr_matrix]) -> Field:
    lengths = np.asarray(bags.matrix.sum(axis=1), dtype=np.float32).ravel()
    norms = SATURATION * (
        1 - LENGTH_SHARE + LENGTH_SHARE * lengths / max(1.0, float(lengths.mean() if len(lengths) else 1))
    )
    for mapped in maps.values():
        mapped.resize(mapped.shape[0], len(names))
    blocks = list(_blocks(bags, maps, norms))
    return _merge(names, blocks)


def _blocks(bags: Bags, maps: Mapping[str, sparse.csr_matrix], norms: Scores) -> Iterator[Block]:
    for start in range(0, bags.matrix.shape[0], _ROWS_AT_ONCE):
        for language, mapped in maps.items():
            rows = start + (bags.languages[start : start + _ROWS_AT_ONCE] == language).nonzero()[0]
            if len(rows):
                yield _block(bags.matrix[rows] @ mapped, rows, norms)


def _block(counted: sparse.csr_matrix, rows: npt.NDArray[np.intp], norms: Scores) -> Block:
    by_term = counted.tocsc()
    docs = rows[by_term.indices].astype(np.int32)
    impacts = by_term.data / (by_term.data + norms[docs])
    return Block(by_term.indptr.astype(np.int64), docs, np.rint(_FULL * impacts).astype(np.uint8))


def _merge(names: list[str], blocks: list[Block]) -> Field:
    """One field of all blocks, which are thrown away one by one: together they are as large as the field."""
    lengths = np.zeros(len(names), dtype=np.int64)
    for block in blocks:
        lengths += np.diff(block.starts)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    docs, impacts = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.uint8)
    free = starts[:-1].copy()
    for _ in range(len(blocks)):
        block = blocks.pop()
        counted = np.diff(block.starts)
        places = np.repeat(free - block.starts[:-1], counted) + np.arange(len(block.docs))
        docs[places], impacts[places] = block.docs, block.impacts
        free += counted
    return Field({name: column for column, name in enumerate(names)}, starts, docs, impacts)

"""Exact search for the nearest vectors: an index that grows and shrinks by key.

Float32, because numpy multiplies it directly: 100,000 x 384 takes 15 ms on one core, where float16 must be
converted first (86 ms, measured). Beyond 200,000 rows sign bits choose a shortlist that is then compared exactly.
"""

import threading
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.dense_rows import DenseRows
from esv.search.vectors.embedder import Vectors, require_same_model
from esv.search.vectors.language_shift import LanguageMeans
from esv.search.vectors.sign_bits import SignBits

SIGN_BITS_BEYOND = 200_000
UNCODED_ROWS = 20_000
GROWTH = 1.25  # room to spare takes no memory until it is used

Value = TypeVar("Value", bound=np.generic)


class DenseIndex:
    """Vectors by key, of one model.

    ``put`` and ``remove`` may be called from any thread; readers take ``rows()`` and work on that.
    """

    def __init__(self, dim: int, content_hash: str, *, sign_bits_beyond: int = SIGN_BITS_BEYOND) -> None:
        """An empty index.

        Args:
            dim: length of the vectors.
            content_hash: of the model that makes them.
            sign_bits_beyond: number of rows above which a shortlist is made first.
        """
        self.content_hash = content_hash
        self._sign_bits_beyond = sign_bits_beyond
        self._lock = threading.Lock()
        self._language_names: list[str] = []
        self._means = LanguageMeans(dim)
        self._row_of: dict[int, int] = {}
        self._size = 0
        self._keys = np.empty(0, dtype=np.int64)
        self._vectors = np.empty((0, dim), dtype=np.float32)
        self._languages = np.empty(0, dtype=np.uint8)
        self._is_live = np.empty(0, dtype=np.bool_)
        self._signs: SignBits | None = None
        self._published = self._publish()

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, key: int) -> bool:
        return key in self._row_of

    def rows(self) -> DenseRows:
        """The index as it is now."""
        return self._published

    def put(self, keys: Sequence[int], languages: Sequence[str], vectors: Vectors, *, content_hash: str) -> None:
        """Add vectors, or replace those that have the key already; the last of equal keys counts.

        Args:
            keys: one number a vector.
            languages: one language code a vector.
            vectors: float32, shape (number of keys, dim), unit length.
            content_hash: of the model that made them.

        Raises:
            ModelMismatchError: made by another model than this index holds.
            ValueError: the numbers of keys, languages and vectors differ, or the vectors have another length.
        """
        require_same_model(self.content_hash, content_hash)
        if vectors.shape != (len(keys), self._vectors.shape[1]) or len(languages) != len(keys):
            raise ValueError(f"{len(keys)} keys, {len(languages)} languages and vectors of shape {vectors.shape}")
        last = {key: place for place, key in enumerate(keys)}
        places = list(last.values())
        with self._lock:
            codes = np.array([self._language_code(languages[place]) for place in places], dtype=np.uint8)
            self._retire(list(last))
            self._make_room(len(last))
            self._append(list(last), codes, vectors[places])
            self._published = self._publish()

    def remove(self, keys: Sequence[int]) -> None:
        """Forget these vectors; a key that is not here is no error."""
        with self._lock:
            self._retire(keys)
            self._published = self._publish()

    def _retire(self, keys: Sequence[int]) -> None:
        gone = [self._row_of.pop(key) for key in keys if key in self._row_of]
        if not gone:
            return
        self._is_live = self._is_live.copy()
        self._is_live[gone] = False
        for place, name in enumerate(self._language_names):
            rows = [row for row in gone if self._languages[row] == place]
            self._means.remove(name, self._vectors[rows])

    def _append(self, keys: list[int], languages: NDArray[np.uint8], vectors: Vectors) -> None:
        start, end = self._size, self._size + len(keys)
        self._keys[start:end] = keys
        self._vectors[start:end] = vectors
        self._languages[start:end] = languages
        self._is_live[start:end] = True
        self._row_of.update(zip(keys, range(start, end), strict=True))
        self._size = end
        for place in np.unique(languages):
            self._means.add(self._language_names[place], vectors[languages == place])

    def _language_code(self, name: str) -> int:
        if name not in self._language_names:
            self._language_names.append(name)
        return self._language_names.index(name)

    def _make_room(self, more: int) -> None:
        """When the arrays are full, move the live rows to larger ones; moments handed out keep the old."""
        if self._size + more <= len(self._keys):
            return
        live = np.flatnonzero(self._is_live[: self._size])
        capacity = int((len(live) + more) * GROWTH)
        self._keys = _moved(self._keys, live, capacity)
        self._vectors = _moved(self._vectors, live, capacity)
        self._languages = _moved(self._languages, live, capacity)
        self._is_live = _moved(self._is_live, live, capacity)
        self._row_of = {int(key): row for row, key in enumerate(self._keys[: len(live)])}
        self._size = len(live)
        self._signs = None

    def _publish(self) -> DenseRows:
        size = self._size
        means = self._means.current()
        self._signs = self._current_signs(means)
        return DenseRows(
            keys=self._keys[:size],
            is_live=self._is_live[:size],
            vectors=self._vectors[:size],
            languages=self._languages[:size],
            language_names=tuple(self._language_names),
            means=means,
            signs=self._signs,
        )

    def _current_signs(self, means: dict[str, Vectors]) -> SignBits | None:
        """Bits are made again once 20,000 rows lack them; until then those rows are compared one by one."""
        if self._size <= self._sign_bits_beyond:
            return None
        if self._signs is not None and self._size - len(self._signs) < UNCODED_ROWS:
            return self._signs
        vectors = self._vectors[: self._size]
        overall = vectors.mean(axis=0)
        centres = np.array([*(means.get(name, overall) for name in self._language_names), overall])
        return SignBits.build(vectors, self._languages[: self._size], centres)


def _moved(values: NDArray[Value], rows: NDArray[np.intp], capacity: int) -> NDArray[Value]:
    larger = np.zeros((capacity, *values.shape[1:]), dtype=values.dtype)
    larger[: len(rows)] = values[rows]
    return larger

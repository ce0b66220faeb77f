"""A quick first choice among very many vectors: one bit a dimension, counted instead of multiplied."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.embedder import Vectors

WORD = 64
CHUNK = 16_384

Codes = NDArray[np.uint64]


@dataclass(frozen=True)
class SignBits:
    """On which side of its centre every row lies, per dimension.

    Attributes:
        codes: uint64, shape (words of 64 dimensions, rows): 48 bytes a row of 384 dimensions.
        centres: one vector per language code, and last one for any other language. Without centring most e5
            vectors share their signs; centring by language keeps the languages comparable.
    """

    codes: Codes
    centres: Vectors

    @classmethod
    def build(cls, vectors: Vectors, languages: NDArray[np.uint8], centres: Vectors) -> "SignBits":
        """Encode all rows; about 2 seconds a million."""
        parts = [
            _encode(vectors[start : start + CHUNK] - centres[languages[start : start + CHUNK]])
            for start in range(0, len(vectors), CHUNK)
        ]
        return cls(np.ascontiguousarray(np.concatenate(parts).T), centres)

    def __len__(self) -> int:
        return int(self.codes.shape[1])

    def nearest(self, query: Vectors, language: int, count: int, allowed: NDArray[np.bool_]) -> NDArray[np.intp]:
        """About the ``count`` rows with the fewest differing bits, in no order, among those allowed."""
        code = _encode((query - self._centre(language))[None])[0]
        differing = np.zeros(len(self), dtype=np.uint16)
        for words, word in zip(self.codes, code, strict=True):
            differing += np.bitwise_count(words ^ word)
        differing[~allowed] = np.iinfo(np.uint16).max
        count = min(count, int(np.count_nonzero(allowed)))
        return np.argpartition(differing, count - 1)[:count] if count else np.empty(0, dtype=np.intp)

    def _centre(self, language: int) -> Vectors:
        centre: Vectors = self.centres[min(language, len(self.centres) - 1)]
        return centre


def _encode(centred: Vectors) -> Codes:
    rows, dim = centred.shape
    bits = np.zeros((rows, -(-dim // WORD) * WORD), dtype=np.bool_)
    np.greater(centred, 0, out=bits[:, :dim])
    return np.packbits(bits, axis=1).view(np.uint64)

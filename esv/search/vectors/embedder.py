"""What search asks of an embedding model, and the model that is not there."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class ModelMismatchError(ValueError):
    """Vectors of different weights were about to be compared."""


class Embedder(Protocol):
    """Turns texts into unit vectors whose inner product says how near they are in meaning."""

    @property
    def name(self) -> str:
        """Readable name of the model, shown on status pages."""
        ...

    @property
    def dim(self) -> int:
        """Length of a vector; 0 when there is no model."""
        ...

    @property
    def max_tokens(self) -> int:
        """Tokens of a text that are read, marks for begin and end included; the rest is ignored."""
        ...

    @property
    def content_hash(self) -> str:
        """Identity of the weights, stored beside every vector; other hashes are not comparable."""
        ...

    def embed_queries(self, texts: list[str]) -> Vectors:
        """Vectors of what people ask: float32, shape (number of texts, dim), rows of length one."""
        ...

    def embed_passages(self, texts: list[str]) -> Vectors:
        """Vectors of what can be found: float32, shape (number of texts, dim), rows of length one."""
        ...


class NullEmbedder:
    """No model: vectors of length 0, so that search answers with words alone."""

    name = "none"
    dim = 0
    max_tokens = 0
    content_hash = "none"

    def embed_queries(self, texts: list[str]) -> Vectors:
        """Shape (number of texts, 0)."""
        return np.empty((len(texts), 0), dtype=np.float32)

    def embed_passages(self, texts: list[str]) -> Vectors:
        """Shape (number of texts, 0)."""
        return np.empty((len(texts), 0), dtype=np.float32)


def require_same_model(expected_hash: str, actual_hash: str) -> None:
    """Refuse to compare vectors of different weights.

    Raises:
        ModelMismatchError: the hashes differ; embed the stored texts again.
    """
    if expected_hash != actual_hash:
        raise ModelMismatchError(
            f"vectors were made with model {actual_hash[:12]}, this index holds {expected_hash[:12]}: embed again"
        )


def to_unit_rows(matrix: NDArray[np.floating]) -> Vectors:
    """Scale every row to length one; a row of zeros stays as it is."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    units: Vectors = np.zeros(matrix.shape, dtype=np.float32)
    np.divide(matrix, lengths, out=units, where=lengths > 0, casting="same_kind")
    return units

"""The table of word vectors, four bits a value, read straight from disk."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.embedder import Vectors


def unpack_halves(packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Sixteen bytes to 32 values of 0-15 along the last axis: the low halves, then the high ones."""
    return np.concatenate([packed & 15, packed >> 4], axis=-1)


def split_blocks(blocks: NDArray[np.uint8]) -> tuple[Vectors, NDArray[np.uint8]]:
    """Part blocks of 18 bytes into scales, shape (..., blocks), and halves, shape (..., blocks, 16)."""
    scales = np.ascontiguousarray(blocks[..., :2]).view("<f2")[..., 0].astype(np.float32)
    return scales, blocks[..., 2:]


class PackedTable:
    """Rows of a four-bit table in a ``.npy`` file of blocks, uint8 of shape (rows, blocks, 18).

    The file is mapped, not read: processes share its pages and only the words that occur take memory
    (54 MB for 250,037 words of 384 values).
    """

    def __init__(self, path: Path) -> None:
        self._blocks: NDArray[np.uint8] = np.load(path, mmap_mode="r")

    @property
    def dim(self) -> int:
        """Values in a row."""
        return int(self._blocks.shape[1]) * 32

    def rows(self, ids: list[int]) -> Vectors:
        """The rows of these words: float32, shape (number of ids, dim)."""
        scales, halves = split_blocks(np.asarray(self._blocks[ids]))
        values = unpack_halves(halves).astype(np.float32) - 8
        return (values * scales[..., None]).reshape(len(ids), -1)

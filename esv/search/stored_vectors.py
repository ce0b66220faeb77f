"""The model that turns texts into vectors, and the filling of the vectors that are missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import structlog
from django.conf import settings
from django.db import connection, models, transaction

from esv.search import nearness, versions
from esv.search.models import IndexedEntry, IndexedPassage
from esv.search.vectors.embedder import Embedder, NullEmbedder, Vectors

log = structlog.get_logger(__name__)
BATCH = 16
EMBEDDING_LOCK = 7_350_117  # any number that no other lock of ours uses


@cache
def embedder() -> Embedder:
    """The model named in the settings, loaded once for each process.

    Raises:
        FileNotFoundError: the converted model is not there; ``bin/setup`` makes it.
    """
    if settings.SEARCH_EMBEDDER == "none":
        return NullEmbedder()
    from esv.search.vectors.onnx_e5 import OnnxE5

    return OnnxE5(settings.SEARCH_MODEL_DIR)


def missing_count() -> int:
    """How many passages have no vector of the present model yet."""
    return 0 if embedder().dim == 0 else _missing().count()


def embed_missing(report: Callable[[int], None] = lambda _made: None) -> int:
    """Make all missing vectors, in batches that are each kept at once; return how many were made.

    One process does this at a time; for another that asks meanwhile there is nothing to do. The database frees the
    place of a process that was killed.

    Args:
        report: called after every batch with the number made so far.
    """
    made = 0
    if embedder().dim == 0 or not _try_lock():
        return made
    try:
        while batch := list(_missing().order_by("pk")[:BATCH]):
            _keep(batch, embedder().embed_passages([passage.full_text for passage in batch]))
            made += len(batch)
            report(made)
    finally:
        _unlock()
    if made:
        log.info("search.embedded", passages=made)
    return made


@transaction.atomic
def _keep(batch: list[IndexedPassage], vectors: Vectors) -> None:
    """Store vectors of passages whose text is still the one that was read."""
    version = versions.take_next()
    for passage, vector in zip(batch, vectors, strict=True):
        IndexedPassage.objects.filter(pk=passage.pk, text_hash=passage.text_hash).update(
            vector=to_bytes(vector), vector_model=embedder().content_hash
        )
    if nearness.is_enabled():
        nearness.keep({passage.pk: vector for passage, vector in zip(batch, vectors, strict=True)})
    IndexedEntry.objects.filter(passages__in=[passage.pk for passage in batch]).update(version=version)


def use_pgvector() -> bool:
    """Let the database look up what is near, where it has pgvector; return whether it does. Safe to call again."""
    if not nearness.enable(embedder().dim):
        return False
    made = {passage.pk: passage.vector for passage in nearness.lacking()}
    nearness.keep({key: from_bytes(vector) for key, vector in made.items() if vector is not None})
    return True


def _missing() -> models.QuerySet[IndexedPassage]:
    return IndexedPassage.objects.exclude(vector_model=embedder().content_hash)


def _try_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [EMBEDDING_LOCK])
        return bool(cursor.fetchone()[0])


def _unlock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [EMBEDDING_LOCK])


def to_bytes(vector: np.ndarray) -> bytes:
    """A vector as it is stored: half-precision floats, little-endian."""
    return vector.astype("<f2").tobytes()


def from_bytes(stored: bytes | memoryview) -> np.ndarray:
    """A stored vector as float32, of unit length but for rounding."""
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)

"""What lies near an entry in meaning, looked up by the database where it has pgvector.

The extension keeps a column and an index of its own, which no model knows: a database without it has the same schema
for the rest of the product, and the vectors in the memory of the process answer instead.
"""

from __future__ import annotations

import structlog
from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from esv.search.models import IndexedPassage
from esv.search.vectors.embedder import Vectors

log = structlog.get_logger(__name__)
EXTENSION = "vector"


def enable(dim: int) -> bool:
    """Use pgvector where the server has it and we may; return whether it is in use. Safe to call again.

    Args:
        dim: length of a vector of the present model; 0 leaves everything as it is.
    """
    if dim and not is_enabled():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks to come cannot be altered
                cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {EXTENSION}")
                cursor.execute(f"ALTER TABLE search_indexedpassage ADD COLUMN nearness halfvec({int(dim)})")
                cursor.execute(
                    "CREATE INDEX search_passage_nearness ON search_indexedpassage USING hnsw (nearness halfvec_ip_ops)"
                )
        except DatabaseError as error:
            log.info("search.without_pgvector", reason=type(error).__name__)
    return is_enabled()


def is_enabled() -> bool:
    """Whether this database has the column of pgvector."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND table_name = 'search_indexedpassage' AND column_name = 'nearness'"
        )
        return cursor.fetchone() is not None


def keep(vectors: dict[int, Vectors]) -> None:
    """Keep vectors by primary key of their passage where the database looks them up."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE search_indexedpassage SET nearness = %s::halfvec WHERE id = %s",
            [(f"[{','.join(f'{value:.5f}' for value in vector)}]", key) for key, vector in vectors.items()],
        )


def lacking() -> list[IndexedPassage]:
    """Passages that have a vector which the database cannot look up yet."""
    return list(IndexedPassage.objects.filter(~Q(vector_model="")).extra(where=["nearness IS NULL"]))


def nearest(key: str, *, model: str, limit: int) -> list[str]:
    """Keys of the entries nearest to an entry in meaning, itself left out.

    None where it has no vector of the model, named by its content hash, yet.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.entry_id, p.language, p.nearness::text FROM search_indexedpassage p "
            "JOIN search_indexedentry e ON e.id = p.entry_id WHERE e.key = %s AND p.vector_model = %s "
            "AND p.nearness IS NOT NULL ORDER BY p.language DESC, p.position LIMIT 1",
            [key, model],
        )
        own = cursor.fetchone()
        if own is None:
            return []
        cursor.execute(
            "SELECT e.key FROM search_indexedpassage p JOIN search_indexedentry e ON e.id = p.entry_id "
            "WHERE p.vector_model = %s AND p.entry_id <> %s AND p.language = %s AND p.nearness IS NOT NULL "
            "ORDER BY p.nearness <#> %s::halfvec LIMIT %s",
            [model, *own, limit],
        )
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))

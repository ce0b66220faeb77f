"""What search does outside the request: making vectors."""

from __future__ import annotations

from django_tasks import task

from esv.search import stored_vectors


@task()
def embed_missing() -> int:
    """Make the vectors that are missing; return how many were made.

    What is missing is read from the database each time, so that a task that was killed halfway, or ran twice,
    leaves nothing to repair.
    """
    return stored_vectors.embed_missing()

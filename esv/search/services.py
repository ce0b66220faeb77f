"""Every change of the index. Apps call these in the transaction that changes what they describe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction

from esv.search import stored_vectors, tasks, versions
from esv.search.entries import Entry, EntryText
from esv.search.models import IndexedEntry, IndexedPassage
from esv.search.passages import Passage, passages_of


def put(entry: Entry) -> bool:
    """Make an entry findable, or replace what was there; return whether anything changed."""
    return put_many([entry]) == 1


@transaction.atomic
def put_many(entries: Iterable[Entry]) -> int:
    """Make entries findable, all or none; return how many were new or changed.

    Raises:
        ValueError: an entry has no text in any language.
    """
    fresh = {entry.key: entry for entry in entries}
    version = versions.take_next()
    known = {row.key: row for row in IndexedEntry.objects.filter(key__in=fresh)}
    changed = [entry for entry in fresh.values() if _differs(entry, known.get(entry.key))]
    for entry in changed:
        _write(entry, version)
    if changed:
        tasks.embed_missing.enqueue()
    return len(changed)


@transaction.atomic
def remove(key: str) -> bool:
    """Make an entry unfindable; return whether it was findable."""
    version = versions.take_next()
    removed = (
        IndexedEntry.objects.findable().filter(key=key).update(is_withdrawn=True, version=version, content_hash="")
    )
    IndexedPassage.objects.filter(entry__key=key).delete()
    return bool(removed)


@transaction.atomic
def rebuild() -> None:
    """Forget all vectors and have every process load everything anew, with its next question.

    Search by words stays complete; meaning comes back as a worker makes the vectors.
    """
    IndexedPassage.objects.update(vector=None, vector_model="")
    stored_vectors.use_pgvector()
    IndexedEntry.objects.update(version=versions.take_next())
    tasks.embed_missing.enqueue()


def _differs(entry: Entry, row: IndexedEntry | None) -> bool:
    return row is None or row.is_withdrawn or row.content_hash != _content_hash(entry)


def _write(entry: Entry, version: int) -> None:
    if not any(f"{text.title}{text.body}".strip() for text in entry.texts.values()):
        raise ValueError(f"{entry.key} has no text to be found by")
    row, _ = IndexedEntry.objects.update_or_create(
        key=entry.key,
        defaults={
            "kind": entry.kind,
            "path": entry.path,
            "language": entry.language,
            "status": entry.status,
            "facets": _facets(entry),
            "ratings": dict(entry.ratings),
            "names": {language: [text.title, *text.labels] for language, text in entry.texts.items()},
            "concept": entry.concept,
            "weight": entry.weight,
            "suggested_until": entry.suggested_until,
            "is_withdrawn": False,
            "content_hash": _content_hash(entry),
            "version": version,
        },
    )
    _write_passages(row, [passage for language in entry.texts for passage in _passages(entry, language)])


def _passages(entry: Entry, language: str) -> list[Passage]:
    text = entry.texts[language]
    return passages_of(entry.key, entry.kind, language, text.title, _whole_text(text))


def _whole_text(text: EntryText) -> str:
    names = f"{'; '.join(text.labels)}." if text.labels else ""
    return "\n\n".join(part for part in (names, text.summary, text.body) if part)


def _facets(entry: Entry) -> dict[str, list[str]]:
    own = {"kind": (entry.kind,), "language": (entry.language,) if entry.language else tuple(entry.texts)}
    return {name: list(codes) for name, codes in {**entry.facets, **own}.items() if codes}


def _write_passages(row: IndexedEntry, passages: list[Passage]) -> None:
    """Write the passages of an entry; one whose text did not change keeps its vector."""
    hashes = {passage.key: _hash(passage.full_text) for passage in passages}
    kept = {old.key for old in row.passages.all() if hashes.get(old.key) == old.text_hash}
    row.passages.exclude(key__in=kept).delete()
    IndexedPassage.objects.bulk_create(
        IndexedPassage(
            entry=row,
            key=passage.key,
            language=passage.language,
            position=passage.position,
            title=passage.title,
            text=passage.text,
            text_hash=hashes[passage.key],
        )
        for passage in passages
        if passage.key not in kept
    )


def _content_hash(entry: Entry) -> str:
    return _hash(json.dumps(asdict(entry), sort_keys=True, ensure_ascii=False, default=str))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

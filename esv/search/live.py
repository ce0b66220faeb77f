"""The index in the memory of this process, kept equal to the database.

Before each question one number is read from the database. When it has moved, what changed since is taken over, so
that a published or withdrawn entry appears or disappears in every process with the next question, whatever happened
to workers or listeners meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Lock, Thread
from time import monotonic

import numpy as np
import structlog
from django.conf import settings

from esv.search import stored_vectors, versions
from esv.search.analysis.concepts import ConceptLabels
from esv.search.analysis.word_list import WordList
from esv.search.engine import SearchEngine
from esv.search.models import IndexedEntry
from esv.search.passages import Passage
from esv.search.suggesting import Titles

log = structlog.get_logger(__name__)

#: Above this number of changed entries everything is loaded anew: faster than one by one.
MOST_CHANGES = 500

#: So long after the last change the index is made anew.
SETTLING_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that questions are answered from, at one moment."""

    engine: SearchEngine
    entries: Mapping[str, IndexedEntry] = field(default_factory=dict)
    keys_by_facet: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    titles: Titles = field(default_factory=lambda: Titles(()))
    without_vector: int = 0

    def allowed(self, chosen: Mapping[str, Collection[str]]) -> frozenset[str] | None:
        """The keys that have one of the chosen codes in every facet; None when nothing was chosen."""
        allowed: frozenset[str] | None = None
        for facet, codes in chosen.items():
            known = self.keys_by_facet.get(facet, {})
            keys = frozenset().union(*(known.get(code, frozenset()) for code in codes))
            allowed = keys if allowed is None else allowed & keys
        return allowed


class LiveIndex:
    """One for each process; safe to use from several threads."""

    def __init__(self) -> None:
        self._refreshing = Lock()
        self._version = -1
        self._changed_at = monotonic()
        self._is_patched = False
        self._snapshot = Snapshot(_engine(()))

    def refresh(self) -> Snapshot:
        """Take over what changed in the database and return what to answer from."""
        version = versions.current()
        if version != self._version:
            with self._refreshing:
                if version != self._version:
                    self._take_over(version)
        elif self._is_patched and monotonic() - self._changed_at > SETTLING_SECONDS:
            self._is_patched = False
            Thread(target=self.settle, name="search-settles").start()
        return self._snapshot

    def settle(self) -> None:
        """Make the index anew from what is in memory, so that every process that knows the same answers the same.

        Taking over changes one by one leaves traces of what was replaced in the frequencies of words. This happens
        beside the answering of questions, some seconds after the last change.
        """
        before = self._snapshot
        fresh = _loaded(before.entries.values())
        with self._refreshing:
            if self._snapshot is before:
                self._snapshot = fresh

    def _take_over(self, version: int) -> None:
        changes = IndexedEntry.objects.changed_since(self._version)
        if version < self._version or self._version < 0 or changes.count() > MOST_CHANGES:
            self._load_all()
        else:
            self._load(list(changes.prefetch_related("passages")))
        self._version = version
        self._changed_at = monotonic()

    def _load_all(self) -> None:
        self._snapshot = _loaded(IndexedEntry.objects.findable().prefetch_related("passages"))
        self._is_patched = False

    def _load(self, changed: list[IndexedEntry]) -> None:
        entries = dict(self._snapshot.entries)
        for row in changed:
            entries.pop(row.key, None)
            if not row.is_withdrawn:
                entries[row.key] = row
        if _concepts(entries.values()) != _concepts(self._snapshot.entries.values()):
            self._load_all()
            return
        engine = self._snapshot.engine
        engine.remove([row.key for row in changed if row.is_withdrawn])
        passages, vectors = _passages(row for row in changed if not row.is_withdrawn)
        engine.put(passages, vectors)
        self._snapshot = _snapshot(engine, entries)
        self._is_patched = True


@cache
def index() -> LiveIndex:
    """The index of this process."""
    return LiveIndex()


@cache
def word_list() -> WordList:
    """The words of Dutch and English that ``bin/setup`` made, for this process."""
    words = WordList.load(settings.SEARCH_WORDS_DIR)
    if not words.entries:
        log.warning("search.no_word_list", folder=str(settings.SEARCH_WORDS_DIR))
    return words


def _engine(concepts: Sequence[ConceptLabels]) -> SearchEngine:
    return SearchEngine(stored_vectors.embedder(), concepts, disk=settings.VAR_DIR / "search", words=word_list())


def _loaded(entries: Iterable[IndexedEntry]) -> Snapshot:
    """Everything indexed at once, in an order that depends on nothing but what there is."""
    by_key = {entry.key: entry for entry in sorted(entries, key=lambda entry: entry.key)}
    engine = _engine(_concepts(by_key.values()))
    passages, vectors = _passages(by_key.values())
    engine.rebuild(passages, vectors)
    return _snapshot(engine, by_key)


def _snapshot(engine: SearchEngine, entries: Mapping[str, IndexedEntry]) -> Snapshot:
    values = entries.values()
    return Snapshot(engine, entries, _keys_by_facet(values), Titles(values), _without_vector(values))


def _without_vector(entries: Iterable[IndexedEntry]) -> int:
    model = stored_vectors.embedder()
    if model.dim == 0:
        return 0
    return sum(row.vector_model != model.content_hash for entry in entries for row in entry.passages.all())


def _keys_by_facet(entries: Iterable[IndexedEntry]) -> dict[str, dict[str, frozenset[str]]]:
    keys: dict[str, dict[str, set[str]]] = {}
    for entry in entries:
        for facet, codes in entry.facets.items():
            for code in codes:
                keys.setdefault(facet, {}).setdefault(code, set()).add(entry.key)
    return {facet: {code: frozenset(found) for code, found in codes.items()} for facet, codes in keys.items()}


def _concepts(entries: Iterable[IndexedEntry]) -> list[ConceptLabels]:
    concepts = (ConceptLabels(entry.key, entry.names) for entry in entries if entry.concept)
    return sorted(concepts, key=lambda labels: labels.concept)


def _passages(entries: Iterable[IndexedEntry]) -> tuple[list[Passage], dict[str, np.ndarray]]:
    """The passages of entries as the engine takes them, and the vectors of those that have one of this model."""
    passages: list[Passage] = []
    vectors: dict[str, np.ndarray] = {}
    model = stored_vectors.embedder()
    for entry in entries:
        for row in entry.passages.all():
            passages.append(
                Passage(row.key, entry.key, entry.kind, row.language, row.title, row.text, row.position, entry.weight)
            )
            if row.vector is not None and row.vector_model == model.content_hash:
                vectors[row.key] = stored_vectors.from_bytes(row.vector)
    return passages, vectors

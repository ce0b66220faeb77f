"""The ways of searching that are compared, all over the same passages and all answering with items."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tantivy
from django.db import connection

from esv.search import live
from esv.search.analysis.language import LanguageGuesser
from esv.search.analysis.tokens import words
from esv.search.engine import SearchEngine
from esv.search.passages import Passage
from esv.search.vectors.embedder import Embedder, NullEmbedder, Vectors

CANDIDATES = 200
CONFIGURATIONS = {"nl": "dutch", "en": "english"}

#: A way of searching: a question in, keys of items out, best first.
System = Callable[[str], list[str]]


@dataclass(frozen=True)
class Corpus:
    """What is searched: passages, and a vector for each (shape passages x dimensions; empty without a model)."""

    passages: Sequence[Passage]
    vectors: Vectors


def ours(corpus: Corpus, embedder: Embedder, engine: SearchEngine | None = None) -> System:
    """The product's engine; by words alone with a ``NullEmbedder``."""
    engine = engine or build(corpus, embedder)
    return lambda question: list(engine.search(question, limit=0).ranking)


def build(corpus: Corpus, embedder: Embedder) -> SearchEngine:
    """The product's engine over a corpus, without the names of concepts."""
    engine = SearchEngine(embedder, words=live.word_list())
    with_vectors = not isinstance(embedder, NullEmbedder)
    keys = (passage.key for passage in corpus.passages)
    engine.rebuild(corpus.passages, dict(zip(keys, corpus.vectors, strict=True)) if with_vectors else None)
    return engine


def dense(corpus: Corpus, embedder: Embedder) -> System:
    """Meaning alone: the inner product with every passage."""

    def search(question: str) -> list[str]:
        scores = corpus.vectors @ embedder.embed_queries([question])[0]
        return _items(corpus, np.argsort(-scores, kind="stable")[:CANDIDATES].tolist())

    return search


def bm25(corpus: Corpus) -> System:
    """BM25 of tantivy with the stemmer of the passage's language: what Lucene and OpenSearch do by default."""
    schema = tantivy.SchemaBuilder()
    for field in CONFIGURATIONS.values():
        schema.add_text_field(field, stored=False, tokenizer_name=field, index_option="freq")
    schema.add_unsigned_field("number", stored=True)
    index = tantivy.Index(schema.build(), path=tempfile.mkdtemp())
    for language in CONFIGURATIONS.values():
        index.register_tokenizer(language, _stemmer(language))
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for number, passage in enumerate(corpus.passages):
        field = CONFIGURATIONS.get(passage.language, "dutch")
        writer.add_document(tantivy.Document.from_dict({field: passage.full_text, "number": number}))
    writer.commit()
    index.reload()
    searcher, guesser = index.searcher(), LanguageGuesser()

    def search(question: str) -> list[str]:
        plain = " ".join(words(question))
        if not plain:
            return []
        query = index.parse_query(plain, [_configuration(question, guesser)])
        found = [address for _, address in searcher.search(query, CANDIDATES).hits]
        return _items(corpus, [searcher.doc(address)["number"][0] for address in found])

    return search


def _stemmer(language: str) -> Any:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer(language)).build()


def postgresql(corpus: Corpus, *, any_word: bool) -> System:
    """Full text of PostgreSQL, ``ts_rank_cd``: all words, as Django does by default, or any word."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_passages")
        cursor.execute("CREATE TEMP TABLE bench_passages (number int, words tsvector)")
        cursor.executemany(
            "INSERT INTO bench_passages VALUES (%s, to_tsvector(%s::regconfig, %s))",
            [
                (number, CONFIGURATIONS.get(passage.language, "dutch"), passage.full_text)
                for number, passage in enumerate(corpus.passages)
            ],
        )
        cursor.execute("CREATE INDEX ON bench_passages USING gin (words)")
        cursor.execute("ANALYZE bench_passages")
    guesser = LanguageGuesser()
    operator = "|" if any_word else "&"

    def search(question: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "WITH q AS (SELECT replace(plainto_tsquery(%s::regconfig, %s)::text, '&', %s)::tsquery AS q) "
                "SELECT number FROM bench_passages, q WHERE words @@ q.q "
                "ORDER BY ts_rank_cd(words, q.q) DESC, number LIMIT %s",
                [_configuration(question, guesser), question.replace("\0", " "), operator, CANDIDATES],
            )
            return _items(corpus, [row[0] for row in cursor.fetchall()])

    return search


def _configuration(question: str, guesser: LanguageGuesser) -> str:
    return CONFIGURATIONS.get(guesser.guess_text(question) or "nl", "dutch")


def _items(corpus: Corpus, numbers: Iterable[int]) -> list[str]:
    """The items of passages, each at its best place."""
    return list(dict.fromkeys(corpus.passages[number].item for number in numbers))

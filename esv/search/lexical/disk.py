"""The lexical index on disk, for more texts than fit in memory: tantivy, with the analysis of this package."""

import math
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Self
from weakref import finalize

import numpy as np
import tantivy

from esv.search.analysis.analyser import Analyser, is_stop_word
from esv.search.analysis.grams import grams
from esv.search.analysis.language import LANGUAGES
from esv.search.analysis.tokens import fold, words
from esv.search.lexical import LexicalQuery, Mask, Ordinals, Ranked, Text
from esv.search.lexical.bags import TITLE_WEIGHT, count_words
from esv.search.lexical.postings import GRAM_WEIGHT, learn

# Bytes a writer may use before it writes to disk.
_WRITER_MEMORY = 128_000_000
# How many more results are asked for when those found were not all allowed.
_WIDER = 8


@dataclass(frozen=True, slots=True)
class DiskIndex:
    """Texts in an index in a folder. See ``LexicalIndex`` for its use.

    ``searcher`` sees the index as it was when this object was made; ``words`` holds what came since the last build.
    """

    analyser: Analyser
    folder: "_OwnFolder"
    index: tantivy.Index
    searcher: tantivy.Searcher
    words: frozenset[str]
    built: int
    size: int

    @classmethod
    def build(cls, texts: Sequence[Text], parent: Path) -> Self:
        """Learn the words of the texts and index them in a new folder inside ``parent``, removed with the index."""
        folder = _OwnFolder(parent)
        analyser = learn(count_words(texts))
        index = tantivy.Index(_schema(), path=str(folder.path))
        _write(index, analyser, texts, 0)
        return cls(analyser, folder, index, index.searcher(), frozenset(), len(texts), len(texts))

    @property
    def added_count(self) -> int:
        """How many texts came since the last build."""
        return self.size - self.built

    def with_added(self, texts: Sequence[Text]) -> Self:
        """The same with these texts written to the folder as well."""
        _write(self.index, self.analyser, texts, self.size)
        fresh = {fold(word) for text in texts for word in words(f"{text.title} {text.body}")}
        later = replace(self, words=self.words | fresh, size=self.size + len(texts))
        return replace(later, searcher=self.index.searcher())

    def has_word(self, word: str) -> bool:
        """Whether a text holds the word."""
        return self.analyser.occurs(word) or word in self.words

    def occurs(self, term: str) -> bool:
        """Whether a text holds the term."""
        return self.searcher.doc_freq("terms", term) > 0

    def rarity(self, term: str) -> float:
        """Inverse document frequency as tantivy has it: ln(1 + (texts - found + 0.5) / (found + 0.5))."""
        found = self.searcher.doc_freq("terms", term)
        return math.log(1.0 + (self.size - found + 0.5) / (found + 0.5))

    def search(
        self, query: LexicalQuery, *, limit: int, allowed: Mask | None = None, also: Ordinals | None = None
    ) -> Ranked:
        """See ``LexicalIndex``; the score of texts in ``also`` is known only when they are among the best."""
        clauses = [*_clauses("terms", query.terms, 1.0), *_clauses("grams", query.grams, GRAM_WEIGHT)]
        if not clauses or not self.size:
            return Ranked(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))
        asked = limit + (0 if also is None else len(also))
        found = self._found(tantivy.Query.boolean_query(clauses), asked, allowed)
        while len(found) < limit and asked < self.size and allowed is not None:
            asked *= _WIDER
            found = self._found(tantivy.Query.boolean_query(clauses), min(asked, self.size), allowed)
        return _ranked(found, limit, also)

    def _found(self, query: tantivy.Query, limit: int, allowed: Mask | None) -> list[tuple[float, int]]:
        hits = self.searcher.search(query, limit, count=False).hits
        found = [(score, int(self.searcher.doc(address)["ordinal"][0])) for score, address in hits]
        return found if allowed is None else [pair for pair in found if allowed[pair[1]]]


class _OwnFolder:
    """A new folder, removed when the process that made it no longer uses it, but not by one that was forked from it.

    What a killed process leaves is safe to delete.
    """

    def __init__(self, parent: Path) -> None:
        parent.mkdir(parents=True, exist_ok=True)
        self.path = Path(mkdtemp(prefix="lexical-", dir=parent))
        finalize(self, _remove, self.path, made_by=os.getpid())


def _remove(folder: Path, *, made_by: int) -> None:
    if os.getpid() == made_by:
        shutil.rmtree(folder, ignore_errors=True)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("ordinal", stored=True)
    return builder.build()


_SCHEMA = _schema()


def _write(index: tantivy.Index, analyser: Analyser, texts: Sequence[Text], first: int) -> None:
    """Add texts, numbered from ``first``, and wait until they can be found."""
    writer = index.writer(_WRITER_MEMORY, 1)
    for number, text in enumerate(texts, first):
        held = _word_counts(text)
        writer.add_document(
            tantivy.Document(
                terms=" ".join(_terms(held, text.language, analyser)), grams=" ".join(_grams(held)), ordinal=number
            )
        )
    writer.commit()
    writer.wait_merging_threads()
    index.reload()


def _word_counts(text: Text) -> Counter[str]:
    held = Counter(fold(word) for word in words(text.body))
    for word in words(text.title):
        held[fold(word)] += TITLE_WEIGHT
    return held


def _terms(held: Mapping[str, int], language: str, analyser: Analyser) -> Iterator[str]:
    for terms, count in zip(analyser.terms_of(list(held), language), held.values(), strict=True):
        for term in terms:
            yield from (term for _ in range(count))


def _grams(held: Mapping[str, int]) -> Iterator[str]:
    for word, count in held.items():
        if not is_stop_word(word, LANGUAGES):
            yield from (gram for gram in grams(word) for _ in range(count))


def _clauses(field: str, weights: Mapping[str, float], share: float) -> Iterable[tuple[Any, tantivy.Query]]:
    for term, weight in weights.items():
        query = tantivy.Query.term_query(_SCHEMA, field, term, "freq")
        yield tantivy.Occur.Should, tantivy.Query.boost_query(query, share * weight)


def _ranked(found: Sequence[tuple[float, int]], limit: int, also: Ordinals | None) -> Ranked:
    """The best, and those asked for besides; of equal ones, those added first."""
    wanted = set() if also is None else set(also.tolist())
    ordered = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    kept = [pair for rank, pair in enumerate(ordered) if rank < limit or pair[1] in wanted]
    ordinals = np.array([ordinal for _, ordinal in kept], dtype=np.int32)
    return Ranked(ordinals, np.array([score for score, _ in kept], dtype=np.float32))

"""The lexical index in memory: built in seconds, small changes searched beside the main part."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

import numpy as np

from esv.search.analysis.analyser import Analyser
from esv.search.lexical import LexicalQuery, Mask, Ordinals, Ranked, Scores, Text
from esv.search.lexical.bags import Bags, count_words
from esv.search.lexical.segment import Field, Segment, build_segment

# A four-letter piece tells a sixth as much as a word: a word has about six of them.
GRAM_WEIGHT = 0.15
# The most postings of four-letter pieces read for one question, rarest first.
MOST_GRAM_POSTINGS = 600_000


@dataclass(frozen=True, slots=True)
class PostingsIndex:
    """A main segment and a small one with what came later. See ``LexicalIndex`` for its use."""

    analyser: Analyser
    main: Segment
    added: tuple[Text, ...] = ()
    delta: Segment | None = None

    @classmethod
    def build(cls, texts: Sequence[Text]) -> Self:
        """Learn the words of the texts and index them."""
        bags = count_words(texts)
        analyser = learn(bags)
        return cls(analyser, build_segment(bags, analyser))

    @property
    def size(self) -> int:
        """How many texts were added."""
        return self.main.size + len(self.added)

    @property
    def added_count(self) -> int:
        """How many of them since the last build."""
        return len(self.added)

    def with_added(self, texts: Sequence[Text]) -> Self:
        """The same with these texts in its small segment, which is made anew."""
        added = (*self.added, *texts)
        return replace(self, added=added, delta=build_segment(count_words(added), self.analyser))

    def has_word(self, word: str) -> bool:
        """Whether a text holds the word."""
        return any(word in segment.vocabulary for segment in self._segments)

    def occurs(self, term: str) -> bool:
        """Whether a text holds the term."""
        return any(segment.terms.frequency(term) for segment in self._segments)

    def rarity(self, term: str) -> float:
        """Inverse document frequency as in Lucene: ln(1 + (texts - found + 0.5) / (found + 0.5))."""
        return self._rarity([segment.terms for segment in self._segments], term)

    def search(
        self, query: LexicalQuery, *, limit: int, allowed: Mask | None = None, also: Ordinals | None = None
    ) -> Ranked:
        """See ``LexicalIndex``; the score of every text in ``also`` is known."""
        scores = self._scores(query)
        if allowed is not None:
            scores[~allowed] = 0.0
        return _best(scores, limit, also)

    @property
    def _segments(self) -> tuple[Segment, ...]:
        return (self.main,) if self.delta is None else (self.main, self.delta)

    def _scores(self, query: LexicalQuery) -> Scores:
        terms = self._weighted([segment.terms for segment in self._segments], query.terms)
        grams = self._weighted([segment.grams for segment in self._segments], self._affordable(query.grams))
        scores = np.zeros(self.size, dtype=np.float32)
        start = 0
        for segment in self._segments:
            onto = scores[start : start + segment.size]
            segment.terms.add_scores(terms, onto)
            segment.grams.add_scores({gram: GRAM_WEIGHT * weight for gram, weight in grams.items()}, onto)
            start += segment.size
        return scores

    def _weighted(self, fields: Sequence[Field], asked: Mapping[str, float]) -> dict[str, float]:
        return {term: weight * self._rarity(fields, term) for term, weight in asked.items()}

    def _rarity(self, fields: Sequence[Field], term: str) -> float:
        found = sum(field.frequency(term) for field in fields)
        return math.log(1.0 + (self.size - found + 0.5) / (found + 0.5))

    def _affordable(self, grams: Mapping[str, float]) -> Mapping[str, float]:
        """The rarest pieces of a question, as many as may be read."""
        rarest_first = sorted(grams, key=lambda gram: (self.main.grams.frequency(gram), gram))
        costs = accumulate(self.main.grams.frequency(gram) for gram in rarest_first)
        return {gram: grams[gram] for gram, cost in zip(rarest_first, costs, strict=True) if cost <= MOST_GRAM_POSTINGS}


def learn(bags: Bags) -> Analyser:
    """Learn the words of counted texts."""
    languages, sizes = np.unique(bags.languages, return_counts=True)
    texts = {str(language): int(size) for language, size in zip(languages, sizes, strict=True)}
    return Analyser({language: bags.texts_with_word(language) for language in texts}, texts)


def _best(scores: Scores, limit: int, also: Ordinals | None) -> Ranked:
    """The texts with the highest scores; of equal ones, those added first."""
    found = scores.nonzero()[0]
    if len(found) > limit:
        edge = np.partition(scores[found], len(found) - limit)[len(found) - limit]
        above, level = found[scores[found] > edge], found[scores[found] == edge]
        found = np.concatenate([above, level[: limit - len(above)]])
    if also is not None:
        found = np.union1d(found, also[scores[also] > 0.0])
    order = np.lexsort((found, -scores[found]))
    return Ranked(found[order].astype(np.int32), scores[found[order]])

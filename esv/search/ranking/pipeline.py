"""From a question taken apart to passages in order."""

from dataclasses import dataclass

import numpy as np

from esv.search.analysis.question import Question
from esv.search.lexical import LexicalQuery, Mask, Ordinals, Ranked, Scores
from esv.search.library import Library
from esv.search.ranking.fusion import FAR_RANK, Weights, fuse, weights_for
from esv.search.ranking.meaning import Vectors, best, scores_at

CANDIDATES = 200

_NO_SCORES: Scores = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Found:
    """Passages in order, and the two orders it was made from; ``by_meaning`` is None without vectors.

    ``meanings`` holds the score by meaning of every passage of ``ranked``, ``average`` and ``deviation`` of all passages.
    """

    question: Question
    ranked: Ranked
    by_words: Ranked
    by_meaning: Ranked | None = None
    average: float = 0.0
    deviation: float = 1.0


def find(
    library: Library, question: Question, vector: Vectors | None, allowed: Mask, weights: Weights | None = None
) -> Found:
    """Search by words, and by meaning when there is a vector of the question, and put the passages in one order.

    Args:
        library: what is searched.
        question: taken apart, corrected, widened.
        vector: of the corrected question; None when there is no model.
        allowed: True for passages that may be found.
        weights: other shares of words and meaning than the question asks for, to compare.
    """
    weights = weights or weights_for(question)
    query = _query(question, weights)
    if question.language:
        allowed = library.without_translations(allowed, question.language)
    meanings = _meanings(library, vector, allowed)
    if meanings is None:
        by_words = library.lexical.search(query, limit=CANDIDATES, allowed=allowed)
        return Found(question, fuse(by_words, _NO_SCORES, 0.0, np.zeros(0, dtype=np.bool_), weights), by_words)
    nearest = best(meanings, CANDIDATES)
    by_words = library.lexical.search(query, limit=CANDIDATES, allowed=allowed, also=nearest.ordinals)
    ranked = _fused(library, question, by_words, nearest, meanings, weights)
    there = meanings[np.isfinite(meanings)]
    return Found(question, ranked, by_words, nearest, float(there.mean()), float(there.std()))


def _query(question: Question, weights: Weights) -> LexicalQuery:
    pieces = {gram: weights.grams * weight for gram, weight in question.grams.items()} if weights.grams else {}
    return LexicalQuery(question.terms, pieces)


def _meanings(library: Library, vector: Vectors | None, allowed: Mask) -> Scores | None:
    if vector is None or not len(vector):
        return None
    scores = library.meaning.scores(vector)
    scores[~allowed] = -np.inf
    return scores if np.isfinite(scores).any() else None


def _fused(
    library: Library, question: Question, by_words: Ranked, nearest: Ranked, meanings: Scores, weights: Weights
) -> Ranked:
    ordinals = np.union1d(by_words.ordinals, nearest.ordinals).astype(np.int32)
    words = np.zeros(len(ordinals), dtype=np.float32)
    words[np.searchsorted(ordinals, by_words.ordinals)] = by_words.scores
    far = float(nearest.scores[min(FAR_RANK, len(nearest.scores)) - 1])
    foreign = _foreign(library, question, ordinals)
    return fuse(Ranked(ordinals, words), scores_at(meanings, ordinals), far, foreign, weights)


def _foreign(library: Library, question: Question, ordinals: Ordinals) -> Mask:
    """Passages in another language than the question that can be found by their meaning."""
    if question.language is None:
        return np.zeros(len(ordinals), dtype=np.bool_)
    foreign = ~library.written_in(question.language) & library.meaning.present
    return np.asarray(foreign[ordinals])

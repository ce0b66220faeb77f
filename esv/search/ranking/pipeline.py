"""From a question taken apart to versions of items in order."""

from dataclasses import dataclass

import numpy as np

from esv.search.analysis.question import Question
from esv.search.lexical import LexicalQuery, Mask, Ordinals, Ranked, Scores
from esv.search.library import Library
from esv.search.ranking.fusion import FAR_RANK, Weights, fuse, fuse_words, weights_for
from esv.search.ranking.meaning import Sought
from esv.search.vectors.embedder import Vectors

CANDIDATES = 200

_NONE: Ranked = Ranked(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


@dataclass(frozen=True, slots=True)
class Found:
    """Versions of items in order, and the two orders it was made from; ``sought`` is None without vectors."""

    question: Question
    ranked: Ranked
    by_words: Ranked
    by_meaning: Ranked
    sought: Sought | None


def find(
    library: Library, question: Question, vector: Vectors | None, allowed: Mask, weights: Weights | None = None
) -> Found:
    """Search by words, and by meaning when there is a vector of the question, and put what is found in one order.

    Args:
        library: what is searched.
        question: taken apart, corrected, widened.
        vector: of the corrected question; None when there is no model.
        allowed: True for versions that may be found; of these, a translation is passed over.
        weights: other shares of words and meaning than the question asks for, to compare.
    """
    weights = weights or weights_for(question)
    if question.language:
        allowed = library.without_translations(allowed, question.language)
    sought = None if vector is None else Sought(vector, question.language)
    by_meaning = library.meaning.nearest(sought, library.versions, allowed, CANDIDATES) if sought else _NONE
    also = by_meaning.ordinals if sought else None
    by_words = library.lexical.search(_query(question, weights), limit=CANDIDATES, allowed=allowed, also=also)
    if sought is None or not len(by_meaning.ordinals):
        return Found(question, fuse_words(by_words), by_words, _NONE, None)
    return Found(question, _fused(library, sought, by_words, by_meaning, weights), by_words, by_meaning, sought)


def _query(question: Question, weights: Weights) -> LexicalQuery:
    pieces = {gram: weights.grams * weight for gram, weight in question.grams.items()} if weights.grams else {}
    return LexicalQuery(question.terms, pieces)


def _fused(library: Library, sought: Sought, by_words: Ranked, by_meaning: Ranked, weights: Weights) -> Ranked:
    ordinals = np.union1d(by_words.ordinals, by_meaning.ordinals).astype(np.int32)
    words = np.zeros(len(ordinals), dtype=np.float32)
    words[np.searchsorted(ordinals, by_words.ordinals)] = by_words.scores
    meanings = _meanings(library, sought, ordinals)
    far = float(by_meaning.scores[min(FAR_RANK, len(by_meaning.scores)) - 1])
    foreign = _foreign(library, sought, ordinals) & np.isfinite(meanings)
    return fuse(Ranked(ordinals, words), meanings, far, foreign, weights)


def _meanings(library: Library, sought: Sought, versions: Ordinals) -> Scores:
    """The score by meaning of some versions: that of their best passage; -inf where no vector was made yet."""
    sizes = np.diff(library.bounds)[versions]
    starts = np.concatenate([[0], np.cumsum(sizes)])[:-1]
    passages = np.repeat(library.bounds[versions] - starts, sizes) + np.arange(sizes.sum())
    return np.asarray(np.maximum.reduceat(library.meaning.scores(sought, passages.astype(np.int32)), starts))


def _foreign(library: Library, sought: Sought, versions: Ordinals) -> Mask:
    """Versions in another language than the question."""
    if sought.language is None:
        return np.zeros(len(versions), dtype=np.bool_)
    return np.asarray(~library.written_in(sought.language)[versions])

"""Reads from a search what tells whether it found an answer."""

from collections.abc import Sequence

import numpy as np

from esv.search.analysis.question import Question
from esv.search.analysis.tokens import fold, words
from esv.search.library import Library
from esv.search.ranking.calibration import Signals
from esv.search.ranking.fusion import Group, group_by_item
from esv.search.ranking.pipeline import Found

_FIRST, _NEXT = 3, 5
_TOP = 10


def signals_of(found: Found, groups: Sequence[Group], library: Library) -> Signals:
    """The signals of a search; ``groups`` are its items in order."""
    weights = _word_weights(found.question, library)
    held = [_held_terms(group, library) & weights.keys() for group in groups[:_NEXT]]
    shares = [_share(terms, weights) for terms in held]
    nearness = _nearness(found, library)
    return Signals(
        nearness=nearness[0] if nearness else 0.0,
        margin=nearness[0] - nearness[-1] if nearness else 0.0,
        spread=(nearness[0] - found.average) / max(found.deviation, 1e-6) if nearness else 0.0,
        coverage=max(shares[:_FIRST], default=0.0),
        together=_share(frozenset().union(*held), weights),
        known=_share(frozenset(term for term in weights if library.lexical.occurs(term)), weights),
        agreement=_agreement(found, library),
    )


def _word_weights(question: Question, library: Library) -> dict[str, float]:
    """Whole words of the question as index terms, each with its rarity."""
    analyser = library.lexical.analyser
    wholes = {
        terms[0]
        for language in question.languages
        for word in question.words
        if (terms := analyser.terms(word, language))
    }
    return {term: library.lexical.rarity(term) for term in wholes}


def _held_terms(group: Group, library: Library) -> frozenset[str]:
    analyser = library.lexical.analyser
    held: set[str] = set()
    for ordinal in group.ordinals:
        passage = library.passages[ordinal]
        folded = [fold(word) for word in words(passage.full_text)]
        held.update(term for terms in analyser.terms_of(folded, passage.language) for term in terms)
    return frozenset(held)


def _share(held: frozenset[str], weights: dict[str, float]) -> float:
    total = sum(weights.values())
    return sum(weights[term] for term in held) / total if total else 0.0


def _nearness(found: Found, library: Library) -> list[float]:
    """Scores by meaning of the nearest ten items, best first."""
    if found.by_meaning is None:
        return []
    _, first = np.unique(library.items[found.by_meaning.ordinals], return_index=True)
    return [float(found.by_meaning.scores[place]) for place in sorted(first)[:_TOP]]


def _agreement(found: Found, library: Library) -> float:
    if found.by_meaning is None:
        return 0.0
    orders = (found.by_words, found.by_meaning)
    by_words, by_meaning = ({group.item for group in group_by_item(order, library.items, _TOP)} for order in orders)
    return len(by_words & by_meaning) / _TOP

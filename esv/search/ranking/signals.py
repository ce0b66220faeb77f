"""Reads from a search what tells whether it found an answer."""

from collections.abc import Sequence

from esv.search.analysis.question import Question
from esv.search.analysis.tokens import fold, words
from esv.search.lexical import Ranked
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
        lead=nearness[0] - nearness[_NEXT - 1] if len(nearness) >= _NEXT else 0.0,
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
    for passage in (library.passages[number] for version in group.versions for number in library.passages_of(version)):
        folded = [fold(word) for word in words(passage.full_text)]
        held.update(term for terms in analyser.terms_of(folded, passage.language) for term in terms)
    return frozenset(held)


def _share(held: frozenset[str], weights: dict[str, float]) -> float:
    total = sum(weights.values())
    return sum(weights[term] for term in held) / total if total else 0.0


def _nearness(found: Found, library: Library) -> list[float]:
    """How much nearer than the average passage the nearest ten items are, best first."""
    if found.sought is None:
        return []
    usual = library.meaning.usual(found.sought)
    return [group.score - usual for group in _best_items(found.by_meaning, library)]


def _agreement(found: Found, library: Library) -> float:
    by_words, by_meaning = (
        {group.item for group in _best_items(order, library)} for order in (found.by_words, found.by_meaning)
    )
    return len(by_words & by_meaning) / _TOP


def _best_items(order: Ranked, library: Library) -> list[Group]:
    return group_by_item(order, library.items, _TOP, second=0.0)

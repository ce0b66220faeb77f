"""Reads from a search what tells whether it found an answer."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from esv.search.analysis.analyser import Analyser
from esv.search.analysis.question import Question
from esv.search.analysis.tokens import fold, words
from esv.search.lexical import Ranked
from esv.search.library import Library
from esv.search.ranking.calibration import Signals
from esv.search.ranking.fusion import Group
from esv.search.ranking.pipeline import Found

_FIRST = 3
_TENTH = 10
_LONGEST_READ = 6

# How much of a word counts as found: its parts, or a word that begins the same.
_PARTS_FOUND = 0.8
_BEGINNING_FOUND = 0.6
_SHORTEST_BEGINNING = 5


def signals_of(found: Found, groups: Sequence[Group], library: Library) -> Signals:
    """The signals of a search; ``groups`` are its items in order."""
    asked = list(_asked_words(found.question, library))
    first = {group.versions[0] for group in groups[:_FIRST]} | set(found.by_words.ordinals[:_FIRST].tolist())
    shares = [_share(asked, _held(version, library)) for version in first]
    return Signals(
        nearness=float(found.by_meaning.scores[0]) if found.sought else 0.0,
        coverage=max(shares, default=0.0),
        standing_out=_standing_out(found.by_words, found.question, library),
        length=math.log(max(1, len(asked))),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A content word of the question: its index terms, the whole word first, and its rarity."""

    word: str
    terms: tuple[str, ...]
    rarity: float


@dataclass(frozen=True, slots=True)
class _Held:
    """The index terms of a version of an item, and the beginnings of its words."""

    terms: frozenset[str]
    beginnings: frozenset[str]


def _asked_words(question: Question, library: Library) -> Iterator[_Asked]:
    analyser = library.lexical.analyser
    for word in dict.fromkeys(question.words):
        for language in question.languages:
            if terms := analyser.terms(word, language):
                yield _Asked(word, terms, analyser.weight(terms[0]) * library.lexical.rarity(terms[0]))
                break


def _held(version: int, library: Library) -> _Held:
    """What a version of an item holds, in at most its first ``_LONGEST_READ`` passages."""
    terms: set[str] = set()
    beginnings: set[str] = set()
    for number in library.passages_of(version)[:_LONGEST_READ]:
        passage = library.passages[number]
        folded = [fold(word) for word in words(passage.full_text)]
        terms.update(_flat(library.lexical.analyser, folded, passage.language))
        beginnings.update(word[:length] for word in folded for length in range(_SHORTEST_BEGINNING, len(word) + 1))
    return _Held(frozenset(terms), frozenset(beginnings))


def _flat(analyser: Analyser, folded: list[str], language: str) -> Iterator[str]:
    return (term for terms in analyser.terms_of(folded, language) for term in terms)


def _share(asked: Sequence[_Asked], held: _Held) -> float:
    """The share of what is asked, rare words weighing more, that is held."""
    total = sum(each.rarity for each in asked)
    return sum(each.rarity * _found(each, held) for each in asked) / total if total else 0.0


def _found(asked: _Asked, held: _Held) -> float:
    whole, *parts = asked.terms
    if whole in held.terms:
        return 1.0
    share = _PARTS_FOUND * float(np.mean([part in held.terms for part in parts])) if parts else 0.0
    beginning = max(_SHORTEST_BEGINNING, math.ceil(0.6 * len(asked.word)))
    begins = len(asked.word) >= beginning and asked.word[:beginning] in held.beginnings
    return max(share, _BEGINNING_FOUND if begins else 0.0)


def _standing_out(by_words: Ranked, question: Question, library: Library) -> float:
    """How far the best score by words lies above the tenth, as share of what a full match would score."""
    if not len(by_words.scores):
        return 0.0
    full = sum(weight * library.lexical.rarity(term) for term, weight in question.terms.items())
    tenth = float(by_words.scores[min(_TENTH, len(by_words.scores)) - 1])
    return (float(by_words.scores[0]) - tenth) / full if full else 0.0

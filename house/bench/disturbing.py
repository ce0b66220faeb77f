"""Questions as hurried people type them: with typing errors, and with compounds written apart."""

from __future__ import annotations

import random
import re
from collections.abc import Collection

SHARE_WITH_TYPO = 0.2
SHORTEST_TYPO = 4
SHORTEST_HALF = 4

_WORD = re.compile(r"[^\W\d_]+")


def with_typos(question: str, *, seed: str) -> str:
    """One wrong, missing, double or swapped letter in a fifth of the words, at least in one."""
    dice = random.Random(seed)  # noqa: S311 - repeatable on purpose
    places = [match for match in _WORD.finditer(question) if len(match.group()) >= SHORTEST_TYPO]
    chosen = dice.sample(places, min(len(places), max(1, round(SHARE_WITH_TYPO * len(places)))))
    for match in sorted(chosen, key=lambda match: -match.start()):
        question = question[: match.start()] + _mistyped(match.group(), dice) + question[match.end() :]
    return question


def _mistyped(word: str, dice: random.Random) -> str:
    place = dice.randrange(1, len(word) - 1)
    return dice.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + dice.choice("aeionrst") + word[place + 1 :],
        ]
    )


def with_compounds_apart(question: str, vocabulary: Collection[str]) -> str:
    """Every word that is made of two words of the vocabulary written as those two."""
    return _WORD.sub(lambda match: _apart(match.group(), vocabulary), question)


def _apart(word: str, vocabulary: Collection[str]) -> str:
    for place in range(len(word) - SHORTEST_HALF, SHORTEST_HALF - 1, -1):
        first, second = word[:place], word[place:]
        if first.lower() in vocabulary and second.lower() in vocabulary:
            return f"{first} {second}"
    return word

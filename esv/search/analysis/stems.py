"""The stem of a word: what its inflections share."""

from collections.abc import Sequence
from threading import local

import Stemmer

from esv.search.analysis.language import ENGLISH, NL

# Kraaij-Pohlmann for Dutch: better than the Porter variant on Dutch questions.
_ALGORITHMS = {NL: "dutch", ENGLISH: "english"}


class _OfThisThread(local):
    """A stemmer keeps state while it works, so every thread has its own."""

    def __init__(self) -> None:
        self.stemmers = {language: Stemmer.Stemmer(name, 0) for language, name in _ALGORITHMS.items()}


_OWN = _OfThisThread()


def stem(word: str, language: str) -> str:
    """The stem of a folded word; a language without a stemmer keeps the word."""
    return stems([word], language)[0]


def stems(words: Sequence[str], language: str) -> list[str]:
    """The stems of many folded words at once, in the same order."""
    stemmer = _OWN.stemmers.get(language)
    if stemmer is None:
        return list(words)
    return [found or word for found, word in zip(stemmer.stemWords(list(words)), words, strict=True)]

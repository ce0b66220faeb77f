"""The stem of a word: what its inflections share."""

from collections.abc import Sequence
from threading import local

import Stemmer

from esv.search.analysis.language import ENGLISH, NL

# Kraaij-Pohlmann for Dutch: better than the Porter variant on Dutch questions. It takes "ge" out of the middle of a
# word, as in "opgevolgd"; after "be" that is never a participle, and would make "begeleiding" the same as "beleid".
_ALGORITHMS = {NL: "dutch", ENGLISH: "english"}
_KEEPS_INNER_GE = "bege"


class _OfThisThread(local):
    """A stemmer keeps state while it works, so every thread has its own."""

    def __init__(self) -> None:
        self.stemmers = {language: Stemmer.Stemmer(name, 0) for language, name in _ALGORITHMS.items()}
        self.without_inner_ge = Stemmer.Stemmer("dutch_porter", 0)


_OWN = _OfThisThread()


def stem(word: str, language: str) -> str:
    """The stem of a folded word; a language without a stemmer keeps the word."""
    return stems([word], language)[0]


def stems(words: Sequence[str], language: str) -> list[str]:
    """The stems of many folded words at once, in the same order."""
    stemmer = _OWN.stemmers.get(language)
    if stemmer is None:
        return list(words)
    found = [found or word for found, word in zip(stemmer.stemWords(list(words)), words, strict=True)]
    return [_with_inner_ge(word, stem) for word, stem in zip(words, found, strict=True)] if language == NL else found


def _with_inner_ge(word: str, stem: str) -> str:
    return _OWN.without_inner_ge.stemWord(word) if word.startswith(_KEEPS_INNER_GE) else stem

"""Tells Dutch from English, in short questions too."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from esv.search.analysis.stopwords import DUTCH_STOP_WORDS, ENGLISH_STOP_WORDS
from esv.search.analysis.tokens import fold, words

NL = "nl"
ENGLISH = "en"
OTHER = "und"
LANGUAGES = (NL, ENGLISH)
STOP_WORDS: Mapping[str, frozenset[str]] = {NL: DUTCH_STOP_WORDS, ENGLISH: ENGLISH_STOP_WORDS}

# Spellings that are common in one language and rare in the other.
_DUTCH_SPELLING = re.compile(r"ij|aa|uu|oe|ui|eu|sch|cht|lijk|heid|kk|^ge\w{4,}[dt]$|atie$|ing$")
_ENGLISH_SPELLING = re.compile(r"th|wh|sh|[^s]ch|tion|ough|ea|ou|y$|ed$|ness$|ity$|[^aeiou]ing$")
_STOP_WORD_WEIGHT = 2.0
_SPELLING_WEIGHT = 0.3
_CORPUS_WEIGHT = 0.5
_SURE = 0.5
_ENOUGH_TEXTS = 20


@dataclass(frozen=True, slots=True)
class LanguageGuesser:
    """Guesses from stop words, spelling and the texts seen so far.

    ``texts`` holds the number of texts seen per language, ``counts`` in how many of them a folded word occurs.
    """

    texts: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def guess(self, folded: Iterable[str]) -> str | None:
        """The language of folded words, or None where they tell too little.

        When all texts seen so far are in one language, words that tell too little are in that one.
        """
        evidence = sum(self._evidence(word) for word in folded)
        if abs(evidence) >= _SURE:
            return NL if evidence > 0 else ENGLISH
        return self._only_language()

    def guess_text(self, text: str) -> str | None:
        """The same for a text; its first thousand words are enough."""
        return self.guess(fold(word) for word in words(text[:8_000]))

    def _evidence(self, word: str) -> float:
        """Above zero for Dutch, below for English."""
        is_dutch, is_english = word in DUTCH_STOP_WORDS, word in ENGLISH_STOP_WORDS
        if is_dutch or is_english:
            return _STOP_WORD_WEIGHT * (is_dutch - is_english)
        return self._from_texts(word) + _from_spelling(word)

    def _from_texts(self, word: str) -> float:
        dutch, english = (self.texts.get(language, 0) for language in LANGUAGES)
        if min(dutch, english) < _ENOUGH_TEXTS:
            return 0.0
        in_dutch, in_english = (self.counts.get(language, {}).get(word, 0) for language in LANGUAGES)
        odds = math.log((in_dutch + 0.5) / dutch) - math.log((in_english + 0.5) / english)
        return _CORPUS_WEIGHT * max(-2.0, min(2.0, odds)) if in_dutch or in_english else 0.0

    def _only_language(self) -> str | None:
        seen = [language for language in LANGUAGES if self.texts.get(language, 0)]
        return seen[0] if len(seen) == 1 else None


def _from_spelling(word: str) -> float:
    dutch = len(_DUTCH_SPELLING.findall(word))
    english = len(_ENGLISH_SPELLING.findall(word))
    return _SPELLING_WEIGHT * max(-2, min(2, dutch - english))

"""A question as the engine understands it: what it corrected, and every term it looks for with the reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from esv.search.analysis.analyser import Analyser, is_stop_word
from esv.search.analysis.grams import grams
from esv.search.analysis.language import LANGUAGES, OTHER
from esv.search.analysis.tokens import LONGEST_QUESTION, Token, tokens
from esv.search.analysis.word_list import NO_WORD_LIST, WordList

PART_WEIGHT = 0.5
JOINED_WEIGHT = 0.7
# Pieces of a joined word that neither neighbour has.
JOINED_GRAM_WEIGHT = 0.5
SHORTEST_JOINED = 6

_LINKS = ("", "s", "en", "e")


class Reason(StrEnum):
    """Why a term is looked for, or a passage found."""

    WORD = "word"
    STEM = "stem"
    PART = "compound-part"
    JOINED = "joined-neighbours"
    SPELLING = "spelling"
    CONCEPT = "concept"
    LOOKALIKE = "similar-spelling"
    MEANING = "same-meaning"
    OTHER_LANGUAGE = "other-language"


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the question, and the indexed word it is taken for."""

    asked: str
    meant: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a term comes from: the words of the question as written, and the reason to look for it."""

    reason: Reason
    asked: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    ``language`` is None where the words tell too little; the terms of both languages are then searched. ``text`` has
    the corrections in it. ``words`` are its content words, folded and corrected; ``unknown`` those of them
    that occur nowhere.
    ``length`` counts all words.
    """

    text: str
    language: str | None
    length: int
    words: tuple[str, ...]
    unknown: tuple[str, ...]
    corrections: tuple[Correction, ...]
    terms: Mapping[str, float]
    grams: Mapping[str, float]
    origins: Mapping[str, Origin]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which its words are looked up."""
        return (self.language,) if self.language else (*LANGUAGES, OTHER)


def understand(
    text: str,
    analyser: Analyser,
    has_word: Callable[[str], bool],
    *,
    corrects: bool = True,
    exists: WordList = NO_WORD_LIST,
) -> Question:
    """Take a question apart.

    Args:
        text: as typed; only the first ``LONGEST_QUESTION`` characters are read.
        analyser: what was learned from the indexed texts.
        has_word: whether a folded word occurs in a text indexed since then.
        corrects: False searches for the words as they were typed.
        exists: words that are right though no text holds them.
    """
    text = text[:LONGEST_QUESTION]
    asked = list(tokens(text))
    language = analyser.languages.guess(token.word for token in asked)
    joins = list(_joins(asked, analyser))
    in_a_join = {number for first, _ in joins for number in (first, first + 1)}
    languages = (language,) if language else (*LANGUAGES, OTHER)

    def is_right(word: str) -> bool:
        return analyser.knows(word) or has_word(word) or exists.knows(word, languages)

    corrections = list(_corrections(text, asked, in_a_join, analyser, is_right)) if corrects else []
    meant = _corrected(asked, corrections)
    gathered = _Gathered(analyser, languages)
    for token, correction in zip(asked, meant, strict=True):
        gathered.add_word(text[token.start : token.end], token.word, correction)
    for first, joined in joins:
        gathered.add_joined(text[asked[first].start : asked[first + 1].end], joined)
    return gathered.question(_with_corrections(text, corrections), language, len(asked), corrections)


class _Gathered:
    """The terms of a question while they are being collected."""

    def __init__(self, analyser: Analyser, languages: Sequence[str]) -> None:
        self._analyser = analyser
        self._languages = languages
        self._words: list[str] = []
        self._terms: dict[str, float] = {}
        self._grams: dict[str, float] = {}
        self._origins: dict[str, Origin] = {}

    def add_word(self, written: str, word: str, correction: Correction | None) -> None:
        reason = Reason.SPELLING if correction else Reason.WORD
        for piece in tokens(correction.meant if correction else word):
            if is_stop_word(piece.word, self._languages):
                continue
            self._words.append(piece.word)
            self._add_terms(piece.word, Origin(reason, written), 1.0)
            self._add_grams(piece.word)

    def add_joined(self, written: str, joined: str) -> None:
        self._add_terms(joined, Origin(Reason.JOINED, written), JOINED_WEIGHT)
        for gram in grams(joined):
            self._grams.setdefault(gram, JOINED_GRAM_WEIGHT)

    def question(self, text: str, language: str | None, length: int, corrections: Sequence[Correction]) -> Question:
        return Question(
            text=text,
            language=language,
            length=length,
            words=tuple(self._words),
            unknown=tuple(dict.fromkeys(word for word in self._words if not self._analyser.occurs(word))),
            corrections=tuple(corrections),
            terms=self._terms,
            grams=self._grams,
            origins=self._origins,
        )

    def _add_grams(self, word: str) -> None:
        weight = max(self._analyser.weight(terms[0]) for terms in self._terms_of(word))
        for gram in grams(word):
            self._grams[gram] = max(weight, self._grams.get(gram, 0.0))

    def _terms_of(self, word: str) -> list[tuple[str, ...]]:
        """Its index terms in every language in which it is looked up and no stop word."""
        return [terms for language in self._languages if (terms := self._analyser.terms(word, language))]

    def _add_terms(self, word: str, origin: Origin, weight: float) -> None:
        for terms in self._terms_of(word):
            for number, term in enumerate(terms):
                share = weight * (PART_WEIGHT if number else 1.0) * self._analyser.weight(term)
                self._terms[term] = self._terms.get(term, 0.0) + share
                plain = number == 0 or origin.reason is not Reason.WORD
                self._origins.setdefault(term, origin if plain else Origin(Reason.PART, origin.asked))


def _joins(asked: Sequence[Token], analyser: Analyser) -> Iterator[tuple[int, str]]:
    """The places of neighbours that are one word in the indexed texts, with that word."""
    for number, (one, other) in enumerate(pairwise(asked)):
        if min(len(one.word), len(other.word)) < 2 or _both_say_nothing(one.word, other.word):
            continue
        for link in _LINKS:
            joined = f"{one.word}{link}{other.word}"
            if len(joined) >= SHORTEST_JOINED and analyser.occurs(joined):
                yield number, joined


def _both_say_nothing(one: str, other: str) -> bool:
    return is_stop_word(one, LANGUAGES) and is_stop_word(other, LANGUAGES)


def _corrections(
    text: str, asked: Sequence[Token], spared: set[int], analyser: Analyser, is_right: Callable[[str], bool]
) -> Iterator[Correction]:
    for number, token in enumerate(asked):
        if number in spared or is_stop_word(token.word, LANGUAGES) or is_right(token.word):
            continue
        if meant := analyser.meant(token.word):
            yield Correction(text[token.start : token.end], meant, token.start, token.end)


def _corrected(asked: Sequence[Token], corrections: Sequence[Correction]) -> list[Correction | None]:
    by_start = {correction.start: correction for correction in corrections}
    return [by_start.get(token.start) for token in asked]


def _with_corrections(text: str, corrections: Sequence[Correction]) -> str:
    for correction in reversed(corrections):
        text = text[: correction.start] + correction.meant + text[correction.end :]
    return text

"""Turns words into index terms and questions into searches, after having seen the indexed texts."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from esv.search.analysis.compounds import SHORTEST_PART, Part, Splitter
from esv.search.analysis.everyday import EVERYDAY_WEIGHT, is_everyday
from esv.search.analysis.language import LANGUAGES, NL, OTHER, STOP_WORDS, LanguageGuesser
from esv.search.analysis.spelling import LONG_WORD, Speller
from esv.search.analysis.stems import stems

NO_STOP_WORDS: frozenset[str] = frozenset()


class Analyser:
    """What is learned from the indexed texts: their words, how compounds fall apart, how words are spelled.

    ``counts`` holds per language in how many texts a folded word occurs; ``texts`` the number of texts per language.
    An analyser does not change: new texts are analysed with what is known until the next rebuild.
    """

    def __init__(self, counts: Mapping[str, Mapping[str, int]], texts: Mapping[str, int]) -> None:
        self.counts = counts
        self.languages = LanguageGuesser(texts, counts)
        self.splitter = Splitter(counts.get(NL, {}), fewest_texts=1 if texts.get(NL, 0) < 2_000 else 3)
        self._terms: dict[str, dict[str, tuple[str, ...]]] = {}

    @cached_property
    def speller(self) -> Speller:
        """Made when the first unknown word is asked for."""
        together: Counter[str] = Counter()
        for counted in self.counts.values():
            together.update(counted)
        return Speller(together)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(
            stem for language in LANGUAGES for stem in stems(list(self.counts.get(language, {})), language)
        )

    def knows(self, word: str) -> bool:
        """Whether a folded word occurs in the indexed texts, in any inflection, or consists of words that do."""
        if any(word in counted for counted in self.counts.values()) or self.splitter.split(word):
            return True
        return any(stem in self._stems for language in LANGUAGES for stem in stems([word], language))

    def occurs(self, word: str) -> bool:
        """Whether exactly this folded word occurs in an indexed text."""
        return any(word in counted for counted in self.counts.values())

    def meant(self, word: str) -> str | None:
        """The word that an unknown folded word is a misspelling of; of a compound, one part may be misspelled."""
        return self.speller.meant(word) or self._meant_compound(word)

    def terms(self, word: str, language: str) -> tuple[str, ...]:
        """The index terms of a folded word: the word itself first, then its parts; none for a stop word."""
        return self.terms_of([word], language)[0]

    def terms_of(self, words: Sequence[str], language: str) -> list[tuple[str, ...]]:
        """The same for many words at once; quicker, and remembered."""
        known = self._terms.setdefault(term_language(language), {})
        fresh = [word for word in words if word not in known]
        if fresh:
            known.update(zip(fresh, self._analysed(fresh, language), strict=True))
        return [known[word] for word in words]

    def weight(self, term: str) -> float:
        """How much an index term may count, apart from its rarity: less for an everyday word."""
        language, _, stem = term.partition(":")
        return EVERYDAY_WEIGHT if is_everyday(stem, language) else 1.0

    def parts(self, word: str, language: str) -> tuple[Part, ...]:
        """The parts of a compound, with their places; only Dutch words are cut."""
        return self.splitter.split(word) if language == NL else ()

    def term_of_part(self, part: Part, language: str) -> str:
        """The index term of a part of a compound."""
        return f"{term_language(language)}:{stems([part.word], language)[0]}"

    def _meant_compound(self, word: str) -> str | None:
        """One known part, and a part that is nearly known."""
        found = []
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1) if len(word) >= LONG_WORD else ():
            head, tail = word[:cut], word[cut:]
            if self.splitter.is_part(head) and (mended := self.speller.meant(tail)):
                found.append((-cut, head + mended))
            if self.splitter.is_part(tail) and (mended := self.speller.meant(head)):
                found.append((-(len(word) - cut), mended + tail))
        return min(found)[1] if found else None

    def _analysed(self, words: Sequence[str], language: str) -> Iterable[tuple[str, ...]]:
        stopped = STOP_WORDS.get(language, NO_STOP_WORDS)
        prefix = term_language(language)
        cuts = [self.parts(word, language) for word in words]
        whole = stems(words, language)
        part_stems = iter(stems([part.word for cut in cuts for part in cut], language))
        for word, stem, cut in zip(words, whole, cuts, strict=True):
            found = [f"{prefix}:{stem}", *(f"{prefix}:{next(part_stems)}" for _ in cut)]
            yield () if word in stopped else tuple(dict.fromkeys(found))


def term_language(language: str) -> str:
    """The language under which a word is indexed: one of ``LANGUAGES``, or ``OTHER``."""
    return language if language in LANGUAGES else OTHER


def is_stop_word(word: str, languages: Collection[str]) -> bool:
    """Whether a folded word says nothing about the subject in any of these languages."""
    return any(word in STOP_WORDS.get(language, NO_STOP_WORDS) for language in languages)

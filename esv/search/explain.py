"""Why a passage was found, as data: reasons without wording, and the places that matched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from esv.search.analysis.analyser import Analyser, is_stop_word
from esv.search.analysis.grams import grams
from esv.search.analysis.language import LANGUAGES
from esv.search.analysis.question import Question, Reason
from esv.search.analysis.tokens import Token, fold, tokens
from esv.search.passages import Passage

MOST_REASONS = 6
# Share of four-letter pieces two words have in common to count as the same word spelled otherwise.
LOOKALIKE = 0.6
SHORTEST_LOOKALIKE = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that matched: ``start`` inclusive, ``end`` exclusive, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Why:
    """A reason with the words asked and found, both as written; both empty when it is about the whole passage."""

    reason: Reason
    asked: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Reasons, most telling first, and marks in the title and the text of the passage, in order and apart.

    ``nearest`` is for the sentence nearest in meaning where no word matched: see ``SearchEngine.nearest_sentence``.
    """

    reasons: tuple[Why, ...] = ()
    title_marks: tuple[Mark, ...] = ()
    text_marks: tuple[Mark, ...] = ()
    nearest: Mark | None = None

    @property
    def matched_words(self) -> int:
        """How many different words of the question matched."""
        return len({why.asked for why in self.reasons if why.asked})

    @property
    def by_words(self) -> bool:
        """Whether any word matched."""
        return bool(self.title_marks or self.text_marks)

    def because(self, reason: Reason) -> "Explanation":
        """The same with a reason about the whole passage added."""
        return replace(self, reasons=(*self.reasons, Why(reason)))


_ORDER = [Reason.SPELLING, Reason.JOINED, Reason.WORD, Reason.STEM, Reason.PART, Reason.CONCEPT, Reason.LOOKALIKE]


@dataclass(frozen=True, slots=True)
class _Match:
    """A word of a text that is asked for: why, by which words, and which part of it, as places in the folded word."""

    reason: Reason
    asked: str
    start: int
    end: int


class Explainer:
    """Finds the words of passages that a question asks for, also through stems, parts, corrections and concepts.

    What it found out about a word it remembers for the next passage.
    """

    def __init__(self, question: Question, analyser: Analyser) -> None:
        self._question = question
        self._analyser = analyser
        self._pieces = {word: frozenset(grams(word)) for word in question.words if not is_stop_word(word, LANGUAGES)}
        self._seen: dict[tuple[str, str], _Match | None] = {}

    def explain(self, passage: Passage) -> Explanation:
        """The reasons to show a passage, and the places that matched."""
        in_title = list(self._matches(passage.title, passage.language))
        in_text = list(self._matches(passage.text, passage.language))
        reasons = _once_per_word(why for _, why in [*in_title, *in_text])
        telling = sorted(reasons, key=lambda why: _ORDER.index(why.reason))
        title_marks, text_marks = (tuple(mark for mark, _ in found) for found in (in_title, in_text))
        return Explanation(tuple(telling[:MOST_REASONS]), title_marks, text_marks)

    def _matches(self, text: str, language: str) -> Iterator[tuple[Mark, Why]]:
        for token in tokens(text):
            key = token.word, language
            if key not in self._seen:
                self._seen[key] = self._match(*key)
            if match := self._seen[key]:
                yield _mark(token, match), Why(match.reason, match.asked, text[token.start : token.end])

    def _match(self, word: str, language: str) -> _Match | None:
        terms = self._analyser.terms(word, language)
        if not terms:
            return None
        return self._whole(word, terms[0]) or self._part(word, terms, language) or self._lookalike(word)

    def _whole(self, word: str, term: str) -> _Match | None:
        origin = self._question.origins.get(term)
        if origin is None:
            return None
        is_stem = origin.reason is Reason.WORD and fold(origin.asked) != word
        return _Match(Reason.STEM if is_stem else origin.reason, origin.asked, 0, len(word))

    def _part(self, word: str, terms: Sequence[str], language: str) -> _Match | None:
        if self._question.origins.keys().isdisjoint(terms):
            return None
        for part in self._analyser.parts(word, language):
            origin = self._question.origins.get(self._analyser.term_of_part(part, language))
            if origin:
                return _Match(Reason.PART, origin.asked, part.start, part.end)
        return None

    def _lookalike(self, word: str) -> _Match | None:
        if len(word) < SHORTEST_LOOKALIKE:
            return None
        here = frozenset(grams(word))
        for asked, pieces in self._pieces.items():
            if asked[0] == word[0] and len(here & pieces) >= LOOKALIKE * max(len(here), len(pieces)):
                return _Match(Reason.LOOKALIKE, asked, 0, len(word))
        return None


def _once_per_word(reasons: Iterable[Why]) -> list[Why]:
    """Leave out what differs in capitals only."""
    return list({(why.reason, fold(why.asked), fold(why.found)): why for why in reversed(list(reasons))}.values())[::-1]


def _mark(token: Token, match: _Match) -> Mark:
    """The place of a match in the text; the whole word where folding changed its length."""
    if len(token.word) != token.end - token.start:
        return Mark(token.start, token.end)
    return Mark(token.start + match.start, token.start + match.end)

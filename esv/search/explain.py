"""Why a passage was found, as data: reasons without wording, and the places that matched."""

from collections.abc import Iterator
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

    ``nearest`` is the sentence nearest in meaning, for a passage found without matching words.
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


def explain(question: Question, passage: Passage, analyser: Analyser) -> Explanation:
    """Find the words of a passage that the question asks for, also through stems, parts, corrections and concepts."""
    matcher = _Matcher(question, analyser, passage.language)
    in_title = list(matcher.matches(passage.title))
    in_text = list(matcher.matches(passage.text))
    reasons = dict.fromkeys(why for _, why in [*in_title, *in_text])
    telling = sorted(_once_per_word(reasons), key=lambda why: _ORDER.index(why.reason))
    return Explanation(
        tuple(telling[:MOST_REASONS]), tuple(mark for mark, _ in in_title), tuple(mark for mark, _ in in_text)
    )


_ORDER = [Reason.SPELLING, Reason.JOINED, Reason.WORD, Reason.STEM, Reason.PART, Reason.CONCEPT, Reason.LOOKALIKE]


def _once_per_word(reasons: dict[Why, None]) -> list[Why]:
    """Leave out what differs in capitals only."""
    return list({(why.reason, fold(why.asked), fold(why.found)): why for why in reversed(reasons)}.values())[::-1]


class _Matcher:
    """Compares the words of a passage with what is asked."""

    def __init__(self, question: Question, analyser: Analyser, language: str) -> None:
        self._question = question
        self._analyser = analyser
        self._language = language
        self._spellings = {word: frozenset(grams(word)) for word in question.words if not is_stop_word(word, LANGUAGES)}

    def matches(self, text: str) -> Iterator[tuple[Mark, Why]]:
        for token in tokens(text):
            if found := self._whole(token, text) or self._part(token, text) or self._lookalike(token, text):
                yield found

    def _whole(self, token: Token, text: str) -> tuple[Mark, Why] | None:
        terms = self._analyser.terms(token.word, self._language)
        origin = self._question.origins.get(terms[0]) if terms else None
        if origin is None:
            return None
        reason = origin.reason
        if reason is Reason.WORD and fold(origin.asked) != token.word:
            reason = Reason.STEM
        return Mark(token.start, token.end), Why(reason, origin.asked, text[token.start : token.end])

    def _part(self, token: Token, text: str) -> tuple[Mark, Why] | None:
        for part in self._analyser.parts(token.word, self._language):
            terms = self._analyser.terms(part.word, self._language)
            origin = self._question.origins.get(terms[0]) if terms else None
            if origin:
                return _place(token, part.start, part.end), Why(
                    Reason.PART, origin.asked, text[token.start : token.end]
                )
        return None

    def _lookalike(self, token: Token, text: str) -> tuple[Mark, Why] | None:
        if len(token.word) < 5 or is_stop_word(token.word, (self._language,)):
            return None
        here = frozenset(grams(token.word))
        for word, pieces in self._spellings.items():
            if 2 * len(here & pieces) >= LOOKALIKE * 2 * max(len(here), len(pieces)):
                return Mark(token.start, token.end), Why(Reason.LOOKALIKE, word, text[token.start : token.end])
        return None


def _place(token: Token, start: int, end: int) -> Mark:
    """The place of a part in the text; the whole word where folding changed its length."""
    if len(token.word) != token.end - token.start:
        return Mark(token.start, token.end)
    return Mark(token.start + start, token.start + end)

"""The door of search: put passages in, ask questions, get hits with reasons and honesty about them."""

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from secrets import token_bytes
from threading import Lock

import numpy as np

from esv.search.analysis.concepts import ConceptFinder, ConceptLabels
from esv.search.analysis.question import Correction, Question, Reason, understand
from esv.search.analysis.word_list import NO_WORD_LIST, WordList
from esv.search.explain import Explainer, Explanation, Mark
from esv.search.library import Library
from esv.search.passages import Passage, sentences
from esv.search.ranking.calibration import Fitted, Signals, judge_by_meaning, judge_by_words
from esv.search.ranking.fusion import Group, group_by_item
from esv.search.ranking.meaning import Sought
from esv.search.ranking.pipeline import Found, find
from esv.search.ranking.signals import signals_of
from esv.search.vectors.embedder import Embedder, Vectors

REMEMBERED_QUESTIONS = 256
# An item with less than this share of the best score is not shown, unless among the first few.
NEAR_SHARE = 0.25
ALWAYS_NEAR = 20
# Changes are searched beside the main index until there are this many; then it is made anew.
MOST_ADDED = 2_000
# A passage among this many nearest ones is also found by its meaning.
CLOSEST = 30
# Passages of an item that are compared to find the one to show.
MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, by its best passage. ``score`` (0-1.1) only orders the hits of one question."""

    item: str
    kind: str
    language: str
    score: float
    passage: Passage
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question gave.

    ``language`` is None where the question tells too little. ``confidence`` is the chance (0-1) that an answer is among
    the best hits; where ``abstained``, say that there is nothing good enough. The hits are given all the same.
    ``ranking`` names every item found, best first, also those of which no hit was asked. Meaning ranks nearly
    everything, so only the first ``near_count`` are worth showing.
    """

    language: str | None
    corrections: tuple[Correction, ...]
    hits: tuple[Hit, ...]
    ranking: tuple[str, ...]
    near_count: int
    confidence: float
    abstained: bool


NOTHING = Outcome(None, (), (), (), 0, 0.0, abstained=True)


class SearchEngine:
    """Searches passages by words and by meaning.

    Reading is safe while another thread changes the index: a search works on the library it began with. Questions are
    neither logged nor kept, except for the vectors of the last few in the memory of this process.
    """

    def __init__(
        self,
        embedder: Embedder,
        concepts: Sequence[ConceptLabels] = (),
        *,
        words: WordList = NO_WORD_LIST,
        disk: Path | None = None,
    ) -> None:
        """An engine without passages.

        Args:
            embedder: the model of meaning.
            concepts: names of concepts, to search under other names too.
            words: words that are no typing errors though no passage holds them.
            disk: folder for the words of more passages than fit in memory; all stay in memory when left out.
        """
        self._embedder = embedder
        self._words = words
        self._disk = disk
        self._concepts = concepts
        self._changing = Lock()
        self._asked = _RecentVectors(embedder)
        self._state = self._searchable(Library.build((), self._rows((), None), embedder.content_hash, disk))

    @property
    def passage_count(self) -> int:
        """The number of passages that can be found."""
        return self._state[0].alive_passages

    def rebuild(self, passages: Sequence[Passage], vectors: Mapping[str, Vectors] | None = None) -> None:
        """Replace everything; a passage whose key has no vector is found by its words alone."""
        library = Library.build(passages, self._rows(passages, vectors), self._embedder.content_hash, self._disk)
        with self._changing:
            self._state = self._searchable(library)

    def put(self, passages: Sequence[Passage], vectors: Mapping[str, Vectors] | None = None) -> None:
        """Add items, or replace all passages of items that are there."""
        with self._changing:
            library = self._state[0].with_put(passages, self._rows(passages, vectors))
            self._state = self._searchable(library.rebuilt() if _is_due(library) else library)

    def remove(self, items: Collection[str]) -> None:
        """Take items out; they are no longer found from the next question on."""
        with self._changing:
            library, finder = self._state
            self._state = (library.without(items), finder)

    def search(
        self,
        text: str,
        *,
        first: int = 0,
        limit: int = 20,
        allowed: Collection[str] | None = None,
        corrects: bool = True,
    ) -> Outcome:
        """Find the items that answer a question.

        Args:
            text: as typed, of any length; what follows 20,000 characters is not read.
            first: how many hits to pass over.
            limit: the most hits to return.
            allowed: the items that may be found; all when left out.
            corrects: False searches for the words as they were typed.
        """
        sought = self._sought(text, allowed, corrects=corrects)
        if sought is None:
            return NOTHING
        library, found, groups = sought
        question = found.question
        explainer = Explainer(question, library.lexical.analyser)
        hits = tuple(_hit(found, group, library, explainer) for group in groups[first : first + limit])
        ranking = tuple(library.passages[library.bounds[group.versions[0]]].item for group in groups)
        judge = self._judge(found, groups, library)
        confidence = judge.chance(signals_of(found, groups, library)) if groups else 0.0
        return Outcome(
            question.language,
            question.corrections,
            hits,
            ranking,
            _near_count(groups),
            confidence,
            confidence < judge.threshold,
        )

    def signals(self, text: str) -> Signals:
        """What is seen of a search that tells whether it found an answer: what the judgement is fitted on."""
        sought = self._sought(text, None, corrects=True)
        return signals_of(sought[1], sought[2], sought[0]) if sought else Signals()

    def _sought(
        self, text: str, allowed: Collection[str] | None, *, corrects: bool
    ) -> tuple[Library, Found, list[Group]] | None:
        """What is found, and the items in order; None where there is nothing to look for or in."""
        library, finder = self._state
        question = self._understood(text, library, corrects=corrects)
        if not question.length or not len(library.passages):
            return None
        found = find(library, finder.widened(question), self._vector(question), library.among(allowed))
        return library, found, group_by_item(library.weighed(found.ranked), library.items, len(library.item_numbers))

    def alike(self, item: str, *, limit: int) -> list[str]:
        """The items nearest to an item in meaning, itself left out; none where it has no vector yet."""
        library, _ = self._state
        number = library.item_numbers.get(item)
        own = np.flatnonzero(library.alive & (library.items == number)) if number is not None else ()
        for version in own:
            vector = library.meaning.vectors_of(library.bounds[version : version + 1].astype(np.int32))[0]
            if vector.any():
                same_language = library.alive & (library.languages == library.languages[version])
                found = library.meaning.nearest(Sought(vector, None), library.versions, same_language, limit + 1)
                others = [library.passages[library.bounds[place]].item for place in found.ordinals]
                return [other for other in others if other != item][:limit]
        return []

    def nearest_sentence(self, text: str, passage: Passage) -> Mark | None:
        """The sentence of a passage that is nearest in meaning to a question, to mark where no word matched.

        Costs one embedding per sentence, 10 ms each, so ask it for the few hits that need it. None without a model or
        without text.
        """
        places = list(sentences(passage.text))
        library, _ = self._state
        question = self._understood(text, library)
        vector = self._vector(question) if question.length else None
        if vector is None or not places:
            return None
        if len(places) == 1:
            return Mark(*places[0])
        near = self._embedder.embed_passages([passage.text[start:end] for start, end in places]) @ vector
        return Mark(*places[int(near.argmax())])

    def _understood(self, text: str, library: Library, *, corrects: bool = True) -> Question:
        words = library.lexical
        return understand(text, words.analyser, words.has_word, corrects=corrects, exists=self._words)

    def _searchable(self, library: Library) -> tuple[Library, ConceptFinder]:
        """A library with its finder of concepts: they are swapped in together."""
        return library, ConceptFinder(self._concepts, library.lexical.analyser)

    def _judge(self, found: Found, groups: Sequence[Group], library: Library) -> Fitted:
        """Words tell most; but where the best hit is in another language they tell nothing."""
        language = found.question.language
        is_foreign = groups and language and not library.written_in(language)[groups[0].versions[0]]
        return (judge_by_meaning(self._embedder.name) if is_foreign else None) or judge_by_words()

    def _vector(self, question: Question) -> Vectors | None:
        return self._asked.of(question.text) if self._embedder.dim else None

    def _rows(self, passages: Sequence[Passage], vectors: Mapping[str, Vectors] | None) -> Vectors:
        """A row per passage, zeros where there is no vector yet."""
        rows = np.zeros((len(passages), self._embedder.dim), dtype=np.float32)
        for number, passage in enumerate(passages):
            if vectors and (vector := vectors.get(passage.key)) is not None:
                rows[number] = vector
        return rows


class _RecentVectors:
    """The vectors of the last questions, in memory only, under marks from which no question can be read."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._recent: OrderedDict[bytes, Vectors] = OrderedDict()
        self._key = token_bytes(32)
        self._changing = Lock()

    def of(self, text: str) -> Vectors:
        mark = blake2b(text.encode("utf-8", "replace"), key=self._key).digest()
        with self._changing:
            if mark in self._recent:
                self._recent.move_to_end(mark)
                return self._recent[mark]
        vector: Vectors = self._embedder.embed_queries([text])[0]
        with self._changing:
            self._recent[mark] = vector
            if len(self._recent) > REMEMBERED_QUESTIONS:
                self._recent.popitem(last=False)
        return vector


def _near_count(groups: Sequence[Group]) -> int:
    """How many items are near enough to show: those with a fair share of the best score, and always the first few."""
    least = groups[0].score * NEAR_SHARE if groups else 0.0
    return max(min(len(groups), ALWAYS_NEAR), sum(group.score >= least for group in groups))


def _hit(found: Found, group: Group, library: Library, explainer: Explainer) -> Hit:
    version = group.versions[0]
    passage, explanation = _best_passage(found, library, version, explainer)
    if version in found.by_meaning.ordinals[:CLOSEST]:
        explanation = explanation.because(Reason.MEANING)
    if found.question.language and passage.language != found.question.language:
        explanation = explanation.because(Reason.OTHER_LANGUAGE)
    return Hit(passage.item, passage.kind, passage.language, group.score, passage, explanation)


def _best_passage(found: Found, library: Library, version: int, explainer: Explainer) -> tuple[Passage, Explanation]:
    """The passage to show: the one with most of the question in it, of the few nearest in meaning."""
    numbers = np.array(library.passages_of(version), dtype=np.int32)
    if found.sought and len(numbers) > 1:
        numbers = numbers[np.argsort(-library.meaning.scores(found.sought, numbers), kind="stable")]
    shown = [library.passages[number] for number in numbers[:MOST_COMPARED]]
    explained = [(passage, explainer.explain(passage)) for passage in shown]
    return max(explained, key=lambda pair: pair[1].matched_words)


def _is_due(library: Library) -> bool:
    """Whether so much changed that the index is better made anew."""
    gone = int((~library.alive).sum())
    return max(gone, library.lexical.added_count) > MOST_ADDED

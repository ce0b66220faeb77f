"""Other names of the concepts a question mentions, from the glossary."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from esv.search.analysis.analyser import Analyser
from esv.search.analysis.question import Origin, Question, Reason
from esv.search.analysis.tokens import tokens

CONCEPT_WEIGHT = 0.4
MOST_WORDS_IN_A_LABEL = 6

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptLabels:
    """All names of a concept per language, the preferred one first."""

    concept: str
    labels: Mapping[str, Sequence[str]]


class ConceptFinder:
    """Finds names of concepts in questions, whatever their inflection."""

    def __init__(self, concepts: Sequence[ConceptLabels], analyser: Analyser) -> None:
        self._concepts = concepts
        self._analyser = analyser
        self._by_name: dict[Key, list[int]] = defaultdict(list)
        for number, concept in enumerate(concepts):
            for language, labels in concept.labels.items():
                for label in labels:
                    self._remember(self._key(label, language), number)

    def mentioned(self, question: Question) -> Iterator[tuple[str, ConceptLabels]]:
        """The concepts a question mentions, each once, with the words that do; the longest of names that overlap."""
        seen: set[int] = set()
        for language in question.languages:
            named = [(word, terms[0]) for word in question.words if (terms := self._analyser.terms(word, language))]
            for asked, number in self._longest_names(named):
                if number not in seen:
                    seen.add(number)
                    yield asked, self._concepts[number]

    def widened(self, question: Question) -> Question:
        """The question with the other names of its concepts added, at a lower weight than its own words.

        Only a name of one word is a reason to show: a word of a longer name says something else on its own.
        """
        terms, origins = dict(question.terms), dict(question.origins)
        for asked, concept in self.mentioned(question):
            for name, weight in self._other_names(concept):
                for term in set(name) - question.terms.keys():
                    terms[term] = max(terms.get(term, 0.0), weight)
                    if len(name) == 1:
                        origins.setdefault(term, Origin(Reason.CONCEPT, asked))
        return replace(question, terms=terms, origins=origins)

    def _longest_names(self, named: Sequence[tuple[str, str]]) -> Iterator[tuple[str, int]]:
        start = 0
        while start < len(named):
            for length in range(min(MOST_WORDS_IN_A_LABEL, len(named) - start), 0, -1):
                part = named[start : start + length]
                if numbers := self._by_name.get(tuple(term for _, term in part)):
                    yield from ((" ".join(word for word, _ in part), number) for number in numbers)
                    break
            else:
                length = 1
            start += length

    def _other_names(self, concept: ConceptLabels) -> Iterator[tuple[Key, float]]:
        """The terms of every name, with the weight of each term."""
        for language, labels in concept.labels.items():
            for label in labels:
                if key := self._key(label, language):
                    yield key, CONCEPT_WEIGHT / len(key)

    def _remember(self, key: Key, number: int) -> None:
        if key and number not in self._by_name[key]:
            self._by_name[key].append(number)

    def _key(self, label: str, language: str) -> Key:
        found = [self._analyser.terms(token.word, language) for token in tokens(label)]
        return tuple(terms[0] for terms in found if terms)

"""Questions to the index. What is asked is neither logged nor stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.utils import timezone

from esv.search import live, nearness, stored_vectors
from esv.search.engine import Hit, Outcome
from esv.search.entries import FACETS
from esv.search.explain import Explanation, Mark, Why
from esv.search.findings import FacetValue, Finding, Findings, Reason, Segment, Suggestion
from esv.search.models import IndexedEntry

PAGE_SIZE = 10
MOST_NEAREST_SENTENCES = 3
MOST_TRIED_PER_RELATED = 8


def find(
    question: str,
    *,
    chosen: Mapping[str, Collection[str]] | None = None,
    first: int = 0,
    limit: int = PAGE_SIZE,
    corrects: bool = True,
) -> Findings:
    """Find what answers a question.

    Args:
        question: as typed, in Dutch or English.
        chosen: codes by facet; a finding has one of the codes in every facet named.
        first: how many findings to pass over (for the next page).
        limit: the most findings to return.
        corrects: False searches for the words as they were typed, also where they look misspelt.
    """
    snapshot = live.index().refresh()
    chosen = {facet: codes for facet, codes in (chosen or {}).items() if codes}
    outcome = snapshot.engine.search(
        question, first=first, limit=limit, allowed=snapshot.allowed(chosen), corrects=corrects
    )
    return Findings(
        question=" ".join(question.split()),
        question_language=outcome.language or "",
        corrections={correction.asked: correction.meant for correction in outcome.corrections},
        findings=tuple(_finding(hit, snapshot.entries[hit.item]) for hit in _shown(question, outcome, first, snapshot)),
        total=outcome.near_count,
        has_good_answer=not outcome.abstained,
        facets=_facets(question, chosen, outcome, snapshot, corrects=corrects),
        is_complete=not snapshot.without_vector,
    )


def suggest(beginning: str, *, language: str, limit: int = 8) -> list[Suggestion]:
    """Titles and other names that fit what is being typed, those in the reader's language first."""
    return (
        live.index().refresh().titles.beginning_with(beginning, language=language, limit=limit, on=timezone.localdate())
    )


def related(key: str, *, language: str, limit: int = 4) -> list[Suggestion]:
    """What answers about the same as an entry does: nearest in meaning first, named in the reader's language."""
    snapshot = live.index().refresh()
    more = limit * MOST_TRIED_PER_RELATED
    keys = (
        nearness.nearest(key, model=stored_vectors.embedder().content_hash, limit=more)
        if nearness.is_enabled()
        else snapshot.engine.alike(key, limit=more)
    )
    today = timezone.localdate()
    entries = [snapshot.entries[other] for other in keys if other in snapshot.entries]
    answering = [entry for entry in entries if entry.weight >= 1 and (entry.suggested_until or today) >= today]
    return [_named(entry, language) for entry in answering[:limit]]


def _named(entry: IndexedEntry, language: str) -> Suggestion:
    """An entry under its name in a language, or in the one it has."""
    known = language if language in entry.names else next(iter(entry.names))
    return Suggestion(entry.names[known][0], entry.kind, entry.path, known)


def _facets(
    question: str,
    chosen: Mapping[str, Collection[str]],
    outcome: Outcome,
    snapshot: live.Snapshot,
    *,
    corrects: bool,
) -> dict[str, tuple[FacetValue, ...]]:
    """Count the findings by code; a facet in which something was chosen counts as if nothing was chosen in it."""
    facets = {}
    for facet in FACETS:
        items = outcome.ranking[: outcome.near_count]
        if facet in chosen:
            others = {name: codes for name, codes in chosen.items() if name != facet}
            wider = snapshot.engine.search(question, limit=0, allowed=snapshot.allowed(others), corrects=corrects)
            items = wider.ranking[: wider.near_count]
        facets[facet] = _values(facet, (snapshot.entries[key] for key in items if key in snapshot.entries), chosen)
    return facets


def _values(
    facet: str, entries: Iterable[IndexedEntry], chosen: Mapping[str, Collection[str]]
) -> tuple[FacetValue, ...]:
    counts = Counter(code for entry in entries for code in entry.facets.get(facet, ()))
    for code in chosen.get(facet, ()):
        counts.setdefault(code, 0)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetValue(code, count, code in chosen.get(facet, ())) for code, count in ordered)


def _shown(question: str, outcome: Outcome, first: int, snapshot: live.Snapshot) -> Iterable[Hit]:
    """The hits near enough to show; what nearly answers a question is only marked where there is an answer."""
    hits = outcome.hits[: max(outcome.near_count - first, 0)]
    return _known(hits, snapshot) if outcome.abstained else _with_nearest_sentences(question, hits, snapshot)


def _known(hits: Iterable[Hit], snapshot: live.Snapshot) -> Iterator[Hit]:
    """Leave out what was withdrawn since the search began."""
    return (hit for hit in hits if hit.item in snapshot.entries)


def _with_nearest_sentences(question: str, hits: Iterable[Hit], snapshot: live.Snapshot) -> Iterator[Hit]:
    """Mark the sentence nearest in meaning where no word matched, in the first few: each sentence takes a while."""
    left = MOST_NEAREST_SENTENCES
    for hit in _known(hits, snapshot):
        if hit.explanation.by_words or not left:
            yield hit
            continue
        left -= 1
        nearest = snapshot.engine.nearest_sentence(question, hit.passage)
        yield replace(hit, explanation=replace(hit.explanation, nearest=nearest))


def _finding(hit: Hit, entry: IndexedEntry) -> Finding:
    passage, explanation = hit.passage, hit.explanation
    return Finding(
        key=entry.key,
        kind=entry.kind,
        path=entry.path,
        title=_segments(passage.title, explanation.title_marks),
        passage=_segments(passage.text, _shown_marks(explanation)),
        language=passage.language,
        original_language=entry.language,
        status=entry.status,
        ratings=entry.ratings,
        facets=entry.facets,
        reasons=tuple(_reason(why) for why in explanation.reasons),
    )


def _shown_marks(explanation: Explanation) -> Sequence[Mark]:
    if explanation.by_words or explanation.nearest is None:
        return explanation.text_marks
    return (explanation.nearest,)


def _reason(why: Why) -> Reason:
    return Reason(kind=why.reason.value, asked=why.asked, found=why.found)


def _segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut a text at its marks, which are in order and apart."""
    segments: list[Segment] = []
    place = 0
    for mark in marks:
        segments += [
            Segment(text[place : mark.start], is_match=False),
            Segment(text[mark.start : mark.end], is_match=True),
        ]
        place = mark.end
    segments.append(Segment(text[place:], is_match=False))
    return tuple(segment for segment in segments if segment.text)

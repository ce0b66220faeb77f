"""How good the answers of each way of searching are, side by side over the same passages and questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from django.conf import settings

from esv.search import judging, live, selectors, stored_vectors
from esv.search.analysis.tokens import tokens
from esv.search.judging import Answer, Judged
from esv.search.models import IndexedEntry
from esv.search.passages import Passage
from esv.search.vectors.embedder import NullEmbedder
from house.bench import disturbing, own_questions, report, systems

SHOWN = ("success@5", "nDCG@10", "recall@5")
REPORTED = 3  # of the development questions, those with a number divisible by this were left out when fitting


def section(questions: Path | None) -> str:
    """All tables on quality, as Markdown."""
    corpus = catalogue()
    compared = compare(corpus)
    parts = ["## Search: quality", report.origin("bin/bench search"), _size(corpus)]
    if questions and questions.exists():
        judged = judging.read_questions(questions)
        for title, chosen in _groups(judged):
            parts += [f"### {title} ({len(chosen)} questions)", _table(compared, chosen)]
        parts += ["### Honest nothing", _honesty(judged)]
    else:
        parts.append("Development questions: not yet measured (file not given or not found).")
    own = own_questions.own_questions(settings.STARTER_EDITION_DIR)
    parts += [f"### Our own set ({len(own)} questions)", own_questions.__doc__ or "", _table(compared, own)]
    return "\n\n".join(part.strip() for part in parts)


def catalogue() -> systems.Corpus:
    """The passages of the catalogue that was imported, with the vectors that a worker made.

    Raises:
        SystemExit: vectors are still missing; they would make the comparison unfair.
    """
    if missing := stored_vectors.missing_count():
        raise SystemExit(f"{missing} passages have no vector yet. Run: bin/esv search_index --embed")
    rows = [
        (
            Passage(row.key, entry.key, entry.kind, row.language, row.title, row.text, row.position, entry.weight),
            row.vector,
        )
        for entry in IndexedEntry.objects.findable().prefetch_related("passages")
        for row in entry.passages.all()
    ]
    vectors = np.stack([stored_vectors.from_bytes(vector) for _, vector in rows if vector is not None])
    return systems.Corpus([passage for passage, _ in rows], vectors)


def compare(corpus: systems.Corpus) -> dict[str, systems.System]:
    """The ways of searching by name, weakest first."""
    embedder = stored_vectors.embedder()
    return {
        "PostgreSQL, all words": systems.postgresql(corpus, any_word=False),
        "PostgreSQL, any word": systems.postgresql(corpus, any_word=True),
        "tantivy BM25": systems.bm25(corpus),
        "meaning alone": systems.dense(corpus, embedder),
        "ours, words alone": systems.ours(corpus, NullEmbedder()),
        "ours, without names of concepts": systems.ours(corpus, embedder),
        "ours": _as_a_visitor,
    }


def _as_a_visitor(question: str) -> list[str]:
    return list(live.index().refresh().engine.search(question, limit=0).ranking)


def _groups(judged: Sequence[Judged]) -> Iterable[tuple[str, list[Judged]]]:
    answerable = [question for question in judged if question.relevant]
    vocabulary = _vocabulary()
    yield "Development questions", answerable
    yield "Development questions, Dutch", [one for one in answerable if one.language == "nl"]
    yield "Development questions, English", [one for one in answerable if one.language == "en"]
    yield "Development questions, the third left out when fitting", [one for one in answerable if is_reported(one.id)]
    yield (
        "Development questions with typing errors in a fifth of the words",
        [replace(one, text=disturbing.with_typos(one.text, seed=one.id)) for one in answerable],
    )
    apart = [replace(one, text=disturbing.with_compounds_apart(one.text, vocabulary)) for one in answerable]
    yield (
        "Dutch development questions with compounds written apart",
        [
            one
            for one, before in zip(apart, answerable, strict=True)
            if one.text != before.text and one.language == "nl"
        ],
    )


def is_reported(question: str) -> bool:
    """Whether a development question was kept out of fitting: its number is divisible by three."""
    return int("".join(filter(str.isdigit, question)) or 0) % REPORTED == 0


def _vocabulary() -> frozenset[str]:
    texts = IndexedEntry.objects.values_list("passages__text", flat=True)
    return frozenset(token.word for text in texts for token in tokens(text or ""))


def _table(compared: Mapping[str, systems.System], questions: Sequence[Judged]) -> str:
    rows = []
    for name, search in compared.items():
        answers = [Answer(one.id, tuple(_judgeable(search(one.text))), abstained=False) for one in questions]
        figures = judging.measures(questions, answers)
        rows.append([name, *(_with_interval(figures[measure]) for measure in SHOWN)])
    return report.table(["way of searching", *SHOWN], rows)


def _judgeable(keys: Iterable[str]) -> list[str]:
    """Leave out kinds that nobody judged, before the list is cut."""
    return [key for key in keys if key.startswith(("source:", "initiative:", "concept:"))][: judging.MOST_HITS]


def _honesty(judged: Sequence[Judged]) -> str:
    rows = []
    for title, chosen in (("all", judged), ("left out when fitting", [one for one in judged if is_reported(one.id)])):
        answers = [Answer(one.id, (), not selectors.find(one.text, limit=1).has_good_answer) for one in chosen]
        figures = judging.measures(chosen, answers)
        rows += [
            [f"{measure}, {title}", _with_interval(figures[measure]), str(figures[measure][3])]
            for measure in ("gaps admitted", "false abstentions")
        ]
    return report.table(["share", "figure (95 % interval)", "questions"], rows)


def _with_interval(figure: tuple[float, float, float, int]) -> str:
    mean, low, high, _ = figure
    return f"{mean:.3f} ({low:.2f}–{high:.2f})"


def _size(corpus: systems.Corpus) -> str:
    items = len({passage.item for passage in corpus.passages})
    return (
        f"{len(corpus.passages)} passages of {items} things. Every way searches the same "
        "passages. Between brackets the 95 % interval over questions; a difference of less than 0.03 is usually noise."
    )

"""Fit when search says "we have nothing good enough", over the catalogue as it is; keep it with ``--write``.

Fitted on the development questions whose number is not divisible by three, on invented questions that the catalogue
cannot answer (``esv/search/ranking/out_of_scope.json``) and on names of concepts. What it does on the questions left
out is shown by ``bin/bench search``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from esv.search import judging, live, stored_vectors
from esv.search.engine import SearchEngine
from esv.search.models import IndexedEntry
from esv.search.ranking import calibration, fitting
from esv.search.ranking.fitting import Example, Source
from house.bench.quality import is_reported

OUT_OF_SCOPE = Path(calibration.__file__).parent / "out_of_scope.json"


def section(questions: Path, *, write: bool) -> str:
    """Fit, say what cross-validation found, and keep the result when told to.

    Raises:
        SystemExit: vectors are missing, or there are no questions to fit on.
    """
    if stored_vectors.missing_count():
        raise SystemExit("Some passages have no vector yet. Run: bin/esv search_index --embed")
    if not questions.exists():
        raise SystemExit(f"{questions} does not exist; name labelled questions with --questions.")
    examples = list(_examples(judging.read_questions(questions), live.index().refresh().engine))
    model = stored_vectors.embedder().name.partition(",")[0]
    fitted = {
        name: fitting.fit(examples, signals)
        for name, signals in ((calibration.WORDS, fitting.BY_WORDS), (model, fitting.BY_MEANING))
    }
    if write:
        calibration.keep(fitted, provenance=" ".join((__doc__ or "").split()))
    return "\n".join(f"{name}: {result[0]} {result[1]}" for name, result in fitted.items())


def _examples(questions: Sequence[judging.Judged], engine: SearchEngine) -> Iterator[Example]:
    for question in questions:
        if not is_reported(question.id):
            yield Example(engine.signals(question.text), "gap" if question.is_gap else "answerable")
    for invented in json.loads(OUT_OF_SCOPE.read_text(encoding="utf-8")):
        yield Example(engine.signals(invented["text"]), cast("Source", invented["kind"]))
    for number, names in enumerate(_names_of_concepts()):
        if number % 3:
            yield Example(engine.signals(names["nl" if number % 2 else "en"][0]), "label")


def _names_of_concepts() -> list[dict[str, list[str]]]:
    return list(IndexedEntry.objects.findable().filter(concept=True).order_by("key").values_list("names", flat=True))

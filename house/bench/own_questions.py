"""A second labelled set, made from the editors' own work in the starter edition.

Where an editor wrote down a problem and named the sources that answer it, the problem is a question and the sources
are its right answers. Nobody wrote these texts as questions and nobody judged them a second time: an unnamed source
may be just as good. Compare systems with it; do not read it as satisfaction.

- an action perspective: its problem as a long question and its title as a short one, in both languages; sources that
  support it count 2, those that nuance or contradict it 1, its concepts 1;
- a figure: what it is about as a question; its source counts 2;
- a disputed term: why it is contested as a question; its concept counts 2, the sources of its definitions 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from esv.search.judging import Judged

LANGUAGES = ("nl", "en")


def own_questions(edition: Path) -> list[Judged]:
    """The questions, from the files of a starter edition."""
    return [
        *_from(edition, "perspectives", _of_perspective),
        *_from(edition, "figures", _of_figure),
        *_from(edition, "disputed-terms", _of_disputed_term),
    ]


def _from(edition: Path, name: str, questions_of: Any) -> Iterator[Judged]:
    text = (edition / f"{name}.yaml").read_text(encoding="utf-8")
    for entry in yaml.safe_load(text):
        yield from questions_of(entry)


def _of_perspective(entry: Mapping[str, Any]) -> Iterator[Judged]:
    relevant = {f"concept:{concept}": 1 for concept in entry["concepts"]}
    relevant |= {f"source:{source['id']}": 2 if source["use"] == "supports" else 1 for source in entry["sources"]}
    for language in LANGUAGES:
        for part in ("title", "problem"):
            yield Judged(f"{part}-{entry['id']}-{language}", entry[f"{part}_{language}"], language, relevant)


def _of_figure(entry: Mapping[str, Any]) -> Iterator[Judged]:
    for language in LANGUAGES:
        yield Judged(
            f"figure-{entry['id']}-{language}", entry[f"what_{language}"], language, {f"source:{entry['source']}": 2}
        )


def _of_disputed_term(entry: Mapping[str, Any]) -> Iterator[Judged]:
    relevant = {f"source:{definition['source']}": 1 for definition in entry["definitions"] if definition["source"]}
    relevant[f"concept:{entry['concept']}"] = 2
    for language in LANGUAGES:
        yield Judged(f"term-{entry['id']}-{language}", entry[f"why_contested_{language}"], language, relevant)

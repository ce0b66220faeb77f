"""How speed and memory grow with the number of passages, on real text given by option.

Each size runs in a process of its own. Vectors are real up to ``REAL_VECTORS`` passages; beyond that they are real
ones with noise added, which makes no difference to the time a search takes.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from esv.search import live, stored_vectors
from esv.search.embedding import VectorCache, embed_passages
from esv.search.engine import SearchEngine
from esv.search.passages import Passage, passages_of
from esv.search.vectors.embedder import Embedder, NullEmbedder, Vectors
from house.bench import report, systems

SIZES = (1_000, 10_000, 100_000, 150_000)
REAL_VECTORS = 10_000
QUESTIONS = 200
CACHE = report.ROOT / "var" / "bench"


@dataclass(frozen=True)
class Measured:
    """What one size took: seconds, milliseconds (median and 95th percentile), megabytes."""

    passages: int
    build_seconds: float
    words_ms: tuple[float, float]
    whole_ms: tuple[float, float]
    megabytes: float
    bm25_ms: tuple[float, float]


def section(texts: Path | None) -> str:
    """The table on growth, as Markdown."""
    parts = ["## Search: growth", report.origin("bin/bench search --scale FILE")]
    if texts is None or not texts.exists():
        return "\n\n".join([*parts, "Not yet measured (file not given or not found)."])
    measured = [_in_a_process_of_its_own(texts, size) for size in SIZES]
    explained = (
        "Passages of Dutch law; questions are the first eight words of other passages. Vectors are real up to "
        f"{REAL_VECTORS:,} passages, beyond that real ones with noise. By words: without meaning. Whole search: with "
        "its question embedded anew. Tantivy BM25: on the same passages. Memory: of the whole process, with index "
        "and model."
    )
    return "\n\n".join([*parts, explained, _table(measured)])


def measure(texts: Path, size: int) -> Measured:
    """Measure one size in this process."""
    passages, questions = _sample(texts, size)
    seconds, words = _by_words(passages, questions)
    whole, memory = _whole(passages, questions)
    bm25 = _milliseconds(systems.bm25(systems.Corpus(passages, np.zeros((0, 0), dtype=np.float32))), questions)
    return Measured(len(passages), seconds, words, whole, memory, bm25)


def _by_words(passages: list[Passage], questions: list[str]) -> tuple[float, tuple[float, float]]:
    begin = time.perf_counter()
    engine = SearchEngine(NullEmbedder(), words=live.word_list())
    engine.rebuild(passages)
    seconds = time.perf_counter() - begin
    return seconds, _milliseconds(lambda question: engine.search(question, limit=10), questions)


def _whole(passages: list[Passage], questions: list[str]) -> tuple[tuple[float, float], float]:
    embedder = stored_vectors.embedder()
    engine = SearchEngine(embedder, words=live.word_list())
    keys = (passage.key for passage in passages)
    engine.rebuild(passages, dict(zip(keys, _vectors(passages, embedder), strict=True)))
    taken = _milliseconds(lambda question: engine.search(question, limit=10), questions)
    return taken, _megabytes()


def _sample(texts: Path, size: int) -> tuple[list[Passage], list[str]]:
    passages: list[Passage] = []
    titles: list[str] = []
    for line in _lines(texts):
        if len(passages) < size:
            passages += passages_of(line["id"], "law", line.get("lang", "nl"), line.get("title", ""), line["text"])
        elif len(titles) < QUESTIONS:
            titles.append(" ".join(line["text"].split()[:8]))
        else:
            break
    return passages[:size], titles or [" ".join(passage.text.split()[:8]) for passage in passages[-QUESTIONS:]]


def _lines(texts: Path) -> Iterator[dict[str, str]]:
    with gzip.open(texts, "rt", encoding="utf-8") if texts.suffix == ".gz" else texts.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _vectors(passages: list[Passage], embedder: Embedder) -> Vectors:
    real = passages[:REAL_VECTORS]
    made = embed_passages(real, embedder, workers=2, cache=VectorCache(CACHE, embedder.content_hash), progress=_show)
    vectors = np.stack([made[passage.key] for passage in real])
    more = len(passages) - len(real)
    if more:
        dice = np.random.default_rng(0)
        noisy = vectors[dice.integers(0, len(vectors), more)] + dice.normal(0, 0.02, (more, vectors.shape[1]))
        noisy /= np.linalg.norm(noisy, axis=1, keepdims=True)
        vectors = np.concatenate([vectors, noisy.astype(np.float32)])
    return vectors


def _milliseconds(search: Callable[[str], object], questions: list[str]) -> tuple[float, float]:
    for question in questions[:5]:
        search(f"{question} ")
    taken = []
    for question in questions:
        begin = time.perf_counter()
        search(question)
        taken.append(1000 * (time.perf_counter() - begin))
    median, tail = np.percentile(taken, [50, 95])
    return float(median), float(tail)


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:"))


def _show(what: str, done: int, total: int) -> None:
    if done % 800 < 16:
        print(f"{what}: {done} of {total}", file=sys.stderr, flush=True)


def _in_a_process_of_its_own(texts: Path, size: int) -> Measured:
    command = [sys.executable, "-m", "house.bench", "one-size", "--scale", str(texts), "--size", str(size)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def print_one(texts: Path, size: int) -> None:
    """Measure one size and print it for the process that asked."""
    print(json.dumps(asdict(measure(texts, size))))


def _table(measured: list[Measured]) -> str:
    head = (
        "passages",
        "index by words, s",
        "passages/s",
        "by words, ms",
        "whole search, ms",
        "tantivy BM25, ms",
        "memory, MB",
    )
    rows = [
        [
            f"{one.passages:,}",
            f"{one.build_seconds:.1f}",
            f"{one.passages / one.build_seconds:,.0f}",
            _pair(one.words_ms),
            _pair(one.whole_ms),
            _pair(one.bm25_ms),
            f"{one.megabytes:,.0f}",
        ]
        for one in measured
    ]
    return report.table(head, rows) + "\n\nMilliseconds: median / 95th percentile, one thread."


def _pair(times: tuple[float, float]) -> str:
    return f"{times[0]:.1f} / {times[1]:.1f}"

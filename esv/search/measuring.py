"""The door for measuring: a corpus and questions from files, through the same engine as the product."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from esv.search.analysis.language import LANGUAGES, NL, LanguageGuesser
from esv.search.analysis.word_list import NO_WORD_LIST, WordList
from esv.search.embedding import Progress, VectorCache, embed_passages
from esv.search.engine import SearchEngine
from esv.search.passages import Passage, passages_of
from esv.search.vectors.embedder import Embedder

MOST_RESULTS = 100
# Hits on a page of results: only these are explained, as in the product.
SHOWN = 10
RUN_TAG = "esv"

Entry = TypeVar("Entry")

_WARMING_UP = 5


class MeasuringError(ValueError):
    """A file that cannot be read; the message names the file, the line and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text of a corpus; ``language`` is empty where the file does not say."""

    key: str
    title: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds to index (vectors included), milliseconds per question, and megabytes of memory at the end."""

    index_seconds: float
    query_ms: Mapping[str, float]
    rss_mb: float


def evaluate_retrieval(
    corpus: Path,
    queries: Path,
    out: Path,
    embedder: Embedder,
    *,
    words: WordList = NO_WORD_LIST,
    workers: int = 2,
    vector_cache: Path | None = None,
    progress: Progress | None = None,
) -> Timing:
    """Ask every question of a file to every document of another, and write the answers.

    Questions are asked one at a time, after the engine has warmed up, on the thread of the caller.

    Args:
        corpus: JSON lines ``{"id", "title", "text", "lang"}``; title and lang may be missing.
        queries: JSON lines ``{"id", "text"}``.
        out: the run, lines ``qid Q0 docid rank score tag``, at most 100 a question, best first with 1 / rank as
            score; ``timing.json`` comes beside it.
        embedder: the model; without one the search is by words alone.
        words: words that are no typing errors though the corpus does not hold them.
        workers: threads that embed while indexing.
        vector_cache: folder that keeps vectors for a next run; nothing is kept when left out.
        progress: told what is being done, how much of it is done, and of how much.

    Raises:
        MeasuringError: a line is not what it should be, or a file holds nothing.
        OSError: a file cannot be read or written.
    """
    asked = dict(_read(queries, _question))
    documents = dict(_read(corpus, _document))
    begin = time.perf_counter()
    engine = index(
        list(documents.values()), embedder, words=words, workers=workers, vector_cache=vector_cache, progress=progress
    )
    seconds = time.perf_counter() - begin
    milliseconds = _ask(engine, asked, out, progress)
    timing = Timing(round(seconds, 3), milliseconds, _resident_megabytes())
    _write_timing(out.with_name("timing.json"), timing)
    return timing


def index(
    documents: Sequence[Document],
    embedder: Embedder,
    *,
    words: WordList = NO_WORD_LIST,
    workers: int = 2,
    vector_cache: Path | None = None,
    progress: Progress | None = None,
) -> SearchEngine:
    """Make a throw-away engine that holds these documents, each an item."""
    passages = list(_passages(documents))
    cache = VectorCache(vector_cache, embedder.content_hash) if vector_cache else None
    vectors = embed_passages(passages, embedder, workers=workers, cache=cache, progress=progress)
    engine = SearchEngine(embedder, words=words)
    engine.rebuild(passages, vectors)
    return engine


def _passages(documents: Sequence[Document]) -> Iterator[Passage]:
    """Documents in pieces; a document that does not say its language, or only briefly, is in that of most."""
    guesser = LanguageGuesser()
    guessed = [document.language or guesser.guess_text(f"{document.title} {document.text}") for document in documents]
    usual = Counter(language for language in guessed if language in LANGUAGES).most_common(1)
    fallback = usual[0][0] if usual else NL
    for document, language in zip(documents, guessed, strict=True):
        yield from passages_of(document.key, "document", language or fallback, document.title, document.text)


def _ask(engine: SearchEngine, asked: Mapping[str, str], out: Path, progress: Progress | None) -> dict[str, float]:
    for text in list(asked.values())[:_WARMING_UP]:
        engine.search(f"{text} ", limit=SHOWN)
    taken: dict[str, float] = {}
    with out.open("w", encoding="utf-8") as run:
        for number, (key, text) in enumerate(asked.items(), 1):
            begin = time.perf_counter()
            found = engine.search(text, limit=SHOWN).ranking[:MOST_RESULTS]
            taken[key] = round(1000 * (time.perf_counter() - begin), 3)
            for rank, item in enumerate(found, 1):
                run.write(f"{key} Q0 {item} {rank} {1 / rank:.6f} {RUN_TAG}\n")
            if progress:
                progress("asking", number, len(asked))
    return taken


def _write_timing(path: Path, timing: Timing) -> None:
    written = {"index_seconds": timing.index_seconds, "query_ms": timing.query_ms, "rss_mb": timing.rss_mb}
    path.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _resident_megabytes() -> float:
    """Memory of this process in use now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS:")), 0.0)


def _read(path: Path, entry_of: Callable[[dict[str, Any]], tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """Entries of a file of JSON lines by id, in order; empty lines are passed over."""
    seen: set[str] = set()
    for number, line in _lines(path):
        try:
            key, entry = entry_of(_as_object(line))
        except ValueError as problem:
            raise MeasuringError(f"{path}, line {number}: {problem}") from problem
        if key in seen:
            raise MeasuringError(f"{path}, line {number}: id {key!r} occurs twice")
        seen.add(key)
        yield key, entry
    if not seen:
        raise MeasuringError(f"{path}: no lines in it")


def _lines(path: Path) -> Iterable[tuple[int, str]]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError as problem:
                raise MeasuringError(f"{path}, line {number}: not UTF-8 ({problem.reason})") from problem
            if line:
                yield number, line


def _as_object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as problem:
        raise ValueError(f"not JSON: {problem.msg} at character {problem.pos + 1}") from problem
    if isinstance(found, dict):
        return found
    raise ValueError("not a JSON object")


def _question(entry: dict[str, Any]) -> tuple[str, str]:
    return _key(entry), _text(entry, "text", required=True)


def _document(entry: dict[str, Any]) -> tuple[str, Document]:
    key = _key(entry)
    title, text = _text(entry, "title"), _text(entry, "text", required=True)
    return key, Document(key, title, text, _text(entry, "lang").lower().split("-")[0])


def _key(entry: dict[str, Any]) -> str:
    key = entry.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key.strip():
        raise ValueError("no id")
    if key.split() != [key]:
        raise ValueError(f"an id cannot hold spaces: {key!r}")
    return key


def _text(entry: dict[str, Any], name: str, *, required: bool = False) -> str:
    found = entry.get(name)
    if found is None and not required:
        return ""
    if isinstance(found, str):
        return found
    raise ValueError(f"no {name}" if found is None else f"{name} is not a text")

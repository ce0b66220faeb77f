"""multilingual-e5-small on onnxruntime: the converted weights, or the official export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from esv.search.vectors.embedder import Vectors, to_unit_rows
from esv.search.vectors.model_folder import (
    CARD,
    ENCODER,
    VOCABULARY,
    WORD_VECTORS,
    ModelCard,
    ModelFolderError,
    file_sha256,
    read_card,
)
from esv.search.vectors.packed_table import PackedTable
from esv.search.vectors.unigram import load_tokenizer

if TYPE_CHECKING:
    import onnxruntime

MAX_TOKENS = 256
OFFICIAL_MODEL = "model.onnx"
OFFICIAL_TOKENIZER = "tokenizer.json"

Feed = dict[str, NDArray[Any]]


class OnnxE5:
    """An ``Embedder`` that reads a folder and computes on the processor.

    The folder is one made by ``convert_e5.convert``, or holds the official ONNX export of
    ``intfloat/multilingual-e5-small``: ``model.onnx`` (inputs ``input_ids``, ``attention_mask`` and, where the
    export has it, ``token_type_ids``; first output the last hidden state) and its ``tokenizer.json``. The two
    have different hashes: their vectors are near (4 bits against 32) but not to be mixed.

    Safe to use from many threads at once. Texts are computed one by one: batches of 8 or 16 of about equal length
    are 30-40 % slower (measured), and alone the vector of a text cannot depend on its neighbours.

    onnxruntime is loaded with the first text. It keeps threads, which do not survive a fork: a web server may make this
    object before it forks, but has to embed after it.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the model.

        Args:
            folder: see the class.
            threads: processor threads for one text; leave it at 1 in a web server that has threads itself.

        Raises:
            ModelFolderError: the folder holds neither kind of model, or lacks a file.
        """
        parts = _open_converted(folder) if (folder / CARD).is_file() else _open_official(folder)
        self.name = parts.card.name
        self.max_tokens = parts.card.max_tokens
        self.content_hash = parts.card.content_hash
        self._parts = parts
        self._threads = threads
        self._starting = Lock()
        self._started: _Running | None = None
        self.dim = parts.card.dim or self._running().dim

    def embed_queries(self, texts: list[str]) -> Vectors:
        """Vectors of what people ask: float32, shape (number of texts, dim), rows of length one."""
        return self._embed([f"query: {text}" for text in texts])

    def embed_passages(self, texts: list[str]) -> Vectors:
        """Vectors of what can be found: float32, shape (number of texts, dim), rows of length one."""
        return self._embed([f"passage: {text}" for text in texts])

    def _embed(self, texts: list[str]) -> Vectors:
        running = self._running()
        vectors = np.empty((len(texts), self.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = running.states(self._parts.to_ids(text, self.max_tokens)).mean(axis=0)
        return to_unit_rows(vectors)

    def _running(self) -> _Running:
        with self._starting:
            if self._started is None:
                session = _start_session(self._parts.model, self._threads)
                self._started = _Running(session, self._parts.feed(session))
            return self._started


@dataclass(frozen=True)
class _Running:
    """A model that has been started, and how numbers of tokens are fed to it."""

    session: onnxruntime.InferenceSession
    feed: Callable[[list[int]], Feed]

    @property
    def dim(self) -> int:
        return int(self.session.get_outputs()[0].shape[-1])

    def states(self, ids: list[int]) -> NDArray[np.float32]:
        """The last hidden state of every token of one text."""
        (states,) = self.session.run([self.session.get_outputs()[0].name], self.feed(ids))
        return np.asarray(states[0], dtype=np.float32)


@dataclass(frozen=True)
class _Parts:
    """What differs between the two kinds of folder."""

    card: ModelCard
    model: Path
    to_ids: Callable[[str, int], list[int]]
    feed: Callable[[onnxruntime.InferenceSession], Callable[[list[int]], Feed]]


def _open_converted(folder: Path) -> _Parts:
    _require(folder, ENCODER, WORD_VECTORS, VOCABULARY)
    table = PackedTable(folder / WORD_VECTORS)
    return _Parts(
        card=read_card(folder),
        model=folder / ENCODER,
        to_ids=load_tokenizer(folder / VOCABULARY).ids,
        feed=lambda _session: _feed_word_vectors(table),
    )


def _open_official(folder: Path) -> _Parts:
    _require(folder, OFFICIAL_MODEL, OFFICIAL_TOKENIZER)
    return _Parts(
        card=_official_card(folder / OFFICIAL_MODEL),
        model=folder / OFFICIAL_MODEL,
        to_ids=_official_tokenizer(folder / OFFICIAL_TOKENIZER),
        feed=_feed_ids,
    )


def _official_tokenizer(path: Path) -> Callable[[str, int], list[int]]:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return lambda text, _max_tokens: list(tokenizer.encode(text).ids)


def _require(folder: Path, *files: str) -> None:
    missing = [file for file in files if not (folder / file).is_file()]
    if missing:
        raise ModelFolderError(f"{folder} holds no model that can be used: {', '.join(missing)} not found")


def _official_card(path: Path) -> ModelCard:
    digest = file_sha256(path)
    return ModelCard(
        name="multilingual-e5-small",
        dim=0,
        max_tokens=MAX_TOKENS,
        content_hash=digest,
        source="official ONNX export",
        source_sha256=digest,
        files={},
    )


def _start_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # 30 MB less, no measurable loss of speed
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _feed_word_vectors(table: PackedTable) -> Callable[[list[int]], Feed]:
    def feed(ids: list[int]) -> Feed:
        mask = np.ones((1, len(ids)), dtype=np.int32)
        return {"word_vectors": table.rows(ids)[None], "attention_mask": mask}

    return feed


def _feed_ids(session: onnxruntime.InferenceSession) -> Callable[[list[int]], Feed]:
    wants_types = "token_type_ids" in {value.name for value in session.get_inputs()}

    def feed(ids: list[int]) -> Feed:
        numbers = np.array([ids], dtype=np.int64)
        types = {"token_type_ids": np.zeros_like(numbers)} if wants_types else {}
        return {"input_ids": numbers, "attention_mask": np.ones_like(numbers), **types}

    return feed

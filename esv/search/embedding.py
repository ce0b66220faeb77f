"""Makes the vectors of many passages, on several threads, and keeps them if asked."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import numpy as np

from esv.search.passages import Passage
from esv.search.vectors.embedder import Embedder, Vectors

TOGETHER = 16

Progress = Callable[[str, int, int], None]


class VectorCache:
    """Vectors in a folder, by the content of the text and of the model; safe to delete."""

    def __init__(self, folder: Path, model_hash: str) -> None:
        """Use a folder, made when it is not there."""
        self._path = folder / f"{blake2b(model_hash.encode(), digest_size=8).hexdigest()}.npz"
        folder.mkdir(parents=True, exist_ok=True)
        self._known: dict[str, Vectors] = {}
        if self._path.exists():
            with np.load(self._path) as stored:
                self._known = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    def get(self, text: str) -> Vectors | None:
        """The vector of a text, or None when it was not kept."""
        return self._known.get(_content_key(text))

    def keep(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Add vectors; ``save`` writes them."""
        self._known.update(zip(map(_content_key, texts), vectors, strict=True))

    def save(self) -> None:
        """Write all vectors, whole or not at all."""
        if not self._known:
            return
        unfinished = self._path.with_suffix(".tmp.npz")
        np.savez(unfinished, keys=np.array(list(self._known)), vectors=np.stack(list(self._known.values())))
        unfinished.replace(self._path)


def embed_passages(
    passages: Sequence[Passage],
    embedder: Embedder,
    *,
    workers: int = 1,
    cache: VectorCache | None = None,
    progress: Progress | None = None,
) -> dict[str, Vectors]:
    """The vectors of passages by key; none without a model. Texts that are equal are embedded once."""
    if not embedder.dim:
        return {}
    keys = {text: _cached(cache, text) for text in dict.fromkeys(passage.full_text for passage in passages)}
    fresh = sorted((text for text, vector in keys.items() if vector is None), key=len)
    done = 0
    for texts, vectors in _embedded(fresh, embedder, workers):
        keys.update(zip(texts, vectors, strict=True))
        if cache:
            cache.keep(texts, vectors)
        done += len(texts)
        if progress:
            progress("embedding", done, len(fresh))
    if cache and fresh:
        cache.save()
    return {passage.key: vector for passage in passages if (vector := keys[passage.full_text]) is not None}


def _cached(cache: VectorCache | None, text: str) -> Vectors | None:
    return cache.get(text) if cache else None


def _embedded(texts: Sequence[str], embedder: Embedder, workers: int) -> Iterator[tuple[list[str], Vectors]]:
    """Batches of about equally long texts, longest first so that the threads end together."""
    batches = [list(texts[start : start + TOGETHER]) for start in range(0, len(texts), TOGETHER)][::-1]
    with ThreadPoolExecutor(max_workers=max(1, workers)) as threads:
        yield from zip(batches, threads.map(embedder.embed_passages, batches), strict=True)


def _content_key(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

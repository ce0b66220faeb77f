"""Any model of the sentence-transformers library, for people with a network."""

import hashlib
from typing import Any

import numpy as np

from esv.search.vectors.embedder import Vectors, to_unit_rows

LIBRARY_MAX_TOKENS = 512  # of most models, where one states no limit


class MissingLibraryError(RuntimeError):
    """The library that a choice in the settings needs is not installed."""


class SentenceTransformersEmbedder:
    """An ``Embedder`` around a named model, which the library downloads at first use.

    The name and every weight count for ``content_hash``: a model that changes under its name is noticed.
    """

    def __init__(self, model_name: str, *, query_prefix: str = "query: ", passage_prefix: str = "passage: ") -> None:
        """Load the model.

        Args:
            model_name: as on the model hub, or a folder.
            query_prefix: put before what people ask; the default suits e5 models.
            passage_prefix: put before what can be found.

        Raises:
            MissingLibraryError: sentence-transformers is not installed.
        """
        self._model = _load(model_name)
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        self.name = model_name
        self.dim = int(self._model.encode([query_prefix], convert_to_numpy=True).shape[1])
        self.max_tokens = int(self._model.max_seq_length or LIBRARY_MAX_TOKENS)
        self.content_hash = _hash_weights(model_name, self._model)

    def embed_queries(self, texts: list[str]) -> Vectors:
        """Vectors of what people ask: float32, shape (number of texts, dim), rows of length one."""
        return self._embed(self._query_prefix, texts)

    def embed_passages(self, texts: list[str]) -> Vectors:
        """Vectors of what can be found: float32, shape (number of texts, dim), rows of length one."""
        return self._embed(self._passage_prefix, texts)

    def _embed(self, prefix: str, texts: list[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        found = self._model.encode([prefix + text for text in texts], convert_to_numpy=True)
        return to_unit_rows(np.asarray(found, dtype=np.float32))


def _load(model_name: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingLibraryError(
            f"the model {model_name!r} needs the package sentence-transformers: pip install sentence-transformers"
        ) from error
    return SentenceTransformer(model_name, device="cpu")


def _hash_weights(model_name: str, model: Any) -> str:
    digest = hashlib.sha256(model_name.encode())
    for name, values in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(values.detach().float().cpu().numpy()).tobytes())
    return digest.hexdigest()

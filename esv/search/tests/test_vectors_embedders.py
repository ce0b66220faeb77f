"""What every embedder keeps to."""

import sys
from types import ModuleType

import numpy as np
import pytest

from esv.search.vectors.embedder import ModelMismatchError, NullEmbedder, require_same_model, to_unit_rows
from esv.search.vectors.exact import DenseIndex
from esv.search.vectors.sentence_transformers import MissingLibraryError, SentenceTransformersEmbedder


def test_without_a_model_search_goes_on_and_finds_nothing_by_meaning():
    embedder = NullEmbedder()
    index = DenseIndex(embedder.dim, embedder.content_hash)
    index.put([1, 2], ["nl", "en"], embedder.embed_passages(["a", "b"]), content_hash=embedder.content_hash)

    rows, scores = index.rows().top(embedder.embed_queries(["a"])[0], "nl", 5)

    assert len(rows) == len(scores) == 0
    assert [len(found) for found, _ in index.rows().top_batch(embedder.embed_queries(["a", "b"]), ["nl", "nl"], 5)] == [
        0,
        0,
    ]


def test_vectors_of_different_weights_are_not_compared():
    with pytest.raises(ModelMismatchError, match="embed again"):
        require_same_model("a" * 64, "b" * 64)


def test_a_row_of_zeros_stays_zeros():
    units = to_unit_rows(np.array([[3.0, 4.0], [0.0, 0.0]]))

    assert units.tolist() == [pytest.approx([0.6, 0.8]), [0, 0]]


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(MissingLibraryError, match="pip install sentence-transformers"):
        SentenceTransformersEmbedder("intfloat/multilingual-e5-base")


class LibraryModel:
    """Stands for a model of sentence-transformers: a text's vector is its length, its first letter and one."""

    max_seq_length = None

    def __init__(self, name, device):
        self.name = name

    def encode(self, texts, convert_to_numpy):
        return np.array([[len(text), ord(text[0]), 1] for text in texts], dtype=np.float32)

    def state_dict(self):
        return {}


def test_any_model_of_the_library_keeps_to_the_same_rules(monkeypatch):
    library = ModuleType("sentence_transformers")
    vars(library)["SentenceTransformer"] = LibraryModel
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)

    embedder = SentenceTransformersEmbedder("a-model")

    np.testing.assert_allclose(np.linalg.norm(embedder.embed_passages(["a", "bcd"]), axis=1), [1, 1], rtol=1e-6)
    assert embedder.embed_queries([]).shape == (0, embedder.dim) == (0, 3)
    assert embedder.content_hash != SentenceTransformersEmbedder("another-model").content_hash

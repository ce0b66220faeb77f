import gc

import numpy as np
import pytest

from esv.search import library
from esv.search.engine import SearchEngine
from esv.search.lexical import LexicalQuery, Text
from esv.search.lexical.disk import DiskIndex
from esv.search.lexical.postings import PostingsIndex
from esv.search.tests.test_lexical import TEXTS, found
from esv.search.tests.toy import ToyModel, shelf, vectors_of


@pytest.fixture
def index(tmp_path):
    return DiskIndex.build(TEXTS, tmp_path)


@pytest.mark.parametrize("text", ["nazorg na melding", "team", "klachten commissie", "meldign", "signalement", "fiets"])
def test_disk_and_memory_find_the_same(index, text):
    in_memory = found(PostingsIndex.build(TEXTS), text)

    assert set(found(index, text)) == set(in_memory)
    assert found(index, text)[:1] == in_memory[:1]


def test_what_is_added_later_is_found(index):
    later = index.with_added([Text("nl", "Doxing", "Doxing is het delen van adressen.")])

    assert found(later, "doxing")[0] == 5
    assert (later.size, later.added_count, later.has_word("doxing")) == (6, 1, True)
    assert not index.has_word("doxing")


def test_only_allowed_texts_are_found(index):
    assert found(index, "team", allowed=np.array([True, True, False, True, True])) == [1]


def test_nothing_asked_gives_nothing(index):
    assert len(index.search(LexicalQuery(), limit=5).ordinals) == 0


def test_rarity_is_that_of_the_index_in_memory(index):
    in_memory = PostingsIndex.build(TEXTS)

    assert index.rarity("nl:team") == pytest.approx(in_memory.rarity("nl:team"))
    assert index.occurs("nl:team")


def test_the_folder_goes_with_the_index(tmp_path):
    index = DiskIndex.build(TEXTS, tmp_path)
    assert list(tmp_path.iterdir())

    del index
    gc.collect()

    assert not list(tmp_path.iterdir())


def test_a_large_library_goes_to_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "MOST_IN_MEMORY", 3)
    engine = SearchEngine(ToyModel(), disk=tmp_path)

    engine.rebuild(shelf(), vectors_of(shelf()))

    assert list(tmp_path.iterdir())
    assert engine.search("Wat is nazorg?").ranking[0] == "source:nazorg"

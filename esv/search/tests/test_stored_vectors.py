"""Vectors are made for what has none; whatever is interrupted is taken up again."""

import numpy as np
import pytest
from django.db import connection, connections

from esv.search import selectors, services, stored_vectors, tasks
from esv.search.models import IndexedPassage
from esv.search.tests.factories import entry

MANY = 40


class FakeModel:
    """A model whose vectors say how long a text is; remembers what it read."""

    name, dim, max_tokens, content_hash = "fake", 4, 256, "fake-1"

    def __init__(self):
        self.read = []

    def embed_passages(self, texts):
        self.read += texts
        return np.tile(np.array([0.6, 0.8, 0.0, 0.0], dtype=np.float32), (len(texts), 1))

    embed_queries = embed_passages


@pytest.fixture
def model(monkeypatch):
    fake = FakeModel()
    monkeypatch.setattr(stored_vectors, "embedder", lambda: fake)
    return fake


def put_many():
    services.put_many(
        entry(f"source:{number}", title=f"Titel {number}", nl=f"Tekst {number}.") for number in range(MANY)
    )


@pytest.mark.django_db
def test_every_passage_gets_a_vector_of_the_present_model(model):
    put_many()
    assert stored_vectors.missing_count() == MANY
    assert not selectors.find("titel").is_complete

    reported: list[int] = []
    assert stored_vectors.embed_missing(reported.append) == MANY

    assert stored_vectors.missing_count() == 0
    assert set(IndexedPassage.objects.values_list("vector_model", flat=True)) == {"fake-1"}
    assert selectors.find("titel").is_complete
    assert reported == [16, 32, 40]


@pytest.mark.django_db
def test_what_has_a_vector_is_not_read_again(model):
    put_many()
    tasks.embed_missing.func()

    assert stored_vectors.embed_missing() == 0
    assert len(model.read) == MANY


@pytest.mark.django_db
def test_vectors_of_another_model_are_made_again(model):
    put_many()
    stored_vectors.embed_missing()

    model.content_hash = "fake-2"

    assert stored_vectors.embed_missing() == MANY
    assert set(IndexedPassage.objects.values_list("vector_model", flat=True)) == {"fake-2"}


@pytest.mark.django_db
def test_an_interrupted_run_keeps_its_batches_and_the_next_one_goes_on(model, monkeypatch):
    put_many()

    def stop_after_the_first(made):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stored_vectors.embed_missing(stop_after_the_first)
    assert stored_vectors.missing_count() == MANY - stored_vectors.BATCH

    assert stored_vectors.embed_missing() == MANY - stored_vectors.BATCH


@pytest.mark.django_db
def test_a_text_that_changed_meanwhile_keeps_no_vector_of_the_old_one(model, monkeypatch):
    services.put(entry(nl="Zoals het was."))
    embed = model.embed_passages

    def while_an_editor_writes(texts):
        if len(model.read) == 0:
            services.put(entry(nl="Zoals het nu is."))
        return embed(texts)

    monkeypatch.setattr(model, "embed_passages", while_an_editor_writes)

    stored_vectors.embed_missing()

    assert any("Zoals het nu is" in text for text in model.read)
    assert IndexedPassage.objects.get().text == "Zoals het nu is."


@pytest.mark.django_db(transaction=True)
def test_while_one_process_makes_vectors_another_leaves_it_to_that(model):
    put_many()
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [stored_vectors.EMBEDDING_LOCK])

        assert stored_vectors.embed_missing() == 0
    finally:
        other.close()

    assert stored_vectors.embed_missing() == MANY
    assert connection.is_usable()


@pytest.mark.django_db
def test_rebuilding_forgets_all_vectors_and_keeps_search_by_words(model):
    put_many()
    stored_vectors.embed_missing()

    services.rebuild()

    assert stored_vectors.missing_count() == MANY
    assert selectors.find("titel 7").findings[0].key == "source:7"

"""What is related is nearest in meaning, with pgvector and without, in the same order."""

import numpy as np
import pytest

from esv.search import nearness, selectors, services, stored_vectors
from esv.search.tests.factories import entry

pytestmark = pytest.mark.django_db
ANGLES = {"nul": 0.0, "tien": 10.0, "dertig": 30.0, "tachtig": 80.0}


class ModelOfAngles:
    """A model that places a text at the angle that its title names."""

    name, dim, max_tokens, content_hash = "angles", 2, 256, "angles-1"

    def embed_passages(self, texts):
        angles = np.radians([ANGLES[text.split("\n")[0]] for text in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


@pytest.fixture
def angles(monkeypatch):
    monkeypatch.setattr(stored_vectors, "embedder", ModelOfAngles)
    services.put_many(entry(f"source:{name}", title=name, nl=f"Tekst over {name}.") for name in ANGLES)


def related(key):
    return [suggestion.text for suggestion in selectors.related(key, language="nl")]


@pytest.fixture(params=["with pgvector", "without"])
def looked_up(request, angles):
    """Both ways; the embedded server of the tests has pgvector."""
    if request.param == "with pgvector":
        assert stored_vectors.use_pgvector()
    stored_vectors.embed_missing()
    assert nearness.is_enabled() is (request.param == "with pgvector")


def test_the_nearest_in_meaning_come_first_and_never_the_thing_itself(looked_up):
    assert related("source:nul") == ["tien", "dertig", "tachtig"]
    assert related("source:tachtig") == ["dertig", "tien", "nul"]


def test_what_shows_the_way_what_is_overdue_and_what_was_withdrawn_is_not_related(looked_up):
    from datetime import date

    services.put(entry("source:tien", title="tien", nl="Tekst over tien.", weight=0.8))
    services.put(entry("source:dertig", title="dertig", nl="Tekst over dertig.", suggested_until=date(2020, 1, 1)))
    assert related("source:nul") == ["tachtig"]

    services.remove("source:tachtig")
    assert related("source:nul") == []


def test_what_has_no_vector_is_related_to_nothing(looked_up):
    services.rebuild()

    assert related("source:nul") == []


def test_vectors_made_before_pgvector_was_there_are_used_too(angles):
    stored_vectors.embed_missing()

    assert stored_vectors.use_pgvector()

    assert nearness.lacking() == []
    assert related("source:nul") == ["tien", "dertig", "tachtig"]


def test_on_a_server_without_pgvector_everything_works(angles, monkeypatch):
    monkeypatch.setattr(nearness, "EXTENSION", "no_such_extension")

    assert not stored_vectors.use_pgvector()
    stored_vectors.embed_missing()

    assert related("source:nul") == ["tien", "dertig", "tachtig"]


def test_the_name_is_in_the_reader_s_language_where_there_is_one(looked_up):
    assert selectors.related("source:nul", language="en")[0].language == "nl"

"""What is put can be found, by everyone and at once; what is removed cannot."""

import pytest
from django.db import transaction

from esv.search import live, selectors, services, stored_vectors
from esv.search.models import IndexedEntry, IndexedPassage
from esv.search.tests.factories import entry

pytestmark = pytest.mark.django_db


def keys(question, **options):
    return [finding.key for finding in selectors.find(question, **options).findings]


def test_what_is_put_is_found_by_the_next_question():
    assert keys("nazorg") == []

    services.put(entry())

    assert keys("nazorg") == ["source:nazorg"]


def test_what_is_removed_is_not_found_by_the_next_question():
    services.put(entry())
    assert keys("nazorg") == ["source:nazorg"]

    assert services.remove("source:nazorg")

    assert keys("nazorg") == []
    assert not services.remove("source:nazorg")


def test_what_was_removed_can_come_back():
    services.put(entry())
    services.remove("source:nazorg")

    services.put(entry())

    assert keys("nazorg") == ["source:nazorg"]


def test_every_process_follows_the_database_and_not_its_neighbour():
    services.put(entry())
    here, elsewhere = live.LiveIndex(), live.LiveIndex()
    here.refresh()
    elsewhere.refresh()

    services.put(entry("source:klacht", title="Klachtenregeling", nl="Termijnen van een klacht."))
    services.remove("source:nazorg")

    for index in (here, elsewhere):
        snapshot = index.refresh()
        assert set(snapshot.entries) == {"source:klacht"}
        assert snapshot.engine.search("klacht").ranking == ("source:klacht",)
        assert snapshot.engine.search("nazorg").ranking == ()


def test_a_process_that_was_away_for_long_loads_everything_anew(monkeypatch):
    index = live.LiveIndex()
    index.refresh()
    monkeypatch.setattr(live, "MOST_CHANGES", 1)

    services.put_many([entry("source:a", title="Eerste"), entry("source:b", title="Tweede")])

    assert set(index.refresh().entries) == {"source:a", "source:b"}


def test_an_index_that_took_over_changes_settles_to_what_a_new_process_would_have():
    patched = live.LiveIndex()
    for number in range(12):
        services.put(entry(f"source:{number}", title=f"Nazorg {number}", nl=f"Klacht en nazorg, deel {number}."))
        services.put(entry(f"source:{number}", title=f"Nazorg {number}", nl=f"Nazorg voor het team, deel {number}."))
        patched.refresh()
    services.remove("source:3")
    patched.refresh()

    patched.settle()

    fresh, settled = live.LiveIndex().refresh().engine, patched.refresh().engine
    for question in ("nazorg team", "klacht", "deel 7"):
        assert settled.search(question) == fresh.search(question)


def test_a_concept_whose_names_stay_does_not_make_the_whole_index_load_anew(monkeypatch):
    services.put_many(entry(f"concept:{name}", title=name, nl=f"Over {name}.", concept=True) for name in ("a", "b"))
    index = live.LiveIndex()
    index.refresh()
    monkeypatch.setattr(live.LiveIndex, "_load_all", lambda self: pytest.fail("loaded everything"))

    services.put(entry("concept:a", title="a", nl="Anders gezegd.", concept=True))

    assert index.refresh().engine.search("anders").ranking == ("concept:a",)


def test_a_change_that_comes_while_settling_is_not_lost(monkeypatch):
    index = live.LiveIndex()
    services.put(entry())
    index.refresh()
    load = live._loaded

    def meanwhile(entries):
        loaded = load(entries)
        services.remove("source:nazorg")
        index.refresh()
        return loaded

    monkeypatch.setattr(live, "_loaded", meanwhile)
    index.settle()

    assert "source:nazorg" not in index.refresh().entries


def test_nothing_of_a_failed_change_is_found():
    with pytest.raises(ValueError, match="no text"), transaction.atomic():
        services.put_many([entry(), entry("source:leeg", title=" ", nl=" ")])

    assert keys("nazorg") == []


def test_putting_the_same_again_changes_nothing():
    assert services.put(entry())
    row = IndexedEntry.objects.get()

    assert not services.put(entry())

    assert IndexedEntry.objects.get().version == row.version


def test_a_changed_text_replaces_the_old_one():
    services.put(entry(nl="Gesprek met het team."))
    services.put(entry(nl="Brief aan de faculteit."))

    assert keys("faculteit") == ["source:nazorg"]
    assert IndexedPassage.objects.count() == 1


def test_a_passage_whose_text_stays_keeps_its_vector():
    services.put(entry(facets={"theme": ("nazorg",)}))
    IndexedPassage.objects.update(vector=b"\x00\x3c", vector_model="model")

    services.put(entry(facets={"theme": ("nazorg", "team")}))

    assert IndexedPassage.objects.get().vector_model == "model"


def test_a_question_with_one_name_of_a_concept_finds_the_others():
    services.put(
        entry(
            "concept:vp", title="vertrouwenspersoon", nl="Iemand die luistert.", en="Someone who listens.", concept=True
        )
    )
    services.put(entry("source:x", title="Wie luistert?", nl="Over de vertrouwenspersoon."))

    services.put(entry("concept:vp", title="vertrouwenspersoon", nl="Iemand die luistert.", concept=True))

    assert "source:x" in keys("vertrouwenspersonen")


def test_without_a_model_search_is_complete_and_says_so():
    services.put(entry())

    assert selectors.find("nazorg").is_complete
    assert stored_vectors.missing_count() == 0


def test_vectors_survive_storing_but_for_rounding():
    import numpy as np

    vector = np.array([0.6, -0.8], dtype=np.float32)

    assert np.allclose(stored_vectors.from_bytes(stored_vectors.to_bytes(vector)), vector, atol=1e-3)

from concurrent.futures import ThreadPoolExecutor

import pytest

from esv.search.analysis.concepts import ConceptLabels
from esv.search.analysis.question import Reason
from esv.search.engine import SearchEngine
from esv.search.passages import passages_of
from esv.search.tests.toy import ToyModel, shelf, vectors_of
from esv.search.vectors.embedder import NullEmbedder

CONCEPTS = [ConceptLabels("concept:nazorg", {"nl": ("nazorg", "opvang achteraf"), "en": ("aftercare",)})]


@pytest.fixture
def engine():
    engine = SearchEngine(ToyModel(), CONCEPTS)
    engine.rebuild(shelf(), vectors_of(shelf()))
    return engine


@pytest.fixture
def by_words():
    engine = SearchEngine(NullEmbedder(), CONCEPTS)
    engine.rebuild(shelf())
    return engine


def items(outcome):
    return [hit.item for hit in outcome.hits]


def reasons(hit):
    return {(why.reason, why.asked, why.found) for why in hit.explanation.reasons}


def test_a_question_finds_what_holds_its_words(by_words):
    assert items(by_words.search("Wat is nazorg?"))[0] == "source:nazorg"


def test_a_question_finds_what_means_the_same(engine):
    hit = engine.search("treiteren").hits[0]

    assert hit.item in {"source:commissie", "source:bullying"}
    assert (Reason.MEANING, "", "") in reasons(hit)


def test_a_dutch_question_finds_english_texts_and_says_so(engine):
    outcome = engine.search("Hoe gaan we om met pesten en treiteren?")

    hit = next(hit for hit in outcome.hits if hit.item == "source:bullying")
    assert outcome.language == "nl"
    assert hit.language == "en"
    assert (Reason.OTHER_LANGUAGE, "", "") in reasons(hit)


def test_a_translation_stands_back_for_the_language_of_the_question(by_words):
    by_words.put(passages_of("source:beide", "source", "nl", "Zwijgcultuur", "Zwijgen in een team."))
    by_words.put(
        [
            *passages_of("source:beide", "source", "nl", "Zwijgcultuur", "Zwijgen in een team, ook bij awareness."),
            *passages_of("source:beide", "source", "en", "Culture of silence", "Silence in a team; awareness."),
        ]
    )

    (hit,) = [hit for hit in by_words.search("Wat is awareness in een team?").hits if hit.item == "source:beide"]

    assert hit.language == "nl"


def test_a_misspelled_word_is_corrected_before_its_meaning_is_sought(engine):
    outcome = engine.search("Wat is intimdatie?")

    assert [(correction.asked, correction.meant) for correction in outcome.corrections] == [
        ("intimdatie", "intimidatie")
    ]
    assert engine._embedder.asked == ["Wat is intimidatie?"]
    dutch = next(hit for hit in outcome.hits if hit.item == "source:commissie")
    assert (Reason.SPELLING, "intimdatie", "intimidatie") in reasons(dutch)


def test_marks_point_at_the_words_that_matched_also_through_stems_and_parts(by_words):
    hit = by_words.search("De klachten commissie").hits[0]

    text = hit.passage.text
    marked = {text[mark.start : mark.end] for mark in hit.explanation.text_marks}
    assert hit.item == "source:commissie"
    assert marked == {"klachten", "klachtencommissie"}
    assert (Reason.JOINED, "klachten commissie", "Klachtencommissie") in reasons(hit)


def test_another_name_of_a_concept_finds_it_too(by_words):
    hit = by_words.search("Wat is opvang achteraf?").hits[0]

    assert hit.item == "source:nazorg"
    assert (Reason.CONCEPT, "opvang achteraf", "nazorg") in {
        (why.reason, why.asked, why.found.lower()) for why in hit.explanation.reasons
    }


def test_passages_without_vectors_are_found_by_their_words():
    engine = SearchEngine(ToyModel())
    made = vectors_of(shelf())
    made.pop("source:gedragscode#nl0")
    engine.rebuild(shelf(), made)

    assert items(engine.search("Hoe bespreekt een team de gedragscode?"))[0] == "source:gedragscode"


def test_only_allowed_items_are_found(engine):
    assert set(items(engine.search("Wat is nazorg?", allowed={"source:fiets", "source:onbekend"}))) <= {"source:fiets"}


def test_a_new_item_is_found_and_a_removed_one_is_not(engine):
    engine.put(passages_of("source:doxing", "source", "nl", "Doxing", "Wat te doen bij doxing."))
    assert items(engine.search("doxing"))[0] == "source:doxing"

    engine.remove(["source:doxing", "source:onbekend"])

    assert "source:doxing" not in items(engine.search("doxing"))


def test_an_item_put_again_is_replaced(engine):
    engine.put(passages_of("source:fiets", "source", "nl", "Bibliotheek", "De bibliotheek is langer open."))

    assert "source:fiets" not in items(engine.search("fietsenstalling", limit=3))
    assert items(engine.search("bibliotheek open"))[0] == "source:fiets"
    assert engine.passage_count == len(shelf())


def test_after_many_changes_the_index_is_made_anew(engine, monkeypatch):
    monkeypatch.setattr("esv.search.engine.MOST_ADDED", 3)

    for number in range(5):
        engine.put(passages_of(f"source:nieuw-{number}", "source", "nl", f"Zaaknummer{number}", "Nieuw bericht."))

    assert items(engine.search("zaaknummer4"))[0] == "source:nieuw-4"
    assert items(engine.search("nazorg"))[0] == "source:nazorg"


@pytest.mark.parametrize("text", ["", "  ", "?!", "🙂", "\x00"])
def test_a_question_without_words_gets_an_honest_nothing(engine, text):
    outcome = engine.search(text)

    assert outcome.abstained
    assert outcome.hits == ()


@pytest.mark.parametrize("text", ["مرحبا", "相談窓口", "<b>nazorg</b>", "' OR 1=1 --", "nazorg " * 4000, "de het een"])
def test_no_question_breaks_the_search(engine, by_words, text):
    for each in (engine, by_words):
        assert 0.0 <= each.search(text).confidence <= 1.0


def test_an_empty_library_has_nothing():
    assert SearchEngine(ToyModel()).search("Wat is nazorg?").abstained


def test_the_same_question_gives_the_same_answer(engine):
    assert engine.search("Wat is nazorg?") == engine.search("Wat is nazorg?")


def test_questions_can_be_asked_while_the_library_changes(engine):
    def change(number):
        engine.put(passages_of(f"source:t{number}", "source", "nl", "Tussendoor", f"Bericht {number}."))

    with ThreadPoolExecutor(max_workers=4) as threads:
        changes = [threads.submit(change, number) for number in range(20)]
        answers = [threads.submit(engine.search, "Wat is nazorg?") for _ in range(40)]

    assert all(change.result() is None for change in changes)
    assert {items(answer.result())[0] for answer in answers} == {"source:nazorg"}

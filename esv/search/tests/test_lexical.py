import numpy as np
import pytest

from esv.search.analysis.question import understand
from esv.search.lexical import LexicalQuery, Text
from esv.search.lexical.postings import PostingsIndex

TEXTS = [
    Text("nl", "Klachten", "Een klachtencommissie behandelt klachten."),
    Text("nl", "Nazorg", "Na een melding is nazorg nodig, ook voor het team."),
    Text("nl", "Team", "Een team bespreekt de gedragscode."),
    Text("en", "Reports", "A report is a report."),
    Text("fr", "Signalement", "Un signalement est un signalement."),
]


@pytest.fixture
def index():
    return PostingsIndex.build(TEXTS)


def found(index, text, **options):
    question = understand(text, index.analyser, index.has_word)
    ranked = index.search(LexicalQuery(question.terms, question.grams), limit=10, **options)
    return ranked.ordinals.tolist()


def test_a_text_is_found_by_any_of_its_words(index):
    assert found(index, "nazorg na melding")[0] == 1


def test_a_word_in_the_title_weighs_more(index):
    assert found(index, "team") == [2, 1]


def test_a_part_of_a_compound_finds_the_compound(index):
    later = index.with_added([Text("nl", "", "De bezwarencommissie van de gemeente.")])

    assert found(later, "commissies")[0] in {0, 5}


def test_a_language_without_rules_is_found_by_its_words(index):
    assert found(index, "signalement") == [4]


def test_what_is_added_later_is_found_beside_the_rest(index):
    later = index.with_added([Text("nl", "Doxing", "Doxing is het delen van adressen.")])

    assert found(later, "doxing")[0] == 5
    assert (later.size, later.added_count, index.size) == (6, 1, 5)
    assert later.has_word("doxing")
    assert not index.has_word("doxing")


def test_adding_in_two_steps_finds_what_adding_at_once_finds(index):
    first, second = Text("nl", "", "Nazorg voor melders."), Text("nl", "", "Nazorg voor teams.")

    apart = index.with_added([first]).with_added([second])

    assert found(apart, "nazorg teams") == found(index.with_added([first, second]), "nazorg teams")


def test_only_allowed_texts_are_found(index):
    assert found(index, "team", allowed=np.array([True, True, False, True, True])) == [1]


def test_equal_texts_keep_the_order_in_which_they_came():
    index = PostingsIndex.build([Text("nl", "", "nazorg")] * 30)

    assert found(index, "nazorg") == list(range(10))


def test_the_score_of_other_texts_is_given_when_asked(index):
    ranked = index.search(LexicalQuery({"nl:team": 1.0}), limit=1, also=np.array([1, 4], dtype=np.int32))

    assert ranked.ordinals.tolist() == [2, 1]


def test_an_index_of_nothing_finds_nothing():
    assert found(PostingsIndex.build([]), "nazorg") == []


def test_rare_terms_tell_more(index):
    assert index.rarity("nl:nazorg") > index.rarity("nl:team")
    assert index.occurs("nl:team")
    assert not index.occurs("nl:fiets")

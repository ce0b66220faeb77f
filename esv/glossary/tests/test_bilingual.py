from esv.editorial.bilingual import ReaderList, ReaderText, read, read_list
from esv.glossary.models import Concept


def test_a_reader_gets_the_text_in_their_own_language():
    concept = Concept(pref_label_nl="nazorg", pref_label_en="aftercare")

    assert read(concept, "pref_label", "en") == ReaderText("aftercare", "en", is_translated=True)


def test_a_text_that_was_not_translated_is_given_and_marked():
    concept = Concept(pref_label_nl="nazorg")

    assert read(concept, "pref_label", "en") == ReaderText("nazorg", "nl", is_translated=False)


def test_a_list_that_was_not_translated_is_given_and_marked():
    concept = Concept(alt_labels_en=["follow-up care"])

    assert read_list(concept, "alt_labels", "nl") == ReaderList(("follow-up care",), "en", is_translated=False)


def test_a_text_that_is_nowhere_is_not_called_untranslated():
    assert read(Concept(), "definition", "nl") == ReaderText("", "nl", is_translated=True)

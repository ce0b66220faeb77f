from esv.editorial.references import ALPHABET, LENGTH, reference_for


def test_a_reference_is_the_same_everywhere_and_for_ever():
    assert reference_for("source", "knaw-papier-naar-praktijk") == "9W2BTVM"


def test_a_reference_has_no_letters_that_can_be_misread():
    reference = reference_for("source", "iets")

    assert len(reference) == LENGTH
    assert set(reference) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


def test_the_same_id_of_another_kind_has_another_reference():
    assert reference_for("concept", "pesten") != reference_for("theme", "pesten")

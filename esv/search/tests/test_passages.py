from esv.search.passages import passages_of, sentences, split


def test_a_short_text_stays_whole():
    assert split("Eén zin. Nog een zin.") == ["Eén zin. Nog een zin."]


def test_a_long_text_is_cut_between_sentences_into_pieces_of_at_most_130_words():
    text = " ".join(f"Dit is zin nummer {number} van een lange tekst over nazorg." for number in range(60))

    pieces = split(text)

    assert len(pieces) > 3
    assert all(len(piece.split()) <= 130 for piece in pieces)
    assert all(piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == text


def test_a_sentence_without_end_is_cut_too():
    assert [len(piece.split()) for piece in split("woord " * 300)] == [130, 130, 40]


def test_a_heading_starts_a_new_piece_and_stays_in_front_of_it():
    long = "Een zin van vijf woorden. " * 10

    assert [piece[:9] for piece in split(f"# Preventie\n{long}\n## Nazorg\n{long}")] == ["Preventie", "Nazorg: E"]


def test_a_tail_of_fewer_than_twenty_words_joins_the_piece_before():
    pieces = split("Een zin van vijf woorden. " * 28)

    assert [len(piece.split()) for piece in pieces] == [140]


def test_an_item_without_text_is_found_by_its_title():
    (passage,) = passages_of("source:a", "source", "nl", "Alleen een titel", "")

    assert (passage.key, passage.full_text) == ("source:a#nl0", "Alleen een titel")


def test_nothing_gives_no_passages():
    assert passages_of("source:a", "source", "nl", " ", "\n \n") == []


def test_sentences_have_places():
    text = "Eerst dit. Dan dat? Klaar"

    assert [text[start:end] for start, end in sentences(text)] == ["Eerst dit.", "Dan dat?", "Klaar"]

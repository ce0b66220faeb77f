import pytest

from esv.search.analysis.analyser import Analyser
from esv.search.analysis.compounds import Splitter
from esv.search.analysis.grams import grams
from esv.search.analysis.language import LanguageGuesser
from esv.search.analysis.question import Reason, understand
from esv.search.analysis.spelling import Speller, edits
from esv.search.analysis.stems import stem
from esv.search.analysis.tokens import LONGEST_QUESTION, fold, tokens

WORDS = {
    "klachten": 9,
    "klacht": 6,
    "commissie": 8,
    "klachtencommissie": 4,
    "vertrouwen": 7,
    "vertrouwenspersoon": 5,
    "persoon": 9,
    "intimidatie": 6,
    "beleid": 9,
    "sociale": 8,
    "veiligheid": 9,
}
ODD_TEXTS = [
    "",
    " ",
    "???",
    "🙂🙂🙂",
    "مرحبا بالعالم",
    "社会安全 相談窓口",
    "<script>alert(1)</script>",
    "'; DROP TABLE passage; --",
    "\x00\x01\ud800",
    "a" * 30_000,
    "é" * 500,
    "e\u0301" * 500,
    "ﷺ" * 40,
    "İSTANBUL ẞ ﬁn",
]


@pytest.fixture
def analyser():
    return Analyser({"nl": WORDS, "en": {"complaint": 3, "committee": 2}}, {"nl": 30, "en": 30})


def understood(text, analyser):
    return understand(text, analyser, lambda word: False)


def test_case_and_accents_make_no_difference():
    assert {fold(word) for word in ("Eén", "één", "ÉÉN", "e\u0301e\u0301n")} == {"een"}


def test_words_keep_their_place_in_the_text_as_typed():
    text = "Wéér een re\u0301union-melding!"

    assert [text[token.start : token.end] for token in tokens(text)] == ["Wéér", "een", "re\u0301union", "melding"]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_text_is_too_odd(text, analyser):
    question = understood(text, analyser)

    assert len(question.text) <= LONGEST_QUESTION
    assert all(0 <= token.start < token.end <= len(text) for token in tokens(text))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoe richten we nazorg in na een melding?", "nl"),
        ("How do we arrange support after a report?", "en"),
        ("veiligheid van buitenlandse medewerkers", "nl"),
        ("workplace bullying through the years", "en"),
        ("x1", None),
    ],
)
def test_dutch_and_english_are_told_apart(text, language):
    assert LanguageGuesser().guess(fold(token.word) for token in tokens(text)) == language


def test_when_all_texts_are_in_one_language_an_unclear_question_is_in_that_one():
    assert LanguageGuesser({"nl": 100}).guess(["x1"]) == "nl"


def test_inflections_share_a_stem():
    assert stem("meldingen", "nl") == stem("melding", "nl")
    assert stem("complaints", "en") == stem("complaint", "en")
    assert stem("meldingen", "fr") == "meldingen"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("klachtencommissie", ["klachten", "commissie"]),
        ("vertrouwenspersoon", ["vertrouwen", "persoon"]),
        ("veiligheidsbeleid", ["veiligheid", "beleid"]),
        ("commissie", []),
        ("xklachten", []),
    ],
)
def test_a_compound_falls_apart_into_known_words(word, parts):
    assert [part.word for part in Splitter(WORDS).split(word)] == parts


def test_a_part_knows_its_place_in_the_compound():
    assert [(part.start, part.end) for part in Splitter(WORDS).split("vertrouwenspersoon")] == [(0, 10), (11, 18)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intimdatie", "intimidatie"),
        ("klahcten", "klachten"),
        ("vertrouwnspersoon", "vertrouwenspersoon"),
        ("belied", "beleid"),
        ("pers", None),
        ("fiets", None),
        ("k9achten", None),
    ],
)
def test_a_typing_error_is_mended_with_the_words_of_the_texts(typed, meant):
    assert Speller(WORDS).meant(typed) == meant


def test_swapped_neighbours_are_one_error():
    assert (edits("belied", "beleid", 2), edits("beleid", "beleid", 2), edits("beleid", "veiligheid", 2)) == (1, 0, 3)


def test_grams_know_where_a_word_begins_and_ends():
    assert grams("melden") == ("#mel", "meld", "elde", "lden", "den#")
    assert grams("ik") == ("#ik#",)


def test_known_words_are_not_corrected(analyser):
    for text in ("klachten", "klachtencommissies", "intimidatiebeleid", "veiligheidscommissie", "complaints"):
        assert not understood(text, analyser).corrections


def test_a_correction_says_what_was_asked_and_where(analyser):
    question = understood("Wat is intimdatie precies?", analyser)

    (correction,) = question.corrections
    assert (correction.asked, correction.meant) == ("intimdatie", "intimidatie")
    assert question.text == "Wat is intimidatie precies?"
    assert question.origins["nl:" + stem("intimidatie", "nl")].reason is Reason.SPELLING


def test_one_misspelled_part_of_a_compound_is_mended(analyser):
    assert understood("intimidatiebeleit", analyser).text == "intimidatiebeleid"


def test_a_word_in_a_text_that_came_later_is_not_corrected(analyser):
    assert not understand("klachtem", analyser, lambda word: word == "klachtem").corrections


def test_neighbours_that_are_one_word_in_the_texts_are_joined(analyser):
    question = understood("De klachten commissie", analyser)

    origin = question.origins["nl:" + stem("klachtencommissie", "nl")]
    assert (origin.reason, origin.asked) == (Reason.JOINED, "klachten commissie")


def test_stop_words_are_not_looked_for(analyser):
    assert understood("Wat is het?", analyser).terms == {}

import numpy as np
import pytest

from esv.search.analysis.analyser import Analyser
from esv.search.analysis.question import understand
from esv.search.lexical import Ranked
from esv.search.ranking import calibration, fitting
from esv.search.ranking.calibration import Signals, judge_by_meaning, judge_by_words
from esv.search.ranking.fitting import Example, fit
from esv.search.ranking.fusion import (
    ENGLISH_QUESTION,
    KEYWORDS,
    LONG_TEXT,
    WHOLE_QUESTION,
    Weights,
    fuse,
    fuse_words,
    group_by_item,
    weights_for,
)

HALF = Weights(0.5)
NOT_FOREIGN = np.zeros(3, dtype=np.bool_)


def ranked(*scores):
    return Ranked(np.arange(len(scores), dtype=np.int32), np.array(scores, dtype=np.float32))


def meanings(*scores):
    return np.array(scores, dtype=np.float32)


def asked(text):
    return understand(text, Analyser({"nl": {}, "en": {}}, {"nl": 1, "en": 1}), lambda word: True)


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("Hoe richten we nazorg in na een melding?", WHOLE_QUESTION),
        ("beleid voor de veiligheid van buitenlandse medewerkers", KEYWORDS),
        ("How do we arrange support after a report?", ENGLISH_QUESTION),
        ("Wij zoeken hulp bij het gesprek. " * 15, LONG_TEXT),
    ],
)
def test_the_kind_of_question_decides_how_much_words_count(text, weights):
    assert weights_for(asked(text)) == weights


def test_both_scores_count():
    fused = fuse(ranked(4.0, 4.0, 0.0), meanings(0.8, 0.9, 0.9), 0.7, NOT_FOREIGN, HALF)

    assert fused.ordinals.tolist() == [1, 0, 2]
    assert fused.scores.tolist() == pytest.approx([1.0, 0.75, 0.5])


def test_in_another_language_meaning_alone_counts():
    fused = fuse(ranked(4.0, 1.0), meanings(0.8, 0.9), 0.7, np.array([False, True]), HALF)

    assert dict(zip(fused.ordinals.tolist(), fused.scores.tolist(), strict=True)) == pytest.approx({0: 0.75, 1: 1.0})


def test_words_alone_count_where_the_vector_is_still_to_be_made():
    fused = fuse(ranked(4.0, 1.0), meanings(-np.inf, 0.9), 0.7, NOT_FOREIGN[:2], HALF)

    assert fused.ordinals.tolist() == [0, 1]
    assert fused.scores[0] == pytest.approx(1.0)


def test_without_vectors_the_order_by_words_stays():
    assert fuse_words(ranked(1.0, 3.0, 2.0)).ordinals.tolist() == [1, 2, 0]


def test_equal_scores_keep_the_order_in_which_texts_came():
    assert fuse_words(ranked(2.0, 2.0, 2.0)).ordinals.tolist() == [0, 1, 2]


def test_an_item_counts_once_with_a_tenth_for_its_second_version():
    groups = group_by_item(ranked(1.0, 0.5, 0.9), np.array([7, 7, 8], dtype=np.int32), 5)

    assert [(group.item, group.versions) for group in groups] == [(7, (0, 1)), (8, (2,))]
    assert groups[0].score == pytest.approx(1.05)


def test_more_of_the_question_found_is_more_chance_of_an_answer():
    little, much = (
        Signals(coverage=0.1, standing_out=0.05, length=2.0),
        Signals(coverage=0.7, standing_out=0.3, length=2.0),
    )

    assert judge_by_words().chance(little) < judge_by_words().threshold < judge_by_words().chance(much)


def test_a_model_is_known_by_its_name_before_the_comma():
    assert judge_by_meaning("multilingual-e5-small, 4 bits") is not None
    assert judge_by_meaning("another model") is None


def test_what_is_stored_says_where_it_comes_from():
    assert "development questions" in calibration.STORED.read_text(encoding="utf-8")


def test_fitting_tells_answerable_from_unanswerable_on_questions_it_did_not_see():
    random = np.random.default_rng(1)
    answerable = [Example(Signals(coverage=float(x)), "answerable") for x in random.normal(0.7, 0.1, 60)]
    gaps = [Example(Signals(coverage=float(x)), "gap") for x in random.normal(0.2, 0.1, 20)]

    fitted, judged = fit([*answerable, *gaps], ["coverage"])

    assert fitted.coefficients["coverage"] > 0
    assert judged.abstained["gap"] > 0.9
    assert judged.abstained["answerable"] <= 2 * fitting.FALSE_ABSTENTIONS

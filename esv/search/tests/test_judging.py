"""Figures about answers are computed as the labelled sets say."""

import math

import pytest

from esv.search import judging
from esv.search.judging import Answer, Judged


def question(name, **relevant):
    return Judged(name, "vraag", "nl", {f"source:{key}": grade for key, grade in relevant.items()})


def figure(name, questions, answers):
    return judging.measures(questions, answers)[name][0]


def test_success_needs_one_right_answer_among_the_first_five():
    questions = [question("q1", a=1), question("q2", a=2)]
    answers = [
        Answer("q1", ("source:x", "source:x2", "source:x3", "source:x4", "source:a"), abstained=False),
        Answer("q2", ("source:x", "source:x2", "source:x3", "source:x4", "source:x5", "source:a"), abstained=False),
    ]

    assert figure("success@5", questions, answers) == 0.5


def test_gain_grows_with_the_grade_and_is_discounted_by_place():
    answers = [Answer("q", ("source:b", "source:a"), abstained=False)]

    ndcg = figure("nDCG@10", [question("q", a=2, b=1)], answers)

    assert ndcg == pytest.approx((1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))


def test_recall_is_divided_by_what_five_places_can_hold():
    seven = {f"s{number}": 1 for number in range(7)}
    answers = [Answer("q", tuple(f"source:s{number}" for number in range(4)), abstained=False)]

    assert figure("recall@5", [question("q", **seven)], answers) == pytest.approx(4 / 5)


def test_a_question_without_hits_counts_as_nothing():
    figures = judging.measures([question("q", a=1)], [Answer("q", (), abstained=True)])

    assert figures["nDCG@10"][0] == figures["success@5"][0] == 0
    assert figures["false abstentions"][0] == 1


def test_a_kind_that_nobody_judged_is_neither_right_nor_wrong():
    answers = [Answer("q", ("perspective:p", "source:a"), abstained=False)]

    assert figure("nDCG@10", [question("q", a=2)], answers) == pytest.approx(1)


def test_admitting_a_gap_is_right_and_is_counted_apart():
    questions = [Judged("g1", "gat", "nl", {}), Judged("g2", "gat", "nl", {}), question("q", a=1)]
    answers = [
        Answer("g1", (), abstained=True),
        Answer("g2", (), abstained=False),
        Answer("q", ("source:a",), abstained=False),
    ]

    assert figure("gaps admitted", questions, answers) == 0.5
    assert figure("false abstentions", questions, answers) == 0


def test_questions_that_nobody_judged_give_answers_but_no_figures(tmp_path):
    path = tmp_path / "q.yaml"
    path.write_text('- {id: q1, text: "Wat nu?", language: nl}\n')

    questions = judging.read_questions(path)

    assert questions[0].relevant is None
    assert judging.measures(questions, [Answer("q1", (), abstained=False)]) == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("id: q1", "must hold a list"),
        ("- {text: Wat}", "entry 1: a question needs an id and a text"),
        ("- {id: q1, text: Wat, relevant: [{id: a}]}", "q1: each relevant entry needs"),
        ("- {id: q1, text: Wat", "cannot be read as YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_place(tmp_path, content, told):
    path = tmp_path / "q.yaml"
    path.write_text(content)

    with pytest.raises(judging.QuestionFileError, match=told):
        judging.read_questions(path)

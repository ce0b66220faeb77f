"""What is measured is what is said."""

import pytest
import yaml

from house.bench import disturbing, own_questions, report


def test_a_typing_error_changes_a_fifth_of_the_words_and_always_at_least_one():
    question = "Hoe richten wij nazorg in voor melders binnen onze faculteit eigenlijk"

    mistyped = disturbing.with_typos(question, seed="1")

    changed = sum(a != b for a, b in zip(question.split(), mistyped.split(), strict=True))
    assert 1 <= changed <= 2
    assert mistyped == disturbing.with_typos(question, seed="1")
    assert disturbing.with_typos("nazorg", seed="1") != "nazorg"
    assert disturbing.with_typos("en of", seed="1") == "en of"


def test_a_compound_is_written_apart_where_both_halves_are_words():
    vocabulary = {"klachten", "commissie", "klachtencommissie"}

    assert disturbing.with_compounds_apart("De klachtencommissie?", vocabulary) == "De klachten commissie?"
    assert disturbing.with_compounds_apart("De commissie", vocabulary) == "De commissie"


def test_our_own_questions_have_the_sources_their_editors_named(tmp_path):
    perspective = {
        "id": "p",
        "concepts": ["c"],
        "sources": [{"id": "s", "use": "supports"}, {"id": "t", "use": "nuances"}],
    }
    texts = {f"{part}_{language}": f"{part} {language}" for part in ("title", "problem") for language in ("nl", "en")}
    (tmp_path / "perspectives.yaml").write_text(yaml.safe_dump([{**perspective, **texts}]))
    (tmp_path / "figures.yaml").write_text("[]")
    (tmp_path / "disputed-terms.yaml").write_text("[]")

    questions = own_questions.own_questions(tmp_path)

    assert {question.text for question in questions} == set(texts.values())
    assert questions[0].relevant == {"concept:c": 1, "source:s": 2, "source:t": 1}


def test_a_section_is_replaced_and_the_rest_of_the_page_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "MEASUREMENTS", tmp_path / "measurements.md")
    report.MEASUREMENTS.write_text("# Measurements\n")

    report.write("one", "first \\1")
    report.write("two", "second")
    report.write("one", "again")

    one, two = "<!-- begin one -->\nagain\n<!-- end one -->\n", "<!-- begin two -->\nsecond\n<!-- end two -->\n"
    assert report.MEASUREMENTS.read_text() == f"# Measurements\n\n{one}\n{two}"


def test_a_table_has_numbers_to_the_right():
    assert report.table(["way", "nDCG"], [["ours", "0.8"]]) == "| way | nDCG |\n| --- | ---: |\n| ours | 0.8 |"


@pytest.mark.parametrize(("question", "is_left_out"), [("qd-003", True), ("qd-004", False), ("qd-150", True)])
def test_a_third_of_the_development_questions_was_left_out_when_fitting(question, is_left_out):
    from house.bench import quality

    assert quality.is_reported(question) is is_left_out

"""The doors in the terminal: asking, measuring, the index."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from esv.search import services
from esv.search.tests.factories import entry

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def _a_source():
    services.put(
        entry(
            title="Nazorg na een melding",
            nl="Zo richt je nazorg in.",
            en="How to arrange aftercare.",
            status="published",
        )
    )


@pytest.mark.usefixtures("_a_source")
def test_asking_prints_matches_with_reasons_in_the_language_of_the_question():
    said = run("ask", "Hoe richten we nazorg in na een melding?")

    assert "Nazorg na een melding" in said
    assert "woorden" in said
    assert "/source/nazorg/" in said


@pytest.mark.usefixtures("_a_source")
def test_the_language_of_the_reasons_can_be_chosen():
    assert "words" in run("ask", "Hoe richten we nazorg in na een melding?", "--language", "en")


@pytest.mark.usefixtures("_a_source")
def test_machines_get_json():
    answer = json.loads(run("ask", "nazorg", "--json"))

    assert answer["findings"][0]["key"] == "source:nazorg"
    assert answer["findings"][0]["reasons"]


def test_when_nothing_is_good_enough_it_says_so():
    assert "niets" in run("ask", "zonnepanelen op het dak", "--language", "nl")


@pytest.mark.parametrize("question", ["", "  \n"])
def test_an_empty_question_is_told_what_to_do(question):
    with pytest.raises(CommandError, match="between quotes"):
        run("ask", question)


@pytest.mark.usefixtures("_a_source")
def test_the_catalogue_is_asked_as_a_visitor_would(tmp_path):
    questions, out = tmp_path / "q.yaml", tmp_path / "out.jsonl"
    questions.write_text(
        "- {id: q1, text: nazorg, language: nl, kind: question, relevant: [{id: 'source:nazorg', grade: 2}]}\n"
        "- {id: q2, text: zonnepanelen, language: nl, kind: gap, relevant: []}\n"
    )

    said = run("evaluate", "catalogue", "--questions", str(questions), "--out", str(out))

    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["q1", "q2"]
    assert lines[0]["hits"] == ["source:nazorg"]
    assert set(lines[0]) == {"id", "hits", "abstained"}
    assert "success@5          1.000" in said
    assert "gaps admitted" in said


def test_retrieval_writes_a_run_and_its_timing(tmp_path):
    corpus, queries, out = tmp_path / "c.jsonl", tmp_path / "q.jsonl", tmp_path / "run.trec"
    corpus.write_text(
        '{"id": "d1", "title": "Klachtencommissie", "text": "Wie een klacht behandelt.", "lang": "nl"}\n'
        '{"id": "d2", "title": "Fietsen", "text": "Over het stallen van fietsen.", "lang": "nl"}\n'
    )
    queries.write_text('{"id": "q1", "text": "klachten commissie"}\n')

    run("evaluate", "retrieval", "--corpus", str(corpus), "--queries", str(queries), "--out", str(out))

    assert out.read_text().split()[:4] == ["q1", "Q0", "d1", "1"]
    timing = json.loads((tmp_path / "timing.json").read_text())
    assert set(timing) == {"index_seconds", "query_ms", "rss_mb"}
    assert set(timing["query_ms"]) == {"q1"}


def test_a_file_that_cannot_be_used_is_told_in_one_line(tmp_path):
    broken = tmp_path / "c.jsonl"
    broken.write_text('{"id": "d1"')

    with pytest.raises(CommandError, match=r"c\.jsonl, line 1"):
        run("evaluate", "retrieval", "--corpus", str(broken), "--queries", str(broken), "--out", str(tmp_path / "r"))


@pytest.mark.usefixtures("_a_source")
def test_the_index_says_how_it_stands_and_can_be_made_anew():
    assert "1 entries, 2 passages, 0 without vector; 2 in this process" in run("search_index")

    assert "1 entries" in run("search_index", "--rebuild")

import json

import pytest

from esv.search.measuring import MeasuringError, evaluate_retrieval
from esv.search.tests.toy import SHELF, ToyModel
from esv.search.vectors.embedder import NullEmbedder

CORPUS = [{"id": item, "title": title, "text": text, "lang": language} for item, language, title, text in SHELF]
QUERIES = [{"id": "1", "text": "Wat is nazorg?"}, {"id": "2", "text": "fietsenstalling"}]


def write(path, entries):
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path):
    return {
        "corpus": write(tmp_path / "corpus.jsonl", CORPUS),
        "queries": write(tmp_path / "queries.jsonl", QUERIES),
        "out": tmp_path / "run.trec",
    }


def first_results(path):
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    return {query: document for query, _, document, rank, _, _ in lines if rank == "1"}


def test_a_run_holds_the_answers_and_what_they_took(files):
    told = []

    evaluate_retrieval(**files, embedder=ToyModel(), progress=lambda *step: told.append(step))

    timing = json.loads(files["out"].with_name("timing.json").read_text(encoding="utf-8"))
    assert first_results(files["out"]) == {"1": "source:nazorg", "2": "source:fiets"}
    assert set(timing) == {"index_seconds", "query_ms", "rss_mb"}
    assert set(timing["query_ms"]) == {"1", "2"}
    assert {step for step, _, _ in told} == {"embedding", "asking"}


def test_titles_and_languages_may_be_missing(files):
    write(files["corpus"], [{"id": entry["id"], "text": entry["text"]} for entry in CORPUS])

    evaluate_retrieval(**files, embedder=NullEmbedder())

    assert first_results(files["out"]) == {"1": "source:nazorg", "2": "source:fiets"}


def test_a_long_document_is_found_once(files):
    long = " ".join(f"Zin {number} gaat over nazorg en steun." for number in range(200))
    write(files["corpus"], [*CORPUS, {"id": "lang", "text": long}])

    evaluate_retrieval(**files, embedder=ToyModel())

    found = [line.split()[2] for line in files["out"].read_text(encoding="utf-8").splitlines() if line[0] == "1"]
    assert found.count("lang") == 1


def test_vectors_are_kept_for_a_next_run_when_asked(files, tmp_path):
    class Counting(ToyModel):
        made = 0

        def embed_passages(self, texts):
            Counting.made += len(texts)
            return super().embed_passages(texts)

    evaluate_retrieval(**files, embedder=Counting(), vector_cache=tmp_path / "kept")
    made = Counting.made
    evaluate_retrieval(**files, embedder=Counting(), vector_cache=tmp_path / "kept")

    questions = len(QUERIES) * 2
    assert Counting.made - made <= questions


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "x", "text": ', "line 2: not JSON"),
        ("[1, 2]", "line 2: not a JSON object"),
        ('{"text": "zonder id"}', "line 2: no id"),
        ('{"id": "a b", "text": "spatie"}', "line 2: an id cannot hold spaces"),
        ('{"id": "x"}', "line 2: no text"),
        ('{"id": "x", "text": 3}', "line 2: text is not a text"),
        ('{"id": "x", "text": "a", "title": 3}', "line 2: title is not a text"),
        ('{"id": "first", "text": "dubbel"}', "line 2: id 'first' occurs twice"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(files, line, problem):
    files["corpus"].write_text(f'{{"id": "first", "text": "goed"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(MeasuringError, match=problem):
        evaluate_retrieval(**files, embedder=NullEmbedder())


def test_a_file_that_is_no_utf8_is_told(files):
    files["queries"].write_bytes(b'{"id": "1", "text": "caf\xe9"}\n')

    with pytest.raises(MeasuringError, match="line 1: not UTF-8"):
        evaluate_retrieval(**files, embedder=NullEmbedder())


def test_an_empty_file_is_told(files):
    files["queries"].write_text("\n", encoding="utf-8")

    with pytest.raises(MeasuringError, match="no lines"):
        evaluate_retrieval(**files, embedder=NullEmbedder())

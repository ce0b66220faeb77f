"""What is refused, and how it is told: file, line, entry, field, and what to do."""

import pytest
from django.utils import timezone, translation

from esv.exchange import reading, services
from esv.exchange.tests.conftest import SOURCE, THEME
from esv.knowledge.models import Source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def told(folder):
    return [str(problem) for problem in folder.problems()]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("url", "voorbeeld.nl/studie", "not a web address"),
        ("url", "javascript:alert(1)", "not a web address"),
        ("language", "nld", "“nld” is not a known code"),
        ("summary_en", "", "This is empty"),
        ("year", "2024", "must be a whole number"),
        ("year", 3024, "may be at most 2100"),
        ("verified", "ja", "must be true or false"),
        ("themes", "nazorg", "must be a list"),
        ("title", 12, "must be text"),
        ("id", "Een Studie", "does not have the right shape"),
        ("status", "klaar", "is not a known code"),
        ("extra", "x", "not known here"),
        ("title", "x" * 301, "at most 300 characters"),
    ],
)
def test_a_wrong_field_is_told_with_file_line_entry_and_field(small, field, value, said):
    small.write("sources", [{**SOURCE, field: value}])

    (problem,) = small.problems()

    assert said in str(problem)
    assert problem.file.endswith("/sources.yaml")
    assert problem.path == (field,)
    assert f"{field}:" in (small.path / "sources.yaml").read_text().splitlines()[problem.line - 1]
    assert problem.entry == {**SOURCE, field: value}["id"]


def test_nothing_is_imported_when_anything_is_wrong(small):
    small.change("sources", lambda sources: sources.append({**SOURCE, "id": "tweede", "language": "xx"}))

    small.problems()

    assert not Source.objects.exists()


def test_all_problems_are_told_at_once(small):
    small.write("themes", [{**THEME, "label_en": ""}])
    small.write("sources", [{**SOURCE, "url": "x", "themes": ["weg"]}, {**SOURCE, "id": "b", "themes": ["weg"]}])

    fields = [problem.path for problem in small.problems()]

    assert fields == [("url",), ("themes", 0), ("themes", 0), ("label_en",)]


def test_a_missing_field_is_told_at_its_entry(small):
    small.change("sources", lambda sources: sources[0].pop("summary_en"))

    (problem,) = small.problems()

    assert (problem.entry, problem.path, problem.line) == ("een-studie", ("summary_en",), 1)


def test_a_reference_to_nothing_is_told(small):
    small.change("sources", lambda sources: sources[0].update(themes=["nazorg", "bestaat-niet"]))

    (problem,) = small.problems()

    assert problem.path == ("themes", 1)
    assert "There is no theme with the id bestaat-niet" in str(problem)


def test_what_points_at_something_in_a_broken_file_is_not_told_as_well(small):
    (small.path / "themes.yaml").write_bytes(b"- id: nazorg\n  label_nl: 'open")

    (problem,) = small.problems()

    assert problem.file.endswith("themes.yaml")


def test_what_points_at_something_in_a_broken_entry_is_not_told_as_well(starter):
    starter.change("role-routes", lambda guide: guide["needs"][0].update(label_en=""))
    starter.change("disputed-terms", lambda terms: terms[0]["definitions"][0].update(since="2020"))

    assert [problem.path[-1] for problem in starter.problems()] == ["since", "label_en"]


def test_an_id_that_is_there_twice_is_told_with_where_the_first_one_stands(small):
    small.change("sources", lambda sources: sources.append(dict(SOURCE)))

    (problem,) = small.problems()

    assert problem.path == ("id",)
    assert "taken already" in str(problem)


def test_an_id_that_is_in_two_files_is_told(small, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "sources.yaml").write_bytes((small.path / "sources.yaml").read_bytes())

    with pytest.raises(services.ImportRefusedError, match="taken already"):
        services.import_catalogue([small.path, other], now=timezone.now())


def test_lists_of_unequal_length_are_told(starter):
    starter.change("perspectives", lambda perspectives: perspectives[0]["steps_en"].pop())

    (problem,) = starter.problems()

    assert problem.path == ("steps_en",)
    assert "The Dutch list has 7 items and the English one 6" in str(problem)


def test_themes_in_a_circle_are_told_with_the_circle(small):
    small.write("themes", [{**THEME, "broader": "b"}, {**THEME, "id": "b", "broader": "nazorg"}])

    (problem,) = small.problems()

    assert "b → nazorg → b" in str(problem)


def test_figures_that_disagree_about_their_comparison_are_told(starter):
    starter.change("figures", lambda figures: figures[0]["not_comparable_with"].pop(0))

    (problem,) = starter.problems()

    assert problem.path == ("not_comparable_with",)


def test_an_instrument_must_be_an_instrument(starter):
    starter.change("perspectives", lambda rows: rows[0].update(instruments=["programma-sv-over"]))

    (problem,) = starter.problems()

    assert problem.path == ("instruments", 0)


def test_an_unknown_file_is_told_with_the_names_that_are_known(small):
    small.write("bronnen", [])

    (problem,) = small.problems()

    assert "sources.yaml" in problem.advice


def test_a_file_with_very_many_problems_is_not_read_to_its_end(small):
    small.write("sources", [{**SOURCE, "id": f"bron-{number}", "url": "x", "language": "x"} for number in range(2000)])

    problems = small.problems()

    assert len(problems) == 1001
    assert "too many problems" in str(problems[-1])


def test_a_folder_without_files_and_a_file_that_is_not_there_are_told(tmp_path):
    with pytest.raises(services.ImportRefusedError, match="nothing to import"):
        services.import_catalogue([tmp_path], now=timezone.now())
    with pytest.raises(services.ImportRefusedError, match="cannot be read"):
        services.import_catalogue([tmp_path / "sources.yaml"], now=timezone.now())


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (b"", "This file is empty", None),
        (b"# only a comment\n", "This file is empty", None),
        (b"- id: caf\xe9\n", "Byte 10 is not UTF-8", 1),
        (b"- id: a\n  title: 'open\n", "not YAML", 3),
        (b"- a: b: c\n", "column 7", 1),
        (b"- &a [x]\n- *a\n", "Aliases", 2),
        (b"- !!python/object/apply:os.system [ls]\n", "python/object/apply:os.system is not accepted", 1),
        (b"- id: !secret x\n", "!secret is not accepted", 1),
        (b"- <<: {a: b}\n", "name of a field must be a word", 1),
        (b"- [" + b"[" * 5000, "nested too deeply", 1),
        (b"- id: a\n---\n- id: b\n", "second document", 2),
        (b"- id: a\n  id: b\n", "there twice", 2),
        (b"- year: 2024-13-45\n", "is not a value", 1),
        (b'- id: "a\x07"\n', "may not stand in YAML", None),
        (b"just a text\n", "must be a list of entries", 1),
        (b"- just a text\n", "must have fields with names", 1),
    ],
)
def test_a_file_that_cannot_be_trusted_is_told(small, content, said, line):
    (small.path / "sources.yaml").write_bytes(content)

    assert line in [problem.line for problem in small.problems() if said in str(problem)]


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(small, monkeypatch):
    file = small.path / "sources.yaml"
    with file.open("wb") as large:
        large.truncate(50_000_000)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda path: pytest.fail("it was read"))

    with pytest.raises(reading.Unreadable, match="at most 10 MB"):
        reading.read(file)


def test_problems_are_told_in_dutch_too(small):
    small.change("sources", lambda sources: sources[0].update(language="xx"))

    with translation.override("nl"):
        (dutch,) = told(small)
    (english,) = told(small)

    assert "not a known code" in english
    assert "geen bekende code" in dutch

import pytest
from pydantic import ValidationError

from esv.editorial.records import EntryRecord, SourceId, Text, in_file, references_in


class NotedRecord(EntryRecord):
    KIND = "noted"

    title_nl: Text
    title_en: Text
    tips_nl: list[Text] = []
    tips_en: list[Text] = []
    note_nl: Text | None = None
    note_en: Text | None = None
    sources: list[SourceId] = []


FILLED = {"id": "iets", "title_nl": "Iets", "title_en": "Something"}


def error_types(**values):
    with pytest.raises(ValidationError) as caught:
        NotedRecord.model_validate({**FILLED, **values})
    return {(error["type"], error["loc"][0]) for error in caught.value.errors()}


def test_a_text_in_one_language_needs_the_other():
    assert error_types(note_nl="Let op") == {("one_language", "note_en")}
    assert error_types(note_en="Mind") == {("one_language", "note_en")}


def test_lists_have_the_same_length_in_both_languages():
    assert error_types(tips_nl=["een", "twee"], tips_en=["one"]) == {("unequal_lists", "tips_en")}


def test_all_errors_of_a_record_come_together():
    found = error_types(title_nl="", note_nl="Let op", sources=["Geen Id"], unknown="x")

    assert found == {
        ("empty_text", "title_nl"),
        ("one_language", "note_en"),
        ("string_pattern_mismatch", "sources"),
        ("extra_forbidden", "unknown"),
    }


def test_characters_that_cannot_be_stored_are_refused():
    assert error_types(title_nl="nul\x00") == {("control_characters", "title_nl")}


def test_the_references_of_an_entry_are_found_with_where_they_stand_also_when_it_is_not_right():
    found = references_in(NotedRecord, {"id": "iets", "title_nl": "", "sources": ["a", "Geen Id", "b"]})

    assert list(found) == [(("sources", 0), "a"), (("sources", 2), "b")]


def test_in_a_file_the_id_stands_first_and_what_was_not_filled_in_is_left_out():
    record = NotedRecord.model_validate({**FILLED, "owner": "redactie"})

    assert list(in_file(record)) == ["id", "title_nl", "title_en", "owner"]


def test_what_a_file_leaves_to_the_editors_stays_as_it_is():
    current = NotedRecord.model_validate({**FILLED, "owner": "redactie", "status": "published"})

    kept = NotedRecord.model_validate(FILLED).keeping(current)

    assert (kept.owner, kept.status) == ("redactie", "published")

"""What a visitor gets for a question."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from esv.search import selectors, services
from esv.search.tests.factories import entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_sources():
    services.put_many(
        [
            entry("source:a", title="Nazorg in het team", facets={"theme": ("nazorg",), "level": ("team",)}),
            entry(
                "source:b", title="Nazorg voor melders", facets={"theme": ("nazorg", "melden"), "level": ("individu",)}
            ),
            entry("initiative:c", title="Nazorg samen leren", facets={"theme": ("leren",), "level": ("team",)}),
        ]
    )


def counts(findings, facet):
    return {value.code: value.count for value in findings.facets[facet]}


def test_a_finding_says_where_and_why_it_matched(three_sources):
    finding = selectors.find("melders").findings[0]

    assert finding.key == "source:b"
    assert [segment.text for segment in finding.title if segment.is_match] == ["melders"]
    assert "".join(segment.text for segment in finding.title) == "Nazorg voor melders"
    assert finding.reasons[0].kind == "word"


def test_facets_count_all_findings_and_narrow_them(three_sources):
    everything = selectors.find("nazorg")
    assert counts(everything, "theme") == {"nazorg": 2, "melden": 1, "leren": 1}
    assert counts(everything, "kind") == {"source": 2, "initiative": 1}

    narrowed = selectors.find("nazorg", chosen={"theme": ["melden"]})

    assert [finding.key for finding in narrowed.findings] == ["source:b"]
    assert narrowed.total == 1


def test_a_facet_in_which_something_was_chosen_still_counts_the_other_choices(three_sources):
    findings = selectors.find("nazorg", chosen={"theme": ["melden"], "level": ["individu"]})

    assert counts(findings, "theme") == {"melden": 1, "nazorg": 1}
    assert counts(findings, "kind") == {"source": 1}


def test_an_unknown_choice_finds_nothing_and_is_shown_as_chosen(three_sources):
    findings = selectors.find("nazorg", chosen={"theme": ["bestaat-niet"]})

    assert findings.total == 0
    assert ("bestaat-niet", 0, True) in [(v.code, v.count, v.is_chosen) for v in findings.facets["theme"]]


def test_the_next_page_goes_on_where_the_first_ended(three_sources):
    first = selectors.find("nazorg", limit=2)
    second = selectors.find("nazorg", first=2, limit=2)

    assert len(first.findings) == 2
    assert len(second.findings) == 1
    assert first.total == second.total == 3
    assert not {f.key for f in first.findings} & {f.key for f in second.findings}


@pytest.mark.parametrize(
    "question",
    ["", "   ", "?!", "🙂🙂🙂", "مرحبا بالعالم", "<script>alert(1)</script>", "'; DROP TABLE search_indexedentry; --",
     "a" * 20_000, "nazorg " * 3_000, "\x00", "\ud800"],
)  # fmt: skip
def test_any_input_gets_an_answer(three_sources, question):
    findings = selectors.find(question)

    assert findings.total >= 0


def test_a_question_without_words_has_no_good_answer(three_sources):
    findings = selectors.find("  ?  ")

    assert not findings.has_good_answer
    assert findings.findings == ()


def test_what_is_asked_is_not_logged(three_sources, caplog):
    caplog.set_level(logging.DEBUG)

    selectors.find("kanariewoord")
    selectors.suggest("kanariewoord", language="nl")

    assert "kanariewoord" not in caplog.text


def test_suggestions_begin_with_what_is_typed_at_any_word(three_sources):
    suggested = [suggestion.text for suggestion in selectors.suggest("mel", language="nl")]

    assert suggested == ["Nazorg voor melders"]


def test_suggestions_leave_out_what_is_long_overdue_for_review():
    yesterday = timezone.localdate() - timedelta(days=1)
    services.put(entry(suggested_until=yesterday))

    assert selectors.suggest("nazorg", language="nl") == []
    assert selectors.find("nazorg").total == 1


def test_suggestions_name_each_page_once_and_the_reader_s_language_first():
    services.put(entry("source:a", title="Code", nl="Gedragscode.", en="Code of conduct."))

    suggested = selectors.suggest("co", language="en")

    assert [(s.text, s.language) for s in suggested] == [("Code", "en")]


def test_what_lies_far_below_the_best_is_left_out_after_the_first_twenty():
    services.put(entry("source:best", title="Nazorg en bemiddeling na een klacht", nl="Nazorg, bemiddeling, klacht."))
    services.put_many(
        entry(f"source:{number}", title=f"Verslag {number}", nl=f"Over een klacht, nummer {number}.")
        for number in range(40)
    )

    findings = selectors.find("nazorg bemiddeling klacht")

    assert findings.findings[0].key == "source:best"
    assert findings.total == 20
    assert sum(value.count for value in findings.facets["kind"]) == 20

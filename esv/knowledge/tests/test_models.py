from datetime import date

import pytest
from django.db import IntegrityError

from esv.editorial.bilingual import read
from esv.editorial.states import Freshness
from esv.knowledge.models import FigureComparison, Instrument, Source
from esv.knowledge.tests.factories import FigureFactory, PerspectiveFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_source_gets_its_permanent_reference_when_it_is_first_saved():
    source = SourceFactory(slug="knaw-papier-naar-praktijk")
    reference = source.reference

    source.title = "Een andere titel"
    source.save()

    assert source.permanent_path == f"/id/bron/{reference}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "fy"},
        {"source_type": "blog"},
        {"audience": ["iedereen"]},
        {"levels": ["team", "wereld"]},
        {"year": 1066},
        {"status": "klaar"},
        {"review_after_months": 0},
    ],
)
def test_the_database_refuses_what_the_vocabulary_does_not_know(wrong):
    with pytest.raises(IntegrityError):
        SourceFactory(**wrong)


def test_instruments_and_guidelines_are_instruments():
    instrument = SourceFactory(instrument=True)
    SourceFactory()

    assert [found.pk for found in Instrument.objects.all()] == [instrument.pk]
    assert instrument.path.startswith("/instrumenten/")


def test_the_title_of_an_english_source_is_marked_as_untranslated_for_a_dutch_reader():
    source = SourceFactory(language="en", title="Sexual harassment of women")

    assert not read(source, "title", "nl").is_translated


def test_what_is_long_overdue_is_no_longer_suggested_but_stays_public():
    source = SourceFactory(review_due_on=date(2026, 1, 1))
    much_later = date(2026, 12, 1)

    assert source.freshness(on=much_later) == Freshness.OUT_OF_SUGGESTIONS
    assert source in Source.objects.public()
    assert source not in Source.objects.suggestable(on=much_later)
    assert source in Source.objects.overdue(on=much_later)


def test_ratings_are_a_proposal_until_two_named_people_have_rated():
    assert not PerspectiveFactory(raters=["Editor", "Editor"]).is_rated_by_two
    assert PerspectiveFactory(raters=["Editor", "Publisher"]).is_rated_by_two


def test_a_share_is_at_most_a_hundred_per_cent():
    with pytest.raises(IntegrityError, match="value_possible"):
        FigureFactory(value=101)


def test_figures_that_may_not_stand_side_by_side_need_a_reason():
    with pytest.raises(IntegrityError, match="reason_if_not"):
        FigureComparison.objects.create(figure=FigureFactory(), other=FigureFactory(), is_comparable=False, position=0)

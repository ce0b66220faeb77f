from datetime import date

import pytest

from esv.exchange import catalogue, services
from esv.knowledge.models import Source
from esv.knowledge.tests.factories import SourceFactory
from esv.search.models import IndexedEntry

pytestmark = pytest.mark.django_db


def test_drafts_are_not_among_what_search_is_told():
    SourceFactory(draft=True)
    public = SourceFactory()

    assert [entry.key for entry in catalogue.entries() if entry.kind == "source"] == [public.key]


def test_search_is_told_until_when_something_may_be_suggested():
    source = SourceFactory()
    Source.objects.update(review_due_on=date(2020, 1, 1))

    assert services.refresh_search() == 1

    assert IndexedEntry.objects.get(key=source.key).suggested_until == date(2020, 3, 31)

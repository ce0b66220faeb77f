import pytest

from esv.exchange import catalogue
from esv.knowledge.tests.factories import SourceFactory

pytestmark = pytest.mark.django_db


def test_drafts_are_not_among_what_search_is_told():
    SourceFactory(draft=True)
    public = SourceFactory()

    assert [entry.key for entry in catalogue.entries() if entry.kind == "source"] == [public.key]

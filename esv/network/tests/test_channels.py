from datetime import date

import pytest

from esv.network.models import SupportChannel
from esv.network.tests.factories import SupportChannelFactory

pytestmark = pytest.mark.django_db


def test_the_acute_page_shows_only_what_was_verified_and_meant_for_it_in_order():
    second = SupportChannelFactory(position=2)
    first = SupportChannelFactory(position=1)
    SupportChannelFactory(is_verified=False)
    SupportChannelFactory(is_for_acute_page=False)
    SupportChannelFactory(draft=True)

    assert list(SupportChannel.objects.for_acute_page()) == [first, second]


def test_a_channel_is_checked_again_after_days_not_months():
    channel = SupportChannelFactory.build(recheck_after_days=90)

    assert channel.first_review_due(date(2026, 1, 1)) == date(2026, 4, 1)

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esv.editorial.states import Freshness, freshness, review_due

DUE = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("days_past", "expected"),
    [
        (-1, Freshness.FRESH),
        (0, Freshness.FRESH),
        (1, Freshness.OVERDUE),
        (90, Freshness.OVERDUE),
        (91, Freshness.OUT_OF_SUGGESTIONS),
    ],
)
def test_a_day_past_its_date_gives_a_banner_and_ninety_days_past_ends_suggestions(days_past, expected):
    assert freshness(DUE, on=DUE + timedelta(days=days_past)) == expected


def test_review_at_the_end_of_a_short_month_falls_on_its_last_day():
    assert review_due(date(2026, 8, 31), after_months=6) == date(2027, 2, 28)


def test_review_comes_after_at_least_a_month():
    with pytest.raises(ValueError, match="at least one month"):
        review_due(DUE, after_months=0)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_review_falls_in_the_month_that_many_months_later(published_on, months):
    due = review_due(published_on, after_months=months)

    assert (due.year - published_on.year) * 12 + due.month - published_on.month == months

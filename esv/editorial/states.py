"""When a text has to be looked at again, and what happens when nobody does."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

DAYS_UNTIL_OUT_OF_SUGGESTIONS = 90  # source: starter edition, README, rule 4
MONTHS_FOR_ADVICE = 12
MONTHS_FOR_BACKGROUND = 24


class Freshness(StrEnum):
    """How a text stands against the day it had to be reviewed."""

    FRESH = "fresh"
    OVERDUE = "overdue"
    OUT_OF_SUGGESTIONS = "out-of-suggestions"


def freshness(review_due_on: date, *, on: date) -> Freshness:
    """Tell how a text stands on a given day.

    One day past its date a text carries a banner; more than ninety days past, it is suggested to nobody although
    it can still be found and read.
    """
    if on <= review_due_on:
        return Freshness.FRESH
    if on <= last_day_of_suggestions(review_due_on):
        return Freshness.OVERDUE
    return Freshness.OUT_OF_SUGGESTIONS


def last_day_of_suggestions(review_due_on: date) -> date:
    """The last day on which an overdue text may still be suggested."""
    return review_due_on + timedelta(days=DAYS_UNTIL_OUT_OF_SUGGESTIONS)


def review_due(published_on: date, *, after_months: int) -> date:
    """The day by which a text that came out on ``published_on`` has to be reviewed.

    A day that the month does not have becomes the last day of that month.

    Raises:
        ValueError: ``after_months`` is less than one.
    """
    if after_months < 1:
        raise ValueError(f"a review comes after at least one month, not after {after_months}")
    years, month = divmod(published_on.month - 1 + after_months, 12)
    year = published_on.year + years
    last_day = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(published_on.day, last_day))

"""Reasons are told in words, and a long passage is cut around what matched."""

from typing import get_args

import pytest
from django.utils import translation

from esv.portal.excerpts import excerpt
from esv.portal.reasons import SENTENCES, in_words
from esv.search.findings import Reason, ReasonKind, Segment


@pytest.mark.parametrize(
    ("reason", "dutch"),
    [
        (Reason("word", "nazorg", "nazorg"), "woord “nazorg”"),
        (
            Reason("joined-neighbours", "klachten commissie", "klachtencommissie"),
            "klachten commissie → klachtencommissie",
        ),
        (Reason("spelling", "intimdatie", "intimidatie"), "spelling: intimdatie → intimidatie"),
        (Reason("concept", "nazorg", "begeleiding"), "zelfde begrip: nazorg → begeleiding"),
        (Reason("same-meaning"), "zelfde betekenis"),
        (Reason("other-language"), "antwoordt in het Engels"),
    ],
)
def test_a_reason_is_told_in_the_readers_language(reason, dutch):
    with translation.override("nl"):
        assert in_words([reason], page_language="en") == [dutch]


def test_words_that_were_found_stand_together_and_come_first():
    reasons = [Reason("same-meaning"), Reason("word", "a", "melding"), Reason("word", "b", "nazorg")]

    with translation.override("en"):
        assert in_words(reasons, page_language="nl") == ["words “melding”, “nazorg”", "same meaning"]


def test_every_reason_that_search_knows_can_be_told():
    assert {"word", *SENTENCES} == set(get_args(ReasonKind))


def test_a_short_passage_stays_whole():
    segments = (Segment("Zorg ", is_match=False), Segment("daarna", is_match=True))

    assert excerpt(segments) == segments


def test_a_long_passage_is_cut_between_words_around_its_first_match():
    before, after = "woord " * 100, " woord" * 100
    segments = [Segment(before, is_match=False), Segment("nazorg", is_match=True), Segment(after, is_match=False)]

    cut = excerpt(segments, longest=200)

    text = "".join(segment.text for segment in cut)
    assert text.startswith("… woord")
    assert text.endswith("woord …")
    assert [segment.text for segment in cut if segment.is_match] == ["nazorg"]
    assert len(text) < 210

"""Colours keep the contrast that DESIGN asks: text 7:1, controls and marks 4.5:1, in both schemes."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = (Path(__file__).resolve().parent.parent / "styles" / "tokens.css").read_text()
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
GROUNDS = ("paper", "surface", "raised")
TEXTS = ("ink", "ink-soft", "accent", "accent-strong")
MEANINGS = ("info", "success", "attention", "error")


def colours(scheme):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", scheme))


def brightness(colour):
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_seven_to_one_on_every_ground(scheme):
    known = colours(scheme)

    weak = {(text, ground): contrast(known[text], known[ground]) for text, ground in product(TEXTS, GROUNDS)}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("meaning", MEANINGS)
def test_each_meaning_and_the_text_beside_it_can_be_read_on_its_ground(scheme, meaning):
    known = colours(scheme)

    assert contrast(known[meaning], known[f"{meaning}-surface"]) >= 7
    assert contrast(known["ink"], known[f"{meaning}-surface"]) >= 7
    assert contrast(known[meaning], known["paper"]) >= 7


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_marks_and_edges_of_fields_stand_out(scheme):
    known = colours(scheme)

    assert contrast(known["on-accent"], known["accent"]) >= 7
    assert contrast(known["on-mark"], known["mark"]) >= 7
    assert contrast(known["line-strong"], known["raised"]) >= 4

"""Text becomes HTML without becoming dangerous."""

from types import SimpleNamespace

import pytest

from esv.design.templatetags.text import marked, outside_link, prose


def test_markdown_becomes_paragraphs_lists_and_links():
    html = prose("Een **zin**.\n\n- een\n- [twee](https://example.org/)")

    assert "<strong>zin</strong>" in html
    assert "<li>een</li>" in html
    assert 'href="https://example.org/"' in html


@pytest.mark.parametrize(
    "attack",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=a()>", "![x](https://e.org/a.png)"],
)
def test_markup_in_a_text_is_shown_not_obeyed(attack):
    html = prose(attack)

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_a_text_in_another_language_is_marked_as_such():
    assert 'lang="en"' in prose("A sentence.", language="en")
    assert "lang=" not in prose("Een zin.")


def test_what_matched_is_marked_and_everything_is_escaped():
    segments = [SimpleNamespace(text="<b>", is_match=False), SimpleNamespace(text="nazorg & zo", is_match=True)]

    assert marked(segments) == '&lt;b&gt;<mark class="nl-mark">nazorg &amp; zo</mark>'


def test_a_link_that_leaves_says_so_to_those_who_do_not_see_its_mark():
    assert "(andere website)" in outside_link("Bron", href="https://example.org/")

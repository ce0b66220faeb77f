"""Addresses in both languages."""

import pytest

from esv.design.context import path_in


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/", "en", "/en/"),
        ("/en/", "nl", "/"),
        ("/en", "nl", "/"),
        ("/bronnen/a/", "en", "/en/bronnen/a/"),
        ("/en/bronnen/a/", "nl", "/bronnen/a/"),
        ("/en/bronnen/a/", "en", "/en/bronnen/a/"),
        ("/enquete/", "en", "/en/enquete/"),
    ],
)
def test_a_path_leads_to_the_same_page_in_the_other_language(path, language, expected):
    assert path_in(path, language) == expected

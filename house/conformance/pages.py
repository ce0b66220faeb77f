"""The pages that are looked at, and what is read from them."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

QUESTION = {"": "Hoe richten we nazorg in na een melding?", "/en": "How do we set up aftercare after a report?"}
LISTS = ("/begrippen/", "/bronnen/", "/handelingsperspectieven/")
#: Pages with running text, whose Dutch is measured.
PROSE = ("/", "/over/")


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of the product: path as asked, status code (0 when there was no answer) and HTML."""

    path: str
    status: int
    html: str


def fetch(site: str, path: str) -> Page:
    """Ask for a page."""
    try:
        with urllib.request.urlopen(site + path, timeout=60) as answer:  # noqa: S310 - the site that is checked
            return Page(path, answer.status, answer.read().decode("utf-8", errors="replace"))
    except urllib.error.HTTPError as error:
        return Page(path, error.code, "")
    except (OSError, http.client.HTTPException) as error:
        return Page(path, 0, str(error))


def key_pages(site: str) -> list[Page]:
    """Home, results, lists, about, and the first item of each list, in Dutch and in English."""
    pages = []
    for language, question in QUESTION.items():
        pages += [fetch(site, f"{language}/"), fetch(site, f"{language}/zoeken/?vraag={quote(question)}")]
        for path in LISTS:
            listing = fetch(site, language + path)
            pages += [listing, *(fetch(site, item) for item in first_item(listing))]
        pages.append(fetch(site, f"{language}/over/"))
    return pages


def first_item(listing: Page) -> list[str]:
    """The path of the first item that a list links to, or nothing."""
    for address in re.findall(r'href="([^"]+)"', listing.html):
        path = urlsplit(address).path
        if path.startswith(listing.path) and path != listing.path:
            return [path]
    return []


def prose(html: str) -> str:
    """The running text of the main part of a page: its paragraphs, list items and headings, divided by empty lines."""
    reader = _Prose()
    reader.feed(html)
    return "\n\n".join(reader.blocks)


class _Prose(HTMLParser):
    BLOCKS = frozenset({"p", "li", "dd", "h1", "h2", "h3"})

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._is_in_main = False
        self._words: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - of the base class
        if tag == "main":
            self._is_in_main = True
        if tag in self.BLOCKS and self._is_in_main:
            self._close()
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self._is_in_main = False
        if tag in self.BLOCKS:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words += data.split()

    def _close(self) -> None:
        if self._words:
            self.blocks.append(" ".join(self._words))
        self._words = None

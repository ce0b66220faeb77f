"""Text as readers get it: Markdown, marked passages, and text in another language than the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

import nh3
from django import template
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

from esv.design.drawing import draw

register = template.Library()

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote", "code", "br", "hr"}


class Marked(Protocol):
    """A piece of text, marked where it matched."""

    @property
    def text(self) -> str:
        """The text of the piece."""

    @property
    def is_match(self) -> bool:
        """Whether it matched."""


@register.simple_tag
def marked(segments: Sequence[Marked]) -> SafeString:
    """A passage of which the pieces that matched are marked, also for those who do not see colour."""
    return draw("components/marked.html", {"segments": segments})


@register.simple_tag
def prose(markdown: str, *, language: str = "") -> SafeString:
    """Markdown as a text with paragraphs, lists and links; HTML in it is shown, not obeyed.

    Args:
        markdown: the text; headings in it become levels 3 and 4.
        language: language code, where it is not the language of the page.
    """
    html = nh3.clean(_markdown().render(markdown), tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http"})
    return draw("components/prose.html", {"html": SafeString(html), "language": language})


@register.simple_tag
def outside_link(text: str, *, href: str, language: str = "") -> SafeString:
    """A link that leaves the platform, and says so.

    Raises:
        ValueError: the address is not of the web.
    """
    if not href.startswith(("https://", "http://")):
        raise ValueError(f"not an address of the web: {href!r}")
    return draw("components/outside_link.html", {"text": text, "href": href, "language": language})


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).disable("image")

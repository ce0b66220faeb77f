"""Messages, actions and lists: each a typed function with a template beside it in ``templates/components``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, get_args

from django import template
from django.core.paginator import Page
from django.utils.safestring import SafeString

from esv.design.arguments import one_of
from esv.design.drawing import draw

register = template.Library()

NoticeKind = Literal["info", "success", "attention", "error"]
ButtonKind = Literal["primary", "secondary"]
StatusCode = Literal["unreviewed", "published"]


@register.simple_block_tag
def notice(content: SafeString, kind: NoticeKind, *, title: str = "") -> SafeString:
    """A message that stands apart from the text around it.

    An error is announced at once (role=alert) and a success politely (role=status); the others are read in place.

    Raises:
        ValueError: ``kind`` is none of info, success, attention, error.
    """
    one_of("notice", "kind", kind, get_args(NoticeKind))
    role = {"error": "alert", "success": "status"}.get(kind, "")
    context = {"content": content, "kind": kind, "role": role, "title": title}
    return draw("components/notice.html", context)


@register.simple_tag
def button(text: str, *, kind: ButtonKind = "primary", href: str = "", name: str = "", value: str = "") -> SafeString:
    """A button that sends the form around it, or, with ``href``, a link that looks like one. The text is a verb.

    Raises:
        ValueError: ``kind`` is neither primary nor secondary, or a link is given a name to send.
    """
    one_of("button", "kind", kind, get_args(ButtonKind))
    if href and name:
        raise ValueError("a button is a link or sends a value, not both")
    context = {"text": text, "kind": kind, "href": href, "name": name, "value": value}
    return draw("components/button.html", context)


@register.simple_block_tag
def entry(
    content: SafeString,
    title: str | SafeString,
    *,
    href: str,
    kind: str = "",
    status: str = "",
    language: str = "",
    level: int = 2,
) -> SafeString:
    """An item of a list: a title that leads to its page, what kind of thing it is, a few lines, and its status.

    Args:
        content: a summary, ratings or reasons.
        title: plain or marked text.
        href: address of its page.
        kind: name of the kind in the reader's language.
        status: editorial status code; shown in words when it is not reviewed.
        language: language code of title and summary, where it is not the reader's.
        level: level of the heading, 2 to 4; 0 for a title that is no heading.

    Raises:
        ValueError: there is no address, or the level is none of these.
    """
    one_of("entry", "level", level, (0, 2, 3, 4))
    if not href:
        raise ValueError("an entry leads to a page: href is empty")
    context = {"content": content, "title": title, "href": href, "kind": kind}
    return draw("components/entry.html", context | {"status": status, "language": language, "level": level})


@register.simple_tag
def status_line(status: StatusCode) -> SafeString:
    """How far a text is on its way to being trusted, in one sentence that is always visible.

    Raises:
        ValueError: visitors do not see texts with this status.
    """
    one_of("status_line", "status", status, get_args(StatusCode))
    return draw("components/status_line.html", {"status": status})


@register.simple_tag
def review_line(due_on: date, *, today: date) -> SafeString:
    """When a text is to be looked at again; past that day a banner that says since when and what that means."""
    context = {"due_on": due_on, "is_overdue": today > due_on}
    return draw("components/review_line.html", context)


@register.simple_tag
def breadcrumbs(trail: Sequence[tuple[str, str]]) -> SafeString:
    """The way from the home page to here: pairs of a name and an address. This page itself is not in it.

    Raises:
        ValueError: the trail is empty.
    """
    if not trail:
        raise ValueError("breadcrumbs need at least one step")
    return draw("components/breadcrumbs.html", {"trail": trail})


@register.simple_tag
def pagination(page: Page[Any], *, address: str = "?pagina=") -> SafeString:
    """Earlier and later pages of a long list, in words; nothing when there is one page.

    Args:
        page: the page shown.
        address: beginning of the address of a page, ending where its number comes.
    """
    if not page.has_other_pages():
        return SafeString("")
    return draw("components/pagination.html", {"page": page, "address": address})

"""What is drawn: the thread, icons and the three ratings. Each mark comes with words or is hidden from readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from esv.design.arguments import one_of
from esv.design.drawing import draw

register = template.Library()

IconName = Literal["info", "success", "attention", "error", "external", "proposal", "reviewed"]
RatingKind = Literal["effect", "certainty", "harm"]

RATING_NAMES: dict[str, Promise] = {"effect": _("Effect"), "certainty": _("Certainty"), "harm": _("Harm")}
RATING_WORDS: dict[str, dict[str, Promise]] = {
    "effect": {
        "positive": pgettext_lazy("effect", "positive"),
        "mixed": pgettext_lazy("effect", "mixed"),
        "none": pgettext_lazy("effect", "none found"),
        "unknown": pgettext_lazy("effect", "unknown"),
    },
    "certainty": {
        "high": pgettext_lazy("certainty", "high"),
        "moderate": pgettext_lazy("certainty", "moderate"),
        "low": pgettext_lazy("certainty", "low"),
        "very-low": pgettext_lazy("certainty", "very low"),
    },
    "harm": {
        "none-known": pgettext_lazy("harm", "none known"),
        "possible": pgettext_lazy("harm", "possible"),
        "shown": pgettext_lazy("harm", "shown"),
    },
}
BARS = {"very-low": 1, "low": 2, "moderate": 3, "high": 4}


@register.simple_tag
def icon(name: IconName, *, css: str = "icon") -> SafeString:
    """A small drawing beside words that say the same; screen readers skip it.

    Raises:
        ValueError: there is no such icon.
    """
    one_of("icon", "name", name, get_args(IconName))
    return draw("components/icon.html", {"name": name, "css": css})


@register.simple_tag
def thread_mark(*, css: str = "wordmark__mark") -> SafeString:
    """The mark of the platform: a line that starts at a question and closes into a loop."""
    return draw("components/thread_mark.html", {"css": css})


@register.simple_block_tag
def thread(content: SafeString) -> SafeString:
    """A line along what belongs together, in order; holds stations."""
    return draw("components/thread.html", {"content": content})


@register.simple_block_tag
def station(content: SafeString, title: str, *, anchor: str) -> SafeString:
    """One stop on the thread: a knot, a heading of level 2 and what belongs to it.

    Raises:
        ValueError: the anchor, which is the address of this part of the page, is empty.
    """
    if not anchor:
        raise ValueError("a station has an address on its page: anchor is empty")
    return draw("components/station.html", {"content": content, "title": title, "anchor": anchor})


@register.simple_tag
def course(steps: Sequence[tuple[str, str, bool]]) -> SafeString:
    """The thread lying down: a few steps in a row, each a name, a sentence, and whether it is open yet.

    Raises:
        ValueError: there are fewer than two steps.
    """
    if len(steps) < 2:
        raise ValueError("a course has at least two steps")
    return draw("components/course.html", {"steps": steps})


@register.simple_tag
def rating(kind: RatingKind, value: str, *, is_agreed: bool, reason: str = "") -> SafeString:
    """One rating: a mark and its words. Outline is a proposal by one rater, fill is agreed by two.

    Effect is an arrow, certainty is bars, harm is an open hand. They survive greyscale, print and 16 px.

    Args:
        kind: what is rated.
        value: code of the rating.
        is_agreed: whether two named raters rated independently and agree.
        reason: why, in the reader's language.

    Raises:
        ValueError: there is no such rating, or it has no such value.
    """
    one_of("rating", "kind", kind, get_args(RatingKind))
    one_of(f"rating of {kind}", "value", value, RATING_WORDS[kind])
    context = {"kind": kind, "value": value, "is_agreed": is_agreed, "reason": reason, "bars": _bars(value)}
    words = {"name": RATING_NAMES[kind], "word": RATING_WORDS[kind][value]}
    return draw("components/rating.html", context | words)


@register.simple_tag
def ratings_line(effect: str, certainty: str, harm: str, *, is_agreed: bool) -> SafeString:
    """The three ratings on one line, and, while it is so, that they are a proposal by one rater.

    Raises:
        ValueError: one of the ratings has no such value.
    """
    values = {"effect": effect, "certainty": certainty, "harm": harm}
    for kind, value in values.items():
        one_of(f"rating of {kind}", "value", value, RATING_WORDS[kind])
    return draw("components/ratings_line.html", {"values": values, "is_agreed": is_agreed})


def _bars(value: str) -> list[tuple[int, int, bool]]:
    """Place, height and presence of the four bars of certainty."""
    on = BARS.get(value, 0)
    return [(3 + 5 * number, 5 + 4 * number, number < on) for number in range(4)]

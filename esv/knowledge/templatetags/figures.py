"""Figures as readers get them."""

from __future__ import annotations

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from esv.knowledge.models import Figure, Unit

register = template.Library()


@register.simple_tag
def figure_value(figure: Figure) -> str:
    """The value with its unit, in the notation of the reader's language, without zeros that say nothing."""
    number = number_format(figure.value.normalize(), use_l10n=True, force_grouping=True)
    words = {Unit.PERCENT: _("%(number)s%%"), Unit.REPORTS: _("%(number)s reports")}
    return words[Unit(figure.unit)] % {"number": number}

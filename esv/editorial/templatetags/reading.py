"""Bilingual texts and codes in the reader's language; text in the other language is marked, not hidden."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import template
from django.db.models import Model, TextChoices
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from esv.design.drawing import draw
from esv.design.templatetags.components import breadcrumbs
from esv.design.templatetags.navigation import localized
from esv.design.templatetags.text import prose
from esv.editorial import bilingual, vocabulary
from esv.editorial.models import CatalogueEntry, Permanent
from esv.editorial.showing import reader_language
from esv.search import selectors

register = template.Library()

VOCABULARIES: dict[str, type[TextChoices]] = {
    "role": vocabulary.Role,
    "level": vocabulary.Level,
    "phase": vocabulary.Phase,
    "impact": vocabulary.Impact,
    "institution_kind": vocabulary.InstitutionKind,
    "evidence": vocabulary.EvidenceType,
    "language": vocabulary.Language,
}


@register.simple_tag
def reads(thing: Model, field: str) -> SafeString:
    """A short text in the reader's language, or marked as being in the other one.

    Raises:
        AttributeError: the thing has no such bilingual field.
    """
    text = bilingual.read(thing, field, reader_language())
    return draw("editorial/reads.html", {"text": text})


@register.simple_tag
def see_also(item: Permanent) -> SafeString:
    """What says about the same, nearest in meaning first; nothing while that is not known."""
    related = selectors.related(item.key, language=reader_language())
    return draw("editorial/see_also.html", {"related": related, "language": reader_language()})


@register.simple_tag
def reads_plain(thing: Model, field: str) -> str:
    """A text in the reader's language where no mark can stand, such as the title of a page."""
    return bilingual.read(thing, field, reader_language()).text


@register.simple_tag
def reads_prose(thing: Model, field: str) -> SafeString:
    """A longer text (Markdown) in the reader's language, or marked as being in the other one."""
    text = bilingual.read(thing, field, reader_language())
    return prose(text.text, language="" if text.is_translated else text.language)


@register.simple_tag
def reads_list(thing: Model, field: str) -> SafeString:
    """A list of short texts in the reader's language."""
    texts = bilingual.read_list(thing, field, reader_language())
    return draw("editorial/reads_list.html", {"texts": texts})


@register.simple_tag
def language_if_other(thing: Model, field: str) -> str:
    """Language code of a text, where it is not the reader's; else an empty text."""
    text = bilingual.read(thing, field, reader_language())
    return "" if text.is_translated else text.language


@register.simple_tag
def names_of(codes: Iterable[str], vocabulary_name: str) -> str:
    """The names of codes in the reader's language, divided by commas.

    Raises:
        KeyError: there is no such vocabulary.
        ValueError: one of the codes is not in it.
    """
    choices = VOCABULARIES[vocabulary_name]
    return capfirst(", ".join(str(choices(code).label) for code in codes))


@register.simple_tag
def standing(entry: CatalogueEntry) -> SafeString:
    """How far an entry is on its way to being trusted, and when it is to be looked at again."""
    today: date = timezone.localdate()
    return draw("editorial/standing.html", {"entry": entry, "today": today})


@register.simple_tag
def trail(shelf: str, address: str) -> SafeString:
    """The way from the home page to an entry: home, and the shelf on which it stands."""
    return breadcrumbs([(gettext("Home"), localized("/")), (shelf, address)])

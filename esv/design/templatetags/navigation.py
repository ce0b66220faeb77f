"""Addresses in templates."""

from django import template
from django.utils.translation import get_language

from esv.design.context import path_in

register = template.Library()


@register.filter
def localized(path: str) -> str:
    """The address of a page in the language of this page, from its address without a language."""
    return path_in(path, get_language() or "nl")


@register.filter
def anchor(number: int, word: str) -> str:
    """The address of a numbered part of a page: ``stap-2``."""
    return f"{word}-{number}"

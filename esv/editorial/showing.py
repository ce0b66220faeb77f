"""What the pages of every kind of entry share: finding what may be seen, pages of a list, the reader's language."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from esv.editorial.models import CatalogueEntry, CatalogueQuerySet

ENTRIES_ON_A_PAGE = 30

Entry = TypeVar("Entry", bound=CatalogueEntry)


def reader_language() -> str:
    """The language of the page, which is that of the reader."""
    return get_language() or "nl"


def public_or_404(entries: CatalogueQuerySet[Entry], slug: str) -> Entry:
    """Find an entry that visitors may see.

    Raises:
        Http404: there is none, or it is not public: the two look the same.
    """
    found = entries.public().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def page_of(entries: QuerySet[Any], request: HttpRequest, *, size: int = ENTRIES_ON_A_PAGE) -> Page[Any]:
    """The page of a list that is asked for with ``?pagina=``.

    Raises:
        Http404: there is no such page.
    """
    number = request.GET.get("pagina", "1")
    paginator = Paginator(entries, size)
    if not number.isdecimal() or not 1 <= int(number[:6]) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(number))

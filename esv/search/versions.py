"""The number that counts changes of the index: how every process learns that something changed."""

from __future__ import annotations

from django.db.models import F

from esv.search.models import IndexVersion


def take_next() -> int:
    """Take the next number inside the caller's transaction; other changes wait until that ends."""
    IndexVersion.objects.get_or_create(pk=1)
    IndexVersion.objects.filter(pk=1).update(number=F("number") + 1)
    return current()


def was_made_by(maker: str) -> bool:
    """Whether search was told about everything by this maker: a fingerprint of code and texts."""
    return IndexVersion.objects.filter(pk=1, made_by=maker).exists()


def remember_maker(maker: str) -> None:
    """Remember who told search about everything."""
    IndexVersion.objects.update_or_create(pk=1, defaults={"made_by": maker})


def current() -> int:
    """The number of the last change that this transaction can see; 0 before the first."""
    return IndexVersion.objects.filter(pk=1).values_list("number", flat=True).first() or 0

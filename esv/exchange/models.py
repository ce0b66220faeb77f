"""Which files have come in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedFile(models.Model):
    """A file that was imported, known by what was in it."""

    name = models.CharField(_("folder and file"), max_length=200)
    sha256 = models.CharField(_("fingerprint of its contents"), max_length=64, unique=True)
    imported_at = models.DateTimeField(_("imported at"))

    class Meta:
        ordering = ["-imported_at", "name"]

    def __str__(self) -> str:
        return self.name

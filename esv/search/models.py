"""What search keeps: entries, their passages with vectors, and one number that counts every change.

All of it is derived from what other apps hand in and can be made again at any time.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class IndexVersion(models.Model):
    """One row with the number of the last change; whoever changes the index takes the next number first.

    The row lock makes changes commit in the order of their numbers, so that a process that has seen number 7 has
    seen everything up to 7.
    """

    number = models.BigIntegerField(default=0)
    made_by = models.CharField(max_length=64, blank=True)  # what told search about everything, see ``versions``

    class Meta:
        constraints = [models.CheckConstraint(name="search_one_version_row", condition=Q(pk=1))]

    def __str__(self) -> str:
        return str(self.number)


class IndexedEntryQuerySet(models.QuerySet["IndexedEntry"]):
    """Questions one can ask about entries."""

    def findable(self) -> IndexedEntryQuerySet:
        """Leave out what was withdrawn."""
        return self.filter(is_withdrawn=False)

    def changed_since(self, version: int) -> IndexedEntryQuerySet:
        """Entries put, given vectors, or withdrawn after a version."""
        return self.filter(version__gt=version)


class IndexedEntry(models.Model):
    """An entry as it was handed in (``entries.Entry``); withdrawn ones stay, so that every process hears of it."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=30)
    path = models.CharField(max_length=200)
    language = models.CharField(max_length=8, blank=True)
    status = models.CharField(max_length=30, blank=True)
    facets = models.JSONField(default=dict)
    ratings = models.JSONField(default=dict)
    names = models.JSONField(default=dict)  # by language: title first, then other labels
    concept = models.BooleanField(default=False)
    weight = models.FloatField(default=1.0)
    suggested_until = models.DateField(null=True)
    is_withdrawn = models.BooleanField(default=False)
    content_hash = models.CharField(max_length=64)
    version = models.BigIntegerField(db_index=True)

    objects = IndexedEntryQuerySet.as_manager()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class IndexedPassage(models.Model):
    """A piece of an entry in one language, with its vector once a worker has made it.

    ``vector`` holds half-precision floats, little-endian, of unit length; ``vector_model`` the content hash of the
    model that made it. Vectors of another model are ignored and made again.
    """

    entry = models.ForeignKey(IndexedEntry, on_delete=models.CASCADE, related_name="passages")
    key = models.CharField(max_length=140, unique=True)
    language = models.CharField(max_length=8)
    position = models.PositiveIntegerField()
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64)
    vector = models.BinaryField(null=True)
    vector_model = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["entry_id", "language", "position"]
        constraints = [
            models.CheckConstraint(
                name="search_vector_names_its_model",
                condition=Q(vector__isnull=True, vector_model="") | (Q(vector__isnull=False) & ~Q(vector_model="")),
            )
        ]
        indexes = [models.Index(fields=["vector_model"], name="search_passage_by_model")]

    def __str__(self) -> str:
        return self.key

    @property
    def full_text(self) -> str:
        """The title in front of the text: what is embedded."""
        return f"{self.title}\n{self.text}".strip()

"""What the factories of everything that editors keep share."""

from datetime import date

import factory

from esv.editorial.vocabulary import Status


class EntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(status=Status.DRAFT)
        reviewed = factory.Trait(status=Status.PUBLISHED)

    slug = factory.Sequence(lambda number: f"iets-{number}")
    review_due_on = date(2100, 1, 1)

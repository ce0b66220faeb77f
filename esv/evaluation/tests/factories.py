"""Promises to test with."""

from esv.editorial.tests.factories import EntryFactory
from esv.evaluation.models import Promise, PromiseKind


class PromiseFactory(EntryFactory):
    class Meta:
        model = Promise

    promise_kind = PromiseKind.PRIVACY
    promise_nl = "Geen cookies."
    promise_en = "No cookies."
    check_nl = "Een browsertest telt ze."
    check_en = "A browser test counts them."

import pytest
from django.db import IntegrityError

from esv.evaluation.models import Promise, PromiseState
from esv.evaluation.tests.factories import PromiseFactory

pytestmark = pytest.mark.django_db


def test_a_promise_is_not_in_force_until_somebody_says_so():
    PromiseFactory()
    in_force = PromiseFactory(state=PromiseState.IN_FORCE)

    assert list(Promise.objects.in_force()) == [in_force]


def test_a_promise_is_about_something_known():
    with pytest.raises(IntegrityError, match="promise_kind_known"):
        PromiseFactory(promise_kind="geluk")

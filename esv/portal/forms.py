"""The question field."""

from django import forms
from django.utils.translation import gettext_lazy as _

from esv.portal.asking import LONGEST


class QuestionForm(forms.Form):
    """A practice question; the text of one that cannot be searched stays in the field."""

    vraag = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": _("Type a question or a few words. Then we can search."),
            "max_length": _(
                "Your question is longer than 5,000 characters. Nothing is lost: it is still in the field. "
                "Keep the heart of it and search again."
            ),
        },
    )

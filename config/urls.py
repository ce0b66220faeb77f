"""All addresses: Dutch words of the field, at /… in Dutch and at /en/… in English."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("", include("esv.portal.urls")),
    prefix_default_language=False,
)

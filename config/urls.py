"""All addresses: Dutch words of the field, at /… in Dutch and at /en/… in English."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("", include("esv.portal.urls")),
    path("", include("esv.knowledge.urls")),
    path("", include("esv.glossary.urls")),
    path("", include("esv.network.urls")),
    path("", include("esv.evaluation.urls")),
    path("stijlgids/", include("esv.design.urls")),
    prefix_default_language=False,
)
handler400 = "esv.portal.views.errors.bad_request"
handler404 = "esv.portal.views.errors.not_found"
handler500 = "esv.portal.views.errors.broken"

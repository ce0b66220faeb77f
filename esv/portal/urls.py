"""Addresses of the portal."""

from django.urls import path

from esv.portal.views import pages, search, themes

app_name = "portal"
urlpatterns = [
    path("", pages.home, name="home"),
    path("zoeken/", search.search, name="search"),
    path("zoeken/suggesties/", search.suggestions, name="suggestions"),
    path("themas/", themes.theme_list, name="themes"),
    path("themas/<slug:slug>/", themes.theme, name="theme"),
    path("catalogus/", pages.catalogue, name="catalogue"),
    path("over/", pages.about, name="about"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("id/<slug:word>/<slug:reference>", pages.permanent, name="permanent"),
]

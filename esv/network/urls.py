"""Addresses of institutions, initiatives, help lines and who does what."""

from django.urls import path

from esv.network.views import help_lines, parties, routes

app_name = "network"
urlpatterns = [
    path("instellingen/", parties.institution_list, name="institutions"),
    path("instellingen/<slug:slug>/", parties.institution, name="institution"),
    path("initiatieven/", parties.initiative_list, name="initiatives"),
    path("initiatieven/<slug:slug>/", parties.initiative, name="initiative"),
    path("hulplijnen/", help_lines.channel_list, name="channels"),
    path("hulplijnen/<slug:slug>/", help_lines.channel, name="channel"),
    path("wie-doet-wat/", routes.guide, name="guide"),
    path("wie-doet-wat/<slug:slug>/", routes.route, name="route"),
]

"""Addresses of the glossary."""

from django.urls import path

from esv.glossary import views

app_name = "glossary"
urlpatterns = [
    path("begrippen/", views.concept_list, name="concepts"),
    path("begrippen/<slug:slug>/", views.concept, name="concept"),
    path("betwiste-begrippen/", views.term_list, name="terms"),
    path("betwiste-begrippen/<slug:slug>/", views.term, name="term"),
]

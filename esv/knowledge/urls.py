"""Addresses of sources, perspectives, figures, dilemmas and exercises."""

from django.urls import path

from esv.knowledge.views import dialogue, figures, perspectives, sources

app_name = "knowledge"
urlpatterns = [
    path("bronnen/", sources.source_list, name="sources"),
    path("bronnen/<slug:slug>/", sources.source, name="source"),
    path("instrumenten/", sources.instrument_list, name="instruments"),
    path("instrumenten/<slug:slug>/", sources.source, name="instrument"),
    path("handelingsperspectieven/", perspectives.perspective_list, name="perspectives"),
    path("handelingsperspectieven/<slug:slug>/", perspectives.perspective, name="perspective"),
    path("cijfers/", figures.figure_list, name="figures"),
    path("cijfers/<slug:slug>/", figures.figure, name="figure"),
    path("dilemmas/", dialogue.dilemma_list, name="dilemmas"),
    path("dilemmas/<slug:slug>/", dialogue.dilemma, name="dilemma"),
    path("oefeningen/", dialogue.exercise_list, name="exercises"),
    path("oefeningen/<slug:slug>/", dialogue.exercise, name="exercise"),
]

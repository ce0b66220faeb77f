"""Addresses of the promises."""

from django.urls import path

from esv.evaluation import views

app_name = "evaluation"
urlpatterns = [
    path("beloften/", views.promise_list, name="promises"),
    path("beloften/<slug:slug>/", views.promise, name="promise"),
]

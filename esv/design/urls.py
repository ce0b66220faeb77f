"""Address of the living styleguide."""

from django.urls import path

from esv.design import views

app_name = "design"
urlpatterns = [path("", views.styleguide, name="styleguide")]

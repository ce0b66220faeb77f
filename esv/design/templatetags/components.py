"""The components of our pages: each a typed function with a template beside it."""

from django import template

register = template.Library()

"""Turning the template of a component into markup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString


def draw(template: str, context: Mapping[str, Any]) -> SafeString:
    """Render a template without the line end of its file, so that a part can stand within a sentence."""
    return SafeString(render_to_string(template, dict(context)).strip())

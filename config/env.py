"""Typed readers of environment variables; each fails loudly and says what to do.

Secrets may be given as ``NAME_FILE``, the path of a file that holds the value, so that they need not be in the
environment.
"""

from __future__ import annotations

import os
from pathlib import Path


class ConfigurationError(RuntimeError):
    """A setting is missing or cannot be used; the message names it and says what to do."""


def text(name: str, default: str | None = None) -> str:
    """Read a text; without a default the variable is required."""
    value = os.environ.get(name, default)
    if value is None:
        raise ConfigurationError(f"Set {name}. What it means stands in docs/settings.md.")
    return value


def secret(name: str, default: str | None = None) -> str:
    """Read a secret from the file named in ``NAME_FILE``, or else from ``NAME``.

    Raises:
        ConfigurationError: neither is set, or the file cannot be read or is empty.
    """
    path = os.environ.get(f"{name}_FILE")
    if path is None:
        return text(name, default)
    try:
        value = Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigurationError(f"{name}_FILE names {path}, which cannot be read: {error.strerror}.") from error
    if not value:
        raise ConfigurationError(f"{name}_FILE names {path}, which is empty.")
    return value


def boolean(name: str, *, default: bool) -> bool:
    """Read ``yes`` or ``no`` (also ``true``/``false``, ``1``/``0``)."""
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "true", "1", "no", "false", "0"}:
        raise ConfigurationError(f"{name} is {value!r}; write yes or no.")
    return value in {"yes", "true", "1"}


def integer(name: str, default: int, *, minimum: int = 0) -> int:
    """Read a whole number that is not below the minimum."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal() or int(value) < minimum:
        raise ConfigurationError(f"{name} is {value!r}; write a whole number of at least {minimum}.")
    return int(value)


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """Read one of the words allowed."""
    value = os.environ.get(name, default)
    if value not in allowed:
        raise ConfigurationError(f"{name} is {value!r}; write one of: {', '.join(allowed)}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Read a list of words divided by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]
